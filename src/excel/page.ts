import type { PlanContent } from '../reports/plan';
import { rangeOf } from './references';

/** Margins of the printed page in points: half an inch, and a little more at the foot for the footer. */
const MARGIN_POINTS = 36;
const FOOT_MARGIN_POINTS = 50;
const FOOTER_POINTS = 22;

/** Queues the printing of a tab: A4, its area, as many pages as planned, headings repeated. */
export function setUpPage(sheet: Excel.Worksheet, { print }: PlanContent): void {
  const page = sheet.pageLayout;
  page.paperSize = 'A4';
  page.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  page.setPrintArea(rangeOf(sheet, print.area));
  if (print.titleRows) page.setPrintTitleRows(`$${print.titleRows.from}:$${print.titleRows.to}`);
  const { wide, tall } = print.fitToPages ?? { wide: 1, tall: undefined };
  page.zoom = {
    horizontalFitToPages: wide,
    ...(tall === undefined ? {} : { verticalFitToPages: tall }),
  };
  page.centerHorizontally = print.centered ?? false;
  page.leftMargin = MARGIN_POINTS;
  page.rightMargin = MARGIN_POINTS;
  page.topMargin = MARGIN_POINTS;
  page.bottomMargin = FOOT_MARGIN_POINTS;
  page.footerMargin = FOOTER_POINTS;
  page.headersFooters.defaultForAllPages.centerFooter = print.footer;
}
