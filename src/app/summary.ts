import type { ClientRow, DependencyFlag, Share } from '../domain/analysis';
import type { ExcelSerial } from '../domain/shared/dates';
import { isoDate } from '../domain/shared/dates';
import type { Money } from '../domain/shared/money';
import { MONEY_SCALE } from '../domain/shared/money';
import type { Outcome, Preview } from './types';

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
export function summarise(file: string, preview: Preview, outcome: Outcome, cost: RunCost) {
  const { analysis, reading, understanding } = outcome;
  const { account } = reading;
  const concentration = analysis.concentration;
  return {
    schema: SUMMARY_SCHEMA,
    source: {
      file,
      sheet: preview.source.name,
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
    clients: analysis.clients.map(clientSummary),
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
    health: null,
    team: null,
    deals: null,
    tabs: outcome.tabs.map(({ key, name, rows, formulas, charts }) => ({
      key,
      name,
      rows,
      formulas,
      charts,
    })),
    cost,
  };
}

function clientSummary(client: ClientRow) {
  return {
    key: client.key,
    name: client.name,
    revenue: money(client.revenue),
    previous: money(client.previous),
    share: fraction(client.share),
    rank: client.rank,
    cumulativeBefore: fraction(client.cumulativeBefore),
    volumeClass: client.volumeClass,
    potential: null,
    shareOfBudget: null,
    headroom: null,
    abcd: null,
    effectiveClass: client.volumeClass,
    flag: client.flag satisfies DependencyFlag,
    orders: client.orders,
    averageOrder: money(client.averageOrder),
    first: date(client.first),
    last: date(client.last),
    daysSince: client.daysSince,
    status: null,
    xyz: null,
    manager: client.manager,
    keyReasons: [],
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
