import type { ReportContext } from '../context';
import { COUNT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, liveText } from '../live';
import { thresholdName } from '../names';
import type { Block } from '../plan';
import { columnAddress, columnOf, SUMMARY_ROW } from './layout';
import type { RegisterRow } from './rows';
import { stateWords } from './rows';

/** How many dossiers there are, how full, how old, and what is to be done: live over the table (method.md §5). */
export function registerSummary(ctx: ReportContext, rows: readonly RegisterRow[]): readonly Block[] {
  const { t, settings } = ctx;
  const column = columnAddress(rows.length);
  const count = (gap: 'overdue' | 'stale' | 'noNext'): Live =>
    live(`COUNT(${column(gap)})`, rows.filter(({ gaps }) => gaps[gap]).length);
  // Of dossiers on own templates only the client is known.
  const ours = rows.filter(({ page }) => page.entry.template === null);
  const mean =
    ours.length === 0 ? 0 : ours.reduce((sum, { figures }) => sum + figures.completeness, 0) / ours.length;
  const completeness = column('completeness');
  const isState = (state: 'key' | 'gone'): Live => {
    const words = t(`register.state.${state}`);
    return live(
      `COUNTIF(${column('state')},${literal(words)})`,
      rows.filter((row) => stateWords(ctx, row) === words).length,
    );
  };
  const strategic = ours.filter(({ page }) => page.entry.variant === 'strategic').length;
  const staleDays = live(thresholdName('staleDays'), settings.thresholds.staleDays);
  const plain = (text: string): Live => live(literal(text), text);
  const lines: readonly (readonly [string, Live, string, Live])[] = [
    [
      t('register.count'),
      live(`COUNT(${completeness})`, ours.length),
      COUNT,
      liveText(t('register.count.meaning'), {
        key: isState('key'),
        gone: isState('gone'),
        strategic: live(String(strategic), strategic),
      }),
    ],
    [
      t('register.mean'),
      live(`IF(COUNT(${completeness})>0,SUM(${completeness})/COUNT(${completeness}),0)`, mean),
      '0%',
      plain(t('register.mean.meaning')),
    ],
    [t('register.stale'), count('stale'), COUNT, liveText(t('register.stale.meaning'), { days: staleDays })],
    [t('register.noNext'), count('noNext'), COUNT, plain(t('register.noNext.meaning'))],
    [t('register.overdue'), count('overdue'), COUNT, plain(t('register.overdue.meaning'))],
  ];
  return lines.map(([label, value, format, meaning], index): Block => ({
    row: SUMMARY_ROW + index,
    column: columnOf('client'),
    role: 'body',
    formats: [null, format, null],
    align: [null, 'right', null],
    cells: [[label, liveCell(value), liveCell(meaning)]],
  }));
}
