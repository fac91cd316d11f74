import { COLUMN_ROLES } from '../domain/sales/types';
import { DEFAULT_SETTINGS, SETTINGS_VERSION } from '../domain/settings';
import type { PeriodChoice, Settings, Thresholds } from '../domain/settings';
import { isWithinLimits } from '../domain/thresholdLimits';
import { RISING_THRESHOLDS, THRESHOLD_KEYS } from '../domain/thresholds';
import type { ThresholdKey } from '../domain/thresholds';
import { serialFromIso } from '../domain/shared/dates';
import type { CellValue } from '../domain/shared/grid';
import type { Result } from '../domain/shared/result';
import { thresholdName } from '../reports/names';
import { ExcelRefusal } from './errors';
import { withExcel } from './run';
import type { ExcelTrouble } from './types';
import { WorkbookStore } from './workbookStore';

const SETTINGS_KEY = 'clientele.settings';

/** A threshold cell that cannot be used: not a number in its range, or out of order with its neighbours. */
export interface SettingNote {
  readonly threshold: ThresholdKey;
  readonly problem: 'notANumber' | 'outOfRange' | 'outOfOrder';
  /** The value used instead. */
  readonly used: number;
}

export interface LoadedSettings {
  readonly settings: Settings;
  readonly notes: readonly SettingNote[];
}

/** Settings kept in the workbook (defaults where absent or damaged), with thresholds as the named cells now say. */
export function loadSettings(): Promise<Result<LoadedSettings, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const cells = THRESHOLD_KEYS.map((threshold) => ({
      threshold,
      range: context.workbook.names
        .getItemOrNullObject(thresholdName(threshold))
        .getRangeOrNullObject()
        .load('values'),
    }));
    const stored = parseSettings((await WorkbookStore.load(context)).get(SETTINGS_KEY));
    const typed = new Map<ThresholdKey, CellValue>();
    for (const { threshold, range } of cells) {
      if (!range.isNullObject) typed.set(threshold, range.values[0]?.[0] ?? '');
    }
    const { thresholds, notes } = withTyped(stored.thresholds, typed);
    return { settings: { ...stored, thresholds }, notes };
  });
}

/** Keeps settings in the workbook and reads them back: a loss is reported at once, not at the next start (office-js #6091). */
export function saveSettings(settings: Settings): Promise<Result<void, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const kept = { ...settings, version: SETTINGS_VERSION };
    (await WorkbookStore.load(context)).keep(SETTINGS_KEY, kept);
    await context.sync();
    const readBack = (await WorkbookStore.load(context)).get(SETTINGS_KEY);
    if (JSON.stringify(readBack) !== JSON.stringify(kept)) {
      throw new ExcelRefusal('unexpected', null, `${SETTINGS_KEY} not kept`);
    }
  });
}

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
    thresholds: withTyped(DEFAULT_SETTINGS.thresholds, fromStore).thresholds,
    choices: DEFAULT_SETTINGS.choices,
    stages: null,
    potentialSource: null,
    mustListSource: null,
    dealsSource: null,
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

/** Thresholds with the typed ones where they can be used. A group out of order keeps its values as a whole. */
function withTyped(
  base: Thresholds,
  typed: ReadonlyMap<ThresholdKey, CellValue>,
): { readonly thresholds: Thresholds; readonly notes: readonly SettingNote[] } {
  const thresholds: Record<ThresholdKey, number> = { ...base };
  const notes: SettingNote[] = [];
  for (const [threshold, value] of typed) {
    if (isWithinLimits(threshold, value)) thresholds[threshold] = value;
    else {
      const problem = typeof value === 'number' ? 'outOfRange' : 'notANumber';
      notes.push({ threshold, problem, used: base[threshold] });
    }
  }
  for (const group of RISING_THRESHOLDS) {
    if (group.every((key, index) => index === 0 || thresholds[group[index - 1] ?? key] <= thresholds[key]))
      continue;
    for (const key of group) {
      if (thresholds[key] !== base[key])
        notes.push({ threshold: key, problem: 'outOfOrder', used: base[key] });
      thresholds[key] = base[key];
    }
  }
  return { thresholds, notes };
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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
