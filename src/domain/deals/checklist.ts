import type { Thresholds } from '../thresholds';

/**
 * Questions of the checklist «Вероятность контракта» [ours] (method.md §4) in the order of their columns: first whether
 * the purchase takes place (Go), then whether we are chosen (Get).
 */
export const GO_QUESTIONS = ['need', 'budget', 'deadline', 'intent'] as const;
export const GET_QUESTIONS = ['contact', 'committee', 'advocate', 'criteria', 'rivals', 'terms'] as const;
export const QUESTIONS = [...GO_QUESTIONS, ...GET_QUESTIONS] as const;
export type Question = (typeof QUESTIONS)[number];

/** 0 no or unknown, 1 partly, 2 confirmed by a fact. */
export const ANSWERS = [0, 1, 2] as const;
export type Answer = (typeof ANSWERS)[number];

/** Answers by question; a question without one is unanswered. */
export type Answers = Readonly<Partial<Record<Question, Answer>>>;

/** What a question can bring at most. */
export const BEST_ANSWER = 2;

/** The checklist of one deal, counted. */
export interface Checklist {
  /** Sums of the answers, unanswered ones as 0. */
  readonly go: number;
  readonly get: number;
  /** The budget is not allocated, or nobody of ours speaks with the decision maker: the ceiling is in force. */
  readonly isBudgetGated: boolean;
  readonly isContactGated: boolean;
  /** P_go · P_get, 0 … 1. */
  readonly probability: number;
}

/**
 * Counts a checklist (method.md §4): `P_go = goBase + goSpan·ΣGo/8`, `P_get = getBase + getSpan·ΣGet/12`, each under its
 * gate. Null without a single answer. All answers 2 give 0.855; ΣGo 6 and ΣGet 8 give 0.4671; all 0 give 0.01.
 */
export function checklistOf(answers: Answers, limits: Thresholds): Checklist | null {
  if (QUESTIONS.every((question) => answers[question] === undefined)) return null;
  const sum = (questions: readonly Question[]): number =>
    questions.reduce((total, question) => total + (answers[question] ?? 0), 0);
  const go = sum(GO_QUESTIONS);
  const get = sum(GET_QUESTIONS);
  const isBudgetGated = !answers.budget;
  const isContactGated = !answers.contact;
  const goes = limits.goBase + (limits.goSpan * go) / (BEST_ANSWER * GO_QUESTIONS.length);
  const gets = limits.getBase + (limits.getSpan * get) / (BEST_ANSWER * GET_QUESTIONS.length);
  const probability =
    within01(isBudgetGated ? Math.min(goes, limits.budgetGate) : goes) *
    within01(isContactGated ? Math.min(gets, limits.contactGate) : gets);
  return { go, get, isBudgetGated, isContactGated, probability };
}

/** Bases and spans are settings: whatever a person types there, a probability stays one. */
function within01(probability: number): number {
  return Math.min(1, Math.max(0, probability));
}
