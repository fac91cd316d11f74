import { allPlans } from '../../src/reports/allPlans';
import { pagePlans } from '../../src/reports/pagePlans';
import { complete } from '../../src/domain/shared/steps';
import { TAB_KEYS } from '../../src/reports/plan';
import type { Area, Block, SheetPlan } from '../../src/reports/plan';
import { EVIDENCE } from '../../src/domain/sales/likeness';
import { QUESTION_STATES } from '../../src/domain/sales/mergeQuestions';
import type { MergeQuestion } from '../../src/domain/sales/mergeQuestions';
import type { ClientKey } from '../../src/domain/sales/types';
import { PLAIN_NOTES, roubles } from '../support/ledger';
import type { Sale } from '../support/ledger';
import { cellsOf, formulasOf } from '../support/recalculate';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';
import { withDossiers } from '../support/typedDossiers';

/** Functions of Excel 2010 that our formulas use; a new one is added here only after a look at its history. */
const ALLOWED_FUNCTIONS = [
  'ABS',
  'AND',
  'COUNT',
  'COUNTIF',
  'COUNTIFS',
  'EDATE',
  'IF',
  'IFERROR',
  'INDEX',
  'INT',
  'ISNUMBER',
  'LARGE',
  'LEFT',
  'MATCH',
  'MAX',
  'MEDIAN',
  'MID',
  'MIN',
  'MONTH',
  'N',
  'NOT',
  'OR',
  'PERCENTILE',
  'ROUND',
  'ROUNDDOWN',
  'ROUNDUP',
  'SUM',
  'SUMIF',
  'SUMIFS',
  'SUMPRODUCT',
  'SUMSQ',
  'TRIM',
  'VLOOKUP',
  'YEAR',
];
const LONGEST_FORMULA = 8192;
const ROWS_OF_A_SHEET = 1_048_576;

const withDates: readonly Sale[] = salesOf(WORKED_EXAMPLE).flatMap((sale) => [
  { ...sale, date: '2025-06-30', manager: 'Иванова' },
  { ...sale, date: '2024-01-01', manager: 'Иванова' },
  { ...sale, date: '2025-12-31', manager: 'Петров' },
]);
const spellings = {
  key: 'c01' as ClientKey,
  name: 'C01',
  spellings: ['C01', '=C01', 'с01 ООО'],
};
const asked = (name: string) => ({ key: name as ClientKey, name, rows: 1, amount: roubles(1) });
const QUESTIONS: readonly MergeQuestion[] = QUESTION_STATES.map((state) => ({
  into: asked('=C01'),
  from: asked(`C01 ${state}`),
  evidence: EVIDENCE,
  state,
  typed: null,
}));
const contexts = (['ru', 'en'] as const).flatMap((language) => [
  { name: `${language}, dates`, ctx: contextOf(withDates, { language }) },
  { name: `${language}, no dates`, ctx: contextOf(salesOf(WORKED_EXAMPLE), { language }) },
  { name: `${language}, similar clients`, ctx: contextOf(withDates, { language, questions: QUESTIONS }) },
  {
    name: `${language}, dossiers`,
    ctx: withDossiers(contextOf(withDates, { language }), [
      { number: 1, client: 'C01', words: { 'actions.r1': { action: '=1+1', due: 46_000 } } },
      { number: 3, client: 'C02', variant: 'strategic', meetings: [{ number: 2 }] },
      { number: 4, client: 'C02' },
      { number: 5, client: 'Пропавший' },
    ]),
  },
  { name: `${language}, only returns`, ctx: contextOf(salesOf([['А', -1]]), { language }) },
]);

const cellsWithin = ({ row, column, rows, columns }: Area): string[] =>
  Array.from(
    { length: rows * columns },
    (_, i) => `${row + Math.floor(i / columns)}:${column + (i % columns)}`,
  );
const areaOf = ({ row, column, cells }: Block): Area => ({
  row,
  column,
  rows: cells.length,
  columns: cells[0]?.length ?? 0,
});
const textAt = (plan: SheetPlan, row: number, column: number) =>
  [...cellsOf(plan)].find((cell) => cell.row === row && cell.column === column)?.cell;

describe.each(contexts)('the tabs ($name)', ({ ctx }) => {
  const plans = complete(allPlans(ctx));
  const pages = complete(pagePlans(ctx, ctx.pages));
  const sheets = [...plans, ...pages];

  test('stand in the order of writing, «Настройки» first, each under its own name', () => {
    expect(plans[0]?.key).toBe('settings');
    expect(new Set(plans.map(({ key }) => key)).size).toBe(plans.length);
    expect(TAB_KEYS).toEqual(expect.arrayContaining(plans.map(({ key }) => key)));
    for (const plan of plans) {
      expect(plan.tab).toBe(ctx.tabNames[plan.key]);
      expect(plan.tab.length).toBeLessThanOrEqual(31);
      expect(plan.tab).not.toMatch(/[:\\/?*[\]]/);
    }
  });

  test('use only functions of Excel 2010, and never TEXT()', () => {
    const formulas = sheets
      .flatMap(formulasOf)
      .map(({ formula }) => formula.replace(/"(?:[^"]|"")*"/g, '""'));
    const used = new Set(
      formulas.flatMap((formula) => [...formula.matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, name]) => name)),
    );
    expect([...used].filter((name) => !ALLOWED_FUNCTIONS.includes(name ?? ''))).toEqual([]);
    expect(used.size).toBeGreaterThan(10);
    for (const formula of formulas) {
      expect(formula.startsWith('=')).toBe(true);
      expect(formula).not.toMatch(/#REF|undefined|NaN|\[/);
      // Sheet references are quoted.
      expect(formula.replace(/'(?:[^']|'')+'!/g, '')).not.toContain('!');
    }
    for (const { formula } of sheets.flatMap(formulasOf)) {
      expect(formula.length).toBeLessThan(LONGEST_FORMULA);
      for (const [text] of formula.matchAll(/"(?:[^"]|"")*"/g)) expect(text.length).toBeLessThanOrEqual(257);
    }
  });

  test('never divide by nothing: each formula has a finite value', () => {
    for (const { value } of sheets.flatMap(formulasOf)) {
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      else expect(value).not.toMatch(/#|NaN|undefined|\{\w+\}/);
    }
  });

  test('have blocks that are rectangles and never overlap', () => {
    for (const plan of sheets) {
      const taken = plan.blocks.flatMap((block) => {
        for (const row of block.cells) expect(row.length).toBe(block.cells[0]?.length);
        if (block.formats) expect(block.formats.length).toBe(block.cells[0]?.length);
        if (block.align && block.cells.length > 0) expect(block.align.length).toBeGreaterThanOrEqual(1);
        return cellsWithin(areaOf(block));
      });
      expect(new Set(taken).size).toBe(taken.length);
    }
  });

  test('keep texts as texts and formulas as formulas', () => {
    for (const plan of sheets) {
      for (const block of plan.blocks) {
        for (const cells of block.cells) {
          cells.forEach((cell, index) => {
            if (typeof cell === 'object' && cell !== null)
              expect(block.formats?.[index] ?? null).not.toBe('@');
          });
        }
      }
    }
  });

  test('keep everything inside the sheet and charts over empty cells', () => {
    for (const plan of sheets) {
      const areas = [
        ...plan.blocks.map(areaOf),
        ...plan.names.map(({ area }) => area),
        ...plan.tables.map(({ area }) => area),
        ...plan.rules.map(({ area }) => area),
        ...plan.charts.flatMap(({ categories, series, place }) => [
          categories,
          place,
          ...series.map(({ values }) => values),
        ]),
        plan.print.area,
      ];
      for (const { row, column, rows, columns } of areas) {
        expect(row).toBeGreaterThanOrEqual(1);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(rows).toBeGreaterThanOrEqual(1);
        expect(row + rows - 1).toBeLessThanOrEqual(ROWS_OF_A_SHEET);
        expect(column + columns - 1).toBeLessThanOrEqual(plan.columnWidths.length);
      }
      const taken = new Set(plan.blocks.flatMap((block) => cellsWithin(areaOf(block))));
      const covered = plan.charts.flatMap(({ place }) => cellsWithin(place));
      expect(covered.filter((cell) => taken.has(cell))).toEqual([]);
      expect(new Set(covered).size).toBe(covered.length);
    }
  });

  test('have tables with unique headings that are plain texts', () => {
    for (const plan of plans) {
      for (const { area } of plan.tables) {
        const headings = Array.from({ length: area.columns }, (_, i) =>
          textAt(plan, area.row, area.column + i),
        );
        for (const heading of headings) expect(typeof heading).toBe('string');
        expect(new Set(headings.map((heading) => String(heading).toLowerCase())).size).toBe(headings.length);
      }
    }
  });

  test('define every name they use, once, and name every threshold', () => {
    const names = sheets.flatMap((plan) => plan.names.map(({ name }) => name));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    const used = sheets
      .flatMap(formulasOf)
      .flatMap(({ formula }) => formula.replace(/"(?:[^"]|"")*"/g, '').match(/clientele_\w+/g) ?? []);
    expect([...new Set(used)].filter((name) => !names.includes(name))).toEqual([]);
    for (const key of Object.keys(ctx.settings.thresholds)) expect(names).toContain(`clientele_${key}`);
  });

  test('chart series are as long as their categories, at most 26 bars', () => {
    for (const { name, categories, series, alt } of plans.flatMap(({ charts }) => charts)) {
      for (const { values } of series) expect(values.rows).toBe(categories.rows);
      expect(categories.rows).toBeLessThanOrEqual(26);
      // By this they are told from those of people, which a run leaves alone.
      expect(name).toMatch(/^Clientele/);
      expect(alt).not.toMatch(/\{\w+\}/);
    }
  });

  test('print on A4 with page numbers and their heads', () => {
    for (const plan of plans) {
      expect(plan.print.footer).toMatch(/&P.*&N/);
      expect(plan.freeze.rows).toBeGreaterThan(0);
      expect(textAt(plan, 1, 1)).toMatch(/\S/);
      expect(textAt(plan, 2, 1)).toContain('Продажи & К.xlsx');
    }
  });

  test('leave no placeholder unfilled', () => {
    for (const plan of sheets) {
      for (const { cell } of cellsOf(plan)) {
        if (typeof cell === 'string') expect(cell).not.toMatch(/\{\w+\}/);
      }
    }
  });
});

describe('references between tabs', () => {
  test('follow tabs that the user renamed, also with an apostrophe', () => {
    const ctx = contextOf(salesOf(WORKED_EXAMPLE), { tabNames: { abcd: "Клиенты 'А'" } });
    const dependency = complete(allPlans(ctx)).find(({ key }) => key === 'dependency');
    const formulas = dependency ? formulasOf(dependency).map(({ formula }) => formula) : [];
    expect(formulas.some((formula) => formula.includes("'Клиенты ''А'''!$C$"))).toBe(true);
    expect(formulas.some((formula) => formula.includes("'ABCD'!"))).toBe(false);
  });
});

describe('names that look like code', () => {
  test('stay texts on every tab', () => {
    const names = ['=1+1', '+7 900', '-5', '@all', '01.02.2026'];
    const ctx = contextOf(salesOf(names.map((name, i) => [name, 100 - i])), {
      reading: {
        notes: { ...PLAIN_NOTES, mergedSpellings: [spellings] },
      },
    });
    for (const plan of complete(allPlans(ctx))) {
      for (const block of plan.blocks) {
        for (const cells of block.cells) {
          cells.forEach((cell, index) => {
            if (typeof cell === 'string' && /^[=+\-@]|^\d\d\./.test(cell))
              expect(block.formats?.[index]).toBe('@');
          });
        }
      }
    }
  });
});

describe('a large client base', () => {
  test('is planned in a moment, also on a slow machine', () => {
    const clients = Array.from({ length: 4400 }, (_, i): [string, number] => [`Клиент ${i}`, 1e6 / (i + 1)]);
    const ctx = contextOf(salesOf(clients));
    // Time of the processor: other programs on the machine do not count.
    const started = process.cpuUsage();
    const plans = complete(allPlans(ctx));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(4000);
    expect(plans.flatMap(formulasOf).length).toBeGreaterThan(4400 * 7);
    expect(ctx.analysis.concentration?.base).toBeGreaterThan(roubles(1));
  });
});
