import type { SheetModel, TableModel } from '../../model/model';
import type { PackageDraft } from '../package/draft';
import type { SourcePackage } from '../package/source';
import type { XmlElement } from '../package/xml';
import {
  attribute,
  child,
  children,
  descendant,
  element,
  parseRoot,
  serializeDocument,
} from '../package/xml';
import { inflateEntry } from '../package/zip';
import { customPropertyBytes } from './customParts';
import type { SourceSheet } from './carryOver';
import { carryOver, readSourceSheet, sameCharts } from './carryOver';
import type { StyleMerger } from './mergeStyles';
import { insertInOrder, replaceChild } from '../package/xml';
import type { Scratch } from './scratch';
import { rowPieces } from './writeCells';
import { ruleElements, validationsElement } from './writeRules';
import { addressAt, areaOf, referenceOf } from './units';

/** Order of the parts of a worksheet (ECMA-376 part 1, 18.3.1.99). */
const ORDER =
  `sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios
  autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations
  hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches
  ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems
  tableParts extLst`.split(/\s+/);

/** Last column of a sheet, zero-based. */
const LAST_COLUMN = 16_383;
const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CONTENT_TYPES = {
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  table: 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml',
  customProperty: 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty',
} as const;

/** What writing a sheet's part needs beside the sheet. */
export interface GraftContext {
  readonly draft: PackageDraft;
  readonly scratch: Scratch;
  readonly styles: StyleMerger;
  /** The file that was opened; the scratch workbook for a new book. */
  readonly source: SourcePackage;
  /** Index of a style among the cell formats of the finished file. */
  readonly cellFormat: (style: number) => number;
  /** A table number nobody in the file has. */
  readonly nextTableId: () => number;
  readonly isActive: boolean;
}

/** Writes one sheet into the draft and answers its part. `scratchPart` is its frame as excelts wrote it. */
export function graftSheet(sheet: SheetModel, scratchPart: string, context: GraftContext): string {
  const { draft, scratch } = context;
  const part = draft.freshName('xl/worksheets/sheet', '.xml');
  draft.put(part, '', CONTENT_TYPES.worksheet);
  const root = parseRoot(scratch.source.text(scratchPart));
  const before = readSourceSheet(context.source, sheet.sourcePart);
  if (before) draft.setRelationships(part, carryOver(root, sheet, before, ORDER));
  const put = (name: string, item: XmlElement | null): void => replaceChild(root, name, item, ORDER);

  const view = child(child(root, 'sheetViews'), 'sheetView');
  if (view && context.isActive) view.attributes['tabSelected'] = '1';
  put('dimension', dimensionElement(sheet));
  put('mergeCells', mergesElement(sheet));
  for (const rules of ruleElements(sheet, context.styles)) insertInOrder(root, rules, ORDER);
  put('dataValidations', validationsElement(sheet));
  put('hyperlinks', hyperlinksElement(sheet, part, draft));
  put('rowBreaks', rowBreaksElement(sheet));
  put('customProperties', customPropertiesElement(sheet, part, draft));
  put('drawing', drawingElement(sheet, before, scratchPart, part, context));
  const tables = sheet.tables.map((table) => tablePart(table, sheet, part, context));
  put('tableParts', tablePartsElement(tables.map((table) => table.relationship)));
  put('sheetData', element('sheetData'));

  const headings = new Map(tables.flatMap((table) => [...table.headings]));
  const [head, tail] = serializeDocument(root).split('<sheetData/>');
  draft.put(part, {
    kind: 'pieces',
    *pieces() {
      yield `${head}<sheetData>`;
      yield* rowPieces(sheet, context.cellFormat, headings);
      yield `</sheetData>${tail}`;
    },
  });
  return part;
}

function dimensionElement(sheet: SheetModel): XmlElement {
  const rows = Math.max(1, sheet.cells.rowCount);
  const columns = Math.max(1, sheet.cells.columnCount);
  return element('dimension', { ref: referenceOf({ row: 0, column: 0, rows, columns }) });
}

/** excelts would compare every merge with every other. */
function mergesElement(sheet: SheetModel): XmlElement | null {
  if (sheet.merges.length === 0) return null;
  const merges = sheet.merges.map((merge) => element('mergeCell', { ref: referenceOf(merge) }));
  return element('mergeCells', { count: merges.length }, merges);
}

/** A break stands after the row of its number, counted from one. */
function rowBreaksElement({ pageLayout: { rowBreaks } }: SheetModel): XmlElement | null {
  if (rowBreaks.length === 0) return null;
  const breaks = rowBreaks.map((row) => element('brk', { id: row, max: LAST_COLUMN, man: 1 }));
  const count = rowBreaks.length;
  return element('rowBreaks', { count, manualBreakCount: count }, breaks);
}

function hyperlinksElement(sheet: SheetModel, part: string, draft: PackageDraft): XmlElement | null {
  const links = [...sheet.hyperlinks].flatMap(([reference, link]) =>
    areaOf(reference)
      ? [
          element('hyperlink', {
            ref: reference,
            'r:id': link.address ? draft.relate(part, 'hyperlink', link.address, true) : undefined,
            location: link.documentReference || undefined,
            tooltip: link.screenTip || undefined,
          }),
        ]
      : [],
  );
  return links.length > 0 ? element('hyperlinks', {}, links) : null;
}

function customPropertiesElement(sheet: SheetModel, part: string, draft: PackageDraft): XmlElement | null {
  const properties = [...sheet.customProperties].map(([name, value]) => {
    const target = draft.freshName('xl/customProperty', '.bin');
    draft.put(target, { kind: 'bytes', bytes: customPropertyBytes(value) }, CONTENT_TYPES.customProperty);
    return element('customPr', { name, 'r:id': draft.relate(part, 'customProperty', target) });
  });
  return properties.length > 0 ? element('customProperties', {}, properties) : null;
}

/**
 * The sheet's drawing. That of an edited sheet stays while its charts are the same; otherwise its pictures and shapes
 * stay and the charts are those of the scratch workbook, under free names.
 */
function drawingElement(
  sheet: SheetModel,
  before: SourceSheet | null,
  scratchPart: string,
  part: string,
  context: GraftContext,
): XmlElement | null {
  const { draft, scratch, source } = context;
  const known = before?.relationships.find(
    (item) => item.id === attribute(child(before.root, 'drawing'), 'id'),
  );
  if (before && known && sameCharts(sheet.charts, before.sheet.charts)) {
    return element('drawing', { 'r:id': draft.relate(part, 'drawing', known.target) });
  }
  const drawing = scratch.source.relationships(scratchPart).find((item) => item.kind === 'drawing');
  const others = known ? anchorsWithoutCharts(source, known.target) : [];
  const scratchRoot = drawing && parseRoot(scratch.source.text(drawing.target));
  if (!scratchRoot && others.length === 0) return null;
  const root = scratchRoot ?? parseRoot(EMPTY_DRAWING);
  nameCharts(root, sheet, others);
  const target = draft.freshName('xl/drawings/drawing', '.xml');
  draft.put(target, '', CONTENT_TYPES.drawing);
  draft.setRelationships(
    target,
    known ? source.relationships(known.target).filter((item) => item.kind !== 'chart') : [],
  );
  if (drawing) takeCharts(root, drawing.target, target, context);
  root.children.push(...others);
  draft.put(target, serializeDocument(root));
  return element('drawing', { 'r:id': draft.relate(part, 'drawing', target) });
}

const EMPTY_DRAWING =
  '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>';

function anchorsWithoutCharts(source: SourcePackage, drawingPart: string): XmlElement[] {
  const anchors = children(source.root(drawingPart) ?? undefined);
  return anchors.filter(
    (anchor) => !/\/chart$/.test(attribute(descendant(anchor, 'graphicData'), 'uri') ?? ''),
  );
}

/** Copies the charts of a scratch drawing and points its anchors to them. */
function takeCharts(
  root: XmlElement,
  scratchDrawing: string,
  target: string,
  { draft, scratch }: GraftContext,
): void {
  const charts = children(root).flatMap((anchor) => descendant(anchor, 'chart') ?? []);
  for (const relationship of scratch.source.relationships(scratchDrawing)) {
    const reference = charts.find((chart) => attribute(chart, 'id') === relationship.id);
    const entry = scratch.source.entries.get(relationship.target);
    if (!reference || !entry) continue;
    const chart = draft.freshName('xl/charts/chart', '.xml');
    draft.put(chart, { kind: 'bytes', bytes: inflateEntry(entry) }, CONTENT_TYPES.chart);
    reference.attributes['r:id'] = draft.relate(target, 'chart', chart);
  }
}

/** excelts neither names charts nor describes them, and gives their anchors an attribute the schema does not know. */
function nameCharts(root: XmlElement, sheet: SheetModel, others: readonly XmlElement[]): void {
  const taken = others.map((anchor) => Number(attribute(descendant(anchor, 'cNvPr'), 'id') ?? 0));
  const firstId = Math.max(1, ...taken) + 1;
  for (const [index, anchor] of children(root).entries()) {
    const properties = descendant(anchor, 'cNvPr');
    const chart = sheet.charts[index];
    delete anchor.attributes['editAs'];
    if (!properties || !chart) continue;
    properties.attributes['id'] = String(firstId + index);
    if (chart.name) properties.attributes['name'] = chart.name;
    if (chart.altText) properties.attributes['descr'] = chart.altText;
  }
}

/** Writes a table's part. A heading cell must hold exactly the text that the table has for its column. */
function tablePart(
  table: TableModel,
  sheet: SheetModel,
  part: string,
  { draft, nextTableId }: GraftContext,
): { readonly relationship: string; readonly headings: ReadonlyMap<string, string> } {
  const { row, column, columns } = table.area;
  const names = columnNames(table, sheet);
  const headings = new Map(
    table.showHeaders ? names.map((name, index) => [addressAt(row, column + index), name] as const) : [],
  );
  const filtered = { ...table.area, rows: table.area.rows - (table.showTotals ? 1 : 0) };
  const root = element(
    'table',
    {
      xmlns: MAIN_NAMESPACE,
      id: nextTableId(),
      name: table.name,
      displayName: table.name,
      ref: referenceOf(table.area),
      headerRowCount: table.showHeaders ? undefined : 0,
      totalsRowCount: table.showTotals ? 1 : undefined,
      totalsRowShown: table.showTotals ? undefined : 0,
    },
    [
      ...(table.showHeaders && table.showFilterButton
        ? [element('autoFilter', { ref: referenceOf(filtered) })]
        : []),
      element(
        'tableColumns',
        { count: columns },
        names.map((name, index) =>
          element('tableColumn', { id: index + 1, name: name.replace(/\r?\n/g, '_x000a_') }),
        ),
      ),
      ...(table.style
        ? [
            element('tableStyleInfo', {
              name: table.style,
              showFirstColumn: 0,
              showLastColumn: 0,
              showRowStripes: table.showBandedRows ? 1 : 0,
              showColumnStripes: 0,
            }),
          ]
        : []),
    ],
  );
  const target = draft.freshName('xl/tables/table', '.xml');
  draft.put(target, serializeDocument(root), CONTENT_TYPES.table);
  return { relationship: draft.relate(part, 'table', target), headings };
}

/** Headings as texts, unique regardless of case, as Excel keeps them. */
function columnNames(table: TableModel, sheet: SheetModel): string[] {
  const taken = new Set<string>();
  return Array.from({ length: table.area.columns }, (_, index) => {
    const value = table.showHeaders ? sheet.cells.value(table.area.row, table.area.column + index) : '';
    const heading = typeof value === 'object' || value === '' ? `Column${index + 1}` : String(value);
    let name = heading;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${heading}${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function tablePartsElement(relationships: readonly string[]): XmlElement | null {
  if (relationships.length === 0) return null;
  const parts = relationships.map((id) => element('tablePart', { 'r:id': id }));
  return element('tableParts', { count: parts.length }, parts);
}
