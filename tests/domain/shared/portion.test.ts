import fc from '../../support/fastCheck';
import { MONEY_LIMIT, units } from '../../../src/domain/shared/money';
import { portionAtLeast, portionAtMost } from '../../../src/domain/shared/portion';

describe('a portion of money', () => {
  it('is exact where the product is whole', () => {
    expect(portionAtLeast(units(10_000), 0.8)).toBe(8000);
    expect(portionAtMost(units(10_000), 0.8)).toBe(8000);
  });

  it('lies on the right side of the threshold where it is not', () => {
    expect(portionAtLeast(units(10_001), 0.8)).toBe(8001);
    expect(portionAtMost(units(10_001), 0.2)).toBe(2000);
  });

  it('stays exact beyond 2^53, where 0.1 of the whole in doubles is off', () => {
    const whole = units(MONEY_LIMIT);
    expect(portionAtLeast(whole, 0.95)).toBe(Number((BigInt(MONEY_LIMIT) * 95n + 99n) / 100n));
  });

  it('brackets the threshold for every whole and every hundredth of a percent', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 10_000 }), (whole, tenThousandths) => {
        const least = BigInt(portionAtLeast(units(whole), tenThousandths / 10_000)) * 10_000n;
        const most = BigInt(portionAtMost(units(whole), tenThousandths / 10_000)) * 10_000n;
        const threshold = BigInt(whole) * BigInt(tenThousandths);
        expect(least >= threshold && least - 10_000n < threshold).toBe(true);
        expect(most <= threshold && most + 10_000n > threshold).toBe(true);
      }),
    );
  });
});
