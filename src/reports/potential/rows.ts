import type { PotentialFacts } from '../../domain/entries';
import type { ClientRow } from '../../domain/analysis';
import type { ClientSegment, Potential, PotentialMethod } from '../../domain/segments/types';
import type { CellValue } from '../../domain/shared/grid';
import { MONEY_SCALE, moneyToNumber } from '../../domain/shared/money';
import { computedWords } from '../classWords';
import type { ReportContext } from '../context';
import { COUNT, dateFormat, moneyFormat, PERCENT, TEXT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveTemplate, liveText, percentOf } from '../live';
import { moneyOf } from '../moneyWords';
import type { Block, PlanCell } from '../plan';
import { rowFormula, rowMark } from '../rowFormula';
import type { PotentialColumn, PotentialRow, PotentialTable } from './table';
import { annualColumn, COMMENT_FIELDS, FACT_FIELDS, LISTED, potentialCell } from './table';
import type { PotentialCells } from './working';
import { potentialCells } from './working';

/** Widths of the columns in characters. */
export const POTENTIAL_WIDTHS: Readonly<Record<PotentialColumn, number>> = {
  number: 5,
  client: 30,
  key: 24,
  revenue: 14,
  annual: 14,
  budget: 14,
  ourShare: 9,
  drivers: 10,
  norm: 12,
  segment: 15,
  assessedOn: 11,
  comment: 28,
  listedBudget: 14,
  listedShare: 10,
  listedDrivers: 10,
  listedNorm: 12,
  listedSegment: 16,
  listedOn: 11,
  potential: 14,
  method: 19,
  share: 9,
  headroom: 14,
  class: 36,
  note: 18,
  reason: 64,
};

const NUMERIC: ReadonlySet<PotentialColumn> = new Set<PotentialColumn>([
  'number',
  'revenue',
  'annual',
  'budget',
  'ourShare',
  'drivers',
  'norm',
  'assessedOn',
  'listedBudget',
  'listedShare',
  'listedDrivers',
  'listedNorm',
  'listedOn',
  'potential',
  'share',
  'headroom',
]);

/** Decimals of exact money, and of shares as they are compared (`SHARE_DECIMALS` of the domain). */
const MONEY_DECIMALS = 4;
const SHARE_DECIMALS = 9;

/** The heading and a row per client and prospect. */
export function potentialBlocks(ctx: ReportContext, table: PotentialTable): readonly Block[] {
  const { t } = ctx;
  const formats = formatsOf(ctx);
  const writer = rowWriter(ctx, table);
  const rows = table.rows.length > 0 ? table.rows.map(writer) : [table.columns.map(() => null)];
  return [
    {
      row: table.headingRow,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      formats: table.columns.map(() => TEXT),
      align: table.columns.map((column) => (NUMERIC.has(column) ? 'right' : null)),
      cells: [table.columns.map((column) => heading(column, ctx))],
    },
    ...runsOf(table).map(({ from, to, role }): Block => ({
      row: table.firstRow,
      column: from + 1,
      role,
      formats: table.columns.slice(from, to).map((column) => formats[column]),
      cells: rows.map((cells) => cells.slice(from, to)),
    })),
  ];

  function heading(column: PotentialColumn, { analysis }: ReportContext): string {
    const isYear = column === 'revenue' && analysis.period !== null && analysis.segments.annualFactor === 1;
    return isYear ? t('potential.column.revenue12') : t(`potential.column.${column}`);
  }
}

/** Columns side by side that look alike: what people fill in, and what is computed. */
function runsOf(
  table: PotentialTable,
): readonly { readonly from: number; readonly to: number; readonly role: 'body' | 'input' }[] {
  const at = (column: PotentialColumn) => table.columns.indexOf(column);
  const facts = at(FACT_FIELDS[0]);
  const comment = at(COMMENT_FIELDS[0]);
  return [
    { from: 0, to: facts, role: 'body' },
    { from: facts, to: facts + FACT_FIELDS.length, role: 'input' },
    { from: facts + FACT_FIELDS.length, to: comment, role: 'body' },
    { from: comment, to: comment + COMMENT_FIELDS.length, role: 'input' },
    { from: comment + COMMENT_FIELDS.length, to: table.columns.length, role: 'body' },
  ];
}

function formatsOf({ analysis, language }: ReportContext): Readonly<Record<PotentialColumn, string | null>> {
  const money = moneyFormat(analysis);
  const date = dateFormat(language);
  return {
    number: COUNT,
    client: TEXT,
    key: TEXT,
    revenue: money,
    annual: money,
    budget: money,
    ourShare: PERCENT,
    drivers: COUNT,
    norm: money,
    segment: TEXT,
    assessedOn: date,
    comment: TEXT,
    listedBudget: money,
    listedShare: PERCENT,
    listedDrivers: COUNT,
    listedNorm: money,
    listedSegment: TEXT,
    listedOn: date,
    potential: money,
    method: null,
    share: PERCENT,
    headroom: money,
    class: null,
    note: null,
    reason: null,
  };
}

/** What a row is made of, whether its client stands in the sales or only on the list of potentials. */
interface Subject {
  readonly client: ClientRow | null;
  readonly segment: ClientSegment | null;
  readonly potential: Potential | null;
  readonly listed: PotentialFacts | null;
}

function rowWriter(
  ctx: ReportContext,
  table: PotentialTable,
): (row: PotentialRow, index: number) => PlanCell[] {
  const { t, analysis, entries, settings } = ctx;
  const { segments, clients } = analysis;
  const cells = potentialCells(ctx, table);
  const prospects = new Map<string, Potential>(
    segments.prospects.map(({ key, potential }) => [key, potential]),
  );
  const listedProspects = new Map<string, PotentialFacts>(
    entries.prospects.map(({ key, facts }) => [key, facts]),
  );
  const listedClients: ReadonlyMap<string, PotentialFacts> = entries.listedPotentials;
  const at = (column: PotentialColumn) => potentialCell(table, column, rowMark());
  const reason = reasonOfRow(ctx, cells, at);
  const formulasOf = (neverBought: boolean) => ({
    ...rowFormulas(at, annualColumn(table), cells, neverBought),
    reason: reason.formula,
  });
  const writers = { bought: rowWriters(formulasOf(false)), never: rowWriters(formulasOf(true)) };
  const letters = settings.choices.letters;
  const words = potentialWords(t);

  return ({ position, key, name }, index) => {
    const row = table.firstRow + index;
    const client = position === null ? null : (clients[position] ?? null);
    const segment = position === null ? null : (segments.clients[position] ?? null);
    const subject: Subject = {
      client,
      segment,
      potential: segment ? segment.potential : (prospects.get(key) ?? null),
      listed: (segment ? listedClients.get(key) : listedProspects.get(key)) ?? null,
    };
    const write = (segment?.neverBought ?? true) ? writers.never : writers.bought;
    const value = rowValues(subject, words, letters, t);
    const listedCell = (column: PotentialColumn): PlanCell => {
      const fact = LISTED[column];
      const known = fact ? (subject.listed?.[fact] ?? null) : null;
      if (known === null || typeof known === 'string') return known;
      return fact === 'budget' || fact === 'norm' ? known / MONEY_SCALE : known;
    };
    const cellOf = (column: PotentialColumn): PlanCell => {
      switch (column) {
        case 'number':
          return index + 1;
        case 'client':
          return name;
        case 'key':
          return key;
        case 'revenue':
          return client ? moneyToNumber(client.revenue) : 0;
        case 'annual':
          return segment ? moneyToNumber(segment.annualRevenue) : 0;
        case 'potential':
        case 'method':
        case 'share':
        case 'headroom':
        case 'class':
        case 'note':
          return { formula: write[column](row), value: value[column] };
        case 'reason':
          return { formula: write.reason(row), value: reason.value(subject, value) };
        default:
          return column in LISTED ? listedCell(column) : null;
      }
    };
    return table.columns.map(cellOf);
  };
}

/** Formulas without `=` and with marks, by the number of the row. */
function rowWriters(
  formulas: Readonly<Record<Computed | 'reason', string>>,
): Readonly<Record<Computed | 'reason', (row: number) => string>> {
  const writer = (column: Computed | 'reason') => rowFormula(`=${formulas[column]}`);
  return {
    potential: writer('potential'),
    method: writer('method'),
    share: writer('share'),
    headroom: writer('headroom'),
    class: writer('class'),
    note: writer('note'),
    reason: writer('reason'),
  };
}

type Computed = 'potential' | 'method' | 'share' | 'headroom' | 'class' | 'note';
type CellOf = (column: PotentialColumn) => string | null;

/** The formulas of a row: typed cells first, listed ones where they are blank; nonsense counts as blank. */
function rowFormulas(
  at: CellOf,
  annualOf: PotentialColumn,
  { value, method, text, letters, segments }: PotentialCells,
  neverBought: boolean,
): Readonly<Record<Computed, string>> {
  const annual = at(annualOf) ?? '';
  const revenue = at('revenue') ?? '';
  const [potential, way, share, headroom] = [at('potential'), at('method'), at('share'), at('headroom')];
  const amount = (typed: PotentialColumn, listed: PotentialColumn): string => {
    const [own, other] = [at(typed), at(listed)];
    return other === null ? `N(${own})` : `IF(N(${own})>0,${own},N(${other}))`;
  };
  const budget = amount('budget', 'listedBudget');
  const drivers = amount('drivers', 'listedDrivers');
  const norm = amount('norm', 'listedNorm');
  const listedShare = at('listedShare');
  const typedShare = at('ourShare');
  const isShare = `AND(N(${typedShare})>0,N(${typedShare})<=1)`;
  const ourShare =
    listedShare === null ? `N(${typedShare})` : `IF(${isShare},${typedShare},N(${listedShare}))`;
  const listedSegment = at('listedSegment');
  const typedSegment = `TRIM(${at('segment')})`;
  const segment =
    listedSegment === null ? typedSegment : `IF(${typedSegment}="",TRIM(${listedSegment}),${typedSegment})`;
  const peers = segments === null ? null : `VLOOKUP(${segment},${segments},2,FALSE)`;
  const lastMethod = peers === null ? text.none : `IF(ISNUMBER(${peers}),${method.peers},${text.none})`;
  const lastPotential = peers === null ? '""' : `IF(${way}=${method.peers},${peers},"")`;
  const isMuch = `IF(${value.growth}=1,${revenue}>=${value.much},${potential}>=${value.big})`;
  const isMore = `(${share}<${value.budgetLimit})=(${value.growth}=1)`;
  const letter = `VLOOKUP(1+IF(${isMuch},0,2)+IF(${isMore},0,1),${letters},2,FALSE)`;
  return {
    method:
      `IF(${budget}>0,${method.budget},IF(AND(${ourShare}>0,${ourShare}<=1,${annual}>0),${method.share},` +
      `IF(AND(${drivers}>0,${norm}>0),${method.norm},${lastMethod})))`,
    potential:
      `IF(${way}=${method.budget},${budget},IF(${way}=${method.share},ROUND(${annual}/${ourShare},${MONEY_DECIMALS}),` +
      `IF(${way}=${method.norm},ROUND(${drivers}*${norm},${MONEY_DECIMALS}),${lastPotential})))`,
    share:
      `IF(${potential}="","",MIN(1,MAX(0,` +
      `ROUND(IF(${way}=${method.share},${ourShare},${annual}/${potential}),${SHARE_DECIMALS}))))`,
    headroom: `IF(${potential}="","",ROUND(MAX(0,${potential}-${annual}),${MONEY_DECIMALS}))`,
    class: neverBought
      ? `IF(${potential}="",${text.never},${text.prospect})`
      : `IF(${share}="",IF(${revenue}>=${value.much},${text.much},${text.little}),${letter})`,
    note: neverBought
      ? `IF(${potential}="","",IF(${annual}>${potential},${text.understated},""))`
      : `IF(${potential}="","",IF(${annual}>${potential},${text.understated},` +
        `IF(AND(${share}>=${value.budgetLimit},${headroom}>=${value.note}),${text.bigRoom},"")))`,
  };
}

/** Words of the values, taken once. */
interface PotentialWords {
  readonly understated: string;
  readonly headroom: string;
  readonly prospect: string;
  readonly never: string;
  readonly method: Readonly<Record<PotentialMethod | 'none', string>>;
}

function potentialWords(t: ReportContext['t']): PotentialWords {
  return {
    understated: t('potential.note.understated'),
    headroom: t('potential.note.headroom'),
    prospect: t('segments.prospect'),
    never: t('segments.never'),
    method: {
      budget: t('potential.method.budget'),
      share: t('potential.method.share'),
      norm: t('potential.method.norm'),
      peers: t('potential.method.peers'),
      none: t('potential.method.none'),
    },
  };
}

function rowValues(
  { segment, potential }: Subject,
  words: PotentialWords,
  letters: ReportContext['settings']['choices']['letters'],
  t: ReportContext['t'],
): Readonly<Record<Computed, CellValue>> {
  const note = segment?.isUnderstated ? words.understated : segment?.hasHeadroomNote ? words.headroom : '';
  const prospect = potential ? words.prospect : words.never;
  return {
    potential: potential ? moneyToNumber(potential.amount) : '',
    method: words.method[potential?.method ?? 'none'],
    share: potential ? (segment?.budgetShare ?? 0) : '',
    headroom: potential ? moneyToNumber(segment?.headroom ?? potential.amount) : '',
    class: segment ? computedWords(segment, letters, t) : prospect,
    note,
  };
}

/** The reasons of all rows: one formula, and the sentence it must give. */
interface RowReason {
  readonly formula: string;
  readonly value: (subject: Subject, values: Readonly<Record<Computed, CellValue>>) => string;
}

/** Why a potential and a share are what they are, in one sentence with the numbers. */
function reasonOfRow(
  { t, settings }: ReportContext,
  { value: cells }: PotentialCells,
  at: CellOf,
): RowReason {
  const { budgetLimit } = settings.thresholds;
  const limit = percentOf(cells.budgetLimit, budgetLimit);
  const below = liveText(t('segments.rule.below'), { limit }).value;
  const notBelow = liveText(t('segments.rule.notBelow'), { limit }).value;
  const unknown = t('potential.reason.unknown');
  const sentence = liveTemplate(t('potential.reason'));
  const cell = (column: PotentialColumn) => at(column) ?? '';
  const annualCell = cell(at('annual') === null ? 'revenue' : 'annual');
  const known = (
    annual: number,
    values: Readonly<Record<'potential' | 'method' | 'share', CellValue>>,
  ): Live => {
    const share = Number(values.share);
    return sentence({
      potential: moneyOf(cell('potential'), Number(values.potential), t),
      method: live(cell('method'), values.method),
      revenue: moneyOf(annualCell, annual, t),
      share: percentOf(cell('share'), share),
      rule: live(
        `IF(${cell('share')}<${cells.budgetLimit},${cells.below},${cells.notBelow})`,
        share < budgetLimit ? below : notBelow,
      ),
    });
  };
  const { formula } = known(0, { potential: 0, method: '', share: 0 });
  return {
    formula: `IF(${cell('potential')}="",${literal(unknown)},${formula})`,
    value: ({ segment, potential }, values) => {
      if (!potential) return unknown;
      return String(known(segment ? moneyToNumber(segment.annualRevenue) : 0, values).value);
    },
  };
}
