import { choiceWords } from '../i18n/choices';
import type { ReportContext } from './context';
import type { Live } from './live';
import { literal, live, liveCell, liveText } from './live';
import { choiceName, DETECTED_TYPE_NAME, thresholdName, TYPE_IN_FORCE_NAME } from './names';
import type { PlanRule, PlanValidation, SheetPlan } from './plan';
import { RULE_WIDTHS, rulesOf } from './reactivation/rules';
import { INPUT_COLUMNS, tableBlocks, WIDTHS } from './reactivation/rows';
import {
  LABEL_COLUMN,
  SUMMARY_NAMES,
  summaryBlocks,
  unknownSummary,
  VALUE_COLUMN,
} from './reactivation/summary';
import {
  buyersOf,
  columnArea,
  columnOf,
  FIRST_ROW,
  FIRST_WORKING,
  HEADING_ROW,
  REACTIVATION_COLUMNS,
} from './reactivation/table';
import type { ReactivationColumn } from './reactivation/table';
import { statusWords, typeWords } from './reactivation/words';
import { footer, HEAD_ROWS, line, tabHead, warnings } from './tabHead';

const TAB_COLOR = '#7A4B9A';
const TABLE_NAME = 'ClienteleReactivation';
const TABLE_STYLE = 'TableStyleLight1';

/** What a contact may come to; people may type anything else. */
const RESULTS = ['bought', 'promised', 'unneeded', 'unreached', 'competitor', 'closed'] as const;

/** The last column that prints: a list to call by; the reasons would make it too small to read. */
const LAST_PRINTED: ReactivationColumn = 'bought';

/**
 * The tab «Реактивация» (method.md §6): every client that ever bought, its status by its own rhythm and the money at
 * risk, live; whom to call first, and what became of those called.
 */
export function reactivationPlan(ctx: ReportContext): SheetPlan {
  const buyers = buyersOf(ctx);
  const { health } = ctx.analysis;
  if (!health || buyers.length === 0) return emptyPlan(ctx);

  const { t, tabNames } = ctx;
  const rules = rulesOf(ctx, buyers);
  const firstWorking = columnOf(FIRST_WORKING);
  const area = (column: ReactivationColumn) => columnArea(column, buyers.length);
  const hidden = Array.from({ length: rules.lastColumn - firstWorking + 1 }, (_, i) => firstWorking + i);
  return {
    key: 'reactivation',
    tab: tabNames.reactivation,
    tabColor: TAB_COLOR,
    columnWidths: [...REACTIVATION_COLUMNS.map((column) => WIDTHS[column]), ...RULE_WIDTHS],
    blocks: [
      ...tabHead(ctx, t('reactivation.title'), modelLine(ctx), warnings(ctx)),
      ...summaryBlocks(ctx, health, buyers),
      ...rules.blocks,
      ...tableBlocks(ctx, buyers, rules),
    ],
    names: [...SUMMARY_NAMES, ...rules.names],
    tables: [
      {
        name: TABLE_NAME,
        area: {
          row: HEADING_ROW,
          column: 1,
          rows: buyers.length + 1,
          columns: REACTIVATION_COLUMNS.length,
        },
        style: TABLE_STYLE,
      },
    ],
    rules: tableRules(ctx, buyers.length),
    validations: validations(ctx, buyers.length),
    charts: [],
    inputs: [
      {
        area: {
          row: FIRST_ROW,
          column: columnOf('contactedOn'),
          rows: buyers.length,
          columns: INPUT_COLUMNS.length,
        },
        keyColumn: columnOf('key'),
        fields: INPUT_COLUMNS,
      },
    ],
    hiddenColumns: hidden,
    freeze: { rows: HEADING_ROW, columns: columnOf('client') },
    print: {
      orientation: 'landscape',
      titleRows: { from: HEADING_ROW, to: HEADING_ROW },
      area: {
        row: 1,
        column: 1,
        rows: area('client').row + buyers.length - 1,
        columns: columnOf(LAST_PRINTED),
      },
      footer: footer(ctx, 'reactivation'),
    },
  };
}

/** Nothing to compute: why, and what to do. The names that other tabs use stay defined. */
function emptyPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames, analysis, settings } = ctx;
  const typeRow = HEADING_ROW;
  const unknown = typeWords('unknown', t);
  const choice = choiceName('salesType');
  const auto = choiceWords('salesType', 'auto', t);
  const chosen = settings.choices.salesType;
  const inForce = live(
    `IF(${choice}=${literal(auto)},${literal(unknown)},${choice})`,
    chosen === 'auto' ? unknown : choiceWords('salesType', chosen, t),
  );
  const columns = REACTIVATION_COLUMNS.slice(0, columnOf('reason'));
  const cell = (row: number) => ({ row, column: VALUE_COLUMN, rows: 1, columns: 1 });
  return {
    key: 'reactivation',
    tab: tabNames.reactivation,
    tabColor: TAB_COLOR,
    columnWidths: columns.map((column) => WIDTHS[column]),
    blocks: [
      ...tabHead(
        ctx,
        t('reactivation.title'),
        t(analysis.health ? 'reactivation.nobody' : 'reactivation.noDates'),
        warnings(ctx),
      ),
      ...unknownSummary(ctx),
      line(typeRow, 'body', t('reactivation.rule.detected'), LABEL_COLUMN),
      line(typeRow, 'body', unknown, VALUE_COLUMN),
      line(typeRow + 1, 'body', t('reactivation.rule.inForce'), LABEL_COLUMN),
      line(typeRow + 1, 'body', liveCell(inForce), VALUE_COLUMN),
    ],
    names: [
      ...SUMMARY_NAMES,
      { name: DETECTED_TYPE_NAME, area: cell(typeRow) },
      { name: TYPE_IN_FORCE_NAME, area: cell(typeRow + 1) },
    ],
    tables: [],
    rules: [],
    validations: [],
    charts: [],
    inputs: [],
    freeze: { rows: HEAD_ROWS, columns: 0 },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: typeRow + 1, columns: columns.length },
      footer: footer(ctx, 'reactivation'),
    },
  };
}

/** The rule of the statuses in words, with the thresholds in force. */
function modelLine({ t, settings }: ReportContext): Live {
  const { thresholds } = settings;
  const threshold = (key: 'rhythmActive' | 'rhythmCooling' | 'rhythmSleeping' | 'rhythmDates' | 'lostDays') =>
    live(thresholdName(key), thresholds[key]);
  return liveText(t('reactivation.model'), {
    active: threshold('rhythmActive'),
    cooling: threshold('rhythmCooling'),
    sleeping: threshold('rhythmSleeping'),
    dates: threshold('rhythmDates'),
    lost: threshold('lostDays'),
  });
}

function tableRules({ t }: ReportContext, clients: number): readonly PlanRule[] {
  const status = columnArea('status', clients);
  const bought = columnArea('bought', clients);
  const words = (key: 'yes' | 'no') => t(`reactivation.bought.${key}`);
  return [
    { kind: 'textEquals', area: status, text: statusWords('active', t), role: 'good' },
    { kind: 'textEquals', area: status, text: statusWords('cooling', t), role: 'warning' },
    { kind: 'textEquals', area: status, text: statusWords('sleeping', t), role: 'bad' },
    { kind: 'textEquals', area: status, text: statusWords('lost', t), role: 'neutral' },
    { kind: 'textEquals', area: bought, text: words('yes'), role: 'good' },
    { kind: 'textEquals', area: bought, text: words('no'), role: 'warning' },
    { kind: 'dataBar', area: columnArea('risk', clients) },
  ];
}

function validations({ t }: ReportContext, clients: number): readonly PlanValidation[] {
  return [
    {
      area: columnArea('contactedOn', clients),
      rule: { kind: 'date' },
      message: t('reactivation.input.contactedOn'),
    },
    {
      area: columnArea('result', clients),
      rule: { kind: 'list', values: RESULTS.map((result) => t(`reactivation.result.${result}`)) },
      message: t('reactivation.input.result'),
    },
  ];
}
