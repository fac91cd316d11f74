import type { DossierSection } from '../../domain/dossiers/schema';
import { sectionsOf } from '../../domain/dossiers/schema';
import { NOTES, tableRows } from '../../domain/dossiers/book';
import { filledOf } from '../../domain/dossiers/figures';
import { knownFields } from '../../domain/dossiers/known';
import type { ReportContext } from '../context';
import { figuresOf } from '../dossierFigureCells';
import type { DossierPage } from '../pages';
import type { PagePlan } from '../plan';
import { autoFields } from './autoFields';
import { PageBuilder } from './builder';
import { drawDecisionGroup } from './decisionGroup';
import type { Draft, FieldPlace } from './fields';
import { drawField, drawHeading } from './fields';
import { COLUMN_WIDTHS, FIRST_ROW, HIDDEN_COLUMNS, PAGE_COLUMNS, SIGN_COLUMN, SPANS } from './grid';
import { BODY_ROW, countGap, drawHead } from './head';
import { lookUpClient } from './lookups';
import { drawOpenDeals } from './openDeals';
import { drawRelations } from './relations';
import { drawSales } from './sales';
import { drawSteps } from './steps';
import type { StepRows } from './steps';
import { drawTable } from './tables';
import type { TableSpans } from './tables';

const TAB_COLOR = '#7B4B94';

/** Fields side by side: the left one and the right one; a field that is not here takes a row of its own. */
const PAIRS: Readonly<Record<string, string>> = {
  'passport.client': 'holding',
  'passport.taxId': 'industry',
  'passport.manager': 'keyReason',
  'passport.places': 'site',
  'passport.employees': 'owners',
  'passport.turnover': 'updated',
  'business.products': 'customers',
  'business.rivals': 'trends',
  'potential.budget': 'method',
  'potential.ourShare': 'headroom',
  'purchase.budgetPeriod': 'tender',
  'history.since': 'tenders',
  'history.claims': 'feedback',
  'plan.deals': 'expected',
  'strategy.structure': 'finance',
  'strategy.team': 'sponsor',
  'strategy.strengths': 'weaknesses',
  'strategy.opportunities': 'threats',
  'strategy.goalYear': 'goalThreeYears',
};

/** Texts that need room: two lines of it. */
const LONG: ReadonlySet<string> = new Set([
  'business.products',
  'business.rivals',
  'business.pains',
  'potential.elsewhere',
  'purchase.order',
  'purchase.criteria',
  'plan.goal',
  'strategy.mission',
  'strategy.strengths',
  'strategy.opportunities',
  'strategy.lossPlan',
]);
const LONG_LINES = 2;

const SUPPLIERS: TableSpans = {
  supplier: { column: 1, columns: 1 },
  supplies: { column: 2, columns: 2 },
  share: { column: 4, columns: 1 },
  until: { column: 5, columns: 2 },
  strong: { column: 7, columns: 1 },
  weak: { column: 8, columns: 2 },
};
const MATRIX: TableSpans = {
  unit: { column: 1, columns: 2 },
  product: { column: 3, columns: 4 },
  buys: { column: 7, columns: 1 },
  could: { column: 8, columns: 2 },
};

/** Sheets of paper that a dossier may take. */
const MOST_PAGES = 2;

/** The dossier of a client as a page (method.md §5). */
export function dossierPlan(ctx: ReportContext, dossier: DossierPage): PagePlan {
  const { variant } = dossier.entry;
  const page = new PageBuilder(dossier.key);
  const draft: Draft = {
    ctx,
    dossier,
    page,
    autos: autoFields(ctx, dossier, lookUpClient(ctx, dossier, page)),
    filled: filledOf(variant, dossier.words, dossier.facts),
    known: knownFields(dossier.facts),
    places: new Map(),
  };
  const figures = figuresOf(dossier, ctx);
  let steps: StepRows = { first: BODY_ROW, last: BODY_ROW };
  const sections: number[] = [];
  page.row = BODY_ROW;
  for (const section of sectionsOf(variant)) {
    const headingRow = drawHeading(draft, section.key);
    sections.push(headingRow);
    const [table] = section.tables;
    switch (section.key) {
      case 'sales':
        drawSales(draft, section);
        break;
      case 'relations':
        drawRelations(draft, section);
        break;
      case 'competitors':
        if (table) drawTable(draft, section.key, table, SUPPLIERS);
        break;
      case 'group':
        if (table) drawDecisionGroup(draft, table, figures);
        break;
      case 'plan':
        drawFields(draft, section);
        drawOpenDeals(draft);
        if (table) steps = drawSteps(draft, table);
        break;
      default:
        drawFields(draft, section);
        if (table) drawTable(draft, section.key, table, MATRIX);
    }
    countGap(draft, section.key, headingRow);
  }
  const to = page.row - 1;
  sections.push(page.row);
  drawNotes(draft);
  const rows = page.row - 1;
  drawHead(draft, { figures, steps, from: BODY_ROW, to });
  return {
    key: dossier.key,
    tab: dossier.tab,
    tabColor: TAB_COLOR,
    columnWidths: COLUMN_WIDTHS,
    blocks: page.blocks(),
    names: page.names,
    tables: [],
    rules: page.rules,
    validations: page.validations,
    charts: page.charts,
    inputs: [],
    hiddenColumns: HIDDEN_COLUMNS,
    merges: page.merges(),
    freeze: { rows: FIRST_ROW + 1, columns: 0 },
    print: {
      orientation: 'portrait',
      titleRows: null,
      area: { row: FIRST_ROW, column: 1, rows: rows - FIRST_ROW + 1, columns: PAGE_COLUMNS },
      footer: `${dossier.tab.replace(/&/g, '&&')} · ${ctx.t('report.page')}`,
      paged: { sections, pages: MOST_PAGES },
      centered: true,
    },
    page: { signColumn: SIGN_COLUMN, rows, fields: page.fields, tables: page.tables },
  };
}

/** The fields of a section, one or two in a row. */
function drawFields(draft: Draft, { key: section, fields }: DossierSection): void {
  const { page } = draft;
  const right = new Set(fields.flatMap(({ key }) => PAIRS[`${section}.${key}`] ?? []));
  for (const field of fields.filter(({ key }) => !right.has(key))) {
    const name = `${section}.${field.key}`;
    const other = fields.find(({ key }) => key === PAIRS[name]);
    const row = page.row++;
    const room: Pick<FieldPlace, 'lines'> = LONG.has(name) ? { lines: LONG_LINES } : {};
    const value = other ? SPANS.leftValue : SPANS.value;
    drawField(draft, section, field, { row, label: SPANS.label, value, side: 'Left', ...room });
    if (other)
      drawField(draft, section, other, {
        row,
        label: SPANS.rightLabel,
        value: SPANS.rightValue,
        side: 'Right',
        ...room,
      });
  }
}

/** Free notes, and below them what may be kept and whose the cells are. */
function drawNotes(draft: Draft): void {
  const { ctx, dossier, page } = draft;
  drawHeading(draft, NOTES.table);
  const rows = Math.max(FEWEST_NOTES, tableRows(dossier.words, NOTES.table).length + 1);
  const first = page.row;
  for (let index = 0; index < rows; index++)
    page.add({ span: SPANS.row, role: 'input', cell: null, format: '@', wrap: true });

  page.tables.push({ key: NOTES.table, row: first, rows, columns: [{ field: NOTES.field, column: 1 }] });
  for (const text of ['dossier.legend', 'dossier.privacy'] as const)
    page.add({ span: SPANS.row, role: 'note', cell: ctx.t(text), wrap: true });
}

/** Rows of notes at least. */
const FEWEST_NOTES = 3;
