import type { Thresholds } from '../settings';
import type { ExcelSerial } from '../shared/dates';
import { FIRST_SERIAL, LAST_SERIAL } from '../shared/dates';
import type { CellValue } from '../shared/grid';
import { fieldValue, tableRows } from './book';
import type { PageWords } from './book';
import { completenessOf } from './completeness';
import type { Filled } from './completeness';
import { coverageOf, groupFlags } from './coverage';
import type { DecisionMaker, GroupFlag } from './coverage';
import type { DossierFacts } from './factTypes';
import { freshnessOf } from './freshness';
import type { Freshness } from './freshness';
import { knownFields } from './known';
import { relationScore } from './relationScore';
import type { DOSSIER_LISTS, DossierList, Variant } from './schema';
import { RELATION_QUESTIONS, sectionsOf } from './schema';

/** Tells which value of a list a typed word of any language stands for; null if none. */
export type ChoiceOf = <List extends DossierList>(
  list: List,
  typed: CellValue,
) => (typeof DOSSIER_LISTS)[List][number] | null;

/** What a dossier's figures are made of. */
export interface FigureSources {
  readonly variant: Variant;
  readonly words: PageWords;
  readonly facts: DossierFacts;
  /** Words of the reports of meetings with the client, the newest first; only the first {@link COUNTED_MEETINGS} count. */
  readonly meetings: readonly PageWords[];
  readonly today: ExcelSerial;
  readonly thresholds: Pick<Thresholds, 'freshDays' | 'staleDays'>;
}

/** A section that lacks something: weights filled and all of them. */
export interface SectionGap {
  readonly section: string;
  readonly filled: number;
  readonly all: number;
}

/** A step that is open: an action of the plan, an agreement or the next step of a meeting. */
export interface OpenStep {
  readonly text: string;
  readonly day: ExcelSerial | null;
}

/** What a dossier says in numbers (method.md §5), before any words. */
export interface DossierFigures {
  /** 0 … 1 */
  readonly completeness: number;
  /** The sections that lack most weight, at most {@link MOST_HOLES}, the greatest lack first, then in the order of the page. */
  readonly holes: readonly SectionGap[];
  /** The later of the day typed as updated and the days of the meetings. */
  readonly updated: ExcelSerial | null;
  readonly freshness: Freshness;
  /** 0 … 1; null while nobody of influence is named. */
  readonly coverage: number | null;
  readonly groupFlags: readonly GroupFlag[];
  /** 6 … 24; null until all six questions are answered. */
  readonly score: number | null;
  /** Questions of the relationship answered, 0 … 6. */
  readonly answered: number;
  /** The open step that is due first; those without a day come after all others. Ties in the order of {@link openSteps}. */
  readonly next: OpenStep | null;
}

/** Sections named as holes. */
export const MOST_HOLES = 3;
/** The latest reports of meetings, whose steps and dates a dossier counts. */
export const COUNTED_MEETINGS = 6;

/** The figures of a dossier as its page shows them. */
export function dossierFigures(sources: FigureSources, choiceOf: ChoiceOf): DossierFigures {
  const { variant, words, facts, today, thresholds } = sources;
  const meetings = sources.meetings.slice(0, COUNTED_MEETINGS);
  const filled = filledOf(variant, words, facts);
  const people = decisionMakers(words, choiceOf);
  const updated = latest([
    dayOf(fieldValue(words, 'passport.updated')),
    ...meetings.map((meeting) => dayOf(fieldValue(meeting, 'meeting.date'))),
  ]);
  const relation = relationScore(
    Object.fromEntries(
      RELATION_QUESTIONS.map((question) => [
        question,
        numberIn('score', fieldValue(words, `relations.${question}`), choiceOf),
      ]),
    ),
  );
  return {
    completeness: completenessOf(variant, filled),
    holes: sectionGaps(variant, filled).slice(0, MOST_HOLES),
    updated,
    freshness: freshnessOf(updated, today, thresholds),
    coverage: coverageOf(people),
    groupFlags: groupFlags(people),
    score: relation.score,
    answered: relation.answered,
    next: earliest(openSteps(words, meetings, choiceOf)),
  };
}

/**
 * What is filled: fields that the sheets tell ({@link knownFields}), people's fields that hold anything, tables with a
 * row that holds anything.
 */
export function filledOf(variant: Variant, words: PageWords, facts: DossierFacts): Filled {
  const known = knownFields(facts);
  const filled = new Set<string>();
  for (const { key: section, fields, tables } of sectionsOf(variant)) {
    for (const { key, kind } of fields) {
      const name = `${section}.${key}`;
      const isTyped = kind !== 'auto' && fieldValue(words, name) !== '';
      if (known.has(name) || isTyped) filled.add(name);
    }
    for (const { key } of tables) if (tableRows(words, key).length > 0) filled.add(`${section}.${key}`);
  }
  return filled;
}

/** Sections that lack weight, the greatest lack first, then in the order of the page. */
export function sectionGaps(variant: Variant, filled: Filled): readonly SectionGap[] {
  return sectionsOf(variant)
    .map(({ key: section, fields, tables }): SectionGap => {
      const parts = [...fields, ...tables];
      const done = parts.filter(({ key }) => filled.has(`${section}.${key}`));
      return { section, filled: weightOf(done), all: weightOf(parts) };
    })
    .filter((gap) => gap.filled < gap.all)
    .sort((one, other) => other.all - other.filled - (one.all - one.filled));
}

function weightOf(parts: readonly { readonly weight: number }[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}

/** The people of the decision group as they are typed: every row of the table that holds anything. */
export function decisionMakers(words: PageWords, choiceOf: ChoiceOf): readonly DecisionMaker[] {
  return tableRows(words, 'people').map((row) => ({
    role: choiceOf('role', row.role ?? ''),
    influence: numberIn('influence', row.influence ?? '', choiceOf),
    attitude: numberIn('attitude', row.attitude ?? '', choiceOf),
    contact: numberIn('contact', row.contact ?? '', choiceOf),
  }));
}

/**
 * Steps that are open: actions of the plan, then the next step of the newest meeting that names one, then the agreements
 * of the meetings, each in the order of its table. A step without words is none; done and dropped ones are over.
 */
export function openSteps(
  words: PageWords,
  meetings: readonly PageWords[],
  choiceOf: ChoiceOf,
): readonly OpenStep[] {
  const steps = [
    ...tableRows(words, 'actions').map(({ action, due, status }) => ({ text: action, day: due, status })),
    ...meetings
      .map((meeting) => ({
        text: fieldValue(meeting, 'meeting.nextStep'),
        day: fieldValue(meeting, 'meeting.nextDate'),
        status: '',
      }))
      .filter(({ text }) => text !== '')
      .slice(0, 1),
    ...meetings.flatMap((meeting) =>
      tableRows(meeting, 'agreements').map(({ what, when, state }) => ({
        text: what,
        day: when,
        status: state,
      })),
    ),
  ];
  return steps.flatMap(({ text = '', day = '', status = '' }) =>
    text === '' || isOver(status, choiceOf) ? [] : [{ text: String(text), day: dayOf(day) }],
  );
}

/** Whether the state of an action says that nothing is left to do. */
export function isOver(state: CellValue, choiceOf: ChoiceOf): boolean {
  const status = choiceOf('actionStatus', state);
  return status === 'done' || status === 'dropped';
}

/** A day that formulas can count with: a number that Excel shows as a date of our time; null for anything else. */
export function dayOf(value: CellValue): ExcelSerial | null {
  const isDay = typeof value === 'number' && value >= FIRST_SERIAL && value < LAST_SERIAL + 1;
  return isDay ? (Math.floor(value) as ExcelSerial) : null;
}

function earliest(steps: readonly OpenStep[]): OpenStep | null {
  let first: OpenStep | null = null;
  for (const step of steps) {
    if (first === null || (step.day ?? Infinity) < (first.day ?? Infinity)) first = step;
  }
  return first;
}

function latest(days: readonly (ExcelSerial | null)[]): ExcelSerial | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}

function numberIn(
  list: 'influence' | 'attitude' | 'contact' | 'score',
  typed: CellValue,
  choiceOf: ChoiceOf,
): number | null {
  const choice = choiceOf(list, typed);
  return choice === null ? null : Number(choice);
}
