import { onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { moneyFormat, TEXT } from '../formats';
import { liveCell } from '../live';
import type { Block } from '../plan';
import { line } from '../tabHead';
import type { Action } from './actions';

/** The list of actions under its heading: number, money, sentence, tab. */
export function actionBlocks(
  { t, analysis, tabNames }: ReportContext,
  todo: readonly Action[],
  row: number,
  tabColumn: number,
): readonly Block[] {
  if (todo.length === 0) return [];
  const first = row + 2;
  const between = Array<null>(tabColumn - 4).fill(null);
  return [
    line(row, 'heading', t('diagnosis.section.actions')),
    {
      row: row + 1,
      column: 1,
      role: 'columnHeading',
      align: ['center', 'right', null, ...between, null],
      cells: [
        [
          t('diagnosis.action.number'),
          t('diagnosis.action.money'),
          t('diagnosis.action.what'),
          ...between,
          t('diagnosis.column.tab'),
        ],
      ],
    },
    { row: first, column: 1, role: 'body', align: ['center'], cells: todo.map((_, index) => [index + 1]) },
    {
      row: first,
      column: 2,
      role: 'body',
      formats: [moneyFormat(analysis), null],
      align: ['right', null],
      cells: todo.map(({ money, sentence }) => [liveCell(money), liveCell(sentence)]),
    },
    ...todo.map(({ tab }, index): Block => ({
      row: first + index,
      column: tabColumn,
      role: 'link',
      formats: [TEXT],
      target: onSheet(tabNames[tab], 'A1'),
      cells: [[tabNames[tab]]],
    })),
  ];
}
