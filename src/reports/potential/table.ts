import type { PotentialFacts } from '../../domain/entries';
import { columnLetter } from '../../domain/shared/grid';
import { areaAddress, absolute, onSheet } from '../addresses';
import type { ReportContext } from '../context';
import type { Area } from '../plan';
import { HEAD_ROWS } from '../tabHead';

/** Columns of the table on «Потенциал», in their order; up to the note they print. */
const POTENTIAL_COLUMNS = [
  'number',
  'client',
  'key',
  'revenue',
  'annual',
  'budget',
  'ourShare',
  'drivers',
  'norm',
  'segment',
  'assessedOn',
  'potential',
  'method',
  'share',
  'headroom',
  'class',
  'note',
  'comment',
  'reason',
  'listedBudget',
  'listedShare',
  'listedDrivers',
  'listedNorm',
  'listedSegment',
  'listedOn',
] as const;
export type PotentialColumn = (typeof POTENTIAL_COLUMNS)[number];

/** Cells that people fill in, side by side: the contract with `app/entries.ts`. The comment stands apart. */
export const FACT_FIELDS = ['budget', 'ourShare', 'drivers', 'norm', 'segment', 'assessedOn'] as const;
export const COMMENT_FIELDS = ['comment'] as const;

/** A column with a fact from the user's own list, and the fact. */
export const LISTED: Readonly<Partial<Record<PotentialColumn, keyof PotentialFacts>>> = {
  listedBudget: 'budget',
  listedShare: 'ourShare',
  listedDrivers: 'drivers',
  listedNorm: 'norm',
  listedSegment: 'segment',
  listedOn: 'assessedOn',
};

/** Rows of the figures at the top, from the first; they stand in the column of the revenue. */
export const FIGURE_ROW = HEAD_ROWS + 2;
export const KNOWN_COLUMN = 4;
/** How many clients have a known potential: the model of «ABCD» follows this cell. */
export const KNOWN_CELL = absolute(FIGURE_ROW, KNOWN_COLUMN);

const HEADING_ROW = 13;

/** A client or prospect of the table. */
export interface PotentialRow {
  /** Position in `Analysis.clients`; null for a prospect that only the list of potentials knows. */
  readonly position: number | null;
  readonly key: string;
  readonly name: string;
}

/** Where the table of «Потенциал» stands: every formula that refers to it asks here. */
export interface PotentialTable {
  readonly sheet: string;
  readonly columns: readonly PotentialColumn[];
  readonly rows: readonly PotentialRow[];
  readonly headingRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/**
 * The table: the clients in the order of «ABCD», then prospects of the list by potential. Columns of the user's list
 * stand only where it has anything, and the revenue of twelve months only where the period has another length.
 */
export function potentialTable({ analysis, entries, tabNames }: ReportContext): PotentialTable {
  const { segments, clients } = analysis;
  const known = new Set<string>(clients.map(({ key }) => key));
  const listedOnly = entries.prospects.filter(({ key }) => !known.has(key));
  const byPotential = segments.prospects.filter(({ key }) => !known.has(key));
  const assessed = new Set<string>(byPotential.map(({ key }) => key));
  const rows: PotentialRow[] = [
    ...clients.map(({ key, name }, position) => ({ position, key, name })),
    ...[...byPotential, ...listedOnly.filter(({ key }) => !assessed.has(key))].map(({ key, name }) => ({
      position: null,
      key,
      name,
    })),
  ];
  const listed = [...entries.listedPotentials.values(), ...entries.prospects.map(({ facts }) => facts)];
  return {
    sheet: tabNames.potential,
    columns: POTENTIAL_COLUMNS.filter((column) => {
      const fact = LISTED[column];
      if (fact) return listed.some((facts) => facts[fact] !== null);
      return column === 'annual' ? segments.annualFactor !== 1 : true;
    }),
    rows,
    headingRow: HEADING_ROW,
    firstRow: HEADING_ROW + 1,
    lastRow: HEADING_ROW + Math.max(1, rows.length),
  };
}

/** One-based column on the sheet; 0 where the table lacks it. */
export function potentialColumn(table: PotentialTable, column: PotentialColumn): number {
  return table.columns.indexOf(column) + 1;
}

/** A cell of a column in a row, `$F15`, by its number or a mark for it; null where the table lacks the column. */
export function potentialCell(
  table: PotentialTable,
  column: PotentialColumn,
  row: number | string,
): string | null {
  const number = potentialColumn(table, column);
  return number === 0 ? null : `$${columnLetter(number)}${row}`;
}

/** The cells of a column under its heading. */
export function potentialArea(table: PotentialTable, column: PotentialColumn): Area {
  const { firstRow, lastRow } = table;
  return { row: firstRow, column: potentialColumn(table, column), rows: lastRow - firstRow + 1, columns: 1 };
}

/** The cells of a column as a reference on the tab itself. */
export function potentialAddress(table: PotentialTable, column: PotentialColumn): string {
  return areaAddress(potentialArea(table, column));
}

/** Revenue of twelve months stands here. */
export function annualColumn(table: PotentialTable): PotentialColumn {
  return table.columns.includes('annual') ? 'annual' : 'revenue';
}

/**
 * What a column says of the client of a row of another table, whose key is given: its own row is `row` here as long as
 * nobody sorts, else it is looked up by the key.
 */
export function pulled(
  table: PotentialTable,
  column: PotentialColumn,
  row: number | string,
  key: string,
): string {
  const cell = (each: PotentialColumn) => onSheet(table.sheet, potentialCell(table, each, row) ?? '');
  return `IF(${cell('key')}=${key},${cell(column)},IFERROR(${lookedUp(table, column, key)},""))`;
}

/** What a column says of the client with a key, looked up. Slow in thousands of rows: only where rows were moved. */
export function lookedUp(table: PotentialTable, column: PotentialColumn, key: string): string {
  const first = potentialColumn(table, 'key');
  const last = potentialColumn(table, column);
  const area = `${absolute(table.firstRow, first)}:${absolute(table.lastRow, last)}`;
  return `VLOOKUP(${key},${onSheet(table.sheet, area)},${last - first + 1},FALSE)`;
}
