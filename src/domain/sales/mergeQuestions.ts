import type { Steps } from '../shared/steps';
import type { CellValue } from '../shared/grid';
import { likeness } from './likeness';
import type { Evidence } from './likeness';
import { decide, pairId } from './mergeDecisions';
import type { PairDecision } from './mergeDecisions';
import { faceOf } from './nameFace';
import { clientTotals } from './similarClients';
import type { MergeProposal, ProposedClient } from './similarClients';
import type { ClientKey, Reading } from './types';

/** Where a question stands; `conflict` is an answer that contradicts others. */
export const QUESTION_STATES = ['conflict', 'unclear', 'open', 'yes', 'no'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** A row of the table of similar clients: a question to a person, or an answer that may be taken back. */
export interface MergeQuestion {
  readonly into: ProposedClient;
  readonly from: ProposedClient;
  /** Why they are alike; empty where only a person knows. */
  readonly evidence: readonly Evidence[];
  readonly state: QuestionState;
  /** What stands in the answer's cell; null if nothing was typed. */
  readonly typed: CellValue | null;
}

/**
 * The questions about similar clients: contradictions first, then those unanswered, then the answers in force. Every
 * answer about clients of this ledger is listed, so that it can be taken back; answers about others are kept in
 * settings unseen.
 */
export function* mergeQuestions(
  { ledger, notes }: Pick<Reading, 'ledger' | 'notes'>,
  proposals: readonly MergeProposal[],
  decisions: readonly PairDecision[],
): Steps<readonly MergeQuestion[]> {
  const known = new Map<ClientKey, ProposedClient>();
  for (const client of yield* clientTotals(ledger)) known.set(client.key, client);
  for (const part of notes.joined) known.set(part.key, part);

  const { conflicting } = decide(decisions);
  const answered = new Set(decisions.map(pairId));
  const questions = decisions.flatMap((decision): MergeQuestion[] => {
    const [into, from] = [known.get(decision.into), known.get(decision.from)];
    if (!into || !from) return [];
    const state = conflicting.has(pairId(decision)) ? 'conflict' : decision.verdict;
    return [{ into, from, evidence: likenessOf(into.name, from.name), state, typed: decision.typed }];
  });
  const open = proposals
    .filter(({ into, from }) => !answered.has(pairId({ into: into.key, from: from.key })))
    .map((proposal): MergeQuestion => ({ ...proposal, state: 'open', typed: null }));
  return [...questions, ...open].sort(
    (a, b) => QUESTION_STATES.indexOf(a.state) - QUESTION_STATES.indexOf(b.state),
  );
}

function likenessOf(a: string, b: string): readonly Evidence[] {
  return likeness(faceOf(a), faceOf(b), () => false) ?? [];
}
