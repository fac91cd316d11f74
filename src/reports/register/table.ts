import { clientTable, columnArea as abcdArea } from '../clientTable';
import { onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, dateFormat, moneyFormat, PERCENT, TEXT } from '../formats';
import type { Block, PlanCell, PlanRule, PlanTable } from '../plan';
import { flagWords } from '../reasons';
import type { Section } from '../section';
import { line } from '../tabHead';
import type { RegisterColumn } from './layout';
import {
  columnArea,
  columnOf,
  FIRST_ROW,
  GAP_BELOW_TABLE,
  HEADING_ROW,
  RELATE_ROW,
  REGISTER_COLUMNS,
  cellIn,
  valueCell,
} from './layout';
import type { RegisterRow } from './rows';
import { rowWriter } from './rows';

const TABLE_NAME = 'ClienteleDossiers';
const TABLE_STYLE = 'TableStyleLight1';
/** Columns of people, side by side, as the app reads them. */
const INPUT_FIELDS = ['client', 'comment'] as const;
/** A tab's first row is out of sight. */
const TOP_OF_A_PAGE = '$A$2';

const NUMERIC: ReadonlySet<RegisterColumn> = new Set<RegisterColumn>([
  'revenue',
  'share',
  'completeness',
  'updated',
  'coverage',
  'score',
  'nextDate',
]);

/** The table of dossiers, a row each; sorting by its buttons moves people's cells and keys along. */
export function registerTable(
  ctx: ReportContext,
  rows: readonly RegisterRow[],
): Section & { readonly table: PlanTable } {
  const { t, analysis } = ctx;
  const write = rowWriter(ctx);
  const cells = rows.map(write);
  const formats = formatsOf(ctx);
  return {
    blocks: [
      line(RELATE_ROW, 'note', t('register.relate.how')),
      {
        row: HEADING_ROW,
        column: 1,
        role: 'columnHeading',
        wrap: true,
        formats: REGISTER_COLUMNS.map(() => TEXT),
        align: REGISTER_COLUMNS.map((column) =>
          NUMERIC.has(column) ? 'right' : column === 'number' ? 'center' : null,
        ),
        cells: [REGISTER_COLUMNS.map((column) => t(`register.column.${column}`))],
      },
      ...runs().flatMap((run): readonly Block[] => blocksOf(run, cells)),
    ],
    rules: rulesOf(ctx, rows.length),
    validations: [
      {
        area: columnArea('relate', rows.length),
        rule: {
          kind: 'listRange',
          tab: ctx.tabNames.abcd,
          source: abcdArea(clientTable(analysis), 'client'),
        },
        message: t('register.relate.input'),
      },
    ],
    inputs: [
      {
        area: columnArea('relate', rows.length, INPUT_FIELDS.length),
        keyColumn: columnOf('key'),
        fields: INPUT_FIELDS,
      },
    ],
    table: {
      name: TABLE_NAME,
      area: { row: HEADING_ROW, column: 1, rows: rows.length + 1, columns: REGISTER_COLUMNS.length },
      style: TABLE_STYLE,
    },
    nextRow: FIRST_ROW + rows.length + GAP_BELOW_TABLE,
  };

  function blocksOf({ from, to, role }: Run, all: readonly (readonly PlanCell[])[]): readonly Block[] {
    const look = {
      column: from,
      role,
      wrap: true,
      formats: formats.slice(from - 1, to),
      align: REGISTER_COLUMNS.slice(from - 1, to).map((column) =>
        column === 'number' ? ('center' as const) : null,
      ),
    };
    const part = (row: readonly PlanCell[]) => row.slice(from - 1, to);
    if (role !== 'link') return [{ ...look, row: FIRST_ROW, cells: all.map(part) }];
    return rows.map(({ page, number }, index) => ({
      ...look,
      row: FIRST_ROW + number - 1,
      target: onSheet(page.tab, TOP_OF_A_PAGE),
      cells: [part(all[index] ?? [])],
    }));
  }
}

/** Columns side by side that look alike. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly role: 'body' | 'input' | 'link' | 'note';
}

function runs(): readonly Run[] {
  const [client, relate, comment, score] = (['client', 'relate', 'comment', 'score'] as const).map(
    columnOf,
  ) as [number, number, number, number];
  return [
    { from: 1, to: client - 1, role: 'body' },
    { from: client, to: client, role: 'link' },
    { from: client + 1, to: relate - 1, role: 'body' },
    { from: relate, to: comment, role: 'input' },
    { from: comment + 1, to: score, role: 'body' },
    { from: score + 1, to: REGISTER_COLUMNS.length, role: 'note' },
  ];
}

function formatsOf({ analysis, language }: ReportContext): readonly (string | null)[] {
  const money = moneyFormat(analysis);
  const known: Readonly<Partial<Record<RegisterColumn, string>>> = {
    number: COUNT,
    client: TEXT,
    variant: TEXT,
    revenue: money,
    share: PERCENT,
    completeness: WHOLE_PERCENT,
    updated: dateFormat(language),
    coverage: WHOLE_PERCENT,
    score: COUNT,
    nextDate: dateFormat(language),
    manager: TEXT,
    relate: TEXT,
    comment: TEXT,
    flagMoney: money,
    clientKey: TEXT,
    key: TEXT,
  };
  return REGISTER_COLUMNS.map((column) => known[column] ?? null);
}
const WHOLE_PERCENT = '0%';

function rulesOf({ t }: ReportContext, rows: number): readonly PlanRule[] {
  const equals = (
    column: RegisterColumn,
    text: string,
    role: 'good' | 'warning' | 'bad' | 'neutral',
  ): PlanRule => ({
    kind: 'textEquals',
    area: columnArea(column, rows),
    text,
    role,
  });
  const first = cellIn(FIRST_ROW);
  return [
    equals('state', t('register.state.gone'), 'bad'),
    equals('state', t('register.state.notKey'), 'warning'),
    ...(['mono', 'critical', 'large'] as const).map((flag) =>
      equals('flag', flagWords(flag, t), flag === 'large' ? 'warning' : 'bad'),
    ),
    equals('freshness', t('register.freshness.fresh'), 'good'),
    equals('freshness', t('register.freshness.ageing'), 'warning'),
    equals('freshness', t('register.freshness.stale'), 'bad'),
    equals('freshness', t('register.freshness.unknown'), 'warning'),
    {
      kind: 'formula',
      area: columnArea('nextDate', rows),
      formula: `=AND(ISNUMBER(${first('nextDate')}),N(${first('nextDate')})<${valueCell('today')})`,
      role: 'bad',
    },
    { kind: 'dataBar', area: columnArea('completeness', rows) },
  ];
}
