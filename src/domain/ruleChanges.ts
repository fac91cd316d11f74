import type { Rules } from './presets';
import { CHOICE_KEYS, THRESHOLD_KEYS } from './thresholds';
import type { ChoiceKey, Choices, ThresholdKey } from './thresholds';

/** One rule that differs between two sets of rules. */
export type RuleChange =
  | {
      readonly kind: 'threshold';
      readonly threshold: ThresholdKey;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'choice';
      readonly choice: ChoiceKey;
      readonly from: Choices[ChoiceKey];
      readonly to: Choices[ChoiceKey];
    }
  | { readonly kind: 'stages' };

/** What differs between two sets of rules, in the order of «Настройки». */
export function ruleChanges(before: Rules, after: Rules): readonly RuleChange[] {
  const choices = CHOICE_KEYS.filter((key) => before.choices[key] !== after.choices[key]).map(
    (key): RuleChange => ({ kind: 'choice', choice: key, from: before.choices[key], to: after.choices[key] }),
  );
  const thresholds = THRESHOLD_KEYS.filter((key) => before.thresholds[key] !== after.thresholds[key]).map(
    (key): RuleChange => ({
      kind: 'threshold',
      threshold: key,
      from: before.thresholds[key],
      to: after.thresholds[key],
    }),
  );
  const stages: readonly RuleChange[] =
    JSON.stringify(before.stages) === JSON.stringify(after.stages) ? [] : [{ kind: 'stages' }];
  return [...choices, ...thresholds, ...stages];
}
