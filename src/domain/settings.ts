import type { ClientKey, ColumnRole } from './sales/types';
import { DEFAULT_CHOICES, DEFAULT_THRESHOLDS } from './thresholds';
import type { Choices, Thresholds } from './thresholds';

/** Version of the serialised settings. Raise it when a field changes its meaning, and migrate in `excel/settings`. */
export const SETTINGS_VERSION = 1;

export type { Thresholds } from './thresholds';

export type Language = 'ru' | 'en';

/** Which part of the ledger is analysed: the last 12 full months, everything, or a span of ISO dates. */
export type PeriodChoice = 'last12' | 'all' | { readonly from: string; readonly to: string };

/** One stage of a deal (method.md §4): its name as people write it and the probability it stands for, 0 … 1. */
export interface StageRule {
  readonly name: string;
  readonly probability: number;
}

/** Everything a user may disagree with (method.md). Shares are fractions. Kept in the workbook; defaults below. */
export interface Settings {
  readonly version: number;
  /** Null follows Office's display language. */
  readonly language: Language | null;
  readonly period: PeriodChoice;
  /** ISO date, or null for the latest sale. */
  readonly asOf: string | null;
  readonly thresholds: Thresholds;
  readonly choices: Choices;
  /** The stages of deals as edited on «Настройки»; null takes the preset of `choices.stages`. */
  readonly stages: readonly StageRule[] | null;
  /** Names of sheets or tables that hold potentials, must-sell items and deals; null looks for none. */
  readonly potentialSource: string | null;
  readonly mustListSource: string | null;
  readonly dealsSource: string | null;
  /** Our tabs show «Клиент 001» instead of names. */
  readonly isAnonymous: boolean;
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

export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  language: null,
  period: 'last12',
  asOf: null,
  thresholds: DEFAULT_THRESHOLDS,
  choices: DEFAULT_CHOICES,
  stages: null,
  potentialSource: null,
  mustListSource: null,
  dealsSource: null,
  isAnonymous: false,
  columns: {},
  dateOrder: null,
  decimalSeparator: null,
  damagedNumbers: null,
  nameLookup: null,
  aliases: {},
  distinct: [],
  holdings: {},
};
