import { MOST_STAGES } from '../../domain/parseSettings';
import type { ThresholdKey } from '../../domain/thresholds';
import type { TextKey } from '../../i18n/translate';
import { absolute, areaAddress } from '../addresses';
import type { ReportContext } from '../context';
import { live, liveCell } from '../live';
import { STAGE_NAMES, STAGE_PROBABILITIES, thresholdName } from '../names';
import type { Area, Block, PlanCell } from '../plan';
import { line } from '../tabHead';
import { DEAL_TAB_COLUMNS, TOTALS_ROW } from './layout';

/** Thresholds that the rows of deals compare with. */
const LIMITS = [
  'goBase',
  'goSpan',
  'getBase',
  'getSpan',
  'budgetGate',
  'contactGate',
  'overdueFirst',
  'overdueSecond',
  'overdueThird',
  'overdueFirstFactor',
  'overdueSecondFactor',
  'overdueThirdFactor',
  'commit',
  'bestCase',
  'movedTimes',
] as const satisfies readonly ThresholdKey[];
export type DealLimit = (typeof LIMITS)[number];

/** Where a probability comes from, by the number in the working column of the row: 1 is won … 7 is unknown. */
export const BASES = ['won', 'lost', 'manual', 'listed', 'checklist', 'stage', 'unknown'] as const;
export type Basis = (typeof BASES)[number];

/** Texts that rows put together. */
const WORDS = [
  ...BASES.map((basis): TextKey => `deals.source.${basis}`),
  'deals.category.commit',
  'deals.category.bestCase',
  'deals.category.pipeline',
  'deals.category.omitted',
] as const;

/** Names, amounts: gap, label, value; gap, stage, probability. */
export const WORKING_WIDTHS = [3, 26, 12, 3, 30, 12];
const LEFT = DEAL_TAB_COLUMNS.length + 2;
const VALUE_COLUMN = LEFT + 1;
const STAGE_COLUMN = LEFT + 3;
const FIRST_ROW = TOTALS_ROW + 1;
/** Stages of the table, and the two ends that the form offers beside them. */
const STAGE_ROWS = MOST_STAGES + 2;

/** Address of a threshold beside the table. */
export function limitCell(key: DealLimit): string {
  return absolute(FIRST_ROW + LIMITS.indexOf(key), VALUE_COLUMN);
}

/** Address of a text beside the table. */
export function wordCell(key: TextKey): string {
  return absolute(FIRST_ROW + LIMITS.length + WORDS.indexOf(key), VALUE_COLUMN);
}

/** The words of the bases, one below another: `INDEX(…, number)`. */
export const BASIS_WORDS = areaAddress({
  row: FIRST_ROW + LIMITS.length,
  column: VALUE_COLUMN,
  rows: BASES.length,
  columns: 1,
});

/** Stages and their probabilities, to be looked up by name. */
export const STAGE_TABLE = areaAddress({
  row: FIRST_ROW,
  column: STAGE_COLUMN,
  rows: STAGE_ROWS,
  columns: 2,
});

/** What the drop-down of stages offers: those in force and, in the form, the two ends. */
export function stageChoices({ deals }: ReportContext): Area {
  return { row: FIRST_ROW, column: STAGE_COLUMN, rows: Math.max(1, deals.stages.length), columns: 1 };
}

/** The working cells beside the table: thresholds, words, and the stage table as it stands on «Настройки». */
export function workingBlocks(ctx: ReportContext): readonly Block[] {
  const { t, settings } = ctx;
  const limits = LIMITS.map((key): PlanCell[] => [
    t(`settings.${key}`),
    liveCell(live(thresholdName(key), settings.thresholds[key])),
  ]);
  const words = WORDS.map((key): PlanCell[] => [null, t(key)]);
  return [
    line(TOTALS_ROW, 'heading', t('deals.working'), LEFT),
    { row: FIRST_ROW, column: LEFT, role: 'note', cells: [...limits, ...words] },
    { row: FIRST_ROW, column: STAGE_COLUMN, role: 'note', cells: stageRows(ctx) },
  ];
}

/**
 * Row i is stage i of «Настройки» while there is one; the ends of a deal stand right after those in force, so that a
 * drop-down over them has no gap; stages added on «Настройки» later come last.
 */
function stageRows({ deals, t }: ReportContext): readonly PlanCell[][] {
  const ends = [t('deals.end.won'), t('deals.end.lost')];
  const isForm = deals.sheet === null;
  const own = deals.stages.length - (isForm ? ends.length : 0);
  return Array.from({ length: STAGE_ROWS }, (_, index): PlanCell[] => {
    if (isForm && index >= own && index < own + ends.length)
      return [ends[index - own] ?? null, index === own ? 1 : 0];
    const number = index < own || !isForm ? index + 1 : index + 1 - ends.length;
    if (number > MOST_STAGES) return [null, null];
    const stage = index < own ? deals.stages[index] : undefined;
    const chance = `INDEX(${STAGE_PROBABILITIES},${number})`;
    return [
      liveCell(live(`INDEX(${STAGE_NAMES},${number})&""`, stage?.name ?? '')),
      liveCell(
        live(
          `IF(ISNUMBER(${chance}),IF(AND(${chance}>=0,${chance}<=1),${chance},""),"")`,
          stage?.probability ?? '',
        ),
      ),
    ];
  });
}
