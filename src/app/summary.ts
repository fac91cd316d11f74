import type { Analysis, ClientRow, Share } from '../domain/analysis';
import { monthKey } from '../domain/deals/months';
import type { Deals, DealGroup, DealSum } from '../domain/deals/types';
import type { Health } from '../domain/health/types';
import type { ExcelSerial } from '../domain/shared/dates';
import { isoDate } from '../domain/shared/dates';
import type { Money } from '../domain/shared/money';
import { MONEY_SCALE } from '../domain/shared/money';
import type { Team } from '../domain/team/types';
import type { Outcome } from './types';

/** Version of the summary's shape: a stable interface for scripts (design.md, “Command line”). */
export const SUMMARY_SCHEMA = 1;

/** What a run cost, as counted by the host. */
export interface RunCost {
  readonly syncs: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly largestRequest: number;
  readonly largestResponse: number;
  readonly milliseconds: { readonly read: number; readonly analyse: number; readonly write: number };
}

/**
 * The run as plain JSON: money with two decimals, shares as fractions, dates ISO.
 * A section whose data is absent is `null`, never invented.
 */
export function summarise(file: string, outcome: Outcome, cost: RunCost) {
  const { analysis, reading, understanding } = outcome;
  const { account } = reading;
  const concentration = analysis.concentration;
  return {
    schema: SUMMARY_SCHEMA,
    source: {
      file,
      sheet: outcome.sheet,
      layout: understanding.layout,
      columns: Object.fromEntries(
        understanding.columns.flatMap((column) => (column.role ? [[column.role, column.header]] : [])),
      ),
    },
    asOf: date(analysis.asOf),
    period: analysis.period && {
      from: date(analysis.period.from),
      to: date(analysis.period.to),
      months: analysis.period.months,
      partial: analysis.period.partial,
    },
    ledger: {
      rowsRead: account.rowsRead,
      used: account.used,
      merged: account.merged,
      skipped: account.skipped.map(({ reason, rows, amount }) => ({ reason, rows, amount: money(amount) })),
      amountRead: money(account.amountRead),
      amountUsed: money(account.amountUsed),
      amountSkipped: money(account.amountSkipped),
      returns: money(account.returns),
      clients: reading.ledger.clients.length,
    },
    clients: analysis.clients.map((client, position) => clientSummary(analysis, client, position)),
    dependency: concentration && {
      base: money(concentration.base),
      negatives: money(concentration.negatives),
      net: money(concentration.net),
      cr: concentration.cr,
      hhi: concentration.hhi,
      effectiveClients: concentration.effectiveClients,
      gini: concentration.gini,
      k80: concentration.k80,
      flags: concentration.flags,
    },
    health: analysis.health && healthSummary(analysis.health),
    team: analysis.team && teamSummary(analysis.team, analysis.dependency),
    deals: outcome.deals.all.length > 0 ? dealsSummary(outcome.deals) : null,
    tabs: outcome.tabs.map(({ key, name, rows, formulas, charts }) => ({
      key,
      name,
      rows,
      formulas,
      charts,
    })),
    dossiers: outcome.dossiers.map(({ client, name }) => ({ client, tab: name })),
    cost,
  };
}

function clientSummary({ segments, dependency, health }: Analysis, client: ClientRow, position: number) {
  const segment = segments.clients[position];
  const key = dependency.keyClients.find((each) => each.client === position);
  return {
    key: client.key,
    name: client.name,
    revenue: money(client.revenue),
    previous: money(client.previous),
    share: fraction(client.share),
    rank: client.rank,
    cumulativeBefore: fraction(client.cumulativeBefore),
    volumeClass: client.volumeClass,
    potential: money(segment?.potential?.amount ?? null),
    shareOfBudget: fraction(segment?.budgetShare ?? null),
    headroom: money(segment?.headroom ?? null),
    abcd: segment?.letter ?? null,
    effectiveClass: segment?.effective ?? null,
    flag: dependency.flags[position] ?? client.flag,
    orders: client.orders,
    averageOrder: money(client.averageOrder),
    first: date(client.first),
    last: date(client.last),
    daysSince: client.daysSince,
    status: health?.clients[position]?.status ?? null,
    xyz: segment?.xyz?.class ?? null,
    manager: client.manager,
    keyReasons: key?.reasons ?? [],
  };
}

function healthSummary({ seconds, retention, bridge, existingPart, averageOrder, statuses }: Health) {
  return {
    secondToFirst: seconds.ratio,
    secondToFirstCohort: seconds.cohortRatio,
    nrr: retention?.nrr ?? null,
    grr: retention?.grr ?? null,
    logoRetention: retention?.logo ?? null,
    bridge: bridge && {
      new: money(bridge.new),
      reactivated: money(bridge.reactivated),
      expansion: money(bridge.expansion),
      contraction: money(bridge.contraction),
      lost: money(bridge.lost),
      delta: money(bridge.delta),
    },
    existingShare: existingPart,
    averageOrder: money(averageOrder),
    statuses,
  };
}

function dealsSummary(deals: Deals) {
  const { range, outlook, totals } = deals;
  const group = (key: string, groups: readonly DealGroup[]) =>
    groups.map(({ name, ...sum }) => ({ [key]: name, ...sumSummary(sum) }));
  return {
    open: totals.open.deals,
    amount: money(totals.open.amount),
    weighted: money(totals.open.expected),
    dated: sumSummary(totals.dated),
    won: { deals: totals.won.deals, amount: money(totals.won.amount) },
    lost: { deals: totals.lost.deals, amount: money(totals.lost.amount) },
    p10: money(range?.p10 ?? null),
    p50: money(range?.p50 ?? null),
    p90: money(range?.p90 ?? null),
    rangeError: money(range?.error ?? null),
    plan: outlook && {
      to: monthKey(outlook.to),
      plan: money(outlook.plan),
      fact: money(outlook.fact),
      coverage: outlook.coverage,
      chance: outlook.chance,
    },
    byStage: group('stage', deals.byStage),
    byMonth: deals.byMonth
      .filter(({ deals: count, plan, won }) => count > 0 || plan !== null || won > 0)
      .map(({ month, plan, won, sales, ...sum }) => ({
        month: month === null ? null : monthKey(month),
        ...sumSummary(sum),
        plan: money(plan),
        won: money(won),
        sales: money(sales),
      })),
    byManager: group('manager', deals.byManager),
    byClient: group('client', deals.byClient),
    warnings: deals.warnings.map(({ code }) => code),
    problems: [
      ...deals.rowProblems.map(({ row, code }) => ({ row, problem: code as string })),
      ...deals.open.flatMap(({ row, problems }) =>
        problems.map((problem) => ({ row, problem: problem as string })),
      ),
    ],
    deals: deals.all.map((deal) => ({
      row: deal.row,
      client: deal.clientName,
      stage: deal.stageText,
      amount: money(deal.amount),
      probability: deal.probability,
      source: deal.because,
      factor: deal.factor,
      expected: money(deal.expected),
    })),
  };
}

function sumSummary({ deals, amount, expected }: DealSum) {
  return { deals, amount: money(amount), weighted: money(expected) };
}

function teamSummary(
  { type, medianInterval, singlePart }: Team,
  { keyClients, managersNeeded }: Analysis['dependency'],
) {
  return {
    type,
    medianInterval,
    singlePurchaseShare: singlePart,
    keyClients: keyClients.length,
    managersNeeded,
  };
}

/** Money rounded half away from zero to two decimals, exactly: 0.005 is 0.01. */
function money(amount: Money): number;
function money(amount: Money | null): number | null;
function money(amount: Money | null): number | null {
  if (amount === null) return null;
  const unitsACent = MONEY_SCALE / 100;
  const cents = Math.floor((Math.abs(amount) + unitsACent / 2) / unitsACent);
  return cents === 0 ? 0 : (Math.sign(amount) * cents) / 100;
}

function fraction(share: Share | null): number | null {
  return share;
}

function date(serial: ExcelSerial | null): string | null {
  return serial === null ? null : isoDate(serial);
}
