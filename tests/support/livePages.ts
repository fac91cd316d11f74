import { complete } from '../../src/domain/shared/steps';
import type { CellValue } from '../../src/domain/shared/grid';
import type { PageWords } from '../../src/domain/dossiers/book';
import { restorePage } from '../../src/excel/pageWords';
import { allPlans } from '../../src/reports/allPlans';
import type { ReportContext } from '../../src/reports/context';
import { pagePlans } from '../../src/reports/pagePlans';
import type { DossierFigure } from '../../src/reports/pages';
import { pageName } from '../../src/reports/pages';
import type { AnyPlan, PagePlan, SheetPlan } from '../../src/reports/plan';
import { withTyped } from './dealTabs';
import { cellsOf, LiveTabs } from './recalculate';

/** Every tab and page of a workbook in a calculation engine, people's words put back. */
export interface LivePages {
  readonly tabs: LiveTabs;
  readonly sheets: readonly SheetPlan[];
  readonly pages: readonly PagePlan[];
}

/** Calculates the tabs and pages of a context. */
export function livePages(ctx: ReportContext): LivePages {
  const sheets = withTyped(complete(allPlans(ctx)), 'deals', Object.fromEntries(ctx.entries.dealCells));
  const pages = complete(pagePlans(ctx, ctx.pages)).map((plan) => withWords(plan, wordsOf(ctx, plan)));
  return { tabs: new LiveTabs([...sheets, ...pages]), sheets, pages };
}

/** A page with its words put back, as the writer does: each must find its place. */
export function withWords(plan: PagePlan, words: PageWords): PagePlan {
  const records = [...words].map(([key, values]) => ({ key, values }));
  const { plan: restored, left } = restorePage(plan, records);
  if (left.length > 0) throw new Error(`These words have no place: ${JSON.stringify(left)}`);
  return restored;
}

function wordsOf({ pages }: ReportContext, { key }: PagePlan): PageWords {
  const found = [...pages.dossiers, ...pages.meetings].find((page) => page.key === key);
  if (!found) throw new Error(`There is no page ${key}`);
  return found.words;
}

/** Where a figure of a dossier stands. */
export function placeOf(plan: PagePlan, figure: DossierFigure): { row: number; column: number } {
  const area = plan.names.find(({ name }) => name === pageName(plan.key, figure))?.area;
  if (!area) throw new Error(`${plan.tab} has no ${figure}`);
  return area;
}

/** Where people's cell stands: a field by `section.field`, a cell of a table by `table.r1.column`. */
export function cellOf({ page }: PagePlan, name: string): { row: number; column: number } {
  const field = page.fields.find(({ key }) => key === name);
  if (field) return field;
  const [, table, row, column] = /^(\w+)\.r(\d+)\.(\w+)$/.exec(name) ?? [];
  const found = page.tables.find(({ key }) => key === table);
  const at = found?.columns.find((each) => each.field === column);
  if (!found || !at) throw new Error(`There is no cell ${name}`);
  return { row: found.row + Number(row) - 1, column: at.column };
}

/** What a page shows beside a label: its value, or that of its formula. */
export function shownBeside(plan: AnyPlan, label: string): CellValue | null {
  const cells = new Map([...cellsOf(plan)].map(({ row, column, cell }) => [`${row}:${column}`, cell]));
  for (const { row, column, cell } of cellsOf(plan)) {
    if (cell !== label) continue;
    const beside = cells.get(`${row}:${column === 1 ? 2 : 7}`) ?? null;
    return typeof beside === 'object' && beside !== null ? beside.value : beside;
  }
  throw new Error(`${plan.tab} has no label ${label}`);
}
