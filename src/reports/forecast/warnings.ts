import { dealEntryOf } from '../../domain/deals/dealCells';
import type { DealProblem } from '../../domain/deals/types';
import { absolute, onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { dealColumn, TOTALS_ROW } from '../deals/layout';
import { COUNT, PERCENT } from '../formats';
import { MONEY_SCALE } from '../../domain/shared/money';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf } from '../live';
import { moneyOf } from '../moneyWords';
import { thresholdName } from '../names';
import type { PlanCell } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';

/** Column of the as-of date on «Сделки». */
const AS_OF_COLUMN = 5;

/** What makes the forecast doubtful, live: a number for each check and what it means (method.md §4). */
export function warningSection(ctx: ReportContext, row: number): Section {
  const { t, deals, settings, tabNames, entries } = ctx;
  const { thresholds } = settings;
  const { open, totals } = deals;
  const column = dealColumn(ctx);
  const first = row + 2;
  const asOf = onSheet(tabNames.deals, absolute(TOTALS_ROW + 1, AS_OF_COLUMN));
  const countOf = (problem: DealProblem) => open.filter(({ problems }) => problems.includes(problem)).length;
  const expected = `SUM(${column('openExpected')})`;
  const largest = `MAX(${column('openExpected')})`;
  const largestExpected = open.reduce((most, deal) => Math.max(most, deal.expected), 0);
  const whole = totals.open.expected;
  const part = whole > 0 ? largestExpected / whole : 0;
  const bad = open.filter(
    ({ key }) => dealEntryOf(entries.dealCells.get(key) ?? {}).unreadable !== null,
  ).length;

  const checks: readonly {
    readonly label: string;
    readonly value: Live;
    readonly format: string;
    readonly isTrue: (cell: string) => Live;
    readonly text: (cell: string) => Live;
  }[] = [
    {
      label: t('forecast.warning.oneDeal'),
      value: live(`IF(${expected}>0,${largest}/${expected},0)`, part),
      format: PERCENT,
      isTrue: (cell) => live(`${cell}>${thresholdName('oneDealPart')}`, part > thresholds.oneDealPart),
      text: (cell) =>
        liveText(t('forecast.warning.oneDeal.text'), {
          part: percentOf(cell, part),
          rest: moneyOf(`(${expected}-${largest})`, (whole - largestExpected) / MONEY_SCALE, t),
        }),
    },
    {
      label: t('forecast.warning.fewDeals'),
      value: live(`SUM(${column('open')})`, totals.open.deals),
      format: COUNT,
      isTrue: (cell) =>
        live(
          `AND(${cell}>0,${cell}<${thresholdName('fewDeals')})`,
          totals.open.deals > 0 && totals.open.deals < thresholds.fewDeals,
        ),
      text: () =>
        liveText(t('forecast.warning.fewDeals.text'), {
          least: live(thresholdName('fewDeals'), thresholds.fewDeals),
        }),
    },
    problem('noDate', `SUMIF(${column('day')},0,${column('open')})`, countOf('noDate')),
    problem(
      'noAmount',
      `SUM(${column('open')})-SUMIF(${column('openAmount')},"<>0",${column('open')})`,
      open.filter(({ amount }) => amount === 0).length,
    ),
    problem(
      'unknownStage',
      `SUMPRODUCT((${column('stageChance')}="")*1,${column('open')})`,
      countOf('unknownStage'),
    ),
    problem(
      'overdue',
      `SUMIFS(${column('open')},${column('day')},">0",${column('day')},"<"&(${asOf}-${thresholdName('overdueThird')}))`,
      countOf('overdue'),
    ),
    problem(
      'moved',
      `SUMIF(${column('moves')},">="&${thresholdName('movedTimes')},${column('open')})`,
      countOf('moved'),
    ),
    problem('duplicate', `SUMPRODUCT((${column('note')}<>"")*1,${column('open')})`, countOf('duplicate')),
    problem(
      'badProbability',
      `SUMPRODUCT((${column('manual')}<>"")*1,${column('open')})-SUMIFS(${column('open')},${column('manual')},">=0",` +
        `${column('manual')},"<=1")`,
      bad,
    ),
  ];
  const rows = checks.map(({ label, value, isTrue, text }, index): PlanCell[] => {
    const cell = absolute(first + index, 2);
    const condition = isTrue(cell);
    const words = text(cell);
    return [
      label,
      liveCell(value),
      liveCell(
        live(
          `IF(${condition.formula},${words.formula},${literal(t('forecast.warning.fine'))})`,
          condition.value === true ? words.value : t('forecast.warning.fine'),
        ),
      ),
    ];
  });
  return {
    blocks: [
      line(row, 'heading', t('forecast.section.warnings')),
      line(row + 1, 'note', t('forecast.warnings.note', { deals: tabNames.deals })),
      ...rows.map((cells, index) => ({
        row: first + index,
        column: 1,
        role: 'body' as const,
        formats: [null, checks[index]?.format ?? null, null],
        align: [null, 'right' as const, null],
        cells: [cells],
      })),
    ],
    rules: [
      {
        kind: 'formula',
        area: { row: first, column: 3, rows: rows.length, columns: 1 },
        formula: `=$C${first}<>${literal(t('forecast.warning.fine'))}`,
        role: 'warning',
      },
    ],
    nextRow: first + rows.length + 1,
  };

  function problem(code: DealProblem, formula: string, count: number) {
    return {
      label: t(`deals.problem.${code}`),
      value: live(formula, count),
      format: COUNT,
      isTrue: (cell: string) => live(`${cell}>0`, count > 0),
      text: () => live(literal(t(`forecast.warning.${code}.text`)), t(`forecast.warning.${code}.text`)),
    };
  }
}
