import type { ReportContext } from './context';
import { baseMeasures } from './dependency/baseMeasures';
import { concentrationMeasures } from './dependency/concentrationMeasures';
import { flagMeasures } from './dependency/flagMeasures';
import { holdingFlags } from './dependency/holdingFlags';
import { ALL_WIDTHS, clientSheet, WIDTHS } from './dependency/layout';
import { lossTest } from './dependency/lossTest';
import { measureHeadings, measureTable } from './dependency/measureTable';
import { byGroup, byManager } from './dependency/partStandings';
import { topClients } from './dependency/topClients';
import { trend } from './dependency/trend';
import type { SheetPlan } from './plan';
import type { Section } from './section';
import { footer, HEAD_ROWS, tabHead, warnings } from './tabHead';

const TAB_COLOR = '#B5541C';

/**
 * The tab «Зависимость» (method.md §3): who is dangerously large, what their loss would do, how concentrated revenue
 * is over clients, holdings, managers and product groups, and how that moved.
 */
export function dependencyPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames } = ctx;
  const sheet = clientSheet(ctx);
  const topRow = HEAD_ROWS + 1;
  const sections: Section[] = [topClients(ctx, sheet, topRow)];
  const next = () => sections.at(-1)?.nextRow ?? topRow;
  sections.push(lossTest(ctx, sheet, next()));
  const headings = measureHeadings(ctx, next());
  const flagRow = next() + 1;
  sections.push(measureTable(flagRow, t('dependency.section.flags'), flagMeasures(ctx, sheet, topRow + 2)));
  sections.push(
    measureTable(
      next(),
      t('dependency.section.concentration'),
      concentrationMeasures(ctx, sheet, next() + 1),
    ),
  );
  sections.push(measureTable(next(), t('dependency.section.base'), baseMeasures(ctx, sheet)));
  sections.push(holdingFlags(ctx, next()));
  sections.push(trend(ctx, next()));
  sections.push(byManager(ctx, next()));
  sections.push(byGroup(ctx, next()));

  return {
    key: 'dependency',
    tab: tabNames.dependency,
    tabColor: TAB_COLOR,
    columnWidths: ALL_WIDTHS,
    blocks: [
      ...tabHead(
        ctx,
        t('dependency.title'),
        t('dependency.model', { settings: tabNames.settings }),
        warnings(ctx),
      ),
      headings,
      ...sections.flatMap(({ blocks }) => blocks),
    ],
    names: sections.flatMap(({ names = [] }) => names),
    tables: [],
    rules: sections.flatMap(({ rules = [] }) => rules),
    validations: sections.flatMap(({ validations = [] }) => validations),
    charts: sections.flatMap(({ charts = [] }) => charts),
    inputs: sections.flatMap(({ inputs = [] }) => inputs),
    freeze: { rows: 1, columns: 0 },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: next() - 2, columns: WIDTHS.length },
      footer: footer(ctx, 'dependency'),
    },
  };
}
