import fc from '../../support/fastCheck';
import {
  COUNTED_MEETINGS,
  dayOf,
  dossierFigures,
  filledOf,
  isOver,
  openSteps,
  sectionGaps,
} from '../../../src/domain/dossiers/figures';
import type { FigureSources } from '../../../src/domain/dossiers/figures';
import { NOT_IN_SALES } from '../../../src/domain/dossiers/facts';
import type { DossierFacts } from '../../../src/domain/dossiers/factTypes';
import { knownFields } from '../../../src/domain/dossiers/known';
import { sectionsOf } from '../../../src/domain/dossiers/schema';
import type { ClientKey } from '../../../src/domain/sales/types';
import type { CellValue } from '../../../src/domain/shared/grid';
import { DEFAULT_THRESHOLDS } from '../../../src/domain/thresholds';
import { choiceOf, wordsOf } from '../../../src/i18n/dossierWords';
import { day, roubles } from '../../support/ledger';
import { wordsFrom } from '../../support/typedDossiers';
import type { TypedWords } from '../../support/typedDossiers';

const TODAY = day('2026-11-25');
const NOTHING = { deals: 0, amount: roubles(0), expected: roubles(0) };

/** A client of whom the sheets tell nothing. */
const UNKNOWN: DossierFacts = {
  ...NOT_IN_SALES,
  key: 'ромашка' as ClientKey,
  name: null,
  potential: null,
  deals: { open: [], openSum: NOTHING, wonSum: NOTHING },
};

const figures = (words: TypedWords, more: Partial<FigureSources> = {}) =>
  dossierFigures(
    {
      variant: 'key',
      words: wordsFrom(words),
      facts: UNKNOWN,
      meetings: [],
      today: TODAY,
      thresholds: DEFAULT_THRESHOLDS,
      ...more,
    },
    choiceOf,
  );
const steps = (words: TypedWords, meetings: readonly TypedWords[] = []) =>
  openSteps(wordsFrom(words), meetings.map(wordsFrom), choiceOf).map(({ text }) => text);

/** Weights of a variant's fields and tables. */
const weightOf = (variant: 'key' | 'strategic') =>
  sectionsOf(variant).reduce(
    (sum, { fields, tables }) => sum + [...fields, ...tables].reduce((part, { weight }) => part + weight, 0),
    0,
  );

describe('what is filled', () => {
  test('nothing, where nobody wrote and the sheets tell nothing', () => {
    expect(figures({}).completeness).toBe(0);
    expect(figures({}, { variant: 'strategic' }).completeness).toBe(0);
  });

  test('fields by their weights, a table by having a row: 2 + 1 + 5 + 4 of all', () => {
    const { completeness } = figures({
      'business.pains': 'Сроки',
      'passport.industry': 'Металл',
      'people.r1': { name: 'Орлов' },
      'people.r2': { name: 'Белова' },
      'actions.r1': { owner: 'Мы' },
    });
    expect(completeness).toBeCloseTo(12 / weightOf('key'), 12);
  });

  test('what the sheets tell counts as filled, whether anybody types there or not', () => {
    const facts = { ...UNKNOWN, name: 'Ромашка', isKey: true, manager: 'Иванова' };
    expect([...knownFields(facts)].sort()).toEqual([
      'passport.client',
      'passport.keyReason',
      'passport.manager',
    ]);
    expect(figures({}, { facts }).completeness).toBeCloseTo(3 / weightOf('key'), 12);
    expect(figures({ 'passport.manager': 'Петров' }, { facts }).completeness).toBeCloseTo(
      3 / weightOf('key'),
      12,
    );
  });

  test('a field that the sheets fill is not filled by typing; one they may know is', () => {
    const filled = filledOf(
      'key',
      wordsFrom({ 'passport.client': 'Ромашка', 'passport.places': 'Пермь' }),
      UNKNOWN,
    );
    expect([...filled]).toEqual(['passport.places']);
  });

  test('sections that lack most come first, then in the order of the page; at most three', () => {
    const gaps = sectionGaps('key', new Set(['passport.updated', 'group.people']));
    const lacks = gaps.map(({ filled, all }) => all - filled);
    expect(lacks).toEqual([...lacks].sort((a, b) => b - a));
    expect(gaps.map(({ section }) => section)).not.toContain('group');
    // Passport, sales and relations weigh 11 each, the plan 8, everything else less.
    expect(figures({}).holes).toEqual(
      ['passport', 'sales', 'relations'].map((section) => ({ section, filled: 0, all: 11 })),
    );
  });
});

describe('when it was updated', () => {
  test.each<[string, TypedWords, TypedWords[], string | null]>([
    ['never', {}, [], null],
    ['as typed', { 'passport.updated': day('2026-11-01') }, [], '2026-11-01'],
    [
      'by a later meeting',
      { 'passport.updated': day('2026-11-01') },
      [{ 'meeting.date': day('2026-11-20') }],
      '2026-11-20',
    ],
    [
      'not by an earlier one',
      { 'passport.updated': day('2026-11-01') },
      [{ 'meeting.date': day('2026-10-20') }],
      '2026-11-01',
    ],
    ['a text is no day', { 'passport.updated': '01.11.2026' }, [], null],
    ['nor is a number out of our time', { 'passport.updated': 20261101 }, [], null],
  ])('%s', (_name, words, meetings, expected) => {
    const { updated, freshness } = figures(words, { meetings: meetings.map(wordsFrom) });
    expect(updated).toBe(expected === null ? null : day(expected));
    expect(freshness).toBe(expected === null ? 'unknown' : 'fresh');
  });

  test('fresh up to 90 days, ageing up to 180, then stale', () => {
    const on = (days: number) => figures({ 'passport.updated': TODAY - days }).freshness;
    expect([90, 91, 180, 181].map(on)).toEqual(['fresh', 'ageing', 'ageing', 'stale']);
  });

  test('a day with an hour is that day', () => {
    expect(dayOf(TODAY + 0.75)).toBe(TODAY);
    expect(dayOf('')).toBeNull();
  });
});

describe('the decision group', () => {
  const people: TypedWords = {
    'people.r1': { name: 'Орлов', role: 'ЛПР', influence: '3', attitude: 2, contact: '3' },
    'people.r2': { name: 'Белова', role: 'user', influence: 1, attitude: '0', contact: 0 },
  };

  test('is read from words of any language and from numbers typed as text: (3·1·1 + 1·½·0) ÷ 4', () => {
    expect(figures(people).coverage).toBeCloseTo(0.75, 12);
    expect(figures(people).groupFlags).toEqual(['singleContact']);
  });

  test('no flag and no coverage while nobody is named', () => {
    expect(figures({}).coverage).toBeNull();
    expect(figures({}).groupFlags).toEqual([]);
  });

  test('what cannot be understood counts as unanswered', () => {
    const odd = { 'people.r1': { name: 'Орлов', role: 'шеф', influence: 'много', attitude: 7, contact: 1 } };
    expect(figures(odd).coverage).toBeNull();
    expect(figures(odd).groupFlags).toEqual(['noDecider', 'singleContact']);
  });
});

describe('the score', () => {
  const six = (answer: CellValue): TypedWords =>
    Object.fromEntries(
      ['trust', 'access', 'information', 'breadth', 'jointWork', 'loyalty'].map((each) => [
        `relations.${each}`,
        answer,
      ]),
    );

  test('is the sum of six answers, none until all are given', () => {
    expect(figures(six('3'))).toMatchObject({ score: 18, answered: 6 });
    expect(figures({ ...six(4), 'relations.trust': '' })).toMatchObject({ score: null, answered: 5 });
    expect(figures({ ...six(4), 'relations.trust': 9 })).toMatchObject({ score: null, answered: 5 });
  });
});

describe('open steps', () => {
  test('actions, then the next step of the newest meeting that names one, then agreements', () => {
    expect(
      steps({ 'actions.r1': { action: 'План' }, 'actions.r2': { owner: 'Мы' } }, [
        { 'agreements.r1': { what: 'Счёт' } },
        { 'meeting.nextStep': 'Звонок', 'agreements.r1': { what: 'Образцы', state: 'planned' } },
        { 'meeting.nextStep': 'Старое' },
      ]),
    ).toEqual(['План', 'Звонок', 'Счёт', 'Образцы']);
  });

  test('done and dropped ones are over, in any language', () => {
    expect([isOver('', choiceOf), isOver('кто его знает', choiceOf)]).toEqual([false, false]);
    const over = (['done', 'dropped'] as const).flatMap((state) => wordsOf('actionStatus', state));
    expect(over).toHaveLength(4);
    for (const state of over) expect(isOver(state, choiceOf)).toBe(true);
    for (const state of ['planned', 'running'] as const)
      for (const word of wordsOf('actionStatus', state)) expect(isOver(word, choiceOf)).toBe(false);
  });

  test('the one due first is next; without days the first one is; one with a day comes before', () => {
    const rows = {
      'actions.r1': { action: 'Когда-нибудь' },
      'actions.r2': { action: 'Позже', due: TODAY + 20 },
      'actions.r3': { action: 'Скоро', due: TODAY + 2 },
      'actions.r4': { action: 'Тоже скоро', due: TODAY + 2 },
    };
    expect(figures(rows).next).toEqual({ text: 'Скоро', day: TODAY + 2 });
    expect(
      figures({ 'actions.r1': { action: 'А' }, 'actions.r2': { action: 'Б', due: 'завтра' } }).next,
    ).toEqual({
      text: 'А',
      day: null,
    });
    expect(figures({}).next).toBeNull();
  });

  test('of meetings only the latest count', () => {
    const meetings = Array.from({ length: COUNTED_MEETINGS + 1 }, (_, i) =>
      wordsFrom({ 'agreements.r1': { what: `Дело ${i}`, when: TODAY - i } }),
    );
    expect(figures({}, { meetings }).next?.text).toBe(`Дело ${COUNTED_MEETINGS - 1}`);
  });
});

test('figures stay in their bounds, whatever is typed', () => {
  const anything = fc.oneof(fc.string(), fc.double({ noNaN: true }), fc.boolean());
  const keys = fc.constantFrom('passport.updated', 'relations.trust', 'business.pains', 'plan.goal');
  const row = fc.dictionary(
    fc.constantFrom('role', 'influence', 'attitude', 'contact', 'action', 'due'),
    anything,
  );
  fc.assert(
    fc.property(fc.dictionary(keys, anything), fc.array(row, { maxLength: 4 }), (fields, rows) => {
      const tables = rows.flatMap((each, i) => [
        [`people.r${i + 1}`, each] as const,
        [`actions.r${i + 1}`, each] as const,
      ]);
      const { completeness, coverage, score, updated } = figures({
        ...fields,
        ...Object.fromEntries(tables),
      });
      expect(completeness).toBeGreaterThanOrEqual(0);
      expect(completeness).toBeLessThanOrEqual(1);
      if (coverage !== null) expect(coverage >= 0 && coverage <= 1).toBe(true);
      expect(score === null || (score >= 6 && score <= 24)).toBe(true);
      expect(updated === null || Number.isInteger(updated)).toBe(true);
    }),
  );
});
