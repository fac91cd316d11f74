import { NOTES, rowKey, UNKNOWN_SIGN } from '../domain/dossiers/book';
import type { CellValue } from '../domain/shared/grid';
import type { PagePlan } from '../reports/plan';
import type { FoundSigns, RowSign } from './pageSigns';
import { findSigns, signOf } from './pageSigns';
import { PlanCells } from './planCells';
import { standsAnywhere } from './references';
import type { InputRecord } from './types';

/** The used cells of a page's sheet, as Excel answers them. */
export interface PageCells {
  readonly values: readonly (readonly CellValue[])[];
  /** Formulas in their cells, values in the others. */
  readonly formulas: readonly (readonly CellValue[])[];
  readonly formats: readonly (readonly string[])[];
}

/** What people wrote on a page, and whether the page was written to its end: only then its cells tell everything. */
export interface PageRecords {
  readonly isWhole: boolean;
  readonly records: readonly InputRecord[];
}

/**
 * Takes what people wrote from the cells of a page: fields by their keys, tables by the order of their rows, inserted
 * rows among them. What stands outside the cells made for people is added to the page's notes, so that it is not lost.
 */
export function pageRecords(cells: PageCells): PageRecords {
  const found = findSigns(cells.values);
  if (!found) return { isWhole: false, records: [] };
  return { isWhole: true, records: new PageReader(found, cells).records() };
}

class PageReader {
  private readonly values: PageCells['values'];
  private readonly signs: readonly (RowSign | null)[];
  private readonly numberOf: ReadonlyMap<number, number>;
  private readonly fields: InputRecord[] = [];
  private readonly rows = new Map<string, InputRecord[]>();
  private readonly strays: string[] = [];

  constructor(
    private readonly found: FoundSigns,
    private readonly cells: PageCells,
  ) {
    this.values = cells.values;
    this.signs = this.values.map((row, index) => (index === found.top ? null : signOf(row[found.column])));
    this.numberOf = new Map([...found.columnOf].map(([number, index]) => [index, number]));
  }

  records(): readonly InputRecord[] {
    this.values.forEach((_, row) => {
      if (row === this.found.top) return;
      const sign = this.signs[row] ?? null;
      const table = sign ? sign.table : this.tableAround(row);
      if (table !== undefined) this.takeRow(table, row);
      if (sign) this.takeFields(sign, row);
      this.takeStrays(sign, table, row);
    });
    const notes = this.strays.map((text): InputRecord => ({ key: '', values: { [NOTES.field]: text } }));
    this.rows.set(NOTES.table, [...(this.rows.get(NOTES.table) ?? []), ...notes]);
    return [
      ...this.fields,
      ...[...this.rows].flatMap(([table, records]) =>
        records.map((record, index) => ({ ...record, key: rowKey(table, index + 1) })),
      ),
    ];
  }

  /** The table that an inserted row belongs to: that of the nearest row above or below with a sign. */
  private tableAround(row: number): string | undefined {
    const next = (step: 1 | -1): string | undefined => {
      for (let at = row + step; at >= 0 && at < this.signs.length; at += step) {
        const sign = this.signs[at];
        if (sign) return sign.table;
      }
      return undefined;
    };
    return next(-1) ?? next(1);
  }

  private takeFields(sign: RowSign, row: number): void {
    for (const [number, key] of Object.entries(sign.fields)) {
      const cell = this.cell(row, this.found.columnOf.get(Number(number)));
      if (cell !== null && cell.value !== UNKNOWN_SIGN) this.fields.push(recordOf(key, { value: cell }));
    }
  }

  private takeRow(table: string, row: number): void {
    const cells = Object.entries(this.found.tables[table] ?? {}).flatMap(([field, number]) => {
      const cell = this.cell(row, this.found.columnOf.get(number));
      return cell === null ? [] : [[field, cell] as const];
    });
    if (cells.length === 0) return;
    const records = this.rows.get(table) ?? [];
    records.push(recordOf('', Object.fromEntries(cells)));
    this.rows.set(table, records);
  }

  /** Texts in cells that are neither ours nor people's: right of the page, below it, between its rows. */
  private takeStrays(sign: RowSign | null, table: string | undefined, row: number): void {
    const columns = new Set(Object.values(this.found.tables[table ?? ''] ?? {}));
    const texts = (this.values[row] ?? []).flatMap((value, column) => {
      const text = String(value).trim();
      if (text === '' || (column >= this.found.column && column <= this.found.lastColumn)) return [];
      const number = this.numberOf.get(column);
      const isKnown = number !== undefined && (columns.has(number) || sign?.own[number - 1] === '1');
      return isKnown ? [] : [text];
    });
    if (texts.length > 0) this.strays.push(texts.join('; '));
  }

  private cell(row: number, column: number | undefined): TypedCell | null {
    if (column === undefined) return null;
    const value = this.values[row]?.[column] ?? '';
    const typed = this.cells.formulas[row]?.[column];
    const isKept =
      typeof typed === 'string' && typed.startsWith('=') && typed !== value && standsAnywhere(typed);
    const formula = isKept ? typed : null;
    // A formula that gives nothing today is still somebody's.
    if (formula === null && typeof value === 'string' && value.trim() === '') return null;
    return { value, format: this.cells.formats[row]?.[column] ?? GENERAL, formula };
  }
}

interface TypedCell {
  readonly value: CellValue;
  readonly format: string;
  readonly formula: string | null;
}

const GENERAL = 'General';

function recordOf(key: string, cells: Readonly<Record<string, TypedCell>>): InputRecord {
  const entries = Object.entries(cells);
  const formats = entries.flatMap(([field, { value, format }]) =>
    typeof value === 'number' && format !== GENERAL ? [[field, format] as const] : [],
  );
  const formulas = entries.flatMap(([field, { formula }]) =>
    formula === null ? [] : [[field, formula] as const],
  );
  return {
    key,
    values: Object.fromEntries(entries.map(([field, { value }]) => [field, value])),
    ...(formats.length > 0 ? { formats: Object.fromEntries(formats) } : {}),
    ...(formulas.length > 0 ? { formulas: Object.fromEntries(formulas) } : {}),
  };
}

/**
 * What a page holds, completed by what earlier runs kept of it: fields that stand on it no more, and rows of tables,
 * which come after those that stand. A page that is not whole says nothing: what was kept before it was cleared does.
 */
export function completed(
  { isWhole, records }: PageRecords,
  journal: readonly InputRecord[],
  archive: readonly InputRecord[],
): readonly InputRecord[] {
  const complete = new Map((isWhole ? records : journal).map((record) => [record.key, record]));
  for (const record of archive) {
    const [, table] = TABLE_ROW.exec(record.key) ?? [];
    if (table !== undefined) {
      const key = freeRow(complete, table);
      complete.set(key, { ...record, key });
    } else if (!complete.has(record.key)) complete.set(record.key, record);
  }
  return [...complete.values()];
}

/**
 * Records read from a page that hides texts, with the formulas that were kept beside what they gave: there only that is
 * shown.
 */
export function withFormulas(
  records: readonly InputRecord[],
  kept: readonly InputRecord[],
): readonly InputRecord[] {
  const found = new Map(records.map((record) => [record.key, record]));
  for (const { key, values, formulas = {} } of kept) {
    const read = found.get(key);
    const same = Object.keys(formulas).filter((field) => (read?.values[field] ?? '') === values[field]);
    if (same.length === 0) continue;
    const pick = <T>(from: Readonly<Record<string, T>>) =>
      Object.fromEntries(Object.entries(from).filter(([field]) => same.includes(field)));
    found.set(key, {
      ...read,
      key,
      values: { ...read?.values, ...pick(values) },
      formulas: { ...read?.formulas, ...pick(formulas) },
    });
  }
  return [...found.values()];
}

const TABLE_ROW = /^(.+)\.r\d+$/;

function freeRow(known: ReadonlyMap<string, unknown>, table: string): string {
  let row = 1;
  while (known.has(rowKey(table, row))) row++;
  return rowKey(table, row);
}

/** A page with what people wrote put back, and what found no place on it. */
export function restorePage(
  plan: PagePlan,
  records: readonly InputRecord[],
): { readonly plan: PagePlan; readonly left: readonly InputRecord[] } {
  const { page } = plan;
  const cells = new PlanCells(plan.blocks);
  const places = new Map<
    string,
    { readonly row: number; readonly columnOf: (field: string) => number | undefined }
  >();
  for (const { key, row, column } of page.fields)
    places.set(key, { row, columnOf: (field) => (field === 'value' ? column : undefined) });
  for (const { key, row, rows, columns } of page.tables) {
    const columnOf = new Map(columns.map(({ field, column }) => [field, column]));
    for (let at = 0; at < rows; at++)
      places.set(rowKey(key, at + 1), { row: row + at, columnOf: (field) => columnOf.get(field) });
  }
  const left = records.flatMap(({ values, ...record }): InputRecord[] => {
    const place = places.get(record.key);
    const rest = Object.entries(values).filter(([field, value]) => {
      const column = place?.columnOf(field);
      const formula = record.formulas?.[field];
      const typed = formula === undefined ? value : { formula, value };
      return (
        !place || column === undefined || !cells.accepts(place.row, column, typed, record.formats?.[field])
      );
    });
    return rest.length > 0 ? [{ ...record, values: Object.fromEntries(rest) }] : [];
  });
  for (const { row, column, blank } of page.fields)
    if (blank !== undefined) cells.accepts(row, column, blank);
  return { plan: { ...plan, blocks: cells.blocks() }, left };
}
