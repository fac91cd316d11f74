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

/** The charts of a sheet at their place over the grid, cut off where its frozen cells begin. */
export function ChartLayer({ book, sheet, geometry, culture, top, left, revision }: ChartLayerProps) {
  const frozenWidth = geometry.columnOffset(sheet.frozen.columns);
  const frozenHeight = geometry.rowOffset(sheet.frozen.rows);
  const scrolled = {
    x: geometry.columnOffset(Math.max(left - 1, sheet.frozen.columns)),
    y: geometry.rowOffset(Math.max(top - 1, sheet.frozen.rows)),
  };
  const frame = {
    left: ROW_HEADER + frozenWidth + (frozenWidth ? FROZEN_LINE : 0),
    top: COLUMN_HEADER + frozenHeight + (frozenHeight ? FROZEN_LINE : 0),
  };
  return (
    <div className="charts" style={frame}>
      {sheet.charts.map((chart) => (
        <ChartPicture
          key={chart.id}
          chart={chart}
          book={book}
          culture={culture}
          revision={revision}
          style={{
            left: chart.left * PIXELS_PER_POINT - scrolled.x,
            top: geometry.down(chart.top) - scrolled.y,
            width: chart.width * PIXELS_PER_POINT,
            height: geometry.down(chart.top + chart.height) - geometry.down(chart.top),
          }}
        />
      ))}
    </div>
  );
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
