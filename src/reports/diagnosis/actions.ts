import { moneyToNumber, subtractMoney } from '../../domain/shared/money';
import type { Money } from '../../domain/shared/money';
import { onSheet } from '../addresses';
import type { ClientColumn } from '../clientTable';
import { clientTable, columnAddress } from '../clientTable';
import type { ReportContext } from '../context';
import type { Live } from '../live';
import { literal, live, liveText, percentOf } from '../live';
import type { TabKey } from '../plan';
import { lookedUp, potentialTable } from '../potential/table';
import type { ReactivationColumn } from '../reactivation/table';
import { buyersOf, columnElsewhere } from '../reactivation/table';

/** One thing to do: the money it is about, who and what, and the tab to do it on. */
export interface Action {
  /** Sorts the list; the cell itself is live. */
  readonly amount: Money;
  readonly money: Live;
  readonly sentence: Live;
  readonly tab: TabKey;
}

/** What fits on the page. */
const MOST_ACTIONS = 7;
/** So many of a kind at most, so that one trouble does not crowd out the others. */
const CALLS = 3;
const FALLS = 2;
const GROWTHS = 2;

/**
 * What to do first, the largest money on top: call those who fall asleep, find out why others buy less, grow where there
 * is room, guard the client whose loss would be a danger, and win the deal that decides the forecast. Each line looks its numbers up on the tab it names.
 */
export function actions(ctx: ReportContext): readonly Action[] {
  return [...calls(ctx), ...falls(ctx), ...growths(ctx), ...guards(ctx), ...deals(ctx)]
    .sort((a, b) => b.amount - a.amount)
    .slice(0, MOST_ACTIONS);
}

function calls(ctx: ReportContext): readonly Action[] {
  const { t } = ctx;
  const buyers = buyersOf(ctx);
  return buyers
    .filter(({ health }) => health.moneyAtRisk !== null)
    .slice(0, CALLS)
    .flatMap(({ client, health }) => {
      if (health.moneyAtRisk === null || client.daysSince === null) return [];
      const keys = columnElsewhere(ctx, 'key', buyers.length);
      const found = (column: ReactivationColumn) =>
        `INDEX(${columnElsewhere(ctx, column, buyers.length)},MATCH(${literal(client.key)},${keys},0))`;
      const name = live(found('client'), client.name);
      const call = liveText(t('diagnosis.action.call'), {
        name,
        days: live(found('since'), client.daysSince),
      });
      // A threshold moved since the run may have taken the client off the list.
      const settled = liveText(t('diagnosis.action.settled'), { name });
      return {
        amount: health.moneyAtRisk,
        money: live(`N(${found('risk')})`, moneyToNumber(health.moneyAtRisk)),
        sentence: live(`IF(ISNUMBER(${found('risk')}),${call.formula},${settled.formula})`, call.value),
        tab: 'reactivation',
      };
    });
}

/** Clients that bought before, still buy, and buy much less; those who fell asleep are called anyway. */
function falls(ctx: ReportContext): readonly Action[] {
  const { t, analysis } = ctx;
  const { clients, health } = analysis;
  const asleep = new Set(health?.atRisk ?? []);
  return clients
    .map((client, position) => ({ client, position, fall: fallOf(client) }))
    .filter(({ position, client, fall }) => fall > 0 && client.revenue > 0 && !asleep.has(position))
    .sort((a, b) => b.fall - a.fall || a.position - b.position)
    .slice(0, FALLS)
    .map(({ client, fall }): Action => {
      const found = abcdLookup(ctx, client.key);
      const before = client.previous ?? 0;
      return {
        amount: fall,
        money: live(`${found('previous')}-${found('revenue')}`, moneyToNumber(fall)),
        sentence: liveText(t('diagnosis.action.fall'), {
          name: live(found('client'), client.name),
          part: percentOf(`(1-${found('revenue')}/${found('previous')})`, fall / before),
        }),
        tab: 'movement',
      };
    });
}

function fallOf({ previous, revenue }: ReportContext['analysis']['clients'][number]): Money {
  return previous === null || previous <= 0 ? (0 as Money) : subtractMoney(previous, revenue);
}

function growths(ctx: ReportContext): readonly Action[] {
  const { t, analysis } = ctx;
  const table = potentialTable(ctx);
  return analysis.segments.clients
    .flatMap((segment, position) => {
      const client = analysis.clients[position];
      const { headroom, budgetShare } = segment;
      return client && headroom !== null && headroom > 0 && budgetShare !== null && segment.canBuyMore
        ? [{ client, headroom, budgetShare }]
        : [];
    })
    .sort((a, b) => b.headroom - a.headroom)
    .slice(0, GROWTHS)
    .map(({ client, headroom, budgetShare }): Action => {
      const key = literal(client.key);
      return {
        amount: headroom,
        money: live(`N(${lookedUp(table, 'headroom', key)})`, moneyToNumber(headroom)),
        sentence: liveText(t('diagnosis.action.grow'), {
          name: live(abcdLookup(ctx, client.key)('client'), client.name),
          share: percentOf(`N(${lookedUp(table, 'share', key)})`, budgetShare),
        }),
        tab: 'potential',
      };
    });
}

/** The largest client, while its loss would be a danger. */
function guards(ctx: ReportContext): readonly Action[] {
  const { t, analysis } = ctx;
  const [largest] = analysis.clients;
  const [flag] = analysis.dependency.flags;
  if (!largest || (flag !== 'critical' && flag !== 'mono')) return [];
  const found = abcdLookup(ctx, largest.key);
  return [
    {
      amount: largest.revenue,
      money: live(found('revenue'), moneyToNumber(largest.revenue)),
      sentence: liveText(t('diagnosis.action.guard'), {
        name: live(found('client'), largest.name),
        share: percentOf(found('share'), largest.share ?? 0),
      }),
      tab: 'dependency',
    },
  ];
}

/** The open deal that decides the forecast. */
function deals({ t, deals: { deciding, open } }: ReportContext): readonly Action[] {
  const [first] = deciding;
  const deal = first && open[first.deal];
  if (!deal || deal.amount <= 0) return [];
  return [
    {
      amount: deal.amount,
      money: live(String(moneyToNumber(deal.amount)), moneyToNumber(deal.amount)),
      sentence: liveText(t('diagnosis.action.deal'), {
        name: live(literal(deal.clientName), deal.clientName),
        deal: live(literal(deal.name), deal.name),
        part: percentOf(String(first.part), first.part),
      }),
      tab: 'deals',
    },
  ];
}

/** A column of «ABCD» at the client with a key. */
function abcdLookup({ analysis, tabNames }: ReportContext, key: string): (column: ClientColumn) => string {
  const table = clientTable(analysis);
  const area = (column: ClientColumn) => onSheet(tabNames.abcd, columnAddress(table, column));
  return (column) => `INDEX(${area(column)},MATCH(${literal(key)},${area('key')},0))`;
}
