import type { ClientKey } from './sales/types';
import type { ExcelSerial } from './shared/dates';
import type { CellValue } from './shared/grid';
import type { Money } from './shared/money';

/** Letters of ABCD by potential (method.md §2). What a letter means depends on the model: never shown without words. */
export const LETTERS = ['A', 'B', 'C', 'D'] as const;
export type Letter = (typeof LETTERS)[number];

/** What is known about how much a client could buy: any of it may be missing (method.md §2, “Potential per client”). */
export interface PotentialFacts {
  /** Annual budget of the client for our category, stated by the client. */
  readonly budget: Money | null;
  /** Our share of that budget as stated by the client, (0, 1]. */
  readonly ourShare: number | null;
  /** Number of drivers (outlets, hectares, employees) and the money a driver is worth a year. */
  readonly drivers: number | null;
  readonly norm: Money | null;
  /** Segment of peers, given by the user. */
  readonly segment: string | null;
  readonly assessedOn: ExcelSerial | null;
}

/** Why a client is key beside its share (method.md §3). */
export const KEY_MARKS = ['promising', 'image', 'demanding'] as const;
export type KeyMark = (typeof KEY_MARKS)[number];

/** A client of the list of potentials that never bought (method.md §8: «потенциальный»). */
export interface ListedProspect {
  readonly key: ClientKey;
  readonly name: string;
  readonly facts: PotentialFacts;
}

/** What people typed on our tabs and keep on sheets of theirs, by client: the other half of every analysis. */
export interface Entries {
  /** Typed on «Потенциал». */
  readonly potentials: ReadonlyMap<ClientKey, PotentialFacts>;
  /** Read from the user's sheet of potentials; what was typed wins, field by field. */
  readonly listedPotentials: ReadonlyMap<ClientKey, PotentialFacts>;
  readonly prospects: readonly ListedProspect[];
  /** Class given by hand on «ABCD»; a letter of the model in force. */
  readonly overrides: ReadonlyMap<ClientKey, Letter>;
  /** Marks on «Ключевые клиенты». */
  readonly marks: ReadonlyMap<ClientKey, ReadonlySet<KeyMark>>;
  /** Names typed on «Ключевые клиенты» to be listed there (keys `add1` … `add5`, field `client`), in their order. */
  readonly addedKeys: readonly string[];
  /**
   * Names in the cells of the loss test on «Зависимость» (keys `loss1` … `loss5`, field `client`) in their order, `''`
   * for a blank cell.
   */
  readonly lossPicks: readonly string[];
  /** On «Реактивация»: the day a sleeping client was contacted. */
  readonly contactedOn: ReadonlyMap<ClientKey, ExcelSerial>;
  /** Items every client should buy, as they stand on the must-list sheet; null without one. */
  readonly mustList: readonly string[] | null;
  /** Answers to the questions of «Восемь вопросов» that data cannot answer, by the question's key. */
  readonly answers: ReadonlyMap<string, 'yes' | 'no'>;
  /** What stands in people's cells on «Сделки», by the deal's key and the field, as it was typed. */
  readonly dealCells: ReadonlyMap<string, Readonly<Record<string, CellValue>>>;
  /** On «Прогноз»: the plan of a month, by `YYYY-MM`. */
  readonly plans: ReadonlyMap<string, Money>;
}

/** Nothing typed, nothing listed. */
export const NO_ENTRIES: Entries = {
  potentials: new Map(),
  listedPotentials: new Map(),
  prospects: [],
  overrides: new Map(),
  marks: new Map(),
  addedKeys: [],
  lossPicks: [],
  contactedOn: new Map(),
  mustList: null,
  answers: new Map(),
  dealCells: new Map(),
  plans: new Map(),
};
