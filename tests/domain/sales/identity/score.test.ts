import { proposeMerges } from '../../../../src/domain/sales/similarClients';
import { complete } from '../../../../src/domain/shared/steps';
import { clientsLedger } from './clientsLedger';
import { labelledPairs } from './pairs';
import type { LabelledPair } from './pairs';

/** Issue 3. */
const FEWEST_PAIRS = 2000;
const LEAST_PRECISION = 0.95;
const LEAST_RECALL = 0.9;

type Answer = 'merged' | 'proposed' | 'apart';

function answerTo({ a, b }: LabelledPair): Answer {
  const ledger = clientsLedger([a, b]);
  if (ledger.clients.length === 1) return 'merged';
  return complete(proposeMerges(ledger, { aliases: {}, distinct: [] })).length > 0 ? 'proposed' : 'apart';
}

describe('pairs of names whose truth is known', () => {
  const pairs = labelledPairs(2026);
  const answers = pairs.map((pair) => ({ ...pair, answer: answerTo(pair) }));
  type Answered = (typeof answers)[number];
  const count = (condition: (pair: Answered) => boolean) => answers.filter(condition).length;
  const of = (answer: Answer) => count((pair) => pair.answer === answer);
  const right = (answer: Answer) => count((pair) => pair.answer === answer && pair.same);
  const one = count(({ same }) => same);
  const found = right('merged') + right('proposed');

  test('are enough, of both sorts, and none twice', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(FEWEST_PAIRS);
    expect(one).toBeGreaterThan(pairs.length / 3);
    expect(one).toBeLessThan((pairs.length * 2) / 3);
    const distinct = new Set(pairs.map(({ a, b }) => `${a}\n${b}`));
    expect(distinct.size).toBeGreaterThanOrEqual(FEWEST_PAIRS);
  });

  test('are merged without asking only where they are one', () => {
    expect(answers.filter(({ answer, same }) => answer === 'merged' && !same)).toEqual([]);
    expect(of('merged')).toBeGreaterThan(0);
  });

  test('are proposed rightly, and nearly all of one client are found', () => {
    console.log(scoreOf());
    expect(right('proposed') / of('proposed')).toBeGreaterThanOrEqual(LEAST_PRECISION);
    expect(found / one).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  test.each([
    'numbers',
    'number of one',
    'persons with numbers',
    'initials',
    'initials swapped',
    'persons of one surname',
    'branch in a town',
    'another legal form',
  ])('are never proposed where they differ by %s', (kind) => {
    const wrong = answers.filter((pair) => pair.kind === kind && !pair.same && pair.answer !== 'apart');
    expect(wrong).toEqual([]);
  });

  function scoreOf(): string {
    const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
    const kinds = [...new Set(pairs.map(({ kind }) => kind))].map((kind) => {
      const those = answers.filter((pair) => pair.kind === kind);
      const tell = (answer: Answer) => `${answer} ${those.filter((pair) => pair.answer === answer).length}`;
      const title = `${those[0]?.same ? 'one client' : 'two clients'}, ${kind}`;
      return `  ${title}: ${those.length} – ${tell('merged')}, ${tell('proposed')}, ${tell('apart')}`;
    });
    return [
      `Client identity, ${pairs.length} labelled pairs:`,
      `  automatic merges ${of('merged')}, precision ${percent(right('merged'), of('merged'))}`,
      `  proposals ${of('proposed')}, precision ${percent(right('proposed'), of('proposed'))}`,
      `  recall of both ${percent(found, one)}`,
      ...kinds,
    ].join('\n');
  }
});
