import type { Entries } from '../entries';
import type { SalesFrame } from '../frame';
import type { Steps } from '../shared/steps';
import type { Segments } from './types';

/** Segments the base: classes by potential, movement, regularity (method.md §2). */
export function* segmentsOf(frame: SalesFrame, _entries: Entries): Steps<Segments> {
  yield 0;
  const { classA, classB } = frame.settings.thresholds;
  return {
    model: 'volume',
    bounds: { a: classA, b: classB },
    clients: frame.clients.map(({ revenue, volumeClass }) => ({
      potential: null,
      annualRevenue: revenue,
      budgetShare: null,
      isUnderstated: false,
      headroom: null,
      buysMuch: volumeClass === 'A',
      canBuyMore: null,
      letter: null,
      override: null,
      effective: volumeClass,
      hasHeadroomNote: false,
      classBefore: null,
      xyz: null,
      rfm: null,
    })),
    prospects: [],
    askFirst: [],
    movement: null,
  };
}
