import { COLUMN_ROLES } from './sales/types';
import { DEFAULT_SETTINGS, SETTINGS_VERSION } from './settings';
import type { PeriodChoice, Settings, StageRule } from './settings';
import { serialFromIso } from './shared/dates';
import { foldText } from './shared/text';
import { isWithinLimits } from './thresholdLimits';
import { CHOICE_KEYS, CHOICES, THRESHOLD_KEYS } from './thresholds';
import type { ChoiceKey, Choices } from './thresholds';
import { withThresholds } from './typedThresholds';

/** Most stages of a deal: rows of the table on «Настройки». */
export const MOST_STAGES = 15;

/** Settings from what was stored, field by field: whatever is absent or makes no sense takes its default. */
export function parseSettings(stored: unknown): Settings {
  if (!isRecord(stored) || typeof stored.version !== 'number' || stored.version > SETTINGS_VERSION) {
    return DEFAULT_SETTINGS;
  }
  const thresholds = isRecord(stored.thresholds) ? stored.thresholds : {};
  const fromStore = new Map(
    THRESHOLD_KEYS.flatMap((key) =>
      isWithinLimits(key, thresholds[key]) ? [[key, thresholds[key]] as const] : [],
    ),
  );
  return {
    version: SETTINGS_VERSION,
    language: oneOf(stored.language, ['ru', 'en'] as const),
    period: parsePeriod(stored.period),
    asOf: isIsoDate(stored.asOf) ? stored.asOf : null,
    thresholds: withThresholds(DEFAULT_SETTINGS.thresholds, fromStore).thresholds,
    choices: parseChoices(stored.choices),
    stages: parseStages(stored.stages),
    potentialSource: textOrNull(stored.potentialSource),
    mustListSource: textOrNull(stored.mustListSource),
    dealsSource: textOrNull(stored.dealsSource),
    isAnonymous: stored.isAnonymous === true,
    columns: Object.fromEntries(textEntries(stored.columns).filter(([role]) => ROLES.has(role))),
    dateOrder: oneOf(stored.dateOrder, ['dmy', 'mdy'] as const),
    decimalSeparator: oneOf(stored.decimalSeparator, [',', '.'] as const),
    damagedNumbers: oneOf(stored.damagedNumbers, ['leaveOut', 'grouped', 'decimal'] as const),
    nameLookup: oneOf(stored.nameLookup, ['use', 'ignore'] as const),
    aliases: Object.fromEntries(textEntries(stored.aliases)) as Settings['aliases'],
    distinct: textPairs(stored.distinct) as Settings['distinct'],
    holdings: Object.fromEntries(textEntries(stored.holdings)) as Settings['holdings'],
  };
}

const ROLES: ReadonlySet<string> = new Set(COLUMN_ROLES);

/** Whether a value is one of those a choice offers. */
export function isChoice<Key extends ChoiceKey>(key: Key, value: unknown): value is Choices[Key] {
  const values: readonly unknown[] = CHOICES[key];
  return values.includes(value);
}

function parseChoices(stored: unknown): Choices {
  if (!isRecord(stored)) return DEFAULT_SETTINGS.choices;
  const usable = CHOICE_KEYS.filter((key) => isChoice(key, stored[key]));
  return { ...DEFAULT_SETTINGS.choices, ...Object.fromEntries(usable.map((key) => [key, stored[key]])) };
}

/** Stages with a name of their own and a probability; null, which takes the preset, if none is left. */
export function parseStages(stored: unknown): readonly StageRule[] | null {
  if (!Array.isArray(stored)) return null;
  const stages = new Map<string, StageRule>();
  for (const stage of stored as readonly unknown[]) {
    if (!isRecord(stage)) continue;
    const { name, probability } = stage;
    if (typeof name !== 'string' || !isProbability(probability)) continue;
    const folded = foldText(name);
    if (folded !== '' && !stages.has(folded)) stages.set(folded, { name, probability });
  }
  return stages.size === 0 ? null : [...stages.values()].slice(0, MOST_STAGES);
}

/** Whether a value is a probability, 0 … 1. */
export function isProbability(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function parsePeriod(stored: unknown): PeriodChoice {
  if (isRecord(stored) && isIsoDate(stored.from) && isIsoDate(stored.to) && stored.from <= stored.to) {
    return { from: stored.from, to: stored.to };
  }
  return oneOf(stored, ['last12', 'all'] as const) ?? DEFAULT_SETTINGS.period;
}

function isIsoDate(value: unknown): value is string {
  return typeof value === 'string' && serialFromIso(value) !== null;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[]): T | null {
  return allowed.find((candidate) => candidate === value) ?? null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function textEntries(value: unknown): [string, string][] {
  if (!isRecord(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function textPairs(value: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (pair): pair is [string, string] =>
      Array.isArray(pair) && pair.length === 2 && pair.every((key) => typeof key === 'string'),
  );
}

/** Whether a parsed value is an object with keys, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
