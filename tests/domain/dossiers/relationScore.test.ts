import { relationScore } from '../../../src/domain/dossiers/relationScore';
import type { RelationAnswers } from '../../../src/domain/dossiers/relationScore';

const answers = (...given: readonly (number | null)[]): RelationAnswers => {
  const [trust = null, access = null, information = null, breadth = null, jointWork = null, loyalty = null] =
    given;
  return { trust, access, information, breadth, jointWork, loyalty };
};

test.each([
  ['the worst', answers(1, 1, 1, 1, 1, 1), { score: 6, answered: 6 }],
  ['the best', answers(4, 4, 4, 4, 4, 4), { score: 24, answered: 6 }],
  ['one by one', answers(1, 2, 3, 4, 4, 4), { score: 18, answered: 6 }],
  ['five of six', answers(4, 4, 4, 4, 4), { score: null, answered: 5 }],
  ['nothing answered', {}, { score: null, answered: 0 }],
  ['numbers that are no answers', answers(0, 5, -1, NaN, 2, 3), { score: null, answered: 2 }],
])('the score of the relationship: %s', (_words, given, expected) => {
  expect(relationScore(given)).toEqual(expected);
});
