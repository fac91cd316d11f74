import { isForeign } from './foreignFormula';
import type { Kept } from './foreignFormula';
import type { Markup } from './markup';
import { attribute, documentOf, element, elementsIn, rootOf, textOf, withAttribute } from './markup';

/** Number formats of Excel's own have numbers below this one. */
const FIRST_OWN_FORMAT = 164;

/**
 * The styles that `used` cell formats need. People put company names into number formats and into names of styles: those
 * that our cells do not wear go, and with them named styles and table styles that are not Excel's own.
 */
export function stylesXml(xml: string, used: ReadonlySet<number>): string {
  const root = rootOf(xml);
  const pieces = elementsIn(root.inner);
  const formatsOf = (xfs: Markup | undefined) => (xfs ? elementsIn(xfs.inner) : []);
  const numberOf = ({ open }: Markup) => Number(attribute(open, 'numFmtId') ?? 0);
  const cellFormats = formatsOf(pieces.find(({ name }) => name === 'cellXfs'));
  const numbers = new Set(cellFormats.filter((_, index) => used.has(index)).map(numberOf));
  const known = (format: Markup) => numbers.has(numberOf(format)) || numberOf(format) < FIRST_OWN_FORMAT;
  const pieceXml = (piece: Markup): string => {
    switch (piece.name) {
      case 'numFmts':
        return counted(
          piece,
          elementsIn(piece.inner).filter((format) => numbers.has(numberOf(format))),
        );
      case 'cellXfs':
      case 'cellStyleXfs':
        return element(
          piece.open,
          elementsIn(piece.inner)
            .map((format) =>
              known(format) ? format.raw : element(withAttribute(format.open, 'numFmtId', 0), format.inner),
            )
            .join(''),
        );
      case 'cellStyles':
        return counted(
          piece,
          elementsIn(piece.inner).filter(({ open }) => attribute(open, 'builtinId') !== undefined),
        );
      case 'dxfs':
        return element(
          piece.open,
          elementsIn(piece.inner)
            .map((look) =>
              element(
                look.open,
                elementsIn(look.inner)
                  .filter(({ name }) => name !== 'numFmt')
                  .map(({ raw }) => raw)
                  .join(''),
              ),
            )
            .join(''),
        );
      case 'tableStyles':
      case 'extLst':
        return '';
      default:
        return piece.raw;
    }
  };
  return documentOf(element(root.open, pieces.map(pieceXml).join('')));
}

/** The theme under names of Office's own: a company's theme bears the company's. */
export function themeXml(xml: string): string {
  return xml
    .replace(/<(?:\w+:)?(extLst|custClrLst)(?=[\s>])[^]*?<\/(?:\w+:)?\1>/g, '')
    .replace(/<(?:\w+:)?(?:theme|clrScheme|fontScheme|fmtScheme)(?=[\s>])[^>]*>/g, (open) =>
      attribute(open, 'name') === undefined ? open : withAttribute(open, 'name', 'Office'),
    );
}

/** The charts of a drawing among those that stay; pictures and shapes are not ours. Null where none stays. */
export function drawingXml(xml: string, keptCharts: ReadonlySet<string>): string | null {
  const root = rootOf(xml);
  const anchors = elementsIn(root.inner).filter(({ inner }) => {
    const chart = /<(?:\w+:)?chart(?=\s)(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(inner)?.[0];
    return (
      inner.includes('graphicFrame') && chart !== undefined && keptCharts.has(attribute(chart, 'id') ?? '')
    );
  });
  return anchors.length > 0 ? documentOf(element(root.open, anchors.map(({ raw }) => raw).join(''))) : null;
}

/** A chart without its links to other files and its own page set-up; null if it draws a sheet that is left behind. */
export function chartXml(xml: string, ours: Kept): string | null {
  for (const [, formula = ''] of xml.matchAll(/<(?:\w+:)?f>([^<]*)</g))
    if (isForeign(textOf(formula), ours)) return null;
  const root = rootOf(xml);
  const kept = elementsIn(root.inner).filter(({ name }) => !LEFT_OF_CHART.has(name));
  return documentOf(element(root.open, kept.map(({ raw }) => raw).join('')));
}
const LEFT_OF_CHART = new Set(['externalData', 'userShapes', 'printSettings', 'extLst']);

function counted(list: Markup, items: readonly Markup[]): string {
  if (items.length === 0) return '';
  return element(withAttribute(list.open, 'count', items.length), items.map(({ raw }) => raw).join(''));
}
