import { KEY_MARKS } from '../../domain/entries';
import { moneyToNumber } from '../../domain/shared/money';
import type { CellValue } from '../../domain/shared/grid';
import { onSheet } from '../addresses';
import { baseOf } from '../classSummary';
import type { ClientColumn } from '../clientTable';
import { clientTable, columnAddress } from '../clientTable';
import type { ReportContext } from '../context';
import { listCells, listedClients } from '../keyClients/layout';
import type { COLUMN } from '../keyClients/layout';
import { TICKS } from '../keyClients/list';
import type { Live } from '../live';
import { live, roundHalfUp } from '../live';
import { BASE_NAME, thresholdName } from '../names';
import type { DossierPage } from '../pages';
import type { PotentialColumn } from '../potential/table';
import { potentialAddress, potentialTable } from '../potential/table';
import type { ReactivationColumn } from '../reactivation/table';
import { buyersOf, columnElsewhere } from '../reactivation/table';
import { LIMIT_DECIMALS } from '../workingPlace';
import type { PageBuilder } from './builder';
import { workingCell } from './builder';
import { UNKNOWN } from './grid';

/** Limits in money that flags and key clients go by (method.md §3). */
const LIMITS = ['keyShare', 'flagLarge', 'flagCritical', 'flagMono'] as const;

/** What other tabs say of the client of a page: live, by the row in which they stand now. */
export interface Lookups {
  readonly onAbcd: (column: ClientColumn, value: CellValue) => Live;
  readonly onPotential: (column: PotentialColumn, value: CellValue) => Live;
  readonly onReactivation: (column: ReactivationColumn, value: CellValue) => Live;
}

/**
 * Finds the client on the other tabs, once each; the cells of the page refer to what is found. A client that does not
 * stand there, or of whom nothing does, is unknown.
 */
export function lookUpClient(ctx: ReportContext, { facts }: DossierPage, page: PageBuilder): Lookups {
  const { tabNames, analysis } = ctx;
  const { position, key } = facts;
  page.set('client', key);
  const clients = clientTable(analysis);
  const onAbcd = (column: ClientColumn) => onSheet(tabNames.abcd, columnAddress(clients, column));
  const potentials = potentialTable(ctx);
  const onPotential = (column: PotentialColumn) =>
    onSheet(tabNames.potential, potentialAddress(potentials, column));
  const buyers = buyersOf(ctx);
  const onReactivation = (column: ReactivationColumn) => columnElsewhere(ctx, column, buyers.length);

  page.set('onAbcd', found(analysis.clients.length > 0 ? onAbcd('key') : null, position));
  const potentialRow = potentials.rows.findIndex((row) => row.key === key);
  page.set('onPotential', found(potentials.rows.length > 0 ? onPotential('key') : null, potentialRow));
  const buyer = buyers.findIndex((each) => each.position === position);
  page.set('onReactivation', found(buyers.length > 0 ? onReactivation('key') : null, buyer));
  keyCells(ctx, facts, page);

  return {
    onAbcd: (column, value) => told('onAbcd', onAbcd(column), value),
    onPotential: (column, value) => told('onPotential', onPotential(column), value),
    onReactivation: (column, value) =>
      buyers.length === 0 ? live('"?"', UNKNOWN) : told('onReactivation', onReactivation(column), value),
  };
}

/** The row of a column of keys in which the client stands, 0 for none. */
function found(keys: string | null, index: number | null): Live {
  const row = index === null || index < 0 ? 0 : index + 1;
  return live(keys === null ? '0' : `IFERROR(MATCH(${workingCell('client')},${keys},0),0)`, row);
}

function told(
  row: 'onAbcd' | 'onPotential' | 'onReactivation' | 'onKeyClients',
  column: string,
  value: CellValue,
): Live {
  const at = workingCell(row);
  const cell = `INDEX(${column},${at})`;
  return live(`IF(${at}=0,"${UNKNOWN}",IF(${cell}="","${UNKNOWN}",${cell}))`, value === '' ? UNKNOWN : value);
}

/** Why the client is key, and the money that its flag goes by: its holding decides (method.md §3). */
function keyCells(ctx: ReportContext, facts: DossierPage['facts'], page: PageBuilder): void {
  const { tabNames, analysis, settings } = ctx;
  const { position, sales, holding, keyReasons } = facts;
  const listed = listedClients(ctx);
  const cells = listCells(Math.max(1, listed.length), TICKS.length);
  const column = (each: keyof typeof COLUMN) => onSheet(tabNames.keyClients, cells.column(each));
  const index = listed.findIndex((each) => each === position);
  page.set('onKeyClients', found(listed.length > 0 ? column('clientKey') : null, index));
  page.set('revenue', sales ? moneyToNumber(sales.revenue) : 0);
  const flagMoney = holding?.revenue ?? sales?.revenue;
  page.set('flagMoney', flagMoney === undefined ? 0 : moneyToNumber(flagMoney));
  for (const limit of LIMITS) {
    page.set(
      limit,
      live(
        `ROUND(${thresholdName(limit)}*${BASE_NAME},${LIMIT_DECIMALS})`,
        roundHalfUp(settings.thresholds[limit] * baseOf(analysis), LIMIT_DECIMALS),
      ),
    );
  }
  const revenue = workingCell('revenue');
  page.set(
    'byShare',
    live(
      `IF(AND(${revenue}>0,${revenue}>=${workingCell('keyShare')}),1,0)`,
      keyReasons.includes('share') ? 1 : 0,
    ),
  );
  const onKeyClients = workingCell('onKeyClients');
  for (const mark of KEY_MARKS) {
    page.set(
      mark,
      live(
        listed.length === 0 ? '0' : `IF(${onKeyClients}=0,0,INDEX(${column(`${mark}Set`)},${onKeyClients}))`,
        keyReasons.includes(mark) ? 1 : 0,
      ),
    );
  }
  const reasons = [workingCell('byShare'), ...KEY_MARKS.map(workingCell)];
  page.set('isKey', live(`IF(${reasons.join('+')}>0,1,0)`, facts.isKey ? 1 : 0));
}
