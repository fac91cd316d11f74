import type { Settings, Thresholds } from '../domain/settings';
import { DEFAULT_SETTINGS } from '../domain/settings';
import { serialFromIso } from '../domain/shared/dates';
import { formatDate, formatSpan } from '../i18n/numbers';
import type { TextKey } from '../i18n/translate';
import type { ReportContext } from './context';
import { COUNT, PERCENT, TEXT } from './formats';
import { literal } from './live';
import { thresholdName } from './names';
import type { Block, PlanCell, PlanRule, SheetPlan } from './plan';
import { footer, HEAD_ROWS, line, tabHead } from './tabHead';

const TAB_COLOR = '#6B6B6B';
/** name, value, default, meaning, origin, name in formulas */
const WIDTHS = [32, 14, 15, 54, 54, 24];
const VALUE_COLUMN = 2;
const NAME_COLUMN = 6;
/** An HHI cannot pass the points of a monopoly. */
const MOST_POINTS = 10_000;

type ThresholdKey = keyof Thresholds;

const SHARES = [
  'classA',
  'classB',
  'flagLarge',
  'flagCritical',
  'flagMono',
] as const satisfies readonly ThresholdKey[];
const POINTS = ['hhiModerate', 'hhiHigh'] as const satisfies readonly ThresholdKey[];

/** Where each threshold comes from, in the words of method.md's tags. */
const ORIGIN: Readonly<Record<ThresholdKey, TextKey>> = {
  classA: 'settings.origin.classes',
  classB: 'settings.origin.classes',
  flagLarge: 'settings.origin.flags',
  flagCritical: 'settings.origin.flags',
  flagMono: 'settings.origin.flags',
  hhiModerate: 'settings.origin.hhi',
  hhiHigh: 'settings.origin.hhi',
};

/** The tab «Настройки»: thresholds as named cells that people change, and what the tabs were built with. */
export function settingsPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames } = ctx;
  const headingRow = HEAD_ROWS + 2;
  const firstRow = headingRow + 1;
  const pointsRow = firstRow + SHARES.length;
  const checkRow = pointsRow + POINTS.length;
  const keys: readonly ThresholdKey[] = [...SHARES, ...POINTS];
  const rowOf = (key: ThresholdKey): number => firstRow + keys.indexOf(key);
  const check = thresholdCheck(ctx, rowOf);
  const info = infoRows(ctx);
  const infoRow = checkRow + 2;

  return {
    key: 'settings',
    tab: tabNames.settings,
    tabColor: TAB_COLOR,
    columnWidths: WIDTHS,
    blocks: [
      ...tabHead(ctx, t('settings.title'), t('settings.model'), []),
      line(headingRow - 1, 'heading', t('settings.section.thresholds')),
      {
        row: headingRow,
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
      ...thresholdBlocks(ctx, firstRow, SHARES, PERCENT),
      ...thresholdBlocks(ctx, pointsRow, POINTS, COUNT),
      line(checkRow, 'body', t('settings.check')),
      line(checkRow, 'note', check, VALUE_COLUMN),
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
    names: keys.map((key) => ({
      name: thresholdName(key),
      area: { row: rowOf(key), column: VALUE_COLUMN, rows: 1, columns: 1 },
    })),
    tables: [],
    rules: checkRules(ctx, checkRow),
    validations: [
      {
        area: { row: firstRow, column: VALUE_COLUMN, rows: SHARES.length, columns: 1 },
        rule: { kind: 'decimal', min: 0, max: 1 },
        message: t('settings.input.share'),
      },
      {
        area: { row: pointsRow, column: VALUE_COLUMN, rows: POINTS.length, columns: 1 },
        rule: { kind: 'decimal', min: 0, max: MOST_POINTS },
        message: t('settings.input.points'),
      },
    ],
    charts: [],
    inputs: [
      {
        area: { row: firstRow, column: VALUE_COLUMN, rows: keys.length, columns: 1 },
        keyColumn: NAME_COLUMN,
        fields: ['value'],
      },
    ],
    freeze: { rows: headingRow, columns: 1 },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: infoRow + 1 + info.length, columns: WIDTHS.length },
      footer: footer(ctx, 'settings'),
    },
  };
}

function thresholdBlocks(
  { t, settings }: ReportContext,
  row: number,
  keys: readonly ThresholdKey[],
  format: string,
): readonly Block[] {
  return [
    { row, column: 1, role: 'body', formats: [TEXT], cells: keys.map((key) => [t(`settings.${key}`)]) },
    {
      row,
      column: VALUE_COLUMN,
      role: 'input',
      formats: [format],
      cells: keys.map((key) => [settings.thresholds[key]]),
    },
    {
      row,
      column: VALUE_COLUMN + 1,
      role: 'body',
      wrap: true,
      formats: [format, TEXT, TEXT, TEXT],
      cells: keys.map((key) => [
        DEFAULT_SETTINGS.thresholds[key],
        t(`settings.${key}.meaning`),
        t(ORIGIN[key]),
        thresholdName(key),
      ]),
    },
  ];
}

/** Thresholds out of order make classes or flags that nobody can get: said beside them, live. */
function thresholdCheck({ t, settings }: ReportContext, rowOf: (key: ThresholdKey) => number): PlanCell {
  const cell = (key: ThresholdKey) => `B${rowOf(key)}`;
  const { classA, classB, flagLarge, flagCritical, flagMono, hhiModerate, hhiHigh } = settings.thresholds;
  const formula =
    `=IF(${cell('classA')}>=${cell('classB')},${literal(t('settings.check.classes'))},` +
    `IF(OR(${cell('flagLarge')}>=${cell('flagCritical')},${cell('flagCritical')}>=${cell('flagMono')}),` +
    `${literal(t('settings.check.flags'))},` +
    `IF(${cell('hhiModerate')}>=${cell('hhiHigh')},${literal(t('settings.check.hhi'))},` +
    `${literal(t('settings.check.ok'))})))`;
  if (classA >= classB) return { formula, value: t('settings.check.classes') };
  if (flagLarge >= flagCritical || flagCritical >= flagMono)
    return { formula, value: t('settings.check.flags') };
  return { formula, value: t(hhiModerate >= hhiHigh ? 'settings.check.hhi' : 'settings.check.ok') };
}

function checkRules({ t }: ReportContext, row: number): readonly PlanRule[] {
  const area = { row, column: VALUE_COLUMN, rows: 1, columns: 1 };
  const bad = ['settings.check.classes', 'settings.check.flags', 'settings.check.hhi'] as const;
  return [
    { kind: 'textEquals', area, text: t('settings.check.ok'), role: 'good' },
    ...bad.map((key): PlanRule => ({ kind: 'textEquals', area, text: t(key), role: 'bad' })),
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
