import type { ChartAxisModel, ChartModel, ChartSeriesModel, SheetModel } from '../../model/model';
import type { SourcePackage } from '../package/source';
import type { XmlElement } from '../package/xml';
import { attribute, child, children, descendant, localName, text } from '../package/xml';
import { resolveColor } from './colors';
import { isOff, isOn } from './readStyles';
import { EMU_PER_POINT, STANDARD_COLUMN, STANDARD_ROW } from './units';

/** Charts of a drawing part, as far as they can be shown; others (maps, funnels, …) stay with the pristine sheet only. */
export function readCharts(
  source: SourcePackage,
  drawingPart: string,
  sheet: SheetModel,
  theme: readonly string[],
  nextId: () => string,
): ChartModel[] {
  const root = source.root(drawingPart);
  const relationships = source.relationships(drawingPart);
  return children(root ?? undefined).flatMap((anchor) => {
    const frame = descendant(anchor, 'graphicFrame');
    const reference = frame && descendant(frame, 'chart');
    const part = relationships.find(
      (item) => item.id === attribute(reference, 'id') && item.kind === 'chart',
    )?.target;
    const chartRoot = source.root(part);
    if (!frame || !chartRoot) return [];
    const properties = descendant(frame, 'cNvPr');
    const altText = attribute(properties, 'descr');
    return [
      {
        id: nextId(),
        name: attribute(properties, 'name') ?? '',
        ...readChart(chartRoot, theme, nextId),
        ...placeOf(anchor, sheet),
        ...(altText ? { altText } : {}),
      },
    ];
  });
}

type ChartContent = Pick<ChartModel, 'type' | 'title' | 'series' | 'legend' | 'axes' | 'drawsHidden'>;

function readChart(root: XmlElement, theme: readonly string[], nextId: () => string): ChartContent {
  const chart = child(root, 'chart');
  const plot = child(chart, 'plotArea');
  const groups = children(plot).filter((element) => localName(element.name).endsWith('Chart'));
  const primaryAxes = axisIds(groups[0]);
  const series = groups.flatMap((group) => {
    const axisGroup = axisIds(group).every((id) => primaryAxes.includes(id)) ? 'primary' : 'secondary';
    const gap = attribute(child(group, 'gapWidth'), 'val');
    return children(group, 'ser').map((item) => ({
      ...readSeries(item, typeOf(group), axisGroup, theme, nextId),
      ...(gap === undefined ? {} : { gapWidth: Number(gap) }),
    }));
  });
  const title = child(chart, 'title');
  const legend = child(chart, 'legend');
  for (const entry of children(legend, 'legendEntry')) {
    const named = series[Number(attribute(child(entry, 'idx'), 'val'))];
    if (named && child(entry, 'delete')) named.isUnnamed = true;
  }
  return {
    type: groups[0] ? typeOf(groups[0]) : 'ColumnClustered',
    title: title ? textOf(title) : null,
    series,
    legend: {
      visible: legend !== undefined,
      position: LEGENDS[attribute(child(legend, 'legendPos'), 'val') ?? 'r'] ?? 'right',
    },
    axes: readAxes(plot, groups),
    ...(isOff(attribute(child(chart, 'plotVisOnly'), 'val')) ? { drawsHidden: true } : {}),
  };
}

const LEGENDS: Readonly<Record<string, ChartModel['legend']['position']>> = {
  b: 'bottom',
  t: 'top',
  l: 'left',
  r: 'right',
  tr: 'right',
};

function axisIds(group: XmlElement | undefined): string[] {
  return children(group, 'axId').map((axis) => attribute(axis, 'val') ?? '');
}

/** The kind of a group of series in the words of Excel's API (Excel.ChartType). */
function typeOf(group: XmlElement): string {
  const grouping = attribute(child(group, 'grouping'), 'val') ?? 'standard';
  const stacked = grouping === 'stacked' ? 'Stacked' : grouping === 'percentStacked' ? 'Stacked100' : '';
  switch (localName(group.name).replace(/3D/, '')) {
    case 'barChart':
      return `${attribute(child(group, 'barDir'), 'val') === 'bar' ? 'Bar' : 'Column'}${stacked || 'Clustered'}`;
    case 'lineChart':
      return `Line${stacked}`;
    case 'pieChart':
    case 'ofPieChart':
      return 'Pie';
    case 'doughnutChart':
      return 'Doughnut';
    case 'areaChart':
      return `Area${stacked}`;
    case 'scatterChart':
      return 'XYScatter';
    case 'bubbleChart':
      return 'Bubble';
    case 'radarChart':
      return 'Radar';
    default:
      return 'ColumnClustered';
  }
}

function readSeries(
  item: XmlElement,
  type: string,
  axisGroup: ChartSeriesModel['axisGroup'],
  theme: readonly string[],
  nextId: () => string,
): ChartSeriesModel {
  const shape = child(item, 'spPr');
  const line = child(shape, 'ln');
  const color = drawingColor(child(shape, 'solidFill') ?? child(line, 'solidFill'), theme);
  const weight = attribute(line, 'w');
  const name = child(item, 'tx');
  const marker = attribute(child(child(item, 'marker'), 'symbol'), 'val');
  return {
    id: nextId(),
    name: name ? textOf(name) : '',
    values: referenceIn(child(item, 'val') ?? child(item, 'yVal')) ?? '',
    categories: referenceIn(child(item, 'cat') ?? child(item, 'xVal')),
    type,
    axisGroup,
    ...(color === undefined ? {} : { color }),
    ...(weight === undefined ? {} : { lineWeight: Number(weight) / EMU_PER_POINT }),
    ...(marker === undefined ? {} : { markers: marker !== 'none' }),
    ...(child(shape, 'noFill') ? { isUnfilled: true } : {}),
    ...readLabels(child(item, 'dLbls'), theme),
    ...readPointColors(item, theme),
  };
}

function readLabels(
  labels: XmlElement | undefined,
  theme: readonly string[],
): Pick<ChartSeriesModel, 'labels'> {
  const isShown = (name: string): boolean => isOn(attribute(child(labels, name), 'val'));
  const shows = isShown('showPercent') ? 'share' : isShown('showVal') ? 'value' : null;
  if (shows === null) return {};
  const format = child(labels, 'numFmt');
  const numberFormat = isOn(attribute(format, 'sourceLinked')) ? undefined : attribute(format, 'formatCode');
  const texts = child(labels, 'txPr');
  const color = drawingColor(texts && descendant(texts, 'solidFill'), theme);
  return {
    labels: {
      shows,
      ...(numberFormat === undefined ? {} : { numberFormat }),
      ...(color === undefined ? {} : { color }),
    },
  };
}

function readPointColors(item: XmlElement, theme: readonly string[]): Pick<ChartSeriesModel, 'pointColors'> {
  const colors = children(item, 'dPt').flatMap((point) => {
    const color = drawingColor(child(child(point, 'spPr'), 'solidFill'), theme);
    return color === undefined ? [] : [[Number(attribute(child(point, 'idx'), 'val')), color] as const];
  });
  return colors.length > 0 ? { pointColors: Object.fromEntries(colors) } : {};
}

function referenceIn(element: XmlElement | undefined): string | null {
  const formula = element && descendant(element, 'f');
  return formula ? text(formula) : null;
}

/** Rich text, or the remembered text of a reference. */
function textOf(element: XmlElement): string {
  const rich = descendant(element, 'rich');
  if (rich)
    return children(rich, 'p')
      .map((paragraph) =>
        children(paragraph, 'r')
          .map((run) => text(child(run, 't')))
          .join(''),
      )
      .join('\n');
  const value = descendant(element, 'v');
  return value ? text(value) : '';
}

const SCHEME_PLACES: Readonly<Record<string, number>> = {
  bg1: 0,
  lt1: 0,
  tx1: 1,
  dk1: 1,
  bg2: 2,
  lt2: 2,
  tx2: 3,
  dk2: 3,
  accent1: 4,
  accent2: 5,
  accent3: 6,
  accent4: 7,
  accent5: 8,
  accent6: 9,
};

/** The colour of a drawing's fill, without its brightness changes. */
function drawingColor(fill: XmlElement | undefined, theme: readonly string[]): string | undefined {
  const color = children(fill)[0];
  if (!color) return undefined;
  const value = attribute(color, 'val') ?? '';
  if (localName(color.name) === 'srgbClr') return `#${value.toUpperCase()}`;
  const place = SCHEME_PLACES[value];
  return place === undefined ? undefined : resolveColor({ theme: place }, theme);
}

function readAxes(plot: XmlElement | undefined, groups: readonly XmlElement[]): ChartModel['axes'] {
  const axes = children(plot).filter((element) => /Ax$/.test(localName(element.name)));
  const ofGroup = (group: XmlElement | undefined): XmlElement[] =>
    axes.filter((axis) => axisIds(group).includes(attribute(child(axis, 'axId'), 'val') ?? ''));
  const primary = ofGroup(groups[0]);
  const secondaryGroup = groups.find((group) =>
    axisIds(group).some((id) => !axisIds(groups[0]).includes(id)),
  );
  const isValue = (axis: XmlElement): boolean => localName(axis.name) === 'valAx';
  const category = primary.find((axis) => !isValue(axis)) ?? primary[0];
  return {
    category: readAxis(category),
    value: readAxis(primary.find((axis) => isValue(axis) && axis !== category)),
    secondaryValue: readAxis(ofGroup(secondaryGroup).find(isValue)),
  };
}

function readAxis(axis: XmlElement | undefined): ChartAxisModel {
  const title = child(axis, 'title');
  const scaling = child(axis, 'scaling');
  const minimum = attribute(child(scaling, 'min'), 'val');
  const maximum = attribute(child(scaling, 'max'), 'val');
  const format = child(axis, 'numFmt');
  const numberFormat = isOn(attribute(format, 'sourceLinked')) ? undefined : attribute(format, 'formatCode');
  const deleted = child(axis, 'delete');
  return {
    ...(title ? { title: textOf(title) } : {}),
    ...(minimum === undefined ? {} : { minimum: Number(minimum) }),
    ...(maximum === undefined ? {} : { maximum: Number(maximum) }),
    ...(numberFormat === undefined ? {} : { numberFormat }),
    visible: axis !== undefined && (deleted === undefined || isOff(attribute(deleted, 'val'))),
    majorGridlines: child(axis, 'majorGridlines') !== undefined,
    ...(attribute(child(scaling, 'orientation'), 'val') === 'maxMin' ? { reversed: true } : {}),
  };
}

type Place = Pick<ChartModel, 'left' | 'top' | 'width' | 'height'>;

/** Where an anchor stands, in points from the top left of the sheet. */
function placeOf(anchor: XmlElement, sheet: SheetModel): Place {
  const from = child(anchor, 'from');
  const to = child(anchor, 'to');
  const position = child(anchor, 'pos');
  const extent = child(anchor, 'ext');
  const left = from ? cornerLeft(from, sheet) : Number(attribute(position, 'x') ?? 0) / EMU_PER_POINT;
  const top = from ? cornerTop(from, sheet) : Number(attribute(position, 'y') ?? 0) / EMU_PER_POINT;
  return {
    left,
    top,
    width: to ? cornerLeft(to, sheet) - left : Number(attribute(extent, 'cx') ?? 0) / EMU_PER_POINT,
    height: to ? cornerTop(to, sheet) - top : Number(attribute(extent, 'cy') ?? 0) / EMU_PER_POINT,
  };
}

function cornerLeft(corner: XmlElement, sheet: SheetModel): number {
  let points = Number(text(child(corner, 'colOff'))) / EMU_PER_POINT;
  for (let column = 0; column < Number(text(child(corner, 'col'))); column++) {
    if (!sheet.hiddenColumns.has(column)) points += sheet.columnWidths.get(column) ?? STANDARD_COLUMN;
  }
  return points;
}

function cornerTop(corner: XmlElement, sheet: SheetModel): number {
  let points = Number(text(child(corner, 'rowOff'))) / EMU_PER_POINT;
  for (let row = 0; row < Number(text(child(corner, 'row'))); row++) {
    if (!sheet.hiddenRows.has(row)) points += sheet.rowHeights.get(row) ?? STANDARD_ROW;
  }
  return points;
}
