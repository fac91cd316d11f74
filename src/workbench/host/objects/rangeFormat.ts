import type { BorderSide, CellStyle } from '../../model/model';
import { boundedArea, commonLook, restyle } from '../cellAccess';
import type { Cells } from '../cellAccess';
import { colorOf } from '../colors';
import { refusal } from '../errors';
import { STANDARD_HEIGHT, STANDARD_WIDTH } from '../geometry';
import { HostObject, flagOf, numberOf, oneOf, textOf } from '../objectType';
import type { ObjectType, Property } from '../objectType';
import type { Json } from '../protocol';
import type { Session } from '../session';

/** Excel's standard font. */
const FONT_NAME = 'Calibri';
const FONT_SIZE = 11;
const LARGEST_FONT = 409;
const LARGEST_INDENT = 250;

const HORIZONTAL = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
] as const;
const HORIZONTAL_IN_MODEL = {
  General: undefined,
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
} as const satisfies Record<(typeof HORIZONTAL)[number], CellStyle['horizontal']>;

const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
const VERTICAL_IN_MODEL = {
  Top: 'top',
  Center: 'middle',
  Bottom: 'bottom',
  Justify: 'justify',
  Distributed: 'distributed',
} as const satisfies Record<(typeof VERTICAL)[number], CellStyle['vertical']>;

export function rangeFormatOf(cells: Cells): HostObject {
  return HostObject.of(rangeFormatType, cells);
}

/** A property that every cell's style holds: read as what all have in common, set for all. */
function look<V extends Json>(
  read: (style: CellStyle) => V,
  change: (style: CellStyle, value: Json) => CellStyle,
): Property<Cells> {
  return {
    get: (cells, session) => commonLook(cells, session, read),
    set: (cells, value, session) => restyle(cells, session, (style) => change(style, value)),
  };
}

const rangeFormatType: ObjectType<Cells> = {
  name: 'RangeFormat',
  properties: {
    HorizontalAlignment: look(
      (style) => HORIZONTAL.find((name) => HORIZONTAL_IN_MODEL[name] === style.horizontal) ?? 'General',
      (style, value) => without(style, 'horizontal', HORIZONTAL_IN_MODEL[oneOf(value, HORIZONTAL)]),
    ),
    VerticalAlignment: look(
      (style) => VERTICAL.find((name) => VERTICAL_IN_MODEL[name] === style.vertical) ?? 'Bottom',
      (style, value) => ({ ...style, vertical: VERTICAL_IN_MODEL[oneOf(value, VERTICAL)] }),
    ),
    WrapText: look(
      (style) => style.wrap ?? false,
      (style, value) => ({ ...style, wrap: flagOf(value) }),
    ),
    IndentLevel: look(
      (style) => style.indent ?? 0,
      (style, value) => ({ ...style, indent: bounded(value, 0, LARGEST_INDENT) }),
    ),
    ColumnWidth: {
      get: ({ sheet, area }) => commonSize(sheet.columnWidths, area.column, area.columns, STANDARD_WIDTH),
      set({ sheet, area }, value, session) {
        session.guardSheet(sheet);
        setSizes(sheet.columnWidths, area.column, area.columns, numberOf(value));
        session.looksChanged(sheet);
      },
    },
    RowHeight: {
      get: ({ sheet, area }) => commonSize(sheet.rowHeights, area.row, area.rows, STANDARD_HEIGHT),
      set(cells, value, session) {
        session.guardSheet(cells.sheet);
        const area = boundedArea(cells);
        if (area) setSizes(cells.sheet.rowHeights, area.row, area.rows, numberOf(value));
        session.looksChanged(cells.sheet);
      },
    },
    UseStandardWidth: {
      get: ({ sheet, area }) => commonSize(sheet.columnWidths, area.column, area.columns, -1) === -1,
      set({ sheet, area }, value, session) {
        session.guardSheet(sheet);
        if (flagOf(value)) dropSizes(sheet.columnWidths, area.column, area.columns);
        session.looksChanged(sheet);
      },
    },
    UseStandardHeight: {
      get: ({ sheet, area }) => commonSize(sheet.rowHeights, area.row, area.rows, -1) === -1,
      set({ sheet, area }, value, session) {
        session.guardSheet(sheet);
        if (flagOf(value)) dropSizes(sheet.rowHeights, area.row, area.rows);
        session.looksChanged(sheet);
      },
    },
  },
  links: {
    Fill: (cells) => HostObject.of(fillType, cells),
    Font: (cells) => HostObject.of(fontType, cells),
    Borders: (cells) => HostObject.of(bordersType, cells),
    Protection: (cells) => HostObject.of(protectionType, cells),
  },
  methods: {
    AutofitColumns: autofitColumns,
    AutofitRows({ sheet, area }, _args, session) {
      session.guardSheet(sheet);
      dropSizes(sheet.rowHeights, area.row, area.rows);
      session.looksChanged(sheet);
    },
  },
};

/** The style with one field set, or left out where it is the default. */
function without<K extends keyof CellStyle>(
  style: CellStyle,
  key: K,
  value: CellStyle[K] | undefined,
): CellStyle {
  const { [key]: _old, ...rest } = style;
  return value === undefined ? rest : { ...rest, [key]: value };
}

function bounded(value: Json, least: number, most: number): number {
  const number = numberOf(value);
  if (number < least || number > most) throw refusal('InvalidArgument');
  return number;
}

function commonSize(
  sizes: ReadonlyMap<number, number>,
  first: number,
  count: number,
  standard: number,
): number | null {
  const size = sizes.get(first) ?? standard;
  for (let index = first + 1; index < first + count; index += 1) {
    if ((sizes.get(index) ?? standard) !== size) return null;
  }
  return size;
}

function setSizes(sizes: Map<number, number>, first: number, count: number, size: number): void {
  if (size < 0) throw refusal('InvalidArgument');
  for (let index = first; index < first + count; index += 1) sizes.set(index, size);
}

function dropSizes(sizes: Map<number, number>, first: number, count: number): void {
  for (const index of [...sizes.keys()]) if (index >= first && index < first + count) sizes.delete(index);
}

/** Points a character of the standard font takes, about; and the margin of a cell. */
const CHARACTER_WIDTH = 5.3;
const CELL_MARGIN = 4;

/** Widths from the longest text of each column: near enough to look right, as Excel's own depend on the fonts. */
function autofitColumns(cells: Cells, _args: unknown, session: Session): void {
  const { sheet } = cells;
  session.guardSheet(sheet);
  const area = boundedArea(cells);
  if (!area) return;
  for (let column = area.column; column < area.column + area.columns; column += 1) {
    let longest = 0;
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const value = sheet.cells.value(row, column);
      longest = Math.max(longest, typeof value === 'object' ? value.error.length : String(value).length);
    }
    if (longest > 0) sheet.columnWidths.set(column, longest * CHARACTER_WIDTH + CELL_MARGIN);
  }
  session.looksChanged(sheet);
}

const fillType: ObjectType<Cells> = {
  name: 'RangeFill',
  properties: {
    Color: {
      get: (cells, session) => commonLook(cells, session, (style) => style.fill ?? '#FFFFFF') ?? '',
      set(cells, value, session) {
        const color = textOf(value) === '' ? undefined : colorOf(value);
        restyle(cells, session, (style) => without(style, 'fill', color));
      },
    },
  },
  methods: {
    Clear: (cells, _args, session) => restyle(cells, session, (style) => without(style, 'fill', undefined)),
  },
};

const fontType: ObjectType<Cells> = {
  name: 'RangeFont',
  properties: {
    Bold: look(
      (style) => style.bold ?? false,
      (style, value) => ({ ...style, bold: flagOf(value) }),
    ),
    Italic: look(
      (style) => style.italic ?? false,
      (style, value) => ({ ...style, italic: flagOf(value) }),
    ),
    Underline: look(
      (style) => (style.underline ? 'Single' : 'None'),
      (style, value) => ({ ...style, underline: oneOf(value, ['None', 'Single']) === 'Single' }),
    ),
    Color: {
      get: (cells, session) => commonLook(cells, session, (style) => style.color ?? '#000000') ?? '',
      set: (cells, value, session) => {
        const color = colorOf(value);
        restyle(cells, session, (style) => ({ ...style, color }));
      },
    },
    Name: look(
      (style) => style.fontName ?? FONT_NAME,
      (style, value) => ({ ...style, fontName: textOf(value) }),
    ),
    Size: look(
      (style) => style.fontSize ?? FONT_SIZE,
      (style, value) => ({ ...style, fontSize: bounded(value, 1, LARGEST_FONT) }),
    ),
  },
};

const protectionType: ObjectType<Cells> = {
  name: 'FormatProtection',
  properties: {
    Locked: look(
      (style) => style.locked ?? true,
      (style, value) => ({ ...style, locked: flagOf(value) }),
    ),
  },
};

const SIDES = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
  InsideHorizontal: 'bottom',
  InsideVertical: 'right',
} as const satisfies Record<string, BorderSide>;
type EdgeName = keyof typeof SIDES;
const EDGES = Object.keys(SIDES) as readonly EdgeName[];

interface Border {
  readonly cells: Cells;
  readonly edge: EdgeName;
}

const bordersType: ObjectType<Cells> = {
  name: 'RangeBorderCollection',
  items: (cells) => EDGES.map((edge) => HostObject.of(borderType, { cells, edge })),
  item: (cells, key) => HostObject.of(borderType, { cells, edge: oneOf(key, EDGES) }),
};

const STYLES = ['None', 'Continuous', 'Dash', 'Dot', 'Double'] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
const WEIGHT_IN_MODEL = { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' } as const;
const STYLE_IN_MODEL = { Continuous: 'thin', Dash: 'dashed', Dot: 'dotted', Double: 'double' } as const;
const BLACK = '#000000';

const borderType: ObjectType<Border> = {
  name: 'RangeBorder',
  identity: ({ edge }) => ({ Id: edge }),
  properties: {
    SideIndex: { get: ({ edge }) => edge },
    Style: {
      get: (border, session) => commonLine(border, session, styleName),
      set(border, value, session) {
        const name = oneOf(value, STYLES);
        drawBorder(border, session, (line) =>
          name === 'None' ? null : { style: STYLE_IN_MODEL[name], color: line?.color ?? BLACK },
        );
      },
    },
    Color: {
      get: (border, session) => commonLine(border, session, (line) => line?.color ?? BLACK),
      set(border, value, session) {
        const color = colorOf(value);
        drawBorder(border, session, (line) => ({ style: line?.style ?? 'thin', color }));
      },
    },
    Weight: {
      get: (border, session) =>
        commonLine(
          border,
          session,
          (line) => WEIGHTS.find((name) => WEIGHT_IN_MODEL[name] === line?.style) ?? 'Thin',
        ),
      set(border, value, session) {
        const style = WEIGHT_IN_MODEL[oneOf(value, WEIGHTS)];
        drawBorder(border, session, (line) => ({ style, color: line?.color ?? BLACK }));
      },
    },
  },
};

type Line = NonNullable<NonNullable<CellStyle['borders']>[BorderSide]>;

function styleName(line: Line | undefined): string {
  if (!line) return 'None';
  return STYLES.find((name) => name !== 'None' && STYLE_IN_MODEL[name] === line.style) ?? 'Continuous';
}

/** The cells along an edge: of an outer one the first or last row or column, of an inner one all but the last. */
function edgeCells({ cells: { sheet, area }, edge }: Border): Cells | null {
  const areas = {
    EdgeTop: { ...area, rows: 1 },
    EdgeBottom: { ...area, row: area.row + area.rows - 1, rows: 1 },
    EdgeLeft: { ...area, columns: 1 },
    EdgeRight: { ...area, column: area.column + area.columns - 1, columns: 1 },
    InsideHorizontal: { ...area, rows: area.rows - 1 },
    InsideVertical: { ...area, columns: area.columns - 1 },
  };
  const along = areas[edge];
  return along.rows > 0 && along.columns > 0 ? { sheet, area: along } : null;
}

function commonLine(border: Border, session: Session, read: (line: Line | undefined) => string): Json {
  const cells = edgeCells(border);
  return cells && commonLook(cells, session, (style) => read(style.borders?.[SIDES[border.edge]]));
}

function drawBorder(border: Border, session: Session, draw: (line: Line | undefined) => Line | null): void {
  const cells = edgeCells(border);
  if (!cells) return;
  const side = SIDES[border.edge];
  restyle(cells, session, (style) => {
    const { [side]: old, ...others } = style.borders ?? {};
    const line = draw(old);
    return { ...style, borders: line ? { ...others, [side]: line } : others };
  });
}
