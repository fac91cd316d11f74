import type { ReportContext } from './context';
import type { SheetPlan } from './plan';
import { footer, line, tabHead } from './tabHead';

const TAB_COLOR = '#7B4B94';
const WIDTHS = [40];

/** The register «Досье» (method.md §5): a row per dossier, by money. */
export function dossiersPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames, pages } = ctx;
  return {
    key: 'dossiers',
    tab: tabNames.dossiers,
    tabColor: TAB_COLOR,
    columnWidths: WIDTHS,
    blocks: [
      ...tabHead(ctx, t('tab.dossiers'), '', []),
      ...pages.dossiers.map(({ tab }, index) => line(6 + index, 'body', tab)),
    ],
    names: [],
    tables: [],
    rules: [],
    validations: [],
    charts: [],
    inputs: [],
    freeze: { rows: 1, columns: 0 },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: 6 + pages.dossiers.length, columns: WIDTHS.length },
      footer: footer(ctx, 'dossiers'),
    },
  };
}
