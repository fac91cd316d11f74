import type { ReportContext } from './context';
import { liveCell } from './live';
import type { Block, SheetPlan } from './plan';
import { holeBlocks } from './register/holes';
import { columnOf, HIDDEN_COLUMNS, MISSING_ROW, SUMMARY_ROW, WIDTHS } from './register/layout';
import { loadSection } from './register/load';
import { meetingsSection } from './register/meetings';
import { missingDossiers } from './register/missing';
import { registerRows } from './register/rows';
import { registerSummary } from './register/summary';
import { registerTable } from './register/table';
import { valueBlocks } from './register/values';
import { footer, line, tabHead, warnings } from './tabHead';

const TAB_COLOR = '#7B4B94';
/** Rows that say how to make the first dossier, with a blank one after them. */
const EMPTY_ROWS = 4;

/**
 * The register «Досье» (method.md §5): a row per dossier, by money; above it what is worst, below it who looks after how
 * much, and the reports of meetings.
 */
export function dossiersPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames } = ctx;
  const rows = registerRows(ctx);
  const missing = missingDossiers(ctx, rows);
  const table = rows.length > 0 ? registerTable(ctx, rows) : null;
  const load = table && loadSection(ctx, rows, table.nextRow);
  const missingRow = table ? MISSING_ROW : SUMMARY_ROW + EMPTY_ROWS;
  const meetings = meetingsSection(ctx, load ? load.nextRow : missingRow + 2);
  const sections = [...(table && load ? [table, load] : []), meetings];
  return {
    key: 'dossiers',
    tab: tabNames.dossiers,
    tabColor: TAB_COLOR,
    columnWidths: WIDTHS,
    blocks: [
      ...tabHead(ctx, t('register.title'), t('register.model'), warnings(ctx)),
      ...(rows.length > 0 ? [...registerSummary(ctx, rows), ...holeBlocks(ctx, rows)] : emptyBlocks(ctx)),
      line(missingRow, 'body', liveCell(missing.sentence), columnOf('client')),
      ...missing.blocks,
      ...valueBlocks(ctx),
      ...sections.flatMap(({ blocks }) => blocks),
    ],
    names: [],
    tables: table ? [table.table] : [],
    rules: sections.flatMap(({ rules = [] }) => rules),
    validations: sections.flatMap(({ validations = [] }) => validations),
    charts: [],
    inputs: sections.flatMap(({ inputs = [] }) => inputs),
    hiddenColumns: HIDDEN_COLUMNS,
    freeze: { rows: 1, columns: columnOf('client') },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: {
        row: 1,
        column: 1,
        rows: meetings.nextRow - 2,
        columns: columnOf(table ? 'attention' : 'coverage'),
      },
      footer: footer(ctx, 'dossiers'),
    },
  };
}

/** How to make the first dossier. */
function emptyBlocks({ t }: ReportContext): readonly Block[] {
  return [
    line(SUMMARY_ROW, 'lead', t('register.empty'), columnOf('client')),
    line(SUMMARY_ROW + 1, 'body', t('register.empty.how'), columnOf('client')),
    line(SUMMARY_ROW + 2, 'body', t('register.empty.why'), columnOf('client')),
  ];
}
