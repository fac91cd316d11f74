import { isChoice, isRecord, parseStages } from '../domain/parseSettings';
import type { Rules } from '../domain/presets';
import type { StageRule } from '../domain/settings';
import type { CellValue } from '../domain/shared/grid';
import { fail, ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import { CHOICE_KEYS, THRESHOLD_KEYS } from '../domain/thresholds';
import type { ChoiceKey, ThresholdKey } from '../domain/thresholds';
import { withThresholds } from '../domain/typedThresholds';

/** What marks a file as a profile of ours. */
const KIND = 'clientele-profile';

/** Version of the file's form. Raise it when a key changes its meaning. */
const PROFILE_VERSION = 1;

const PARTS: ReadonlySet<string> = new Set(['kind', 'version', 'thresholds', 'choices', 'stages']);

/** Why a text cannot be read as a profile at all. */
export type ProfileError =
  | { readonly code: 'notJson' }
  | { readonly code: 'notProfile' }
  | { readonly code: 'newer'; readonly version: number };

/** A profile as read over the rules in force. */
export interface ReadProfile {
  readonly rules: Rules;
  /** Keys that this version does not know, as paths: `thresholds.classE`. They are left out. */
  readonly unknown: readonly string[];
  /** Keys whose values cannot be used; the rules in force stay. */
  readonly unusable: readonly string[];
}

/**
 * The rules as a file that travels from workbook to workbook: thresholds, choices and stages, and nothing that names a
 * client. Sorted, so that two profiles can be compared line by line.
 */
export function profileText({ thresholds, choices, stages }: Rules): string {
  const profile = {
    kind: KIND,
    version: PROFILE_VERSION,
    choices: sorted(choices),
    stages: stages && stages.map(({ name, probability }) => ({ name, probability })),
    thresholds: sorted(thresholds),
  };
  return `${JSON.stringify(profile, null, 2)}\n`;
}

/** Reads a profile over the rules in force: what it does not say stays. */
export function readProfile(text: string, base: Rules): Result<ReadProfile, ProfileError> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const profile = parsed.value;
  if (!isRecord(profile) || profile.kind !== KIND || typeof profile.version !== 'number')
    return fail({ code: 'notProfile' });
  if (profile.version > PROFILE_VERSION) return fail({ code: 'newer', version: profile.version });

  const thresholds = readThresholds(profile.thresholds, base);
  const choices = readChoices(profile.choices, base);
  const stages = readStages(profile.stages, base);
  return ok({
    rules: { thresholds: thresholds.value, choices: choices.value, stages: stages.value },
    unknown: [
      ...Object.keys(profile).filter((key) => !PARTS.has(key)),
      ...thresholds.unknown,
      ...choices.unknown,
    ],
    unusable: [...thresholds.unusable, ...choices.unusable, ...stages.unusable],
  });
}

interface Part<Value> {
  readonly value: Value;
  readonly unknown: readonly string[];
  readonly unusable: readonly string[];
}

function readThresholds(given: unknown, base: Rules): Part<Rules['thresholds']> {
  if (given === undefined) return { value: base.thresholds, unknown: [], unusable: [] };
  if (!isRecord(given)) return { value: base.thresholds, unknown: [], unusable: ['thresholds'] };
  const { known, unknown } = parted(given, THRESHOLD_KEYS, 'thresholds');
  // Anything that is no number is no value of a cell either: withThresholds names it.
  const { thresholds, notes } = withThresholds(base.thresholds, known as Map<ThresholdKey, CellValue>);
  return {
    value: thresholds,
    unknown,
    unusable: [...new Set(notes.map(({ threshold }) => `thresholds.${threshold}`))],
  };
}

function readChoices(given: unknown, base: Rules): Part<Rules['choices']> {
  if (given === undefined) return { value: base.choices, unknown: [], unusable: [] };
  if (!isRecord(given)) return { value: base.choices, unknown: [], unusable: ['choices'] };
  const { known, unknown } = parted<ChoiceKey>(given, CHOICE_KEYS, 'choices');
  const usable = [...known].filter(([key, value]) => isChoice(key, value));
  const unusable = [...known].filter(([key, value]) => !isChoice(key, value));
  return {
    value: { ...base.choices, ...Object.fromEntries(usable) },
    unknown,
    unusable: unusable.map(([key]) => `choices.${key}`),
  };
}

function readStages(given: unknown, base: Rules): Part<readonly StageRule[] | null> {
  if (given === undefined) return { value: base.stages, unknown: [], unusable: [] };
  if (given === null) return { value: null, unknown: [], unusable: [] };
  const stages = parseStages(given);
  const isWhole = Array.isArray(given) && (stages?.length ?? 0) === given.length;
  return { value: stages ?? base.stages, unknown: [], unusable: isWhole ? [] : ['stages'] };
}

function parted<Key extends string>(
  given: Readonly<Record<string, unknown>>,
  keys: readonly Key[],
  part: string,
): { readonly known: ReadonlyMap<Key, unknown>; readonly unknown: readonly string[] } {
  const known = new Map<Key, unknown>();
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const key = keys.find((one) => one === name);
    if (key === undefined) unknown.push(`${part}.${name}`);
    else known.set(key, value);
  }
  return { known, unknown };
}

function parse(text: string): Result<unknown, ProfileError> {
  try {
    // A byte-order mark, as Notepad puts it, is no part of JSON.
    return ok(JSON.parse(text.replace(/^\ufeff/, '')) as unknown);
  } catch {
    return fail({ code: 'notJson' });
  }
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
