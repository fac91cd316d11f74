import type { CSSProperties } from 'react';
import type { SheetModel } from '../../model/model';
import { COLUMN_HEADER, FROZEN_LINE, ROW_HEADER } from './geometry';
import type { SheetGeometry } from './geometry';

/** A part of the grid that scrolls as one: where it begins on the screen, and which cells' pixels it shows. */
export interface GridPart {
  readonly key: string;
  readonly screen: Corner;
  /** Pixels from A1 to what stands in its upper left corner. */
  readonly origin: Corner;
  /** Where it ends; none: at the edge of the grid. */
  readonly size: Partial<Corner>;
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in pixels from A1. */
export interface Place extends Corner {
  readonly width: number;
  readonly height: number;
}

/** The parts of a sheet's grid: one, or up to four where panes are frozen. */
export function partsOf(
  sheet: SheetModel,
  geometry: SheetGeometry,
  top: number,
  left: number,
): readonly GridPart[] {
  const { rows, columns } = sheet.frozen;
  const frozen = { x: geometry.columnOffset(columns), y: geometry.rowOffset(rows) };
  const scrolled = {
    x: geometry.columnOffset(Math.max(left - 1, columns)),
    y: geometry.rowOffset(Math.max(top - 1, rows)),
  };
  const begin = { x: ROW_HEADER, y: COLUMN_HEADER };
  const beyond = {
    x: begin.x + frozen.x + (columns ? FROZEN_LINE : 0),
    y: begin.y + frozen.y + (rows ? FROZEN_LINE : 0),
  };
  const main = { key: 'main', screen: beyond, origin: scrolled, size: {} };
  const above = {
    key: 'above',
    screen: { x: beyond.x, y: begin.y },
    origin: { x: scrolled.x, y: 0 },
    size: { y: frozen.y },
  };
  const beside = {
    key: 'beside',
    screen: { x: begin.x, y: beyond.y },
    origin: { x: 0, y: scrolled.y },
    size: { x: frozen.x },
  };
  const corner = { key: 'corner', screen: begin, origin: { x: 0, y: 0 }, size: frozen };
  return [main, ...(rows ? [above] : []), ...(columns ? [beside] : []), ...(rows && columns ? [corner] : [])];
}

/** Whether something shows in a part; `place` in pixels from A1. */
export function isInPart(place: Place, { origin, size }: GridPart): boolean {
  const right = origin.x + (size.x ?? Infinity);
  const bottom = origin.y + (size.y ?? Infinity);
  return (
    place.x < right &&
    place.y < bottom &&
    place.x + place.width > origin.x &&
    place.y + place.height > origin.y
  );
}

/** Where a part lies over the grid. */
export function frameOf({ screen, size: { x, y } }: GridPart): CSSProperties {
  return {
    left: screen.x,
    top: screen.y,
    ...(x === undefined ? { right: 0 } : { width: x }),
    ...(y === undefined ? { bottom: 0 } : { height: y }),
  };
}
