import type { BookModel, SheetModel } from '../model/model';
import { PackageDraft } from './package/draft';
import { SourcePackage } from './package/source';
import type { XmlElement } from './package/xml';
import { attribute, replaceChild, serializeDocument } from './package/xml';
import type { BookParts, SheetEntry } from './xlsx/bookParts';
import { readBookParts } from './xlsx/bookParts';
import type { Tab } from './xlsx/bookXml';
import { activeTab, largestSheetId, updateBookXml } from './xlsx/bookXml';
import { settingsPart, settingsXml } from './xlsx/customParts';
import { graftSheet } from './xlsx/frame';
import { StyleMerger } from './xlsx/mergeStyles';
import { readStyles, STANDARD_FONT } from './xlsx/readStyles';
import type { Scratch } from './xlsx/scratch';
import { writeScratch } from './xlsx/scratch';

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/**
 * The book as an .xlsx file. The user's file survives: sheets nobody changed, and every part we do not know, are copied
 * from the opened file byte for byte; only our tabs and edited sheets are written and grafted in. A book that came from
 * no .xlsx file is written whole.
 */
export async function saveWorkbook(book: BookModel): Promise<Uint8Array> {
  const source = book.sourcePackage ? SourcePackage.open(book.sourcePackage) : null;
  const sourceParts = source && readBookParts(source);
  const written = book.sheets.filter((sheet) => !sourceParts || !isKept(sheet));
  const scratch = await writeScratch(book, written, defaultFont(book, source, sourceParts));
  const base = source && sourceParts ? { source, parts: sourceParts } : emptyBase(scratch);
  const draft = new PackageDraft(base.source, source ? undefined : (part) => !OWN_SHEET_PARTS.test(part));
  return new BookWriter(book, draft, base.source, base.parts, scratch, written).write();
}

/** Parts of the scratch workbook that belong to its sheets. */
const OWN_SHEET_PARTS = /^xl\/(worksheets|drawings|charts|tables|sharedStrings)/;

/** The scratch workbook without its sheets is the frame of a file that did not exist before. */
function emptyBase(scratch: Scratch): { source: SourcePackage; parts: BookParts } {
  const parts = readBookParts(scratch.source);
  if (!parts) throw new Error('excelts wrote no workbook');
  return { source: scratch.source, parts: { ...parts, sheets: [], names: [], activeTab: -1 } };
}

function isKept(sheet: SheetModel): boolean {
  return sheet.pristine && sheet.sourcePart !== null;
}

function defaultFont(
  book: BookModel,
  source: SourcePackage | null,
  parts: BookParts | null,
): typeof STANDARD_FONT {
  const styles = parts?.relationships.find((item) => item.kind === 'styles')?.target;
  return source ? readStyles(source.root(styles), [], book.styles).defaultFont : STANDARD_FONT;
}

class BookWriter {
  constructor(
    private readonly book: BookModel,
    private readonly draft: PackageDraft,
    private readonly source: SourcePackage,
    private readonly parts: BookParts,
    private readonly scratch: Scratch,
    private readonly written: readonly SheetModel[],
  ) {}

  write(): Uint8Array {
    const arranged = this.arrangeTabs();
    this.keepRelationships(arranged);
    const styles = this.openStyles();
    const tabs = this.graftSheets(arranged, styles.root);
    this.draft.put(styles.part, serializeDocument(styles.root), STYLES_TYPE);
    this.writeSettings();
    updateBookXml(this.parts.root, this.book, tabs, this.parts);
    this.draft.put(this.parts.part, serializeDocument(this.parts.root));
    this.forgetTitles();
    return this.draft.build();
  }

  /** The model's sheets in their order; chart sheets of the file stay before the sheet they stood before. */
  private arrangeTabs(): Tab[] {
    const entries = this.parts.sheets;
    let lastId = largestSheetId(this.parts);
    const tabs = this.book.sheets.map((sheet): Tab => {
      const index = entries.findIndex(
        (entry) => entry.isWorksheet && entry.relationship.target === sheet.sourcePart,
      );
      const entry = entries[index];
      const isWritten = this.written.includes(sheet);
      return {
        name: sheet.name,
        sheetId: entry?.sheetId ?? ++lastId,
        relationship: isWritten || !entry ? '' : entry.relationship.id,
        visibility: sheet.visibility,
        sheet,
        sourceIndex: entry ? index : null,
        isKept: !isWritten,
      };
    });
    for (const [index, entry] of entries.entries()) if (!entry.isWorksheet) insertPassing(tabs, entry, index);
    return tabs;
  }

  /** Lets go of sheets that are gone or written anew, and of the calculation chain, which Excel rebuilds. */
  private keepRelationships(tabs: readonly Tab[]): void {
    const kept = new Set(tabs.map((tab) => tab.relationship));
    const isOwn = this.source === this.scratch.source;
    this.draft.setRelationships(
      this.parts.part,
      this.parts.relationships.filter(
        ({ kind, id }) =>
          (kind !== 'worksheet' || kept.has(id)) &&
          kind !== 'calcChain' &&
          !(isOwn && kind === 'sharedStrings'),
      ),
    );
  }

  /** The style sheet of the file; a file without one gets that of the scratch workbook. */
  private openStyles(): { readonly part: string; readonly root: XmlElement } {
    const part = this.parts.relationships.find((item) => item.kind === 'styles')?.target;
    const root = this.source.root(part);
    if (part !== undefined && root) return { part, root };
    const fresh = this.draft.freshName('xl/styles', '.xml');
    this.draft.relate(this.parts.part, 'styles', fresh);
    return { part: fresh, root: this.scratchStyles() };
  }

  private scratchStyles(): XmlElement {
    const styles = readBookParts(this.scratch.source)?.relationships.find((item) => item.kind === 'styles');
    const root = this.scratch.source.root(styles?.target);
    if (!root) throw new Error('excelts wrote no styles');
    return root;
  }

  /** Writes the sheets that are not kept and answers all tabs with their relationships. */
  private graftSheets(tabs: readonly Tab[], stylesRoot: XmlElement): Tab[] {
    const styles = new StyleMerger(stylesRoot);
    const formats = styles.mergeCellFormats(this.scratchStyles());
    const cellFormat = (style: number): number => formats[this.scratch.formatOf.get(style) ?? 0] ?? 0;
    const active = tabs[activeTab(this.book, tabs, this.parts)];
    let lastTable = this.largestTableId();
    const nextTableId = (): number => ++lastTable;
    return tabs.map((tab) => {
      const scratchPart = tab.sheet ? this.scratch.sheetParts[this.written.indexOf(tab.sheet)] : undefined;
      if (!tab.sheet || scratchPart === undefined) return tab;
      const { draft, source, scratch } = this;
      const context = { draft, source, scratch, styles, cellFormat, nextTableId };
      const part = graftSheet(tab.sheet, scratchPart, { ...context, isActive: tab === active });
      return { ...tab, relationship: this.draft.relate(this.parts.part, 'worksheet', part) };
    });
  }

  private largestTableId(): number {
    const ids = [...this.source.entries.keys()]
      .filter((part) => part.startsWith('xl/tables/') && part.endsWith('.xml'))
      .map((part) => Number(attribute(this.source.root(part) ?? undefined, 'id') ?? 0));
    return Math.max(0, ...ids);
  }

  private writeSettings(): void {
    const { settings } = this.book;
    const known = settingsPart(this.source, this.parts.relationships);
    if (known !== null) this.draft.put(known, settingsXml(settings));
    else if (settings.size > 0) {
      const part = this.draft.freshName('customXml/item', '.xml');
      this.draft.put(part, settingsXml(settings));
      this.draft.relate(this.parts.part, 'customXml', part);
    }
  }

  /** The list of tabs in the document properties would be wrong; Excel writes it anew. */
  private forgetTitles(): void {
    const part = this.source.relationships('').find((item) => item.kind === 'extended-properties')?.target;
    const root = this.source.root(part);
    if (part === undefined || !root) return;
    for (const name of ['HeadingPairs', 'TitlesOfParts']) replaceChild(root, name, null, []);
    this.draft.put(part, serializeDocument(root));
  }
}

function insertPassing(tabs: Tab[], entry: SheetEntry, index: number): void {
  const at = tabs.findIndex((tab) => (tab.sourceIndex ?? -1) > index);
  const { name, sheetId, visibility, relationship } = entry;
  const tab = {
    name,
    sheetId,
    visibility,
    relationship: relationship.id,
    sheet: null,
    sourceIndex: index,
    isKept: true,
  };
  tabs.splice(at < 0 ? tabs.length : at, 0, tab);
}
