import { isProbability } from '../domain/parseSettings';
import type { StageRule } from '../domain/settings';
import type { CellValue } from '../domain/shared/grid';
import { collapseSpaces, foldText } from '../domain/shared/text';
import { CHOICES } from '../domain/thresholds';
import { presetStages } from '../i18n/stages';
import { translator } from '../i18n/translate';

/** A row of the stage table on «Настройки» that cannot be used as it stands. */
export interface StageNote {
  readonly kind: 'stage';
  readonly stage: string;
  /** `unknown`: no probability, and none known from before either; the row is left out. */
  readonly problem: 'probability' | 'unknown' | 'repeated';
  /** The probability used instead, 0 … 1; null where the row is left out. */
  readonly used: number | null;
}

/**
 * The stages that people typed: rows without a name do not count. Null, which takes the preset, where nothing stands or
 * exactly what a preset stands for, so that another choice of preset or another language brings its own names.
 * `before` holds the stages in force until now: an unusable probability keeps the one it had.
 */
export function typedStages(
  names: readonly CellValue[],
  probabilities: readonly CellValue[],
  before: readonly StageRule[] | null,
): { readonly stages: readonly StageRule[] | null; readonly notes: readonly StageNote[] } {
  const known = knownProbabilities(before);
  const stages = new Map<string, StageRule>();
  const notes: StageNote[] = [];
  names.forEach((cell, row) => {
    const name = collapseSpaces(String(cell));
    const folded = foldText(name);
    if (folded === '') return;
    const probability = probabilities[row];
    const used = isProbability(probability) ? probability : (known.get(folded) ?? null);
    if (stages.has(folded)) {
      notes.push({ kind: 'stage', stage: name, problem: 'repeated', used: null });
      return;
    }
    if (!isProbability(probability)) {
      notes.push({ kind: 'stage', stage: name, problem: used === null ? 'unknown' : 'probability', used });
    }
    if (used !== null) stages.set(folded, { name, probability: used });
  });
  const typed = [...stages.values()];
  return { stages: typed.length === 0 || isPreset(typed) ? null : typed, notes };
}

function knownProbabilities(before: readonly StageRule[] | null): ReadonlyMap<string, number> {
  const known = [...allPresets().flat(), ...(before ?? [])];
  return new Map(known.map(({ name, probability }) => [foldText(name), probability]));
}

function isPreset(stages: readonly StageRule[]): boolean {
  const wanted = signature(stages);
  return allPresets().some((preset) => signature(preset) === wanted);
}

/** The presets in both languages. */
function allPresets(): readonly (readonly StageRule[])[] {
  return (['ru', 'en'] as const).flatMap((language) =>
    CHOICES.stages.map((preset) => presetStages(preset, translator(language))),
  );
}

function signature(stages: readonly StageRule[]): string {
  return JSON.stringify(stages.map(({ name, probability }) => [foldText(name), probability]));
}
