import { stagePreset } from '../domain/deals/stagePresets';
import type { Settings, StageRule } from '../domain/settings';
import type { Choices } from '../domain/thresholds';
import type { Translate } from './translate';

/** The stages of a preset with their names in a language. */
export function presetStages(preset: Choices['stages'], t: Translate): readonly StageRule[] {
  return stagePreset(preset).map(({ key, probability }) => ({ name: t(`stage.${key}`), probability }));
}

/** The stages in force: as edited on «Настройки», else those of the chosen preset. */
export function stagesInForce(
  { stages, choices }: Pick<Settings, 'stages' | 'choices'>,
  t: Translate,
): readonly StageRule[] {
  return stages ?? presetStages(choices.stages, t);
}
