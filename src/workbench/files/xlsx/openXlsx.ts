import type { Steps } from '../../../domain/shared/steps';
import { createBook, createSheet } from '../../model/book';
import type { BookModel, NameModel, SheetModel } from '../../model/model';
import { SourcePackage } from '../package/source';
import { attribute, child, children, parseRoot } from '../package/xml';
import type { BookParts, FileName, SheetEntry } from './bookParts';
import { readBookParts } from './bookParts';
import { readSharedStrings, readSheetPart } from './cellReader';
import { columnSink, sparseSink } from './cellStores';
import { themeColors } from './colors';
import { readCustomProperties, readSettings } from './customParts';
import { formulaFromFile } from './formulaText';
import { readCharts } from './readCharts';
import { readFrame } from './readFrame';
import type { FileStyles } from './readStyles';
import { readStyles } from './readStyles';
import { readTables } from './readTables';
import { areaOf } from './units';

/**
 * A sheet whose part is longer than this (about 300,000 cells of 40 bytes) is kept in typed columns, in bytes inflated.
 */
const COLUMNS_FROM_BYTES = 12_000_000;

/**
 * Reads an .xlsx package; null if the archive holds no workbook. Throws on damaged parts.
 * Cells are streamed through a SAX parser straight into their store, so no cell objects of a library ever exist and
 * dates stay the serial numbers they are in the file.
 */
export function* openXlsx(bytes: Uint8Array, fileName: string): Steps<BookModel | null> {
  const source = SourcePackage.open(bytes);
  const parts = readBookParts(source);
  if (!parts) return null;
  const reader = new BookReader(source, parts);
  const book = createBook(fileName, []);
  book.styles = reader.styleTable;
  const worksheets = parts.sheets.filter((entry) => entry.isWorksheet);
  for (const [index, entry] of worksheets.entries()) {
    const steps = reader.readSheet(entry);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield (index + step.value) / worksheets.length;
    book.sheets.push(step.value.sheet);
    if (parts.sheets.indexOf(entry) === parts.activeTab) {
      book.activeSheetId = step.value.sheet.id;
      book.selection = step.value.selection;
    }
  }
  book.activeSheetId ||= book.sheets.find((sheet) => sheet.visibility === 'visible')?.id ?? '';
  readNames(parts, book);
  book.settings = readSettings(source, parts.relationships);
  book.isStructureProtected = parts.isStructureProtected;
  book.date1904 = parts.date1904;
  book.sourcePackage = bytes;
  return book;
}

class BookReader {
  readonly styleTable = createBook().styles;
  private readonly theme: readonly string[];
  private readonly styles: FileStyles;
  private readonly strings: readonly string[];
  private idsGiven = 0;

  constructor(
    private readonly source: SourcePackage,
    parts: BookParts,
  ) {
    const target = (kind: string): string | undefined =>
      parts.relationships.find((item) => item.kind === kind)?.target;
    this.theme = themeColors(source.root(target('theme')));
    this.styles = readStyles(source.root(target('styles')), this.theme, this.styleTable);
    const strings = source.entries.get(target('sharedStrings') ?? '');
    this.strings = strings ? readSharedStrings(strings) : [];
  }

  *readSheet(entry: SheetEntry): Steps<{ sheet: SheetModel; selection: BookModel['selection'] }> {
    const part = entry.relationship.target;
    const zipEntry = this.source.entries.get(part);
    if (!zipEntry) throw new Error(`package: no part ${part}`);
    const sheet: SheetModel = { ...createSheet(entry.name), sourcePart: part, pristine: true };
    sheet.visibility = entry.visibility;
    const makeSink = zipEntry.size > COLUMNS_FROM_BYTES ? columnSink : sparseSink;
    const sink = makeSink(sheet, this.styles.cellFormats);
    const frame = yield* readSheetPart(zipEntry, this.strings, sink);
    sheet.cells = sink.finish();
    const root = parseRoot(frame.head + frame.tail);
    const relationships = this.source.relationships(part);
    const nextId = (): string => String(++this.idsGiven);
    readFrame(root, sheet, { styles: this.styles, theme: this.theme, relationships, nextId });
    sheet.tables = readTables(this.source, relationships, nextId);
    const drawing = relationships.find((item) => item.id === attribute(child(root, 'drawing'), 'id'));
    if (drawing) sheet.charts = readCharts(this.source, drawing.target, sheet, this.theme, nextId);
    sheet.customProperties = readCustomProperties(this.source, root, relationships);
    const selected = children(child(child(root, 'sheetViews'), 'sheetView'), 'selection').at(-1);
    const selection = areaOf((attribute(selected, 'sqref') ?? '').split(' ')[0] ?? '');
    return { sheet, selection: selection ?? { row: 0, column: 0, rows: 1, columns: 1 } };
  }
}

/** Built-in names of the file format; those about printing live in the page layout (ECMA-376 part 1, 18.2.5). */
const BUILT_IN = /^_xlnm\./i;

function readNames(parts: BookParts, book: BookModel): void {
  for (const name of parts.names) {
    const sheet = sheetOf(name, parts, book);
    if (!BUILT_IN.test(name.name)) book.names.push(nameOf(name, sheet));
    else if (sheet) readPrintName(name, sheet);
  }
}

function sheetOf(name: FileName, parts: BookParts, book: BookModel): SheetModel | null {
  const entry = name.localSheet === null ? undefined : parts.sheets[name.localSheet];
  return book.sheets.find((sheet) => sheet.sourcePart === entry?.relationship.target) ?? null;
}

function nameOf(name: FileName, sheet: SheetModel | null): NameModel {
  return {
    name: name.name,
    formula: formulaFromFile(name.formula),
    scope: sheet?.id ?? null,
    visible: !name.hidden,
    ...(name.comment === undefined ? {} : { comment: name.comment }),
  };
}

function readPrintName(name: FileName, sheet: SheetModel): void {
  const references = name.formula
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((piece) => piece.replace(/^.*!/, ''));
  const kind = name.name.slice('_xlnm.'.length).toLowerCase();
  if (kind === 'print_area') {
    if (references.every((reference) => areaOf(reference)))
      sheet.pageLayout.printArea = references.map(plain).join(',');
  } else if (kind === 'print_titles') {
    for (const reference of references) {
      if (/^\$?\d+:\$?\d+$/.test(reference)) sheet.pageLayout.titleRows = reference;
      else if (/^\$?[A-Z]+:\$?[A-Z]+$/i.test(reference)) sheet.pageLayout.titleColumns = reference;
    }
  }
}

function plain(reference: string): string {
  return reference.replaceAll('$', '');
}
