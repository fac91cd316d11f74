import { Workbook } from '@cj-tech-master/excelts';
import type { Worksheet } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import type { BookModel, CellStyle, SheetModel, StyleId } from '../../model/model';
import { readBookParts } from './bookParts';
import { SourcePackage } from '../package/source';
import { attribute, child, children } from '../package/xml';
import { addCharts } from './chartOptions';
import { argb } from './mergeStyles';
import { paperCode } from './paper';
import type { DefaultFont } from './readStyles';
import { STANDARD_COLUMN, widthOfPoints } from './units';

/**
 * A workbook written by excelts with everything of our sheets but the cells: panes, columns, page set-up, protection,
 * native charts, and the cell formats in use. Its parts are then grafted into the user's file.
 */
export interface Scratch {
  readonly source: SourcePackage;
  /** Part of each given sheet, in their order. */
  readonly sheetParts: readonly string[];
  /** Index of a style among the cell formats of the scratch workbook. */
  readonly formatOf: ReadonlyMap<StyleId, number>;
}

const POINTS_PER_INCH = 72;

/** Writes the scratch workbook. */
export async function writeScratch(
  book: BookModel,
  sheets: readonly SheetModel[],
  font: DefaultFont,
): Promise<Scratch> {
  installChartSupport();
  const workbook = new Workbook();
  workbook.defaultFont = { ...font };
  workbook.properties.date1904 = book.date1904;
  for (const sheet of sheets) await addSheet(workbook, book, sheet);
  const styles = stylesInUse(sheets);
  addStyleCarrier(workbook, book, styles, font);
  const source = SourcePackage.open(
    await workbook.xlsx.writeBuffer({ validate: false, useSharedStrings: true }),
  );
  const parts = (readBookParts(source)?.sheets ?? []).map((entry) => entry.relationship.target);
  return {
    source,
    sheetParts: parts.slice(0, sheets.length),
    formatOf: carriedFormats(source, parts.at(-1), styles),
  };
}

async function addSheet(workbook: Workbook, book: BookModel, sheet: SheetModel): Promise<void> {
  const target = workbook.addWorksheet(sheet.name);
  if (sheet.tabColor) target.properties.tabColor = { argb: argb(sheet.tabColor) };
  addView(target, sheet);
  addColumns(target, sheet);
  addPageLayout(target, sheet);
  if (sheet.isProtected) await target.protect('', { selectLockedCells: true, selectUnlockedCells: true });
  addCharts(target, workbook, book, sheet);
}

function addView(target: Worksheet, sheet: SheetModel): void {
  const { rows, columns } = sheet.frozen;
  const showGridLines = sheet.showGridlines;
  target.views =
    rows > 0 || columns > 0
      ? [{ state: 'frozen', xSplit: columns, ySplit: rows, showGridLines }]
      : [{ state: 'normal', showGridLines } as Worksheet['views'][number]];
}

function addColumns(target: Worksheet, sheet: SheetModel): void {
  for (const column of new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns])) {
    const written = target.getColumn(column + 1);
    written.width = widthOfPoints(sheet.columnWidths.get(column) ?? STANDARD_COLUMN);
    written.hidden = sheet.hiddenColumns.has(column);
  }
}

function addPageLayout(target: Worksheet, sheet: SheetModel): void {
  const layout = sheet.pageLayout;
  const { pageSetup, headerFooter } = target;
  const { top, bottom, left, right, header, footer } = layout.margins;
  pageSetup.orientation = layout.orientation;
  pageSetup.paperSize = paperCode(layout.paperSize);
  pageSetup.horizontalCentered = layout.centerHorizontally;
  pageSetup.margins = {
    top: top / POINTS_PER_INCH,
    bottom: bottom / POINTS_PER_INCH,
    left: left / POINTS_PER_INCH,
    right: right / POINTS_PER_INCH,
    header: header / POINTS_PER_INCH,
    footer: footer / POINTS_PER_INCH,
  };
  if (layout.fitToWidth !== null || layout.fitToHeight !== null) {
    pageSetup.fitToPage = true;
    pageSetup.fitToWidth = layout.fitToWidth ?? 0;
    pageSetup.fitToHeight = layout.fitToHeight ?? 0;
  } else pageSetup.scale = layout.scale;
  headerFooter.oddHeader = sectionsText(layout.header) || null;
  headerFooter.oddFooter = sectionsText(layout.footer) || null;
}

function sectionsText(sections: { left: string; center: string; right: string }): string {
  const { left, center, right } = sections;
  return `${left && `&L${left}`}${center && `&C${center}`}${right && `&R${right}`}`;
}

function stylesInUse(sheets: readonly SheetModel[]): StyleId[] {
  const used = new Set<StyleId>();
  for (const { cells } of sheets)
    for (const { row, column } of cells.cells()) used.add(cells.style(row, column));
  used.delete(0);
  return [...used];
}

/** A sheet whose first column wears every style in use: the formats excelts gave them are read off its cells. */
function addStyleCarrier(
  workbook: Workbook,
  book: BookModel,
  styles: readonly StyleId[],
  font: DefaultFont,
): void {
  let name = 'styles';
  while (workbook.getWorksheet(name)) name += '_';
  const carrier = workbook.addWorksheet(name);
  styles.forEach((id, index) => dress(carrier.getCell(index + 1, 1), book.styles.get(id), font));
}

function carriedFormats(
  source: SourcePackage,
  part: string | undefined,
  styles: readonly StyleId[],
): Map<StyleId, number> {
  const formats = new Map<StyleId, number>([[0, 0]]);
  const rows = children(child(source.root(part) ?? undefined, 'sheetData'), 'row');
  for (const row of rows) {
    const style = styles[Number(attribute(row, 'r')) - 1];
    const format = attribute(child(row, 'c'), 's');
    if (style !== undefined && format !== undefined) formats.set(style, Number(format));
  }
  return formats;
}

function dress(cell: ReturnType<Worksheet['getCell']>, style: CellStyle, font: DefaultFont): void {
  if (style.numberFormat !== undefined) cell.numFmt = style.numberFormat;
  const { bold, italic, underline, color, fontName, fontSize } = style;
  if ([bold, italic, underline, color, fontName, fontSize].some((part) => part !== undefined)) {
    cell.font = {
      name: fontName ?? font.name,
      size: fontSize ?? font.size,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {}),
      ...(underline ? { underline } : {}),
      ...(color === undefined ? {} : { color: { argb: argb(color) } }),
    };
  }
  if (style.fill !== undefined)
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(style.fill) } };
  if (style.borders) {
    cell.border = Object.fromEntries(
      Object.entries(style.borders).map(([side, line]) => [
        side,
        { style: line.style, color: { argb: argb(line.color) } },
      ]),
    );
  }
  const { horizontal, vertical, wrap, indent } = style;
  if (horizontal !== undefined || vertical !== undefined || wrap !== undefined || indent !== undefined) {
    cell.alignment = {
      ...(horizontal === undefined ? {} : { horizontal }),
      ...(vertical === undefined ? {} : { vertical }),
      ...(wrap ? { wrapText: true } : {}),
      ...(indent === undefined ? {} : { indent }),
    };
  }
  if (style.locked === false) cell.protection = { locked: false };
}
