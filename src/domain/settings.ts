import type { ClientKey, ColumnRole } from './sales/types';

/** Version of the serialised settings. Raise it when a field changes its meaning, and migrate in `excel/settings`. */
export const SETTINGS_VERSION = 1;

export type Language = 'ru' | 'en';

/** Which part of the ledger is analysed: the last 12 full months, everything, or a span of ISO dates. */
export type PeriodChoice = 'last12' | 'all' | { readonly from: string; readonly to: string };

/** Everything a user may disagree with (method.md). Shares are fractions. Kept in the workbook; defaults below. */
export interface Settings {
  readonly version: number;
  /** Null follows Office's display language. */
  readonly language: Language | null;
  readonly period: PeriodChoice;
  /** ISO date, or null for the latest sale. */
  readonly asOf: string | null;
  readonly thresholds: Thresholds;
  /** Columns chosen by hand, remembered by the heading's text so that they fit the next file of the same shape. */
  readonly columns: Readonly<Partial<Record<ColumnRole, string>>>;
  /** Answers to doubts. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  readonly decimalSeparator: ',' | '.' | null;
  /** What to do with numbers that look damaged («2,024,994» for 2024.994): null asks, and leaves them out meanwhile. */
  readonly damagedNumbers: 'leaveOut' | 'grouped' | 'decimal' | null;
  /** Whether names of clients found on another sheet by their code are used; null asks, and uses them meanwhile. */
  readonly nameLookup: 'use' | 'ignore' | null;
  /** Confirmed identities: key → key of the client it belongs to. */
  readonly aliases: Readonly<Record<ClientKey, ClientKey>>;
  /** Pairs a person has told apart: never proposed as one client again. */
  readonly distinct: readonly (readonly [ClientKey, ClientKey])[];
  /** Holdings given by hand: key of the client → name of its holding. They win over a column of the source. */
  readonly holdings: Readonly<Record<ClientKey, string>>;
}

/** Thresholds that stand as named cells on the tab «Настройки». The name in Excel is `clientele_` + the key. */
export interface Thresholds {
  /** Share accumulated before a client below which it is A (method.md §2, field). */
  readonly classA: number;
  /** … below which it is B. */
  readonly classB: number;
  /** At least this share of revenue: large client (method.md §3, seed). */
  readonly flagLarge: number;
  /** More than this share: critical dependency (seed). */
  readonly flagCritical: number;
  /** More than this share: mono-client (seed). */
  readonly flagMono: number;
  /** HHI bands in points: below the first – low, below the second – moderate, else high (built for markets). */
  readonly hhiModerate: number;
  readonly hhiHigh: number;
}

export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  language: null,
  period: 'last12',
  asOf: null,
  thresholds: {
    classA: 0.8,
    classB: 0.95,
    flagLarge: 0.1,
    flagCritical: 0.2,
    flagMono: 0.5,
    hhiModerate: 1500,
    hhiHigh: 2500,
  },
  columns: {},
  dateOrder: null,
  decimalSeparator: null,
  damagedNumbers: null,
  nameLookup: null,
  aliases: {},
  distinct: [],
  holdings: {},
};
