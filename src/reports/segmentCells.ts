import { LETTERS } from '../domain/entries';
import { moneyToNumber } from '../domain/shared/money';
import { absolute, areaAddress, onSheet } from './addresses';
import { allWords, letterWords, PLACEHOLDERS, volumeWords } from './classWords';
import { BASE_ROW, BASE_COLUMN, baseOf, SUMMARY_ROW } from './classSummary';
import type { ClientTable } from './clientTable';
import { columnAddress } from './clientTable';
import type { ReportContext } from './context';
import { TEXT } from './formats';
import type { Live } from './live';
import { literal, live, liveCell, liveText, percentOf, roundHalfUp } from './live';
import { BASE_NAME, choiceName, thresholdName } from './names';
import type { Block, PlanCell } from './plan';
import { KNOWN_CELL } from './potential/table';
import { line } from './tabHead';
import { afterWorking, LIMIT_DECIMALS } from './workingPlace';

/** Values the rows compare with, one cell each, from the top. */
const VALUES = [
  'model',
  'curve',
  'boundA',
  'boundB',
  'core',
  'much',
  'growth',
  'budgetLimit',
  'xyzX',
  'xyzY',
  'xyzMonths',
  'xyzPurchases',
  'rfm',
  'below',
  'notBelow',
] as const;
export type SegmentValue = (typeof VALUES)[number];

/** Widths of the gap, the values (words, value), a gap, the words (class, strategy, step), a gap, the letters in force. */
export const SEGMENT_WIDTHS = [3, 46, 16, 3, 36, 48, 48, 3, 8, 36];
const VALUE_OFFSET = 2;
const WORDS_OFFSET = 4;
const LETTER_OFFSET = 8;
const FIRST_ROW = SUMMARY_ROW + 1;
const FIRST_VOLUME = LETTERS.length + PLACEHOLDERS.length;

/** What reads where nobody buys much: a text, which Excel holds to be larger than any number. */
export const NOBODY = '—';
/** Decimals of exact money, and one finer rounding that swallows binary noise before it is rounded up. */
const MONEY_DECIMALS = 4;
const NOISE_DECIMALS = 7;

/** References to the working cells about potential, for the rows of «ABCD» and of «Потенциал». */
export interface SegmentCells {
  readonly value: Readonly<Record<SegmentValue, string>>;
  /** Three columns: every class in words, its strategy, its next step. */
  readonly words: string;
  /** Words of a letter by potential, A to D. */
  readonly letterWords: readonly string[];
  /** Two columns: a letter, and its words in the model in force. */
  readonly letters: string;
  /** The four letters. */
  readonly letterKeys: string;
}

/** Where the working cells stand, on the tab itself. */
export function segmentCells(table: ClientTable): SegmentCells {
  const left = afterWorking(table);
  const at = (index: number, offset: number) => absolute(FIRST_ROW + index, left + offset);
  const value = Object.fromEntries(VALUES.map((key, index) => [key, at(index, VALUE_OFFSET)])) as Record<
    SegmentValue,
    string
  >;
  const area = (column: number, rows: number, columns: number) =>
    areaAddress({ row: FIRST_ROW, column: left + column, rows, columns });
  return {
    value,
    words: area(WORDS_OFFSET, FIRST_VOLUME + LETTERS.length, 3),
    letterWords: LETTERS.map((_, index) => at(index, WORDS_OFFSET)),
    letters: area(LETTER_OFFSET, LETTERS.length, 2),
    letterKeys: area(LETTER_OFFSET, LETTERS.length, 1),
  };
}

/** The working cells about potential, right of those of the volume classes. */
export function segmentBlocks(ctx: ReportContext, table: ClientTable): readonly Block[] {
  const { t, settings, analysis } = ctx;
  const left = afterWorking(table);
  const cells = segmentCells(table);
  const values = segmentValues(ctx, table);
  const isPotential = analysis.segments.model === 'potential';
  const growth = letterWords('growth', t);
  const budget = letterWords('budget', t);
  const inForce = allWords(settings.choices.letters, t);
  const volume = volumeWords(t);
  const byModel = (index: number, pick: 'words' | 'strategy' | 'action'): PlanCell => ({
    formula: `=IF(${cells.value.growth}=1,${literal(growth[index]?.[pick] ?? '')},${literal(budget[index]?.[pick] ?? '')})`,
    value: inForce[index]?.[pick] ?? '',
  });
  return [
    line(SUMMARY_ROW, 'heading', t('segments.limits'), left + 1),
    {
      row: FIRST_ROW,
      column: left + 1,
      role: 'note',
      formats: [TEXT, null],
      cells: VALUES.map((key) => [t(`segments.limits.${key}`), liveCell(values[key])]),
    },
    line(SUMMARY_ROW, 'heading', t('segments.limits.words'), left + WORDS_OFFSET),
    {
      row: FIRST_ROW,
      column: left + WORDS_OFFSET,
      role: 'note',
      formats: [null, null, null],
      cells: inForce.map(({ words, strategy, action }, index) =>
        index < LETTERS.length
          ? [byModel(index, 'words'), byModel(index, 'strategy'), byModel(index, 'action')]
          : [words, strategy, action],
      ),
    },
    line(SUMMARY_ROW, 'heading', t('segments.limits.letters'), left + LETTER_OFFSET),
    {
      row: FIRST_ROW,
      column: left + LETTER_OFFSET,
      role: 'note',
      formats: [TEXT, null],
      cells: LETTERS.map((letter, index): PlanCell[] => [
        letter,
        {
          formula: `=IF(${cells.value.model}=1,${cells.letterWords[index] ?? ''},${literal(volume[index]?.words ?? '')})`,
          value: (isPotential ? inForce : volume)[index]?.words ?? '',
        },
      ]),
    },
  ];
}

/** Each value as a formula with what it must give. */
function segmentValues(ctx: ReportContext, table: ClientTable): Readonly<Record<SegmentValue, Live>> {
  const { t, settings, analysis, tabNames } = ctx;
  const { thresholds, choices } = settings;
  const { segments } = analysis;
  const { value: at } = segmentCells(table);
  const base = baseOf(analysis);
  const { curve } = segments.limits;
  const threshold = (key: 'budgetLimit' | 'xyzX' | 'xyzY' | 'xyzMonths' | 'xyzPurchases') =>
    live(thresholdName(key), thresholds[key]);
  const chosen = (isChosen: boolean, formula: string) => live(formula, isChosen ? 1 : 0);
  const bound = (key: 'classA' | 'classB', money: number, inForce: number): Live =>
    live(`IF(${at.curve}=1,${base > 0 ? money / base : 0},${thresholdName(key)})`, inForce);
  const limit = percentOf(at.budgetLimit, thresholds.budgetLimit);
  return {
    model: chosen(segments.model === 'potential', `IF(${onSheet(tabNames.potential, KNOWN_CELL)}>0,1,0)`),
    curve: chosen(
      choices.bounds === 'curve',
      `IF(${choiceName('bounds')}=${literal(t('choice.bounds.curve'))},1,0)`,
    ),
    boundA: bound('classA', moneyToNumber(curve.a), segments.bounds.a),
    boundB: bound('classB', moneyToNumber(curve.b), segments.bounds.b),
    core: live(
      `ROUND(${thresholdName('classCore')}*${BASE_NAME},${LIMIT_DECIMALS})`,
      roundHalfUp(thresholds.classCore * base, LIMIT_DECIMALS),
    ),
    much: leastMuchCell(ctx, table),
    growth: chosen(
      choices.letters === 'growth',
      `IF(${choiceName('letters')}=${literal(t('choice.letters.budget'))},0,1)`,
    ),
    budgetLimit: threshold('budgetLimit'),
    xyzX: threshold('xyzX'),
    xyzY: threshold('xyzY'),
    xyzMonths: threshold('xyzMonths'),
    xyzPurchases: threshold('xyzPurchases'),
    rfm: live(
      `IF(${segments.rfmClients}<${thresholdName('rfmLeast')},0,IF(${segments.rfmClients}<${thresholdName('rfmQuintiles')},3,5))`,
      rfmParts(ctx),
    ),
    below: liveText(t('segments.rule.below'), { limit }),
    notBelow: liveText(t('segments.rule.notBelow'), { limit }),
  };
}

/** Parts that RFM scores go by: none while it is hidden (method.md §2). */
export function rfmParts({ analysis, settings }: ReportContext): 0 | 3 | 5 {
  const { rfmClients } = analysis.segments;
  if (rfmClients < settings.thresholds.rfmLeast) return 0;
  return rfmClients < settings.thresholds.rfmQuintiles ? 3 : 5;
}

/** The least revenue that counts as buying much (method.md §2), by the rule chosen on «Настройки». */
function leastMuchCell({ t, analysis }: ReportContext, table: ClientTable): Live {
  const { leastMuch } = analysis.segments;
  const revenue = columnAddress(table, 'revenue');
  const classes = columnAddress(table, 'class');
  const buyers = `COUNTIF(${revenue},">0")`;
  const is = (value: 'sum' | 'mean' | 'top') => `${choiceName('much')}=${literal(t(`choice.much.${value}`))}`;
  const ifBought = (formula: string) => `IF(${buyers}=0,"${NOBODY}",${formula})`;
  const base = absolute(BASE_ROW, BASE_COLUMN);
  const mean = `ROUNDUP(ROUND(${base}/${buyers},${NOISE_DECIMALS}),${MONEY_DECIMALS})`;
  const top = `LARGE(${revenue},MIN(MAX(1,INT(${thresholdName('muchTop')})),${buyers}))`;
  const lastA = `IF(COUNTIF(${classes},"A")=0,"${NOBODY}",LARGE(${revenue},COUNTIF(${classes},"A")))`;
  // Nobody buys much without buying: a sum of zero counts as the smallest amount there is.
  const sum = `MAX(${thresholdName('muchSum')},${10 ** -MONEY_DECIMALS})`;
  return live(
    `IF(${is('sum')},${sum},IF(${is('mean')},${ifBought(mean)},` +
      `IF(${is('top')},${ifBought(top)},${lastA})))`,
    leastMuch === null ? NOBODY : moneyToNumber(leastMuch),
  );
}
