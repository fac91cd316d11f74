import { parseSettings } from '../domain/parseSettings';
import { SETTINGS_VERSION } from '../domain/settings';
import type { Settings } from '../domain/settings';
import type { CellValue } from '../domain/shared/grid';
import type { Result } from '../domain/shared/result';
import { CHOICE_KEYS, THRESHOLD_KEYS } from '../domain/thresholds';
import type { ChoiceKey, Choices, ThresholdKey } from '../domain/thresholds';
import { withThresholds } from '../domain/typedThresholds';
import type { ThresholdNote } from '../domain/typedThresholds';
import { choiceOfWords, choiceWords } from '../i18n/choices';
import { stagesInForce } from '../i18n/stages';
import type { Translate } from '../i18n/translate';
import { choiceName, STAGE_NAMES, STAGE_PROBABILITIES, thresholdName } from '../reports/names';
import { ExcelRefusal } from './errors';
import { withExcel } from './run';
import { typedStages } from './typedStages';
import type { StageNote } from './typedStages';
import type { ExcelTrouble } from './types';
import { WorkbookStore } from './workbookStore';

const SETTINGS_KEY = 'clientele.settings';

/** A choice whose cell holds none of its words. */
export interface ChoiceNote {
  readonly kind: 'choice';
  readonly choice: ChoiceKey;
  /** The value used instead. */
  readonly used: Choices[ChoiceKey];
}

/** Something on «Настройки» that cannot be used. */
export type SettingNote = ThresholdNote | ChoiceNote | StageNote;

export interface LoadedSettings {
  readonly settings: Settings;
  readonly notes: readonly SettingNote[];
}

/**
 * Settings kept in the workbook (defaults where absent or damaged), with thresholds, choices and stages as the named
 * cells of «Настройки» now say.
 */
export function loadSettings(): Promise<Result<LoadedSettings, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const cells = settingCells(context);
    const stored = parseSettings((await WorkbookStore.load(context)).get(SETTINGS_KEY));
    const { thresholds, notes } = withThresholds(stored.thresholds, typedThresholds(cells));
    const chosen = typedChoices(cells, stored.choices);
    const stages = isStanding(cells.names, cells.probabilities)
      ? typedStages(cells.names.values.map(first), cells.probabilities.values.map(first), stored.stages)
      : { stages: stored.stages, notes: [] };
    return {
      settings: { ...stored, thresholds, choices: chosen.choices, stages: stages.stages },
      notes: [...notes, ...chosen.notes, ...stages.notes],
    };
  });
}

/** Keeps settings in the workbook and reads them back: a loss is reported at once, not at the next start (office-js #6091). */
export function saveSettings(settings: Settings): Promise<Result<void, ExcelTrouble>> {
  return withExcel(null, (context) => keep(context, settings));
}

/**
 * Settings given from outside, a preset or a profile: kept in the workbook and written into the cells of «Настройки»,
 * where that tab stands, since the cells have the last word. `t` gives the words of choices and stages.
 */
export function applySettings(settings: Settings, t: Translate): Promise<Result<void, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const { thresholds, choices, names, probabilities } = settingCells(context);
    await context.sync();
    for (const [key, range] of thresholds) {
      if (isStanding(range)) range.values = [[settings.thresholds[key]]];
    }
    for (const [key, range] of choices) {
      if (isStanding(range)) range.values = [[choiceWords(key, settings.choices[key], t)]];
    }
    if (isStanding(names, probabilities)) {
      const stages = stagesInForce(settings, t);
      names.values = names.values.map((_, row) => [stages[row]?.name ?? '']);
      probabilities.values = probabilities.values.map((_, row) => [stages[row]?.probability ?? '']);
    }
    await keep(context, settings);
  });
}

/** The named cells of «Настройки», each a null object where its name or its cell is gone. */
interface SettingCells {
  readonly thresholds: ReadonlyMap<ThresholdKey, Excel.Range>;
  readonly choices: ReadonlyMap<ChoiceKey, Excel.Range>;
  readonly names: Excel.Range;
  readonly probabilities: Excel.Range;
}

function settingCells({ workbook }: Excel.RequestContext): SettingCells {
  const named = (name: string): Excel.Range =>
    workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load('values');
  return {
    thresholds: new Map(THRESHOLD_KEYS.map((key) => [key, named(thresholdName(key))])),
    choices: new Map(CHOICE_KEYS.map((key) => [key, named(choiceName(key))])),
    names: named(STAGE_NAMES),
    probabilities: named(STAGE_PROBABILITIES),
  };
}

function isStanding(...ranges: readonly Excel.Range[]): boolean {
  return ranges.every((range) => !range.isNullObject);
}

function first(row: readonly unknown[]): CellValue {
  return (row[0] ?? '') as CellValue;
}

function cellOf(range: Excel.Range): CellValue {
  return first(range.values[0] ?? []);
}

function typedThresholds({ thresholds }: SettingCells): ReadonlyMap<ThresholdKey, CellValue> {
  const standing = [...thresholds].filter(([, range]) => isStanding(range));
  return new Map(standing.map(([key, range]) => [key, cellOf(range)]));
}

/** Choices with those of the cells where their words are known, in either language. */
function typedChoices(
  cells: SettingCells,
  stored: Choices,
): { readonly choices: Choices; readonly notes: readonly ChoiceNote[] } {
  const notes: ChoiceNote[] = [];
  const typed: [ChoiceKey, string][] = [];
  for (const [choice, range] of cells.choices) {
    if (!isStanding(range)) continue;
    const value = choiceOfWords(choice, String(cellOf(range)));
    if (value === null) notes.push({ kind: 'choice', choice, used: stored[choice] });
    else typed.push([choice, value]);
  }
  return { choices: { ...stored, ...Object.fromEntries(typed) }, notes };
}

async function keep(context: Excel.RequestContext, settings: Settings): Promise<void> {
  const kept = { ...settings, version: SETTINGS_VERSION };
  (await WorkbookStore.load(context)).keep(SETTINGS_KEY, kept);
  await context.sync();
  const readBack = (await WorkbookStore.load(context)).get(SETTINGS_KEY);
  if (JSON.stringify(readBack) !== JSON.stringify(kept)) {
    throw new ExcelRefusal('unexpected', null, `${SETTINGS_KEY} not kept`);
  }
}
