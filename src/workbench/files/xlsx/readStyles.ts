import type { BorderLine, BorderSide, CellStyle, StyleId, StyleTable } from '../../model/model';
import type { XmlElement } from '../package/xml';
import { attribute, child, children } from '../package/xml';
import type { FileColor } from './colors';
import { resolveColor } from './colors';

/** The cell formats and rule looks of a file, in our terms. */
export interface FileStyles {
  /** Style of the model per index of `cellXfs`. */
  readonly cellFormats: readonly StyleId[];
  /** Looks of conditional formats per index of `dxfs`. */
  readonly ruleFormats: readonly RuleFormat[];
  readonly defaultFont: DefaultFont;
}
export interface RuleFormat {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}
/** The font of cells that name none. */
export interface DefaultFont {
  readonly name: string;
  readonly size: number;
}

/** The standard font of a new workbook. */
export const STANDARD_FONT: DefaultFont = { name: 'Calibri', size: 11 };

/** Number formats that files name by number only (ECMA-376 part 1, 18.8.30), en-US. */
const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** Reads `styles.xml`; every cell format is interned in the book's style table. Null stands for a file without styles. */
export function readStyles(root: XmlElement | null, theme: readonly string[], table: StyleTable): FileStyles {
  if (!root) return { cellFormats: [0], ruleFormats: [], defaultFont: STANDARD_FONT };
  const parts = new StyleParts(root, theme);
  return {
    cellFormats: children(child(root, 'cellXfs'), 'xf').map((xf) => table.intern(parts.cellStyle(xf))),
    ruleFormats: children(child(root, 'dxfs'), 'dxf').map((dxf) => parts.ruleFormat(dxf)),
    defaultFont: parts.defaultFont,
  };
}

class StyleParts {
  readonly defaultFont: DefaultFont;
  private readonly fonts: readonly XmlElement[];
  private readonly fills: readonly XmlElement[];
  private readonly borders: readonly XmlElement[];
  private readonly formats = new Map<number, string>();

  constructor(
    root: XmlElement,
    private readonly theme: readonly string[],
  ) {
    this.fonts = children(child(root, 'fonts'), 'font');
    this.fills = children(child(root, 'fills'), 'fill');
    this.borders = children(child(root, 'borders'), 'border');
    for (const format of children(child(root, 'numFmts'), 'numFmt')) {
      this.formats.set(Number(attribute(format, 'numFmtId')), attribute(format, 'formatCode') ?? '');
    }
    const standard = this.fonts[0];
    this.defaultFont = {
      name: attribute(child(standard, 'name'), 'val') ?? STANDARD_FONT.name,
      size: Number(attribute(child(standard, 'sz'), 'val') ?? STANDARD_FONT.size),
    };
  }

  cellStyle(xf: XmlElement): CellStyle {
    const alignment = child(xf, 'alignment');
    const fillId = indexOf(xf, 'fillId');
    return {
      ...this.numberFormat(indexOf(xf, 'numFmtId')),
      ...this.font(this.fonts[indexOf(xf, 'fontId')]),
      ...(fillId > 0 ? this.fill(this.fills[fillId]) : {}),
      ...this.border(this.borders[indexOf(xf, 'borderId')]),
      ...readAlignment(alignment),
      ...(isOff(attribute(child(xf, 'protection'), 'locked')) ? { locked: false } : {}),
    };
  }

  ruleFormat(dxf: XmlElement): RuleFormat {
    const font = child(dxf, 'font');
    const pattern = child(child(dxf, 'fill'), 'patternFill');
    const fill = this.color(child(pattern, 'bgColor')) ?? this.color(child(pattern, 'fgColor'));
    const color = this.color(child(font, 'color'));
    return {
      ...(fill === undefined ? {} : { fill }),
      ...(color === undefined ? {} : { color }),
      ...(isSet(child(font, 'b')) ? { bold: true } : {}),
    };
  }

  private numberFormat(id: number): CellStyle {
    const numberFormat = this.formats.get(id) ?? BUILT_IN_FORMATS[id];
    return numberFormat === undefined || numberFormat === 'General' ? {} : { numberFormat };
  }

  private font(font: XmlElement | undefined): CellStyle {
    if (!font) return {};
    const name = attribute(child(font, 'name'), 'val');
    const size = Number(attribute(child(font, 'sz'), 'val') ?? this.defaultFont.size);
    const color = this.color(child(font, 'color'));
    return {
      ...(isSet(child(font, 'b')) ? { bold: true } : {}),
      ...(isSet(child(font, 'i')) ? { italic: true } : {}),
      ...(isSet(child(font, 'u')) ? { underline: true } : {}),
      ...(color === undefined || color === '#000000' ? {} : { color }),
      ...(name === undefined || name === this.defaultFont.name ? {} : { fontName: name }),
      ...(size === this.defaultFont.size ? {} : { fontSize: size }),
    };
  }

  private fill(fill: XmlElement | undefined): CellStyle {
    const pattern = child(fill, 'patternFill');
    const type = attribute(pattern, 'patternType') ?? 'none';
    if (type === 'none') return {};
    const color = this.color(child(pattern, 'fgColor')) ?? this.color(child(pattern, 'bgColor'));
    return color === undefined ? {} : { fill: color };
  }

  private border(border: XmlElement | undefined): CellStyle {
    const borders: Partial<Record<BorderSide, BorderLine>> = {};
    for (const side of SIDES) {
      const line = child(border, side);
      const style = LINE_STYLES[attribute(line, 'style') ?? 'none'];
      if (style) borders[side] = { style, color: this.color(child(line, 'color')) ?? '#000000' };
    }
    return Object.keys(borders).length > 0 ? { borders } : {};
  }

  private color(element: XmlElement | undefined): string | undefined {
    return resolveColor(colorOf(element), this.theme);
  }
}

/** A colour element of any part of the package. */
export function colorOf(element: XmlElement | undefined): FileColor | undefined {
  if (!element) return undefined;
  const argb = attribute(element, 'rgb');
  if (argb !== undefined) return { argb };
  const theme = attribute(element, 'theme');
  if (theme !== undefined) return { theme: Number(theme), tint: Number(attribute(element, 'tint') ?? 0) };
  const indexed = attribute(element, 'indexed');
  return indexed === undefined ? undefined : { indexed: Number(indexed) };
}

const SIDES: readonly BorderSide[] = ['left', 'right', 'top', 'bottom'];
/** Line styles of files and the nearest the model has. */
const LINE_STYLES: Readonly<Record<string, BorderLine['style']>> = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  dashed: 'dashed',
  mediumDashed: 'dashed',
  dashDot: 'dashed',
  mediumDashDot: 'dashed',
  slantDashDot: 'dashed',
  dotted: 'dotted',
  dashDotDot: 'dotted',
  mediumDashDotDot: 'dotted',
  double: 'double',
  hair: 'hair',
};
const HORIZONTAL = ['left', 'center', 'right', 'justify', 'fill', 'centerContinuous', 'distributed'] as const;
const VERTICAL = { top: 'top', center: 'middle', justify: 'justify', distributed: 'distributed' } as const;

function readAlignment(alignment: XmlElement | undefined): CellStyle {
  if (!alignment) return {};
  const horizontal = HORIZONTAL.find((name) => name === attribute(alignment, 'horizontal'));
  const given = attribute(alignment, 'vertical');
  const vertical =
    given !== undefined && given in VERTICAL ? VERTICAL[given as keyof typeof VERTICAL] : undefined;
  const indent = indexOf(alignment, 'indent');
  return {
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(isOn(attribute(alignment, 'wrapText')) ? { wrap: true } : {}),
    ...(indent > 0 ? { indent } : {}),
  };
}

function indexOf(element: XmlElement, name: string): number {
  return Number(attribute(element, name) ?? 0);
}

/** `<b/>` and `<b val="1"/>` are set, `<b val="0"/>` and `<u val="none"/>` are not. */
function isSet(element: XmlElement | undefined): boolean {
  if (!element) return false;
  const value = attribute(element, 'val');
  return value !== '0' && value !== 'false' && value !== 'none';
}

/** An XML boolean that is there and true. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** An XML boolean that is there and false. */
export function isOff(value: string | undefined): boolean {
  return value === '0' || value === 'false';
}
