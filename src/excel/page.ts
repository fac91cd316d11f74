import type { PlanContent } from '../reports/plan';
import { widthInPoints } from './dress';
import { rangeOf } from './references';
import { heightByRow, LINE_POINTS, rowHeights } from './rowHeights';

/** Margins of the printed page in points: half an inch, and a little more at the foot for the footer. */
const MARGIN_POINTS = 36;
const FOOT_MARGIN_POINTS = 50;
const FOOTER_POINTS = 22;

/** All that the printing of a tab depends on. */
export function printOf(plan: PlanContent) {
  return { ...plan.print, breaks: pageBreaks(plan) };
}

/** Queues the printing of a tab: A4, its area, as many pages as planned, headings repeated. */
export function setUpPage(sheet: Excel.Worksheet, plan: PlanContent): void {
  const { breaks, ...print } = printOf(plan);
  const page = sheet.pageLayout;
  page.paperSize = 'A4';
  page.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  page.setPrintArea(rangeOf(sheet, print.area));
  if (print.titleRows) page.setPrintTitleRows(`$${print.titleRows.from}:$${print.titleRows.to}`);
  page.zoom = zoomOf(print, breaks);
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of breaks)
    sheet.horizontalPageBreaks.add(rangeOf(sheet, { row, column: 1, rows: 1, columns: 1 }));
  page.centerHorizontally = print.centered ?? false;
  page.leftMargin = MARGIN_POINTS;
  page.rightMargin = MARGIN_POINTS;
  page.topMargin = MARGIN_POINTS;
  page.bottomMargin = FOOT_MARGIN_POINTS;
  page.footerMargin = FOOTER_POINTS;
  page.headersFooters.defaultForAllPages.centerFooter = print.footer;
}

/** Points of A4. */
const PAPER = { short: 595, long: 842 } as const;

/**
 * Rows that begin a new page: the first of each section that would not end on the page where it begins, at the size at
 * which the tab is one page wide. None where the tab is fitted to a number of pages.
 */
function pageBreaks(plan: PlanContent): readonly number[] {
  const { paged, area, orientation } = plan.print;
  if (!paged) return [];
  const [width, height] = orientation === 'landscape' ? [PAPER.long, PAPER.short] : [PAPER.short, PAPER.long];
  const columns = plan.columnWidths.slice(area.column - 1, area.column - 1 + area.columns);
  const points = columns.reduce((sum, characters) => sum + widthInPoints(characters), 0);
  const scale = Math.min(1, (width - 2 * MARGIN_POINTS) / points);
  const room = (height - MARGIN_POINTS - FOOT_MARGIN_POINTS) / scale;
  const tall = heightByRow(rowHeights(plan));
  const end = area.row + area.rows;
  const heightOf = (from: number, to: number): number => {
    let sum = 0;
    for (let row = from; row < to; row++) sum += tall.get(row) ?? LINE_POINTS;
    return sum;
  };
  const breaks: number[] = [];
  let used = heightOf(area.row, paged.sections[0] ?? end);
  paged.sections.forEach((row, index) => {
    const needed = heightOf(row, paged.sections[index + 1] ?? end);
    if (used > 0 && used + needed > room) {
      breaks.push(row);
      used = 0;
    }
    used = (used + needed) % room;
  });
  return breaks.length < paged.pages ? breaks : [];
}

function zoomOf(
  { fitToPages, paged }: PlanContent['print'],
  breaks: readonly number[],
): Excel.PageLayoutZoomOptions {
  const { wide, tall } = fitToPages ?? { wide: 1, tall: undefined };
  const pages = paged && breaks.length === 0 ? paged.pages : tall;
  return { horizontalFitToPages: wide, ...(pages === undefined ? {} : { verticalFitToPages: pages }) };
}
