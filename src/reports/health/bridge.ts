import { BRIDGE_PARTS } from '../../domain/health/types';
import type { Bridge, BridgePart, Health } from '../../domain/health/types';
import { addressOf } from '../../domain/shared/grid';
import { moneyToNumber, units } from '../../domain/shared/money';
import { formatDate } from '../../i18n/numbers';
import { absolute, onSheet } from '../addresses';
import { clientTable, columnAddress } from '../clientTable';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT } from '../formats';
import { literal, live, liveCell } from '../live';
import { figureName } from '../names';
import type { Figure } from '../names';
import type { Area, Block, PlanCell, PlanChart } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';
import { CHART_COLUMN, CHART_COLUMNS, NUMBERS_COLUMN, UNKNOWN, VALUE_COLUMN } from './layout';

/** Names of the rows, in their order. */
const FIGURES: Readonly<Record<'before' | BridgePart | 'now', Figure>> = {
  before: 'bridgeBefore',
  new: 'bridgeNew',
  reactivated: 'bridgeReactivated',
  expansion: 'bridgeExpansion',
  contraction: 'bridgeContraction',
  lost: 'bridgeLost',
  now: 'bridgeNow',
};
const ROWS = ['before', ...BRIDGE_PARTS, 'now'] as const;
const CHART_ROWS = 13;
const MONEY_DECIMALS = 4;

/** Growth by cause: a table that adds up, a check against the clients of «ABCD», and a chart of its steps. */
export function bridgeSection(ctx: ReportContext, health: Health, row: number, numbersRow: number): Section {
  const { t, analysis } = ctx;
  const { bridge } = health;
  const title = line(row, 'heading', t('health.section.bridge'));
  if (!bridge) return unknownBridge(ctx, row, title);

  const first = row + 3;
  const cell = (key: (typeof ROWS)[number]) => absolute(first + ROWS.indexOf(key), VALUE_COLUMN);
  const money = moneyFormat(analysis);
  const before = moneyToNumber(bridge.before);
  const shareOf = (amount: number, at: string): PlanCell =>
    liveCell(live(`IF(${cell('before')}>0,${at}/${cell('before')},"")`, before > 0 ? amount / before : ''));
  const partRow = (part: BridgePart): PlanCell[] => {
    const amount = moneyToNumber(bridge[part]);
    return [t(`health.bridge.${part}`), amount, shareOf(amount, cell(part)), bridge.clients[part]];
  };
  const now = moneyToNumber(bridge.now);
  const formats = [null, money, PERCENT, COUNT];
  return {
    blocks: [
      title,
      line(row + 1, 'note', note(ctx, health)),
      {
        row: row + 2,
        column: 1,
        role: 'columnHeading',
        wrap: true,
        align: [null, 'right', 'right', 'right'],
        cells: [
          [
            t('health.bridge.part'),
            t('health.bridge.money'),
            t('health.bridge.share'),
            t('health.bridge.clients'),
          ],
        ],
      },
      {
        row: first,
        column: 1,
        role: 'body',
        formats,
        cells: [
          [t('health.bridge.before'), before, shareOf(before, cell('before')), null],
          ...BRIDGE_PARTS.map(partRow),
        ],
      },
      {
        row: first + ROWS.length - 1,
        column: 1,
        role: 'total',
        formats,
        cells: [
          [
            t('health.bridge.now'),
            liveCell(live(`ROUND(SUM(${cell('before')}:${cell('lost')}),${MONEY_DECIMALS})`, now)),
            shareOf(now, cell('now')),
            null,
          ],
        ],
      },
      line(first + ROWS.length, 'note', check(ctx, cell('now'))),
      chartCells(ctx, bridge, cell, numbersRow),
    ],
    charts: [chart(ctx, row + 2, numbersRow)],
    names: ROWS.map((key, index) => ({
      name: figureName(FIGURES[key]),
      area: { row: first + index, column: VALUE_COLUMN, rows: 1, columns: 1 },
    })),
    nextRow: row + 2 + CHART_ROWS + 1,
  };
}

/** Without a period before: the names that other tabs use stay defined. Also the form without dates. */
export function unknownBridge({ t }: ReportContext, row: number, title: Block | null): Section {
  const first = title ? row + 3 : row;
  return {
    blocks: [
      ...(title ? [title, line(row + 1, 'note', t('health.bridge.unknown'))] : []),
      {
        row: first,
        column: 1,
        role: 'body',
        align: [null, 'right'],
        cells: ROWS.map((key) => [t(`health.bridge.${key}`), UNKNOWN]),
      },
    ],
    names: ROWS.map((key, index) => ({
      name: figureName(FIGURES[key]),
      area: { row: first + index, column: VALUE_COLUMN, rows: 1, columns: 1 },
    })),
    nextRow: first + ROWS.length + 1,
  };
}

/** Who counts as new depends on how far the file reaches back: said where it reaches no further than the period before. */
function note({ t, analysis, language }: ReportContext, { fileStart }: Health): string {
  const from = analysis.period?.previous?.from ?? fileStart;
  return fileStart >= from
    ? t('health.bridge.noteShort', { date: formatDate(fileStart, language) })
    : t('health.bridge.note', { date: formatDate(fileStart, language) });
}

/** The parts against the revenue of all clients on «ABCD». */
function check({ t, analysis, tabNames }: ReportContext, now: string): PlanCell {
  const revenue = onSheet(tabNames.abcd, columnAddress(clientTable(analysis), 'revenue'));
  const ok = t('health.bridge.ok', { abcd: tabNames.abcd });
  return liveCell(
    live(
      `IF(ROUND(${now}-SUM(${revenue}),2)=0,${literal(ok)},${literal(t('health.bridge.broken', { abcd: tabNames.abcd }))})`,
      ok,
    ),
  );
}

/** Columns of the chart's cells: label, what a step stands on, whole, up, down, level reached. */
const CELLS = { label: 0, stand: 1, whole: 2, up: 3, down: 4, level: 5 } as const;

function chartCells(
  { t, analysis }: ReportContext,
  bridge: Bridge,
  cell: (key: (typeof ROWS)[number]) => string,
  row: number,
): Block {
  const money = moneyFormat(analysis);
  const amountOf = (amount: number) => moneyToNumber(units(amount));
  const level = (at: number) => addressOf(at, NUMBERS_COLUMN + CELLS.level);
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
    column: NUMBERS_COLUMN,
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

function chart({ t, analysis }: ReportContext, row: number, numbersRow: number): PlanChart {
  const area = (column: keyof typeof CELLS): Area => ({
    row: numbersRow + 1,
    column: NUMBERS_COLUMN + CELLS[column],
    rows: ROWS.length,
    columns: 1,
  });
  return {
    name: 'ClienteleBridge',
    title: t('health.bridge.title'),
    kind: 'stackedColumn',
    categories: area('label'),
    series: [
      { name: t('health.bridge.stand'), values: area('stand'), invisible: true },
      { name: t('health.bridge.whole'), values: area('whole'), tone: 'accent' },
      { name: t('health.bridge.up'), values: area('up'), tone: 'good' },
      { name: t('health.bridge.down'), values: area('down'), tone: 'bad' },
    ],
    place: { row, column: CHART_COLUMN, rows: CHART_ROWS, columns: CHART_COLUMNS },
    valueFormat: moneyFormat(analysis),
    alt: t('health.bridge.alt'),
  };
}
