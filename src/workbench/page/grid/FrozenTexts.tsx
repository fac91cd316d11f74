import type { CSSProperties } from 'react';
import type { Culture } from '../../host/culture';
import { displayText } from '../../host/displayText';
import type { BookModel, CellStyle, SheetModel } from '../../model/model';
import { fontOf } from './font';
import { CELL_PADDING, COLUMN_HEADER, FROZEN_LINE, ROW_HEADER } from './geometry';
import type { GridModel } from './gridModel';

/** Rows looked at: more than any screen shows. */
const MOST_ROWS = 100;
/** Columns a text may flow over. */
const MOST_COLUMNS = 30;

interface FrozenTextsProps {
  readonly book: BookModel;
  readonly sheet: SheetModel;
  readonly culture: Culture;
  readonly model: GridModel;
  /** One-based first row and column of the scrolled part. */
  readonly top: number;
  readonly left: number;
}

/** The rest of long texts in frozen columns: the grid cuts them at the line, Excel lets them flow on over blank cells. */
export function FrozenTexts({ book, sheet, culture, model, top, left }: FrozenTextsProps) {
  const { rows, columns } = sheet.frozen;
  if (columns === 0 || left > columns + 1) return null;
  const geometry = model.geometryOf(sheet);
  const edge = geometry.columnOffset(columns);
  const rest = Array.from({ length: MOST_ROWS }, (_, index) => Math.max(top - 1, rows) + index);
  const flowing = [...Array.from({ length: rows }, (_, row) => row), ...rest].flatMap((row) => {
    const column = lastFilled(sheet, row, columns);
    const value = column === null ? '' : sheet.cells.value(row, column);
    if (column === null || typeof value !== 'string') return [];
    const style = book.styles.get(sheet.cells.style(row, column));
    if (style.wrap || (style.horizontal ?? 'left') !== 'left') return [];
    const text = displayText(value, style.numberFormat ?? 'General', culture);
    const start = geometry.columnOffset(column) + CELL_PADDING;
    const room = geometry.columnOffset(firstFilled(sheet, row, columns)) - edge;
    if (start + model.measure(text, style) <= edge || room === 0) return [];
    const scrolled = row < rows ? 0 : geometry.rowOffset(Math.max(top - 1, rows)) - geometry.rowOffset(rows);
    const line = row < rows || rows === 0 ? 0 : FROZEN_LINE;
    const place = {
      top: geometry.rowOffset(row) - scrolled + line,
      width: room,
      height: geometry.rowHeight(row),
    };
    return [{ row, text, style: { ...place, ...lookOf(style, start - edge - FROZEN_LINE) } }];
  });
  return (
    <div className="frozen-texts" style={{ left: ROW_HEADER + edge + FROZEN_LINE, top: COLUMN_HEADER }}>
      {flowing.map(({ row, text, style }) => (
        <span key={row} style={style}>
          {text}
        </span>
      ))}
    </div>
  );
}

function lookOf(style: CellStyle, indent: number): CSSProperties {
  return { font: fontOf(style), color: style.color ?? '#000000', alignItems: 'center', textIndent: indent };
}

function lastFilled(sheet: SheetModel, row: number, before: number): number | null {
  for (let column = before - 1; column >= 0; column--)
    if (sheet.cells.value(row, column) !== '') return column;
  return null;
}

function firstFilled(sheet: SheetModel, row: number, from: number): number {
  let column = from;
  while (column < from + MOST_COLUMNS && sheet.cells.value(row, column) === '') column++;
  return column;
}
