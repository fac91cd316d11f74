import type { Settings } from './settings';
import { DEFAULT_CHOICES, DEFAULT_THRESHOLDS } from './thresholds';
import type { Choices, Thresholds } from './thresholds';

/** Kinds of business that a set of rules fits; `general` is the defaults of method.md. */
export const PRESETS = ['general', 'distribution', 'project', 'services'] as const;
export type Preset = (typeof PRESETS)[number];

/** The part of the settings that can travel between workbooks: it names no client. */
export type Rules = Pick<Settings, 'thresholds' | 'choices' | 'stages'>;

interface Differences {
  readonly thresholds: Partial<Thresholds>;
  readonly choices: Partial<Choices>;
}

/** What each kind of business does otherwise than the defaults. All of it is our own convention, none the books'. */
const DIFFERENCES: Readonly<Record<Preset, Differences>> = {
  general: { thresholds: {}, choices: {} },
  /** Orders come weekly or more often: silence tells sooner, and the file need not be long. */
  distribution: {
    thresholds: { secondWindow: 90, startMonths: 3, rhythmFloor: 7, lostDays: 60, newDays: 60 },
    choices: { salesType: 'transactional' },
  },
  /** A client comes back after a year or not at all; dates of deals slip by months; the 67 % norm does not apply. */
  project: {
    thresholds: {
      secondWindow: 365,
      startMonths: 12,
      existingNorm: 0.5,
      lostDays: 365,
      newDays: 365,
      consultativeActive: 270,
      consultativeCooling: 365,
      consultativeSleeping: 730,
      overdueFirst: 60,
      overdueSecond: 120,
      overdueThird: 180,
    },
    choices: { salesType: 'project' },
  },
  /** Billed by the month under standing contracts: a month is the shortest rhythm, and most sales go to existing clients. */
  services: {
    thresholds: { secondWindow: 120, existingNorm: 0.9, rhythmFloor: 28 },
    choices: { salesType: 'mixed' },
  },
};

/**
 * Rules with a preset applied. A preset decides what any of the presets decides, so that one undoes another; whatever
 * else was set by hand stays.
 */
export function withPreset(rules: Rules, preset: Preset): Rules {
  const thresholds: Record<string, number> = { ...rules.thresholds };
  const choices: Record<string, string> = { ...rules.choices };
  for (const other of PRESETS) {
    const { thresholds: touched, choices: chosen } = DIFFERENCES[other];
    for (const key of Object.keys(touched) as (keyof Thresholds)[]) thresholds[key] = DEFAULT_THRESHOLDS[key];
    for (const key of Object.keys(chosen) as (keyof Choices)[]) choices[key] = DEFAULT_CHOICES[key];
  }
  return {
    thresholds: { ...thresholds, ...DIFFERENCES[preset].thresholds } as Thresholds,
    choices: { ...choices, ...DIFFERENCES[preset].choices } as Choices,
    stages: rules.stages,
  };
}
