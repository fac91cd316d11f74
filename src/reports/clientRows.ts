import type { ClientRow } from '../domain/analysis';
import type { ClientSegment, RfmScores, Segments } from '../domain/segments/types';
import type { CellValue } from '../domain/shared/grid';
import { moneyToNumber, units } from '../domain/shared/money';
import type { ClientColumn, ClientTable } from './clientTable';
import { letterOf } from './clientTable';
import { allWords, finalWords } from './classWords';
import type { ReportContext } from './context';
import { COUNT, dateFormat, moneyFormat, PERCENT, SIGNED_PERCENT, TEXT } from './formats';
import { literal } from './live';
import type { Block, PlanCell } from './plan';
import { potentialTable, pulled } from './potential/table';
import type { PotentialColumn } from './potential/table';
import { flagWords, reasonOfRow } from './reasons';
import { rowFormula, rowMark } from './rowFormula';
import { rfmParts, segmentCells } from './segmentCells';
import { workingCells } from './workingCells';

/** Coefficients of variation. */
const CV = '0.00';

/** Widths of the columns in characters. */
export const CLIENT_WIDTHS: Readonly<Record<ClientColumn, number>> = {
  number: 6,
  client: 30,
  revenue: 14,
  share: 8,
  before: 11,
  class: 10,
  final: 36,
  strategy: 48,
  potential: 14,
  budgetShare: 9,
  headroom: 14,
  flag: 24,
  change: 11,
  manager: 15,
  reason: 64,
  override: 10,
  comment: 26,
  holding: 18,
  action: 52,
  previous: 14,
  orders: 8,
  averageOrder: 12,
  last: 12,
  days: 7,
  xyz: 11,
  rfm: 8,
  moneyBefore: 15,
  moneyWith: 15,
  key: 30,
  cv: 12,
  months: 12,
  rfm3: 9,
  rfm5: 9,
};

/** Headings over numbers stand where the numbers stand. */
const NUMERIC: ReadonlySet<ClientColumn> = new Set<ClientColumn>([
  'number',
  'revenue',
  'share',
  'before',
  'previous',
  'change',
  'orders',
  'averageOrder',
  'last',
  'days',
  'moneyBefore',
  'moneyWith',
  'potential',
  'budgetShare',
  'headroom',
  'cv',
  'months',
]);

/** Short words stand in the middle. */
const CENTERED: ReadonlySet<ClientColumn> = new Set<ClientColumn>(['class', 'override', 'xyz', 'rfm']);

/** Columns of people, side by side. */
export const ABCD_INPUTS = ['override', 'comment', 'holding'] as const satisfies readonly ClientColumn[];

/** Only reasons wrap: a wrapped name would make rows of different heights for little. */
const WRAPPED: ReadonlySet<ClientColumn> = new Set<ClientColumn>(['reason']);

/** The client table: its heading and a row per client, live over the working cells. */
export function clientTableBlocks(ctx: ReportContext, table: ClientTable): readonly Block[] {
  const { t, analysis, language } = ctx;
  const money = moneyFormat(analysis);
  const formats: Readonly<Record<ClientColumn, string | null>> = {
    number: COUNT,
    client: TEXT,
    revenue: money,
    share: PERCENT,
    before: PERCENT,
    class: null,
    final: null,
    strategy: null,
    potential: money,
    budgetShare: PERCENT,
    headroom: money,
    flag: null,
    override: TEXT,
    comment: TEXT,
    action: null,
    xyz: null,
    rfm: null,
    cv: CV,
    months: COUNT,
    rfm3: TEXT,
    rfm5: TEXT,
    previous: money,
    change: SIGNED_PERCENT,
    orders: COUNT,
    averageOrder: money,
    last: dateFormat(language),
    days: COUNT,
    manager: TEXT,
    holding: TEXT,
    reason: null,
    moneyBefore: money,
    moneyWith: money,
    key: TEXT,
  };
  const align = table.columns.map((column) => (CENTERED.has(column) ? 'center' : null));
  const rows =
    analysis.clients.length > 0
      ? analysis.clients.map(rowWriter(ctx, table))
      : [table.columns.map(() => null)];
  return [
    {
      row: table.headingRow,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      formats: table.columns.map(() => TEXT),
      align: table.columns.map((column) =>
        NUMERIC.has(column) ? 'right' : CENTERED.has(column) ? 'center' : null,
      ),
      cells: [table.columns.map((column) => t(`abcd.column.${column}`))],
    },
    ...columnRuns(table).map(({ from, to, role, wrap }): Block => ({
      row: table.firstRow,
      column: from,
      role,
      wrap,
      formats: table.columns.slice(from - 1, to).map((column) => formats[column]),
      align: align.slice(from - 1, to),
      cells: rows.map((cells) => cells.slice(from - 1, to)),
    })),
  ];
}

/** Columns side by side that look alike. */
interface ColumnRun {
  readonly from: number;
  readonly to: number;
  readonly role: Block['role'];
  readonly wrap: boolean;
}

function columnRuns(table: ClientTable): readonly ColumnRun[] {
  const inputs: readonly ClientColumn[] = ABCD_INPUTS;
  const runs: ColumnRun[] = [];
  table.columns.forEach((column, index) => {
    const role = inputs.includes(column) ? 'input' : 'body';
    const wrap = WRAPPED.has(column);
    const last = runs.at(-1);
    if (last && last.role === role && last.wrap === wrap) runs[runs.length - 1] = { ...last, to: index + 1 };
    else runs.push({ from: index + 1, to: index + 1, role, wrap });
  });
  return runs;
}

/** Writes rows: a formula that all of them share is made once, the values are those of the client. */
function rowWriter(ctx: ReportContext, table: ClientTable): (client: ClientRow, index: number) => PlanCell[] {
  const cells = segmentCells(table);
  const own = (column: ClientColumn) => `${letterOf(table, column)}${rowMark()}`;
  const reason = reasonOfRow(ctx, workingCells(table), cells, {
    revenue: own('revenue'),
    share: own('share'),
    before: own('before'),
    volumeClass: own('class'),
    flag: own('flag'),
    moneyBefore: own('moneyBefore'),
    potential: own('potential'),
    budgetShare: own('budgetShare'),
    override: own('override'),
  });
  const formulas = rowFormulas(ctx, table, reason.formula);
  const valuesOf = valueWriter(ctx, reason.value);
  const columns = table.columns.map((column) => {
    const formula = formulas[column];
    return { column, formula: formula === undefined ? null : rowFormula(`=${formula}`) };
  });
  return (client, index) => {
    const row = table.firstRow + index;
    const values = valuesOf(client, index);
    return columns.map(({ column, formula }) => {
      const value = values[column];
      return formula ? { formula: formula(row), value: value ?? '' } : value;
    });
  };
}

/** The formulas of a row by column, without `=`, with marks for the row's number. */
function rowFormulas(
  ctx: ReportContext,
  table: ClientTable,
  reason: string,
): Readonly<Partial<Record<ClientColumn, string>>> {
  const working = workingCells(table);
  const { value, letters, words } = segmentCells(table);
  const at = (column: ClientColumn, shift = 0) => `${letterOf(table, column)}${rowMark(shift)}`;
  const [amount, moneyBefore] = [at('revenue'), at('moneyBefore')];
  const { limit, flag } = working;
  const potential = potentialTable(ctx);
  const onPotential = rowMark(potential.firstRow - table.firstRow);
  const pull = (column: PotentialColumn) => pulled(potential, column, onPotential, at('key'));
  const approach = (column: 2 | 3) => `IFERROR(VLOOKUP(${at('final')},${words},${column},FALSE),"")`;
  const letter = (column: ClientColumn) => `VLOOKUP(${at(column)},${letters},2,FALSE)`;
  return {
    share: `IF(${amount}>0,${amount}/${working.base},"")`,
    before: `IF(${amount}>0,${moneyBefore}/${working.base},"")`,
    class:
      `IF(${amount}<=0,"D",IF(${moneyBefore}<${limit.classA},"A",` +
      `IF(${moneyBefore}<${limit.classB},"B","C")))`,
    flag:
      `IF(${amount}<=0,"",IF(${amount}>${limit.flagMono},${flag.mono},` +
      `IF(${amount}>${limit.flagCritical},${flag.critical},` +
      `IF(${amount}>=${limit.flagLarge},${flag.large},""))))`,
    // No letter is blank, so a blank override finds none.
    final: `IFERROR(${letter('override')},IF(${value.model}=0,${letter('class')},${pull('class')}))`,
    strategy: approach(2),
    action: approach(3),
    potential: pull('potential'),
    budgetShare: pull('share'),
    headroom: pull('headroom'),
    xyz:
      `IF(OR(${at('cv')}="",${at('months')}<${value.xyzMonths},${at('orders')}<${value.xyzPurchases}),` +
      `${literal(ctx.t('segments.xyz.none'))},IF(${at('cv')}<=${value.xyzX},"X",` +
      `IF(${at('cv')}<=${value.xyzY},"Y","Z")))`,
    rfm: `IF(${value.rfm}=0,"",IF(${value.rfm}=3,${at('rfm3')},${at('rfm5')})&"")`,
    reason,
    // N() of the heading's text is zero, so the first row needs no formula of its own and rows may be sorted back.
    moneyBefore: `IF(${amount}=${at('revenue', -1)},${at('moneyBefore', -1)},N(${at('moneyWith', -1)}))`,
    moneyWith: `ROUND(N(${at('moneyWith', -1)})+MAX(${amount},0),4)`,
  };
}

/** What stands in a row by column, or what its formula must give. */
function valueWriter(
  ctx: ReportContext,
  reasonOf: (client: ClientRow, segment: ClientSegment) => string,
): (client: ClientRow, index: number) => Readonly<Record<ClientColumn, CellValue | null>> {
  const { t, analysis, settings } = ctx;
  const { clients, segments } = analysis;
  const { letters } = settings.choices;
  const approaches = new Map(allWords(letters, t).map((each) => [each.words, each]));
  const parts = rfmParts(ctx);
  const accumulated = accumulate(clients);
  const noXyz = t('segments.xyz.none');
  return (client, index) => {
    const segment = segmentAt(segments, index);
    const final = finalWords(segment, client.volumeClass, segments, letters, t);
    const approach = approaches.get(final);
    const sums = accumulated[index];
    const rfm3 = scoresText(segment.rfmParts?.terciles);
    const rfm5 = scoresText(segment.rfmParts?.quintiles);
    const { previous } = client;
    return {
      number: index + 1,
      client: client.name,
      revenue: moneyToNumber(client.revenue),
      share: client.share,
      before: client.cumulativeBefore,
      class: client.volumeClass,
      flag: flagWords(client.flag, t),
      final,
      strategy: approach?.strategy ?? null,
      action: approach?.action ?? null,
      potential: segment.potential ? moneyToNumber(segment.potential.amount) : null,
      budgetShare: segment.budgetShare,
      headroom: segment.headroom === null ? null : moneyToNumber(segment.headroom),
      override: null,
      comment: null,
      xyz: segment.xyz?.class ?? noXyz,
      rfm: parts === 0 ? null : parts === 3 ? rfm3 : rfm5,
      cv: segment.regularity?.cv ?? null,
      months: segment.regularity?.months ?? null,
      rfm3: rfm3 || null,
      rfm5: rfm5 || null,
      previous: previous === null ? null : moneyToNumber(previous),
      change: previous !== null && previous > 0 ? client.revenue / previous - 1 : null,
      orders: client.orders,
      averageOrder: client.averageOrder === null ? null : moneyToNumber(client.averageOrder),
      last: client.last,
      days: client.daysSince,
      manager: client.manager,
      holding: settings.holdings[client.key] ?? null,
      reason: reasonOf(client, segment),
      moneyBefore: sums?.before ?? 0,
      moneyWith: sums?.with ?? 0,
      key: client.key,
    };
  };
}

/** Scores as they read: 5-4-5, recency first. */
function scoresText(scores: RfmScores | undefined): string {
  return scores ? `${scores.recency}-${scores.frequency}-${scores.monetary}` : '';
}

function segmentAt({ clients }: Segments, position: number): ClientSegment {
  const segment = clients[position];
  if (!segment) throw new Error(`There is no segment for client ${position}`);
  return segment;
}

/** Money accumulated before each client's tie group and with the client, returns left out. */
export function accumulate(
  clients: readonly Pick<ClientRow, 'revenue'>[],
): readonly { readonly before: number; readonly with: number }[] {
  let before = 0;
  let running = 0;
  return clients.map(({ revenue }, index) => {
    if (index === 0 || clients[index - 1]?.revenue !== revenue) before = running;
    running += Math.max(revenue, 0);
    return { before: moneyToNumber(units(before)), with: moneyToNumber(units(running)) };
  });
}
