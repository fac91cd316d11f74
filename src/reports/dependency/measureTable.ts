import type { ReportContext } from '../context';
import type { Live } from '../live';
import { liveCell } from '../live';
import { figureName } from '../names';
import type { Figure } from '../names';
import type { Block, PlanName } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';
import { WIDTHS } from './layout';

const MEASURE_COLUMN = 2;
/** Column of the values. */
export const VALUE_COLUMN = 3;

/** A number with a sentence on what it means. */
export interface Measure {
  readonly label: string;
  readonly value: Live;
  readonly format: string;
  readonly meaning: string | Live;
  /** The name under which other tabs know the number. */
  readonly figure?: Figure;
}

/** A measure that may refer to cells beside its own row. */
export type MeasureAt = (row: number) => Measure;

/** The headings over measures; their band runs over the columns that the sentences run over. */
export function measureHeadings({ t }: ReportContext, row: number): Block {
  return {
    row,
    column: MEASURE_COLUMN,
    role: 'columnHeading',
    align: [null, 'right', null],
    cells: [
      [
        t('dependency.column.measure'),
        t('dependency.column.value'),
        t('dependency.column.meaning'),
        ...WIDTHS.slice(VALUE_COLUMN + 1).map(() => null),
      ],
    ],
  };
}

/** Measures one under the other, under a title if there is one. */
export function measureTable(row: number, title: string | null, measures: readonly MeasureAt[]): Section {
  const blocks: Block[] = title === null ? [] : [line(row, 'heading', title)];
  const names: PlanName[] = [];
  const firstRow = title === null ? row : row + 1;
  measures.forEach((measureAt, index) => {
    const at = firstRow + index;
    const { label, value, format, meaning, figure } = measureAt(at);
    if (figure)
      names.push({ name: figureName(figure), area: { row: at, column: VALUE_COLUMN, rows: 1, columns: 1 } });
    blocks.push({
      row: at,
      column: MEASURE_COLUMN,
      role: 'body',
      formats: [null, format, null],
      align: [null, 'right', null],
      cells: [[label, liveCell(value), typeof meaning === 'string' ? meaning : liveCell(meaning)]],
    });
  });
  return { blocks, names, nextRow: firstRow + measures.length + 1 };
}
