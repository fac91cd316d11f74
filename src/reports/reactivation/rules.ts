import { INTERVAL_CLASSES } from '../../domain/team/types';
import type { DetectedType, IntervalClass } from '../../domain/team/types';
import type { CellValue } from '../../domain/shared/grid';
import { limitsTypeOf } from '../../domain/health/status';
import type { ThresholdKey } from '../../domain/thresholds';
import { absolute, areaAddress } from '../addresses';
import type { ReportContext } from '../context';
import { dateFormat } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, liveText } from '../live';
import { BASE_NAME, choiceName, DETECTED_TYPE_NAME, thresholdName, TYPE_IN_FORCE_NAME } from '../names';
import type { Block, PlanName } from '../plan';
import { line } from '../tabHead';
import type { Buyer, ReactivationColumn } from './table';
import { columnAddress, REACTIVATION_COLUMNS } from './table';
import { CHOSEN_TYPES, typeWords } from './words';

/** Widths of the working cells right of the table: a gap, labels, values, a gap, types with their limits. */
export const RULE_WIDTHS = [3, 44, 18, 3, 26, 10, 10, 10];
const LABEL_COLUMN = REACTIVATION_COLUMNS.length + 2;
const VALUE_COLUMN = LABEL_COLUMN + 1;
const TYPE_COLUMN = VALUE_COLUMN + 2;
const FIRST_ROW = 5;

/** Types of sales in the order of their table; those of one median decide the limits of the others. */
const TYPES: readonly DetectedType[] = [...CHOSEN_TYPES, 'portfolio', 'unknown'];
const LIMITS = ['Active', 'Cooling', 'Sleeping'] as const;

/** Thresholds that the rows compare with. */
const ROW_THRESHOLDS = [
  'newDays',
  'lostDays',
  'rhythmDates',
  'rhythmFloor',
  'rhythmActive',
  'rhythmCooling',
  'rhythmSleeping',
] as const satisfies readonly ThresholdKey[];

/** Working cells with one value each, in their order. */
const RULE_KEYS = [
  'asOf',
  'fileStart',
  'fileMonths',
  'knownFrom',
  ...ROW_THRESHOLDS,
  'clients',
  'median',
  'oldClients',
  'oldSingles',
  ...INTERVAL_CLASSES,
  'detected',
  'inForce',
  'limitActive',
  'limitCooling',
  'limitSleeping',
] as const;
type RuleKey = (typeof RULE_KEYS)[number];

/** Facts of the file: values, not formulas. */
const CONSTANT: ReadonlySet<RuleKey> = new Set<RuleKey>(['asOf', 'fileStart', 'fileMonths']);

/** Sentences behind a status; their words stand once beside the table, the rows add their numbers. */
const REASONS = ['new', 'single', 'own', 'type'] as const;
type Reason = (typeof REASONS)[number];

/** Numbers that differ from row to row; all others stand in the words. */
const ROW_NUMBERS = ['sinceFirst', 'since', 'rhythm', 'active', 'cooling', 'sleeping'] as const;
type RowNumber = (typeof ROW_NUMBERS)[number];
const ROW_NUMBER = new RegExp(`\\{(${ROW_NUMBERS.join('|')})\\}`);

/** The numbers of a sentence; those that its words do not name are not shown. */
type Numbers<T> = Readonly<Partial<Record<RowNumber, T>>>;

/** The working cells of the tab: what they hold, and how the rows refer to them. */
export interface Rules {
  readonly blocks: readonly Block[];
  readonly names: readonly PlanName[];
  /** Reference to a working cell. */
  readonly at: (key: RuleKey) => string;
  /** The formula of a sentence: words from the working cells, the numbers in braces from the row. */
  readonly sentence: (reason: Reason, numbers: Numbers<string>) => string;
  /** What it must give. */
  readonly words: (reason: Reason, numbers: Numbers<CellValue>) => string;
  /** Number of columns of the sheet that the working cells reach to. */
  readonly lastColumn: number;
}

/** Reference to a working cell of the tab. */
export function ruleCell(key: RuleKey): string {
  return absolute(FIRST_ROW + RULE_KEYS.indexOf(key), VALUE_COLUMN);
}

/**
 * Thresholds, the type of sales in force (method.md §7, detected live) and the words of the reasons, right of the
 * table: in thousands of rows a name would make IronCalc, the engine of the workbench, a hundred times slower.
 */
export function rulesOf(ctx: ReportContext, buyers: readonly Buyer[]): Rules {
  const { t, language } = ctx;
  const values = ruleValues(ctx, buyers);
  const words = phrases(ctx, values);
  const firstPhrase = FIRST_ROW + RULE_KEYS.length + 1;
  const rowOfReason = new Map<Reason, number>();
  let row = firstPhrase;
  for (const reason of REASONS) {
    rowOfReason.set(reason, row);
    row += words[reason].pieces.length;
  }
  const blocks: Block[] = [
    line(FIRST_ROW - 1, 'heading', t('reactivation.rules'), LABEL_COLUMN),
    {
      row: FIRST_ROW,
      column: LABEL_COLUMN,
      role: 'note',
      cells: RULE_KEYS.map((key) => [t(`reactivation.rule.${key}`)]),
    },
    ...RULE_KEYS.map((key): Block => ({
      row: FIRST_ROW + RULE_KEYS.indexOf(key),
      column: VALUE_COLUMN,
      role: 'note',
      formats: [key === 'asOf' || key === 'fileStart' || key === 'knownFrom' ? dateFormat(language) : null],
      cells: [[CONSTANT.has(key) ? values[key].value : liveCell(values[key])]],
    })),
    {
      row: firstPhrase,
      column: VALUE_COLUMN,
      role: 'note',
      cells: REASONS.flatMap((reason) => words[reason].pieces.map((piece) => [liveCell(piece)])),
    },
    line(FIRST_ROW - 1, 'heading', t('reactivation.rules.types'), TYPE_COLUMN),
    {
      row: FIRST_ROW,
      column: TYPE_COLUMN,
      role: 'note',
      cells: TYPES.map((type) => [
        typeWords(type, t),
        ...LIMITS.map((limit) => {
          const key = limitKey(type, limit);
          return liveCell(live(thresholdName(key), ctx.settings.thresholds[key]));
        }),
      ]),
    },
  ];
  return {
    blocks,
    names: [
      { name: DETECTED_TYPE_NAME, area: valueArea('detected') },
      { name: TYPE_IN_FORCE_NAME, area: valueArea('inForce') },
    ],
    at: ruleCell,
    sentence: (reason, numbers) => {
      const { pieces, gaps } = words[reason];
      const first = rowOfReason.get(reason) ?? firstPhrase;
      const cell = (index: number) => absolute(first + index, VALUE_COLUMN);
      return pieces.map((_, index) => [...partBefore(gaps, numbers, index), cell(index)].join('&')).join('&');
    },
    words: (reason, numbers) => {
      const { pieces, gaps } = words[reason];
      return pieces.map(({ value }, index) => [...partBefore(gaps, numbers, index), value].join('')).join('');
    },
    lastColumn: TYPE_COLUMN + LIMITS.length,
  };
}

/** The number that stands before a piece of a sentence: none before the first. */
function partBefore<T>(gaps: readonly RowNumber[], numbers: Numbers<T>, index: number): readonly T[] {
  const gap = gaps[index - 1];
  const number = gap && numbers[gap];
  return number === undefined ? [] : [number];
}

function valueArea(key: RuleKey) {
  return { row: FIRST_ROW + RULE_KEYS.indexOf(key), column: VALUE_COLUMN, rows: 1, columns: 1 };
}

function limitKey(type: DetectedType, limit: (typeof LIMITS)[number]): ThresholdKey {
  return `${limitsTypeOf(type)}${limit}`;
}

function ruleValues(ctx: ReportContext, buyers: readonly Buyer[]): Readonly<Record<RuleKey, Live>> {
  const { t, analysis, settings } = ctx;
  const { thresholds } = settings;
  const { team, health, asOf } = analysis;
  if (!team || !health || asOf === null) throw new Error('The rules of the rhythm need dates');

  const column = (key: ReactivationColumn) => columnAddress(key, buyers.length);
  const threshold = (key: ThresholdKey) => live(thresholdName(key), thresholds[key]);
  const type = (each: DetectedType) => literal(typeWords(each, t));
  const at = ruleCell;
  const old = `"<="&EDATE(${at('asOf')},-${thresholdName('singleMonths')})`;
  const short = thresholdName('transactionalDays');
  const long = thresholdName('mixedDays');
  const spans: Readonly<Record<IntervalClass, string>> = {
    transactional: `${column('own')},"<="&${short}`,
    mixed: `${column('own')},">"&${short},${column('own')},"<="&${long}`,
    consultative: `${column('own')},">"&${long}`,
  };
  const part = (each: IntervalClass) =>
    live(
      `IF(${BASE_NAME}>0,SUMIFS(${column('revenue')},${column('revenue')},">0",${spans[each]})/${BASE_NAME},0)`,
      team.revenueByInterval[each],
    );
  const types = areaAddress({
    row: FIRST_ROW,
    column: TYPE_COLUMN,
    rows: TYPES.length,
    columns: LIMITS.length + 1,
  });
  const chosen = areaAddress({ row: FIRST_ROW, column: TYPE_COLUMN, rows: CHOSEN_TYPES.length, columns: 1 });
  const limit = (index: number) => {
    const key = limitKey(team.type, LIMITS[index] ?? 'Active');
    return live(`VLOOKUP(${at('inForce')},${types},${index + 2},FALSE)`, thresholds[key]);
  };
  const parts = areaAddress({ ...valueArea('transactional'), rows: INTERVAL_CLASSES.length });
  return {
    asOf: live(String(asOf), asOf),
    fileStart: live(String(health.fileStart), health.fileStart),
    fileMonths: live(String(team.fileMonths), team.fileMonths),
    knownFrom: live(`EDATE(${at('fileStart')},${thresholdName('startMonths')})`, health.seconds.knownFrom),
    newDays: threshold('newDays'),
    lostDays: threshold('lostDays'),
    rhythmDates: threshold('rhythmDates'),
    rhythmFloor: threshold('rhythmFloor'),
    rhythmActive: threshold('rhythmActive'),
    rhythmCooling: threshold('rhythmCooling'),
    rhythmSleeping: threshold('rhythmSleeping'),
    clients: live(`COUNT(${column('first')})`, buyers.length),
    median: live(`IF(COUNT(${column('own')})>0,MEDIAN(${column('own')}),"")`, team.medianInterval ?? ''),
    oldClients: live(`COUNTIF(${column('first')},${old})`, team.oldClients),
    oldSingles: live(`COUNTIFS(${column('first')},${old},${column('days')},1)`, team.oldSingles),
    transactional: part('transactional'),
    mixed: part('mixed'),
    consultative: part('consultative'),
    detected: live(
      `IF(OR(${at('fileMonths')}<${thresholdName('teamMonths')},${at('clients')}<${thresholdName('teamClients')}),` +
        `${type('unknown')},IF(AND(${at('oldClients')}>0,${at('oldClients')}>=${thresholdName('teamClients')},` +
        `${at('oldSingles')}/MAX(1,${at('oldClients')})>=${thresholdName('projectSingles')}),${type('project')},` +
        `IF(${at('median')}="",${type('unknown')},IF(MAX(${parts})<${thresholdName('portfolioPart')},` +
        `${type('portfolio')},IF(${at('median')}<=${short},${type('transactional')},` +
        `IF(${at('median')}<=${long},${type('mixed')},${type('consultative')}))))))`,
      typeWords(team.detected, t),
    ),
    inForce: live(
      `IF(ISNUMBER(MATCH(${choiceName('salesType')},${chosen},0)),${choiceName('salesType')},${at('detected')})`,
      typeWords(team.type, t),
    ),
    limitActive: limit(0),
    limitCooling: limit(1),
    limitSleeping: limit(2),
  };
}

/** A sentence cut at the numbers of the row: words between them, and the names of the numbers. */
interface Phrase {
  readonly pieces: readonly Live[];
  readonly gaps: readonly RowNumber[];
}

function phrases(
  { t }: ReportContext,
  values: Readonly<Record<RuleKey, Live>>,
): Readonly<Record<Reason, Phrase>> {
  const cell = (key: RuleKey): Live => live(ruleCell(key), values[key].value);
  const shared = {
    new: cell('newDays'),
    lost: cell('lostDays'),
    type: cell('inForce'),
    typeActive: cell('limitActive'),
    typeCooling: cell('limitCooling'),
    typeSleeping: cell('limitSleeping'),
  };
  const phraseOf = (template: string): Phrase => {
    const split = template.split(ROW_NUMBER);
    return {
      pieces: split.filter((_, index) => index % 2 === 0).map((words) => liveText(words, shared)),
      gaps: split.filter((_, index) => index % 2 === 1) as RowNumber[],
    };
  };
  return {
    new: phraseOf(t('reactivation.reason.new')),
    single: phraseOf(t('reactivation.reason.single')),
    own: phraseOf(t('reactivation.reason.own')),
    type: phraseOf(t('reactivation.reason.type')),
  };
}
