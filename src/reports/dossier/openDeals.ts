import { formNumber } from '../../domain/deals/dealCells';
import { stageNameOf } from '../../domain/deals/deals';
import type { Deal } from '../../domain/deals/types';
import { moneyToNumber } from '../../domain/shared/money';
import { absolute } from '../addresses';
import { dealColumn } from '../deals/layout';
import { dateFormat, moneyFormat, PERCENT } from '../formats';
import { literal, live, liveCell } from '../live';
import type { Live } from '../live';
import { workingColumn } from './grid';
import { SPANS, UNKNOWN } from './grid';
import type { Draft } from './fields';
import { drawHeadings } from './tables';

/** Deals that a page has room for. */
const SHOWN = 5;

const COLUMNS = {
  name: { column: 1, columns: 2 },
  stage: { column: 3, columns: 4 },
  amount: { column: 7, columns: 1 },
  date: { column: 8, columns: 1 },
  probability: { column: 9, columns: 1 },
} as const;

/** The client's open deals, the largest expected first: amount and probability as «Сделки» says them now. */
export function drawOpenDeals({ ctx, page, dossier }: Pick<Draft, 'ctx' | 'page' | 'dossier'>): void {
  const { t, analysis, language, deals } = ctx;
  const { open } = dossier.facts.deals;
  if (open.length === 0) return;
  drawHeadings({ ctx, page }, [
    { words: 'dossier.deals.name', span: COLUMNS.name },
    { words: 'dossier.deals.stage', span: COLUMNS.stage },
    { words: 'dossier.deals.amount', span: COLUMNS.amount, align: 'right' },
    { words: 'dossier.deals.date', span: COLUMNS.date, align: 'center' },
    { words: 'dossier.deals.probability', span: COLUMNS.probability, align: 'center' },
  ]);
  const column = dealColumn(ctx);
  for (const deal of open.slice(0, SHOWN)) {
    const { row } = page;
    page.work(row, 'deal', liveCell(rowOf(deal)));
    const at = absolute(row, workingColumn('deal'));
    const told = (name: 'openAmount' | 'probability', value: number | null) => {
      const cell = `INDEX(${column(name)},${at})`;
      return liveCell(live(`IF(${at}=0,"${UNKNOWN}",IF(${cell}="","${UNKNOWN}",${cell}))`, value ?? UNKNOWN));
    };
    const { name, stage, amount, date, probability } = COLUMNS;
    page.add(
      { span: name, role: 'body', cell: deal.name || t('dossier.deals.nameless'), wrap: true },
      { span: stage, role: 'body', cell: stageNameOf(deal, deals.stages) || UNKNOWN, wrap: true },
      {
        span: amount,
        role: 'body',
        cell: told('openAmount', moneyToNumber(deal.amount)),
        format: moneyFormat(analysis),
      },
      {
        span: date,
        role: 'body',
        cell: deal.expectedOn ?? UNKNOWN,
        format: dateFormat(language),
        align: 'center',
      },
      {
        span: probability,
        role: 'body',
        cell: told('probability', deal.probability),
        format: PERCENT,
        align: 'center',
      },
    );
    page.markUnknown(row, probability.column);
  }
  const more = open.length - SHOWN;
  if (more > 0) page.add({ span: SPANS.row, role: 'note', cell: t('dossier.deals.more', { count: more }) });

  /** The row of a deal on «Сделки»: that of the run, unless people have sorted there. */
  function rowOf(deal: Deal): Live {
    const number = formNumber(deal.key);
    const row = deals.sheet === null ? (number ?? 0) : deals.open.indexOf(deal) + 1;
    const keys = column('key');
    const key = literal(deal.key);
    return live(`IF(INDEX(${keys},${row})=${key},${row},IFERROR(MATCH(${key},${keys},0),0))`, row);
  }
}
