import { managersNeeded } from '../../domain/dependency/keyClients';
import { moneyToNumber, units } from '../../domain/shared/money';
import { onSheet } from '../addresses';
import type { ClientColumn } from '../clientTable';
import { clientTable, columnAddress } from '../clientTable';
import { baseOf } from '../classSummary';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf } from '../live';
import { BASE_NAME, figureName, thresholdName } from '../names';
import type { Figure } from '../names';
import type { Section } from '../section';
import type { ListCells } from './layout';
import { COLUMN, SUMMARY_ROW } from './layout';

interface Row {
  readonly label: string;
  readonly value: Live;
  readonly format: string;
  readonly meaning: Live;
  readonly figure?: Figure;
}

/**
 * How many clients are key, what they bring, and how many managers that takes (method.md §3). Clients that a lowered
 * threshold makes key without listing them here are counted from «ABCD».
 */
export function keySummary(ctx: ReportContext, cells: ListCells, loadCell: Live | null): Section {
  const rows = summaryRows(ctx, cells, loadCell);
  return {
    blocks: rows.flatMap(({ label, value, format, meaning }, index) => [
      {
        row: SUMMARY_ROW + index,
        column: COLUMN.client,
        role: 'body' as const,
        formats: [null, format, null],
        align: [null, 'right' as const, null],
        cells: [[label, liveCell(value), liveCell(meaning)]],
      },
    ]),
    names: rows.flatMap(({ figure }, index) =>
      figure
        ? [
            {
              name: figureName(figure),
              area: { row: SUMMARY_ROW + index, column: COLUMN.revenue, rows: 1, columns: 1 },
            },
          ]
        : [],
    ),
    nextRow: SUMMARY_ROW + rows.length + 1,
  };
}

function summaryRows(ctx: ReportContext, cells: ListCells, loadCell: Live | null): readonly Row[] {
  const { t, analysis, settings, tabNames } = ctx;
  const { keyClients } = analysis.dependency;
  const { keysPerManager } = settings.thresholds;
  const table = clientTable(analysis);
  const sheet = (column: ClientColumn) => onSheet(tabNames.abcd, columnAddress(table, column));
  const limit = cells.limit.keyShare;
  const [isListed, yes] = [cells.rows > 0, literal(t('keyClients.yes'))];

  const enough = (revenue: string) => `(${revenue}>0)*(${revenue}>=${limit})`;
  const byShare = `SUMPRODUCT(${enough(sheet('revenue'))})`;
  const [listRevenue, listKey] = [cells.column('revenue'), cells.column('isKey')];
  const byMark = isListed ? `SUMPRODUCT((${listKey}=${yes})*(1-${enough(listRevenue)}))` : '0';
  const markedMoney = isListed
    ? `SUMPRODUCT((${listKey}=${yes})*(1-${enough(listRevenue)})*(${listRevenue}>0)*${listRevenue})`
    : '0';
  const sharers = keyClients.filter(({ reasons }) => reasons.includes('share')).length;
  const marked = keyClients.length - sharers;
  const money = moneyToNumber(
    units(
      keyClients.reduce(
        (total, { client }) => total + Math.max(0, analysis.clients[client]?.revenue ?? 0),
        0,
      ),
    ),
  );
  const base = baseOf(analysis);
  const needed = managersNeeded(keyClients.length, keysPerManager);
  const [countCell, moneyCell, shareCell] = [0, 1, 2].map((offset) => `$C$${SUMMARY_ROW + offset}`) as [
    string,
    string,
    string,
  ];
  const norm = live(thresholdName('keysPerManager'), keysPerManager);
  return [
    {
      label: t('keyClients.count'),
      value: live(`${byShare}+${byMark}`, keyClients.length),
      format: COUNT,
      meaning: liveText(t('keyClients.count.meaning'), {
        limit: percentOf(thresholdName('keyShare'), settings.thresholds.keyShare),
        share: live(byShare, sharers),
        mark: live(byMark, marked),
      }),
      figure: 'keyClients',
    },
    {
      label: t('keyClients.money'),
      value: live(
        `ROUND(SUMPRODUCT(${enough(sheet('revenue'))}*${sheet('revenue')})+${markedMoney},4)`,
        money,
      ),
      format: moneyFormat(analysis),
      meaning: live(literal(t('keyClients.money.meaning')), t('keyClients.money.meaning')),
    },
    {
      label: t('keyClients.share'),
      value: live(`IF(${BASE_NAME}>0,${moneyCell}/${BASE_NAME},0)`, base > 0 ? money / base : 0),
      format: PERCENT,
      meaning: liveText(t('keyClients.share.meaning'), {
        share: percentOf(shareCell, base > 0 ? money / base : 0),
      }),
    },
    {
      label: t('keyClients.needed'),
      value: live(`ROUNDUP(${countCell}/MAX(1,${thresholdName('keysPerManager')}),0)`, needed),
      format: COUNT,
      meaning: loadCell
        ? liveText(t('keyClients.needed.meaning'), { norm, now: loadCell })
        : liveText(t('keyClients.needed.noManagers'), { norm }),
      figure: 'managersNeeded',
    },
  ];
}
