import type { ClientRow } from '../domain/analysis';
import { moneyToNumber, units } from '../domain/shared/money';
import type { ClientColumn, ClientTable } from './clientTable';
import { columnNumber, letterOf } from './clientTable';
import type { ReportContext } from './context';
import { COUNT, dateFormat, moneyFormat, PERCENT, SIGNED_PERCENT, TEXT } from './formats';
import { liveCell } from './live';
import type { Block, PlanCell } from './plan';
import { flagWords, reasonWriter } from './reasons';
import { workingCells } from './workingCells';

/** Widths of the columns in characters. */
export const CLIENT_WIDTHS: Readonly<Record<ClientColumn, number>> = {
  number: 7,
  client: 36,
  revenue: 14,
  share: 10,
  before: 12,
  class: 10,
  flag: 25,
  previous: 14,
  change: 12,
  orders: 8,
  averageOrder: 12,
  last: 12,
  days: 7,
  manager: 16,
  holding: 18,
  reason: 64,
  moneyBefore: 15,
  moneyWith: 15,
  key: 30,
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
]);

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
    flag: null,
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
  const align = table.columns.map((column) => (column === 'class' ? 'center' : null));
  const holding = columnNumber(table, 'holding');
  const reason = columnNumber(table, 'reason');
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
        NUMERIC.has(column) ? 'right' : column === 'class' ? 'center' : null,
      ),
      cells: [table.columns.map((column) => t(`abcd.column.${column}`))],
    },
    // Only reasons wrap: a wrapped name would make rows of different heights.
    ...[
      { from: 1, to: holding - 1, role: 'body' as const, wrap: false },
      { from: holding, to: holding, role: 'input' as const, wrap: false },
      { from: reason, to: reason, role: 'body' as const, wrap: true },
      { from: reason + 1, to: table.columns.length, role: 'body' as const, wrap: false },
    ].map(({ from, to, role, wrap }): Block => ({
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

function rowWriter(
  { t, analysis, settings }: ReportContext,
  table: ClientTable,
): (client: ClientRow, index: number) => PlanCell[] {
  const { clients } = analysis;
  const letter = (column: ClientColumn) => letterOf(table, column);
  const [revenue, share, before] = [letter('revenue'), letter('share'), letter('before')];
  const [volumeClass, flag, previous] = [letter('class'), letter('flag'), letter('previous')];
  const [moneyBefore, moneyWith] = [letter('moneyBefore'), letter('moneyWith')];
  const working = workingCells(table);
  const reasonOf = reasonWriter(settings.thresholds, t, working);
  const accumulated = accumulate(clients);

  return (client, index) => {
    const row = table.firstRow + index;
    const above = row - 1;
    const amount = `${revenue}${row}`;
    const sums = accumulated[index] ?? { before: 0, with: 0 };
    const change =
      client.previous !== null && client.previous > 0 ? client.revenue / client.previous - 1 : '';
    const cellOf: Readonly<Record<ClientColumn, () => PlanCell>> = {
      number: () => index + 1,
      client: () => client.name,
      revenue: () => moneyToNumber(client.revenue),
      share: () => ({ formula: `=IF(${amount}>0,${amount}/${working.base},"")`, value: client.share ?? '' }),
      before: () => ({
        formula: `=IF(${amount}>0,${moneyBefore}${row}/${working.base},"")`,
        value: client.cumulativeBefore ?? '',
      }),
      class: () => ({
        formula:
          `=IF(${amount}<=0,"D",IF(${moneyBefore}${row}<${working.limit.classA},"A",` +
          `IF(${moneyBefore}${row}<${working.limit.classB},"B","C")))`,
        value: client.volumeClass,
      }),
      flag: () => ({
        formula:
          `=IF(${amount}<=0,"",IF(${amount}>${working.limit.flagMono},${working.flag.mono},` +
          `IF(${amount}>${working.limit.flagCritical},${working.flag.critical},` +
          `IF(${amount}>=${working.limit.flagLarge},${working.flag.large},""))))`,
        value: flagWords(client.flag, t),
      }),
      previous: () => (client.previous === null ? null : moneyToNumber(client.previous)),
      change: () => ({ formula: `=IF(${previous}${row}>0,${amount}/${previous}${row}-1,"")`, value: change }),
      orders: () => client.orders,
      averageOrder: () => (client.averageOrder === null ? null : moneyToNumber(client.averageOrder)),
      last: () => client.last,
      days: () => client.daysSince,
      manager: () => client.manager,
      holding: () => settings.holdings[client.key] ?? null,
      reason: () =>
        liveCell(
          reasonOf(client, {
            revenue: amount,
            share: `${share}${row}`,
            before: `${before}${row}`,
            volumeClass: `${volumeClass}${row}`,
            flag: `${flag}${row}`,
          }),
        ),
      // N() of the heading's text is zero, so the first row needs no formula of its own and rows may be sorted back.
      moneyBefore: () => ({
        formula: `=IF(${amount}=${revenue}${above},${moneyBefore}${above},N(${moneyWith}${above}))`,
        value: sums.before,
      }),
      moneyWith: () => ({ formula: `=ROUND(N(${moneyWith}${above})+MAX(${amount},0),4)`, value: sums.with }),
      key: () => client.key,
    };
    return table.columns.map((column) => cellOf[column]());
  };
}

/** Money accumulated before each client's tie group and with the client, returns left out. */
function accumulate(
  clients: readonly ClientRow[],
): readonly { readonly before: number; readonly with: number }[] {
  let before = 0;
  let running = 0;
  return clients.map(({ revenue }, index) => {
    if (index === 0 || clients[index - 1]?.revenue !== revenue) before = running;
    running += Math.max(revenue, 0);
    return { before: moneyToNumber(units(before)), with: moneyToNumber(units(running)) };
  });
}
