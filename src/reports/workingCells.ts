import type { DependencyFlag, VolumeClass } from '../domain/analysis';
import type { Thresholds } from '../domain/settings';
import { absolute, areaAddress } from './addresses';
import { BASE_COLUMN, BASE_ROW, baseOf, SUMMARY_ROW } from './classSummary';
import type { ClientTable } from './clientTable';
import type { ReportContext } from './context';
import { MONEY_EXACT, TEXT } from './formats';
import { liveCell, roundHalfUp } from './live';
import { BASE_NAME, thresholdName } from './names';
import type { Block, PlanCell } from './plan';
import { flagWords, rules } from './reasons';
import { line } from './tabHead';

/** Thresholds that are compared in money. */
const LIMITS = [
  'classA',
  'classB',
  'flagLarge',
  'flagCritical',
  'flagMono',
] as const satisfies readonly (keyof Thresholds)[];
type Limit = (typeof LIMITS)[number];

/** Decimals of a limit in money: exact for thresholds in whole per cent, coarse enough to swallow binary noise. */
const LIMIT_DECIMALS = 5;

/** Widths of the gap, the limits (words, amount), a gap, and the rules (key, words). */
export const WORKING_WIDTHS = [3, 32, 16, 3, 24, 44];
/** Columns from the first column of working cells. */
const LIMIT_OFFSET = 1;
const RULE_KEY_OFFSET = 3;
const RULE_WORDS_OFFSET = 4;

/**
 * References to the working cells right of the client table, for the formulas of its rows. Addresses, not names: a
 * name in each of thousands of rows makes IronCalc, the engine of the workbench, a hundred times slower.
 */
export interface WorkingCells {
  readonly base: string;
  /** Thresholds in money: compared with amounts, so that a border is exact. */
  readonly limit: Readonly<Record<Limit, string>>;
  /** Words of the flags. */
  readonly flag: Readonly<Record<Exclude<DependencyFlag, 'none'>, string>>;
  /** Two columns: a class or a flag, and the words of its rule. */
  readonly classRules: string;
  readonly flagRules: string;
  /** Whole reasons of class D. */
  readonly reasonReturns: string;
  readonly reasonNothing: string;
}

const FIRST_ROW = SUMMARY_ROW + 1;
const RULE_CLASSES: readonly VolumeClass[] = ['A', 'B', 'C'];
const FIRST_FLAG_ROW = FIRST_ROW + RULE_CLASSES.length;

/** Where the working cells of a table stand. */
export function workingCells(table: ClientTable): WorkingCells {
  const left = leftOf(table);
  const limit = (key: Limit) => absolute(FIRST_ROW + LIMITS.indexOf(key), left + LIMIT_OFFSET);
  const flag = (index: number) => absolute(FIRST_FLAG_ROW + index, left + RULE_KEY_OFFSET);
  const ruleArea = (row: number) => areaAddress({ row, column: left + RULE_KEY_OFFSET, rows: 3, columns: 2 });
  return {
    base: absolute(BASE_ROW, BASE_COLUMN),
    limit: {
      classA: limit('classA'),
      classB: limit('classB'),
      flagLarge: limit('flagLarge'),
      flagCritical: limit('flagCritical'),
      flagMono: limit('flagMono'),
    },
    flag: { large: flag(0), critical: flag(1), mono: flag(2) },
    classRules: ruleArea(FIRST_ROW),
    flagRules: ruleArea(FIRST_FLAG_ROW),
    reasonReturns: absolute(FIRST_FLAG_ROW + 3, left + RULE_WORDS_OFFSET),
    reasonNothing: absolute(FIRST_FLAG_ROW + 4, left + RULE_WORDS_OFFSET),
  };
}

/** The working cells: limits in money and the words of the rules, beside the page. */
export function workingBlocks(
  { t, analysis, settings }: ReportContext,
  table: ClientTable,
): readonly Block[] {
  const left = leftOf(table);
  const base = baseOf(analysis);
  const { classes, flags } = rules(settings.thresholds, t);
  const limits = LIMITS.map((key): PlanCell[] => [
    t(`abcd.limits.${key}`),
    {
      formula: `=ROUND(${thresholdName(key)}*${BASE_NAME},${LIMIT_DECIMALS})`,
      value: roundHalfUp(settings.thresholds[key] * base, LIMIT_DECIMALS),
    },
  ]);
  const words: PlanCell[][] = [
    ...classes.map(({ key, words: text }) => [key, liveCell(text)]),
    ...flags.map(({ key, words: text }) => [flagWords(key, t), liveCell(text)]),
    [t('abcd.limits.returns'), t('abcd.reason.returns')],
    [t('abcd.limits.nothing'), t('abcd.reason.nothing')],
  ];
  return [
    line(SUMMARY_ROW, 'heading', t('abcd.limits'), left),
    { row: FIRST_ROW, column: left, role: 'note', formats: [TEXT, MONEY_EXACT], cells: limits },
    line(SUMMARY_ROW, 'heading', t('abcd.limits.rule'), left + RULE_KEY_OFFSET),
    { row: FIRST_ROW, column: left + RULE_KEY_OFFSET, role: 'note', formats: [TEXT, null], cells: words },
  ];
}

function leftOf(table: ClientTable): number {
  return table.columns.length + 2;
}
