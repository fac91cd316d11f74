import { moneyToNumber, units } from '../../domain/shared/money';
import { onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, TEXT } from '../formats';
import { listCells, listedClients } from '../keyClients/layout';
import { TICKS } from '../keyClients/list';
import { literal } from '../live';
import type { PlanCell } from '../plan';
import type { Section } from '../section';
import { noteSection } from '../section';
import { line } from '../tabHead';
import { columnAddress, columnOf } from './layout';
import type { RegisterRow } from './rows';

/** Managers shown one by one, those with the most money in dossiers first. */
const MOST_MANAGERS = 20;

/** What a manager looks after. */
interface Load {
  readonly manager: string;
  readonly dossiers: number;
  readonly keyClients: number;
  readonly overdue: number;
  /** In currency units. */
  readonly revenue: number;
}

/** The load of managers by dossiers: how many, how many key clients, steps overdue, and the money behind them. */
export function loadSection(ctx: ReportContext, rows: readonly RegisterRow[], row: number): Section {
  const { t, analysis, tabNames } = ctx;
  const title = t('register.load');
  const loads = loadsOf(ctx, rows);
  if (loads.length === 0) return noteSection(row, title, t('register.load.absent'));
  const first = row + 3;
  const column = columnAddress(rows.length);
  const listed = listedClients(ctx);
  const cells = listCells(Math.max(1, listed.length), TICKS.length);
  const onKeyClients = (each: 'manager' | 'isKey') => onSheet(tabNames.keyClients, cells.column(each));
  return {
    blocks: [
      line(row, 'heading', title),
      line(row + 1, 'note', t('register.load.rule')),
      {
        row: row + 2,
        column: columnOf('client'),
        role: 'columnHeading',
        wrap: true,
        align: [null, 'right', 'right', 'right', 'right'],
        cells: [
          [
            t('dependency.manager.name'),
            t('register.load.dossiers'),
            t('register.load.overdue'),
            t('register.load.revenue'),
            t('keyClients.load.keys'),
          ],
        ],
      },
      {
        row: first,
        column: columnOf('client'),
        role: 'body',
        formats: [TEXT, COUNT, COUNT, moneyFormat(analysis), COUNT],
        align: [null, 'right', 'right', 'right', 'right'],
        cells: loads.map((load, index): PlanCell[] => {
          const isTheirs = `(${column('manager')}=$B${first + index})`;
          const isKey = `(${onKeyClients('manager')}=$B${first + index})*(${onKeyClients('isKey')}=${literal(t('keyClients.yes'))})`;
          return [
            load.manager,
            { formula: `=SUMPRODUCT(${isTheirs}*1)`, value: load.dossiers },
            { formula: `=SUMPRODUCT(${isTheirs}*(${column('overdue')}<>""))`, value: load.overdue },
            {
              formula: `=ROUND(SUMPRODUCT(${isTheirs}*${column('counted')}*${column('revenue')}),4)`,
              value: load.revenue,
            },
            listed.length === 0
              ? load.keyClients
              : { formula: `=SUMPRODUCT(${isKey})`, value: load.keyClients },
          ];
        }),
      },
    ],
    nextRow: first + loads.length + 1,
  };
}

/** Managers with dossiers or key clients: by the money of their dossiers, then of their key clients, then as listed. */
function loadsOf({ analysis }: ReportContext, rows: readonly RegisterRow[]): readonly Load[] {
  return analysis.dependency.managers
    .map(({ manager, keyClients }): Load => {
      const own = rows.filter(({ page }) => page.facts.manager === manager);
      const counted = own.filter(({ isFirst }) => isFirst);
      return {
        manager,
        keyClients,
        dossiers: own.length,
        overdue: own.filter(({ gaps }) => gaps.overdue).length,
        revenue: moneyToNumber(
          units(counted.reduce((sum, { page }) => sum + (page.facts.sales?.revenue ?? 0), 0)),
        ),
      };
    })
    .filter(({ dossiers, keyClients }) => dossiers > 0 || keyClients > 0)
    .sort((one, other) => other.revenue - one.revenue)
    .slice(0, MOST_MANAGERS);
}
