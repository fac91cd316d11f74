import type { CellStyle as EngineStyle } from '@ironcalc/wasm';
import type { CellStyle, ModelValue, SheetModel } from '../../model/model';
import { fontPixels } from './font';

/** From this height in lines on, the vertical position of a text shows; below, the middle looks as in Excel. */
const TALL_ROW_IN_LINES = 2;

/** Colours of Excel's built-in table styles by their number modulo 7: header and band. */
const TABLE_ACCENTS: readonly { readonly header: string; readonly band: string }[] = [
  { header: '#70AD47', band: '#E2EFDA' },
  { header: '#595959', band: '#EDEDED' },
  { header: '#4472C4', band: '#D9E1F2' },
  { header: '#ED7D31', band: '#FCE4D6' },
  { header: '#7F7F7F', band: '#EDEDED' },
  { header: '#FFC000', band: '#FFF2CC' },
  { header: '#5B9BD5', band: '#DDEBF7' },
];

/** A style in the grid's terms; where the text stands depends on the height of its row in pixels. */
export function lookOf(style: CellStyle, height: number): EngineStyle {
  const size = fontPixels(style);
  return {
    read_only: false,
    quote_prefix: false,
    num_fmt: style.numberFormat ?? 'general',
    fill: style.fill ? { color: style.fill } : {},
    font: {
      b: style.bold ?? false,
      i: style.italic ?? false,
      u: style.underline ?? false,
      strike: false,
      sz: size,
      color: style.color ?? '#000000',
      name: style.fontName ?? 'Calibri',
      family: 2,
      scheme: 'minor',
    },
    border: bordersOf(style),
    alignment: {
      horizontal: style.horizontal ?? 'general',
      vertical: verticalOf(style, height, size),
      wrap_text: style.wrap ?? false,
    },
  };
}

/** Excel's cell types as the grid numbers them. */
export function typeOf(value: ModelValue): number {
  switch (typeof value) {
    case 'string':
      return value === '' ? 1 : 2;
    case 'boolean':
      return 4;
    case 'object':
      return 16;
    default:
      return 1;
  }
}

/** What the style of the table around a cell adds to the cell's own look. */
export function tableLook(sheet: SheetModel, row: number, column: number): CellStyle {
  const table = sheet.tables.find(
    ({ area }) =>
      row >= area.row &&
      row < area.row + area.rows &&
      column >= area.column &&
      column < area.column + area.columns,
  );
  const number = Number(/(\d+)$/.exec(table?.style ?? '')?.[1] ?? Number.NaN);
  const accent = TABLE_ACCENTS[number % TABLE_ACCENTS.length];
  if (!table || !accent) return {};
  const line = { style: 'thin', color: accent.header } as const;
  const isLight = table.style.startsWith('TableStyleLight');
  if (table.showHeaders && row === table.area.row) {
    return isLight
      ? { bold: true, borders: { top: line, bottom: line } }
      : { bold: true, fill: accent.header, color: '#FFFFFF' };
  }
  const isBand = (row - table.area.row - (table.showHeaders ? 1 : 0)) % 2 === 0;
  return table.showBandedRows && isBand ? { fill: accent.band } : {};
}

function bordersOf({ borders }: CellStyle): EngineStyle['border'] {
  const border: EngineStyle['border'] = {};
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    const line = borders?.[side];
    if (line)
      border[side] = {
        style: LINES[line.style] as NonNullable<(typeof border)['top']>['style'],
        color: line.color,
      };
  }
  return border;
}

/** The engine's names of lines; it knows no hair line. */
const LINES = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  double: 'double',
  dotted: 'dotted',
  dashed: 'mediumdashed',
  hair: 'dotted',
} as const;

function verticalOf({ vertical }: CellStyle, height: number, size: number): 'top' | 'center' | 'bottom' {
  if (height < size * TALL_ROW_IN_LINES) return 'center';
  if (vertical === 'top' || vertical === 'justify' || vertical === 'distributed') return 'top';
  return vertical === 'middle' ? 'center' : 'bottom';
}
