import type { Analysis } from '../analysis';
import type { DealList, DealRow } from '../lists/deals';
import type { ClientKey, Ledger } from '../sales/types';
import type { Settings, StageRule } from '../settings';
import type { ExcelSerial } from '../shared/dates';
import { ZERO } from '../shared/money';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { calibrationOf } from './calibration';
import { formNumber } from './dealCells';
import { decidingDeals } from './deciding';
import type { DealEntries } from './entries';
import { judgeDeal } from './judge';
import type { DealRules } from './judge';
import { monthsWith } from './months';
import { outlookOf } from './outlook';
import { pipelineDependency } from './pipelineDependency';
import { rangeOf } from './range';
import { stageMatcher, strictStageMatcher } from './stages';
import { categoriesOf, groupsBy, sumOf } from './sums';
import type { Deal, Deals } from './types';
import { warningsOf } from './warnings';

/** Deals judged between two breaths: each takes some microseconds. */
const DEALS_A_STEP = 1_024;

/** What the pipeline is seen against. */
export interface DealSurroundings {
  readonly analysis: Pick<Analysis, 'asOf' | 'clients' | 'concentration'>;
  readonly ledger: Ledger;
  /** First day of the ledger; null without dates. */
  readonly firstDate: ExcelSerial | null;
  readonly settings: Settings;
  /** The stage table in force. */
  readonly stages: readonly StageRule[];
  /** How the form calls the two ends of a deal. */
  readonly ends: { readonly won: string; readonly lost: string };
  readonly entries: DealEntries;
  /** Stands in for the as-of date where the sales have no dates. */
  readonly today: ExcelSerial;
}

/**
 * The pipeline (method.md §4): every deal with its effective probability, the forecast by month, stage, manager and client,
 * its range, what decides it and what it would do to dependency. Deals come from the user's sheet; without one, from
 * our form.
 */
export function* dealsOf(list: DealList | null, surroundings: DealSurroundings): Steps<Deals> {
  const { analysis, ledger, settings, entries, ends } = surroundings;
  const asOf = analysis.asOf ?? surroundings.today;
  const limits = settings.thresholds;
  const rows = list ? list.rows : entries.form;
  const stages = list
    ? surroundings.stages
    : [...surroundings.stages, { name: ends.won, probability: 1 }, { name: ends.lost, probability: 0 }];
  const rules: DealRules = {
    stages,
    matchStage: list ? stageMatcher(stages) : strictStageMatcher(stages),
    readsWords: list !== null,
    limits,
    asOf,
    nameOf: list ? clientNames(ledger, rows) : (_, text) => text,
    managerOf: list ? firstSpelling() : (text) => text,
  };

  const all: Deal[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % DEALS_A_STEP === 0) yield (0.2 * index) / rows.length;
    all.push(judgeDeal(row, entries.byDeal.get(row.key), rules));
  }
  const open = all
    .map((deal, index) => ({ deal, index }))
    .filter(({ deal }) => deal.outcome === 'open')
    .sort((a, b) => b.deal.expected - a.deal.expected || b.deal.amount - a.deal.amount || a.index - b.index)
    .map(({ deal }) => deal);
  const won = all.filter(({ outcome }) => outcome === 'won');
  const lost = all.filter(({ outcome }) => outcome === 'lost');
  const openSum = sumOf(open);

  const { firstDate } = surroundings;
  const byMonth = yield* within(
    monthsWith({ open, won, plans: entries.plans, ledger, asOf, firstDate }),
    0.2,
    0.3,
  );
  const range = yield* within(rangeOf(open), 0.3, 0.5);
  const wonIsKnown = won.length > 0;
  const outlook = yield* within(outlookOf(open, byMonth, asOf, wonIsKnown), 0.5, 0.6);
  const deciding = yield* within(decidingDeals(open, outlook), 0.6, 0.9);
  return {
    asOf,
    sheet: list?.account.sheet ?? null,
    stages,
    all,
    rowProblems: list?.account.problems ?? [],
    open,
    totals: {
      open: openSum,
      dated: sumOf(open.filter(({ expectedOn }) => expectedOn !== null)),
      won: sumOf(won),
      lost: sumOf(lost),
    },
    byStage: groupsBy(open, (deal) => stageNameOf(deal, stages)),
    byManager: groupsBy(open, ({ manager }) => manager),
    byClient: groupsBy(open, ({ clientName }) => clientName),
    byCategory: categoriesOf(open),
    byMonth,
    range,
    outlook,
    deciding,
    warnings: warningsOf(open, openSum.expected, limits),
    calibration: calibrationOf(all, stages, limits.calibrationDeals),
    dependency: pipelineDependency(analysis.clients, analysis.concentration?.base ?? ZERO, open, limits),
    vanished: vanishedKeys(rows, entries, list === null),
  };
}

/** A stage as the table calls it, else as the sheet does. */
export function stageNameOf(
  { stage, stageText }: Pick<Deal, 'stage' | 'stageText'>,
  stages: readonly StageRule[],
): string {
  return stage === null ? stageText : (stages[stage]?.name ?? stageText);
}

/** Clients as the ledger calls them, others as the first row of their deals does. */
function clientNames(ledger: Ledger, rows: readonly DealRow[]): DealRules['nameOf'] {
  const wanted = new Set(rows.map(({ client }) => client));
  const names = new Map<ClientKey, string>();
  for (const { key, name } of ledger.clients) if (wanted.has(key)) names.set(key, name);
  for (const { client, clientText } of rows) {
    if (client !== null && !names.has(client)) names.set(client, clientText);
  }
  return (client, text) => (client === null ? text : (names.get(client) ?? text));
}

/** Texts that differ in case only are one: as the first of them is written. */
function firstSpelling(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const key = text.toLowerCase();
    const first = known.get(key);
    if (first === undefined) known.set(key, text);
    return first ?? text;
  };
}

/** Keys that people wrote about and no row of the list has; rows of the form never vanish from the form. */
function vanishedKeys(rows: readonly DealRow[], { byDeal }: DealEntries, isForm: boolean): readonly string[] {
  const standing = new Set(rows.map(({ key }) => key));
  return [...byDeal.keys()].filter((key) => !standing.has(key) && !(isForm && formNumber(key) !== null));
}
