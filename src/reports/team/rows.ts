import type { CellValue } from '../../domain/shared/grid';
import type { Live } from '../live';
import { liveCell } from '../live';
import type { Block } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';

/** A label, a value, and a sentence on what it means. */
export interface TeamRow {
  readonly label: string;
  readonly value: CellValue | Live;
  readonly format: string | null;
  readonly meaning: string | Live;
}

/** Column of the values. */
export const VALUE_COLUMN = 2;

/** A titled list of labels, values and sentences. */
export function rowsSection(row: number, title: string, rows: readonly TeamRow[]): Section {
  const cell = (value: CellValue | Live) => (typeof value === 'object' ? liveCell(value) : value);
  return {
    blocks: [
      line(row, 'heading', title),
      ...rows.map(({ label, value, format, meaning }, index): Block => ({
        row: row + 1 + index,
        column: 1,
        role: 'body',
        formats: [null, format, null],
        align: [null, 'right', null],
        cells: [[label, cell(value), cell(meaning)]],
      })),
    ],
    nextRow: row + rows.length + 2,
  };
}
