import { foldHeading } from '../domain/sales/heading';
import type { SheetShape } from '../domain/sales/shape';
import { shapeKey } from '../domain/sales/shapeKey';
import type { ColumnMapping, Doubt } from '../domain/sales/types';
import { SETTINGS_VERSION } from '../domain/settings';
import type { Settings } from '../domain/settings';
import { parseSettings } from '../domain/parseSettings';

/** Doubts whose answer is a setting of the same name. */
type AnsweredDoubt = Doubt['code'] & keyof Settings;

/** What a person said about a form: which heading has which role, and answers to doubts. No cell below the headings. */
export type Answers = Pick<Settings, 'columns' | AnsweredDoubt>;

/** Answers kept beyond the workbook, by the key of the form they were given for. Never throws. */
export interface Memory {
  /** What was saved, as it was found: other versions and other hands may have written it. Null if nothing was. */
  load(shape: string): unknown;
  save(shape: string, answers: Answers): void;
  /** Forms with answers. */
  count(): number;
  forget(): void;
}

/** A memory that keeps nothing: the command line has its settings file instead. */
export const NO_MEMORY: Memory = {
  load: () => null,
  save: () => undefined,
  count: () => 0,
  forget: () => undefined,
};

/** The settings a source is read with, and what of them comes from an earlier file of the same form. */
export interface Recalled {
  readonly settings: Settings;
  /** Answers that took effect; null if none did. */
  readonly remembered: Answers | null;
}

/**
 * Settings with the answers given for the last file of this form where this workbook has none of its own. Columns
 * chosen by hand for this source (`mapping`) are the word of today: then no remembered column joins them.
 */
export function recall(
  memory: Memory,
  shape: SheetShape | null,
  settings: Settings,
  mapping: ColumnMapping | null,
): Recalled {
  const kept = shape ? parseAnswers(memory.load(shapeKey(shape))) : null;
  if (!kept) return { settings, remembered: null };
  const unknownColumns = Object.entries(kept.columns).filter(
    ([role]) => mapping === null && !Object.hasOwn(settings.columns, role),
  );
  const remembered: Answers = {
    columns: Object.fromEntries(unknownColumns),
    dateOrder: settings.dateOrder === null ? kept.dateOrder : null,
    decimalSeparator: settings.decimalSeparator === null ? kept.decimalSeparator : null,
    damagedNumbers: settings.damagedNumbers === null ? kept.damagedNumbers : null,
    nameLookup: settings.nameLookup === null ? kept.nameLookup : null,
  };
  return isEmpty(remembered)
    ? { settings, remembered: null }
    : { settings: withAnswers(settings, remembered), remembered };
}

/** Keeps for the next file of this form what was said about this one: columns it has, and answers to doubts it raised. */
export function remember(
  memory: Memory,
  shape: SheetShape | null,
  doubts: readonly Doubt[],
  settings: Settings,
): void {
  if (!shape) return;
  const headings = new Set(shape.headings);
  const answerTo = <Code extends AnsweredDoubt>(code: Code): Settings[Code] | null =>
    doubts.some((doubt) => doubt.code === code) ? settings[code] : null;
  const answers: Answers = {
    columns: Object.fromEntries(
      Object.entries(settings.columns).filter(([, heading]) => headings.has(foldHeading(heading))),
    ),
    dateOrder: answerTo('dateOrder'),
    decimalSeparator: answerTo('decimalSeparator'),
    damagedNumbers: answerTo('damagedNumbers'),
    nameLookup: answerTo('nameLookup'),
  };
  const key = shapeKey(shape);
  if (!isEmpty(answers) || memory.load(key) !== null) memory.save(key, answers);
}

/** The settings with answers in the places that are still open. */
export function withAnswers(settings: Settings, answers: Answers | null): Settings {
  if (!answers) return settings;
  return {
    ...settings,
    columns: { ...answers.columns, ...settings.columns },
    dateOrder: settings.dateOrder ?? answers.dateOrder,
    decimalSeparator: settings.decimalSeparator ?? answers.decimalSeparator,
    damagedNumbers: settings.damagedNumbers ?? answers.damagedNumbers,
    nameLookup: settings.nameLookup ?? answers.nameLookup,
  };
}

/** Answers field by field: whatever is absent or makes no sense is no answer. */
function parseAnswers(stored: unknown): Answers | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { columns, dateOrder, decimalSeparator, damagedNumbers, nameLookup } = parseSettings({
    ...stored,
    version: SETTINGS_VERSION,
  });
  return { columns, dateOrder, decimalSeparator, damagedNumbers, nameLookup };
}

function isEmpty({ columns, ...answers }: Answers): boolean {
  return Object.keys(columns).length === 0 && Object.values(answers).every((answer) => answer === null);
}
