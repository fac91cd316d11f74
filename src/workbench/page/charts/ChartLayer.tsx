import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { CSSProperties } from 'react';
import type { Culture } from '../../host/culture';
import type { BookModel, ChartModel, SheetModel } from '../../model/model';
import { COLUMN_HEADER, FROZEN_LINE, PIXELS_PER_POINT, ROW_HEADER } from '../grid/geometry';
import type { SheetGeometry } from '../grid/geometry';
import { chartOption } from './chartOption';

use([
  BarChart,
  LineChart,
  PieChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  CanvasRenderer,
]);

interface ChartLayerProps {
  readonly book: BookModel;
  readonly sheet: SheetModel;
  readonly geometry: SheetGeometry;
  readonly culture: Culture;
  /** One-based first row and column of the scrolled part. */
  readonly top: number;
  readonly left: number;
  /** Changes with the workbook. */
  readonly revision: number;
}

/** A part of the grid that scrolls as one: where it begins on the screen, and which cells' pixels it shows. */
interface PanePart {
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

/** The charts of a sheet at their place over the grid; the frozen parts show theirs where they stand. */
export function ChartLayer({ book, sheet, geometry, culture, top, left, revision }: ChartLayerProps) {
  const charts = sheet.charts.map((chart) => {
    const y = geometry.down(chart.top);
    const height = geometry.down(chart.top + chart.height) - y;
    return { chart, x: chart.left * PIXELS_PER_POINT, y, width: chart.width * PIXELS_PER_POINT, height };
  });
  return partsOf(sheet, geometry, top, left).map(({ key, screen, origin, size }) => (
    <div key={key} className="charts" style={frameOf(screen, size)}>
      {charts
        .filter(({ x, y, width, height }) => x + width > origin.x && y + height > origin.y)
        .filter(({ x, y }) => x - origin.x < (size.x ?? Infinity) && y - origin.y < (size.y ?? Infinity))
        .map(({ chart, x, y, width, height }) => (
          <ChartPicture
            key={chart.id}
            {...{ chart, book, culture, revision }}
            style={{ left: x - origin.x, top: y - origin.y, width, height }}
          />
        ))}
    </div>
  ));
}

function partsOf(sheet: SheetModel, geometry: SheetGeometry, top: number, left: number): readonly PanePart[] {
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

function frameOf(screen: Corner, { x, y }: Partial<Corner>): CSSProperties {
  return {
    left: screen.x,
    top: screen.y,
    ...(x === undefined ? { right: 0 } : { width: x }),
    ...(y === undefined ? { bottom: 0 } : { height: y }),
  };
}

interface ChartPictureProps {
  readonly chart: ChartModel;
  readonly book: BookModel;
  readonly culture: Culture;
  readonly revision: number;
  readonly style: CSSProperties;
}

function ChartPicture({ chart, book, culture, revision, style }: ChartPictureProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    const picture = init(element.current);
    picture.setOption(chartOption(chart, book, culture));
    return () => picture.dispose();
  }, [chart, book, culture, revision, style.width, style.height]);
  return (
    <div
      ref={element}
      className="chart"
      style={style}
      role="img"
      aria-label={chart.altText ?? chart.title ?? chart.name}
      data-chart={chart.name}
    />
  );
}
