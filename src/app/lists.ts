import { hasBraces } from '../domain/dossiers/placeholders';
import type { DealList } from '../domain/lists/deals';
import { knownClients } from '../domain/lists/knownClients';
import type { ListLayout } from '../domain/lists/layout';
import { listLikeness } from '../domain/lists/likeness';
import { mustListLayout, readMustList } from '../domain/lists/mustList';
import type { MustList } from '../domain/lists/mustList';
import { potentialLayout, readPotentials } from '../domain/lists/potentials';
import type { PotentialList } from '../domain/lists/potentials';
import { dealLayout, readDeals } from '../domain/lists/readDeals';
import type { ListsRead } from '../domain/lists/reading';
import { LIST_KINDS } from '../domain/lists/types';
import type { ListError, ListKind } from '../domain/lists/types';
import type { AmountUnit } from '../domain/sales/amountUnit';
import type { Reading } from '../domain/sales/types';
import type { Settings } from '../domain/settings';
import { columnOf } from '../domain/shared/grid';
import type { Grid } from '../domain/shared/grid';
import { fail, ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import type { Steps } from '../domain/shared/steps';
import { readColumns, readHeads } from '../excel/read';
import { stopped } from './answers';
import { checkCancelled, drive } from './drive';
import { rowsOfEach } from './sameSheets';
import type { Hooks, Source, Trouble } from './types';

/** The side lists of the workbook, read; null where there is none. */
export interface Lists {
  readonly potentials: PotentialList | null;
  readonly mustList: MustList | null;
  readonly deals: DealList | null;
}

export const NO_LISTS_READ: Lists = { potentials: null, mustList: null, deals: null };

/** The setting that names the sheet or table of a list. */
const SETTING = {
  potentials: 'potentialSource',
  mustList: 'mustListSource',
  deals: 'dealsSource',
} as const satisfies Readonly<Record<ListKind, keyof Settings>>;

/** The sales that lists stand beside, and what their amounts are counted in where the sheet says so. */
export interface SalesRead {
  readonly reading: Reading;
  readonly unit: AmountUnit | null;
}

/** Where a list was found: by its name in the settings, or by its headings. */
interface FoundList {
  readonly source: Source;
  readonly head: Grid;
  readonly isNamed: boolean;
}

/**
 * Finds and reads the side lists beside the sales: those that settings name, and those whose headings tell. A constant
 * number of round trips for the first rows of all other sheets, and one reading for each of the three at most. A list
 * that settings name and that cannot be had is trouble; a look that Excel refuses otherwise costs nothing but the lists.
 */
export async function readLists(
  source: Source,
  listed: readonly Source[],
  { reading, unit }: SalesRead,
  settings: Settings,
  hooks: Hooks,
): Promise<Result<Lists, Trouble>> {
  const found = await findLists(source, listed, settings);
  if (!found.ok) return found;
  checkCancelled(hooks.signal);
  if (found.value.size === 0) return ok(NO_LISTS_READ);
  const known = await drive(knownClients(reading.ledger.clients, settings.aliases), 'understand', hooks);
  const read = <T>(
    kind: ListKind,
    layoutIn: (grid: Grid) => ListLayout<string> | null,
    steps: (grid: Grid, percent: ReadonlySet<number>) => Steps<Result<T, ListError>>,
  ) => readOne(found.value.get(kind), layoutIn, steps, hooks);

  const potentials = await read('potentials', potentialLayout, (grid, percent) =>
    readPotentials(grid, settings, known, withPercent(potentialLayout(grid), percent), unit),
  );
  if (!potentials.ok) return potentials;
  const mustList = await read('mustList', mustListLayout, (grid) => readMustList(grid));
  if (!mustList.ok) return mustList;
  const deals = await read('deals', dealLayout, (grid, percent) =>
    readDeals(grid, settings, known, withPercent(dealLayout(grid), percent), unit),
  );
  if (!deals.ok) return deals;
  return ok({ potentials: potentials.value, mustList: mustList.value, deals: deals.value });
}

/** What the tabs are told of the lists. */
export function listsRead({ potentials, mustList, deals }: Lists): ListsRead {
  return { potentials: potentials?.account ?? null, mustList: mustList?.account ?? null, deals };
}

/** Do two settings name the same sheets for the lists? */
export function sameLists(a: Settings, b: Settings): boolean {
  return LIST_KINDS.every((kind) => a[SETTING[kind]] === b[SETTING[kind]]);
}

async function findLists(
  source: Source,
  listed: readonly Source[],
  settings: Settings,
): Promise<Result<ReadonlyMap<ListKind, FoundList>, Trouble>> {
  const named = new Map<ListKind, Source>();
  for (const list of LIST_KINDS) {
    const name = settings[SETTING[list]];
    if (name === null) continue;
    const meant = listed.find((each) => each.name.toLowerCase() === name.trim().toLowerCase());
    if (!meant) {
      const sheets = [...new Set(listed.map((each) => each.name))];
      return fail({ kind: 'noList', list, name, sheets });
    }
    named.set(list, meant);
  }
  const own = new Set([source, ...(source.parts ?? [])].map(({ sheet }) => sheet));
  const others =
    named.size === LIST_KINDS.length
      ? []
      : listed.filter((each) => each.kind === 'sheet' && each.rows > 1 && !own.has(each.sheet));
  const looked = [...new Set([...named.values(), ...others])];
  if (looked.length === 0) return ok(new Map());
  const heads = await readHeads(looked, rowsOfEach(looked.length));
  if (!heads.ok) return named.size > 0 ? stopped(heads.error) : ok(new Map());

  const found = new Map<ListKind, FoundList>();
  for (const [kind, each] of named) {
    const head = heads.value[looked.indexOf(each)];
    if (head) found.set(kind, { source: each, head, isNamed: true });
  }
  const scores = new Map<ListKind, number>();
  for (const [index, each] of looked.entries()) {
    const head = heads.value[index];
    if (!head || isTemplate(head) || [...named.values()].includes(each)) continue;
    const likely = listLikeness(head);
    if (!likely || named.has(likely.kind) || likely.score <= (scores.get(likely.kind) ?? 0)) continue;
    scores.set(likely.kind, likely.score);
    found.set(likely.kind, { source: each, head, isNamed: false });
  }
  return ok(found);
}

/** A form with placeholders has the headings of a list, and is none. */
function isTemplate(head: Grid): boolean {
  for (let row = 0; row < head.rowCount; row++)
    for (let column = 0; column < head.columnCount; column++)
      if (hasBraces(String(head.value(row, column)))) return true;
  return false;
}

/** Reads a list in full, but only columns with a heading. */
async function readOne<T>(
  found: FoundList | undefined,
  layoutIn: (grid: Grid) => ListLayout<string> | null,
  steps: (grid: Grid, percent: ReadonlySet<number>) => Steps<Result<T, ListError>>,
  hooks: Hooks,
): Promise<Result<T | null, Trouble>> {
  if (!found) return ok(null);
  const { source, head, isNamed } = found;
  // Heads read together count columns from a common first one, a sheet read alone from its own.
  const indent = source.address === null ? 0 : columnOf(source.address) - head.firstColumn;
  const layout = layoutIn(head);
  const columns = Array.from({ length: head.columnCount }, (_, column) => column)
    .filter((column) => !layout || layout.headerRow < 0 || layout.headings[column] !== '')
    .map((column) => column - indent);
  const grid = await readColumns(source, columns, {
    signal: hooks.signal,
    onProgress: (fraction) => hooks.onProgress('understand', fraction),
  });
  checkCancelled(hooks.signal);
  if (!grid.ok) return isNamed ? stopped(grid.error) : ok(null);
  const percent = new Set([...(layout?.percent ?? [])].map((column) => column - indent));
  const read = await drive(steps(grid.value, percent), 'understand', hooks);
  if (read.ok) return read;
  return isNamed ? fail({ kind: 'list', error: read.error }) : ok(null);
}

/** Number formats are only known of the first rows. */
function withPercent<Layout extends ListLayout<string>>(
  layout: Layout | null,
  percent: ReadonlySet<number>,
): Layout | null {
  return layout && { ...layout, percent };
}
