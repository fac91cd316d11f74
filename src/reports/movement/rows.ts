import type { VolumeClass } from '../../domain/analysis';
import type { Money } from '../../domain/shared/money';
import { moneyToNumber, subtractMoney, units } from '../../domain/shared/money';
import { formatMoneyShort, formatNumber } from '../../i18n/numbers';
import { accumulate } from '../clientRows';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, TEXT } from '../formats';
import { literal } from '../live';
import type { Block, PlanCell } from '../plan';
import { rowFormula, rowMark } from '../rowFormula';
import type { MovementColumn, MovementRow } from './table';
import { MOVEMENT_COLUMNS, MOVEMENT_HEADING_ROW, movementCell } from './table';
import type { Direction } from './working';
import { MOVEMENT_CELLS } from './working';

/** Widths of the columns in characters. */
export const MOVEMENT_WIDTHS: Readonly<Record<MovementColumn, number>> = {
  number: 5,
  client: 34,
  revenue: 14,
  previous: 14,
  delta: 14,
  classBefore: 10,
  classNow: 10,
  direction: 16,
  ordersBefore: 10,
  orders: 10,
  reason: 66,
  moneyNow: 15,
  moneyBefore: 15,
  numbers: 30,
  key: 30,
};

const CENTERED: ReadonlySet<MovementColumn> = new Set<MovementColumn>([
  'classBefore',
  'classNow',
  'direction',
]);
const TEXTS: ReadonlySet<MovementColumn> = new Set<MovementColumn>(['client', 'reason', 'numbers', 'key']);

const THOUSAND = 1000;
/** From here on an amount rounds to a million at least, so it reads as one. */
const MILLIONS_FROM = 999_500;

/** The table: its heading and a row per client. */
export function movementTable(ctx: ReportContext, rows: readonly MovementRow[]): readonly Block[] {
  const { t, analysis } = ctx;
  const money = moneyFormat(analysis);
  const formats: Readonly<Record<MovementColumn, string | null>> = {
    number: COUNT,
    client: TEXT,
    revenue: money,
    previous: money,
    delta: money,
    classBefore: null,
    classNow: null,
    direction: null,
    ordersBefore: COUNT,
    orders: COUNT,
    reason: null,
    moneyNow: money,
    moneyBefore: money,
    numbers: TEXT,
    key: TEXT,
  };
  const align = (column: MovementColumn, inHeading: boolean) => {
    if (CENTERED.has(column)) return 'center';
    return inHeading && !TEXTS.has(column) ? 'right' : null;
  };
  const write = rowWriter(ctx);
  const cells = rows.map(write);
  return [
    {
      row: MOVEMENT_HEADING_ROW,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      formats: MOVEMENT_COLUMNS.map(() => TEXT),
      align: MOVEMENT_COLUMNS.map((column) => align(column, true)),
      cells: [MOVEMENT_COLUMNS.map((column) => t(`movement.column.${column}`))],
    },
    {
      row: MOVEMENT_HEADING_ROW + 1,
      column: 1,
      role: 'body',
      formats: MOVEMENT_COLUMNS.map((column) => formats[column]),
      align: MOVEMENT_COLUMNS.map((column) => align(column, false)),
      cells: cells.length > 0 ? cells : [MOVEMENT_COLUMNS.map(() => null)],
    },
  ];
}

/** Where a client went between two classes. */
export function directionOf(from: VolumeClass, to: VolumeClass): Direction {
  if (from === to) return 'same';
  if (from === 'D') return 'came';
  if (to === 'D') return 'left';
  return to < from ? 'up' : 'down';
}

/** Columns with a formula in every row. */
type FormulaColumn = 'classBefore' | 'classNow' | 'direction' | 'reason';

/** The formulas of a row, with marks for its number. */
function rowFormulas({ t }: ReportContext): Readonly<Record<FormulaColumn, string>> {
  const { limit, direction } = MOVEMENT_CELLS;
  const at = (column: MovementColumn) => movementCell(column, rowMark());
  const classOf = (revenue: MovementColumn, money: MovementColumn, a: string, b: string) =>
    `=IF(${at(revenue)}<=0,"D",IF(${at(money)}<${a},"A",IF(${at(money)}<${b},"B","C")))`;
  const [before, now, where, delta] = [at('classBefore'), at('classNow'), at('direction'), at('delta')];
  // A class can change by what others do: only then the sentence needs more than the numbers.
  const others =
    `IF(AND(${where}=${direction.down},${delta}>=0),${literal(t('movement.reason.othersGrew'))},` +
    `IF(AND(${where}=${direction.up},${delta}<=0),${literal(t('movement.reason.othersFell'))},""))`;
  return {
    classBefore: classOf('previous', 'moneyBefore', limit.beforeA, limit.beforeB),
    classNow: classOf('revenue', 'moneyNow', limit.nowA, limit.nowB),
    direction:
      `=IF(${before}=${now},${direction.same},IF(${before}="D",${direction.came},` +
      `IF(${now}="D",${direction.left},IF(${now}<${before},${direction.up},${direction.down}))))`,
    reason: `=${before}&"→"&${now}&${at('numbers')}&${others}`,
  };
}

function rowWriter(ctx: ReportContext): (row: MovementRow, index: number) => PlanCell[] {
  const { t, analysis, language } = ctx;
  const moneyNow = new Map(
    accumulate(analysis.clients).map(({ before }, position) => [analysis.clients[position]?.key, before]),
  );
  const formulas = rowFormulas(ctx);
  const write = {
    classBefore: rowFormula(formulas.classBefore),
    classNow: rowFormula(formulas.classNow),
    direction: rowFormula(formulas.direction),
    reason: rowFormula(formulas.reason),
  };

  return ({ client, before }, index) => {
    const row = MOVEMENT_HEADING_ROW + 1 + index;
    const delta = subtractMoney(client.revenue, before.revenue);
    const from = before.volumeClass;
    const to = client.volumeClass;
    const where = directionOf(from, to);
    const numbers = numbersText(delta, before.orders, client.orders);
    const cells: Readonly<Record<MovementColumn, PlanCell>> = {
      number: index + 1,
      client: client.name,
      revenue: moneyToNumber(client.revenue),
      previous: moneyToNumber(before.revenue),
      delta: moneyToNumber(delta),
      classBefore: { formula: write.classBefore(row), value: from },
      classNow: { formula: write.classNow(row), value: to },
      direction: { formula: write.direction(row), value: t(`movement.${where}`) },
      ordersBefore: before.orders,
      orders: client.orders,
      reason: { formula: write.reason(row), value: `${from}→${to}${numbers}${othersText(where, delta)}` },
      moneyNow: moneyNow.get(client.key) ?? 0,
      moneyBefore: moneyToNumber(before.accumulated),
      numbers,
      key: client.key,
    };
    return MOVEMENT_COLUMNS.map((column) => cells[column]);
  };

  /** What others did, where only that moved the client. */
  function othersText(where: Direction, delta: Money): string {
    if (where === 'down' && delta >= 0) return t('movement.reason.othersGrew');
    if (where === 'up' && delta <= 0) return t('movement.reason.othersFell');
    return '';
  }

  /** «: −410 тыс., заказов 9→7». */
  function numbersText(delta: Money, ordersBefore: number | null, orders: number | null): string {
    const amount = signed(delta);
    if (ordersBefore === null || orders === null) return t('movement.reason.noOrders', { delta: amount });
    return t('movement.reason', {
      delta: amount,
      before: formatNumber(ordersBefore, language),
      now: formatNumber(orders, language),
    });
  }

  function signed(delta: Money): string {
    if (delta === 0) return '0';
    return `${delta > 0 ? '+' : '\u2212'}${short(units(Math.abs(delta)))}`;
  }

  function short(amount: Money): string {
    const value = moneyToNumber(amount);
    if (value >= MILLIONS_FROM) return formatMoneyShort(units(Math.max(amount, MILLION_UNITS)), language);
    if (value >= THOUSAND) return `${formatNumber(value / THOUSAND, language)}\u00a0${t('report.thousand')}`;
    return formatNumber(value, language, Number.isInteger(value) ? 0 : 2);
  }
}

/** A million in units of exact money. */
const MILLION_UNITS = 1e10;
