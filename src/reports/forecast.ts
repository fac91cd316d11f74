import type { ReportContext } from './context';
import { calibrationSection } from './forecast/calibration';
import { decidingSection } from './forecast/deciding';
import { dependencySection } from './forecast/dependency';
import { categorySection, groupSection } from './forecast/groups';
import { KEY_COLUMN, PAGE_COLUMNS, WIDTHS, WORKING_WIDTHS } from './forecast/layout';
import { monthSection } from './forecast/months';
import { rangeSection } from './forecast/range';
import { summarySection } from './forecast/summary';
import { warningSection } from './forecast/warnings';
import type { SheetPlan } from './plan';
import type { Section } from './section';
import { footer, HEAD_ROWS, tabHead } from './tabHead';

const TAB_COLOR = '#5B4B8A';

/**
 * The tab «Прогноз»: what the open deals come to, as a range with the deals that decide it; by month beside plan and fact;
 * by stage, manager and client; and what they would do to dependency (method.md §4).
 */
export function forecastPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames } = ctx;
  const summaryRow = HEAD_ROWS + 1;
  // The months stand below the summary, whose height does not depend on their cells.
  const placed = monthSection(ctx, 1);
  const monthsRow = summarySection(ctx, summaryRow, placed.cells).nextRow;
  const months = monthSection(ctx, monthsRow);
  const sections: Section[] = [summarySection(ctx, summaryRow, months.cells), months.section];
  let row = months.section.nextRow;
  for (const section of [
    categorySection,
    (each: ReportContext, at: number) => groupSection(each, at, 'stage'),
    (each: ReportContext, at: number) => groupSection(each, at, 'manager'),
    (each: ReportContext, at: number) => groupSection(each, at, 'client'),
    rangeSection,
    decidingSection,
    warningSection,
    dependencySection,
    calibrationSection,
  ]) {
    const next = section(ctx, row);
    sections.push(next);
    row = next.nextRow;
  }
  return {
    key: 'forecast',
    tab: tabNames.forecast,
    tabColor: TAB_COLOR,
    columnWidths: [...WIDTHS, ...WORKING_WIDTHS],
    blocks: [
      ...tabHead(
        ctx,
        t('forecast.title'),
        t('forecast.model', { deals: tabNames.deals, settings: tabNames.settings }),
        [],
      ),
      ...sections.flatMap(({ blocks }) => blocks),
    ],
    names: sections.flatMap(({ names }) => names ?? []),
    tables: [],
    rules: sections.flatMap(({ rules }) => rules ?? []),
    validations: sections.flatMap(({ validations }) => validations ?? []),
    charts: sections.flatMap(({ charts }) => charts ?? []),
    inputs: sections.flatMap(({ inputs }) => inputs ?? []),
    hiddenColumns: WORKING_WIDTHS.slice(1).map((_, index) => KEY_COLUMN + index),
    freeze: { rows: 1, columns: 0 },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: row - 1, columns: PAGE_COLUMNS },
      footer: footer(ctx, 'forecast'),
    },
  };
}
