import type { Activity, Health } from '../../domain/health/types';
import { percentile } from '../../domain/shared/percentile';
import { moneyToNumber, units } from '../../domain/shared/money';
import type { CellValue } from '../../domain/shared/grid';
import type { ThresholdKey } from '../../domain/thresholds';
import { absolute, onSheet } from '../addresses';
import { clientTable, columnAddress } from '../clientTable';
import type { ClientColumn } from '../clientTable';
import type { ReportContext } from '../context';
import type { Live } from '../live';
import { live, liveCell, roundHalfUp } from '../live';
import { thresholdName } from '../names';
import type { Block, PlanCell } from '../plan';
import { ruleCell } from '../reactivation/rules';
import { buyersOf, columnElsewhere } from '../reactivation/table';
import type { ReactivationColumn } from '../reactivation/table';
import { HEAD_ROWS, line } from '../tabHead';
import { NUMBERS_COLUMN, UNKNOWN } from './layout';

/** Numbers that the measures are made of, in their order; the first column is of now, the second of the period before. */
const NUMBER_KEYS = [
  'firstEver',
  'secondEver',
  'cohort',
  'cohortReturned',
  'unknownStart',
  'clients',
  'kept',
  'revenue',
  'held',
  'existing',
  'orders',
  'total',
  'buyers',
  'months',
  'items',
  'mustItems',
  'mustBought',
  'mustUnknown',
  'peers',
  'small',
  'smallClients',
  'returned',
] as const;
export type NumberKey = (typeof NUMBER_KEYS)[number];

const FIRST_ROW = HEAD_ROWS + 3;

/** Decimals of money: exact. */
const MONEY_DECIMALS = 4;

/** Reference to a number on the tab itself. */
export function numberCell(key: NumberKey, when: 'now' | 'before' = 'now'): string {
  return absolute(FIRST_ROW + NUMBER_KEYS.indexOf(key), NUMBERS_COLUMN + (when === 'now' ? 1 : 2));
}

/** The same from another tab. */
export function numberElsewhere(
  { tabNames }: ReportContext,
  key: NumberKey,
  when: 'now' | 'before' = 'now',
): string {
  return onSheet(tabNames.health, numberCell(key, when));
}

/** The first row under the numbers that is free for the cells of a chart. */
export function afterNumbers(): number {
  return FIRST_ROW + NUMBER_KEYS.length + 1;
}

/** A number now and, where it has one, in the period before. */
interface Pair {
  readonly now: PlanCell;
  readonly before?: PlanCell;
}

/** The numbers under the measures, right of the page: what depends on a threshold is counted live on other tabs. */
export function numberBlocks(ctx: ReportContext, health: Health): readonly Block[] {
  const { t } = ctx;
  const pairs = pairsOf(ctx, health);
  return [
    line(FIRST_ROW - 2, 'heading', t('health.numbers'), NUMBERS_COLUMN),
    {
      row: FIRST_ROW - 1,
      column: NUMBERS_COLUMN,
      role: 'columnHeading',
      align: [null, 'right', 'right'],
      cells: [[null, t('health.column.now'), t('health.column.before')]],
    },
    {
      row: FIRST_ROW,
      column: NUMBERS_COLUMN,
      role: 'note',
      align: [null, 'right', 'right'],
      cells: NUMBER_KEYS.map((key) => [t(`health.number.${key}`), pairs[key].now, pairs[key].before ?? null]),
    },
  ];
}

/** The average order that the upper quarter of the clients reaches, as a number of currency; null without orders. */
export function peerOrder({ analysis, settings }: ReportContext): number | null {
  const orders = analysis.clients.flatMap(({ averageOrder }) =>
    averageOrder === null ? [] : [averageOrder],
  );
  const peers = percentile(orders, settings.thresholds.orderPeers);
  return peers === null ? null : moneyToNumber(units(Math.round(peers)));
}

function pairsOf(ctx: ReportContext, health: Health): Readonly<Record<NumberKey, Pair>> {
  const { seconds, retention, bridge, mustList } = health;
  const { activity, activityBefore } = health;
  const money = (amount: number | undefined): CellValue =>
    amount === undefined ? UNKNOWN : moneyToNumber(units(amount));
  const ofActivity = (of: (activity: Activity) => CellValue | null): Pair => ({
    now: of(activity) ?? UNKNOWN,
    before: activityBefore ? (of(activityBefore) ?? UNKNOWN) : UNKNOWN,
  });
  const peers = peerOrder(ctx);
  return {
    ...secondsOf(ctx, seconds),
    clients: { now: retention?.clients ?? UNKNOWN },
    kept: { now: retention?.kept ?? UNKNOWN },
    revenue: { now: money(retention?.now), before: money(retention?.before) },
    held: { now: money(retention?.held) },
    existing: { now: health.existingRevenue === null ? UNKNOWN : moneyToNumber(health.existingRevenue) },
    orders: ofActivity(({ orders }) => orders),
    total: ofActivity(({ total }) => moneyToNumber(total)),
    buyers: ofActivity(({ buyers }) => buyers),
    months: ofActivity(({ months }) => months),
    items: ofActivity(({ items }) => items),
    mustItems: { now: mustList?.items ?? UNKNOWN },
    mustBought: { now: mustList?.bought ?? UNKNOWN },
    mustUnknown: { now: mustList?.unknown ?? UNKNOWN },
    peers: {
      now: liveCell(
        live(
          `IF(COUNT(${onAbcd(ctx, 'averageOrder')})>0,ROUND(PERCENTILE(${onAbcd(ctx, 'averageOrder')},` +
            `${thresholdName('orderPeers')}),${MONEY_DECIMALS}),"${UNKNOWN}")`,
          peers ?? UNKNOWN,
        ),
      ),
    },
    ...smallOf(ctx),
    returned: { now: bridge?.clients.reactivated ?? UNKNOWN },
  };
}

/** Second purchases to first ones, counted over the table of «Реактивация» (method.md §6, both forms). */
function secondsOf(
  ctx: ReportContext,
  seconds: Health['seconds'],
): Readonly<Record<'firstEver' | 'secondEver' | 'cohort' | 'cohortReturned' | 'unknownStart', Pair>> {
  const { analysis, tabNames } = ctx;
  const buyers = buyersOf(ctx).length;
  const column = (key: ReactivationColumn) => columnElsewhere(ctx, key, buyers);
  const rule = (key: 'asOf' | 'knownFrom') => onSheet(tabNames.reactivation, ruleCell(key));
  const [from, to] = [analysis.period?.from ?? 0, analysis.period?.to ?? 0];
  const window = thresholdName('secondWindow' satisfies ThresholdKey);
  const known = `${column('first')},">="&${rule('knownFrom')}`;
  const old = `${known},${column('first')},"<="&(${rule('asOf')}-${window})`;
  const within = (key: 'first' | 'second') => `${column(key)},">=${from}",${column(key)},"<=${to}"`;
  const count = (conditions: string, value: number): Pair => ({
    now: liveCell(live(`COUNTIFS(${conditions})`, value)),
  });
  return {
    firstEver: count(`${known},${within('first')}`, seconds.firstEver),
    secondEver: count(`${known},${within('second')}`, seconds.secondEver),
    cohort: count(old, seconds.cohort),
    cohortReturned: count(`${old},${column('gap')},"<="&${window}`, seconds.cohortReturned),
    unknownStart: count(`${column('first')},"<"&${rule('knownFrom')}`, seconds.unknownStart),
  };
}

/** Clients of class C that also bought in the period before, by the class as «ABCD» shows it. */
function smallOf(ctx: ReportContext): Readonly<Record<'small' | 'smallClients', Pair>> {
  const { clients, period } = ctx.analysis;
  if (!period?.previous) return { small: { now: UNKNOWN, before: UNKNOWN }, smallClients: { now: UNKNOWN } };
  const small = clients.filter(({ volumeClass, previous }) => volumeClass === 'C' && (previous ?? 0) > 0);
  const conditions = `${onAbcd(ctx, 'class')},"C",${onAbcd(ctx, 'previous')},">0"`;
  const sum = (of: (client: (typeof small)[number]) => number): number =>
    moneyToNumber(units(small.reduce((total, client) => total + of(client), 0)));
  const sumOf = (column: 'revenue' | 'previous', value: number): Live =>
    live(
      `ROUND(SUMIFS(${onAbcd(ctx, column)},${conditions}),${MONEY_DECIMALS})`,
      roundHalfUp(value, MONEY_DECIMALS),
    );
  return {
    small: {
      now: liveCell(
        sumOf(
          'revenue',
          sum(({ revenue }) => revenue),
        ),
      ),
      before: liveCell(
        sumOf(
          'previous',
          sum(({ previous }) => previous ?? 0),
        ),
      ),
    },
    smallClients: { now: liveCell(live(`COUNTIFS(${conditions})`, small.length)) },
  };
}

function onAbcd({ analysis, tabNames }: ReportContext, column: ClientColumn): string {
  return onSheet(tabNames.abcd, columnAddress(clientTable(analysis), column));
}
