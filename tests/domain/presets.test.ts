import fc from '../support/fastCheck';
import { PRESETS, withPreset } from '../../src/domain/presets';
import type { Rules } from '../../src/domain/presets';
import { ruleChanges } from '../../src/domain/ruleChanges';
import { isWithinLimits } from '../../src/domain/thresholdLimits';
import {
  DEFAULT_CHOICES,
  DEFAULT_THRESHOLDS,
  RISING_THRESHOLDS,
  THRESHOLD_KEYS,
  THRESHOLDS,
} from '../../src/domain/thresholds';

const DEFAULTS: Rules = { thresholds: DEFAULT_THRESHOLDS, choices: DEFAULT_CHOICES, stages: null };

describe.each(PRESETS)('the preset %s', (preset) => {
  const rules = withPreset(DEFAULTS, preset);

  it('sets values within their limits, in rising order', () => {
    expect(THRESHOLD_KEYS.filter((key) => !isWithinLimits(key, rules.thresholds[key]))).toEqual([]);
    for (const group of RISING_THRESHOLDS) {
      const values = group.map((key) => rules.thresholds[key]);
      expect([...values].sort((a, b) => a - b)).toEqual(values);
    }
  });

  it('leaves what is not its own: thresholds set by hand, and stages', () => {
    const own: Rules = {
      thresholds: { ...DEFAULT_THRESHOLDS, classA: 0.7 },
      choices: { ...DEFAULT_CHOICES, much: 'mean' },
      stages: [{ name: 'Тендер', probability: 0.3 }],
    };
    const after = withPreset(own, preset);
    expect(after.thresholds.classA).toBe(0.7);
    expect(after.choices.much).toBe('mean');
    expect(after.stages).toEqual(own.stages);
  });

  it('never sets aside a norm about dependency that comes from the books', () => {
    const changed = ruleChanges(DEFAULTS, rules);
    for (const change of changed) {
      if (change.kind === 'threshold') expect(THRESHOLDS[change.threshold].section).not.toBe('dependency');
    }
  });
});

test('the last preset counts: one undoes another', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PRESETS), { minLength: 1 }), (presets) => {
      const after = presets.reduce(withPreset, DEFAULTS);
      const last = presets[presets.length - 1] ?? 'general';
      expect(after).toEqual(withPreset(DEFAULTS, last));
    }),
  );
});

test('distribution judges silence by weeks, project sales by a year', () => {
  expect(withPreset(DEFAULTS, 'distribution').choices.salesType).toBe('transactional');
  expect(withPreset(DEFAULTS, 'distribution').thresholds.lostDays).toBe(60);
  expect(withPreset(DEFAULTS, 'project').choices.salesType).toBe('project');
  expect(withPreset(DEFAULTS, 'project').thresholds.lostDays).toBe(365);
  expect(withPreset(DEFAULTS, 'general')).toEqual(DEFAULTS);
});

test('changes are told in the order of «Настройки», and none where nothing differs', () => {
  expect(ruleChanges(DEFAULTS, DEFAULTS)).toEqual([]);
  const after: Rules = {
    thresholds: { ...DEFAULT_THRESHOLDS, lostDays: 60, classA: 0.7 },
    choices: { ...DEFAULT_CHOICES, much: 'mean' },
    stages: [{ name: 'Тендер', probability: 0.3 }],
  };
  expect(ruleChanges(DEFAULTS, after)).toEqual([
    { kind: 'choice', choice: 'much', from: 'volumeA', to: 'mean' },
    { kind: 'threshold', threshold: 'classA', from: 0.8, to: 0.7 },
    { kind: 'threshold', threshold: 'lostDays', from: 90, to: 60 },
    { kind: 'stages' },
  ]);
});
