import { analyse } from '../../src/domain/analyse';
import type { Entries } from '../../src/domain/entries';
import { NO_ENTRIES } from '../../src/domain/entries';
import { NO_LISTS } from '../../src/domain/lists/reading';
import type { ListsRead } from '../../src/domain/lists/reading';
import type { MergeQuestion } from '../../src/domain/sales/mergeQuestions';
import type { Reading, Understanding } from '../../src/domain/sales/types';
import type { Language, Settings } from '../../src/domain/settings';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { complete } from '../../src/domain/shared/steps';
import { translator } from '../../src/i18n/translate';
import type { Translate } from '../../src/i18n/translate';
import type { ReportContext, SalesContext } from '../../src/reports/context';
import { dealsFor } from '../../src/reports/dealsFor';
import { NO_PAGES } from '../../src/reports/pages';
import type { Pages } from '../../src/reports/pages';
import { TAB_KEYS } from '../../src/reports/plan';
import type { TabKey } from '../../src/reports/plan';
import { day, readingOf, roubles } from './ledger';
import type { Sale } from './ledger';

/** The worked example of method.md §9: eleven clients, R = 10,000, net 9,960. */
export const WORKED_EXAMPLE: readonly (readonly [string, number])[] = [
  ['C01', 4200],
  ['C02', 2300],
  ['C03', 1100],
  ['C04', 900],
  ['C05', 600],
  ['C06', 400],
  ['C07', 300],
  ['C08', 150],
  ['C09', 50],
  ['C10', 0],
  ['C11', -40],
];

/** Sales of one line per client, without dates. */
export function salesOf(clients: readonly (readonly [string, number])[]): readonly Sale[] {
  return clients.map(([client, amount]) => ({ client, amount: roubles(amount) }));
}

const UNDERSTANDING: Understanding = {
  layout: 'list',
  headerRow: 0,
  firstDataRow: 1,
  columns: [
    { index: 0, header: 'Контрагент', kind: 'text', role: 'client', because: 'header', samples: [] },
    { index: 1, header: 'Сумма', kind: 'number', role: 'amount', because: 'content', samples: [] },
  ],
  mapping: { client: 0, amount: 1 },
  doubts: [],
};

/** The default names of all tabs. */
export function namesOfTabs(t: Translate): ReportContext['tabNames'] {
  return Object.fromEntries(TAB_KEYS.map((key) => [key, t(`tab.${key}`)])) as Record<TabKey, string>;
}

/** A context over lines of sales, analysed by the real engine. */
export function contextOf(
  sales: readonly Sale[],
  changes: {
    readonly language?: Language;
    readonly settings?: Partial<Settings>;
    readonly reading?: Partial<Reading>;
    readonly understanding?: Partial<Understanding>;
    readonly entries?: Partial<Entries>;
    readonly lists?: Partial<ListsRead>;
    readonly questions?: readonly MergeQuestion[];
    readonly tabNames?: Partial<ReportContext['tabNames']>;
    readonly pages?: Pages;
  } = {},
): ReportContext {
  const language = changes.language ?? 'ru';
  const t = translator(language);
  const settings: Settings = { ...DEFAULT_SETTINGS, ...changes.settings };
  const reading: Reading = { ...readingOf(sales), ...changes.reading };
  const entries: Entries = { ...NO_ENTRIES, ...changes.entries };
  const ctx: SalesContext = {
    source: { file: 'Продажи & К.xlsx', sheet: 'Лист1' },
    understanding: { ...UNDERSTANDING, ...changes.understanding },
    reading,
    analysis: complete(analyse(reading, settings, null, entries)),
    entries,
    lists: { ...NO_LISTS, ...changes.lists },
    questions: changes.questions ?? [],
    settings,
    language,
    t,
    tabNames: { ...namesOfTabs(t), ...changes.tabNames },
    today: day('2026-11-22'),
  };
  return { ...ctx, deals: complete(dealsFor(ctx)), pages: changes.pages ?? NO_PAGES };
}
