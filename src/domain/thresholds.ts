/** What a threshold counts in. `share` is a fraction, `money` whole currency units, `times` a factor, `level` a plain number. */
export type ThresholdUnit = 'share' | 'points' | 'days' | 'months' | 'count' | 'money' | 'times' | 'level';

/** The part of the method a threshold belongs to, in the order of «Настройки». */
export const THRESHOLD_SECTIONS = [
  'classes',
  'potential',
  'regularity',
  'dependency',
  'keyClients',
  'health',
  'rhythm',
  'team',
  'deals',
  'dossiers',
] as const;
export type ThresholdSection = (typeof THRESHOLD_SECTIONS)[number];

/** Where a rule comes from (method.md): the books, common practice, or our own convention. */
export type ThresholdOrigin = 'seed' | 'field' | 'ours';

/** One threshold: its default, its unit, and where it comes from. */
export interface ThresholdRule {
  readonly value: number;
  readonly unit: ThresholdUnit;
  readonly section: ThresholdSection;
  readonly origin: ThresholdOrigin;
}

const rule = (
  value: number,
  unit: ThresholdUnit,
  section: ThresholdSection,
  origin: ThresholdOrigin,
): ThresholdRule => ({ value, unit, section, origin });

/**
 * Every number a user may disagree with (method.md). Each stands in a cell of its own on «Настройки», whose name in
 * formulas is `clientele_` + the key; what it decides is said there (`settings.<key>.meaning` in i18n).
 */
export const THRESHOLDS = {
  // §2: bounds of the share accumulated before a client
  classA: rule(0.8, 'share', 'classes', 'field'),
  classB: rule(0.95, 'share', 'classes', 'field'),
  /** Clients of A below this share are its core; 0 switches the fourth band off (preset 50/80/95). */
  classCore: rule(0, 'share', 'classes', 'field'),
  // §2: ABCD by potential
  budgetLimit: rule(0.5, 'share', 'potential', 'ours'),
  muchSum: rule(1_000_000, 'money', 'potential', 'ours'),
  muchTop: rule(20, 'count', 'potential', 'ours'),
  headroomNote: rule(0.05, 'share', 'potential', 'ours'),
  peersLeast: rule(8, 'count', 'potential', 'ours'),
  peersPercentile: rule(0.75, 'share', 'potential', 'ours'),
  // §2: XYZ and RFM
  xyzX: rule(0.5, 'level', 'regularity', 'field'),
  xyzY: rule(1, 'level', 'regularity', 'field'),
  xyzMonths: rule(6, 'months', 'regularity', 'ours'),
  xyzPurchases: rule(3, 'count', 'regularity', 'ours'),
  rfmLeast: rule(30, 'count', 'regularity', 'ours'),
  rfmQuintiles: rule(200, 'count', 'regularity', 'ours'),
  // §3
  flagLarge: rule(0.1, 'share', 'dependency', 'seed'),
  flagCritical: rule(0.2, 'share', 'dependency', 'seed'),
  flagMono: rule(0.5, 'share', 'dependency', 'seed'),
  massMultiple: rule(5, 'times', 'dependency', 'seed'),
  loyaltyPart: rule(0.5, 'share', 'dependency', 'seed'),
  hhiModerate: rule(1500, 'points', 'dependency', 'field'),
  hhiHigh: rule(2500, 'points', 'dependency', 'field'),
  keyShare: rule(0.1, 'share', 'keyClients', 'seed'),
  keysPerManager: rule(3, 'count', 'keyClients', 'seed'),
  // §6: norms
  secondNorm: rule(0.67, 'share', 'health', 'seed'),
  /** W of the control form of the ratio of second to first purchases. */
  secondWindow: rule(180, 'days', 'health', 'ours'),
  startMonths: rule(6, 'months', 'health', 'ours'),
  existingNorm: rule(0.8, 'share', 'health', 'seed'),
  reactivationTarget: rule(0.6, 'share', 'health', 'seed'),
  orderPeers: rule(0.75, 'share', 'health', 'ours'),
  // §6: status by the client's own rhythm
  rhythmDates: rule(3, 'count', 'rhythm', 'ours'),
  rhythmFloor: rule(14, 'days', 'rhythm', 'ours'),
  rhythmActive: rule(1.5, 'times', 'rhythm', 'ours'),
  rhythmCooling: rule(2, 'times', 'rhythm', 'ours'),
  rhythmSleeping: rule(3, 'times', 'rhythm', 'ours'),
  lostDays: rule(90, 'days', 'rhythm', 'ours'),
  newDays: rule(90, 'days', 'rhythm', 'ours'),
  transactionalActive: rule(45, 'days', 'rhythm', 'ours'),
  transactionalCooling: rule(60, 'days', 'rhythm', 'ours'),
  transactionalSleeping: rule(90, 'days', 'rhythm', 'ours'),
  mixedActive: rule(90, 'days', 'rhythm', 'ours'),
  mixedCooling: rule(120, 'days', 'rhythm', 'ours'),
  mixedSleeping: rule(180, 'days', 'rhythm', 'ours'),
  consultativeActive: rule(180, 'days', 'rhythm', 'ours'),
  consultativeCooling: rule(270, 'days', 'rhythm', 'ours'),
  consultativeSleeping: rule(365, 'days', 'rhythm', 'ours'),
  // §7
  transactionalDays: rule(31, 'days', 'team', 'ours'),
  mixedDays: rule(62, 'days', 'team', 'ours'),
  projectSingles: rule(0.7, 'share', 'team', 'ours'),
  portfolioPart: rule(0.6, 'share', 'team', 'ours'),
  teamMonths: rule(12, 'months', 'team', 'ours'),
  teamClients: rule(10, 'count', 'team', 'ours'),
  singleMonths: rule(24, 'months', 'team', 'ours'),
  routineTime: rule(0.2, 'share', 'team', 'seed'),
  routineManagers: rule(5, 'count', 'team', 'seed'),
  // §4
  goBase: rule(0.1, 'share', 'deals', 'ours'),
  goSpan: rule(0.85, 'share', 'deals', 'ours'),
  getBase: rule(0.1, 'share', 'deals', 'ours'),
  getSpan: rule(0.8, 'share', 'deals', 'ours'),
  budgetGate: rule(0.3, 'share', 'deals', 'ours'),
  contactGate: rule(0.4, 'share', 'deals', 'ours'),
  overdueFirst: rule(30, 'days', 'deals', 'ours'),
  overdueSecond: rule(60, 'days', 'deals', 'ours'),
  overdueThird: rule(90, 'days', 'deals', 'ours'),
  overdueFirstFactor: rule(0.75, 'share', 'deals', 'ours'),
  overdueSecondFactor: rule(0.5, 'share', 'deals', 'ours'),
  overdueThirdFactor: rule(0.25, 'share', 'deals', 'ours'),
  commit: rule(0.9, 'share', 'deals', 'field'),
  bestCase: rule(0.5, 'share', 'deals', 'field'),
  oneDealPart: rule(0.3, 'share', 'deals', 'ours'),
  fewDeals: rule(50, 'count', 'deals', 'field'),
  movedTimes: rule(3, 'count', 'deals', 'ours'),
  calibrationDeals: rule(20, 'count', 'deals', 'ours'),
  // §5
  freshDays: rule(90, 'days', 'dossiers', 'ours'),
  staleDays: rule(180, 'days', 'dossiers', 'ours'),
} as const satisfies Readonly<Record<string, ThresholdRule>>;

export type ThresholdKey = keyof typeof THRESHOLDS;

/** The thresholds in force. */
export type Thresholds = Readonly<Record<ThresholdKey, number>>;

/** Keys in the order of «Настройки». */
export const THRESHOLD_KEYS = Object.keys(THRESHOLDS) as ThresholdKey[];

/** The defaults of method.md. */
export const DEFAULT_THRESHOLDS: Thresholds = Object.fromEntries(
  THRESHOLD_KEYS.map((key) => [key, THRESHOLDS[key].value]),
) as Record<ThresholdKey, number>;

/** Thresholds that only make sense in rising order. */
export const RISING_THRESHOLDS: readonly (readonly ThresholdKey[])[] = [
  ['classCore', 'classA', 'classB'],
  ['flagLarge', 'flagCritical', 'flagMono'],
  ['hhiModerate', 'hhiHigh'],
  ['xyzX', 'xyzY'],
  ['rhythmActive', 'rhythmCooling', 'rhythmSleeping'],
  ['transactionalActive', 'transactionalCooling', 'transactionalSleeping'],
  ['mixedActive', 'mixedCooling', 'mixedSleeping'],
  ['consultativeActive', 'consultativeCooling', 'consultativeSleeping'],
  ['transactionalDays', 'mixedDays'],
  ['bestCase', 'commit'],
  ['overdueFirst', 'overdueSecond', 'overdueThird'],
  ['freshDays', 'staleDays'],
];

/**
 * Rules with several ways to apply them, each a drop-down on «Настройки» (named cell `clientele_` + key, holding the
 * words `choice.<key>.<value>` of i18n); the first value is the default.
 */
export const CHOICES = {
  /** Class bounds: own numbers, or computed from the revenue curve itself (Ultsch & Lötsch 2015). */
  bounds: ['fixed', 'curve'],
  /** When a client buys much: volume class A; revenue ≥ `muchSum`; ≥ the mean; among the `muchTop` largest. */
  much: ['volumeA', 'sum', 'mean', 'top'],
  /** What ABCD letters mean: volume × room to grow (ours), or budget × our share of it. */
  letters: ['growth', 'budget'],
  /** Type of sales: detected, or as the user confirms it (method.md §7). */
  salesType: ['auto', 'transactional', 'mixed', 'consultative', 'project'],
  /** Stage table that a fresh workbook starts with (method.md §4). */
  stages: ['b2b8', 'hubspot', 'salesforce', 'sugarcrm'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ChoiceKey = keyof typeof CHOICES;
export type Choices = { readonly [Key in ChoiceKey]: (typeof CHOICES)[Key][number] };

export const CHOICE_KEYS = Object.keys(CHOICES) as ChoiceKey[];

export const DEFAULT_CHOICES: Choices = {
  bounds: 'fixed',
  much: 'volumeA',
  letters: 'growth',
  salesType: 'auto',
  stages: 'b2b8',
};
