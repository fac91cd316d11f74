import { complete } from '../../../domain/shared/steps';
import { createSheet } from '../../model/book';
import type { ChartModel, SheetModel } from '../../model/model';
import type { Relationship } from '../package/relationships';
import type { SourcePackage } from '../package/source';
import type { XmlElement } from '../package/xml';
import {
  attribute,
  child,
  children,
  insertInOrder,
  localName,
  parseRoot,
  replaceChild,
} from '../package/xml';
import { readSheetPart } from './cellReader';
import { noteRow } from './cellStores';
import { readCharts } from './readCharts';
import { readFrame } from './readFrame';
import { STANDARD_FONT } from './readStyles';

/** A sheet as it came in the opened file, apart from its cells. */
export interface SourceSheet {
  readonly root: XmlElement;
  readonly relationships: readonly Relationship[];
  /** What the model could express of it. */
  readonly sheet: SheetModel;
}

/** Reads an edited sheet's frame again from the opened file; null for a new sheet. */
export function readSourceSheet(source: SourcePackage, part: string | null): SourceSheet | null {
  const entry = part === null ? undefined : source.entries.get(part);
  if (part === null || !entry) return null;
  const sheet = createSheet('source');
  const rowsOnly = {
    row: (row: number, height: number | null, hidden: boolean) => noteRow(sheet, row, height, hidden),
    cell: () => undefined,
  };
  const frame = complete(readSheetPart(entry, [], rowsOnly));
  const root = parseRoot(frame.head + frame.tail);
  const relationships = source.relationships(part);
  let ids = 0;
  const nextId = (): string => String(++ids);
  const styles = { cellFormats: [], ruleFormats: [], defaultFont: STANDARD_FONT };
  readFrame(root, sheet, { styles, theme: [], relationships, nextId });
  const drawing = relationships.find((item) => item.id === attribute(child(root, 'drawing'), 'id'));
  if (drawing) sheet.charts = readCharts(source, drawing.target, sheet, [], nextId);
  return { root, relationships, sheet };
}

/** Parts of a sheet that the model holds, so that they are written from it. */
const MODELLED = new Set(
  `sheetPr dimension sheetViews cols sheetData mergeCells conditionalFormatting dataValidations hyperlinks
  printOptions pageMargins pageSetup headerFooter rowBreaks customProperties drawing tableParts`.split(/\s+/),
);
/** References that are made anew with what is written from the model. */
const MODELLED_KINDS = new Set(['table', 'hyperlink', 'customProperty', 'drawing']);
/** Rules the model can express; others are carried over. */
const MODELLED_RULES = new Set(
  'expression cellIs containsText notContainsText beginsWith endsWith dataBar'.split(' '),
);
/** Extension of data bars, which belongs to rules that are written anew ([MS-XLSX] 2.3.1). */
const RULE_EXTENSION = '{78C0D931-6437-407D-A8EE-F0AAD7539E65}';

/**
 * Carries over into the frame of an edited sheet what the model does not hold: comments, pictures, sparklines, colour
 * scales, column formats, the filter, the password of the protection. Answers the references these need.
 */
export function carryOver(
  root: XmlElement,
  edited: SheetModel,
  from: SourceSheet,
  order: readonly string[],
): Relationship[] {
  if (from.root.name !== root.name) return [];
  mergeNamespaces(root, from.root);
  for (const item of children(from.root)) {
    const name = localName(item.name);
    if (name === 'extLst') dropRuleExtension(item);
    if (!MODELLED.has(name) && (name !== 'sheetProtection' || edited.isProtected))
      replaceChild(root, name, item, order);
  }
  for (const block of children(from.root, 'conditionalFormatting')) carryRules(root, block, order);
  carryAttributes(child(root, 'sheetPr'), child(from.root, 'sheetPr'));
  carryAttributes(viewOf(root), viewOf(from.root), ['tabSelected', 'showGridLines']);
  const columns = child(from.root, 'cols');
  if (columns && sameColumns(edited, from.sheet)) replaceChild(root, 'cols', columns, order);
  return from.relationships.filter((item) => !MODELLED_KINDS.has(item.kind));
}

function mergeNamespaces(root: XmlElement, from: XmlElement): void {
  const ignorable = [from, root].flatMap((item) =>
    (item.attributes['mc:Ignorable'] ?? '').split(' ').filter(Boolean),
  );
  root.attributes = { ...root.attributes, ...from.attributes };
  if (ignorable.length > 0) root.attributes['mc:Ignorable'] = [...new Set(ignorable)].join(' ');
}

function carryRules(root: XmlElement, block: XmlElement, order: readonly string[]): void {
  const rules = children(block, 'cfRule').filter(
    (rule) => !MODELLED_RULES.has(attribute(rule, 'type') ?? ''),
  );
  if (rules.length > 0) insertInOrder(root, { ...block, children: rules }, order);
}

function dropRuleExtension(list: XmlElement): void {
  list.children = list.children.filter(
    (item) => item.type !== 'element' || (attribute(item, 'uri') ?? '').toUpperCase() !== RULE_EXTENSION,
  );
}

function carryAttributes(
  to: XmlElement | undefined,
  from: XmlElement | undefined,
  except: readonly string[] = [],
): void {
  if (!to || !from) return;
  for (const [name, value] of Object.entries(from.attributes))
    if (!except.includes(name)) to.attributes[name] = value;
}

function viewOf(root: XmlElement): XmlElement | undefined {
  return child(child(root, 'sheetViews'), 'sheetView');
}

function sameColumns(a: SheetModel, b: SheetModel): boolean {
  const text = (sheet: SheetModel): string =>
    JSON.stringify([[...sheet.columnWidths].sort(byFirst), [...sheet.hiddenColumns].sort((x, y) => x - y)]);
  return text(a) === text(b);
}

function byFirst(a: readonly [number, number], b: readonly [number, number]): number {
  return a[0] - b[0];
}

/** Whether the charts are the ones of the file, so that its drawing can stay as it is. */
export function sameCharts(a: readonly ChartModel[], b: readonly ChartModel[]): boolean {
  return shown(a) === shown(b);
}

/** Charts without their ids, and without colours, which depend on the theme. */
function shown(charts: readonly ChartModel[]): string {
  return JSON.stringify(charts, (key, value: unknown) =>
    key === 'id' || key === 'color' ? undefined : value,
  );
}
