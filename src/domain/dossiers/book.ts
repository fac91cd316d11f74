import type { ClientKey } from '../sales/types';
import type { ExcelSerial } from '../shared/dates';
import type { CellValue } from '../shared/grid';
import type { Variant } from './schema';

/** A sheet of people's that a dossier is a copy of. */
export interface DossierTemplate {
  /** Its id in Excel. */
  readonly sheet: string;
  /** As it was called then. */
  readonly name: string;
}

/** A dossier that a workbook keeps: whose it is, and what its tab is called. */
export interface DossierEntry {
  /** Its number in the workbook, never given twice. */
  readonly number: number;
  readonly client: ClientKey;
  /** As the client was last called: a page of a client that vanished from the sales still says whose it is. */
  readonly name: string;
  readonly variant: Variant;
  readonly created: ExcelSerial;
  /** Name of its tab while names are hidden, to be given back; null otherwise. */
  readonly tab: string | null;
  /** Null for a page of ours in one of the variants; of an own template the variant tells nothing. */
  readonly template: DossierTemplate | null;
}

/** A change of a deal's probability that a person confirmed on the report of a meeting. */
export interface AppliedProbability {
  readonly deal: string;
  /** 0 … 1 */
  readonly probability: number;
  readonly on: ExcelSerial;
}

/** A meeting report that a workbook keeps. */
export interface MeetingEntry {
  readonly number: number;
  readonly client: ClientKey;
  readonly name: string;
  readonly created: ExcelSerial;
  readonly tab: string | null;
  /** What was carried over to the deals last: never twice, so that later changes by hand stay. */
  readonly applied: AppliedProbability | null;
}

/** All dossiers and meeting reports of a workbook. */
export interface DossierBook {
  readonly dossiers: readonly DossierEntry[];
  readonly meetings: readonly MeetingEntry[];
}

/** A workbook without dossiers. */
export const NO_DOSSIERS: DossierBook = { dossiers: [], meetings: [] };

/**
 * What people wrote on a page: by key of a field (`passport.industry`: its `value`), and by table and order of its rows
 * (`people.r1`: its columns).
 */
export type PageWords = ReadonlyMap<string, Readonly<Record<string, CellValue>>>;

/** What stands in a single field while nothing is typed, so that the unknown is seen; typed, it says nothing. */
export const UNKNOWN_SIGN = '?';

/** The table of every page that takes free notes, and what people wrote outside the cells made for it. */
export const NOTES = { table: 'notes', field: 'text' } as const;

/** Key of a row of a table on a page, from 1. */
export function rowKey(table: string, row: number): string {
  return `${table}.r${row}`;
}

/** The rows of a table that hold anything, in their order. */
export function tableRows(words: PageWords, table: string): readonly Readonly<Record<string, CellValue>>[] {
  const rows: Readonly<Record<string, CellValue>>[] = [];
  for (let row = 1; ; row++) {
    const values = words.get(rowKey(table, row));
    if (!values) return rows;
    rows.push(values);
  }
}

/** What was written into a single field; `''` if nothing. */
export function fieldValue(words: PageWords, key: string): CellValue {
  return words.get(key)?.value ?? '';
}
