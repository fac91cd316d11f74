import { dealsOf } from '../../src/domain/deals/deals';
import type { DealEntries, DealEntry } from '../../src/domain/deals/entries';
import { NO_DEAL_ENTRIES } from '../../src/domain/deals/entries';
import type { Deals } from '../../src/domain/deals/types';
import type { DealList, DealRow } from '../../src/domain/lists/deals';
import { DEAL_COLUMNS } from '../../src/domain/lists/deals';
import type { ClientKey } from '../../src/domain/sales/types';
import type { Settings, StageRule } from '../../src/domain/settings';
import { complete } from '../../src/domain/shared/steps';
import { day, roubles } from './ledger';
import type { Sale } from './ledger';
import { contextOf } from './reportContext';

/** A deal as a test writes it: amount in currency units, days as ISO dates. */
export interface DealLine {
  readonly client?: string;
  readonly name?: string;
  readonly amount?: number | null;
  readonly stage?: string;
  readonly expected?: string;
  readonly closed?: string;
  readonly manager?: string;
  readonly probability?: number;
  readonly status?: string;
  readonly source?: string;
  readonly moves?: number;
  readonly isDuplicate?: boolean;
}

/** Stages of the tests: enough to tell them apart. */
export const STAGES: readonly StageRule[] = [
  { name: 'Контакт установлен', probability: 0.05 },
  { name: 'КП представлено', probability: 0.5 },
  { name: 'Договор на подписании', probability: 0.9 },
];

/** How the form's ends of a deal are called in the tests. */
export const ENDS = { won: 'Договор подписан', lost: 'Отказ' };

/** A row of a deals sheet; its key is `d1`, `d2` … by its place. */
export function dealRow(line: DealLine, index = 0): DealRow {
  const client = line.client ?? 'Ромашка';
  return {
    row: index + 2,
    key: `d${index + 1}`,
    clientText: client,
    client: client === '' ? null : (client as ClientKey),
    name: line.name ?? `Сделка ${index + 1}`,
    number: '',
    amount: line.amount === null ? null : roubles(line.amount ?? 100),
    stage: line.stage ?? 'КП представлено',
    expected: line.expected === undefined ? null : day(line.expected),
    created: null,
    closed: line.closed === undefined ? null : day(line.closed),
    moves: line.moves ?? null,
    probability: line.probability ?? null,
    manager: line.manager ?? '',
    product: '',
    nextStep: '',
    status: line.status ?? '',
    comment: '',
    source: line.source ?? '',
    isDuplicate: line.isDuplicate ?? false,
  };
}

/** A sheet of deals, read without trouble. */
export function dealList(lines: readonly DealLine[]): DealList {
  const rows = lines.map(dealRow);
  return {
    rows,
    has: new Set(DEAL_COLUMNS),
    account: {
      sheet: 'Воронка',
      rowsRead: rows.length,
      rowsUsed: rows.length,
      rowsSkipped: 0,
      converted: null,
      problems: [],
    },
  };
}

/** Sales of 2025 up to the last day of the year: a base for deals of 2026. */
export const YEAR_OF_SALES: readonly Sale[] = [
  { client: 'Ромашка', amount: roubles(1500), date: '2025-01-10' },
  { client: 'Василёк', amount: roubles(400), date: '2025-06-10' },
  { client: 'Лютик', amount: roubles(100), date: '2025-12-31' },
];

/** The pipeline of these lines, by the real engine. */
export function pipelineOf(
  lines: readonly DealLine[] | null,
  changes: {
    readonly entries?: Partial<DealEntries>;
    readonly typed?: Readonly<Record<string, Partial<DealEntry>>>;
    readonly settings?: Partial<Settings>;
    readonly stages?: readonly StageRule[];
    readonly sales?: readonly Sale[];
  } = {},
): Deals {
  const ctx = contextOf(changes.sales ?? YEAR_OF_SALES, { settings: { period: 'all', ...changes.settings } });
  const typed = Object.entries(changes.typed ?? {}).map(([key, entry]): [string, DealEntry] => [
    key,
    { answers: {}, manual: null, unreadable: null, ...entry },
  ]);
  return complete(
    dealsOf(lines && dealList(lines), {
      analysis: ctx.analysis,
      ledger: ctx.reading.ledger,
      firstDate: ctx.reading.firstDate,
      settings: ctx.settings,
      stages: changes.stages ?? STAGES,
      ends: ENDS,
      entries: { ...NO_DEAL_ENTRIES, byDeal: new Map(typed), ...changes.entries },
      today: ctx.today,
    }),
  );
}
