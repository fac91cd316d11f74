import { moneyToNumber, ZERO } from '../../domain/shared/money';
import { absolute, onSheet } from '../addresses';
import { clientTable } from '../clientTable';
import type { ReportContext } from '../context';
import { MONEY_EXACT, TEXT } from '../formats';
import type { Live } from '../live';
import { live, liveCell, roundHalfUp } from '../live';
import { thresholdName } from '../names';
import type { Block } from '../plan';
import { segmentCells } from '../segmentCells';
import { HEAD_ROWS, line } from '../tabHead';
import { workingCells } from '../workingCells';
import { LIMIT_DECIMALS } from '../workingPlace';
import { MOVEMENT_COLUMNS } from './table';

const LIMITS = ['nowA', 'nowB', 'beforeA', 'beforeB', 'curve'] as const;
type Limit = (typeof LIMITS)[number];

/** Where a client went: words that the rows show and the matrix counts. */
export const DIRECTIONS = ['up', 'came', 'down', 'left', 'same'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Widths of the gap, the words of the limits and the limits, and of the chart's data to the right. */
export const MOVEMENT_WORKING_WIDTHS = [3, 34, 16, 3, 10, 14, 16, 18, 14];
const LEFT = MOVEMENT_COLUMNS.length + 2;
/** First column of the chart's data. */
export const CHART_COLUMN = LEFT + 3;
const FIRST_ROW = HEAD_ROWS + 2;

/** References to the working cells of «Движение». */
export const MOVEMENT_CELLS = {
  limit: Object.fromEntries(
    LIMITS.map((key, index) => [key, absolute(FIRST_ROW + index, LEFT + 1)]),
  ) as Record<Limit, string>,
  direction: Object.fromEntries(
    DIRECTIONS.map((key, index) => [key, absolute(FIRST_ROW + LIMITS.length + index, LEFT + 1)]),
  ) as Record<Direction, string>,
};

/** The bounds of both periods in money and the words of the directions, beside the page. */
export function movementWorking(ctx: ReportContext): readonly Block[] {
  const { t } = ctx;
  const limits = limitValues(ctx);
  return [
    line(FIRST_ROW - 1, 'heading', t('movement.limits'), LEFT),
    {
      row: FIRST_ROW,
      column: LEFT,
      role: 'note',
      formats: [TEXT, MONEY_EXACT],
      cells: LIMITS.map((key) => [t(`movement.limits.${key}`), liveCell(limits[key])]),
    },
    {
      row: FIRST_ROW + LIMITS.length,
      column: LEFT + 1,
      role: 'note',
      formats: [TEXT],
      cells: DIRECTIONS.map((direction) => [t(`movement.${direction}`)]),
    },
  ];
}

function limitValues({ analysis, settings, tabNames }: ReportContext): Readonly<Record<Limit, Live>> {
  const { segments } = analysis;
  const table = clientTable(analysis);
  const { limit } = workingCells(table);
  const { value } = segmentCells(table);
  const { thresholds, choices } = settings;
  const isCurve = choices.bounds === 'curve';
  const base = moneyToNumber(segments.before?.base ?? ZERO);
  const baseNow = analysis.concentration ? moneyToNumber(analysis.concentration.base) : 0;
  const own = (key: 'classA' | 'classB', of: number) => roundHalfUp(thresholds[key] * of, LIMIT_DECIMALS);
  const abcd = (address: string) => onSheet(tabNames.abcd, address);
  const now = (key: 'classA' | 'classB', money: number): Live =>
    live(abcd(limit[key]), isCurve ? money : own(key, baseNow));
  const before = (key: 'classA' | 'classB', money: number): Live =>
    live(
      `IF(${MOVEMENT_CELLS.limit.curve}=1,${money},ROUND(${thresholdName(key)}*${base},${LIMIT_DECIMALS}))`,
      isCurve ? money : own(key, base),
    );
  const curveNow = segments.limits.curve;
  const curveBefore = segments.before?.limits.curve ?? curveNow;
  return {
    nowA: now('classA', moneyToNumber(curveNow.a)),
    nowB: now('classB', moneyToNumber(curveNow.b)),
    beforeA: before('classA', moneyToNumber(curveBefore.a)),
    beforeB: before('classB', moneyToNumber(curveBefore.b)),
    curve: live(abcd(value.curve), isCurve ? 1 : 0),
  };
}
