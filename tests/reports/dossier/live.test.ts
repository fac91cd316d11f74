import { sectionsOf } from '../../../src/domain/dossiers/schema';
import { figureCells, figuresOf } from '../../../src/reports/dossierFigureCells';
import { thresholdName } from '../../../src/reports/names';
import { DOSSIER_FIGURES } from '../../../src/reports/pages';
import type { DossierFigure } from '../../../src/reports/pages';
import type { PagePlan } from '../../../src/reports/plan';
import { potentialArea, potentialTable } from '../../../src/reports/potential/table';
import type { CellValue } from '../../../src/domain/shared/grid';
import { wrong } from '../../support/dealTabs';
import { withDossiers } from '../../support/typedDossiers';
import type { TypedDossier, TypedWords } from '../../support/typedDossiers';
import { day, roubles } from '../../support/ledger';
import type { Sale } from '../../support/ledger';
import { cellOf, livePages, placeOf } from '../../support/livePages';
import type { LivePages } from '../../support/livePages';
import { cellsOf, loadIronCalc } from '../../support/recalculate';
import { contextOf } from '../../support/reportContext';

beforeAll(loadIronCalc);

/** Two years of sales: «Альфа» brings two thirds of the revenue. */
const SALES: readonly Sale[] = [
  { client: 'Альфа', amount: roubles(600), date: '2026-10-30', manager: 'Иванова', product: 'Болт' },
  { client: 'Альфа', amount: roubles(400), date: '2025-03-30', manager: 'Иванова', product: 'Гайка' },
  { client: 'Бета', amount: roubles(250), date: '2026-09-01', manager: 'Петров', product: 'Винт' },
  { client: 'Гамма', amount: roubles(50), date: '2026-06-01', manager: 'Петров', product: 'Болт' },
];

const PEOPLE: TypedWords = {
  'people.r1': { name: 'Директор', role: 'ЛПР', influence: 2, attitude: 1, contact: 2 },
  'people.r2': { name: 'Закупщик', role: 'buyer', influence: 1, attitude: -1, contact: 1 },
  'people.r3': { name: 'Финансист', role: 'ЛФР', influence: 3, attitude: 0, contact: 3 },
};
const SCORE: TypedWords = {
  'relations.trust': 1,
  'relations.access': 2,
  'relations.information': 3,
  'relations.breadth': 4,
  'relations.jointWork': 4,
  'relations.loyalty': 4,
};

const contextWith = (typed: Partial<TypedDossier> = {}) =>
  withDossiers(contextOf(SALES), [{ number: 1, client: 'Альфа', ...typed }]);

function dossierIn(live: LivePages): PagePlan {
  const plan = live.pages.find(({ key }) => key === 'dossier1');
  if (!plan) throw new Error('There is a dossier');
  return plan;
}

/** A figure of the first dossier as it is calculated now. */
function figure(live: LivePages, name: DossierFigure, below = 0): CellValue {
  const plan = dossierIn(live);
  const { row, column } = placeOf(plan, name);
  return live.tabs.read(plan, row + below, column);
}

function type(live: LivePages, cells: Readonly<Record<string, CellValue | null>>): void {
  const plan = dossierIn(live);
  live.tabs.typeAll(
    plan,
    Object.entries(cells).map(([name, value]) => ({ ...cellOf(plan, name), value })),
  );
}

describe('the decision group', () => {
  test('nobody is named: no coverage and no alarm', () => {
    const live = livePages(contextWith());
    expect(figure(live, 'coverage')).toBe('');
    expect(figure(live, 'groupFlags')).toBe('');
  });

  test('three people: (2·¾·⅔ + 1·¼·⅓ + 3·½·1) ÷ 6 = 31/72, words of both languages', () => {
    const live = livePages(contextWith({ words: PEOPLE }));
    expect(wrong(live.pages, live.tabs)).toEqual([]);
    expect(figure(live, 'coverage')).toBeCloseTo(31 / 72, 9);
    expect(figure(live, 'groupFlags')).toBe('');
  });

  test('follows what is typed: the decider turns against us and out of reach, then leaves', () => {
    const live = livePages(contextWith({ words: PEOPLE }));
    type(live, { 'people.r1.attitude': -2, 'people.r1.contact': 0 });
    expect(figure(live, 'groupFlags')).toBe('нет контакта с ЛПР; решающий человек против');
    // (2·0·0 + 1·¼·⅓ + 3·½·1) ÷ 6
    expect(figure(live, 'coverage')).toBeCloseTo((1 / 12 + 1.5) / 6, 9);
    type(live, { 'people.r1.role': 'пользователь', 'people.r1.attitude': 0, 'people.r3.contact': null });
    expect(figure(live, 'groupFlags')).toBe('нет ЛПР; контакт только с одним');
    type(live, { 'people.r1.role': 'Decider', 'people.r1.contact': 1 });
    expect(figure(live, 'groupFlags')).toBe('');
  });

  test('nonsense counts as unknown, never as an error', () => {
    const live = livePages(contextWith({ words: PEOPLE }));
    type(live, {
      'people.r1.influence': 'очень',
      'people.r2.influence': 7,
      'people.r3.attitude': 'хорошо',
      'people.r3.contact': 'да',
    });
    expect(figure(live, 'coverage')).toBe(0);
    type(live, { 'people.r3.contact': 3 });
    expect(figure(live, 'coverage')).toBe(0.5);
  });

  test('counts a row that people insert among the others', () => {
    const live = livePages(contextWith({ words: PEOPLE }));
    const plan = dossierIn(live);
    const { row } = cellOf(plan, 'people.r2.name');
    live.tabs.insertRow(plan, row);
    expect(figure(live, 'coverage')).toBeCloseTo(31 / 72, 9);
    const column = (field: string) => cellOf(plan, `people.r1.${field}`).column;
    live.tabs.typeAll(plan, [
      { row, column: column('name'), value: 'Новый' },
      { row, column: column('influence'), value: 3 },
      { row, column: column('attitude'), value: -2 },
      { row, column: column('contact'), value: 3 },
    ]);
    expect(figure(live, 'coverage')).toBeCloseTo((31 / 72) * (6 / 9), 9);
    expect(live.tabs.read(plan, placeOf(plan, 'groupFlags').row, 2)).toBe('решающий человек против');
  });
});

test('the score is the sum of six answers of 1 to 4, and nothing until all are given', () => {
  const live = livePages(contextWith({ words: SCORE }));
  expect(figure(live, 'score')).toBe(18);
  type(live, { 'relations.trust': 3 });
  expect(figure(live, 'score')).toBe(20);
  for (const nonsense of ['?', 5, 0, 'часто', 2.5, null]) {
    type(live, { 'relations.trust': nonsense });
    expect(figure(live, 'score')).toBe('');
  }
});

describe('freshness', () => {
  test('goes by the day typed as updated, and by the thresholds', () => {
    const live = livePages(contextWith({ words: { 'passport.updated': day('2026-08-24') } }));
    // The day of the run is 22 November 2026.
    expect(figure(live, 'freshness')).toBe('свежее');
    type(live, { 'passport.updated': day('2026-08-23') });
    expect(figure(live, 'freshness')).toBe('пора обновить');
    live.tabs.set(thresholdName('staleDays'), 60);
    live.tabs.set(thresholdName('freshDays'), 50);
    expect(figure(live, 'freshness')).toBe('устарело');
    type(live, { 'passport.updated': '?' });
    expect(figure(live, 'freshness')).toBe('дата не указана');
    expect(figure(live, 'updated')).toBe('');
  });

  test('a later meeting updates it', () => {
    const meetings = [
      { number: 2, words: { 'meeting.date': day('2026-11-01') } },
      { number: 1, words: { 'meeting.date': day('2026-11-10') } },
    ];
    const live = livePages(contextWith({ words: { 'passport.updated': day('2026-01-01') }, meetings }));
    expect(wrong(live.pages, live.tabs)).toEqual([]);
    expect(figure(live, 'updated')).toBe(day('2026-11-10'));
    type(live, { 'passport.updated': day('2026-11-20') });
    expect(figure(live, 'updated')).toBe(day('2026-11-20'));
  });
});

describe('the next step', () => {
  const meetings = [
    {
      number: 1,
      words: {
        'meeting.date': day('2026-11-10'),
        'meeting.outcome': 'частично',
        'meeting.nextStep': 'Встретиться с директором',
        'meeting.nextDate': day('2026-12-05'),
        'agreements.r1': { who: 'Иванова', what: 'Прислать образцы', when: day('2026-12-01'), state: '' },
        'agreements.r2': { who: 'Иванова', what: 'Отправлено', when: day('2026-11-01'), state: 'выполнено' },
        'agreements.r3': { who: 'Клиент', what: 'Дать план', when: 'весной', state: 'planned' },
      },
    },
  ];
  const words: TypedWords = {
    'actions.r1': { action: 'Сдано', due: day('2026-10-01'), status: 'done' },
    'actions.r2': { action: 'Согласовать цены', due: day('2026-12-03'), status: 'в работе' },
    'actions.r3': { action: 'Когда-нибудь', status: 'запланировано' },
  };

  test('is what is due first among actions and what meetings agreed', () => {
    const live = livePages(contextWith({ words, meetings }));
    expect(wrong(live.pages, live.tabs)).toEqual([]);
    expect([figure(live, 'nextStep'), figure(live, 'nextDate')]).toEqual([
      'Прислать образцы',
      day('2026-12-01'),
    ]);
    type(live, { 'actions.r2.due': day('2026-11-25') });
    expect([figure(live, 'nextStep'), figure(live, 'nextDate')]).toEqual([
      'Согласовать цены',
      day('2026-11-25'),
    ]);
    type(live, { 'actions.r2.status': 'Done' });
    expect(figure(live, 'nextStep')).toBe('Прислать образцы');
  });

  test('follows the meeting’s own page', () => {
    const live = livePages(contextWith({ words, meetings }));
    const report = live.pages.find(({ key }) => key === 'meeting1');
    if (!report) throw new Error('There is a report');
    live.tabs.type(
      report,
      cellOf(report, 'agreements.r1.state').row,
      cellOf(report, 'agreements.r1.state').column,
      'снято',
    );
    expect(figure(live, 'nextStep')).toBe('Согласовать цены');
  });

  test('without a day comes after all others, and has none', () => {
    const live = livePages(
      contextWith({ words: { 'actions.r1': { action: 'Когда-нибудь', due: 'летом' } } }),
    );
    expect([figure(live, 'nextStep'), figure(live, 'nextDate')]).toEqual(['Когда-нибудь', '']);
    type(live, { 'actions.r1.action': null });
    expect([figure(live, 'nextStep'), figure(live, 'nextDate')]).toEqual(['', '']);
  });

  test('shows at most five rows of meetings, those due first', () => {
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [
        `agreements.r${index + 1}`,
        { what: `Шаг ${index + 1}`, when: day('2026-12-20') - index },
      ]),
    );
    const live = livePages(contextWith({ meetings: [{ number: 1, words: many }] }));
    expect(wrong(live.pages, live.tabs)).toEqual([]);
    const shown = [...cellsOf(dossierIn(live))].flatMap(({ cell, column }) =>
      column === 1 && typeof cell === 'object' && cell !== null && String(cell.value).startsWith('Шаг')
        ? [cell.value]
        : [],
    );
    expect(shown).toEqual(['Шаг 4', 'Шаг 5', 'Шаг 6', 'Шаг 7', 'Шаг 8']);
    expect(figure(live, 'nextStep')).toBe('Шаг 8');
  });
});

describe('completeness', () => {
  test('grows by the weight of what is typed; the holes are what lacks most', () => {
    const empty = livePages(contextWith());
    const before = Number(figure(empty, 'completeness'));
    expect(figure(empty, 'holes')).toBe('Отношения; Паспорт; План работы');
    type(empty, {
      'business.pains': 'Срывы поставок',
      'passport.industry': ' ',
      'passport.site': 'alfa.example',
    });
    const weights = 2 + 1;
    const all = weightOfAll();
    expect(Number(figure(empty, 'completeness'))).toBeCloseTo(before + weights / all, 9);
    type(empty, { 'people.r1.name': 'Директор' });
    expect(Number(figure(empty, 'completeness'))).toBeCloseTo(before + (weights + 5) / all, 9);
    type(empty, { 'business.pains': '?' });
    expect(Number(figure(empty, 'completeness'))).toBeCloseTo(before + (weights + 3) / all, 9);
  });

  test('the holes move as sections are filled', () => {
    const live = livePages(contextWith());
    type(live, {
      'relations.stage': 'изучение',
      'relations.risks': 'Нет',
      'relations.barriers': 'Склад',
      'relations.trust': 1,
      'relations.access': 1,
      'relations.information': 1,
    });
    expect(figure(live, 'holes')).toBe('Паспорт; План работы; Бизнес клиента');
  });
});

/** All weights of a dossier of a key client. */
function weightOfAll(): number {
  return sectionsOf('key')
    .flatMap(({ fields, tables }) => [...fields, ...tables])
    .reduce((sum, { weight }) => sum + weight, 0);
}

test('figures equal those of the domain for a page with everything on it', () => {
  const ctx = contextWith({
    variant: 'strategic',
    words: {
      ...PEOPLE,
      ...SCORE,
      'passport.updated': day('2026-06-01'),
      'actions.r1': { action: 'Позвонить', due: day('2026-12-01') },
      'suppliers.r1': { supplier: 'Другой', share: 0.3 },
      'matrix.r1': { unit: 'Цех', product: 'Болт' },
    },
  });
  const live = livePages(ctx);
  const [page] = ctx.pages.dossiers;
  if (!page) throw new Error('There is a dossier');
  const expected = figureCells(figuresOf(page, ctx), ctx.t);
  for (const name of DOSSIER_FIGURES) {
    const shown = figure(live, name);
    const value = expected[name];
    if (typeof value === 'number') expect(shown).toBeCloseTo(value, 9);
    else expect(shown).toBe(value);
  }
});

describe('what other tabs are told', () => {
  test('a threshold moved: the flag, why it is key, and the mark that it is not', () => {
    const live = livePages(contextWith());
    const plan = dossierIn(live);
    const subtitle = () => String(live.tabs.read(plan, 3, 1));
    const warning = () => live.tabs.read(plan, 4, 1);
    expect(subtitle()).toContain('моноклиент');
    expect(warning()).toBe('');
    live.tabs.set(thresholdName('flagMono'), 0.9);
    expect(subtitle()).toContain('критическая зависимость');
    live.tabs.set(thresholdName('keyShare'), 0.95);
    expect(subtitle()).toContain('сейчас не ключевой');
    expect(warning()).toMatch(/больше не ключевой: досье сохранено/);
  });

  test('a budget typed on «Потенциал»: budget, share, headroom, class and the completeness', () => {
    const ctx = contextWith();
    const live = livePages(ctx);
    const before = Number(figure(live, 'completeness'));
    const potential = live.sheets.find(({ key }) => key === 'potential');
    if (!potential) throw new Error('There is a tab of potentials');
    const table = potentialTable(ctx);
    const { row, column } = potentialArea(table, 'budget');
    live.tabs.type(potential, row + table.rows.findIndex(({ name }) => name === 'Альфа'), column, 2400);
    const plan = dossierIn(live);
    const beside = (label: string) => {
      const at = [...cellsOf(plan)].find(({ cell }) => cell === label);
      return live.tabs.read(plan, at?.row ?? 0, at?.column === 1 ? 2 : 7);
    };
    expect([beside('Бюджет в год'), beside('Наша доля'), beside('Резерв'), beside('Откуда')]).toEqual([
      2400,
      0.25,
      1800,
      'бюджет клиента',
    ]);
    expect(beside('Класс')).toBe('A – берёт много, может больше');
    // Budget weighs 2, method, share and headroom 1 each.
    expect(Number(figure(live, 'completeness'))).toBeCloseTo(before + 5 / weightOfAll(), 9);
  });
});
