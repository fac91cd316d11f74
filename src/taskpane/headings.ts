import type { Preview } from '../app/types';
import type { ColumnView } from '../domain/sales/types';
import { columnLetter } from '../domain/shared/grid';
import type { Pane } from './PaneContext';

/** How a column is called to the user: its heading, or its letter on the sheet where it has none. */
export function headingOf({ head }: Preview, column: ColumnView, { t }: Pane): string {
  return column.header === ''
    ? t('pane.column', { letter: columnLetter(head.firstColumn + column.index) })
    : column.header;
}

/** The same by the column's index in the grid; `''` where there is no such column. */
export function columnHeading(preview: Preview, index: number | undefined, pane: Pane): string {
  const column = preview.understanding.columns.find((candidate) => candidate.index === index);
  return column ? headingOf(preview, column, pane) : '';
}
