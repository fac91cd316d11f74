import fc from '../../support/fastCheck';
import { bridgeOf, bridgePartOf } from '../../../src/domain/health/bridge';
import type { BridgeClient } from '../../../src/domain/health/bridge';
import { retentionOf } from '../../../src/domain/health/retention';
import { BRIDGE_PARTS } from '../../../src/domain/health/types';
import { complete } from '../../../src/domain/shared/steps';

const retention = (before: readonly number[], now: readonly number[]) =>
  complete(retentionOf(Float64Array.from(before), Float64Array.from(now)));

describe('retention', () => {
  it('gives the worked example of method.md §9', () => {
    const { nrr, grr, logo, clients, kept } = retention([100, 200, 50, 0], [130, 150, 0, 80]);
    expect([nrr, grr, logo].map((ratio) => Number(ratio?.toFixed(3)))).toEqual([0.8, 0.714, 0.667]);
    expect([clients, kept]).toEqual([3, 2]);
  });

  it('counts a negative net revenue now as nothing, and leaves out clients without revenue before', () => {
    expect(retention([100, -50], [-30, 70])).toMatchObject({ nrr: 0, grr: 0, logo: 0, clients: 1 });
  });

  it('is unknown when nobody bought before', () => {
    expect(retention([0, -5], [10, 20])).toMatchObject({ nrr: null, grr: null, logo: null });
  });

  const money = fc.integer({ min: -1_000_000, max: 1_000_000 });
  it('has GRR ≤ 1 and GRR ≤ NRR, and logos within 0 … 1', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(money, money), { minLength: 1 }), (clients) => {
        const { nrr, grr, logo } = retention(
          clients.map(([before]) => before),
          clients.map(([, now]) => now),
        );
        if (nrr === null || grr === null || logo === null) return clients.every(([before]) => before <= 0);
        return grr <= 1 && grr >= 0 && nrr >= grr && logo >= 0 && logo <= 1;
      }),
    );
  });
});

describe('the growth bridge', () => {
  const client = (before: number, now: number, changes: Partial<BridgeClient> = {}): BridgeClient => ({
    before,
    now,
    isNew: false,
    boughtEver: true,
    boughtBefore: true,
    ...changes,
  });
  const back = { boughtBefore: false };
  const fresh = { isNew: true, boughtEver: false, boughtBefore: false };

  test.each([
    ['a first purchase', client(0, 80, fresh), 'new'],
    ['a first purchase, all returned', client(0, 0, fresh), null],
    ['bought earlier, not in the period before, and again', client(0, 80, back), 'reactivated'],
    ['more than before', client(100, 130), 'expansion'],
    ['as much as before', client(100, 100), null],
    ['less than before', client(200, 150), 'contraction'],
    ['nothing any more', client(50, 0), 'lost'],
    ['nothing but returns now', client(50, -20), 'lost'],
    [
      'returns of purchases before the file',
      client(0, -20, { boughtEver: false, boughtBefore: false }),
      'contraction',
    ],
    ['fewer returns than before', client(-30, 0, { boughtEver: false, boughtBefore: false }), 'expansion'],
    ['bought and returned all before, buys now', client(0, 40), 'expansion'],
    ['more returned than bought in its first period', client(0, -5, fresh), 'contraction'],
  ])('%s', (_, { ...facts }, part) => {
    expect(bridgePartOf(facts)).toBe(part);
  });

  it('carries the whole change of a client to one part', () => {
    const clients = [client(100, 130), client(200, 150), client(50, -20), client(0, 80, fresh)];
    const bridge = complete(bridgeOf(clients.length, (i) => clients[i] ?? client(0, 0)));
    expect(bridge).toMatchObject({
      before: 350,
      new: 80,
      reactivated: 0,
      expansion: 30,
      contraction: -50,
      lost: -70,
      now: 340,
      delta: -10,
      clients: { new: 1, reactivated: 0, expansion: 1, contraction: 1, lost: 1 },
    });
  });

  const limit = Math.floor(Number.MAX_SAFE_INTEGER / 100);
  const anyClient = fc.record({
    before: fc.integer({ min: -limit, max: limit }),
    now: fc.integer({ min: -limit, max: limit }),
    isNew: fc.boolean(),
    boughtEver: fc.boolean(),
    boughtBefore: fc.boolean(),
  });
  it('adds up exactly, with gains ≥ 0 and losses ≤ 0', () => {
    fc.assert(
      fc.property(fc.array(anyClient, { maxLength: 40 }), (clients) => {
        const bridge = complete(bridgeOf(clients.length, (i) => clients[i] ?? client(0, 0)));
        const parts = BRIDGE_PARTS.reduce((total, part) => total + bridge[part], 0);
        expect(parts).toBe(bridge.delta);
        expect(bridge.before + parts).toBe(bridge.now);
        expect(Math.min(bridge.new, bridge.reactivated, bridge.expansion)).toBeGreaterThanOrEqual(0);
        expect(Math.max(bridge.contraction, bridge.lost)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
