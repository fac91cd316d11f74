import fc from '../../support/fastCheck';
import {
  ANSWERS,
  checklistOf,
  GET_QUESTIONS,
  GO_QUESTIONS,
  QUESTIONS,
} from '../../../src/domain/deals/checklist';
import type { Answer, Answers } from '../../../src/domain/deals/checklist';
import { DEFAULT_THRESHOLDS } from '../../../src/domain/thresholds';

const all = (answer: Answer): Answers =>
  Object.fromEntries(QUESTIONS.map((question) => [question, answer])) as Answers;
const probability = (answers: Answers) => checklistOf(answers, DEFAULT_THRESHOLDS)?.probability;

describe('the checklist', () => {
  test('gives 0.855 with every answer confirmed and 0.01 with none', () => {
    expect(probability(all(2))).toBeCloseTo(0.855, 12);
    expect(probability(all(0))).toBeCloseTo(0.01, 12);
  });

  test('gives 0.4671 with ΣGo 6 and ΣGet 8', () => {
    const answers: Answers = { ...all(1), need: 2, budget: 2, contact: 2, committee: 2 };
    const checklist = checklistOf(answers, DEFAULT_THRESHOLDS);
    expect(checklist).toMatchObject({ go: 6, get: 8, isBudgetGated: false, isContactGated: false });
    expect(checklist?.probability).toBeCloseTo(0.4671, 4);
  });

  test('says nothing without a single answer', () => {
    expect(checklistOf({}, DEFAULT_THRESHOLDS)).toBeNull();
  });

  test('holds a purchase without a budget under 30 %, and a deal without contact under 40 % of its purchase', () => {
    expect(probability({ ...all(2), budget: 0 })).toBeCloseTo(0.3 * 0.9, 12);
    expect(probability({ ...all(2), contact: 0 })).toBeCloseTo(0.95 * 0.4, 12);
  });

  test('takes an unanswered question for an unknown one: 0, with its gate', () => {
    const { budget, ...rest } = all(2);
    expect(budget).toBe(2);
    expect(probability(rest)).toBeCloseTo(0.3 * 0.9, 12);
  });

  test('never lowers the probability for a better answer, and stays within 0 … 1', () => {
    const answer = fc.constantFrom<Answer>(...ANSWERS);
    const answers = fc.record(
      Object.fromEntries(QUESTIONS.map((question) => [question, answer])) as Record<string, typeof answer>,
    );
    fc.assert(
      fc.property(answers, fc.constantFrom(...QUESTIONS), (given, question) => {
        const before = checklistOf(given as Answers, DEFAULT_THRESHOLDS)?.probability ?? NaN;
        const better = Math.min(2, ((given as Answers)[question] ?? 0) + 1) as Answer;
        const after = checklistOf({ ...given, [question]: better }, DEFAULT_THRESHOLDS)?.probability ?? NaN;
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(1);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('asks four questions about the purchase and six about us', () => {
    expect([GO_QUESTIONS.length, GET_QUESTIONS.length]).toEqual([4, 6]);
  });
});
