import type { Settings } from '../settings';
import type { Grid } from '../shared/grid';
import { fail, ok } from '../shared/result';
import type { Result } from '../shared/result';
import { complete } from '../shared/steps';
import { amountRoles } from './amounts';
import { amountUnitOf } from './amountUnit';
import { OrderEvidence, usualOrder } from './columnFormat';
import { foldHeading } from './heading';
import { isHeadingText } from './layouts/headings';
import { recognise } from './layouts/recognise';
import type { ListColumn, Recognised } from './layouts/recognise';
import { columnsBehind, sheetColumns, unfold } from './layouts/unfold';
import { numberSurveys } from './numberSurvey';
import { profileOf } from './profile';
import { proposeRoles, rivalAmounts } from './roles';
import type { ColumnCandidate, RoleProposal } from './roles';
import { rolesOfHeading } from './roleWords';
import { COLUMN_ROLES } from './types';
import type { ColumnMapping, ColumnRole, ColumnView, Doubt, ReadingError, Understanding } from './types';

/** Columns that serve nothing but a computed amount. */
const ONLY_FOR_AMOUNT: readonly ColumnRole[] = ['price', 'discount', 'goods'];

/**
 * Understands a sheet from its first rows (all columns, with number formats): layout, heading, roles, doubts (method.md §1).
 * Roles are those of the columns of the plain list that the layout unfolds into.
 * Columns in `chosen` win, then those remembered in the settings by their heading, then proposals;
 * {@link NO_COLUMN} says that no column has the role. A list without a heading is accepted where content alone
 * tells client and amount: its headings are `''` and `headerRow` is −1.
 */
export function understand(
  head: Grid,
  settings: Settings,
  chosen: ColumnMapping = {},
): Result<Understanding, ReadingError> {
  const { sheet } = head;
  const remembered = new Set(Object.values(settings.columns).map(foldHeading));
  const recognised = recognise(head, settings, remembered);
  if (recognised === null) return fail({ code: 'emptySheet', sheet });

  const bare = bareUnderstanding(recognised);
  const list = complete(unfold(head, bare, settings))?.grid ?? head;
  const candidates = candidatesOf(list, recognised);
  const headers = candidates.map(({ header }) => header);
  const byHand = {
    ...rememberedColumns(headers, settings.columns, new Set(Object.values(chosen))),
    ...chosen,
  };
  const { proposals, doubts } = withClient(recognised, candidates, byHand, proposeRoles(candidates, byHand));
  const mapping = mappingFrom(proposals);

  const hasAmount = amountRoles(mapping).length > 0;
  const { headerRow, firstDataRow } = recognised;
  if (headerRow < 0 && (mapping.client === undefined || !hasAmount)) return fail({ code: 'noHeader', sheet });
  if (mapping.client === undefined) return fail({ code: 'noClientColumn', sheet, headers });
  if (!hasAmount) return fail({ code: 'noAmountColumn', sheet, headers });

  const unit = amountUnitOf(head, firstDataRow, headers[mapping.amount ?? mapping.price ?? -1] ?? '');
  return ok({
    ...bare,
    ...(unit ? { unit } : {}),
    columns: candidates.map((candidate) =>
      viewOf(candidate, proposals.get(candidate.index), recognised.columns[candidate.index]),
    ),
    mapping,
    doubts: [
      ...doubts,
      ...orderDoubt(list, firstDataRow, headers, mapping.date),
      ...numberDoubts(list, firstDataRow, mapping, settings),
      ...amountDoubt(candidates, proposals, mapping.amount),
    ],
  });
}

/** What the layout alone says; roles come later. */
function bareUnderstanding({ layout, headerRow, firstDataRow, unfolding }: Recognised): Understanding {
  const place = { layout, headerRow, firstDataRow, columns: [], mapping: {}, doubts: [] };
  return unfolding ? { ...place, unfolding } : place;
}

/** Roles of levels and columns that stand in for a client where the sheet names none, the best first. */
const STAND_IN_ROLES: readonly (ColumnRole | null)[] = [
  null,
  'client',
  'product',
  'group',
  'region',
  'manager',
];

/**
 * Lets a level or a side column play the client where a grouped report or a cross-tab names none (the rows of such a
 * report stand for somebody), and asks. What only content proposed is no name.
 */
function withClient(
  { layout, columns }: Recognised,
  candidates: readonly ColumnCandidate[],
  byHand: ColumnMapping,
  proposals: ReadonlyMap<number, RoleProposal>,
): { readonly proposals: ReadonlyMap<number, RoleProposal>; readonly doubts: readonly Doubt[] } {
  const known = [...proposals].find(([, { role }]) => role === 'client');
  const isSure = known && (known[1].because !== 'content' || columns[known[0]]?.hint === 'client');
  const others = columns.filter(({ hint, virtual }) => virtual.from === 'level' && hint === null);
  const hasRival =
    known && columns[known[0]]?.hint === 'client' && others.length > 0 && known[1].because === 'content';
  if (layout === 'list' || byHand.client !== undefined || (isSure && !hasRival))
    return { proposals, doubts: [] };

  const options = standIns(columns, candidates, proposals);
  const column = isSure ? known[0] : options[0];
  if (column === undefined) return { proposals, doubts: [] };
  const chosen = new Map(proposeRoles(candidates, { ...byHand, client: column }));
  chosen.set(column, { role: 'client', because: 'content' });
  const all = [...new Set([column, ...options])].sort((a, b) => a - b);
  if (all.length === 1 && rolesOfHeading(candidates[column]?.header ?? '').length === 0) {
    return { proposals: chosen, doubts: [] };
  }
  return { proposals: chosen, doubts: [{ code: 'clientLevel', columns: all, default: column }] };
}

/** Columns that may play the client: levels and side columns of texts, those without another role first, goods next. */
function standIns(
  columns: readonly ListColumn[],
  candidates: readonly ColumnCandidate[],
  proposals: ReadonlyMap<number, RoleProposal>,
): readonly number[] {
  const rankOf = (index: number): number => {
    const proposal = proposals.get(index);
    const role =
      proposal?.because === 'content' && proposal.role === 'client' ? null : (proposal?.role ?? null);
    const isHeading = role === null && isHeadingText(columns[index]?.header ?? '');
    return isHeading ? STAND_IN_ROLES.length : STAND_IN_ROLES.indexOf(role);
  };
  const levels = columns.some(({ virtual }) => virtual.from === 'level');
  return candidates
    .filter(({ index, profile }) => {
      const virtual = columns[index]?.virtual;
      const isSide = virtual?.from === 'level' ? !virtual.isPeriod : virtual?.from === 'sheet' && !levels;
      return (
        isSide && rankOf(index) >= 0 && profile.filled > 0 && (profile.texts > 0 || virtual?.from === 'level')
      );
    })
    .map(({ index }) => index)
    .sort((a, b) => rankOf(a) - rankOf(b) || a - b);
}

/** Zero-based columns of the sheet that must be read in full, ascending: those behind {@link listColumns}, and what unfolding needs. */
export function neededColumns(understanding: Understanding): readonly number[] {
  const { unfolding } = understanding;
  const columns = listColumns(understanding);
  if (!unfolding) return columns;
  const needed = columns.flatMap((column) => columnsBehind(unfolding, column));
  return [...new Set([...needed, ...sheetColumns(unfolding)])].sort((a, b) => a - b);
}

/** Zero-based columns of the list that are read, ascending. Of the columns an amount may be computed from, only those it is computed from. */
export function listColumns({ mapping }: Understanding): readonly number[] {
  const columns = new Set<number>();
  const needed = amountRoles(mapping);
  for (const role of COLUMN_ROLES) {
    const column = mapping[role];
    if (column === undefined) continue;
    if (ONLY_FOR_AMOUNT.includes(role) && !needed.includes(role)) continue;
    if (mapping.profit !== undefined && role === 'cost') continue;
    columns.add(column);
  }
  return [...columns].sort((a, b) => a - b);
}

function candidatesOf(list: Grid, { columns, firstDataRow }: Recognised): readonly ColumnCandidate[] {
  return columns.map(({ header, hint }, index): ColumnCandidate => {
    const candidate = { index, header, profile: profileOf(list, index, firstDataRow) };
    return hint ? { ...candidate, hint } : candidate;
  });
}

/** Columns remembered by their heading's text, found again in this sheet; those chosen for something else now are left out. */
function rememberedColumns(
  headers: readonly string[],
  remembered: Settings['columns'],
  chosen: ReadonlySet<number>,
): ColumnMapping {
  const folded = headers.map(foldHeading);
  const found: Partial<Record<ColumnRole, number>> = {};
  for (const role of COLUMN_ROLES) {
    const heading = remembered[role];
    const column = heading === undefined || heading === '' ? -1 : folded.indexOf(foldHeading(heading));
    if (column >= 0 && !chosen.has(column)) found[role] = column;
  }
  return found;
}

function mappingFrom(proposals: ReadonlyMap<number, RoleProposal>): ColumnMapping {
  const mapping: Partial<Record<ColumnRole, number>> = {};
  for (const [column, { role }] of proposals) mapping[role] = column;
  return mapping;
}

function viewOf(
  { index, header, profile }: ColumnCandidate,
  proposal: RoleProposal | undefined,
  column: ListColumn | undefined,
): ColumnView {
  const made = column && MADE[column.virtual.from];
  return {
    index,
    header,
    kind: profile.kind,
    role: proposal?.role ?? null,
    because: proposal?.because ?? null,
    samples: profile.samples,
    ...(made ? { made } : {}),
  };
}

const MADE: Readonly<Record<ListColumn['virtual']['from'], ColumnView['made']>> = {
  sheet: undefined,
  level: 'level',
  dateIn: 'date',
  period: 'date',
  measure: 'value',
};

function orderDoubt(
  head: Grid,
  firstRow: number,
  headers: readonly string[],
  column: number | undefined,
): readonly Doubt[] {
  if (column === undefined) return [];
  const evidence = new OrderEvidence();
  for (let row = firstRow; row < head.rowCount; row++) evidence.see(head.value(row, column));
  const decision = evidence.decide(null, usualOrder(headers[column] ?? ''));
  return decision.isOpen ? [{ code: 'dateOrder', column, default: decision.value }] : [];
}

function numberDoubts(
  head: Grid,
  firstRow: number,
  mapping: ColumnMapping,
  settings: Settings,
): readonly Doubt[] {
  return numberSurveys(mapping).flatMap((numbers) => {
    for (let row = firstRow; row < head.rowCount; row++) {
      numbers.see(head.value(row, numbers.column), head.format(row, numbers.column));
    }
    return complete(numbers.close(head, firstRow, settings)).doubts;
  });
}

function amountDoubt(
  candidates: readonly ColumnCandidate[],
  proposals: ReadonlyMap<number, RoleProposal>,
  amount: number | undefined,
): readonly Doubt[] {
  if (amount === undefined || proposals.get(amount)?.because === 'user') return [];
  const rivals = rivalAmounts(candidates, proposals);
  return rivals.length === 0
    ? []
    : [{ code: 'severalAmounts', columns: [amount, ...rivals], default: amount }];
}
