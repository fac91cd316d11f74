import type { BookModel, SheetModel } from '../../model/model';
import type { XmlElement } from '../package/xml';
import { child, element, replaceChild } from '../package/xml';
import type { BookParts } from './bookParts';
import { formulaForFile } from './formulaText';
import { areaOf, quoteSheet } from './units';

/** Order of the parts of a workbook (ECMA-376 part 1, 18.2.27). */
const ORDER =
  `fileVersion fileSharing workbookPr AlternateContent workbookProtection bookViews sheets functionGroups
  externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes
  webPublishing fileRecoveryPr webPublishObjects extLst`.split(/\s+/);

/** One tab of the finished file: a worksheet of the model, or a chart sheet that passes through. */
export interface Tab {
  readonly name: string;
  readonly sheetId: number;
  readonly relationship: string;
  readonly visibility: SheetModel['visibility'];
  /** Null for a tab that is no worksheet. */
  readonly sheet: SheetModel | null;
  /** Place among the tabs of the opened file; null for a new one. */
  readonly sourceIndex: number | null;
  /** Its part is the one of the opened file. */
  readonly isKept: boolean;
}

/** Brings the workbook part up to date: tabs, names, active tab, protection; results are recalculated on loading. */
export function updateBookXml(
  root: XmlElement,
  book: BookModel,
  tabs: readonly Tab[],
  source: BookParts,
): void {
  const prefix = root.name.replace(/workbook$/, '');
  const put = (name: string, item: XmlElement | null): void => replaceChild(root, name, item, ORDER);
  root.attributes['xmlns:r'] ??= 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  put(
    'sheets',
    element(
      `${prefix}sheets`,
      {},
      tabs.map((tab) => tabElement(tab, prefix)),
    ),
  );
  put('definedNames', namesElement(book, tabs, source, prefix));
  updateView(root, activeTab(book, tabs, source), prefix);
  const calculation = child(root, 'calcPr') ?? element(`${prefix}calcPr`);
  calculation.attributes['fullCalcOnLoad'] = '1';
  put('calcPr', calculation);
  if (book.isStructureProtected !== source.isStructureProtected) {
    put(
      'workbookProtection',
      book.isStructureProtected ? element(`${prefix}workbookProtection`, { lockStructure: 1 }) : null,
    );
  }
}

function tabElement(tab: Tab, prefix: string): XmlElement {
  return element(`${prefix}sheet`, {
    name: tab.name,
    sheetId: tab.sheetId,
    state: tab.visibility === 'visible' ? undefined : tab.visibility,
    'r:id': tab.relationship,
  });
}

/**
 * The tab shown on opening. An untouched sheet of the user that was in front stays in front: it says so in its own
 * part, and a second sheet that says so would make Excel open both as a group, where typing goes into both.
 */
export function activeTab(book: BookModel, tabs: readonly Tab[], source: BookParts): number {
  const front = tabs.findIndex(
    (tab) => tab.isKept && tab.sourceIndex === source.activeTab && tab.visibility === 'visible',
  );
  if (front >= 0) return front;
  const wanted = tabs.findIndex(
    (tab) => tab.sheet?.id === book.activeSheetId && tab.visibility === 'visible',
  );
  return Math.max(0, wanted >= 0 ? wanted : tabs.findIndex((tab) => tab.visibility === 'visible'));
}

function updateView(root: XmlElement, active: number, prefix: string): void {
  const views =
    child(root, 'bookViews') ?? element(`${prefix}bookViews`, {}, [element(`${prefix}workbookView`)]);
  const view = child(views, 'workbookView');
  if (view) {
    view.attributes['activeTab'] = String(active);
    delete view.attributes['firstSheet'];
  }
  replaceChild(root, 'bookViews', views, ORDER);
}

interface WrittenName {
  readonly name: string;
  readonly formula: string;
  readonly localSheet: number | null;
  readonly hidden: boolean;
  readonly comment: string | undefined;
}

function namesElement(
  book: BookModel,
  tabs: readonly Tab[],
  source: BookParts,
  prefix: string,
): XmlElement | null {
  const names = [...bookNames(book, tabs), ...keptBuiltIns(tabs, source), ...printNames(tabs)];
  if (names.length === 0) return null;
  return element(
    `${prefix}definedNames`,
    {},
    names.map((item) =>
      element(
        `${prefix}definedName`,
        {
          name: item.name,
          comment: item.comment,
          localSheetId: item.localSheet ?? undefined,
          hidden: item.hidden ? 1 : undefined,
        },
        item.formula,
      ),
    ),
  );
}

function bookNames(book: BookModel, tabs: readonly Tab[]): WrittenName[] {
  return book.names.flatMap((name) => {
    const place = tabs.findIndex((tab) => tab.sheet?.id === name.scope);
    if (name.scope !== null && place < 0) return [];
    return [
      {
        name: name.name,
        formula: formulaForFile(name.formula),
        localSheet: name.scope === null ? null : place,
        hidden: !name.visible,
        comment: name.comment,
      },
    ];
  });
}

const BUILT_IN = /^_xlnm\./i;
const PRINTING = /^_xlnm\.print_/i;

/** Built-in names of untouched sheets (filters, print areas) stay as the file has them. */
function keptBuiltIns(tabs: readonly Tab[], source: BookParts): WrittenName[] {
  return source.names.flatMap((name) => {
    if (!BUILT_IN.test(name.name) || name.localSheet === null) return [];
    const place = tabs.findIndex((tab) => tab.sourceIndex === name.localSheet);
    const tab = tabs[place];
    if (!tab || (!tab.isKept && PRINTING.test(name.name))) return [];
    const sourceName = source.sheets[name.localSheet]?.name ?? tab.name;
    const formula = sourceName === tab.name ? name.formula : renamed(name.formula, sourceName, tab.name);
    return [{ ...name, formula, localSheet: place }];
  });
}

function renamed(formula: string, from: string, to: string): string {
  return formula
    .replaceAll(`${quoteSheet(from)}!`, `${quoteSheet(to)}!`)
    .replaceAll(`${from}!`, `${quoteSheet(to)}!`);
}

/** Print areas and titles of the sheets that were written anew. */
function printNames(tabs: readonly Tab[]): WrittenName[] {
  return tabs.flatMap((tab, place) => {
    if (tab.isKept || !tab.sheet) return [];
    const sheet = quoteSheet(tab.name);
    const { printArea, titleColumns, titleRows } = tab.sheet.pageLayout;
    const area = (printArea ?? '')
      .split(',')
      .filter((reference) => areaOf(reference))
      .map((reference) => `${sheet}!${absolute(reference)}`);
    const titles = [titleColumns, titleRows].flatMap((title) =>
      title === null ? [] : [`${sheet}!${absolute(title)}`],
    );
    const written = (name: string, references: readonly string[]): WrittenName[] =>
      references.length === 0
        ? []
        : [{ name, formula: references.join(','), localSheet: place, hidden: false, comment: undefined }];
    return [...written('_xlnm.Print_Area', area), ...written('_xlnm.Print_Titles', titles)];
  });
}

/** `A1:B2` as `$A$1:$B$2`, `1:2` as `$1:$2`. */
function absolute(reference: string): string {
  return reference.replaceAll('$', '').replace(/[A-Z]+|\d+/gi, (piece) => `$${piece}`);
}

/** The largest number of a sheet in the file. */
export function largestSheetId(source: BookParts): number {
  return Math.max(0, ...source.sheets.map((entry) => entry.sheetId));
}
