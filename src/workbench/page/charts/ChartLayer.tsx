import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { CSSProperties } from 'react';
import type { Culture } from '../../host/culture';
import type { BookModel, ChartModel, SheetModel } from '../../model/model';
import { PIXELS_PER_POINT } from '../grid/geometry';
import type { SheetGeometry } from '../grid/geometry';
import { frameOf, isInPart, partsOf } from '../grid/parts';
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

/** The charts of a sheet at their place over the grid; the frozen parts show theirs where they stand. */
export function ChartLayer({ book, sheet, geometry, culture, top, left, revision }: ChartLayerProps) {
  const charts = sheet.charts.map((chart) => {
    const y = geometry.down(chart.top);
    const height = geometry.down(chart.top + chart.height) - y;
    return { chart, x: chart.left * PIXELS_PER_POINT, y, width: chart.width * PIXELS_PER_POINT, height };
  });
  return partsOf(sheet, geometry, top, left).map((part) => (
    <div key={part.key} className="charts" style={frameOf(part)}>
      {charts
        .filter((place) => isInPart(place, part))
        .map(({ chart, x, y, width, height }) => (
          <ChartPicture
            key={chart.id}
            {...{ chart, book, culture, revision }}
            style={{ left: x - part.origin.x, top: y - part.origin.y, width, height }}
          />
        ))}
    </div>
  ));
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
