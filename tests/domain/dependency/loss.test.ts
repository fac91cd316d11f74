import fc from '../../support/fastCheck';
import { lossOf } from '../../../src/domain/dependency/loss';
import { DEFAULT_THRESHOLDS } from '../../../src/domain/thresholds';
import { roubles } from '../../support/ledger';
import { salesOf, WORKED_EXAMPLE } from '../../support/reportContext';
import { analysed, sale } from './support';

const { clients } = analysed(salesOf(WORKED_EXAMPLE));
const lose = (...lost: number[]) => lossOf(clients, new Set(lost), DEFAULT_THRESHOLDS, 12);

describe('the loss of the largest client of the worked example', () => {
  const loss = lose(0);

  it('takes 42 % and leaves 5800', () => {
    expect(loss).toMatchObject({ lost: roubles(4200), share: 0.42, base: roubles(5800) });
  });

  it('makes the next client critical with 39.7 %, and two others large', () => {
    expect(loss.rest.slice(0, 4)).toEqual([
      { client: 1, share: 2300 / 5800, flag: 'critical' },
      { client: 2, share: 1100 / 5800, flag: 'large' },
      { client: 3, share: 900 / 5800, flag: 'large' },
      { client: 4, share: 600 / 5800, flag: 'large' },
    ]);
    expect(loss.top1).toBe(2300 / 5800);
    expect(loss.cr3).toBe(4300 / 5800);
  });

  it('is 350 a month to be replaced: 8.4 average clients of class B (600 and 400)', () => {
    expect(loss.monthly).toBe(350);
    expect(loss.averageB).toBe(8.4);
  });
});

it('changes nothing if nobody is lost', () => {
  expect(lose()).toMatchObject({ lost: 0, share: 0, base: roubles(10_000), top1: 0.42 });
  expect(lose().hhi).toBeCloseTo(2558.5, 9);
});

it('leaves nothing if everybody is', () => {
  expect(lose(0, 1, 2, 3, 4, 5, 6, 7, 8)).toMatchObject({
    share: 1,
    base: 0,
    top1: null,
    cr3: null,
    hhi: null,
    rest: [],
  });
});

it('of a client with more returns than sales loses nothing', () => {
  expect(lose(10)).toEqual(lose());
});

it('says nothing of months without dates, nor of class B without one', () => {
  const one = analysed([sale('А', 5)]);
  const loss = lossOf(one.clients, new Set([0]), DEFAULT_THRESHOLDS, null);
  expect(loss).toMatchObject({ monthly: null, averageB: null });
});

test('what is lost and what is left make the whole, and the new shares are one whole', () => {
  const positions = fc.subarray([...clients.keys()]);
  fc.assert(
    fc.property(positions, (lost) => {
      const { lost: gone, base, rest } = lose(...lost);
      expect(gone + base).toBe(roubles(10_000));
      const shares = rest.reduce((total, { share }) => total + share, 0);
      expect(shares).toBeCloseTo(base > 0 ? 1 : 0, 12);
      for (const { client, share } of rest) expect(share).toBeGreaterThanOrEqual(clients[client]?.share ?? 1);
    }),
  );
});
