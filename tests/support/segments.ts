import type { Analysis } from '../../src/domain/analysis';
import { analyse } from '../../src/domain/analyse';
import { NO_ENTRIES } from '../../src/domain/entries';
import type { Entries, PotentialFacts } from '../../src/domain/entries';
import type { ClientKey } from '../../src/domain/sales/types';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import type { ClientSegment } from '../../src/domain/segments/types';
import { complete } from '../../src/domain/shared/steps';
import type { Choices, Thresholds } from '../../src/domain/thresholds';
import { readingOf, roubles } from './ledger';
import type { Sale } from './ledger';

/** Nothing known about a potential. */
export const NO_FACTS: PotentialFacts = {
  budget: null,
  ourShare: null,
  drivers: null,
  norm: null,
  segment: null,
  assessedOn: null,
};

/** Facts by client as a test writes them; money in whole currency units. */
export function factsOf(
  facts: Readonly<
    Record<string, { budget?: number; norm?: number } & Partial<Omit<PotentialFacts, 'budget' | 'norm'>>>
  >,
): ReadonlyMap<ClientKey, PotentialFacts> {
  return new Map(
    Object.entries(facts).map(([key, { budget, norm, ...others }]) => [
      key as ClientKey,
      {
        ...NO_FACTS,
        ...others,
        budget: budget === undefined ? null : roubles(budget),
        norm: norm === undefined ? null : roubles(norm),
      },
    ]),
  );
}

/** Budgets by client, in whole currency units. */
export function budgetsOf(budgets: Readonly<Record<string, number>>): ReadonlyMap<ClientKey, PotentialFacts> {
  return factsOf(Object.fromEntries(Object.entries(budgets).map(([key, budget]) => [key, { budget }])));
}

/** The potentials of the worked example of method.md §9. */
export const WORKED_POTENTIALS: Readonly<Record<string, number>> = {
  C01: 6000,
  C02: 20_000,
  C03: 1200,
  C05: 5000,
  C06: 400,
  C07: 250,
  C08: 150,
  C09: 3000,
  C10: 2000,
};

/** An analysis with the segments at hand by the client's name. */
export function segmented(
  sales: readonly Sale[],
  changes: {
    readonly entries?: Partial<Entries>;
    readonly thresholds?: Partial<Thresholds>;
    readonly choices?: Partial<Choices>;
    readonly settings?: Partial<Settings>;
  } = {},
): { readonly analysis: Analysis; readonly of: (name: string) => ClientSegment } {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    ...changes.settings,
    thresholds: { ...DEFAULT_SETTINGS.thresholds, ...changes.thresholds },
    choices: { ...DEFAULT_SETTINGS.choices, ...changes.choices },
  };
  const entries = { ...NO_ENTRIES, ...changes.entries };
  const analysis = complete(analyse(readingOf(sales), settings, null, entries));
  return {
    analysis,
    of: (name) => {
      const position = analysis.clients.findIndex((client) => client.name === name);
      const segment = analysis.segments.clients[position];
      if (!segment) throw new Error(`No client ${name}`);
      return segment;
    },
  };
}

/** A day in the period of {@link twoYears} and one in the period before. */
export const CASE_DATES = { now: '2025-06-15', before: '2024-06-15' } as const;

/** Two full years with one sale a year per client: before and now, in whole currency units; zero is no sale. */
export function twoYears(clients: Readonly<Record<string, readonly [number, number]>>): Sale[] {
  const sales = Object.entries(clients).flatMap(([client, [before, now]]): Sale[] => [
    { client, amount: roubles(before), date: CASE_DATES.before },
    { client, amount: roubles(now), date: CASE_DATES.now },
  ]);
  // The file reaches over both years.
  const edges = ['2024-01-01', '2025-12-31'].map((date) => ({ client: 'Край', amount: 0, date }));
  return [...sales.filter(({ amount }) => amount !== 0), ...edges];
}
