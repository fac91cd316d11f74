import { readFileSync } from 'node:fs';
import { concentrationRatio, leastClientsGiving } from '../../../src/domain/dependency/concentrationRatio';
import { gini } from '../../../src/domain/dependency/gini';
import { effectiveClients, herfindahl } from '../../../src/domain/dependency/herfindahl';
import { units } from '../../../src/domain/shared/money';
import { describeWithShared } from '../../support/capabilities';

const sharesOf = (values: readonly number[]) => {
  const total = values.reduce((a, b) => a + b, 0);
  return values.map((value) => value / total);
};

describe('the Herfindahl–Hirschman index', () => {
  it('is 10,000 for one client and 2500 for four equal ones', () => {
    expect(herfindahl([1])).toBe(10_000);
    expect(herfindahl([0.25, 0.25, 0.25, 0.25])).toBe(2500);
    expect(effectiveClients(2500)).toBe(4);
  });

  it('is 2600 in the textbook example of 30, 30, 20 and 20 %', () => {
    expect(herfindahl([0.3, 0.3, 0.2, 0.2])).toBeCloseTo(2600, 9);
  });
});

describe('the Gini coefficient', () => {
  it('is 0.3 for 20, 50, 20, 10, in whatever order', () => {
    expect(gini(Float64Array.of(20, 50, 20, 10))).toBeCloseTo(0.3, 12);
    expect(gini(Float64Array.of(10, 20, 20, 50))).toBeCloseTo(0.3, 12);
  });

  it('is zero, never below, where all are equal', () => {
    for (let count = 2; count < 200; count++)
      expect(gini(new Float64Array(count).fill(0.1))).toBeCloseTo(0, 12);
    expect(gini(new Float64Array(49).fill(3))).toBeGreaterThanOrEqual(0);
  });

  it('says nothing about one client', () => {
    expect(gini(Float64Array.of(5))).toBeNull();
  });
});

describe('the concentration ratio', () => {
  const revenues = Float64Array.of(42, 23, 11, 9, 15);

  it('adds the n largest', () => {
    expect([1, 2, 3].map((n) => concentrationRatio(revenues, units(100), n))).toEqual([0.42, 0.65, 0.76]);
  });

  it('is everything with fewer clients than n', () => {
    expect(concentrationRatio(revenues, units(100), 10)).toBe(1);
  });
});

test('the least number of clients giving a part counts the one that reaches it exactly', () => {
  expect(leastClientsGiving(Float64Array.of(50, 30, 20), units(100), 0.8)).toBe(2);
  expect(leastClientsGiving(Float64Array.of(50, 29, 21), units(100), 0.8)).toBe(3);
  expect(leastClientsGiving(Float64Array.of(100), units(100), 0.8)).toBe(1);
});

interface Published {
  readonly hhi: readonly {
    readonly source: string;
    readonly shares_percent?: readonly number[];
    readonly values?: readonly number[];
    readonly HHI_points?: number;
    readonly HHI_0_1?: number;
    readonly equivalent_number?: number;
    readonly CR4_percent?: number;
  }[];
  readonly gini: readonly {
    readonly source: string;
    readonly values?: readonly number[];
    readonly gini: number;
    readonly herfindahl?: number;
  }[];
}

describeWithShared('examples published by others', 'oracles/published_results.json', (file) => {
  const published = () => JSON.parse(readFileSync(file, 'utf8')) as Published;

  it('give the same HHI, effective number and CR4', () => {
    expect(published().hhi.length).toBeGreaterThan(5);
    for (const example of published().hhi) {
      const values = example.shares_percent ?? example.values ?? [];
      const hhi = herfindahl(sharesOf(values));
      if (example.HHI_points !== undefined) expect(hhi).toBeCloseTo(example.HHI_points, 6);
      if (example.HHI_0_1 !== undefined) expect(hhi / 10_000).toBeCloseTo(example.HHI_0_1, 3);
      if (example.equivalent_number !== undefined) {
        expect(effectiveClients(hhi)).toBeCloseTo(example.equivalent_number, 2);
      }
      if (example.CR4_percent !== undefined) {
        expect(concentrationRatio(Float64Array.from(values), units(100), 4)).toBeCloseTo(
          example.CR4_percent / 100,
          12,
        );
      }
    }
  });

  it('give the same Gini', () => {
    const withValues = published().gini.filter((example) => example.values);
    expect(withValues.length).toBeGreaterThan(2);
    for (const { values = [], gini: expected, herfindahl: hhi } of withValues) {
      expect(Math.abs((gini(Float64Array.from(values)) ?? NaN) - expected)).toBeLessThan(5e-5);
      if (hhi !== undefined) expect(herfindahl(sharesOf(values)) / 10_000).toBeCloseTo(hhi, 6);
    }
  });
});
