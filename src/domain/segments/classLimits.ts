import type { Choices, Thresholds } from '../thresholds';
import type { Money } from '../shared/money';
import { units } from '../shared/money';
import { portionAtLeast } from '../shared/portion';
import { curvePoints } from './curvePoints';

/**
 * The bounds of the classes in money, exact: a client with less than `a` accumulated before it is A, with less than
 * `b` it is B. Clients of A with less than `core` before them are its core; zero switches that band off.
 */
export interface ClassLimits {
  readonly core: Money;
  readonly a: Money;
  readonly b: Money;
  /** What the revenue curve itself says, also where own numbers are in force. */
  readonly curve: CurveLimits;
}

/** Bounds computed from the revenue curve, in money. */
export interface CurveLimits {
  readonly a: Money;
  readonly b: Money;
}

/**
 * The class bounds in force (method.md §2): the settings' own shares of the base, or those computed from the revenue
 * curve. `descending` are the positive net revenues, largest first; `base` is their exact sum.
 */
export function classLimits(
  descending: Float64Array,
  base: Money,
  thresholds: Pick<Thresholds, 'classA' | 'classB' | 'classCore'>,
  bounds: Choices['bounds'],
): ClassLimits {
  const own = ownLimits(base, thresholds);
  const curve = curveLimits(descending, base);
  return bounds === 'fixed' ? { ...own, curve } : { ...own, ...curve, curve };
}

/** Own numbers as money: with a base of 10,000 and 80/95 % the bounds are 8000 and 9500. */
export function ownLimits(
  base: Money,
  thresholds: Pick<Thresholds, 'classA' | 'classB' | 'classCore'>,
): Omit<ClassLimits, 'curve'> {
  return {
    core: portionAtLeast(base, thresholds.classCore),
    a: portionAtLeast(base, thresholds.classA),
    b: portionAtLeast(base, thresholds.classB),
  };
}

/** The money accumulated at the two points of the curve that part A from B and B from C. */
export function curveLimits(descending: Float64Array, base: Money): CurveLimits {
  const { lastA, lastB } = curvePoints(descending, base);
  let accumulated = 0;
  let a = 0;
  let b = 0;
  descending.subarray(0, lastB).forEach((revenue, position) => {
    accumulated += revenue;
    if (position + 1 === lastA) a = accumulated;
    b = accumulated;
  });
  return { a: units(a), b: units(b) };
}
