import { isForeign } from './foreignFormula';
import type { Kept } from './foreignFormula';
import type { Markup } from './markup';
import {
  attribute,
  documentOf,
  element,
  elementsIn,
  rootOf,
  textOf,
  withAttribute,
  withoutAttributes,
} from './markup';

/** A line of the workbook's list of sheets. */
export interface BookEntry {
  readonly name: string;
  /** Of the reference to its part. */
  readonly id: string;
  /** Its place among all entries. */
  readonly place: number;
  readonly markup: Markup;
}

/** The sheets of a workbook in their order. */
export function entriesOf(xml: string): readonly BookEntry[] {
  const sheets = elementsIn(rootOf(xml).inner).find(({ name }) => name === 'sheets');
  return elementsIn(sheets?.inner ?? '').map((markup, place) => ({
    name: attribute(markup.open, 'name') ?? '',
    id: attribute(markup.open, 'id') ?? '',
    place,
    markup,
  }));
}

/** The workbook with these sheets and the names of ours that lead to them; paths, people, passwords and extensions go. */
export function bookXml(xml: string, sheets: readonly BookEntry[]): string {
  const root = rootOf(xml);
  const pieces = elementsIn(root.inner).map((piece) => {
    switch (piece.name) {
      case 'workbookPr':
        return element(withoutAttributes(piece.open, 'codeName'), '');
      case 'bookViews':
        return viewsXml(piece, sheets);
      case 'sheets':
        return element(piece.open, sheets.map(({ markup }) => markup.raw).join(''));
      case 'definedNames':
        return namesXml(piece, sheets);
      case 'calcPr':
        return piece.raw;
      default:
        return '';
    }
  });
  return documentOf(element(withoutAttributes(root.open, 'uid'), pieces.join('')));
}

function viewsXml(piece: Markup, sheets: readonly BookEntry[]): string {
  const [view] = elementsIn(piece.inner);
  if (!view) return '';
  const front = Math.max(
    0,
    sheets.findIndex(({ markup }) => (attribute(markup.open, 'state') ?? 'visible') === 'visible'),
  );
  const open = withoutAttributes(view.open, 'firstSheet', 'uid');
  return element(piece.open, element(withAttribute(open, 'activeTab', front), ''));
}

/** Names we define, and Excel's own for printing and filters. */
const OUR_NAMES = /^(clientele_|_xlnm\.)/i;

/** What of the workbook goes into a copy of these sheets. */
export function keptOf(book: string, entries: readonly BookEntry[]): Kept {
  const names = elementsIn(rootOf(book).inner)
    .filter(({ name }) => name === 'definedNames')
    .flatMap(({ inner }) => elementsIn(inner));
  const nameOf = ({ open }: Markup): string => (attribute(open, 'name') ?? '').toLowerCase();
  const stay = new Set(names.filter(({ open, inner }) => staysNamed(open, inner, entries)).map(nameOf));
  return { ...sheetsOf(entries), lostNames: new Set(names.map(nameOf).filter((name) => !stay.has(name))) };
}

function sheetsOf(entries: readonly BookEntry[]): Kept {
  return { sheets: new Set(entries.map(({ name }) => name.toLowerCase())), lostNames: new Set() };
}

/** Names lead to sheets that stay, and are ours or Excel's. */
function staysNamed(open: string, formula: string, entries: readonly BookEntry[]): boolean {
  return OUR_NAMES.test(attribute(open, 'name') ?? '') && !isForeign(textOf(formula), sheetsOf(entries));
}

function namesXml(piece: Markup, sheets: readonly BookEntry[]): string {
  const names = elementsIn(piece.inner).flatMap(({ open, inner }) => {
    if (!staysNamed(open, inner, sheets)) return [];
    const local = attribute(open, 'localSheetId');
    const place = local === undefined ? null : sheets.findIndex((sheet) => sheet.place === Number(local));
    if (place === -1) return [];
    const tag = withoutAttributes(open, 'comment', 'description', 'help', 'statusBar');
    return [element(place === null ? tag : withAttribute(tag, 'localSheetId', place), inner)];
  });
  return names.length > 0 ? element(piece.open, names.join('')) : '';
}
