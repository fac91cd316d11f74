import type { Deal, Deals } from '../domain/deals/types';
import type { Origin } from '../domain/shared/grid';
import { formNumber } from '../domain/deals/dealCells';
import { formatMoneyShort } from '../i18n/numbers';
import type { ReportContext } from './context';
import { dealTable } from './deals/layout';
import { forecastSentences } from './forecast/summary';

/** Deals to act on: what a director can do this week. */
const ACTIONS = 5;

/** A deal that wants somebody to act, why, and its row on «Сделки». */
export interface DealAction {
  readonly deal: string;
  readonly why: string;
  readonly place: Origin;
}

/** The pipeline for the pane: the forecast in three sentences, and the deals to act on. */
export interface DealCard {
  readonly sentences: readonly string[];
  readonly actions: readonly DealAction[];
}

/** The card of the pane; null without deals. */
export function dealCard(ctx: ReportContext): DealCard | null {
  const { deals, tabNames } = ctx;
  if (deals.all.length === 0) return null;
  return {
    sentences: forecastSentences(ctx),
    actions: chosen(ctx).map(({ deal, why }) => ({
      deal: [deal.clientName, deal.name].filter((text) => text !== '').join(', '),
      why,
      place: { sheet: tabNames.deals, row: rowOf(ctx, deal) },
    })),
  };
}

/** The deal that decides most, then the largest ones with something amiss. */
function chosen(ctx: ReportContext): readonly { readonly deal: Deal; readonly why: string }[] {
  const { deals, t, language } = ctx;
  const [first] = deals.deciding;
  const decisive = first && deals.open[first.deal];
  const leading =
    first && decisive
      ? [
          {
            deal: decisive,
            why: t('forecast.act.decides', {
              won: formatMoneyShort(first.medianWon, language),
              lost: formatMoneyShort(first.medianLost, language),
            }),
          },
        ]
      : [];
  const others = [...deals.open.keys()]
    .sort((a, b) => (deals.open[b]?.amount ?? 0) - (deals.open[a]?.amount ?? 0) || a - b)
    .flatMap((index) => {
      const deal = deals.open[index];
      const why = deal && deal !== decisive ? whyOf(ctx, deals, deal) : null;
      return deal && why !== null ? [{ deal, why }] : [];
    });
  return [...leading, ...others].slice(0, ACTIONS);
}

/** What is amiss with a deal, the gravest first; null if nothing is. */
function whyOf({ t, settings }: ReportContext, { stages }: Deals, deal: Deal): string | null {
  const { problems, checklist, daysOverdue } = deal;
  const days = daysOverdue ?? 0;
  if (problems.includes('overdue')) return t('forecast.act.close', { days });
  if (problems.includes('unknownStage') && deal.probability === null)
    return t('forecast.act.stage', { stage: deal.stageText });
  if (problems.includes('moved')) return t('forecast.act.moved', { moves: deal.moves ?? 0 });
  if (days > 0) return t('forecast.act.late', { days });
  if (problems.includes('noDate')) return t('forecast.act.noDate');
  if (problems.includes('noAmount')) return t('forecast.act.noAmount');
  if (checklist?.isContactGated) return t('forecast.act.contact');
  if (checklist?.isBudgetGated) return t('forecast.act.budget');
  const stage = deal.stage === null ? null : (stages[deal.stage]?.probability ?? null);
  return checklist === null && stage !== null && stage >= settings.thresholds.bestCase
    ? t('forecast.act.checklist')
    : null;
}

function rowOf(ctx: ReportContext, deal: Deal): number {
  const table = dealTable(ctx);
  const index = table.isForm ? (formNumber(deal.key) ?? 1) - 1 : ctx.deals.open.indexOf(deal);
  return table.firstRow + index;
}
