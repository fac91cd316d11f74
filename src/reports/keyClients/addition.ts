import { onSheet } from '../addresses';
import { clientTable, columnAddress, columnArea } from '../clientTable';
import type { ReportContext } from '../context';
import { TEXT } from '../formats';
import { literal, live, liveCell } from '../live';
import type { Live } from '../live';
import type { Area } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';
import type { ListCells } from './layout';
import { COLUMN, listedClients } from './layout';

/** Cells in which clients can be added to the list. */
const CELLS = 5;

/**
 * Cells to add clients that the list lacks: a promising client buys little, so it is seldom among the largest. What is
 * typed lists the client on the next run, when it can be marked.
 */
export function additionSection(ctx: ReportContext, row: number, cells: ListCells): Section {
  const { t, analysis, tabNames } = ctx;
  if (analysis.clients.length === 0) return { blocks: [], nextRow: row };
  const first = row + 2;
  const area: Area = { row: first, column: COLUMN.client, rows: CELLS, columns: 1 };
  const states = Array.from({ length: CELLS }, (_, index) => [
    liveCell(stateOf(ctx, `B${first + index}`, ctx.entries.addedKeys[index] ?? '', cells)),
  ]);
  return {
    blocks: [
      line(row, 'heading', t('keyClients.add')),
      line(row + 1, 'note', t('keyClients.add.how')),
      { row: first, column: COLUMN.client, role: 'input', formats: [TEXT], cells: states.map(() => [null]) },
      { row: first, column: COLUMN.revenue, role: 'note', cells: states },
      {
        row: first,
        column: COLUMN.clientKey,
        role: 'note',
        formats: [TEXT],
        cells: states.map((_, index) => [`add${index + 1}`]),
      },
    ],
    validations: [
      {
        area,
        rule: { kind: 'listRange', tab: tabNames.abcd, source: columnArea(clientTable(analysis), 'client') },
        message: t('keyClients.add.input'),
      },
    ],
    inputs: [{ area, keyColumn: COLUMN.clientKey, fields: ['client'] }],
    nextRow: first + CELLS + 1,
  };
}

/** Whether a typed name stands in the list already, will after the next run, or is no client. */
function stateOf(ctx: ReportContext, cell: string, name: string, cells: ListCells): Live {
  const { t, analysis, tabNames } = ctx;
  const [listed, soon, unknown] = [
    t('keyClients.add.listed'),
    t('keyClients.add.soon'),
    t('keyClients.add.unknown'),
  ];
  const clients = onSheet(tabNames.abcd, columnAddress(clientTable(analysis), 'client'));
  const isListed = cells.rows > 0 ? `SUMPRODUCT((${cells.column('client')}=${cell})*1)>0` : 'FALSE';
  return live(
    `IF(${cell}="","",IF(${isListed},${literal(listed)},` +
      `IF(SUMPRODUCT((${clients}=${cell})*1)>0,${literal(soon)},${literal(unknown)})))`,
    value(),
  );

  function value(): string {
    const same = (other: string) => other.toLowerCase() === name.toLowerCase();
    if (name === '') return '';
    if (listedClients(ctx).some((position) => same(analysis.clients[position]?.name ?? ''))) return listed;
    return analysis.clients.some((client) => same(client.name)) ? soon : unknown;
  }
}
