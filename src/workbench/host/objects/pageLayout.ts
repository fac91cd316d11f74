import type { PageLayoutModel, SheetModel } from '../../model/model';
import { formatArea } from '../a1';
import { refusal } from '../errors';
import { HostObject, flagOf, numberOf, oneOf, recordOf, textOf } from '../objectType';
import type { Arguments, ObjectType, Property } from '../objectType';
import type { Json } from '../protocol';
import type { Session } from '../session';
import { rangeArgument, rangeOf } from './range';
import { resolveRange } from './resolveRange';

export function pageLayoutOf(sheet: SheetModel): HostObject {
  return HostObject.of(pageLayoutType, sheet);
}

type Margin = keyof PageLayoutModel['margins'];
const MARGINS: readonly Margin[] = ['top', 'bottom', 'left', 'right', 'header', 'footer'];
const ORIENTATIONS = ['Portrait', 'Landscape'] as const;
/** Paper sizes by Excel's names; others are added when the product uses them. */
const PAPER_SIZES = ['Letter', 'Legal', 'Tabloid', 'A3', 'A4', 'A5'] as const;
const POINTS_PER_UNIT = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;
/** Per cent: nothing scaled, and what Excel takes. */
const NO_SCALE = 100;
const LEAST_SCALE = 10;
const MOST_SCALE = 400;
const UNITS = ['Points', 'Inches', 'Centimeters'] as const;

/** A property of the sheet's page set-up. */
function setUp<V extends Json>(
  get: (layout: PageLayoutModel) => V,
  set: (layout: PageLayoutModel, value: Json) => void,
): Property<SheetModel> {
  return {
    get: (sheet) => get(sheet.pageLayout),
    set: (sheet, value, session) => changeLayout(sheet, session, (layout) => set(layout, value)),
  };
}

function margin(side: Margin): Property<SheetModel> {
  return setUp(
    (layout) => layout.margins[side],
    (layout, value) => {
      layout.margins[side] = marginSize(value);
    },
  );
}

const pageLayoutType: ObjectType<SheetModel> = {
  name: 'PageLayout',
  properties: {
    Orientation: setUp(
      ({ orientation }) => (orientation === 'landscape' ? 'Landscape' : 'Portrait'),
      (layout, value) => {
        layout.orientation = oneOf(value, ORIENTATIONS) === 'Landscape' ? 'landscape' : 'portrait';
      },
    ),
    PaperSize: setUp(
      ({ paperSize }) => paperSize,
      (layout, value) => {
        layout.paperSize = oneOf(value, PAPER_SIZES);
      },
    ),
    Zoom: setUp(
      ({ fitToWidth, fitToHeight, scale }) =>
        fitToWidth === null && fitToHeight === null
          ? { scale }
          : {
              ...(fitToWidth === null ? {} : { horizontalFitToPages: fitToWidth }),
              ...(fitToHeight === null ? {} : { verticalFitToPages: fitToHeight }),
            },
      setZoom,
    ),
    CenterHorizontally: setUp(
      ({ centerHorizontally }) => centerHorizontally,
      (layout, value) => {
        layout.centerHorizontally = flagOf(value);
      },
    ),
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
  },
  links: {
    HeadersFooters: (sheet) => HostObject.of(headersFootersType, sheet),
  },
  methods: {
    SetPrintArea(sheet, args, session) {
      const { area } = rangeArgument(args, 0, sheet, session);
      changeLayout(sheet, session, (layout) => {
        layout.printArea = formatArea(area);
      });
    },
    SetPrintTitleRows(sheet, args, session) {
      const { area } = titles(sheet, args, session);
      changeLayout(sheet, session, (layout) => {
        layout.titleRows = `${area.row + 1}:${area.row + area.rows}`;
      });
    },
    SetPrintTitleColumns(sheet, args, session) {
      const { area } = titles(sheet, args, session);
      const columns = formatArea({ ...area, row: 0, rows: 1 }).replaceAll('1', '');
      changeLayout(sheet, session, (layout) => {
        layout.titleColumns = columns.includes(':') ? columns : `${columns}:${columns}`;
      });
    },
    SetPrintMargins(sheet, args, session) {
      const points = POINTS_PER_UNIT[oneOf(args.raw(0), UNITS)];
      const given = recordOf(args.raw(1));
      changeLayout(sheet, session, (layout) => {
        for (const side of MARGINS) {
          const size = given[side];
          if (size !== undefined) layout.margins[side] = marginSize(size) * points;
        }
      });
    },
    GetPrintTitleRowsOrNullObject: (sheet, _args, session) =>
      areaNamed(sheet, sheet.pageLayout.titleRows, session),
    GetPrintTitleColumnsOrNullObject: (sheet, _args, session) =>
      areaNamed(sheet, sheet.pageLayout.titleColumns, session),
  },
};

const headersFootersType: ObjectType<SheetModel> = {
  name: 'HeaderFooterGroup',
  links: {
    DefaultForAllPages: (sheet) => HostObject.of(headerFooterType, sheet),
  },
};

function line(place: 'header' | 'footer', part: 'left' | 'center' | 'right'): Property<SheetModel> {
  return setUp(
    (layout) => layout[place][part],
    (layout, value) => {
      layout[place][part] = textOf(value);
    },
  );
}

const headerFooterType: ObjectType<SheetModel> = {
  name: 'HeaderFooter',
  properties: {
    LeftHeader: line('header', 'left'),
    CenterHeader: line('header', 'center'),
    RightHeader: line('header', 'right'),
    LeftFooter: line('footer', 'left'),
    CenterFooter: line('footer', 'center'),
    RightFooter: line('footer', 'right'),
  },
};

function changeLayout(sheet: SheetModel, session: Session, change: (layout: PageLayoutModel) => void): void {
  session.guardSheet(sheet);
  change(sheet.pageLayout);
  session.looksChanged(sheet);
}

function setZoom(layout: PageLayoutModel, value: Json): void {
  const zoom = recordOf(value);
  const pages = (key: string): number | null => {
    const given = zoom[key];
    if (given === undefined || given === null) return null;
    if (!Number.isInteger(given) || numberOf(given) < 1) throw refusal('InvalidArgument');
    return numberOf(given);
  };
  const [width, height] = [pages('horizontalFitToPages'), pages('verticalFitToPages')];
  const given = zoom['scale'] ?? null;
  // A scale and a fit to pages exclude each other.
  if (given !== null && (width !== null || height !== null)) throw refusal('InvalidArgument');
  const scale = given === null ? NO_SCALE : numberOf(given);
  if (!Number.isInteger(scale) || scale < LEAST_SCALE || scale > MOST_SCALE) throw refusal('InvalidArgument');
  layout.fitToWidth = width;
  layout.fitToHeight = height;
  layout.scale = scale;
}

function marginSize(value: Json): number {
  const size = numberOf(value);
  if (size < 0) throw refusal('InvalidArgument');
  return size;
}

function titles(sheet: SheetModel, args: Arguments, session: Session): ReturnType<typeof rangeArgument> {
  const cells = rangeArgument(args, 0, sheet, session);
  if (cells.sheet !== sheet) throw refusal('InvalidArgument');
  return cells;
}

function areaNamed(sheet: SheetModel, address: string | null, session: Session): HostObject | null {
  return address === null ? null : rangeOf(sheet, resolveRange(address, sheet, session).area);
}
