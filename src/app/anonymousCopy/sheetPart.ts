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
import type { SharedTexts } from './sharedTexts';

/** What a sheet may keep; whatever else stands there (comments, controls, pictures behind cells, properties) is left behind. */
const KEPT = new Set([
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'ignoredErrors',
  'drawing',
  'tableParts',
  'extLst',
]);

/** What the parts of a sheet stand in. */
export interface SheetSurroundings {
  readonly ours: Kept;
  readonly texts: SharedTexts | null;
  /** Formats that cells of the kept sheets wear: filled in. */
  readonly formats: Set<number>;
  /** References of the sheet to drawings and tables that stay. */
  readonly kept: ReadonlySet<string>;
  readonly isFirst: boolean;
}

/** A sheet of ours with its cells, looks, rules and printing, and nothing that leads elsewhere. */
export function sheetXml(xml: string, surroundings: SheetSurroundings): string {
  const root = rootOf(xml);
  const pieces = elementsIn(root.inner)
    .filter(({ name }) => KEPT.has(name))
    .map((piece) => pieceXml(piece, surroundings));
  return documentOf(element(withoutAttributes(root.open, 'uid'), pieces.join('')));
}

function pieceXml(piece: Markup, { ours, texts, formats, kept, isFirst }: SheetSurroundings): string {
  switch (piece.name) {
    case 'sheetPr':
      return element(withoutAttributes(piece.open, 'codeName'), piece.inner);
    case 'sheetViews':
      return element(
        piece.open,
        elementsIn(piece.inner)
          .filter(({ name }) => name === 'sheetView')
          .map((view) => element(viewTag(view.open, isFirst), view.inner))
          .join(''),
      );
    case 'cols':
      for (const { open } of elementsIn(piece.inner)) wear(open, 'style', formats);
      return piece.raw;
    case 'sheetData':
      return element(piece.open, cellsXml(piece.inner, ours, texts, formats));
    case 'conditionalFormatting':
    case 'extLst':
      return callsOthers(piece.raw, ours) ? '' : piece.raw;
    case 'dataValidations':
      return listXml(piece, (item) => !callsOthers(item.raw, ours));
    case 'hyperlinks':
      return listXml(piece, ({ open }) => {
        const place = attribute(open, 'location');
        return attribute(open, 'id') === undefined && place !== undefined && !isForeign(place, ours);
      });
    case 'pageSetup':
      return element(withoutAttributes(piece.open, 'id'), piece.inner);
    case 'headerFooter':
      return footerXml(piece);
    case 'drawing':
      return kept.has(attribute(piece.open, 'id') ?? '') ? piece.raw : '';
    case 'tableParts':
      return listXml(piece, ({ open }) => kept.has(attribute(open, 'id') ?? ''));
    default:
      return piece.raw;
  }
}

function viewTag(open: string, isFirst: boolean): string {
  const tag = withoutAttributes(open, 'tabSelected');
  return isFirst ? withAttribute(tag, 'tabSelected', 1) : tag;
}

/** A counted list with the items that may stay; nothing where none may. */
function listXml(list: Markup, stays: (item: Markup) => boolean): string {
  const items = elementsIn(list.inner).filter(stays);
  if (items.length === 0) return '';
  const open =
    attribute(list.open, 'count') === undefined ? list.open : withAttribute(list.open, 'count', items.length);
  return element(open, items.map(({ raw }) => raw).join(''));
}

/** Only the middle of the footer is ours; a person may have put a company into the rest. */
function footerXml(piece: Markup): string {
  const footer = elementsIn(piece.inner).find(({ name }) => name === 'oddFooter');
  const middle = footer && /&amp;C[^]*?(?=&amp;[LR]|$)/.exec(footer.inner)?.[0];
  return footer && middle !== undefined
    ? element(piece.open.replace(/^<([^\s>]+)[^>]*>$/, '<$1>'), element(footer.open, middle))
    : '';
}

const FORMULAS = /<(?:\w+:)?(?:f|formula|formula1|formula2)(?=[\s>])[^>]*>([^<]*)</g;

function callsOthers(xml: string, ours: Kept): boolean {
  for (const [, formula = ''] of xml.matchAll(FORMULAS)) if (isForeign(textOf(formula), ours)) return true;
  return false;
}

const ROWS = /<(?:\w+:)?row(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)\/?>/g;
const CELLS = /<((?:\w+:)?c)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([^]*?)<\/\1>)/g;
const FORMULA = /<((?:\w+:)?f)(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*?)(?:\/>|>([^]*?)<\/\1>)/;
const VALUE = /(<(?:\w+:)?v>)(\d+)(<\/(?:\w+:)?v>)/;

/** Cells with their texts renumbered; a formula that calls what is left behind gives way to its value. */
function cellsXml(data: string, ours: Kept, texts: SharedTexts | null, formats: Set<number>): string {
  const foreignShared = new Set<string>();
  for (const [raw] of data.matchAll(ROWS)) wear(raw, 's', formats);
  return data.replace(CELLS, (_, tag: string, attributes: string, content: string | undefined) => {
    const open = withoutAttributes(`<${tag}${attributes}>`, 'cm', 'vm');
    wear(open, 's', formats);
    if (content === undefined) return element(open, '');
    const called =
      texts && attribute(open, 't') === 's'
        ? content.replace(VALUE, (_whole, start: string, number: string, end: string) =>
            [start, texts.call(Number(number)), end].join(''),
          )
        : content;
    return element(open, withoutForeignFormula(called, ours, foreignShared));
  });
}

function withoutForeignFormula(content: string, ours: Kept, foreignShared: Set<string>): string {
  const found = FORMULA.exec(content);
  if (!found) return content;
  const [whole, , attributes = '', formula = ''] = found;
  const group = attribute(`<f${attributes}>`, 'si');
  const isOthers =
    isForeign(textOf(formula), ours) || (formula === '' && group !== undefined && foreignShared.has(group));
  if (!isOthers) return content;
  if (group !== undefined) foreignShared.add(group);
  return content.replace(whole, '');
}

function wear(open: string, name: string, formats: Set<number>): void {
  const format = attribute(open, name);
  if (format !== undefined) formats.add(Number(format));
}
