import { moneyToNumber } from '../../domain/shared/money';
import { counted } from '../../i18n/numbers';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT, TEXT } from '../formats';
import { live, liveCell, liveText, percentOf, roundHalfUp } from '../live';
import { BASE_NAME, figureName } from '../names';
import type { Area, PlanCell } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';
import { baseOf } from '../classSummary';
import { flagOfShare, flagRules } from './flagOfShare';

/** Holdings shown one by one; the rest are smaller. */
const MOST_HOLDINGS = 20;
/** Members named in a row. */
const MOST_NAMED = 3;
const FLAG_COLUMN = 5;

/** Flags by holding (method.md §3: the holding decides); nothing where the source and the people name none. */
export function holdingFlags(ctx: ReportContext, row: number): Section {
  const { t, analysis, language } = ctx;
  const { holdings, holdingConcentration } = analysis.dependency;
  if (holdings.length === 0) return { blocks: [], nextRow: row };
  const shown = holdings.slice(0, MOST_HOLDINGS);
  const first = row + 4;
  const base = baseOf(analysis);
  const rows = shown.map((holding, index): PlanCell[] => {
    const at = first + index;
    const revenue = moneyToNumber(holding.revenue);
    const share = base > 0 ? Math.max(revenue, 0) / base : 0;
    const names = holding.members.slice(0, MOST_NAMED).map((member) => analysis.clients[member]?.name ?? '');
    const more = holding.members.length - names.length;
    return [
      index + 1,
      holding.name,
      revenue,
      { formula: `=IF(${BASE_NAME}>0,MAX(C${at},0)/${BASE_NAME},0)`, value: share },
      liveCell(flagOfShare(ctx, `D${at}`, share)),
      holding.members.length,
      more > 0 ? t('dependency.holdings.more', { names: names.join('; '), count: more }) : names.join('; '),
    ];
  });
  const column = (number: number): Area => ({ row: first, column: number, rows: rows.length, columns: 1 });
  const together = holdingConcentration && {
    hhi: roundHalfUp(holdingConcentration.hhi, 0),
    top1: roundHalfUp(holdingConcentration.cr[1] * 100, 1),
  };
  const summary = together
    ? liveCell(
        liveText(t('dependency.holdings.together'), {
          hhi: live(String(together.hhi), together.hhi),
          top1: live(String(together.top1), together.top1),
          before: live(`ROUND(N(${figureName('hhi')}),0)`, roundHalfUp(analysis.concentration?.hhi ?? 0, 0)),
          top1Before: percentOf(`N(${figureName('top1')})`, analysis.concentration?.cr[1] ?? 0),
        }),
      )
    : t('report.noRevenue');
  const left =
    holdings.length > shown.length
      ? [
          line(
            first + rows.length,
            'note',
            t('dependency.holdings.left', {
              holdings: counted(language, holdings.length - shown.length, t('count.holding')),
            }),
          ),
        ]
      : [];
  return {
    blocks: [
      line(row, 'heading', t('dependency.section.holdings')),
      line(row + 1, 'note', t('dependency.holdings.rule')),
      line(row + 2, 'note', summary),
      {
        row: row + 3,
        column: 1,
        role: 'columnHeading',
        align: ['center', null, 'right', 'right', null, 'right', null, null, null],
        cells: [
          [
            t('dependency.top.number'),
            t('dependency.holdings.holding'),
            t('dependency.top.revenue'),
            t('dependency.top.share'),
            t('dependency.top.flag'),
            t('dependency.holdings.clients'),
            t('dependency.holdings.members'),
            null,
            null,
          ],
        ],
      },
      {
        row: first,
        column: 1,
        role: 'body',
        formats: [COUNT, TEXT, moneyFormat(analysis), PERCENT, null, COUNT, TEXT],
        align: ['center', null, null, null, null, null, null],
        cells: rows,
      },
      ...left,
    ],
    names: [
      { name: figureName('topHoldingName'), area: { row: first, column: 2, rows: 1, columns: 1 } },
      { name: figureName('topHolding'), area: { row: first, column: 4, rows: 1, columns: 1 } },
    ],
    rules: [...flagRules(ctx, column(FLAG_COLUMN)), { kind: 'dataBar', area: column(4) }],
    nextRow: first + rows.length + left.length + 1,
  };
}
