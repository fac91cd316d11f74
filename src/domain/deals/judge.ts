import type { DealRow } from '../lists/deals';
import type { ClientKey } from '../sales/types';
import type { StageRule } from '../settings';
import type { ExcelSerial } from '../shared/dates';
import { ZERO } from '../shared/money';
import type { Thresholds } from '../thresholds';
import { checklistOf } from './checklist';
import type { DealEntry } from './entries';
import { outcomeOfWords } from './outcome';
import type { Outcome } from './outcome';
import { categoryOf, daysOverdue, effectiveProbability, expectedAmount, overdueFactor } from './probability';
import type { StageMatch } from './stages';
import type { Deal, DealProblem } from './types';

/** What a deal is judged by. */
export interface DealRules {
  readonly stages: readonly StageRule[];
  readonly matchStage: (text: string) => StageMatch | null;
  /** Words of a stage or a status decide too; a form has a drop-down instead. */
  readonly readsWords: boolean;
  readonly limits: Thresholds;
  readonly asOf: ExcelSerial;
  readonly nameOf: (client: ClientKey | null, text: string) => string;
  readonly managerOf: (text: string) => string;
}

const NOTHING_TYPED: DealEntry = { answers: {}, manual: null, unreadable: null };

/** Everything the method says of one deal (method.md §4). */
export function judgeDeal(row: DealRow, typed: DealEntry = NOTHING_TYPED, rules: DealRules): Deal {
  const { limits } = rules;
  const match = stageOf(row.stage, rules);
  const stage = match?.stage ?? null;
  const stageProbability = stage === null ? null : (rules.stages[stage]?.probability ?? null);
  const outcome = outcomeOf(row, match, rules);
  const checklist = checklistOf(typed.answers, limits);
  const { probability, source } = effectiveProbability({
    outcome,
    manual: typed.manual ?? row.probability,
    checklist,
    stage: stageProbability,
  });
  const days = daysOverdue(row.expected, rules.asOf);
  const factor = overdueFactor(days, source, limits);
  const amount = row.amount ?? ZERO;
  const chance = (probability ?? 0) * factor;
  return {
    key: row.key,
    row: row.row > 0 ? row.row : null,
    client: row.client,
    clientName: rules.nameOf(row.client, row.clientText),
    name: row.name,
    amount,
    stageText: row.stage,
    stage,
    outcome,
    expectedOn: row.expected,
    closedOn: row.closed,
    manager: rules.managerOf(row.manager),
    source: row.source,
    answers: typed.answers,
    checklist,
    typed: typed.manual,
    listed: row.probability,
    probability,
    because: source,
    daysOverdue: days,
    factor,
    chance,
    expected: expectedAmount(amount, probability ?? 0, factor),
    category: categoryOf(chance, limits),
    moves: row.moves,
    problems: outcome === 'open' ? problemsOf() : [],
  };

  function problemsOf(): DealProblem[] {
    const found: DealProblem[] = [];
    if (stage === null) found.push('unknownStage');
    if (typed.unreadable !== null) found.push('badProbability');
    if (row.amount === null) found.push('noAmount');
    if (row.expected === null) found.push('noDate');
    if (row.isDuplicate) found.push('duplicate');
    if (days !== null && days > limits.overdueThird) found.push('overdue');
    if (row.moves !== null && row.moves >= limits.movedTimes) found.push('moved');
    return found;
  }
}

/** The stage in the table; none for words that say how the deal ended, however much a stage sounds like them. */
function stageOf(stage: string, rules: DealRules): StageMatch | null {
  const match = rules.matchStage(stage);
  return rules.readsWords && match?.by === 'words' && outcomeOfWords(stage) ? null : match;
}

/**
 * Status words decide before stage words: «Закрыта успешно» on the stage «Договор на подписании» is won. A stage called as
 * the table calls it is what the table says, closed at 100 % and at 0 %; of any other its words are asked first.
 */
function outcomeOf({ stage, status }: DealRow, match: StageMatch | null, rules: DealRules): Outcome {
  const said = rules.readsWords ? outcomeOfWords(status) : null;
  if (said) return said;
  const named = rules.readsWords && !match ? outcomeOfWords(stage) : null;
  if (named) return named;
  const probability = match ? (rules.stages[match.stage]?.probability ?? null) : null;
  if (probability === null) return 'open';
  if (probability >= 1) return 'won';
  return probability <= 0 ? 'lost' : 'open';
}
