import { onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { moneyFormat, TEXT } from '../formats';
import type { Live } from '../live';
import { liveCell } from '../live';
import type { Block, TabKey } from '../plan';
import { line } from '../tabHead';

/** One thing to do: the money it is about, who and what, and the tab to do it on. */
export interface Action {
  readonly money: Live;
  readonly sentence: Live;
  readonly tab: TabKey;
}

/** What to do first, by money. */
export function actions(_ctx: ReportContext): readonly Action[] {
  return [];
}

/** The list of actions under its heading. */
export function actionBlocks(
  { t, analysis, tabNames }: ReportContext,
  todo: readonly Action[],
  row: number,
  page: { readonly columns: number; readonly tabColumn: number },
): readonly Block[] {
  if (todo.length === 0) return [];
  const first = row + 2;
  return [
    line(row, 'heading', t('diagnosis.section.actions')),
    {
      row: row + 1,
      column: 1,
      role: 'columnHeading',
      align: ['center', 'right', ...Array<null>(page.columns - 2).fill(null)],
      cells: [
        [
          '№',
          t('diagnosis.action.money'),
          t('diagnosis.action.what'),
          ...Array<null>(page.columns - 4).fill(null),
          t('diagnosis.column.tab'),
        ],
      ],
    },
    {
      row: first,
      column: 1,
      role: 'body',
      formats: [null],
      align: ['center'],
      cells: todo.map((_, index) => [index + 1]),
    },
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
      column: page.tabColumn,
      role: 'link',
      formats: [TEXT],
      target: onSheet(tabNames[tab], 'A1'),
      cells: [[tabNames[tab]]],
    })),
  ];
}
