import { cellText, isBlank } from '../sales/cells';
import { headingWords } from '../sales/heading';
import type { Grid } from '../shared/grid';
import { foldText } from '../shared/text';
import { layoutOf, vocabulary } from './layout';
import { MUST_LIST_WORDS } from './listWords';
import { mustListLayout } from './mustList';
import { potentialLayout } from './potentials';
import { dealLayout } from './readDeals';
import { LIST_KINDS } from './types';
import type { ListKind } from './types';

/** Added to the likeness of a sheet whose name says what it holds. */
const NAMED = 10;
/** Less than this is no list of the kind. */
const LEAST = 4;
/** In a list of potentials a client stands once: at least this share of the sampled rows is different. */
const DIFFERENT = 0.5;

const NAMES: Readonly<Record<ListKind, RegExp>> = {
  potentials: /потенциал|potential/,
  mustList: /обязательн|(?<!\p{L})(?:mml|msl|must)(?!\p{L})/u,
  deals: /сделк|воронк|pipeline|(?<!\p{L})deals?(?!\p{L})|opportunit/u,
};
const DEAL_WORD = /^(?:сделк|deal|opportunit)/;
const MUST_WORDS = vocabulary({ item: { phrases: MUST_LIST_WORDS.item.phrases, never: [] } });

/**
 * The kind of side list that the first rows of a sheet and its name make likely, with how likely (more is likelier);
 * null for anything else, sheets of sales above all.
 */
export function listLikeness(head: Grid): { readonly kind: ListKind; readonly score: number } | null {
  let best: { readonly kind: ListKind; readonly score: number } | null = null;
  for (const kind of LIST_KINDS) {
    const score = SCORES[kind](head, NAMES[kind].test(foldText(head.sheet)));
    if (score >= LEAST && score > (best?.score ?? 0)) best = { kind, score };
  }
  return best;
}

/** How much a sheet looks like a sheet of deals: 0 if it is none. */
export function looksLikeDeals(head: Grid, isNamed: boolean): number {
  const layout = dealLayout(head);
  if (!layout) return 0;
  const { columns, headings } = layout;
  const has = (...roles: Parameters<typeof columns.has>[0][]) => roles.some((role) => columns.has(role));
  if (!has('client', 'name', 'taxId') || !has('amount', 'stage', 'probability')) return 0;
  const saysDeal = headings.some((heading) => headingWords(heading).some((word) => DEAL_WORD.test(word)));
  const score =
    (has('stage') ? 3 : 0) +
    (has('probability') ? 3 : 0) +
    (has('expected') ? 2 : 0) +
    (has('nextStep') ? 1 : 0) +
    (has('moves') ? 1 : 0) +
    (saysDeal ? 2 : 0);
  return isNamed && (score > 0 || has('name')) ? score + NAMED : score;
}

/** How much a sheet looks like a list of potentials: 0 if it is none. */
export function looksLikePotentials(head: Grid, isNamed: boolean): number {
  const layout = potentialLayout(head);
  if (!layout) return 0;
  const { columns, firstDataRow } = layout;
  const client = columns.get('client') ?? columns.get('taxId') ?? columns.get('clientId');
  if (client === undefined || !isMostlyDifferent(head, client, firstDataRow)) return 0;
  const score =
    (columns.has('budget') ? LEAST : 0) +
    (columns.has('ourShare') ? 3 : 0) +
    (columns.has('drivers') && columns.has('norm') ? LEAST : 0) +
    (columns.has('assessedOn') ? 1 : 0) +
    (columns.has('segment') ? 1 : 0);
  return score > 0 && isNamed ? score + NAMED : score;
}

/** How much a sheet looks like a must list: by its name or by a heading that says so, 0 otherwise. */
export function looksLikeMustList(head: Grid, isNamed: boolean): number {
  const isHeaded = layoutOf(head, MUST_WORDS) !== null;
  if (!isNamed && !isHeaded) return 0;
  return mustListLayout(head) ? NAMED : 0;
}

const SCORES: Readonly<Record<ListKind, (head: Grid, isNamed: boolean) => number>> = {
  potentials: looksLikePotentials,
  mustList: looksLikeMustList,
  deals: looksLikeDeals,
};

function isMostlyDifferent(head: Grid, column: number, firstRow: number): boolean {
  const seen = new Set<string>();
  let filled = 0;
  for (let row = firstRow; row < head.rowCount; row++) {
    const value = head.value(row, column);
    if (isBlank(value)) continue;
    filled++;
    seen.add(foldText(cellText(value)));
  }
  return filled > 0 && seen.size >= filled * DIFFERENT;
}
