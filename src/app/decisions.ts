import { decide, decisionsIn, pairFromKey, pairId } from '../domain/sales/mergeDecisions';
import type { PairDecision, Verdict } from '../domain/sales/mergeDecisions';
import type { ClientKey } from '../domain/sales/types';
import type { Settings } from '../domain/settings';
import type { CellValue } from '../domain/shared/grid';
import { ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import { readInputsOf } from '../excel/inputs';
import type { TabInputs } from '../excel/inputs';
import type { ExcelTrouble } from '../excel/types';
import { yesOrNo } from './yesNo';

/** What people decided about their clients on our tabs. */
export interface Decisions {
  /** The settings with everything that follows. */
  readonly settings: Settings;
  /** Every answer about a pair of clients, those in force and those that contradict each other. */
  readonly pairs: readonly PairDecision[];
}

/**
 * Puts what people typed on «Качество данных» (one client or two) and «ABCD» (holding) into settings. What stands on
 * a tab is the last word: an emptied cell takes its answer back. Answers about clients that are on no tab stay as they are.
 */
export async function withDecisions(settings: Settings): Promise<Result<Decisions, ExcelTrouble>> {
  const typed = await readInputsOf(['dataCheck', 'abcd']);
  if (!typed.ok) return typed;
  const pairs = pairsDecided(settings, typed.value.dataCheck);
  const { aliases, distinct } = decide(pairs);
  const holdings = holdingsGiven(settings.holdings, typed.value.abcd);
  return ok({ settings: { ...settings, aliases, distinct, holdings }, pairs });
}

/** Is the ledger read under one the ledger read under the other? Pairs told apart change questions, not clients. */
export function sameClients(a: Settings, b: Settings): boolean {
  return sameEntries(a.aliases, b.aliases) && sameEntries(a.holdings, b.holdings);
}

function pairsDecided(settings: Settings, { standing, records }: TabInputs): readonly PairDecision[] {
  const pairs = new Map(decisionsIn(settings).map((decision) => [pairId(decision), decision]));
  for (const key of standing) {
    const pair = pairFromKey(key);
    if (pair) pairs.delete(pairId(pair));
  }
  for (const { key, values } of records) {
    const pair = pairFromKey(key);
    const { merge } = values;
    if (pair && merge !== undefined)
      pairs.set(pairId(pair), { ...pair, verdict: verdictOf(merge), typed: merge });
  }
  return [...pairs.values()];
}

function holdingsGiven(known: Settings['holdings'], { standing, records }: TabInputs): Settings['holdings'] {
  const holdings = new Map(Object.entries(known).filter(([key]) => !standing.has(key)));
  for (const { key, values } of records) {
    if (values.holding !== undefined) holdings.set(key, String(values.holding));
  }
  return Object.fromEntries(holdings) as Record<ClientKey, string>;
}

function verdictOf(typed: CellValue): Verdict {
  return yesOrNo(typed) ?? 'unclear';
}

function sameEntries(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
  );
}
