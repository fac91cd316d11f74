import fc from '../../../support/fastCheck';
import { followAliases } from '../../../../src/domain/sales/identity';
import {
  decide,
  decisionsIn,
  pairFromKey,
  pairId,
  pairKey,
} from '../../../../src/domain/sales/mergeDecisions';
import type { PairDecision, Verdict } from '../../../../src/domain/sales/mergeDecisions';
import type { ClientKey } from '../../../../src/domain/sales/types';

const key = (text: string) => text as ClientKey;

/** `а=б` takes б into а, `а≠б` tells them apart, `а?б` answers nothing. */
function decisions(...texts: readonly string[]): readonly PairDecision[] {
  const verdicts: Readonly<Record<string, Verdict>> = { '=': 'yes', '≠': 'no', '?': 'unclear' };
  return texts.map((text) => {
    const [into = '', sign = '', from = ''] = text.split(/([=≠?])/);
    return { into: key(into), from: key(from), verdict: verdicts[sign] ?? 'unclear', typed: sign };
  });
}

describe('answers about pairs', () => {
  test('join the second client to the first, chains to their head', () => {
    const { aliases, conflicting } = decide(decisions('а=б', 'б=в', 'г=д', 'е?ж'));
    expect(aliases).toEqual({ б: 'а', в: 'б', д: 'г' });
    expect(conflicting.size).toBe(0);
    expect(followAliases(key('в'), aliases)).toBe('а');
  });

  test('given in a circle or twice join all the same', () => {
    const { aliases } = decide(decisions('а=б', 'б=в', 'в=а', 'б=а'));
    expect(new Set(['а', 'б', 'в'].map((each) => followAliases(key(each), aliases)))).toEqual(new Set(['а']));
  });

  test('that contradict each other join nobody on the way, others beside it still', () => {
    const { aliases, distinct, conflicting } = decide(decisions('а=б', 'б=в', 'а≠в', 'в=г', 'д=е'));
    expect(aliases).toEqual({ г: 'в', е: 'д' });
    expect(distinct).toEqual([['а', 'в']]);
    expect([...conflicting].sort()).toEqual(
      [
        pairId({ into: key('а'), from: key('б') }),
        pairId({ into: key('б'), from: key('в') }),
        pairId({ into: key('а'), from: key('в') }),
      ].sort(),
    );
  });

  test('contradicted over several ways join on none of them', () => {
    const { aliases } = decide(decisions('а=б', 'б=в', 'а=г', 'г=в', 'а≠в'));
    expect(aliases).toEqual({});
  });

  test('kept in settings are the same answers again', () => {
    const first = decide(decisions('а=б', 'а=в', 'г≠д'));
    const again = decide(decisionsIn(first));
    expect(again).toEqual(first);
  });

  test('never join clients that were told apart, whatever was answered', () => {
    const letter = fc.constantFrom('а', 'б', 'в', 'г', 'д', 'е');
    const answer = fc.tuple(letter, fc.constantFrom('=', '=', '≠'), letter).filter(([a, , b]) => a !== b);
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 15 }), (answers) => {
        const { aliases, distinct } = decide(decisions(...answers.map((parts) => parts.join(''))));
        for (const [a, b] of distinct) expect(followAliases(a, aliases)).not.toBe(followAliases(b, aliases));
      }),
    );
  });
});

describe('the key of a pair', () => {
  test('names both clients, and is found whatever their order', () => {
    const pair = { into: key('ромашка ооо'), from: key('00-01/5') };
    expect(pairFromKey(pairKey(pair))).toEqual(pair);
    expect(pairId(pair)).toBe(pairId({ into: pair.from, from: pair.into }));
  });

  test.each(['', 'ромашка', ' // ', 'а // б // в', 'ромашка // '])('is no pair: %j', (text) => {
    expect(pairFromKey(text)).toBeNull();
  });
});
