import fc from '../../support/fastCheck';
import { classLimits } from '../../../src/domain/segments/classLimits';
import { curvePoints } from '../../../src/domain/segments/curvePoints';
import { units } from '../../../src/domain/shared/money';
import { DEFAULT_THRESHOLDS } from '../../../src/domain/thresholds';
import { salesOf, WORKED_EXAMPLE } from '../../support/reportContext';
import { segmented } from '../../support/segments';

const pointsOf = (...revenues: number[]) =>
  curvePoints(Float64Array.from(revenues), units(revenues.reduce((a, b) => a + b, 0)));

describe('bounds computed from the curve (Ultsch & Lötsch 2015)', () => {
  it('lie at the Pareto point and at the submarginal point', () => {
    // (0.4, 0.7) is nearest to (0, 1), and 30 the last with the mean of 20; (0.6, 0.85) is nearest to (0.4, 1).
    expect(pointsOf(40, 30, 15, 10, 5)).toEqual({ lastA: 2, lastB: 3 });
  });

  it('take the break-even point for A where it lies further left', () => {
    // Mean 1111: two have it. (3/9, 0.76) is nearest to (0, 1); then (4/9, 0.85) is nearest to (3/9, 1).
    expect(pointsOf(4200, 2300, 1100, 900, 600, 400, 300, 150, 50)).toEqual({ lastA: 2, lastB: 4 });
  });

  it('put a single client into A, and equal ones too', () => {
    expect(pointsOf(7)).toEqual({ lastA: 1, lastB: 1 });
    const { analysis } = segmented(
      salesOf([
        ['А', 5],
        ['Б', 5],
        ['В', 5],
      ]),
      { choices: { bounds: 'curve' } },
    );
    expect(analysis.clients.map(({ volumeClass }) => volumeClass)).toEqual(['A', 'A', 'A']);
  });

  it('decide the classes of the worked example, and say their shares', () => {
    const { analysis } = segmented(salesOf(WORKED_EXAMPLE), { choices: { bounds: 'curve' } });
    expect(analysis.clients.map(({ volumeClass }) => volumeClass).join('')).toBe('AABBCCCCCDD');
    expect(analysis.segments.bounds).toEqual({ a: 0.65, b: 0.85 });
  });

  it('laws: the largest client is A, the bounds rise, and the scale of money does not matter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 40 }),
        (values) => {
          const descending = Float64Array.from(values).sort().reverse();
          const base = units(values.reduce((a, b) => a + b, 0));
          const limits = classLimits(descending, base, DEFAULT_THRESHOLDS, 'curve');
          expect(limits.a).toBeGreaterThan(0);
          expect(limits.b).toBeGreaterThanOrEqual(limits.a);
          expect(limits.b).toBeLessThanOrEqual(base);
          const thousandfold = descending.map((value) => value * 1000);
          expect(curvePoints(thousandfold, units(base * 1000))).toEqual(curvePoints(descending, base));
        },
      ),
    );
  });
});

test('a fourth band: clients of A below its bound are the core', () => {
  const core = (classCore: number) => {
    const { of } = segmented(salesOf(WORKED_EXAMPLE), { thresholds: { classCore } });
    return WORKED_EXAMPLE.map(([name]) => name).filter((name) => of(name).isCore);
  };
  expect(core(0.5)).toEqual(['C01', 'C02']);
  expect(core(0.42)).toEqual(['C01']);
  expect(core(0)).toEqual([]);
});
