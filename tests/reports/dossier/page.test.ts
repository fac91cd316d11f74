import fc from '../../support/fastCheck';
import { FIRST_SERIAL } from '../../../src/domain/shared/dates';
import { UNKNOWN_SIGN } from '../../../src/domain/dossiers/book';
import { pageRecords } from '../../../src/excel/pageWords';
import { signBlocks } from '../../../src/excel/pageSigns';
import { SIGN_COLUMNS } from '../../../src/reports/plan';
import type { CellValue } from '../../../src/domain/shared/grid';
import { rowHeights } from '../../../src/excel/rowHeights';
import { dossierPlan } from '../../../src/reports/dossier/dossier';
import { UNKNOWN } from '../../../src/reports/dossier/grid';
import { DOSSIER_FIGURES, pageName } from '../../../src/reports/pages';
import type { Area, Block, PagePlan } from '../../../src/reports/plan';
import { dealList } from '../../support/deals';
import { wrong } from '../../support/dealTabs';
import { withDossiers } from '../../support/typedDossiers';
import type { TypedWords } from '../../support/typedDossiers';
import { livePages, withWords } from '../../support/livePages';
import { cellsOf, formulasOf, loadIronCalc } from '../../support/recalculate';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../../support/reportContext';
import { sampleContext } from '../../support/sampleContext';

beforeAll(loadIronCalc);

/** Functions of Excel 2010 that a page uses. */
const ALLOWED = 'AND COUNT IF IFERROR INDEX INT LARGE MATCH MAX MID MIN N OR ROUND SUM SUMPRODUCT TRIM'.split(
  ' ',
);
const LONGEST_LIST = 255;

const dated = salesOf(WORKED_EXAMPLE).map((sale) => ({ ...sale, date: '2025-06-30', manager: 'Иванова' }));
const NAMES = ['=1+1', '+7 900', '-5', '@all', '01.02.2026', "'апостроф"];
const states = {
  'with dates': () => contextOf(dated),
  'without dates': () => contextOf(salesOf(WORKED_EXAMPLE)),
  'only returns': () => contextOf(salesOf([['C01', -1]])),
  'nobody in the sales': () => contextOf([]),
  'one client': () => contextOf(salesOf([['C01', 10]])),
  'names that look like code': () => contextOf(salesOf(NAMES.map((name, at) => [name, 100 - at]))),
  'deals of a sheet': () =>
    contextOf(dated, {
      lists: {
        deals: dealList(
          Array.from({ length: 7 }, (_, at) => ({
            client: 'C01',
            amount: 100 * at,
            stage: 'КП представлено',
          })),
        ),
      },
    }),
  'deals typed into the form': () =>
    contextOf(dated, {
      entries: {
        dealCells: new Map([
          ['form-001', { client: 'C01', deal: 'Станок', amount: 500, stage: 'КП представлено' }],
        ]),
      },
    }),
};
const cases = Object.entries(states).flatMap(([name, make]) => [
  { name, make, language: 'ru' as const, variant: 'key' as const },
  { name, make, language: 'en' as const, variant: 'strategic' as const },
]);
/** A client of the sales, one that is gone, one that never was. */
const CLIENTS = ['C01', '=1+1', 'пропал'];

const areaOf = ({ row, column, cells }: Block): Area => ({
  row,
  column,
  rows: cells.length,
  columns: cells[0]?.length ?? 0,
});
const within = ({ row, column, rows, columns }: Area): string[] =>
  Array.from(
    { length: rows * columns },
    (_, at) => `${row + Math.floor(at / columns)}:${column + (at % columns)}`,
  );

describe.each(cases)('a page ($name, $language, $variant)', ({ make, language, variant }) => {
  const base = make();
  const ctx = withDossiers(
    contextOf([], {
      language,
      reading: base.reading,
      entries: base.entries,
      lists: base.lists,
    }),
    CLIENTS.map((client, index) => ({ number: index + 1, client, variant })),
  );
  const plans = ctx.pages.dossiers.map((page) => dossierPlan(ctx, page));

  test('calculates to what it says, without any error', () => {
    const live = livePages(ctx);
    expect(wrong(live.pages, live.tabs)).toEqual([]);
    for (const { value } of live.pages.flatMap(formulasOf)) {
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      else expect(value).not.toMatch(/#|NaN|undefined|null|\{\w+\}/);
    }
  });

  test('uses functions of Excel 2010, texts and formulas as they must be', () => {
    const formulas = plans.flatMap(formulasOf);
    for (const { formula } of formulas) {
      const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
      const used = [...bare.matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, name]) => name ?? '');
      expect(used.filter((name) => !ALLOWED.includes(name))).toEqual([]);
      expect(formula.length).toBeLessThan(8192);
      expect(bare).not.toMatch(/#REF|undefined|NaN|\[/);
      for (const [text] of formula.matchAll(/"(?:[^"]|"")*"/g)) expect(text.length).toBeLessThanOrEqual(257);
    }
    for (const { cell } of plans.flatMap((plan) => [...cellsOf(plan)]))
      if (typeof cell === 'string') expect(cell).not.toMatch(/\{\w+\}/);
  });

  test('has blocks that do not overlap, charts over empty cells, everything on the page owned', () => {
    for (const plan of plans) {
      const taken = plan.blocks.flatMap((block) => {
        for (const row of block.cells) expect(row).toHaveLength(block.cells[0]?.length ?? 0);
        expect(block.formats ?? block.cells[0]).toHaveLength(block.cells[0]?.length ?? 0);
        return within(areaOf(block));
      });
      expect(new Set(taken).size).toBe(taken.length);
      const merged = (plan.merges ?? []).flatMap(within);
      expect(new Set(merged).size).toBe(merged.length);
      const filled = new Set(taken);
      for (const { place } of plan.charts) {
        expect(within(place).filter((cell) => filled.has(cell))).toEqual([]);
        expect(within(place).filter((cell) => !merged.includes(cell))).toEqual([]);
      }
      for (const { row, column, rows, columns } of [...plan.blocks.map(areaOf), plan.print.area]) {
        expect(row).toBeGreaterThanOrEqual(1);
        expect(column + columns - 1).toBeLessThan(plan.columnWidths.length + 1);
        expect(row + rows - 1).toBeLessThanOrEqual(plan.page.rows);
      }
    }
  });

  test('leaves the columns of signs free, hides all that is not the page, and names its figures', () => {
    for (const plan of plans) {
      const { signColumn } = plan.page;
      const width = plan.columnWidths.length;
      const used = new Set(
        plan.blocks.flatMap((block) => within(areaOf(block))).map((cell) => Number(cell.split(':')[1])),
      );
      for (let at = 0; at < SIGN_COLUMNS; at++) expect(used.has(signColumn + at)).toBe(false);
      expect(used.has(width)).toBe(false);
      expect(plan.hiddenColumns).toEqual(
        Array.from({ length: width - signColumn + 1 }, (_, at) => signColumn + at),
      );
      expect(plan.names.map(({ name }) => name).sort()).toEqual(
        DOSSIER_FIGURES.map((figure) => pageName(plan.key, figure)).sort(),
      );
      expect(plan.print.paged).toMatchObject({ pages: 2 });
    }
  });

  test('has drop-downs that Excel takes, with their sentences', () => {
    for (const { rule, message } of plans.flatMap(({ validations }) => validations)) {
      if (rule.kind === 'list') expect(rule.values.join(',').length).toBeLessThanOrEqual(LONGEST_LIST);
      expect(message.length).toBeLessThanOrEqual(255);
      expect(message).toMatch(/\S/);
    }
  });
});

/** A4 within its margins, in points; a character of a column and its padding too. */
const PAPER = { width: 595 - 72, height: 842 - 36 - 50 };
const POINTS = { character: 5.25, column: 3.75, line: 15 };

/** Pages that a plan takes at the scale that fits its width: as tall as its rows are. */
function pagesOf(plan: PagePlan): number {
  const widths = plan.columnWidths.slice(0, plan.print.area.columns);
  const width = widths.reduce((sum, each) => sum + each * POINTS.character + POINTS.column, 0);
  const taller = rowHeights(plan)
    .filter(({ row }) => row > 1)
    .reduce((sum, { rows, height }) => sum + rows * (height - POINTS.line), 0);
  return ((plan.print.area.rows * POINTS.line + taller) * (PAPER.width / width)) / PAPER.height;
}

test('both variants fit two pages with room for what people write', () => {
  const ctx = withDossiers(sampleContext(), [
    { number: 1, client: '0000000018' },
    { number: 2, client: '0000000018', variant: 'strategic' },
  ]);
  const [key, strategic] = ctx.pages.dossiers.map((page) => pagesOf(dossierPlan(ctx, page)));
  expect(key).toBeGreaterThan(1);
  expect(key).toBeLessThan(1.8);
  expect(strategic).toBeLessThan(2.05);
});

test('the sign of the unknown is that by which people’s cells are read', () => {
  expect(UNKNOWN).toBe(UNKNOWN_SIGN);
});

test('a client that vanished is said to be gone, one that is no longer key is said so', () => {
  const ctx = withDossiers(contextOf(dated), [
    { number: 1, client: 'пропал' },
    { number: 2, client: 'C09' },
    { number: 3, client: 'C01' },
  ]);
  const sentences = ctx.pages.dossiers.map((page) => {
    const cell = [...cellsOf(dossierPlan(ctx, page))].find(
      ({ row, column }) => row === 4 && column === 1,
    )?.cell;
    return typeof cell === 'object' && cell !== null ? cell.value : cell;
  });
  expect(sentences).toEqual([
    expect.stringContaining('больше нет в продажах: досье сохранено'),
    expect.stringContaining('больше не ключевой: досье сохранено'),
    '',
  ]);
});

/** The cells of a page as Excel would answer them. */
function sheetOf(plan: PagePlan): CellValue[][] {
  const rows: CellValue[][] = Array.from({ length: plan.page.rows }, () =>
    new Array<CellValue>(plan.columnWidths.length).fill(''),
  );
  for (const block of [...plan.blocks, ...signBlocks(plan)])
    block.cells.forEach((cells, down) => {
      cells.forEach((cell, across) => {
        const row = rows[block.row + down - 1];
        if (row) row[block.column + across - 1] = typeof cell === 'object' ? (cell?.value ?? '') : cell;
      });
    });
  return rows;
}

test('words typed anywhere are read back as they were, and nothing of ours is taken for them', () => {
  const base = contextOf(dated);
  const empty = dossierPlan(
    base,
    withDossiers(base, [{ number: 1, client: 'C01', variant: 'strategic' }]).pages.dossiers[0] ?? never(),
  );
  const field = fc.constantFrom(...empty.page.fields.map(({ key }) => key));
  const row = fc.constantFrom(...empty.page.tables.filter(({ key }) => key !== 'notes'));
  const value = fc.oneof(
    fc.integer({ min: FIRST_SERIAL, max: FIRST_SERIAL + 9 }),
    fc.constantFrom('слово', '007', '=x'),
  );
  fc.assert(
    fc.property(
      fc.dictionary(field, value, { maxKeys: 12 }),
      fc.array(
        row.chain(({ key, columns }) => fc.tuple(fc.constant(key), fc.constantFrom(...columns), value)),
        { maxLength: 8 },
      ),
      (fields, cells) => {
        const typed: Record<string, CellValue | Record<string, CellValue>> = { ...fields };
        const counts = new Map<string, number>();
        for (const [key, { field: column }, typedValue] of cells) {
          const number = (counts.get(key) ?? 0) + 1;
          counts.set(key, number);
          typed[`${key}.r${number}`] = { [column]: typedValue };
        }
        const ctx = withDossiers(base, [
          { number: 1, client: 'C01', variant: 'strategic', words: typed as TypedWords },
        ]);
        const [page] = ctx.pages.dossiers;
        if (!page) throw new Error('There is a dossier');
        const plan = withWords(dossierPlan(ctx, page), page.words);
        const values = sheetOf(plan);
        const { isWhole, records } = pageRecords({
          values,
          formulas: values,
          formats: values.map((cells) => cells.map(() => 'General')),
        });
        expect(isWhole).toBe(true);
        expect(new Map(records.map(({ key, values: read }) => [key, read]))).toEqual(page.words);
      },
    ),
    { numRuns: 60 },
  );
});

function never(): never {
  throw new Error('There is a dossier');
}
