import type { ReportContext } from './context';
import type { SheetPlan } from './plan';
import type { Section } from './section';
import { footer, HEAD_ROWS, tabHead, warnings } from './tabHead';
import { rolesSection } from './team/roles';
import { loadSection, routineSection } from './team/staff';
import { typeSection } from './team/typeOfSales';

const TAB_COLOR = '#2F5D8A';
/** label or type of sales, value or role, sentences and roles, mark */
const WIDTHS = [38, 34, 46, 46, 46, 12];

/**
 * The tab «Отдел продаж» (method.md §7): the type of sales with its numbers, who does what in it, what taking routine
 * away frees, and whether the managers suffice for the key clients.
 */
export function teamPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames } = ctx;
  const sections: Section[] = [typeSection(ctx, HEAD_ROWS + 1)];
  const next = () => sections.at(-1)?.nextRow ?? HEAD_ROWS + 1;
  sections.push(rolesSection(ctx, next()));
  sections.push(routineSection(ctx, next()));
  sections.push(loadSection(ctx, next()));
  return {
    key: 'team',
    tab: tabNames.team,
    tabColor: TAB_COLOR,
    columnWidths: WIDTHS,
    blocks: [
      ...tabHead(ctx, t('team.title'), t('team.model'), warnings(ctx)),
      ...sections.flatMap(({ blocks }) => blocks),
    ],
    names: [],
    tables: [],
    rules: sections.flatMap(({ rules = [] }) => rules),
    validations: [],
    charts: [],
    inputs: [],
    freeze: { rows: 1, columns: 0 },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: next() - 2, columns: WIDTHS.length },
      footer: footer(ctx, 'team'),
    },
  };
}
