import type { DossierTable, FieldKind } from '../../domain/dossiers/schema';
import { tableRows } from '../../domain/dossiers/book';
import type { TextKey } from '../../i18n/translate';
import { areaAddress } from '../addresses';
import type { Area, PlanCell } from '../plan';
import type { Draft } from './fields';
import { inputFormat, inputRule, NUMBER_LISTS } from './fields';
import type { Span } from './grid';
import { PAGE_COLUMNS } from './grid';

/** Empty rows below those that are typed. */
const FREE_ROWS = 2;

/** Columns of a table of people's, over one or more columns of the page; they cover the page. */
export type TableSpans = Readonly<Record<string, Span>>;

/** Draws a table that people fill in, its headings above; answers with the area of its rows. */
export function drawTable(draft: Draft, section: string, table: DossierTable, spans: TableSpans): Area {
  const { ctx, page, dossier, filled } = draft;
  const { key, columns, weight } = table;
  const headingRow = drawHeadings(
    draft,
    columns.map((column) => ({
      words: `dossier.${key}.${column.key}` as TextKey,
      span: spanOf(column.key),
      ...(isCentered(column.kind) ? { align: 'center' as const } : {}),
    })),
  );
  const rows = Math.max(table.rows, tableRows(dossier.words, key).length) + FREE_ROWS;
  const area: Area = { row: page.row, column: 1, rows, columns: PAGE_COLUMNS };
  const formats = new Array<string | null>(PAGE_COLUMNS).fill(null);
  const align = new Array<'center' | null>(PAGE_COLUMNS).fill(null);
  for (const column of columns) {
    const span = spanOf(column.key);
    const cells: Area = { ...area, ...span };
    formats.fill(inputFormat(ctx, column.kind), span.column - 1, span.column - 1 + span.columns);
    if (isCentered(column.kind)) align[span.column - 1] = 'center';
    if (span.columns > 1) page.merge(cells);
    const rule = inputRule(ctx, column.kind, cells);
    if (rule) page.validations.push(rule);
  }
  page.block({
    row: area.row,
    column: 1,
    role: 'input',
    wrap: true,
    formats,
    align,
    cells: Array.from({ length: rows }, () => new Array<PlanCell>(PAGE_COLUMNS).fill(null)),
  });
  page.tables.push({
    key,
    row: area.row,
    rows,
    columns: columns.map((column) => ({ field: column.key, column: spanOf(column.key).column })),
  });
  if (weight > 0) {
    page.work(headingRow, 'weightLeft', weight);
    page.work(headingRow, 'filledLeft', {
      formula: `=IF(SUMPRODUCT((${areaAddress(area)}<>"")*1)>0,1,0)`,
      value: filled.has(`${section}.${key}`) ? 1 : 0,
    });
  }
  page.row += rows;
  return area;

  function spanOf(field: string): Span {
    const span = spans[field];
    if (!span) throw new Error(`The column ${key}.${field} has no place on the page`);
    return span;
  }
}

/** Days, shares and short numbers stand in the middle. */
function isCentered(kind: FieldKind): boolean {
  return kind === 'date' || kind === 'share' || NUMBER_LISTS.has(kind);
}

/** A row of headings over spans. */
export function drawHeadings(
  { ctx, page }: Pick<Draft, 'ctx' | 'page'>,
  headings: readonly {
    readonly words: TextKey;
    readonly span: Span;
    readonly align?: 'center' | 'right';
  }[],
): number {
  const cells = new Array<PlanCell>(PAGE_COLUMNS).fill(null);
  const align = new Array<'center' | 'right' | null>(PAGE_COLUMNS).fill(null);
  for (const { words, span, align: side = null } of headings) {
    align[span.column - 1] = side;
    cells[span.column - 1] = ctx.t(words);
    if (span.columns > 1) page.merge({ row: page.row, column: span.column, rows: 1, columns: span.columns });
  }
  page.block({ row: page.row, column: 1, role: 'columnHeading', wrap: true, align, cells: [cells] });
  return page.row++;
}
