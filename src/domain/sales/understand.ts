import type { Settings } from '../settings';
import type { Grid } from '../shared/grid';
import { fail, ok } from '../shared/result';
import type { Result } from '../shared/result';
import { complete } from '../shared/steps';
import { amountRoles } from './amounts';
import { cellText } from './cells';
import { OrderEvidence, usualOrder } from './columnFormat';
import { findHeader } from './header';
import { foldHeading } from './heading';
import { numberSurveys } from './numberSurvey';
import { profileOf } from './profile';
import { proposeRoles, rivalAmounts } from './roles';
import type { ColumnCandidate, RoleProposal } from './roles';
import { COLUMN_ROLES, NO_COLUMN } from './types';
import type { ColumnMapping, ColumnRole, ColumnView, Doubt, ReadingError, Understanding } from './types';

/** Columns that serve nothing but a computed amount. */
const ONLY_FOR_AMOUNT: readonly ColumnRole[] = ['price', 'discount', 'goods'];

/**
 * Understands a plain list from its first rows (all columns, with number formats): heading, roles, doubts (method.md §1).
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
  const place = findHeader(head, remembered);
  if (place === null) return fail({ code: 'emptySheet', sheet });

  const candidates = candidatesOf(head, place.row, place.firstDataRow);
  const headers = candidates.map(({ header }) => header);
  const byHand = {
    ...rememberedColumns(headers, settings.columns, new Set(Object.values(chosen))),
    ...chosen,
  };
  const proposals = proposeRoles(candidates, byHand);
  const mapping = mappingFrom(proposals);

  const hasAmount = amountRoles(mapping).length > 0;
  if (place.row < 0 && (mapping.client === undefined || !hasAmount)) return fail({ code: 'noHeader', sheet });
  if (mapping.client === undefined) return fail({ code: 'noClientColumn', sheet, headers });
  if (!hasAmount) return fail({ code: 'noAmountColumn', sheet, headers });

  return ok({
    layout: 'list',
    headerRow: place.row,
    firstDataRow: place.firstDataRow,
    columns: candidates.map((candidate) => viewOf(candidate, proposals.get(candidate.index))),
    mapping,
    doubts: [
      ...orderDoubt(head, place.firstDataRow, headers, mapping.date),
      ...numberDoubts(head, place.firstDataRow, mapping, settings),
      ...amountDoubt(candidates, proposals, mapping.amount),
    ],
  });
}

/**
 * The understanding with columns chosen by hand; roles absent in `mapping` keep their column unless it was given away,
 * and {@link NO_COLUMN} takes a role away. Doubts about columns that lost their role are dropped.
 */
export function withMapping(understanding: Understanding, mapping: ColumnMapping): Understanding {
  const proposals = new Map<number, RoleProposal>();
  const chosen = new Set<ColumnRole>();
  for (const role of COLUMN_ROLES) {
    const column = mapping[role];
    if (column === undefined) continue;
    chosen.add(role);
    if (column !== NO_COLUMN && column < understanding.columns.length && !proposals.has(column)) {
      proposals.set(column, { role, because: 'user' });
    }
  }
  for (const { index, role, because } of understanding.columns) {
    if (role === null || because === null) continue;
    const isSame = mapping[role] === index;
    if (isSame || (!chosen.has(role) && !proposals.has(index))) proposals.set(index, { role, because });
  }
  const columns = understanding.columns.map((column): ColumnView => {
    const proposal = proposals.get(column.index);
    return { ...column, role: proposal?.role ?? null, because: proposal?.because ?? null };
  });
  const doubts = understanding.doubts.filter((doubt) =>
    doubt.code === 'severalAmounts' ? mapping.amount === undefined : proposals.has(doubt.column),
  );
  return { ...understanding, columns, mapping: mappingFrom(proposals), doubts };
}

/** Zero-based columns that must be read in full, ascending. Of the columns an amount may be computed from, only those it is computed from. */
export function neededColumns({ mapping }: Understanding): readonly number[] {
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

function candidatesOf(head: Grid, headerRow: number, firstDataRow: number): readonly ColumnCandidate[] {
  return Array.from({ length: head.columnCount }, (_, index) => ({
    index,
    header: headerRow < 0 ? '' : cellText(head.value(headerRow, index)),
    profile: profileOf(head, index, firstDataRow),
  }));
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

function viewOf({ index, header, profile }: ColumnCandidate, proposal: RoleProposal | undefined): ColumnView {
  return {
    index,
    header,
    kind: profile.kind,
    role: proposal?.role ?? null,
    because: proposal?.because ?? null,
    samples: profile.samples,
  };
}

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
    for (let row = firstRow; row < head.rowCount; row++) numbers.see(head.value(row, numbers.column));
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
