import { contains } from '../../host/a1';
import type { ModelArea, SheetModel } from '../../model/model';
import type { SheetGeometry } from './geometry';
import { isInPart, partsOf } from './parts';
import type { Place } from './parts';
import type { ActiveCell } from './viewLink';

/** Where cells lie on the sheet, in pixels from A1. */
export function placeOf(geometry: SheetGeometry, { row, column, rows, columns }: ModelArea): Place {
  const x = geometry.columnOffset(column);
  const y = geometry.rowOffset(row);
  return {
    x,
    y,
    width: geometry.columnOffset(column + columns) - x,
    height: geometry.rowOffset(row + rows) - y,
  };
}

/** Where cells lie on the grid as it is scrolled; null: out of sight. `top` and `left` as in `Scroll`. */
export function screenPlaceOf(
  sheet: SheetModel,
  geometry: SheetGeometry,
  area: ModelArea,
  top: number,
  left: number,
): Place | null {
  const place = placeOf(geometry, area);
  const part = partsOf(sheet, geometry, top, left).find((each) => isInPart(place, each));
  if (!part || place.y < part.origin.y || place.x < part.origin.x) return null;
  const { screen, origin } = part;
  return { ...place, x: screen.x + place.x - origin.x, y: screen.y + place.y - origin.y };
}

/** The row (zero-based) under a height on the grid below the column letters, in pixels from them. */
export function rowAt(sheet: SheetModel, geometry: SheetGeometry, y: number, top: number): number {
  const { rows } = sheet.frozen;
  const frozen = geometry.rowOffset(rows);
  const isFrozen = y < frozen;
  let row = isFrozen ? 0 : Math.max(top - 1, rows);
  for (let rest = isFrozen ? y : y - frozen; rest >= geometry.rowHeight(row); row++)
    rest -= geometry.rowHeight(row);
  return row;
}

/** The merged cells around a cell, or the cell itself. */
export function mergedAreaOf({ merges }: SheetModel, { row, column }: ActiveCell): ModelArea {
  const cell = { row, column, rows: 1, columns: 1 };
  return merges.find((area) => contains(area, cell)) ?? cell;
}
