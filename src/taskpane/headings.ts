import type { Preview } from '../app/types';
import { sheetColumnOf } from '../domain/sales/sheetColumn';
import type { ColumnView } from '../domain/sales/types';
import { columnLetter } from '../domain/shared/grid';
import type { Pane } from './PaneContext';

/** How a column is called to the user: its heading, or what it is made of, or its letter on the sheet. */
export function headingOf({ head, understanding }: Preview, column: ColumnView, { t }: Pane): string {
  if (column.header !== '') return column.header;
  const place = sheetColumnOf(understanding, column.index);
  if (column.made !== undefined || place === null) return t(`pane.made.${column.made ?? 'value'}`);
  return t('pane.column', { letter: columnLetter(head.firstColumn + place) });
}

/** The same by the column's index in the grid; `''` where there is no such column. */
export function columnHeading(preview: Preview, index: number | undefined, pane: Pane): string {
  const column = preview.understanding.columns.find((candidate) => candidate.index === index);
  return column ? headingOf(preview, column, pane) : '';
}
