import type { DependencyFlag } from '../domain/analysis';
import type { Thresholds } from '../domain/settings';
import { moneyToNumber } from '../domain/shared/money';
import { absolute, areaAddress } from './addresses';
import { BASE_COLUMN, BASE_ROW, baseOf, SUMMARY_ROW } from './classSummary';
import type { ClientTable } from './clientTable';
import type { ReportContext } from './context';
import { MONEY_EXACT, TEXT } from './formats';
import { liveCell, roundHalfUp } from './live';
import { BASE_NAME, thresholdName } from './names';
import type { Block, PlanCell } from './plan';
import { flagWords, rules } from './reasons';
import { segmentCells } from './segmentCells';
import { line } from './tabHead';
import { LIMIT_DECIMALS, workingLeft } from './workingPlace';

/** Thresholds that are compared in money. */
const LIMITS = [
  'classA',
  'classB',
  'flagLarge',
  'flagCritical',
  'flagMono',
] as const satisfies readonly (keyof Thresholds)[];
type Limit = (typeof LIMITS)[number];

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
/** A, its core, B, C. */
const CLASS_RULES = 4;
const FLAG_RULES = 3;
const FIRST_FLAG_ROW = FIRST_ROW + CLASS_RULES;

/** Where the working cells of a table stand. */
export function workingCells(table: ClientTable): WorkingCells {
  const left = workingLeft(table);
  const limit = (key: Limit) => absolute(FIRST_ROW + LIMITS.indexOf(key), left + LIMIT_OFFSET);
  const flag = (index: number) => absolute(FIRST_FLAG_ROW + index, left + RULE_KEY_OFFSET);
  const ruleArea = (row: number, rows: number) =>
    areaAddress({ row, column: left + RULE_KEY_OFFSET, rows, columns: 2 });
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
    classRules: ruleArea(FIRST_ROW, CLASS_RULES),
    flagRules: ruleArea(FIRST_FLAG_ROW, FLAG_RULES),
    reasonReturns: absolute(FIRST_FLAG_ROW + FLAG_RULES, left + RULE_WORDS_OFFSET),
    reasonNothing: absolute(FIRST_FLAG_ROW + FLAG_RULES + 1, left + RULE_WORDS_OFFSET),
  };
}

/** The working cells: limits in money and the words of the rules, beside the page. */
export function workingBlocks(ctx: ReportContext, table: ClientTable): readonly Block[] {
  const { t, analysis, settings } = ctx;
  const left = workingLeft(table);
  const base = baseOf(analysis);
  const { value } = segmentCells(table);
  const { classes, flags } = rules(ctx, value);
  const { limits: inForce } = analysis.segments;
  const curve = { classA: inForce.curve.a, classB: inForce.curve.b };
  const money = { classA: inForce.a, classB: inForce.b };
  const isCurve = settings.choices.bounds === 'curve';
  const limits = LIMITS.map((key): PlanCell[] => {
    const own = `ROUND(${thresholdName(key)}*${BASE_NAME},${LIMIT_DECIMALS})`;
    const ownValue = roundHalfUp(settings.thresholds[key] * base, LIMIT_DECIMALS);
    if (key !== 'classA' && key !== 'classB')
      return [t(`abcd.limits.${key}`), { formula: `=${own}`, value: ownValue }];
    return [
      t(`abcd.limits.${key}`),
      {
        formula: `=IF(${value.curve}=1,${moneyToNumber(curve[key])},${own})`,
        value: isCurve ? moneyToNumber(money[key]) : ownValue,
      },
    ];
  });
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
