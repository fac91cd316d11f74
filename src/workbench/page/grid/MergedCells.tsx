import type { CSSProperties } from 'react';
import type { ModelArea, SheetModel } from '../../model/model';
import { fontOf, fontPoints } from './font';
import { CELL_PADDING } from './geometry';
import type { GridModel } from './gridModel';
import { frameOf, isInPart, partsOf } from './parts';
import { placeOf } from './places';

interface MergedCellsProps {
  /** Zero-based place of the sheet in the workbook. */
  readonly index: number;
  readonly sheet: SheetModel;
  readonly model: GridModel;
  /** One-based first row and column of the scrolled part. */
  readonly top: number;
  readonly left: number;
}

/** Rows and columns beyond those that any screen shows. */
const SCREEN = { rows: 150, columns: 80 };

/** Merged cells over the grid, which knows none: one cell with the text, the fill and the line of its first. */
export function MergedCells({ index, sheet, model, top, left }: MergedCellsProps) {
  const geometry = model.geometryOf(sheet);
  const merges = sheet.merges
    .filter((area) => isNear(area, sheet, top - 1, left - 1))
    .map((area) => ({ area, place: placeOf(geometry, area) }));
  return partsOf(sheet, geometry, top, left).map((part) => (
    <div key={part.key} className="merges" style={frameOf(part)}>
      {merges
        .filter(({ place }) => isInPart(place, part))
        .map(({ area, place: { x, y, width, height } }) => (
          <span
            key={`${area.row} ${area.column}`}
            style={{ left: x - part.origin.x, top: y - part.origin.y, width, height, ...looksOf(area) }}
          >
            {model.getFormattedCellValue(index, area.row + 1, area.column + 1)}
          </span>
        ))}
    </div>
  ));

  function looksOf({ row, column }: ModelArea): CSSProperties {
    const { style } = model.getCellStyle(index, row + 1, column + 1);
    const { alignment, border, fill, font } = style;
    const isNumber = model.getCellType(index, row + 1, column + 1) === 1;
    const horizontal =
      alignment?.horizontal === 'general' ? (isNumber ? 'right' : 'left') : alignment?.horizontal;
    const line = border.bottom ?? border.right;
    return {
      font: fontOf({ bold: font.b, italic: font.i, fontSize: fontPoints(font.sz) }),
      color: model.resolveColor(font.color),
      background: fill.color === undefined ? '#ffffff' : model.resolveColor(fill.color),
      justifyContent: FLEX[horizontal ?? 'left'],
      textAlign: horizontal === 'center' ? 'center' : horizontal === 'right' ? 'right' : 'left',
      alignItems: FLEX[alignment?.vertical ?? 'bottom'],
      whiteSpace: alignment?.wrap_text ? 'pre-wrap' : 'pre',
      padding: `0 ${CELL_PADDING}px`,
      boxShadow: `inset -1px -1px ${line ? model.resolveColor(line.color) : GRID_LINE}`,
    };
  }
}

const GRID_LINE = '#e1e1e1';
const FLEX: Readonly<Record<string, string>> = {
  left: 'flex-start',
  top: 'flex-start',
  center: 'center',
  right: 'flex-end',
  bottom: 'flex-end',
};

/** Whether a merged area may be on the screen: cheap, because some reports merge thousands. */
function isNear(
  { row, column, rows, columns }: ModelArea,
  { frozen }: SheetModel,
  top: number,
  left: number,
): boolean {
  return (
    (row < frozen.rows || (row + rows > top && row < top + SCREEN.rows)) &&
    (column < frozen.columns || (column + columns > left && column < left + SCREEN.columns))
  );
}
