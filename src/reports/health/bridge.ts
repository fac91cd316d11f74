import { BRIDGE_PARTS } from '../../domain/health/types';
import type { BridgePart, Health } from '../../domain/health/types';
import { moneyToNumber } from '../../domain/shared/money';
import { formatDate } from '../../i18n/numbers';
import { absolute, onSheet } from '../addresses';
import { BRIDGE_FIGURES, BRIDGE_ROWS, bridgeCells, bridgeChart } from '../bridgeChart';
import type { BridgeRow } from '../bridgeChart';
import { clientTable, columnAddress } from '../clientTable';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT } from '../formats';
import { literal, live, liveCell } from '../live';
import { figureName } from '../names';
import type { Block, PlanCell } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';
import { CHART_COLUMN, CHART_COLUMNS, NUMBERS_COLUMN, UNKNOWN, VALUE_COLUMN } from './layout';

const CHART_ROWS = 13;
const MONEY_DECIMALS = 4;

/** Growth by cause: a table that adds up, a check against the clients of «ABCD», and a chart of its steps. */
export function bridgeSection(ctx: ReportContext, health: Health, row: number, numbersRow: number): Section {
  const { t, analysis } = ctx;
  const { bridge } = health;
  const title = line(row, 'heading', t('health.section.bridge'));
  if (!bridge) return unknownBridge(ctx, row, title);

  const first = row + 3;
  const cell = (key: BridgeRow) => absolute(first + BRIDGE_ROWS.indexOf(key), VALUE_COLUMN);
  const money = moneyFormat(analysis);
  const before = moneyToNumber(bridge.before);
  const shareOf = (amount: number, at: string): PlanCell =>
    liveCell(live(`IF(${cell('before')}>0,${at}/${cell('before')},"")`, before > 0 ? amount / before : ''));
  const partRow = (part: BridgePart): PlanCell[] => {
    const amount = moneyToNumber(bridge[part]);
    return [t(`health.bridge.${part}`), amount, shareOf(amount, cell(part)), bridge.clients[part]];
  };
  const now = moneyToNumber(bridge.now);
  const formats = [null, money, PERCENT, COUNT];
  return {
    blocks: [
      title,
      line(row + 1, 'note', note(ctx, health)),
      {
        row: row + 2,
        column: 1,
        role: 'columnHeading',
        wrap: true,
        align: [null, 'right', 'right', 'right'],
        cells: [
          [
            t('health.bridge.part'),
            t('health.bridge.money'),
            t('health.bridge.share'),
            t('health.bridge.clients'),
          ],
        ],
      },
      {
        row: first,
        column: 1,
        role: 'body',
        formats,
        cells: [
          [t('health.bridge.before'), before, shareOf(before, cell('before')), null],
          ...BRIDGE_PARTS.map(partRow),
        ],
      },
      {
        row: first + BRIDGE_ROWS.length - 1,
        column: 1,
        role: 'total',
        formats,
        cells: [
          [
            t('health.bridge.now'),
            liveCell(live(`ROUND(SUM(${cell('before')}:${cell('lost')}),${MONEY_DECIMALS})`, now)),
            shareOf(now, cell('now')),
            null,
          ],
        ],
      },
      line(first + BRIDGE_ROWS.length, 'note', check(ctx, cell('now'))),
      bridgeCells(ctx, bridge, cell, { row: numbersRow, column: NUMBERS_COLUMN }),
    ],
    charts: [
      bridgeChart(
        ctx,
        { row: numbersRow, column: NUMBERS_COLUMN },
        {
          name: 'ClienteleBridge',
          place: { row: row + 2, column: CHART_COLUMN, rows: CHART_ROWS, columns: CHART_COLUMNS },
        },
      ),
    ],
    names: BRIDGE_ROWS.map((key, index) => ({
      name: figureName(BRIDGE_FIGURES[key]),
      area: { row: first + index, column: VALUE_COLUMN, rows: 1, columns: 1 },
    })),
    nextRow: row + 2 + CHART_ROWS + 1,
  };
}

/** Without a period before: the names that other tabs use stay defined. Also the form without dates. */
export function unknownBridge({ t }: ReportContext, row: number, title: Block | null): Section {
  const first = title ? row + 3 : row;
  return {
    blocks: [
      ...(title ? [title, line(row + 1, 'note', t('health.bridge.unknown'))] : []),
      {
        row: first,
        column: 1,
        role: 'body',
        align: [null, 'right'],
        cells: BRIDGE_ROWS.map((key) => [t(`health.bridge.${key}`), UNKNOWN]),
      },
    ],
    names: BRIDGE_ROWS.map((key, index) => ({
      name: figureName(BRIDGE_FIGURES[key]),
      area: { row: first + index, column: VALUE_COLUMN, rows: 1, columns: 1 },
    })),
    nextRow: first + BRIDGE_ROWS.length + 1,
  };
}

/** Who counts as new depends on how far the file reaches back: said where it reaches no further than the period before. */
function note({ t, analysis, language }: ReportContext, { fileStart }: Health): string {
  const from = analysis.period?.previous?.from ?? fileStart;
  return fileStart >= from
    ? t('health.bridge.noteShort', { date: formatDate(fileStart, language) })
    : t('health.bridge.note', { date: formatDate(fileStart, language) });
}

/** The parts against the revenue of all clients on «ABCD». */
function check({ t, analysis, tabNames }: ReportContext, now: string): PlanCell {
  const revenue = onSheet(tabNames.abcd, columnAddress(clientTable(analysis), 'revenue'));
  const ok = t('health.bridge.ok', { abcd: tabNames.abcd });
  return liveCell(
    live(
      `IF(ROUND(${now}-SUM(${revenue}),2)=0,${literal(ok)},${literal(t('health.bridge.broken', { abcd: tabNames.abcd }))})`,
      ok,
    ),
  );
}
