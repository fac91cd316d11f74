import { NOTES } from '../../src/domain/dossiers/book';
import type { PageWords } from '../../src/domain/dossiers/book';
import { complete } from '../../src/domain/shared/steps';
import type { CellValue } from '../../src/domain/shared/grid';
import { restorePage } from '../../src/excel/pageWords';
import { signBlocks } from '../../src/excel/pageSigns';
import { allPlans } from '../../src/reports/allPlans';
import { meetingPlan } from '../../src/reports/meeting/meeting';
import { MEETING_FIGURES, pageName } from '../../src/reports/pages';
import type { MeetingFigure } from '../../src/reports/pages';
import type { PagePlan } from '../../src/reports/plan';
import { contextWith } from '../support/dealTabs';
import type { DealLine } from '../support/deals';
import { withDossiers, writtenReport } from '../support/typedDossiers';
import type { TypedMeeting, TypedWords } from '../support/typedDossiers';
import { day } from '../support/ledger';
import { cellsOf, formulasOf, LiveTabs, loadIronCalc } from '../support/recalculate';

const DEALS: readonly DealLine[] = [
  { client: 'Ромашка', amount: 1000, stage: 'КП представлено', expected: '2026-02-10', name: 'Станок' },
  { client: 'Ромашка', amount: 500, stage: 'Бюджет и актуальность подтверждены', expected: '2026-03-10' },
  { client: 'Василёк', amount: 700, stage: 'КП представлено', expected: '2026-02-10', name: 'Насос' },
];
const STANOK = 'Станок';
/** The day of a typed date as Excel holds it. */
const MEETING_DAY = day('2026-11-20');

function pageOf(meeting: Omit<TypedMeeting, 'number'>, language: 'ru' | 'en' = 'ru', lines = DEALS) {
  const ctx = withDossiers(contextWith(lines, {}, { language }), [
    { number: 1, client: 'Ромашка', meetings: [{ number: 3, ...meeting }] },
  ]);
  const page = ctx.pages.meetings[0];
  if (!page) throw new Error('There is a report');
  return { ctx, page, plan: writtenReport(ctx, page) };
}

function recordsOf(words: PageWords) {
  return [...words].map(([key, values]) => ({ key, values }));
}

const shown = (plan: PagePlan) =>
  new Map([...cellsOf(plan)].map((each) => [`${each.row}:${each.column}`, each.cell]));
function fieldPlace(plan: PagePlan, field: string) {
  const found = plan.page.fields.find(({ key }) => key === `meeting.${field}`);
  if (!found) throw new Error(`No field ${field}`);
  return found;
}
function figurePlace(plan: PagePlan, figure: MeetingFigure) {
  const found = plan.names.find(({ name }) => name === pageName(plan.key, figure));
  if (!found) throw new Error(`No figure ${figure}`);
  return found.area;
}
function textsOf(plan: PagePlan): readonly string[] {
  return [...cellsOf(plan)].flatMap(({ cell }) => {
    const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
    return typeof value === 'string' ? [value] : [];
  });
}

describe('the form', () => {
  test('asks what a report tells, each once, the unknown shown as «?»', () => {
    const { plan } = pageOf({});
    expect(plan.page.fields.map(({ key }) => key).sort()).toEqual(
      [
        ...['date', 'place', 'ours', 'theirs', 'goal', 'outcome', 'discussed', 'needs', 'objections'],
        ...['competitors', 'nextStep', 'nextDate', 'nextOwner', 'deal', 'after', 'confirm'],
      ]
        .map((field) => `meeting.${field}`)
        .sort(),
    );
    const cells = shown(plan);
    for (const { row, column } of plan.page.fields) expect(cells.get(`${row}:${column}`)).toBe('?');
    expect(plan.page.tables.map(({ key }) => key)).toEqual(['agreements', NOTES.table]);
  });

  test('stands on one A4 page below a row out of sight, with room for its signs', () => {
    const { plan } = pageOf({});
    expect(plan.print).toMatchObject({ orientation: 'portrait', fitToPages: { wide: 1, tall: 1 } });
    expect(plan.print.area.row).toBe(2);
    const taken = new Map<string, number>();
    for (const { row, column } of [...cellsOf(plan), ...signBlocks(plan).flatMap(cellPlaces)]) {
      if (row < 1 || column < 1 || column > plan.columnWidths.length) throw new Error('out of the sheet');
      taken.set(`${row}:${column}`, (taken.get(`${row}:${column}`) ?? 0) + 1);
    }
    expect([...taken].filter(([, times]) => times > 1)).toEqual([]);
    const hidden = plan.hiddenColumns ?? [];
    expect(hidden).toEqual(
      Array.from(
        { length: plan.columnWidths.length - plan.page.signColumn + 1 },
        (_, i) => plan.page.signColumn + i,
      ),
    );
  });

  test('grows with its tables, so that every typed row finds its place', () => {
    const rows: TypedWords = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`agreements.r${i + 1}`, { who: 'Мы', what: `Дело ${i + 1}` }]),
    );
    const { ctx, page } = pageOf({ words: rows });
    expect(restorePage(meetingPlan(ctx, page), recordsOf(page.words)).left).toEqual([]);
  });

  test.each(['ru', 'en'] as const)('offers lists that Excel takes, and dates and shares (%s)', (language) => {
    const { plan, ctx } = pageOf({}, language);
    const lists = plan.validations.flatMap(({ rule }) => (rule.kind === 'list' ? [rule.values] : []));
    for (const values of lists) {
      expect(values.join(',').length).toBeLessThanOrEqual(255);
      for (const value of values) expect(value).not.toMatch(/[,{]/);
    }
    expect(lists).toContainEqual([ctx.t('dossier.choice.confirm.yes')]);
    const list = plan.validations.find(({ rule }) => rule.kind === 'listRange');
    const { row, column } = fieldPlace(plan, 'deal');
    expect(list?.area).toMatchObject({ row, column });
    expect(list?.rule).toMatchObject({ tab: plan.tab, source: { rows: 2, columns: 1 } });
    for (const text of textsOf(plan)) expect(text).not.toMatch(/\{\w+\}|undefined/);
  });

  test('says so where the client has no open deals, and offers none', () => {
    const { plan } = pageOf({}, 'ru', DEALS.slice(2));
    expect(plan.validations.filter(({ rule }) => rule.kind === 'listRange')).toEqual([]);
    expect(textsOf(plan)).toContain('Открытых сделок с клиентом нет: переносить вероятность некуда.');
  });
});

describe('formulas', () => {
  beforeAll(loadIronCalc);

  const words: TypedWords = {
    'meeting.date': MEETING_DAY,
    'meeting.goal': 'Показать станок',
    'meeting.outcome': 'достигнута',
    'meeting.nextStep': 'Выслать договор',
    'meeting.nextDate': MEETING_DAY + 14,
    'meeting.deal': STANOK,
    'meeting.after': 0.65,
    'agreements.r1': { who: 'Мы', what: 'Пришлём договор', when: MEETING_DAY + 7 },
  };

  test.each([
    ['nothing typed', {}],
    ['a full report', words],
    ['a confirmed one', { ...words, 'meeting.confirm': 'да' }],
    ['confirmed in the other language', { ...words, 'meeting.confirm': 'YES' }],
    [
      'nonsense',
      { 'meeting.date': 'вчера', 'meeting.after': 'сто', 'meeting.confirm': 'да', 'meeting.deal': 'нет' },
    ],
    ['a probability as text', { ...words, 'meeting.after': '40 %', 'meeting.confirm': 'да' }],
    ['a probability of 40', { ...words, 'meeting.after': 40, 'meeting.confirm': 'да' }],
    ['one above all', { ...words, 'meeting.after': 140, 'meeting.confirm': 'да' }],
    ['no deal chosen', { 'meeting.after': 0.4, 'meeting.confirm': 'да' }],
    ['no probability', { 'meeting.deal': STANOK, 'meeting.confirm': 'да' }],
  ] as const)('give what the plan says: %s', (_name, typed: TypedWords) => {
    for (const language of ['ru', 'en'] as const) {
      const { ctx, plan } = pageOf({ words: typed }, language);
      const tabs = new LiveTabs([
        ...complete(allPlans({ ...ctx, pages: { dossiers: [], meetings: [] } })),
        plan,
      ]);
      for (const { row, column, value } of formulasOf(plan)) {
        const result = tabs.read(plan, row, column);
        if (typeof value === 'number') expect(result).toBeCloseTo(value, 6);
        else expect(result).toBe(value);
      }
    }
  });

  test('follow what is typed: the deal chosen, its probability, what becomes of it', () => {
    const { ctx, plan } = pageOf({});
    const plans = complete(allPlans({ ...ctx, pages: { dossiers: [], meetings: [] } }));
    const tabs = new LiveTabs([...plans, plan]);
    const type = (field: string, value: CellValue | null) => {
      const { row, column } = fieldPlace(plan, field);
      tabs.type(plan, row, column, value);
    };
    const before = fieldPlace(plan, 'deal');
    const status = formulasOf(plan).find(({ value }) => String(value).startsWith('Выберите «да»'));
    if (!status) throw new Error('The status is a formula');
    const read = () => ({
      before: tabs.read(plan, before.row, 4),
      status: tabs.read(plan, status.row, status.column),
    });
    expect(read().before).toBe('?');
    type('deal', STANOK);
    expect(read().before).toBeCloseTo(0.5, 9);
    type('confirm', 'да');
    expect(read().status).toBe('Не переносится: укажите вероятность после встречи.');
    type('after', 0.65);
    expect(read().status).toBe('При следующем обновлении вероятность 65\u00a0% встанет на вкладку «Сделки».');
    type('deal', 'Насос');
    expect(read().status).toBe('Не переносится: такой открытой сделки у клиента нет.');
    type('date', '25.11.2026');
    const date = figurePlace(plan, 'date');
    expect(tabs.read(plan, date.row, date.column)).toBe('');
    type('date', MEETING_DAY);
    expect(tabs.read(plan, date.row, date.column)).toBe(MEETING_DAY);
  });

  test('say that a probability was carried over, and again that it will be once another is typed', () => {
    const applied = { deal: 'd1', probability: 0.65, on: day('2026-11-21') };
    const confirmed = { ...words, 'meeting.confirm': 'да' };
    const { plan } = pageOf({ words: confirmed, applied });
    expect(textsOf(plan)).toContain('Перенесено 21.11.2026: сделка «Станок», вероятность 65\u00a0%.');
    expect(textsOf(plan)).toContain('Перенесено. Что потом изменят на вкладке «Сделки», останется.');
    const changed = pageOf({ words: { ...confirmed, 'meeting.after': 0.9 }, applied });
    expect(textsOf(changed.plan)).toContain(
      'При следующем обновлении вероятность 90\u00a0% встанет на вкладку «Сделки».',
    );
  });

  test('name every figure that dossiers call', () => {
    const { plan } = pageOf({ words });
    expect(plan.names.map(({ name }) => name)).toEqual(
      MEETING_FIGURES.map((figure) => pageName('meeting3', figure)),
    );
    expect(figurePlace(plan, 'agreements')).toMatchObject({ columns: 4 });
  });
});

test('a deal that is not shown is not named by its key: keys tell clients', () => {
  const applied = { deal: 'ромашка · станок', probability: 0.4, on: day('2026-11-21') };
  const { plan } = pageOf({ applied });
  expect(textsOf(plan).filter((text) => text.includes('ромашка · станок'))).toEqual([]);
  expect(textsOf(plan)).toContain('Перенесено 21.11.2026: вероятность 40\u00a0%.');
});

function cellPlaces(block: { row: number; column: number; cells: readonly (readonly unknown[])[] }) {
  return block.cells.flatMap((row, i) =>
    row.map((_, j) => ({ row: block.row + i, column: block.column + j })),
  );
}
