import { RELATION_QUESTIONS } from './schema';

export type RelationQuestion = (typeof RELATION_QUESTIONS)[number];

/** Answers to the six questions about the relationship, each 1 … 4; what is null, missing or out of that is unanswered. */
export type RelationAnswers = Readonly<Partial<Record<RelationQuestion, number | null>>>;

/** How close the relationship is (method.md §5). */
export interface RelationScore {
  /** Sum of the six answers, 6 … 24; null until all six are answered. */
  readonly score: number | null;
  /** Questions answered, 0 … 6. */
  readonly answered: number;
}

const LEAST_ANSWER = 1;
const BEST_ANSWER = 4;

/** The score of a relationship (method.md §5). Answers of 1, 2, 3, 4, 4 and 4 are 18. */
export function relationScore(answers: RelationAnswers): RelationScore {
  let score = 0;
  let answered = 0;
  for (const question of RELATION_QUESTIONS) {
    const answer = answers[question] ?? null;
    if (answer === null || !(answer >= LEAST_ANSWER && answer <= BEST_ANSWER)) continue;
    score += answer;
    answered++;
  }
  return { score: answered === RELATION_QUESTIONS.length ? score : null, answered };
}
