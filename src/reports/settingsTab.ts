import type { Settings } from '../domain/settings';
import { serialFromIso } from '../domain/shared/dates';
import { formatDate, formatSpan } from '../i18n/numbers';
import type { TextKey } from '../i18n/translate';
import { absolute } from './addresses';
import { CHOICE_ROWS, choiceBlocks, choiceNames, choiceValidations } from './choiceTable';
import type { ReportContext } from './context';
import { TEXT } from './formats';
import { literal, liveCell } from './live';
import type { PlanCell, PlanRule, SheetPlan } from './plan';
import { STAGE_TABLE_ROWS, stageBlocks, stageNames, stageValidations } from './stageTable';
import { footer, HEAD_ROWS, line, tabHead } from './tabHead';
import { thresholdCheck } from './thresholdCheck';
import {
  thresholdBlocks,
  thresholdInputs,
  thresholdNames,
  thresholdTable,
  thresholdValidations,
  VALUE_COLUMN,
} from './thresholdTable';

const TAB_COLOR = '#6B6B6B';
/** name, value, default, meaning, origin, name in formulas */
const WIDTHS = [41, 22, 22, 72, 40, 32];
const CHECK_ROW = HEAD_ROWS + 1;
const HEADING_ROW = CHECK_ROW + 2;

/** The tab «Настройки»: choices, thresholds and stages as named cells that people change, and what the tabs were built with. */
export function settingsPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames } = ctx;
  const choiceRow = HEADING_ROW + 1;
  const table = thresholdTable(choiceRow + CHOICE_ROWS + 1);
  const stageRow = table.end + 1;
  const infoRow = stageRow + STAGE_TABLE_ROWS + 1;
  const info = infoRows(ctx);

  return {
    key: 'settings',
    tab: tabNames.settings,
    tabColor: TAB_COLOR,
    columnWidths: WIDTHS,
    blocks: [
      ...tabHead(ctx, t('settings.title'), t('settings.model'), []),
      line(CHECK_ROW, 'body', t('settings.check')),
      line(CHECK_ROW, 'note', liveCell(thresholdCheck(ctx, table)), VALUE_COLUMN),
      {
        row: HEADING_ROW,
        column: 1,
        role: 'columnHeading',
        wrap: true,
        cells: [
          [
            t('settings.column.name'),
            t('settings.column.value'),
            t('settings.column.default'),
            t('settings.column.meaning'),
            t('settings.column.origin'),
            t('settings.column.cell'),
          ],
        ],
      },
      ...choiceBlocks(ctx, choiceRow),
      ...thresholdBlocks(ctx, table),
      ...stageBlocks(ctx, stageRow),
      line(infoRow, 'heading', t('settings.section.info')),
      {
        row: infoRow + 1,
        column: 1,
        role: 'columnHeading',
        cells: [[t('settings.info.what'), t('settings.info.value'), null, t('settings.info.where')]],
      },
      {
        row: infoRow + 2,
        column: 1,
        role: 'body',
        formats: [TEXT, TEXT, TEXT, TEXT],
        cells: info,
      },
    ],
    names: [...choiceNames(choiceRow), ...thresholdNames(table), ...stageNames(stageRow)],
    tables: [],
    rules: checkRules(ctx),
    validations: [
      ...choiceValidations(ctx, choiceRow),
      ...thresholdValidations(ctx, table),
      ...stageValidations(ctx, stageRow),
    ],
    charts: [],
    inputs: thresholdInputs(table),
    freeze: { rows: HEADING_ROW, columns: 1 },
    print: {
      orientation: 'landscape',
      titleRows: { from: HEADING_ROW, to: HEADING_ROW },
      area: { row: 1, column: 1, rows: infoRow + 1 + info.length, columns: WIDTHS.length },
      footer: footer(ctx, 'settings'),
    },
  };
}

function checkRules({ t }: ReportContext): readonly PlanRule[] {
  const area = { row: CHECK_ROW, column: VALUE_COLUMN, rows: 1, columns: 1 };
  const ok = t('settings.check.ok');
  return [
    { kind: 'textEquals', area, text: ok, role: 'good' },
    { kind: 'formula', area, formula: `=${absolute(CHECK_ROW, VALUE_COLUMN)}<>${literal(ok)}`, role: 'bad' },
  ];
}

function infoRows({ t, analysis, settings, language, source, today }: ReportContext): readonly PlanCell[][] {
  const { period, asOf } = analysis;
  const noDates = t('settings.info.noDates');
  const inPane = t('settings.info.pane');
  const refreshed = t('settings.info.refresh');
  const row = (what: TextKey, value: string, where: string): PlanCell[] => [t(what), value, null, where];
  return [
    row(
      'settings.info.source',
      source.file === null ? source.sheet : `${source.file}, ${source.sheet}`,
      inPane,
    ),
    row('settings.info.period', periodChoice(settings), inPane),
    row('settings.info.span', period ? formatSpan(period.from, period.to, language) : noDates, refreshed),
    row('settings.info.asOf', asOf === null ? noDates : formatDate(asOf, language), inPane),
    row('settings.info.language', t(`settings.info.language.${language}`), inPane),
    row('settings.info.made', formatDate(today, language), refreshed),
  ];

  function periodChoice({ period: choice }: Settings): string {
    if (choice === 'last12' || choice === 'all') return t(`settings.info.period.${choice}`);
    const [from, to] = [serialFromIso(choice.from), serialFromIso(choice.to)];
    return from !== null && to !== null ? formatSpan(from, to, language) : `${choice.from} – ${choice.to}`;
  }
}
