import type { ReportContext } from './context';
import type { Live } from './live';
import { live, liveText, percentOf } from './live';
import { choiceName } from './names';
import type { Area, PlanRule, PlanValidation, SheetPlan } from './plan';
import { potentialHead, potentialNames } from './potential/head';
import { potentialBlocks, POTENTIAL_WIDTHS } from './potential/rows';
import type { PotentialColumn, PotentialTable } from './potential/table';
import {
  COMMENT_FIELDS,
  FACT_FIELDS,
  FIGURE_ROW,
  potentialArea,
  potentialColumn,
  potentialTable,
} from './potential/table';
import { POTENTIAL_WORKING_WIDTHS, potentialCells, potentialWorking } from './potential/working';
import { footer, line, tabHead, warnings } from './tabHead';
import { tidyInputs } from './tidyInputs';

const TAB_COLOR = '#2E7D6B';
const TABLE_NAME = 'ClientelePotential';
const TABLE_STYLE = 'TableStyleLight1';
/** No budget of a client passes what money can hold exactly. */
const MOST_MONEY = 900_000_000_000;
const HINT_ROW = FIGURE_ROW + 6;
/** The last column on paper: reasons are for the screen. */
const LAST_PRINTED: PotentialColumn = 'note';

/** The tab «Потенциал»: what clients could buy, whom to ask first, and the letter it gives, live (method.md §2). */
export function potentialPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames } = ctx;
  const table = potentialTable(ctx);
  return {
    key: 'potential',
    tab: tabNames.potential,
    tabColor: TAB_COLOR,
    columnWidths: [...table.columns.map((column) => POTENTIAL_WIDTHS[column]), ...POTENTIAL_WORKING_WIDTHS],
    blocks: [
      ...tabHead(ctx, t('potential.title'), modelLine(ctx, table), warnings(ctx)),
      ...potentialHead(ctx, table),
      line(HINT_ROW, 'note', t('potential.hint')),
      ...potentialWorking(ctx, table),
      ...potentialBlocks(ctx, table),
    ],
    names: potentialNames(),
    tables: [
      {
        name: TABLE_NAME,
        area: {
          row: table.headingRow,
          column: 1,
          rows: table.lastRow - table.headingRow + 1,
          columns: table.columns.length,
        },
        style: TABLE_STYLE,
      },
    ],
    rules: rules(ctx, table),
    validations: validations(ctx, table),
    charts: [],
    inputs: [FACT_FIELDS, COMMENT_FIELDS].map((fields) => ({
      area: { ...potentialArea(table, fields[0]), columns: fields.length },
      keyColumn: potentialColumn(table, 'key'),
      fields,
      tidy: tidyInputs(
        { budget: 'money', ourShare: 'share', drivers: 'number', norm: 'money' },
        ctx.settings,
      ),
    })),
    hiddenColumns: [potentialColumn(table, 'key')],
    freeze: { rows: table.headingRow, columns: potentialColumn(table, 'client') },
    print: {
      orientation: 'landscape',
      titleRows: { from: table.headingRow, to: table.headingRow },
      area: { row: 1, column: 1, rows: table.lastRow, columns: potentialColumn(table, LAST_PRINTED) },
      footer: footer(ctx, 'potential'),
    },
  };
}

/** What the letters mean, the limit of the share, and how revenue was brought to a year. */
function modelLine(ctx: ReportContext, table: PotentialTable): Live {
  const { t, settings, analysis } = ctx;
  const { period, segments } = analysis;
  const { value } = potentialCells(ctx, table);
  const model = liveText(t('potential.model'), {
    letters: live(choiceName('letters'), t(`choice.letters.${settings.choices.letters}`)),
    limit: percentOf(value.budgetLimit, settings.thresholds.budgetLimit),
  });
  const annual = () => {
    if (period === null) return t('potential.model.noDates');
    return segments.annualFactor === 1 ? '' : t('potential.model.annual', { months: period.months });
  };
  const more = liveText(annual(), {});
  return live(`${model.formula}&${more.formula}`, `${model.value}${more.value}`);
}

function rules({ t }: ReportContext, table: PotentialTable): readonly PlanRule[] {
  const note = potentialArea(table, 'note');
  return [
    { kind: 'textEquals', area: note, text: t('potential.note.understated'), role: 'warning' },
    { kind: 'textEquals', area: note, text: t('potential.note.headroom'), role: 'good' },
    { kind: 'dataBar', area: potentialArea(table, 'headroom') },
  ];
}

function validations({ t }: ReportContext, table: PotentialTable): readonly PlanValidation[] {
  const area = (column: PotentialColumn): Area => potentialArea(table, column);
  const amount = { kind: 'decimal', min: 0, max: MOST_MONEY } as const;
  return [
    { area: area('budget'), rule: amount, message: t('potential.input.money') },
    {
      area: area('ourShare'),
      rule: { kind: 'decimal', min: 0, max: 1 },
      message: t('potential.input.share'),
    },
    { area: area('drivers'), rule: amount, message: t('potential.input.count') },
    { area: area('norm'), rule: amount, message: t('potential.input.money') },
    { area: area('assessedOn'), rule: { kind: 'date' }, message: t('potential.input.date') },
  ];
}
