import type { Bridge } from '../../domain/health/types';
import { STATUSES } from '../../domain/health/types';
import { addressOf } from '../../domain/shared/grid';
import { moneyToNumber, units } from '../../domain/shared/money';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat } from '../formats';
import type { Figure } from '../names';
import { figureName } from '../names';
import type { Area, Block, PlanCell, PlanChart } from '../plan';
import { changeInWords } from './findings';

/** A chart with the working cells it draws; `nextRow` is the first free row under them. */
export interface DrawnChart {
  readonly blocks: readonly Block[];
  readonly chart: PlanChart;
  readonly nextRow: number;
}

/** Where the working cells begin and where the chart stands. */
export interface ChartPlace {
  readonly row: number;
  readonly column: number;
  readonly place: Area;
}

/** The steps of the bridge between its two ends. */
const STEPS = [
  ['new', 'bridgeNew'],
  ['reactivated', 'bridgeReactivated'],
  ['expansion', 'bridgeExpansion'],
  ['contraction', 'bridgeContraction'],
  ['lost', 'bridgeLost'],
] as const satisfies readonly (readonly [keyof Bridge, Figure])[];

/**
 * The growth bridge as stacked columns: every step stands on an invisible part as high as the revenue up to it.
 * A bridge of 100, +30, −20, 110 stands on 0, 100, 110, 0.
 */
export function bridgeChart(ctx: ReportContext, at: ChartPlace): DrawnChart | null {
  const { t, analysis } = ctx;
  const bridge = analysis.health?.bridge;
  if (!bridge) return null;
  const first = at.row + 2;
  const [label, stand, whole, up, down, level] = [0, 1, 2, 3, 4, 5].map((offset) => at.column + offset) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const end = (name: 'before' | 'now', figure: Figure): PlanCell[] => {
    const value = moneyToNumber(bridge[name]);
    const cell = { formula: `=N(${figureName(figure)})`, value };
    return [t(`diagnosis.bridge.${name}`), 0, cell, 0, 0, cell];
  };
  let running = bridge.before as number;
  const steps = STEPS.map(([name, figure], index): PlanCell[] => {
    const row = first + 1 + index;
    const above = addressOf(row - 1, level);
    const here = addressOf(row, level);
    const amount = `N(${figureName(figure)})`;
    const start = running;
    running += bridge[name];
    return [
      t(`diagnosis.bridge.${name}`),
      { formula: `=MIN(${above},${here})`, value: inUnits(Math.min(start, running)) },
      0,
      { formula: `=MAX(${amount},0)`, value: inUnits(Math.max(bridge[name], 0)) },
      { formula: `=MAX(-${amount},0)`, value: inUnits(Math.max(-bridge[name], 0)) },
      { formula: `=ROUND(${above}+${amount},4)`, value: inUnits(running) },
    ];
  });
  const cells = [end('before', 'bridgeBefore'), ...steps, end('now', 'bridgeNow')];
  const money = moneyFormat(analysis);
  const area = (column: number): Area => ({ row: first, column, rows: cells.length, columns: 1 });
  return {
    blocks: [
      {
        row: at.row + 1,
        column: at.column,
        role: 'columnHeading',
        cells: [
          [
            t('diagnosis.bridge.title'),
            t('diagnosis.bridge.stand'),
            t('diagnosis.bridge.whole'),
            t('diagnosis.bridge.up'),
            t('diagnosis.bridge.down'),
            t('diagnosis.bridge.now'),
          ],
        ],
      },
      {
        row: first,
        column: at.column,
        role: 'note',
        formats: [null, money, money, money, money, money],
        cells,
      },
    ],
    chart: {
      name: 'ClienteleDiagnosisBridge',
      title: t('diagnosis.bridge.title'),
      kind: 'stackedColumn',
      categories: area(label),
      series: [
        { name: t('diagnosis.bridge.stand'), values: area(stand), invisible: true },
        { name: t('diagnosis.bridge.whole'), values: area(whole), tone: 'accent' },
        { name: t('diagnosis.bridge.up'), values: area(up), tone: 'good' },
        { name: t('diagnosis.bridge.down'), values: area(down), tone: 'bad' },
      ],
      place: at.place,
      valueFormat: money,
      alt: changeInWords(ctx),
    },
    nextRow: first + cells.length + 1,
  };
}

/** How many clients have each status. */
export function statusChart({ t, analysis }: ReportContext, at: ChartPlace): DrawnChart | null {
  const { health } = analysis;
  if (!health) return null;
  const first = at.row + 2;
  const area = (column: number): Area => ({ row: first, column, rows: STATUSES.length, columns: 1 });
  return {
    blocks: [
      {
        row: at.row + 1,
        column: at.column,
        role: 'columnHeading',
        cells: [[t('diagnosis.status.title'), t('diagnosis.status.count')]],
      },
      {
        row: first,
        column: at.column,
        role: 'note',
        formats: [null, COUNT],
        cells: STATUSES.map((status): PlanCell[] => [
          t(`diagnosis.status.${status}`),
          { formula: `=N(${figureName(status)})`, value: health.statuses[status] },
        ]),
      },
    ],
    chart: {
      name: 'ClienteleDiagnosisStatus',
      title: t('diagnosis.status.title'),
      kind: 'column',
      categories: area(at.column),
      series: [{ name: t('diagnosis.status.count'), values: area(at.column + 1) }],
      place: at.place,
      labels: true,
      valueFormat: COUNT,
      alt: t('diagnosis.status.alt'),
    },
    nextRow: first + STATUSES.length + 1,
  };
}

/** A sum of money that arithmetic left as a plain number, in currency units. */
function inUnits(amount: number): number {
  return moneyToNumber(units(amount));
}
