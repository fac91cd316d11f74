import type { Analysis, VolumeClass } from '../domain/analysis';
import { moneyToNumber, units } from '../domain/shared/money';
import type { ClientTable } from './clientTable';
import { columnAddress } from './clientTable';
import type { ReportContext } from './context';
import { COUNT, moneyFormat, PERCENT, TEXT } from './formats';
import { figureName } from './names';
import type { Figure } from './names';
import type { Block, PlanCell, PlanName } from './plan';
import { HEAD_ROWS } from './tabHead';

const CLASSES: readonly VolumeClass[] = ['A', 'B', 'C', 'D'];

/** Row of the summary's heading; the classes follow, then the total and the base of shares. */
export const SUMMARY_ROW = HEAD_ROWS + 1;
const TOTAL_ROW = SUMMARY_ROW + CLASSES.length + 1;
/** Row and column of the base of all shares: Σ max(net, 0). */
export const BASE_ROW = TOTAL_ROW + 1;
export const BASE_COLUMN = 3;
const SHARE_COLUMN = 4;
const CLIENTS_COLUMN = 6;

/** Figures of «Диагностика» on this tab: how many clients each class has, its share of revenue, and how many bought. */
export function summaryNames(): readonly PlanName[] {
  const cell = (figure: Figure, row: number, column: number): PlanName => ({
    name: figureName(figure),
    area: { row, column, rows: 1, columns: 1 },
  });
  const row = (index: number) => SUMMARY_ROW + 1 + index;
  return [
    cell('buyers', BASE_ROW, CLIENTS_COLUMN),
    cell('countA', row(0), CLIENTS_COLUMN),
    cell('countB', row(1), CLIENTS_COLUMN),
    cell('countC', row(2), CLIENTS_COLUMN),
    cell('countD', row(3), CLIENTS_COLUMN),
    cell('shareA', row(0), SHARE_COLUMN),
    cell('shareB', row(1), SHARE_COLUMN),
    cell('shareC', row(2), SHARE_COLUMN),
  ];
}

/** The class summary above the client table: letter, words, revenue and clients of each class. */
export function summaryBlocks({ t, analysis }: ReportContext, table: ClientTable): readonly Block[] {
  const money = moneyFormat(analysis);
  const formats = [TEXT, TEXT, money, PERCENT, PERCENT, COUNT];
  const align = ['center', null, null, null, null, null] as const;
  const [first, last] = [SUMMARY_ROW + 1, SUMMARY_ROW + CLASSES.length];
  const totals = CLASSES.map((each) => summaryOf(analysis, each));
  const clients = analysis.clients.length;
  const net = sumOf(analysis.clients);
  const total: PlanCell[] = [
    null,
    t('report.sum'),
    { formula: `=ROUND(SUM(C${first}:C${last}),4)`, value: net },
    { formula: `=IF(C${BASE_ROW}>0,SUM(D${first}:D${last}),"")`, value: baseOf(analysis) > 0 ? 1 : '' },
    { formula: `=SUM(E${first}:E${last})`, value: clients > 0 ? 1 : 0 },
    { formula: `=SUM(F${first}:F${last})`, value: clients },
  ];
  return [
    {
      row: SUMMARY_ROW,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      align: ['center', null, 'right', 'right', 'right', 'right'],
      cells: [
        [
          t('abcd.summary.class'),
          t('abcd.summary.words'),
          t('abcd.summary.revenue'),
          t('abcd.summary.shareOfRevenue'),
          t('abcd.summary.shareOfClients'),
          t('abcd.summary.clients'),
        ],
      ],
    },
    {
      row: first,
      column: 1,
      role: 'body',
      formats,
      align,
      cells: CLASSES.map((volumeClass, index) => {
        const row = first + index;
        const { revenue, count } = totals[index] ?? { revenue: 0, count: 0 };
        const base = baseOf(analysis);
        return [
          volumeClass,
          t(`abcd.words.${volumeClass}`),
          {
            formula: `=SUMIF(${columnAddress(table, 'class')},A${row},${columnAddress(table, 'revenue')})`,
            value: revenue,
          },
          volumeClass === 'D'
            ? null
            : {
                formula: `=IF(C${BASE_ROW}>0,C${row}/C${BASE_ROW},"")`,
                value: base > 0 ? revenue / base : '',
              },
          {
            formula: `=IF(F${TOTAL_ROW}>0,F${row}/F${TOTAL_ROW},0)`,
            value: clients > 0 ? count / clients : 0,
          },
          { formula: `=COUNTIF(${columnAddress(table, 'class')},A${row})`, value: count },
        ];
      }),
    },
    { row: TOTAL_ROW, column: 1, role: 'total', formats, align, cells: [total] },
    {
      row: BASE_ROW,
      column: 1,
      role: 'body',
      formats: [TEXT, TEXT, money, null, TEXT, COUNT],
      align: [null, null, null, null, 'right', null],
      cells: [
        [
          null,
          t('abcd.base'),
          { formula: `=ROUND(SUMIF(${columnAddress(table, 'revenue')},">0"),4)`, value: baseOf(analysis) },
          null,
          t('segments.summary.buyers'),
          {
            formula: `=COUNTIF(${columnAddress(table, 'revenue')},">0")`,
            value: analysis.clients.filter(({ revenue }) => revenue > 0).length,
          },
        ],
      ],
    },
  ];
}

/** The base of all shares as a number; zero when nobody bought. */
export function baseOf({ concentration }: Analysis): number {
  return concentration ? moneyToNumber(concentration.base) : 0;
}

function summaryOf({ clients }: Analysis, volumeClass: VolumeClass): { revenue: number; count: number } {
  const members = clients.filter((client) => client.volumeClass === volumeClass);
  return { revenue: sumOf(members), count: members.length };
}

function sumOf(clients: Analysis['clients']): number {
  return moneyToNumber(units(clients.reduce((total, { revenue }) => total + revenue, 0)));
}
