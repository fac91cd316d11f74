import type { ClientRow } from '../../domain/analysis';
import type { ClientHealth, Status } from '../../domain/health/types';
import { moneyToNumber } from '../../domain/shared/money';
import type { CellValue } from '../../domain/shared/grid';
import { onSheet } from '../addresses';
import { clientTable, letterOf as clientLetter } from '../clientTable';
import type { ReportContext } from '../context';
import { COUNT, dateFormat, moneyFormat, POINTS, TEXT } from '../formats';
import { literal, roundHalfUp } from '../live';
import type { Block, PlanCell } from '../plan';
import { rowFormula, rowMark } from '../rowFormula';
import type { Rules } from './rules';
import { columnOf, FIRST_ROW, HEADING_ROW, letterOf, REACTIVATION_COLUMNS } from './table';
import type { Buyer, ReactivationColumn } from './table';
import { allStatusWords } from './words';

/** Widths of the columns in characters. */
export const WIDTHS: Readonly<Record<ReactivationColumn, number>> = {
  number: 5,
  client: 36,
  status: 12,
  since: 9,
  rhythm: 13,
  last: 11,
  expected: 11,
  yearly: 13,
  risk: 13,
  class: 10,
  manager: 15,
  contactedOn: 12,
  result: 17,
  comment: 24,
  bought: 13,
  reason: 64,
  days: 9,
  own: 10,
  interval: 10,
  first: 12,
  second: 12,
  gap: 9,
  revenue: 14,
  key: 30,
};

/** Headings over numbers stand where the numbers stand. */
const NUMERIC: ReadonlySet<ReactivationColumn> = new Set<ReactivationColumn>([
  'number',
  'since',
  'rhythm',
  'last',
  'expected',
  'yearly',
  'risk',
  'contactedOn',
  'days',
  'own',
  'interval',
  'first',
  'second',
  'gap',
  'revenue',
]);

/** Decimals of limits in reasons: a rhythm of 30.5 days gives 45.75. */
const LIMIT_DECIMALS = 1;

/** What a person writes into: blank, `restoreInputs` puts back what stood there. */
const INPUTS: ReadonlySet<ReactivationColumn> = new Set<ReactivationColumn>([
  'contactedOn',
  'result',
  'comment',
]);

/** The table of all clients that ever bought: its heading and a row per client, live over the rules beside it. */
export function tableBlocks(ctx: ReportContext, buyers: readonly Buyer[], rules: Rules): readonly Block[] {
  const { t, analysis, language } = ctx;
  const money = moneyFormat(analysis);
  const date = dateFormat(language);
  const formats: Readonly<Record<ReactivationColumn, string | null>> = {
    number: COUNT,
    client: TEXT,
    status: null,
    since: COUNT,
    rhythm: POINTS,
    last: date,
    expected: date,
    yearly: money,
    risk: money,
    class: null,
    manager: TEXT,
    contactedOn: date,
    result: TEXT,
    comment: TEXT,
    bought: null,
    reason: null,
    days: COUNT,
    own: POINTS,
    interval: POINTS,
    first: date,
    second: date,
    gap: COUNT,
    revenue: money,
    key: TEXT,
  };
  const writeRow = rowWriter(ctx, rules);
  const rows = buyers.map(writeRow);
  const block = (
    from: ReactivationColumn,
    to: ReactivationColumn,
    role: Block['role'],
    wrap: boolean,
  ): Block => {
    const [first, last] = [columnOf(from) - 1, columnOf(to)];
    const columns = REACTIVATION_COLUMNS.slice(first, last);
    return {
      row: FIRST_ROW,
      column: first + 1,
      role,
      wrap,
      formats: columns.map((column) => formats[column]),
      align: columns.map((column) => (column === 'class' ? 'center' : null)),
      cells: rows.map((cells) => cells.slice(first, last)),
    };
  };
  return [
    {
      row: HEADING_ROW,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      formats: REACTIVATION_COLUMNS.map(() => TEXT),
      align: REACTIVATION_COLUMNS.map((column) =>
        NUMERIC.has(column) ? 'right' : column === 'class' ? 'center' : null,
      ),
      cells: [REACTIVATION_COLUMNS.map((column) => t(`reactivation.column.${column}`))],
    },
    // Only reasons wrap: a wrapped name would make rows of different heights.
    block('number', 'manager', 'body', false),
    block('contactedOn', 'comment', 'input', false),
    block('bought', 'bought', 'body', false),
    block('reason', 'reason', 'body', true),
    block('days', 'key', 'body', false),
  ];
}

/** Columns with a formula in every row. */
type FormulaColumn = 'status' | 'rhythm' | 'expected' | 'risk' | 'bought' | 'own' | 'reason';

type Factor = 'Active' | 'Cooling' | 'Sleeping';

/** The formulas of a row, with marks for its number. */
function rowFormulas({ t }: ReportContext, rules: Rules): Readonly<Record<FormulaColumn, string>> {
  const words = allStatusWords(t);
  const is = (status: Status) => `${at('status')}=${literal(words[status])}`;
  const contact = (key: 'yes' | 'no' | 'early') => literal(t(`reactivation.bought.${key}`));
  const own = (factor: Factor) => `${at('rhythm')}*${rules.at(`rhythm${factor}`)}`;
  const isWithin = (factor: Factor) =>
    `${at('since')}<=IF(${at('rhythm')}="",${rules.at(`limit${factor}`)},${own(factor)})`;
  const sinceFirst = `${rules.at('asOf')}-${at('first')}`;
  const limit = (factor: Factor) => `ROUND(${own(factor)},${LIMIT_DECIMALS})`;
  return {
    status:
      `=IF(AND(${sinceFirst}<=${rules.at('newDays')},${at('first')}>=${rules.at('knownFrom')}),` +
      `${literal(words.new)},IF(AND(${at('days')}=1,${sinceFirst}>${rules.at('newDays')}),` +
      `${literal(words.single)},IF(${isWithin('Active')},${literal(words.active)},` +
      `IF(${isWithin('Cooling')},${literal(words.cooling)},` +
      `IF(OR(${isWithin('Sleeping')},${at('since')}<${rules.at('lostDays')}),` +
      `${literal(words.sleeping)},${literal(words.lost)})))))`,
    rhythm: `=IF(${at('own')}="","",MAX(${at('own')},${rules.at('rhythmFloor')}))`,
    expected: `=IF(${at('rhythm')}="","",ROUND(${at('last')}+${at('rhythm')},0))`,
    risk: `=IF(OR(${is('cooling')},${is('sleeping')}),${at('yearly')},"")`,
    bought:
      `=IF(ISNUMBER(${at('contactedOn')}),IF(${at('contactedOn')}>=${rules.at('asOf')},${contact('early')},` +
      `IF(${at('last')}>${at('contactedOn')},${contact('yes')},${contact('no')})),"")`,
    own: `=IF(AND(${at('days')}>=${rules.at('rhythmDates')},ISNUMBER(${at('interval')})),${at('interval')},"")`,
    reason:
      `=IF(${is('new')},${rules.sentence('new', { sinceFirst: `(${sinceFirst})` })},` +
      `IF(${is('single')},${rules.sentence('single', { since: at('since') })},` +
      `IF(${at('rhythm')}="",${rules.sentence('type', { since: at('since') })},` +
      `${rules.sentence('own', {
        since: at('since'),
        rhythm: at('rhythm'),
        active: limit('Active'),
        cooling: limit('Cooling'),
        sleeping: limit('Sleeping'),
      })})))`,
  };

  function at(column: ReactivationColumn): string {
    return `${letterOf(column)}${rowMark()}`;
  }
}

function rowWriter(ctx: ReportContext, rules: Rules): (buyer: Buyer, index: number) => PlanCell[] {
  const { t, analysis, entries, settings, tabNames } = ctx;
  const { thresholds } = settings;
  const status = allStatusWords(t);
  const contact = {
    yes: t('reactivation.bought.yes'),
    no: t('reactivation.bought.no'),
    early: t('reactivation.bought.early'),
  };
  const asOf = analysis.asOf ?? 0;
  const formulas = rowFormulas(ctx, rules);
  const write: Readonly<Record<FormulaColumn, (row: number) => string>> = {
    status: rowFormula(formulas.status),
    rhythm: rowFormula(formulas.rhythm),
    expected: rowFormula(formulas.expected),
    risk: rowFormula(formulas.risk),
    bought: rowFormula(formulas.bought),
    own: rowFormula(formulas.own),
    reason: rowFormula(formulas.reason),
  };
  const table = clientTable(analysis);
  const onAbcd = (column: 'key' | 'class') =>
    rowFormula(onSheet(tabNames.abcd, `$${clientLetter(table, column)}$${rowMark(table.firstRow)}`));
  const [keyOnAbcd, classOnAbcd] = [onAbcd('key'), onAbcd('class')];
  const keyLetter = letterOf('key');

  return ({ position, client, health }, index) => {
    const row = FIRST_ROW + index;
    const live = (column: FormulaColumn, value: CellValue): PlanCell => ({
      formula: write[column](row),
      value,
    });
    const cells: Readonly<Record<ReactivationColumn, PlanCell>> = {
      number: index + 1,
      client: client.name,
      status: live('status', health.status === null ? '' : status[health.status]),
      since: client.daysSince,
      rhythm: live('rhythm', health.rhythm ?? ''),
      last: client.last,
      expected: live('expected', health.expectedNext ?? ''),
      yearly: moneyToNumber(health.yearlyRevenue),
      risk: live('risk', health.moneyAtRisk === null ? '' : moneyToNumber(health.moneyAtRisk)),
      // A sorted «ABCD» shows another client in that row: then the class is left out.
      class: {
        formula: `=IF(${keyOnAbcd(position)}=${keyLetter}${row},${classOnAbcd(position)},"")`,
        value: client.volumeClass,
      },
      manager: client.manager,
      contactedOn: null,
      result: null,
      comment: null,
      bought: live('bought', bought(entries.contactedOn.get(client.key) ?? null, client.last ?? 0)),
      reason: live('reason', reason(client, health)),
      days: health.purchaseDays,
      own: live('own', health.medianInterval ?? ''),
      interval: health.interval,
      first: client.first,
      second: health.second,
      gap: health.second === null || client.first === null ? null : health.second - client.first,
      revenue: moneyToNumber(client.revenue),
      key: client.key,
    };
    return REACTIVATION_COLUMNS.map((column) => cells[column]);
  };

  function bought(contactedOn: number | null, last: number): CellValue {
    if (contactedOn === null) return '';
    if (contactedOn >= asOf) return contact.early;
    return last > contactedOn ? contact.yes : contact.no;
  }

  /** Why the client has its status: one sentence with its numbers. */
  function reason({ first, daysSince }: ClientRow, { status: is, rhythm }: ClientHealth): string {
    const since = daysSince ?? '';
    if (is === 'new') return rules.words('new', { sinceFirst: asOf - (first ?? asOf) });
    if (is === 'single') return rules.words('single', { since });
    if (rhythm === null) return rules.words('type', { since });
    const limit = (factor: Factor) => roundHalfUp(rhythm * thresholds[`rhythm${factor}`], LIMIT_DECIMALS);
    return rules.words('own', {
      since,
      rhythm,
      active: limit('Active'),
      cooling: limit('Cooling'),
      sleeping: limit('Sleeping'),
    });
  }
}

/** The columns that belong to people. */
export const INPUT_COLUMNS = REACTIVATION_COLUMNS.filter((column) => INPUTS.has(column));
