import { CHOICE_KEYS, DEFAULT_CHOICES } from '../domain/thresholds';
import type { ChoiceKey, ThresholdOrigin } from '../domain/thresholds';
import { choiceList, choiceWords } from '../i18n/choices';
import type { ReportContext } from './context';
import { TEXT } from './formats';
import { choiceName } from './names';
import type { Area, Block, PlanName, PlanValidation } from './plan';
import { line } from './tabHead';
import { VALUE_COLUMN } from './thresholdTable';

/** Where the default of each choice comes from, in the words of method.md's tags. */
const ORIGIN: Readonly<Record<ChoiceKey, ThresholdOrigin>> = {
  bounds: 'field',
  much: 'field',
  letters: 'ours',
  salesType: 'ours',
  stages: 'ours',
};

/** Rows that the choices take: a heading and one for each. */
export const CHOICE_ROWS = 1 + CHOICE_KEYS.length;

/** Choices between rules as drop-downs, in the columns of the thresholds. `row` is that of their heading. */
export function choiceBlocks({ t, settings }: ReportContext, row: number): readonly Block[] {
  const first = row + 1;
  return [
    line(row, 'heading', t('settings.section.choices')),
    {
      row: first,
      column: 1,
      role: 'body',
      formats: [TEXT],
      cells: CHOICE_KEYS.map((key) => [t(`settings.choice.${key}`)]),
    },
    {
      row: first,
      column: VALUE_COLUMN,
      role: 'input',
      formats: [TEXT],
      cells: CHOICE_KEYS.map((key) => [choiceWords(key, settings.choices[key], t)]),
    },
    {
      row: first,
      column: VALUE_COLUMN + 1,
      role: 'body',
      wrap: true,
      formats: [TEXT, TEXT, TEXT, TEXT],
      cells: CHOICE_KEYS.map((key) => [
        choiceWords(key, DEFAULT_CHOICES[key], t),
        t(`settings.choice.${key}.meaning`),
        t(`settings.origin.${ORIGIN[key]}`),
        choiceName(key),
      ]),
    },
  ];
}

/** The names of the cells of all choices. */
export function choiceNames(row: number): readonly PlanName[] {
  return CHOICE_KEYS.map((key, index) => ({ name: choiceName(key), area: cell(row, index) }));
}

/** The drop-downs. */
export function choiceValidations({ t }: ReportContext, row: number): readonly PlanValidation[] {
  return CHOICE_KEYS.map((key, index) => ({
    area: cell(row, index),
    rule: { kind: 'list', values: choiceList(key, t) },
    message: t('settings.input.choice'),
  }));
}

function cell(row: number, index: number): Area {
  return { row: row + 1 + index, column: VALUE_COLUMN, rows: 1, columns: 1 };
}
