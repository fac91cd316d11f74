import { moneyToNumber, units } from '../../domain/shared/money';
import { baseOf } from '../classSummary';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT, TEXT } from '../formats';
import { literal } from '../live';
import { BASE_NAME, figureName } from '../names';
import type { Block, PlanCell, PlanName } from '../plan';
import { line } from '../tabHead';
import type { PotentialTable } from './table';
import { FIGURE_ROW, KNOWN_COLUMN, lookedUp, potentialAddress, potentialColumn } from './table';
import { potentialCells } from './working';

/** So many are named at the top; the table below names all. */
const SHOWN = 5;

/** Figures of the tab, from the first row of the head. */
const FIGURES = ['known', 'unknown', 'coverage', 'headroom', 'understated'] as const;

/** The head of the tab: what is known, whom to ask first, who could become a client. */
export function potentialHead(ctx: ReportContext, table: PotentialTable): readonly Block[] {
  return [...figureBlocks(ctx, table), ...askBlocks(ctx, table), ...prospectBlocks(ctx, table)];
}

/** Figures that «Диагностика» refers to. */
export function potentialNames(): readonly PlanName[] {
  const cell = (figure: 'unknownPotential' | 'headroom', key: (typeof FIGURES)[number]): PlanName => ({
    name: figureName(figure),
    area: { row: FIGURE_ROW + FIGURES.indexOf(key), column: KNOWN_COLUMN, rows: 1, columns: 1 },
  });
  return [cell('unknownPotential', 'unknown'), cell('headroom', 'headroom')];
}

function figureBlocks(ctx: ReportContext, table: PotentialTable): readonly Block[] {
  const { t, analysis } = ctx;
  const { clients, segments } = analysis;
  const { text } = potentialCells(ctx, table);
  const column = (key: Parameters<typeof potentialAddress>[1]) => potentialAddress(table, key);
  const base = baseOf(analysis);
  const bought = segments.clients.filter(({ neverBought }) => !neverBought);
  const assessed = bought.filter(({ potential }) => potential !== null);
  const covered = segments.clients.reduce(
    (sum, { potential }, position) => sum + (potential ? Math.max(0, clients[position]?.revenue ?? 0) : 0),
    0,
  );
  const prospect = `${column('class')},${text.prospect}`;
  const cells: Readonly<Record<(typeof FIGURES)[number], PlanCell>> = {
    known: {
      formula: `=COUNTIF(${column('potential')},">0")-COUNTIF(${prospect})`,
      value: assessed.length,
    },
    unknown: {
      formula:
        `=COUNTIF(${column('revenue')},">0")` +
        `-COUNTIFS(${column('revenue')},">0",${column('potential')},">0")`,
      value: segments.askFirst.length,
    },
    coverage: {
      formula:
        `=IF(${BASE_NAME}>0,` +
        `SUMIFS(${column('revenue')},${column('revenue')},">0",${column('potential')},">0")/${BASE_NAME},"")`,
      value: base > 0 ? moneyToNumber(units(covered)) / base : '',
    },
    headroom: {
      formula: `=ROUND(SUM(${column('headroom')})-SUMIF(${prospect},${column('headroom')}),4)`,
      value: moneyToNumber(units(assessed.reduce((sum, { headroom }) => sum + (headroom ?? 0), 0))),
    },
    understated: {
      formula: `=COUNTIF(${column('note')},${text.understated})`,
      value: segments.clients.filter(({ isUnderstated }) => isUnderstated).length,
    },
  };
  const formats = {
    known: COUNT,
    unknown: COUNT,
    coverage: PERCENT,
    headroom: moneyFormat(analysis),
    understated: COUNT,
  };
  return [
    line(FIGURE_ROW - 1, 'heading', t('potential.summary')),
    ...FIGURES.flatMap((key, index): Block[] => [
      line(FIGURE_ROW + index, 'body', t(`potential.${key}`)),
      {
        row: FIGURE_ROW + index,
        column: KNOWN_COLUMN,
        role: 'body',
        formats: [formats[key]],
        cells: [[cells[key]]],
      },
    ]),
  ];
}

/** The largest buyers of unknown potential, and whether it has become known since. */
function askBlocks(ctx: ReportContext, table: PotentialTable): readonly Block[] {
  const { t, analysis } = ctx;
  const { clients, segments } = analysis;
  const name = potentialColumn(table, 'budget');
  // Names run over two narrow neighbours.
  const revenue = name + 3;
  const ask = segments.askFirst.slice(0, SHOWN).flatMap((position) => clients[position] ?? []);
  const title = line(FIGURE_ROW - 1, 'heading', t('potential.ask'), name);
  const isEmpty = clients.every((client) => client.revenue <= 0);
  if (ask.length === 0)
    return [
      title,
      line(FIGURE_ROW, 'note', t(isEmpty ? 'potential.ask.nobody' : 'potential.ask.none'), name),
    ];
  return [
    title,
    {
      row: FIGURE_ROW - 1,
      column: revenue,
      role: 'note',
      align: ['right', null],
      cells: [[t('potential.ask.revenue'), t('potential.ask.state')]],
    },
    {
      row: FIGURE_ROW,
      column: name,
      role: 'body',
      formats: [TEXT],
      cells: ask.map((client) => [client.name]),
    },
    {
      row: FIGURE_ROW,
      column: revenue,
      role: 'body',
      formats: [moneyFormat(analysis), null],
      cells: ask.map(({ key, revenue: amount }): PlanCell[] => [
        moneyToNumber(amount),
        {
          formula:
            `=IF(ISNUMBER(${lookedUp(table, 'potential', literal(key))}),` +
            `${literal(t('potential.ask.done'))},${literal(t('potential.ask.open'))})`,
          value: t('potential.ask.open'),
        },
      ]),
    },
  ];
}

/** The prospects of the largest potential: they stand in the table below with the others (method.md §8). */
function prospectBlocks(ctx: ReportContext, table: PotentialTable): readonly Block[] {
  const { t, analysis } = ctx;
  const { prospects } = analysis.segments;
  const { text } = potentialCells(ctx, table);
  const name = potentialColumn(table, 'potential');
  const amount = potentialColumn(table, 'headroom');
  const count = `COUNTIF(${potentialAddress(table, 'class')},${text.prospect})`;
  const [before = '', after = ''] = t('potential.prospects').split('{count}');
  const title = line(
    FIGURE_ROW - 1,
    'heading',
    {
      formula: `=${literal(before)}&${count}&${literal(after)}`,
      value: t('potential.prospects', { count: prospects.length }),
    },
    name,
  );
  if (prospects.length === 0) return [title, line(FIGURE_ROW, 'note', t('potential.prospects.none'), name)];
  const shown = prospects.slice(0, SHOWN);
  return [
    title,
    {
      row: FIGURE_ROW - 1,
      column: amount,
      role: 'note',
      align: ['right'],
      cells: [[t('potential.prospects.potential')]],
    },
    { row: FIGURE_ROW, column: name, role: 'body', formats: [TEXT], cells: shown.map((each) => [each.name]) },
    {
      row: FIGURE_ROW,
      column: amount,
      role: 'body',
      formats: [moneyFormat(analysis)],
      cells: shown.map(({ key, potential }): PlanCell[] => [
        { formula: `=${lookedUp(table, 'potential', literal(key))}`, value: moneyToNumber(potential.amount) },
      ]),
    },
  ];
}
