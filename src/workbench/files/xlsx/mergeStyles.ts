import type { XmlElement } from '../package/xml';
import { attribute, child, children, element, insertInOrder, localName, serialize } from '../package/xml';
import type { RuleFormat } from './readStyles';

/** Number formats below are Excel's own (ECMA-376 part 1, 18.8.30). */
const FIRST_CUSTOM_FORMAT = 164;
/** Order of the parts of a style sheet (ECMA-376 part 1, 18.8.39). */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/**
 * Brings formats of one style sheet into another: what is equal is shared, what is new is appended, and nothing that
 * was there moves, so that the cells of untouched sheets keep their looks.
 */
export class StyleMerger {
  private readonly indexes = new Map<XmlElement, Map<string, number>>();

  /** `base` is changed in place. */
  constructor(private readonly base: XmlElement) {
    completeColors(base);
    for (const font of children(child(base, 'fonts'), 'font')) orderFont(font);
  }

  /** Index in the base of each cell format of the other style sheet. The default format stays the default. */
  mergeCellFormats(other: XmlElement): number[] {
    const numberFormats = this.mergeNumberFormats(other);
    const fonts = this.mergeList(other, 'fonts', 'font');
    const fills = this.mergeList(other, 'fills', 'fill');
    const borders = this.mergeList(other, 'borders', 'border');
    return children(child(other, 'cellXfs'), 'xf').map((xf, index) => {
      if (index === 0) return 0;
      const id = (name: string): number => Number(attribute(xf, name) ?? 0);
      const numberFormat = id('numFmtId');
      const attributes = {
        ...xf.attributes,
        numFmtId: String(numberFormats.get(numberFormat) ?? numberFormat),
        fontId: String(fonts[id('fontId')] ?? 0),
        fillId: String(fills[id('fillId')] ?? 0),
        borderId: String(borders[id('borderId')] ?? 0),
        xfId: '0',
      };
      return this.place(this.list('cellXfs'), { ...xf, attributes });
    });
  }

  /** Index in the base of a conditional format's look. */
  ruleFormat(format: RuleFormat): number {
    const font = [
      ...(format.bold ? [element('b')] : []),
      ...(format.color === undefined ? [] : [element('color', { rgb: argb(format.color) })]),
    ];
    const fill =
      format.fill === undefined
        ? []
        : [
            element('fill', {}, [
              element('patternFill', { patternType: 'solid' }, [
                element('fgColor', { rgb: argb(format.fill) }),
                element('bgColor', { rgb: argb(format.fill) }),
              ]),
            ]),
          ];
    const dxf = element('dxf', {}, [...(font.length > 0 ? [element('font', {}, font)] : []), ...fill]);
    return this.place(this.list('dxfs'), dxf);
  }

  private mergeNumberFormats(other: XmlElement): Map<number, number> {
    const merged = new Map<number, number>();
    for (const format of children(child(other, 'numFmts'), 'numFmt')) {
      const list = this.list('numFmts');
      const code = attribute(format, 'formatCode') ?? '';
      const known = children(list, 'numFmt');
      const same = known.find((item) => attribute(item, 'formatCode') === code);
      const used = known.map((item) => Number(attribute(item, 'numFmtId')));
      const id = same ? Number(attribute(same, 'numFmtId')) : Math.max(FIRST_CUSTOM_FORMAT - 1, ...used) + 1;
      if (!same) this.place(list, element('numFmt', { numFmtId: id, formatCode: code }));
      merged.set(Number(attribute(format, 'numFmtId')), id);
    }
    return merged;
  }

  private mergeList(other: XmlElement, listName: string, itemName: string): number[] {
    return children(child(other, listName), itemName).map((item, index) =>
      index === 0 ? 0 : this.place(this.list(listName), item),
    );
  }

  /** Index of an equal item of the list, appended if need be. */
  private place(list: XmlElement, item: XmlElement): number {
    let known = this.indexes.get(list);
    if (!known) {
      known = new Map();
      for (const [index, present] of children(list).entries()) {
        const key = serialize(present);
        if (!known.has(key)) known.set(key, index);
      }
      this.indexes.set(list, known);
    }
    const key = serialize(item);
    const found = known.get(key);
    if (found !== undefined) return found;
    const index = children(list).length;
    list.children.push(item);
    list.attributes['count'] = String(index + 1);
    known.set(key, index);
    return index;
  }

  private list(name: string): XmlElement {
    return child(this.base, name) ?? insertInOrder(this.base, element(name, { count: 0 }), ORDER);
  }
}

/** Colours without their opacity, as 1C writes them, break the schema: they are opaque. */
function completeColors(part: XmlElement): void {
  const rgb = part.attributes['rgb'];
  if (rgb !== undefined && /^[0-9A-Fa-f]{6}$/.test(rgb)) part.attributes['rgb'] = `FF${rgb}`;
  for (const inner of children(part)) completeColors(inner);
}

const FONT_ORDER =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ');

/** 1C also writes the parts of a font in an order of its own. */
function orderFont(font: XmlElement): void {
  const rank = (part: XmlElement): number => FONT_ORDER.indexOf(localName(part.name));
  font.children = children(font).sort((a, b) => rank(a) - rank(b));
}

/** `#1F4E79` as files write it, opaque. */
export function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase()}`;
}
