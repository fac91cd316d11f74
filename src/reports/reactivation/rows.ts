import { moneyToNumber } from '../../domain/shared/money';
import type { CellValue } from '../../domain/shared/grid';
import { absolute, onSheet } from '../addresses';
import { clientTable, columnNumber } from '../clientTable';
import type { ReportContext } from '../context';
import { COUNT, dateFormat, moneyFormat, POINTS, TEXT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, roundHalfUp } from '../live';
import type { Block, PlanCell } from '../plan';
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
  const table = clientTable(analysis);
  const onAbcd = (column: 'key' | 'class', position: number) =>
    onSheet(tabNames.abcd, absolute(table.firstRow + position, columnNumber(table, column)));
  const limitOf = (rhythm: string, factor: 'Active' | 'Cooling' | 'Sleeping') =>
    `IF(${rhythm}="",${rules.at(`limit${factor}`)},${rhythm}*${rules.at(`rhythm${factor}`)})`;

  return ({ position, client, health }, index) => {
    const row = FIRST_ROW + index;
    const at = (column: ReactivationColumn) => `${letterOf(column)}${row}`;
    const sinceFirst = `${rules.at('asOf')}-${at('first')}`;
    const contactedOn = entries.contactedOn.get(client.key) ?? null;

    const cellOf: Readonly<Record<ReactivationColumn, () => PlanCell>> = {
      number: () => index + 1,
      client: () => client.name,
      status: () => ({
        formula:
          `=IF(AND(${sinceFirst}<=${rules.at('newDays')},${at('first')}>=${rules.at('knownFrom')}),` +
          `${literal(status.new)},IF(AND(${at('days')}=1,${sinceFirst}>${rules.at('newDays')}),` +
          `${literal(status.single)},IF(${at('since')}<=${limitOf(at('rhythm'), 'Active')},${literal(status.active)},` +
          `IF(${at('since')}<=${limitOf(at('rhythm'), 'Cooling')},${literal(status.cooling)},` +
          `IF(OR(${at('since')}<=${limitOf(at('rhythm'), 'Sleeping')},${at('since')}<${rules.at('lostDays')}),` +
          `${literal(status.sleeping)},${literal(status.lost)})))))`,
        value: health.status === null ? '' : status[health.status],
      }),
      since: () => client.daysSince,
      rhythm: () => ({
        formula: `=IF(${at('own')}="","",MAX(${at('own')},${rules.at('rhythmFloor')}))`,
        value: health.rhythm ?? '',
      }),
      last: () => client.last,
      expected: () => ({
        formula: `=IF(${at('rhythm')}="","",ROUND(${at('last')}+${at('rhythm')},0))`,
        value: health.expectedNext ?? '',
      }),
      yearly: () => moneyToNumber(health.yearlyRevenue),
      risk: () => ({
        formula:
          `=IF(OR(${at('status')}=${literal(status.cooling)},${at('status')}=${literal(status.sleeping)}),` +
          `${at('yearly')},"")`,
        value: health.moneyAtRisk === null ? '' : moneyToNumber(health.moneyAtRisk),
      }),
      // A sorted «ABCD» shows another client in that row: then the class is left out.
      class: () => ({
        formula: `=IF(${onAbcd('key', position)}=${at('key')},${onAbcd('class', position)},"")`,
        value: client.volumeClass,
      }),
      manager: () => client.manager,
      contactedOn: () => null,
      result: () => null,
      comment: () => null,
      bought: () => ({
        formula:
          `=IF(ISNUMBER(${at('contactedOn')}),IF(${at('contactedOn')}>=${rules.at('asOf')},${literal(contact.early)},` +
          `IF(${at('last')}>${at('contactedOn')},${literal(contact.yes)},${literal(contact.no)})),"")`,
        value: boughtValue(),
      }),
      reason: () => liveCell(reason()),
      days: () => health.purchaseDays,
      own: () => ({
        formula: `=IF(AND(${at('days')}>=${rules.at('rhythmDates')},ISNUMBER(${at('interval')})),${at('interval')},"")`,
        value: health.medianInterval ?? '',
      }),
      interval: () => health.interval,
      first: () => client.first,
      second: () => health.second,
      gap: () => (health.second === null || client.first === null ? null : health.second - client.first),
      revenue: () => moneyToNumber(client.revenue),
      key: () => client.key,
    };
    return REACTIVATION_COLUMNS.map((column) => cellOf[column]());

    function boughtValue(): CellValue {
      if (contactedOn === null) return '';
      if (contactedOn >= asOf) return contact.early;
      return (client.last ?? 0) > contactedOn ? contact.yes : contact.no;
    }

    /** Why the client has its status: one sentence with its numbers. */
    function reason(): Live {
      const since = live(at('since'), client.daysSince ?? '');
      const limit = (factor: 'Active' | 'Cooling' | 'Sleeping') =>
        live(
          `ROUND(${at('rhythm')}*${rules.at(`rhythm${factor}`)},${LIMIT_DECIMALS})`,
          roundHalfUp((health.rhythm ?? 0) * thresholds[`rhythm${factor}`], LIMIT_DECIMALS),
        );
      const fresh = rules.sentence('new', {
        sinceFirst: live(`(${sinceFirst})`, asOf - (client.first ?? asOf)),
      });
      const single = rules.sentence('single', { since });
      const own = rules.sentence('own', {
        since,
        rhythm: live(at('rhythm'), health.rhythm ?? ''),
        active: limit('Active'),
        cooling: limit('Cooling'),
        sleeping: limit('Sleeping'),
      });
      const byType = rules.sentence('type', { since });
      const shown =
        health.status === 'new'
          ? fresh
          : health.status === 'single'
            ? single
            : health.basis === 'own'
              ? own
              : byType;
      return live(
        `IF(${at('status')}=${literal(status.new)},${fresh.formula},IF(${at('status')}=${literal(status.single)},` +
          `${single.formula},IF(${at('rhythm')}="",${byType.formula},${own.formula})))`,
        shown.value,
      );
    }
  };
}

/** The columns that belong to people. */
export const INPUT_COLUMNS = REACTIVATION_COLUMNS.filter((column) => INPUTS.has(column));
