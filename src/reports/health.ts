import type { ReportContext } from './context';
import { bridgeSection, unknownBridge } from './health/bridge';
import { ALL_WIDTHS, WIDTHS } from './health/layout';
import { metricTable, unknownMetrics } from './health/metrics';
import { monthSection } from './health/months';
import { afterNumbers, numberBlocks } from './health/numbers';
import { statusSection } from './health/statuses';
import type { SheetPlan } from './plan';
import { buyersOf } from './reactivation/table';
import type { Section } from './section';
import { footer, HEAD_ROWS, tabHead, warnings } from './tabHead';

const TAB_COLOR = '#2E7D46';

/**
 * The tab «Здоровье базы» (method.md §6): do first clients come back, are the old ones kept, what did revenue grow
 * by, how many clients are active, and how all of it moved by month.
 */
export function healthPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames, analysis } = ctx;
  const { health } = analysis;
  const isKnown = health !== null && buyersOf(ctx).length > 0;
  const top = HEAD_ROWS + 1;
  const sections: Section[] = [];
  const next = () => sections.at(-1)?.nextRow ?? top;
  if (isKnown) {
    sections.push(metricTable(ctx, health, top));
    sections.push(bridgeSection(ctx, health, next(), afterNumbers()));
    sections.push(statusSection(ctx, health, next()));
    sections.push(monthSection(ctx, health, next()));
  } else {
    sections.push(unknownMetrics(ctx, top));
    sections.push(unknownBridge(ctx, next(), null));
  }
  const model = isKnown ? 'health.model' : health ? 'reactivation.nobody' : 'health.noDates';
  return {
    key: 'health',
    tab: tabNames.health,
    tabColor: TAB_COLOR,
    columnWidths: ALL_WIDTHS,
    blocks: [
      ...tabHead(ctx, t('health.title'), t(model, { settings: tabNames.settings }), warnings(ctx)),
      ...sections.flatMap(({ blocks }) => blocks),
      ...(isKnown ? numberBlocks(ctx, health) : []),
    ],
    names: sections.flatMap(({ names = [] }) => names),
    tables: [],
    rules: sections.flatMap(({ rules = [] }) => rules),
    validations: [],
    charts: sections.flatMap(({ charts = [] }) => charts),
    inputs: [],
    freeze: { rows: 1, columns: 0 },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: next() - 2, columns: WIDTHS.length },
      footer: footer(ctx, 'health'),
    },
  };
}
