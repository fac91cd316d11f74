import { isForeign } from './foreignFormula';
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

function namesXml(piece: Markup, sheets: readonly BookEntry[]): string {
  const ours = new Set(sheets.map(({ name }) => name.toLowerCase()));
  const names = elementsIn(piece.inner).flatMap(({ open, inner }) => {
    if (!OUR_NAMES.test(attribute(open, 'name') ?? '') || isForeign(textOf(inner), ours)) return [];
    const local = attribute(open, 'localSheetId');
    const place = local === undefined ? null : sheets.findIndex((sheet) => sheet.place === Number(local));
    if (place === -1) return [];
    const tag = withoutAttributes(open, 'comment', 'description', 'help', 'statusBar');
    return [element(place === null ? tag : withAttribute(tag, 'localSheetId', place), inner)];
  });
  return names.length > 0 ? element(piece.open, names.join('')) : '';
}
