import { LETTERS } from '../../domain/entries';
import { POTENTIAL_METHODS } from '../../domain/segments/types';
import type { PotentialMethod } from '../../domain/segments/types';
import { moneyToNumber, units } from '../../domain/shared/money';
import { absolute, areaAddress, onSheet } from '../addresses';
import { letterWords } from '../classWords';
import { baseOf } from '../classSummary';
import { clientTable } from '../clientTable';
import type { ReportContext } from '../context';
import { COUNT, MONEY_EXACT, TEXT } from '../formats';
import type { Live } from '../live';
import { live, liveCell, liveText, percentOf, roundHalfUp } from '../live';
import { BASE_NAME, thresholdName } from '../names';
import type { Block, PlanCell } from '../plan';
import { NOBODY, segmentCells } from '../segmentCells';
import type { SegmentValue } from '../segmentCells';
import { line, HEAD_ROWS } from '../tabHead';
import { LIMIT_DECIMALS } from '../workingPlace';
import type { PotentialTable } from './table';

/** Values the rows compare with, from the top; those of «ABCD» under the same names. */
const VALUES = ['growth', 'budgetLimit', 'much', 'big', 'note', 'below', 'notBelow'] as const;
type WorkingValue = (typeof VALUES)[number];

/** Texts that rows show and compare. */
const TEXTS = ['none', 'understated', 'bigRoom', 'much', 'little', 'prospect', 'never'] as const;
type WorkingText = (typeof TEXTS)[number];

/** Widths of the gap, the segments (name, usable, members, percentile), a gap, the limits (words, value), a gap, the words (code, text). */
export const POTENTIAL_WORKING_WIDTHS = [3, 26, 26, 11, 30, 3, 46, 16, 3, 6, 36];
const SEGMENT_OFFSET = 1;
const LIMIT_OFFSET = 6;
const WORD_OFFSET = 9;
const FIRST_ROW = HEAD_ROWS + 2;
const FIRST_METHOD = LETTERS.length;
const FIRST_TEXT = FIRST_METHOD + POTENTIAL_METHODS.length;
/** Under the heading, the note and the column headings of the segments. */
const FIRST_SEGMENT = FIRST_ROW + 2;

/** References to the working cells right of the table. */
export interface PotentialCells {
  readonly value: Readonly<Record<WorkingValue, string>>;
  readonly method: Readonly<Record<PotentialMethod, string>>;
  readonly text: Readonly<Record<WorkingText, string>>;
  /** Two columns: 1 … 4 and the words of the letter. */
  readonly letters: string;
  /** Two columns: a segment, and the potential it gives; null while no segment is named. */
  readonly segments: string | null;
}

/** Where the working cells stand. */
export function potentialCells({ analysis }: ReportContext, table: PotentialTable): PotentialCells {
  const left = table.columns.length + 1;
  const at = (row: number, column: number) => absolute(row, left + column);
  const named = <Key extends string>(keys: readonly Key[], first: number, column: number) =>
    Object.fromEntries(keys.map((key, index) => [key, at(FIRST_ROW + first + index, column)])) as Record<
      Key,
      string
    >;
  const groups = analysis.segments.peers.length;
  const area = (row: number, column: number, rows: number) =>
    areaAddress({ row, column: left + column, rows, columns: 2 });
  return {
    value: named(VALUES, 0, LIMIT_OFFSET + 1),
    method: named(POTENTIAL_METHODS, FIRST_METHOD, WORD_OFFSET + 1),
    text: named(TEXTS, FIRST_TEXT, WORD_OFFSET + 1),
    letters: area(FIRST_ROW, WORD_OFFSET, LETTERS.length),
    segments: groups > 0 ? area(FIRST_SEGMENT, SEGMENT_OFFSET, groups) : null,
  };
}

/** The working cells: segments of peers, limits, words. */
export function potentialWorking(ctx: ReportContext, table: PotentialTable): readonly Block[] {
  const { t, settings } = ctx;
  const left = table.columns.length + 1;
  const values = workingValues(ctx, table);
  const { letterWords: wordsOnAbcd } = segmentCells(clientTable(ctx.analysis));
  const letters = letterWords(settings.choices.letters, t).map(({ words }, index): PlanCell[] => [
    index + 1,
    { formula: `=${onSheet(ctx.tabNames.abcd, wordsOnAbcd[index] ?? '')}`, value: words },
  ]);
  const texts: Readonly<Record<WorkingText, string>> = {
    none: t('potential.method.none'),
    understated: t('potential.note.understated'),
    bigRoom: t('potential.note.headroom'),
    much: t('segments.unknown.much'),
    little: t('segments.unknown.little'),
    prospect: t('segments.prospect'),
    never: t('segments.never'),
  };
  return [
    ...segmentBlocks(ctx, left + SEGMENT_OFFSET),
    line(FIRST_ROW - 1, 'heading', t('potential.limits'), left + LIMIT_OFFSET),
    {
      row: FIRST_ROW,
      column: left + LIMIT_OFFSET,
      role: 'note',
      formats: [TEXT, null],
      cells: VALUES.map((key) => [workingLabel(key, ctx), liveCell(values[key])]),
    },
    {
      row: FIRST_ROW,
      column: left + WORD_OFFSET,
      role: 'note',
      formats: [COUNT, null],
      cells: [
        ...letters,
        ...POTENTIAL_METHODS.map((method): PlanCell[] => [null, t(`potential.method.${method}`)]),
        ...TEXTS.map((key): PlanCell[] => [null, texts[key]]),
      ],
    },
  ];
}

function workingLabel(key: WorkingValue, { t }: ReportContext): string {
  return key === 'big' || key === 'note' ? t(`potential.limits.${key}`) : t(`segments.limits.${key}`);
}

function workingValues(ctx: ReportContext, table: PotentialTable): Readonly<Record<WorkingValue, Live>> {
  const { t, analysis, settings, tabNames } = ctx;
  const { segments } = analysis;
  const { thresholds } = settings;
  const { value: on } = segmentCells(clientTable(analysis));
  const { value: at } = potentialCells(ctx, table);
  const abcd = (key: SegmentValue) => onSheet(tabNames.abcd, on[key]);
  const much = segments.leastMuch;
  const base = baseOf(analysis);
  const limit = percentOf(at.budgetLimit, thresholds.budgetLimit);
  return {
    growth: live(abcd('growth'), settings.choices.letters === 'growth' ? 1 : 0),
    budgetLimit: live(thresholdName('budgetLimit'), thresholds.budgetLimit),
    much: live(abcd('much'), much === null ? NOBODY : moneyToNumber(much)),
    big: live(
      `IF(ISNUMBER(${at.much}),ROUND(${at.much}*${segments.annualFactor},4),"${NOBODY}")`,
      much === null ? NOBODY : moneyToNumber(units(Math.round(much * segments.annualFactor))),
    ),
    note: live(
      `IF(${BASE_NAME}>0,ROUND(${thresholdName('headroomNote')}*${BASE_NAME},${LIMIT_DECIMALS}),"${NOBODY}")`,
      base > 0 ? roundHalfUp(thresholds.headroomNote * base, LIMIT_DECIMALS) : NOBODY,
    ),
    below: liveText(t('segments.rule.below'), { limit }),
    notBelow: liveText(t('segments.rule.notBelow'), { limit }),
  };
}

/** The small table of segments: who they are, how many of them buy, and what that says a member could buy. */
function segmentBlocks({ t, analysis, settings }: ReportContext, column: number): readonly Block[] {
  const { peers } = analysis.segments;
  const { peersLeast, peersPercentile } = settings.thresholds;
  const heading = line(FIRST_ROW - 1, 'heading', t('potential.segments'), column);
  if (peers.length === 0) return [heading, line(FIRST_ROW, 'note', t('potential.segments.none'), column)];
  const note = liveText(t('potential.segments.note'), {
    least: live(thresholdName('peersLeast'), peersLeast),
  });
  return [
    heading,
    line(FIRST_ROW, 'note', liveCell(note), column),
    {
      row: FIRST_SEGMENT - 1,
      column,
      role: 'columnHeading',
      align: [null, 'right', 'right', 'right'],
      cells: [
        [
          t('potential.segments.name'),
          t('potential.segments.usable'),
          t('potential.segments.members'),
          t('potential.segments.percentile', { percent: roundHalfUp(peersPercentile * 100, 0) }),
        ],
      ],
    },
    {
      row: FIRST_SEGMENT,
      column,
      role: 'body',
      formats: [TEXT, MONEY_EXACT, COUNT, MONEY_EXACT],
      cells: peers.map(({ name, members, percentile }, index): PlanCell[] => {
        const row = FIRST_SEGMENT + index;
        const usable = `${absolute(row, column + 2)}>=${thresholdName('peersLeast')}`;
        return [
          name,
          {
            formula: `=IF(${usable},${absolute(row, column + 3)},"")`,
            value: members >= peersLeast ? moneyToNumber(percentile) : '',
          },
          members,
          moneyToNumber(percentile),
        ];
      }),
    },
  ];
}
