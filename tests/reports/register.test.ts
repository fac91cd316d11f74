import type { CellValue } from '../../src/domain/shared/grid';
import { complete } from '../../src/domain/shared/steps';
import { allPlans } from '../../src/reports/allPlans';
import type { ReportContext } from '../../src/reports/context';
import { figureCells, figuresOf } from '../../src/reports/dossierFigureCells';
import { dossierPlan } from '../../src/reports/dossier/dossier';
import { dossiersPlan } from '../../src/reports/dossiers';
import { thresholdName } from '../../src/reports/names';
import { DOSSIER_FIGURES, pageName } from '../../src/reports/pages';
import type { DossierFigure, DossierPage } from '../../src/reports/pages';
import type { AnyPlan, PagePlan, SheetPlan } from '../../src/reports/plan';
import { restoreInputs } from '../../src/excel/restoreInputs';
import { plan as emptyPlan } from '../excel/support/plans';
import { day } from '../support/ledger';
import type { Sale } from '../support/ledger';
import { cellsOf, formulasOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { contextOf } from '../support/reportContext';
import { withDossiers, writtenPage, writtenReport } from '../support/typedDossiers';
import type { TypedDossier, TypedWords } from '../support/typedDossiers';

/** The day of all contexts is 22 November 2026. */
const TODAY = day('2026-11-22');

const SALES: readonly Sale[] = (
  [
    ['Альфа', 500, 'Иванова'],
    ['Бета', 300, 'Петров'],
    ['Гамма', 120, 'Иванова'],
    ['Дельта', 50, 'Петров'],
    ['Эпсилон', 30, 'Иванова'],
  ] as const
).flatMap(([client, amount, manager]) =>
  ['2025-03-01', '2025-06-01', '2025-12-01'].map((date) => ({
    client,
    amount: amount * 10_000,
    manager,
    date,
  })),
);
const ctxOf = (
  typed: readonly TypedDossier[],
  changes: Parameters<typeof contextOf>[1] = {},
): ReportContext => withDossiers(contextOf(SALES, changes), typed);

const PEOPLE: TypedWords = {
  'people.r1': { name: 'Орлов', role: 'ЛПР', influence: 3, attitude: 1, contact: 2 },
  'people.r2': { name: 'Белова', role: 'закупщик', influence: 2, attitude: 0, contact: 1 },
};
const FRESH: TypedWords = { 'passport.updated': TODAY - 10 };
const PLANNED: TypedWords = { 'actions.r1': { action: 'Показать новинки', due: TODAY + 10 } };
const LATE: TypedWords = { 'actions.r1': { action: 'Выслать счёт', due: TODAY - 5 } };

/** The named cells of a dossier, filled with what its page shows: typing into them stands for what the page works out. */
function figuresPlan(page: DossierPage, ctx: ReportContext): AnyPlan {
  const cells = figureCells(figuresOf(page, ctx), ctx.t);
  return {
    ...emptyPlan({
      tab: page.tab,
      columnWidths: DOSSIER_FIGURES.map(() => 10),
      blocks: [{ row: 1, column: 1, role: 'body', cells: [DOSSIER_FIGURES.map((figure) => cells[figure])] }],
      names: DOSSIER_FIGURES.map((figure, index) => ({
        name: pageName(page.key, figure),
        area: { row: 1, column: index + 1, rows: 1, columns: 1 },
      })),
    }),
    key: page.key,
  } as unknown as PagePlan;
}

interface Live {
  readonly tabs: LiveTabs;
  readonly register: SheetPlan;
  readonly type: (dossier: number, figure: DossierFigure, value: CellValue) => void;
  readonly read: (row: number, column: string) => CellValue;
  readonly holes: () => readonly string[];
  readonly summary: () => readonly CellValue[];
}

function openRegister(ctx: ReportContext): Live {
  const plans = complete(allPlans(ctx));
  const register = plans.find(({ key }) => key === 'dossiers');
  if (!register) throw new Error('There is a register');
  const dossiers = ctx.pages.dossiers.map((page) => figuresPlan(page, ctx));
  const meetings = ctx.pages.meetings.map((page) => writtenReport(ctx, page));
  const tabs = new LiveTabs([...plans, ...dossiers, ...meetings]);
  return {
    tabs,
    register,
    type: (dossier, figure, value) => {
      tabs.set(pageName(`dossier${dossier}`, figure), value);
    },
    read: (row, column) => tabs.read(register, HEADING_ROW + row, columnOf(register, ctx, column)),
    holes: () =>
      Array.from({ length: 5 }, (_, i) =>
        String(tabs.read(register, rowOf(register, ctx.t('register.holes')) + 1 + i, 2)),
      ),
    summary: () => Array.from({ length: 5 }, (_, i) => tabs.read(register, 5 + i, 3)),
  };
}
const HEADING_ROW = 21;
const textAt = (plan: AnyPlan, row: number, column: number): CellValue | null => {
  const cell = [...cellsOf(plan)].find((each) => each.row === row && each.column === column)?.cell ?? null;
  return typeof cell === 'object' && cell !== null ? cell.value : cell;
};
function rowOf(plan: AnyPlan, text: string): number {
  const found = [...cellsOf(plan)].find(({ cell }) => cell === text);
  if (!found) throw new Error(`There is no “${text}”`);
  return found.row;
}
function columnOf(plan: AnyPlan, ctx: ReportContext, column: string): number {
  const heading = ctx.t(`register.column.${column}` as Parameters<ReportContext['t']>[0]);
  const found = [...cellsOf(plan)].find(({ row, cell }) => row === HEADING_ROW && cell === heading);
  if (!found) throw new Error(`There is no column “${heading}”`);
  return found.column;
}
const textsOf = (plan: AnyPlan): readonly string[] =>
  [...cellsOf(plan)].flatMap(({ cell }) => {
    const value = typeof cell === 'object' && cell !== null ? cell.value : cell;
    return typeof value === 'string' ? [value] : [];
  });

const FULL: readonly TypedDossier[] = [
  { number: 4, client: 'Альфа', words: { ...PEOPLE, ...FRESH, ...LATE } },
  { number: 2, client: 'Бета', variant: 'strategic', words: { ...FRESH, ...PLANNED } },
  {
    number: 7,
    client: 'Дельта',
    words: { ...PEOPLE, 'passport.updated': TODAY - 200 },
    meetings: [
      {
        number: 2,
        words: {
          'meeting.date': TODAY - 150,
          'meeting.outcome': 'достигнута',
          'meeting.nextStep': 'Согласовать цены',
          'meeting.nextDate': TODAY + 3,
        },
      },
      { number: 1 },
    ],
  },
  { number: 9, client: 'Пропавший' },
];

describe('the register without dossiers', () => {
  test.each(['ru', 'en'] as const)(
    'says how to make the first one, and who is key without (%s)',
    (language) => {
      const plan = dossiersPlan(contextOf(SALES, { language }));
      const texts = textsOf(plan).join('\n');
      expect(texts).toContain(language === 'ru' ? 'Досье пока нет.' : 'There are no dossiers yet.');
      expect(texts).toContain(language === 'ru' ? 'карточку «Досье»' : 'the card “Dossiers”');
      expect(texts).toMatch(/– 3: Альфа, Бета, Гамма\./);
      expect(plan.tables).toEqual([]);
      expect(plan.inputs).toEqual([]);
    },
  );

  test('stands without any sales', () => {
    const plan = dossiersPlan(contextOf([]));
    expect(textsOf(plan)).toContain('Ключевых клиентов пока нет: их отмечает вкладка «Ключевые клиенты».');
  });
});

describe('the table', () => {
  const ctx = ctxOf(FULL);
  const plan = dossiersPlan(ctx);
  const cell = (row: number, column: string) => textAt(plan, HEADING_ROW + row, columnOf(plan, ctx, column));

  test('has a row per dossier with what its page and the sales say', () => {
    expect([1, 2, 3, 4].map((row) => cell(row, 'client'))).toEqual(['Альфа', 'Бета', 'Дельта', 'Пропавший']);
    expect(cell(1, 'share')).toBeCloseTo(0.5, 9);
    expect(cell(2, 'variant')).toBe('стратегическое');
    expect(cell(1, 'state')).toBe('ключевой');
    expect(cell(4, 'state')).toBe('нет в продажах');
    expect(cell(3, 'updated')).toBe(TODAY - 150);
    expect(cell(3, 'freshness')).toBe('пора обновить');
    expect(cell(3, 'nextStep')).toBe('Согласовать цены');
    expect(cell(3, 'nextDate')).toBe(TODAY + 3);
    // (3·(1+2)/4·2/3 + 2·2/4·1/3) ÷ 5.
    expect(cell(1, 'coverage')).toBeCloseTo((1.5 + 1 / 3) / 5, 9);
    expect(cell(2, 'coverage')).toBe('');
  });

  test('names the worst hole of each', () => {
    expect([1, 2, 3, 4].map((row) => cell(row, 'attention'))).toEqual([
      'Шаг просрочен на 5 дн.',
      'Не описано, кто решает',
      expect.stringMatching(/^Не заполнено: /),
      'Не описано, кто решает',
    ]);
  });

  test('is a table whose sorting moves keys and people’s cells along', () => {
    const [table] = plan.tables;
    const [inputs] = plan.inputs;
    expect(table?.area).toMatchObject({ row: HEADING_ROW, column: 1, rows: 5 });
    const last = (table?.area.column ?? 0) + (table?.area.columns ?? 0) - 1;
    expect(inputs?.keyColumn).toBe(last);
    expect(inputs?.fields).toEqual(['client', 'comment']);
    expect([1, 2, 3, 4].map((row) => textAt(plan, HEADING_ROW + row, last))).toEqual([
      'dossier4',
      'dossier2',
      'dossier7',
      'dossier9',
    ]);
    expect(plan.hiddenColumns).toContain(last);
    const restored = restoreInputs(plan, [
      { key: 'dossier7', values: { client: 'Гамма', comment: '=ждём' } },
    ]);
    expect(restored.left).toEqual([]);
    expect(textAt(restored.plan, HEADING_ROW + 3, inputs?.area.column ?? 0)).toBe('Гамма');
  });

  test('leads to the tab of each dossier, and of each report', () => {
    const targets = plan.blocks.flatMap(({ target }) => target ?? []);
    expect(targets).toEqual([
      ...["'Досье 4'!$A$2", "'Досье 2'!$A$2", "'Досье 7'!$A$2", "'Досье 9'!$A$2"],
      ...["'Встреча 2'!$A$2", "'Встреча 1'!$A$2"],
    ]);
  });

  test('says where it may be related to another client', () => {
    expect(plan.validations.find(({ rule }) => rule.kind === 'listRange')?.rule).toMatchObject({
      tab: 'ABCD',
      source: { rows: 5 },
    });
  });
});

describe('live', () => {
  beforeAll(loadIronCalc);

  test.each(['ru', 'en'] as const)('every formula gives what the plan says (%s)', (language) => {
    for (const typed of [FULL, FULL.slice(3), FULL.slice(1, 2), []]) {
      const { tabs, register } = openRegister(ctxOf(typed, { language }));
      for (const { row, column, value } of formulasOf(register)) {
        const result = tabs.read(register, row, column);
        if (typeof value === 'number') expect(result).toBeCloseTo(value, 6);
        else expect(result).toBe(value);
      }
    }
  });

  test('the summary and the holes follow the cells of the dossiers', () => {
    const { summary, holes, type, read } = openRegister(ctxOf(FULL));
    expect(summary().map(Number)).toEqual([4, expect.any(Number), 1, 1, 1]);
    expect(holes()).toEqual([
      'Шаг просрочен на 5 дн.: Альфа (50\u00a0% выручки) – «Выслать счёт».',
      'Не описано, кто решает о покупке: Бета (30\u00a0% выручки); ещё таких досье: 1. Назовите ЛПР и укажите его влияние.',
      'Не обновлялось больше 180 дн. или без даты: Пропавший.',
      'Нет следующего шага: Пропавший. Впишите действие и срок в план досье.',
      expect.stringMatching(/^Заполнено меньше всех: Пропавший – \d+\u00a0%\.$/),
    ]);
    // The late step is done, the next one is in time; the largest client has no decider any more.
    type(4, 'nextDate', TODAY + 30);
    type(4, 'nextStep', 'Договор');
    type(4, 'groupFlags', 'нет ЛПР; контакт только с одним');
    type(4, 'completeness', 0);
    expect(summary().map(Number)).toEqual([4, expect.any(Number), 1, 1, 0]);
    expect(holes().slice(0, 2)).toEqual([
      'Не описано, кто решает о покупке: Альфа (50\u00a0% выручки); ещё таких досье: 2. Назовите ЛПР и укажите его влияние.',
      'Заполнено меньше всех: Альфа (50\u00a0% выручки) – 0\u00a0%.',
    ]);
    expect(read(1, 'attention')).toBe('Не описано, кто решает');
  });

  test('says that there are no holes where there are none', () => {
    const { holes, type, read } = openRegister(ctxOf(FULL.slice(0, 1)));
    type(4, 'completeness', 1);
    type(4, 'holes', '');
    type(4, 'nextDate', TODAY);
    expect(holes()).toEqual([
      'Пробелов нет: всё заполнено, свежее, и у каждого клиента есть следующий шаг.',
      ...['', '', '', ''],
    ]);
    expect(read(1, 'attention')).toBe('');
  });

  test('a dossier whose tab says nothing any more is named, not counted', () => {
    const { summary, type, read } = openRegister(ctxOf(FULL.slice(0, 2)));
    type(2, 'completeness', '');
    type(2, 'freshness', '');
    expect(summary()[0]).toBe(1);
    expect(read(2, 'attention')).toBe('Вкладка досье удалена или повреждена: создайте досье заново');
  });

  test('who is key follows the share of a key client', () => {
    const ctx = ctxOf(FULL);
    const { tabs, read, register } = openRegister(ctx);
    const missing = () => tabs.read(register, rowOf(register, ctx.t('register.relate.how')) - 1, 2);
    expect(missing()).toBe('Ключевых клиентов без досье – 1: Гамма.');
    expect(read(3, 'state')).toBe('не ключевой');
    tabs.set(thresholdName('keyShare'), 0.03);
    expect(read(3, 'state')).toBe('ключевой');
    expect(missing()).toBe('Ключевых клиентов без досье – 2: Гамма, Эпсилон.');
    tabs.set(thresholdName('keyShare'), 0.4);
    expect(read(2, 'state')).toBe('не ключевой');
    expect(missing()).toBe('У всех ключевых клиентов есть досье.');
    expect(read(2, 'flag')).toBe('критическая зависимость');
  });
});

describe('with the pages themselves', () => {
  beforeAll(loadIronCalc);

  test('the register says what the pages show, and follows what is typed on them', () => {
    const ctx = ctxOf(FULL);
    const plans = complete(allPlans(ctx));
    const [register] = plans.filter(({ key }) => key === 'dossiers');
    const dossiers = ctx.pages.dossiers.map((page) => writtenPage(dossierPlan(ctx, page), page));
    const meetings = ctx.pages.meetings.map((page) => writtenReport(ctx, page));
    const tabs = new LiveTabs([...plans, ...meetings, ...dossiers]);
    if (!register) throw new Error('There is a register');
    for (const { row, column, value } of formulasOf(register)) {
      const result = tabs.read(register, row, column);
      if (typeof value === 'number') expect(result).toBeCloseTo(value, 6);
      else expect(result).toBe(value);
    }

    const read = (row: number, column: string) =>
      tabs.read(register, HEADING_ROW + row, columnOf(register, ctx, column));
    const [, second, third] = dossiers;
    const [report] = meetings;
    if (!second || !third || !report) throw new Error('There are three dossiers and a report');
    const people = second.page.tables.find(({ key }) => key === 'people');
    const columnFor = (field: string) => people?.columns.find((each) => each.field === field)?.column ?? 0;
    tabs.typeAll(second, [
      { row: people?.row ?? 0, column: columnFor('name'), value: 'Орлов' },
      { row: people?.row ?? 0, column: columnFor('role'), value: 'ЛПР' },
      { row: people?.row ?? 0, column: columnFor('influence'), value: 3 },
      { row: people?.row ?? 0, column: columnFor('attitude'), value: 2 },
      { row: people?.row ?? 0, column: columnFor('contact'), value: 3 },
    ]);
    expect(read(2, 'coverage')).toBeCloseTo(1, 9);
    expect(read(2, 'groupFlags')).toBe('контакт только с одним');
    expect(read(2, 'attention')).toMatch(/^Не заполнено: /);

    const next = report.page.fields.find(({ key }) => key === 'meeting.nextDate');
    tabs.type(report, next?.row ?? 0, next?.column ?? 0, TODAY - 1);
    expect(read(3, 'nextDate')).toBe(TODAY - 1);
    expect(read(3, 'attention')).toBe('Шаг просрочен на 1 дн.');
  });
});

describe('below the table', () => {
  test('managers with dossiers or key clients: how many, what is overdue, the money behind', () => {
    const ctx = ctxOf(FULL);
    const plan = dossiersPlan(ctx);
    const row = rowOf(plan, ctx.t('register.load'));
    const line = (at: number) => [2, 3, 4, 5, 6].map((column) => textAt(plan, row + 3 + at, column));
    expect(line(0)).toEqual(['Иванова', 1, 1, 1500, 2]);
    expect(line(1)).toEqual(['Петров', 2, 0, 1050, 1]);
  });

  test('says what is lacking where the source has no managers', () => {
    const bare = SALES.map(({ client, amount, date }) => ({ client, amount, date }));
    const plan = dossiersPlan(withDossiers(contextOf(bare as readonly Sale[]), FULL.slice(0, 1)));
    expect(textsOf(plan)).toContain(
      'В источнике нет колонки с менеджером. Добавьте её – станет видно, кто ведёт сколько досье.',
    );
  });

  test('two dossiers of one client count its money once', () => {
    const ctx = ctxOf([
      { number: 1, client: 'Альфа' },
      { number: 2, client: 'Альфа', variant: 'strategic' },
    ]);
    const plan = dossiersPlan(ctx);
    const row = rowOf(plan, ctx.t('register.load'));
    expect([3, 5].map((column) => textAt(plan, row + 3, column))).toEqual([2, 1500]);
    expect(textsOf(plan)).toContain('Ключевых клиентов без досье – 2: Бета, Гамма.');
  });

  test('reports of meetings, the newest first', () => {
    const ctx = ctxOf(FULL);
    const plan = dossiersPlan(ctx);
    const row = rowOf(plan, ctx.t('register.meetings')) + 2;
    expect([2, 3, 4, 5, 6].map((column) => textAt(plan, row, column))).toEqual([
      'Дельта',
      TODAY - 150,
      'достигнута',
      TODAY + 3,
      'Согласовать цены',
    ]);
    expect([2, 3, 4, 5, 6].map((column) => textAt(plan, row + 1, column))).toEqual([
      'Дельта',
      '',
      '',
      '',
      '',
    ]);
  });
});
