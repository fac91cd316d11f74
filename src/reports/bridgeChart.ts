import { BRIDGE_PARTS } from '../domain/health/types';
import type { Bridge, BridgePart } from '../domain/health/types';
import { addressOf } from '../domain/shared/grid';
import { moneyToNumber, units } from '../domain/shared/money';
import type { ReportContext } from './context';
import { moneyFormat } from './formats';
import { live, liveCell } from './live';
import type { Figure } from './names';
import type { Area, Block, PlanCell, PlanChart } from './plan';

/** Rows of the growth bridge in their order. */
export const BRIDGE_ROWS = ['before', ...BRIDGE_PARTS, 'now'] as const;
export type BridgeRow = (typeof BRIDGE_ROWS)[number];

/** The named cells that hold the bridge. */
export const BRIDGE_FIGURES: Readonly<Record<'before' | BridgePart | 'now', Figure>> = {
  before: 'bridgeBefore',
  new: 'bridgeNew',
  reactivated: 'bridgeReactivated',
  expansion: 'bridgeExpansion',
  contraction: 'bridgeContraction',
  lost: 'bridgeLost',
  now: 'bridgeNow',
};

/** Columns of the chart's cells: label, what a step stands on, whole, up, down, level reached. */
const CELLS = { label: 0, stand: 1, whole: 2, up: 3, down: 4, level: 5 } as const;

const MONEY_DECIMALS = 4;

/** First of the chart's cells: their headings, one-based. */
export interface BridgePlace {
  readonly row: number;
  readonly column: number;
}

/**
 * The cells a bridge is drawn from: every step stands on an invisible part as high as the revenue up to it. A bridge of
 * 100, +30, −20, 110 stands on 0, 100, 110, 0. `cell` gives the reference of a row's amount.
 */
export function bridgeCells(
  { t, analysis }: ReportContext,
  bridge: Bridge,
  cell: (row: BridgeRow) => string,
  { row, column }: BridgePlace,
): Block {
  const money = moneyFormat(analysis);
  const amountOf = (amount: number) => moneyToNumber(units(amount));
  const level = (at: number) => addressOf(at, column + CELLS.level);
  const end = (key: 'before' | 'now'): PlanCell[] => {
    const whole = liveCell(live(cell(key), amountOf(bridge[key])));
    return [t(`health.bridge.short.${key}`), 0, whole, 0, 0, whole];
  };
  let reached: number = bridge.before;
  const steps = BRIDGE_PARTS.map((part, index): PlanCell[] => {
    const at = row + 2 + index;
    const start = reached;
    reached += bridge[part];
    return [
      t(`health.bridge.short.${part}`),
      liveCell(live(`MIN(${level(at - 1)},${level(at)})`, amountOf(Math.min(start, reached)))),
      0,
      liveCell(live(`MAX(${cell(part)},0)`, amountOf(Math.max(bridge[part], 0)))),
      liveCell(live(`MAX(-${cell(part)},0)`, amountOf(Math.max(-bridge[part], 0)))),
      liveCell(live(`ROUND(${level(at - 1)}+${cell(part)},${MONEY_DECIMALS})`, amountOf(reached))),
    ];
  });
  return {
    row,
    column,
    role: 'note',
    formats: [null, money, money, money, money, money],
    cells: [
      [
        t('health.bridge.part'),
        t('health.bridge.stand'),
        t('health.bridge.whole'),
        t('health.bridge.up'),
        t('health.bridge.down'),
        t('health.bridge.level'),
      ],
      end('before'),
      ...steps,
      end('now'),
    ],
  };
}

/** The chart over {@link bridgeCells}. */
export function bridgeChart(
  { t, analysis }: ReportContext,
  { row, column }: BridgePlace,
  { name, place }: Pick<PlanChart, 'name' | 'place'>,
): PlanChart {
  const area = (cells: keyof typeof CELLS): Area => ({
    row: row + 1,
    column: column + CELLS[cells],
    rows: BRIDGE_ROWS.length,
    columns: 1,
  });
  return {
    name,
    title: t('health.bridge.title'),
    kind: 'stackedColumn',
    categories: area('label'),
    series: [
      { name: t('health.bridge.stand'), values: area('stand'), invisible: true },
      { name: t('health.bridge.whole'), values: area('whole'), tone: 'accent' },
      { name: t('health.bridge.up'), values: area('up'), tone: 'good' },
      { name: t('health.bridge.down'), values: area('down'), tone: 'bad' },
    ],
    place,
    valueFormat: moneyFormat(analysis),
    alt: t('health.bridge.alt'),
  };
}
