import { foldText } from '../shared/text';

/**
 * What an own template may ask for (method.md §5: any sheet with `{{placeholders}}`). Their names in both languages are in
 * i18n under `template.name.<key>`; `docs/templates.md` tells what each of them means.
 */

/** What a placeholder gives: `decimal` is a number with one decimal, `month` the first day of one. */
export type PlaceholderKind = 'text' | 'number' | 'decimal' | 'money' | 'share' | 'date' | 'month' | 'chart';

/** Placeholders that stand for one thing, in the order in which they are documented. */
export const SINGLE_PLACEHOLDERS = {
  client: 'text',
  holding: 'text',
  holdingShare: 'share',
  holdingRevenue: 'money',
  taxId: 'text',
  keyReason: 'text',
  manager: 'text',
  places: 'text',
  revenue: 'money',
  previous: 'money',
  change: 'money',
  growth: 'share',
  share: 'share',
  rank: 'number',
  flag: 'text',
  orders: 'number',
  averageOrder: 'money',
  interval: 'decimal',
  first: 'date',
  last: 'date',
  daysSince: 'number',
  expected: 'date',
  status: 'text',
  groups: 'number',
  groupsInBase: 'number',
  top: 'text',
  notBought: 'text',
  class: 'text',
  strategy: 'text',
  profit: 'money',
  margin: 'share',
  potential: 'money',
  method: 'text',
  assessedOn: 'date',
  ourShare: 'share',
  headroom: 'money',
  largest: 'text',
  openDeals: 'number',
  openAmount: 'money',
  openExpected: 'money',
  won: 'money',
  asOf: 'date',
  period: 'text',
  periodFrom: 'date',
  periodTo: 'date',
  today: 'date',
  file: 'text',
  sheet: 'text',
} as const satisfies Readonly<Record<string, PlaceholderKind>>;
export type SinglePlaceholder = keyof typeof SINGLE_PLACEHOLDERS;

/** Lists: the row that holds their placeholders is repeated, one row for each of their items. */
export const LIST_PLACEHOLDERS = {
  deals: {
    name: 'text',
    stage: 'text',
    amount: 'money',
    date: 'date',
    probability: 'share',
    expected: 'money',
    manager: 'text',
  },
  products: { name: 'text', revenue: 'money', share: 'share' },
  months: { month: 'month', revenue: 'money' },
  purchases: { date: 'date', amount: 'money', document: 'text' },
  meetings: { date: 'date', goal: 'text', outcome: 'text', nextStep: 'text', nextDate: 'date' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, PlaceholderKind>>>>;
export type PlaceholderList = keyof typeof LIST_PLACEHOLDERS;
export type ListPlaceholder = {
  readonly [List in PlaceholderList]: `${List}.${keyof (typeof LIST_PLACEHOLDERS)[List] & string}`;
}[PlaceholderList];

/** Becomes a native chart. */
export const CHART_PLACEHOLDER = 'chart.months';

export type PlaceholderKey = SinglePlaceholder | ListPlaceholder | typeof CHART_PLACEHOLDER;

/** What each placeholder gives. */
const KINDS: ReadonlyMap<string, PlaceholderKind> = new Map<string, PlaceholderKind>([
  ...Object.entries(SINGLE_PLACEHOLDERS),
  ...Object.entries(LIST_PLACEHOLDERS).flatMap(([list, fields]) =>
    Object.entries(fields).map(([field, kind]): [string, PlaceholderKind] => [`${list}.${field}`, kind]),
  ),
  [CHART_PLACEHOLDER, 'chart'],
]);

/** Every placeholder in the order in which they are documented. */
export const PLACEHOLDER_KEYS: readonly PlaceholderKey[] = [...KINDS.keys()] as PlaceholderKey[];

/** What a placeholder gives. */
export function kindOf(key: PlaceholderKey): PlaceholderKind {
  return KINDS.get(key) ?? 'text';
}

/** The list whose row a placeholder repeats; null for those that stand for one thing. */
export function listOf(key: PlaceholderKey): PlaceholderList | null {
  const [list = ''] = key.split('.');
  return key !== CHART_PLACEHOLDER && list in LIST_PLACEHOLDERS ? (list as PlaceholderList) : null;
}

/** A piece of a cell's text: words as they are, or what stands between braces, known or not. */
export type TextPart =
  { readonly text: string } | { readonly written: string; readonly key: PlaceholderKey | null };

/** Tells which placeholder a name of any language stands for, folded by {@link foldName}; null for none. */
export type PlaceholderOf = (folded: string) => PlaceholderKey | null;

const BRACES = /\{\{([^{}]*)\}\}/g;

/** Whether a text holds anything that may be a placeholder. */
export function hasBraces(text: string): boolean {
  return text.includes('{{');
}

/** `'Доля {{доля}}'` as its pieces. Braces that are not closed stay words. */
export function textParts(text: string, placeholderOf: PlaceholderOf): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: whole, 1: written = '', index } of text.matchAll(BRACES)) {
    if (index > end) parts.push({ text: text.slice(end, index) });
    parts.push({ written, key: placeholderOf(foldName(written)) });
    end = index + whole.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** A name as it is compared: blanks, dashes and the case of letters tell nothing. `' Средний_чек '` is `'среднийчек'`. */
export function foldName(name: string): string {
  return foldText(name).replace(/[\s_–-]+/g, '');
}
