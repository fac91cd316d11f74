import type { PotentialFacts } from '../entries';
import type { AmountUnit } from '../sales/amountUnit';
import { PAUSE_EVERY } from '../sales/pause';
import type { ClientKey } from '../sales/types';
import type { Settings } from '../settings';
import type { Grid } from '../shared/grid';
import { fail, ok } from '../shared/result';
import type { Result } from '../shared/result';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import type { KnownClients } from './knownClients';
import { layoutOf, vocabulary } from './layout';
import type { ListLayout } from './layout';
import { surveyColumns } from './listColumns';
import type { ListCell, ListColumn } from './listColumns';
import { rowKinds, textAt } from './listRows';
import { POTENTIAL_WORDS } from './listWords';
import type { PotentialColumn } from './listWords';
import { listUnits } from './listUnit';
import { ProblemLog } from './problems';
import type { ListAccount, ListError, RowProblemCode } from './types';

/** A list of potentials, read. */
export interface PotentialList {
  readonly facts: ReadonlyMap<ClientKey, PotentialFacts>;
  /** How the list calls its clients. */
  readonly names: ReadonlyMap<ClientKey, string>;
  readonly account: ListAccount;
}

const WORDS = vocabulary(POTENTIAL_WORDS);
const BLANK = { state: 'blank' } as const;

/** Where a list of potentials has its columns; null without any heading of ours. */
export function potentialLayout(head: Grid): ListLayout<PotentialColumn> | null {
  return layoutOf(head, WORDS);
}

/**
 * Reads a list of potentials (method.md §2, “Potential per client”; §8: a client listed twice is an error of the list:
 * the first row counts, the other is named). Amounts in a unit other than the sales' (`salesUnit`) are converted. What cannot be read is named and counts as unknown; zero is unknown too.
 */
export function* readPotentials(
  grid: Grid,
  settings: Settings,
  known: KnownClients,
  layout = potentialLayout(grid),
  salesUnit: AmountUnit | null = null,
): Steps<Result<PotentialList, ListError>> {
  const { sheet } = grid;
  if (layout === null) return fail({ code: 'emptyList', sheet });
  const missing = missingColumn(layout);
  if (missing) {
    const headings = layout.headings.filter((heading) => heading !== '');
    return fail({ code: 'noListColumn', sheet, missing, headings });
  }
  const { columns, firstDataRow, headings } = layout;
  const units = listUnits(grid, layout, [columns.get('budget'), columns.get('norm')], salesUnit);
  const survey = yield* within(
    surveyColumns(grid, [...columns.values()], layout, units.scaleOf, settings),
    0,
    0.4,
  );
  const kindOf = rowKinds(grid, layout, ['client']);
  const valueAt = (row: number, role: PotentialColumn) => {
    const column = columns.get(role);
    return column === undefined ? '' : grid.value(row, column);
  };
  const log = new ProblemLog(grid, headings);
  const read = <T>(
    row: number,
    role: PotentialColumn,
    how: (column: ListColumn) => ListCell<T>,
    unreadable: RowProblemCode,
    outOfRange: RowProblemCode,
  ): T | null => {
    const column = columns.get(role);
    const reader = column === undefined ? undefined : survey.get(column);
    return log.take(reader ? how(reader) : BLANK, row, column, unreadable, outOfRange);
  };

  const facts = new Map<ClientKey, PotentialFacts>();
  const names = new Map<ClientKey, string>();
  const rowOf = new Map<ClientKey, number>();
  let rowsRead = 0;
  let rowsSkipped = 0;
  for (let row = firstDataRow; row < grid.rowCount; row++) known.meet(valueAt(row, 'client'));
  for (let row = firstDataRow; row < grid.rowCount; row++) {
    if ((row - firstDataRow) % PAUSE_EVERY === 0) yield 0.4 + (0.6 * row) / grid.rowCount;
    const kind = kindOf(row);
    if (kind === 'blank') continue;
    rowsRead++;
    if (kind === 'skipped') {
      rowsSkipped++;
      continue;
    }
    const client = known.identify(valueAt(row, 'client'), valueAt(row, 'clientId'), valueAt(row, 'taxId'));
    if (client === null) {
      log.add('noClient', row, { column: columns.get('client') });
      continue;
    }
    const other = rowOf.get(client.key);
    if (other !== undefined) {
      log.add('duplicateClient', row, { column: columns.get('client'), value: client.text, other });
      continue;
    }
    rowOf.set(client.key, row);
    names.set(client.key, client.text);
    const money = (role: 'budget' | 'norm') =>
      known0(
        read(row, role, (column) => column.money(valueAt(row, role)), 'unreadableAmount', 'negativeAmount'),
      );
    facts.set(client.key, {
      budget: money('budget'),
      ourShare: known0(
        read(
          row,
          'ourShare',
          (column) => column.share(valueAt(row, 'ourShare')),
          'unreadableShare',
          'shareOutOfRange',
        ),
      ),
      drivers: known0(
        read(
          row,
          'drivers',
          (column) => column.measure(valueAt(row, 'drivers')),
          'unreadableNumber',
          'unreadableNumber',
        ),
      ),
      norm: money('norm'),
      segment: textAt(grid, layout, row, 'segment') || null,
      assessedOn: read(
        row,
        'assessedOn',
        (column) => column.day(valueAt(row, 'assessedOn')),
        'unreadableDate',
        'unreadableDate',
      ),
    });
  }
  const account = {
    sheet,
    rowsRead,
    rowsUsed: facts.size,
    rowsSkipped,
    converted: units.converted,
    problems: log.problems,
  };
  return ok({ facts, names, account });
}

/** A potential, a share or a count of zero says that it was not assessed. */
function known0<T extends number>(value: T | null): T | null {
  return value === 0 ? null : value;
}

function missingColumn({ columns }: ListLayout<PotentialColumn>): 'client' | 'potential' | null {
  if (!columns.has('client') && !columns.has('taxId') && !columns.has('clientId')) return 'client';
  return columns.has('budget') || columns.has('ourShare') || columns.has('drivers') || columns.has('segment')
    ? null
    : 'potential';
}
