import type { SaxTag } from '@cj-tech-master/excelts/xml';
import type { ModelValue } from '../../model/model';
import { localName, saxParser } from '../package/xml';
import type { Steps } from '../../../domain/shared/steps';
import type { ZipEntry } from '../package/zip';
import { inflateInSlices } from '../package/zip';
import { formulaFromFile, shiftFormula } from './formulaText';
import { columnOf } from './units';

/** Receives the content of a sheet's part, row by row. Rows and columns are zero-based. */
export interface CellSink {
  /** A row that says something about itself; height in points where it was set. */
  row(row: number, height: number | null, hidden: boolean): void;
  /** A cell: `style` is its index into the cell formats of the file. */
  cell(row: number, column: number, style: number, value: ModelValue, formula: string | null): void;
}

/** A sheet's part without its cells: the text before and after what stands inside `sheetData`. */
export interface SheetFrame {
  readonly head: string;
  readonly tail: string;
}

/**
 * Streams a worksheet part: cells go to the sink, the rest comes back as its frame.
 * Dates stay the numbers they are in the file. Throws on malformed XML or a part that is cut off.
 */
export function* readSheetPart(
  entry: ZipEntry,
  strings: readonly string[],
  sink: CellSink,
): Steps<SheetFrame> {
  const splitter = new SheetDataSplitter(new CellParser(strings, sink));
  const decoder = new TextDecoder();
  let done = 0;
  for (const slice of inflateInSlices(entry)) {
    splitter.write(decoder.decode(slice, { stream: true }));
    done += slice.length;
    yield entry.size > 0 ? Math.min(1, done / entry.size) : 1;
  }
  splitter.write(decoder.decode());
  return splitter.end();
}

const OPENING = /<((?:\w+:)?)sheetData(\s[^>]*)?(\/?)>/;
/** Longer than any closing tag of `sheetData`, so that one cut in two by a slice is still found. */
const OVERLAP = 64;

/** Cuts the text of a sheet's part into the frame and the cells. */
class SheetDataSplitter {
  private head = '';
  private tail = '';
  private pending = '';
  private closing = '';
  private state: 'head' | 'data' | 'tail' = 'head';

  constructor(private readonly cells: CellParser) {}

  write(piece: string): void {
    if (this.state === 'tail') this.tail += piece;
    else if (this.state === 'data') this.writeData(piece);
    else this.writeHead(piece);
  }

  end(): SheetFrame {
    if (this.state !== 'tail') throw new Error('sheet: no end of sheetData');
    return { head: this.head, tail: this.tail };
  }

  private writeHead(piece: string): void {
    this.head += piece;
    const match = OPENING.exec(this.head);
    if (!match) return;
    const rest = this.head.slice(match.index + match[0].length);
    this.head = this.head.slice(0, match.index);
    const prefix = match[1] ?? '';
    if (match[3]) {
      this.state = 'tail';
      this.tail = rest;
      return;
    }
    this.state = 'data';
    this.closing = `</${prefix}sheetData>`;
    this.cells.begin(prefix);
    this.writeData(rest);
  }

  private writeData(piece: string): void {
    const text = this.pending + piece;
    const end = text.indexOf(this.closing);
    if (end < 0) {
      const safe = Math.max(0, text.length - OVERLAP);
      this.cells.write(text.slice(0, safe));
      this.pending = text.slice(safe);
      return;
    }
    this.cells.write(text.slice(0, end));
    this.cells.finish();
    this.state = 'tail';
    this.tail = text.slice(end + this.closing.length);
  }
}

/** Reads rows and cells from the inside of `sheetData`. */
class CellParser {
  private readonly parser = saxParser();
  private readonly shared = new Map<
    string,
    { readonly row: number; readonly column: number; readonly formula: string }
  >();
  private row = -1;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value: string | null = null;
  private formula: string | null = null;
  private sharedIndex: string | null = null;
  private skipFormula = false;
  private into: 'value' | 'formula' | 'text' | null = null;
  private phonetic = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly sink: CellSink,
  ) {
    this.parser.on('opentag', (tag) => this.open(tag));
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
    this.parser.on('closetag', (tag) => this.close(localName(tag.name)));
  }

  begin(prefix: string): void {
    this.parser.write(prefix ? `<sheetData xmlns:${prefix.slice(0, -1)}="x">` : '<sheetData>');
  }

  write(piece: string): void {
    if (piece) this.parser.write(piece);
  }

  finish(): void {
    this.parser.write('</sheetData>').close();
  }

  private open(tag: SaxTag): void {
    const { attributes } = tag;
    switch (localName(tag.name)) {
      case 'row':
        return this.openRow(attributes);
      case 'c':
        return this.openCell(attributes);
      case 'v':
        this.into = 'value';
        return;
      case 't':
        if (!this.phonetic) this.into = 'text';
        return;
      case 'rPh':
        this.phonetic = true;
        return;
      case 'f':
        this.into = 'formula';
        this.formula = '';
        this.sharedIndex = attributes['t'] === 'shared' ? (attributes['si'] ?? null) : null;
        this.skipFormula = attributes['t'] === 'dataTable';
    }
  }

  private openRow(attributes: Readonly<Record<string, string>>): void {
    const given = attributes['r'];
    this.row = given === undefined ? this.row + 1 : Number(given) - 1;
    this.column = -1;
    const height = attributes['ht'];
    const hidden = isTrue(attributes['hidden']);
    if (height !== undefined || hidden) {
      this.sink.row(
        this.row,
        height !== undefined && isTrue(attributes['customHeight']) ? Number(height) : null,
        hidden,
      );
    }
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    this.type = attributes['t'] ?? 'n';
    this.style = Number(attributes['s'] ?? 0);
    this.value = null;
    this.formula = null;
    this.sharedIndex = null;
  }

  private text(text: string): void {
    if (this.into === 'formula') this.formula = (this.formula ?? '') + text;
    else if (this.into !== null) this.value = (this.value ?? '') + text;
  }

  private close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
      case 'f':
        this.into = null;
        return;
      case 'rPh':
        this.phonetic = false;
        return;
      case 'c':
        this.sink.cell(this.row, this.column, this.style, this.cellValue(), this.cellFormula());
    }
  }

  private cellValue(): ModelValue {
    const text = this.value;
    if (text === null) return '';
    switch (this.type) {
      case 's':
        return this.strings[Number(text)] ?? '';
      case 'str':
      case 'inlineStr':
        return unescapeText(text);
      case 'b':
        return isTrue(text);
      case 'e':
        return { error: text };
      case 'd':
        return serialOfIso(text) ?? text;
      default:
        return text === '' ? '' : Number(text);
    }
  }

  private cellFormula(): string | null {
    if (this.formula === null || this.skipFormula) return null;
    if (this.sharedIndex === null) return this.formula === '' ? null : formulaFromFile(this.formula);
    if (this.formula !== '') {
      this.shared.set(this.sharedIndex, { row: this.row, column: this.column, formula: this.formula });
      return formulaFromFile(this.formula);
    }
    const first = this.shared.get(this.sharedIndex);
    return first
      ? formulaFromFile(shiftFormula(first.formula, this.row - first.row, this.column - first.column))
      : null;
  }
}

/** The texts of the shared string table, rich text flattened, phonetic hints left out. */
export function readSharedStrings(entry: ZipEntry): string[] {
  const strings: string[] = [];
  const parser = saxParser();
  let current = '';
  let inText = false;
  let phonetic = false;
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    if (name === 'si') current = '';
    else if (name === 'rPh') phonetic = true;
    else if (name === 't') inText = !phonetic;
  });
  const take = (text: string): void => {
    if (inText) current += text;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', (tag) => {
    const name = localName(tag.name);
    if (name === 'si') strings.push(unescapeText(current));
    else if (name === 'rPh') phonetic = false;
    else if (name === 't') inText = false;
  });
  const decoder = new TextDecoder();
  for (const slice of inflateInSlices(entry)) parser.write(decoder.decode(slice, { stream: true }));
  parser.write(decoder.decode()).close();
  return strings;
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

const MILLISECONDS_A_DAY = 86_400_000;
const UNIX_EPOCH_SERIAL = 25_569;

/** ISO 8601 dates stand in files of the strict format. */
function serialOfIso(text: string): number | null {
  const time = Date.parse(/[Zz]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? null : time / MILLISECONDS_A_DAY + UNIX_EPOCH_SERIAL;
}
