import { limitsOf } from '../domain/thresholdLimits';
import { THRESHOLD_KEYS, THRESHOLD_SECTIONS, THRESHOLDS } from '../domain/thresholds';
import type { ThresholdKey, ThresholdSection, ThresholdUnit } from '../domain/thresholds';
import { formatNumber } from '../i18n/numbers';
import type { Translate } from '../i18n/translate';
import type { ReportContext } from './context';
import { COUNT, PERCENT, TEXT } from './formats';
import { thresholdName } from './names';
import type { Block, PlanInputs, PlanName, PlanValidation } from './plan';
import { line } from './tabHead';

/** Columns of «Настройки»: name, value, default, meaning, origin, name in formulas. */
export const VALUE_COLUMN = 2;
export const NAME_COLUMN = 6;

/** The thresholds of one part of the method: a heading, and a row for each below it. */
interface Section {
  readonly key: ThresholdSection;
  readonly headingRow: number;
  readonly thresholds: readonly ThresholdKey[];
}

/** Where the thresholds stand on «Настройки», section by section. */
export interface ThresholdTable {
  readonly sections: readonly Section[];
  /** One-based row of each threshold. */
  readonly rowOf: ReadonlyMap<ThresholdKey, number>;
  /** The first row below the table. */
  readonly end: number;
}

/** Lays out all thresholds from a row on; a blank row parts the sections. */
export function thresholdTable(firstRow: number): ThresholdTable {
  const sections: Section[] = [];
  const rowOf = new Map<ThresholdKey, number>();
  let row = firstRow;
  for (const section of THRESHOLD_SECTIONS) {
    const thresholds = THRESHOLD_KEYS.filter((key) => THRESHOLDS[key].section === section);
    if (thresholds.length === 0) continue;
    sections.push({ key: section, headingRow: row, thresholds });
    thresholds.forEach((key, index) => rowOf.set(key, row + 1 + index));
    row += thresholds.length + 2;
  }
  return { sections, rowOf, end: row - 1 };
}

/** Headings, names, values, defaults, meanings and origins of all thresholds. */
export function thresholdBlocks({ t, settings }: ReportContext, table: ThresholdTable): readonly Block[] {
  return table.sections.flatMap(({ key: section, headingRow, thresholds }): readonly Block[] => {
    const first = headingRow + 1;
    return [
      line(headingRow, 'heading', t(`settings.section.${section}`)),
      {
        row: first,
        column: 1,
        role: 'body',
        formats: [TEXT],
        cells: thresholds.map((key) => [t(`settings.${key}`)]),
      },
      ...runsByUnit(thresholds).flatMap(({ start, unit, keys }): readonly Block[] => [
        {
          row: first + start,
          column: VALUE_COLUMN,
          role: 'input',
          formats: [thresholdFormat(unit, t)],
          cells: keys.map((key) => [settings.thresholds[key]]),
        },
        {
          row: first + start,
          column: VALUE_COLUMN + 1,
          role: 'body',
          formats: [thresholdFormat(unit, t)],
          cells: keys.map((key) => [THRESHOLDS[key].value]),
        },
      ]),
      {
        row: first,
        column: VALUE_COLUMN + 2,
        role: 'body',
        wrap: true,
        formats: [TEXT, TEXT, TEXT],
        cells: thresholds.map((key) => [
          t(`settings.${key}.meaning`),
          t(`settings.origin.${THRESHOLDS[key].origin}`),
          thresholdName(key),
        ]),
      },
    ];
  });
}

/** The names of the cells of all thresholds. */
export function thresholdNames({ rowOf }: ThresholdTable): readonly PlanName[] {
  return [...rowOf].map(([key, row]) => ({ name: thresholdName(key), area: valueCells(row, 1) }));
}

/** What may be typed for each threshold. Neighbours with the same limits share a rule. */
export function thresholdValidations(
  { t, language }: ReportContext,
  { rowOf }: ThresholdTable,
): readonly PlanValidation[] {
  const validations: PlanValidation[] = [];
  for (const [key, row] of rowOf) {
    const { min, max, isWhole } = limitsOf(key);
    const message = t(`settings.input.${THRESHOLDS[key].unit}`, {
      min: formatNumber(min, language, Number.isInteger(min) ? 0 : 1),
      max: formatNumber(max, language),
    });
    const last = validations[validations.length - 1];
    if (last && last.message === message && last.area.row + last.area.rows === row) {
      validations[validations.length - 1] = { ...last, area: valueCells(last.area.row, last.area.rows + 1) };
    } else {
      const kind = isWhole ? 'whole' : 'decimal';
      validations.push({ area: valueCells(row, 1), rule: { kind, min, max }, message });
    }
  }
  return validations;
}

/** The cells people type into, section by section, kept by the name in formulas, which no language changes. */
export function thresholdInputs({ sections }: ThresholdTable): readonly PlanInputs[] {
  return sections.map(({ headingRow, thresholds }) => ({
    area: valueCells(headingRow + 1, thresholds.length),
    keyColumn: NAME_COLUMN,
    fields: ['value'],
  }));
}

/** Number format of a unit; what it counts in stands beside the number. */
function thresholdFormat(unit: ThresholdUnit, t: Translate): string {
  switch (unit) {
    case 'share':
      return PERCENT;
    case 'days':
    case 'months':
      return `${COUNT}" ${t(`settings.unit.${unit}`)}"`;
    case 'times':
      return '"×"0.0';
    case 'level':
      return '0.00';
    default:
      return COUNT;
  }
}

interface Run {
  /** Index of the first of them in the section. */
  readonly start: number;
  readonly unit: ThresholdUnit;
  readonly keys: ThresholdKey[];
}

function runsByUnit(thresholds: readonly ThresholdKey[]): readonly Run[] {
  const runs: Run[] = [];
  thresholds.forEach((key, index) => {
    const { unit } = THRESHOLDS[key];
    const last = runs[runs.length - 1];
    if (last?.unit === unit) last.keys.push(key);
    else runs.push({ start: index, unit, keys: [key] });
  });
  return runs;
}

function valueCells(row: number, rows: number) {
  return { row, column: VALUE_COLUMN, rows, columns: 1 };
}
