import type { ManagerLoad } from '../../domain/dependency/types';
import { moneyToNumber } from '../../domain/shared/money';
import { absolute, areaAddress } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT, TEXT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf } from '../live';
import { figureName, thresholdName } from '../names';
import type { Area, PlanCell, PlanRule } from '../plan';
import type { Section } from '../section';
import { noteSection } from '../section';
import { line } from '../tabHead';
import type { ListCells } from './layout';

/** Managers shown one by one, those with the most money in key clients first. */
const MOST_MANAGERS = 20;
const COUNT_COLUMN = 4;
const MONEY_COLUMN = 6;

/** How the load of a manager is judged: by the number of key clients, then by their money. */
type Judgement = 'over' | 'heavy' | 'fine' | 'none';
const ROLES: Readonly<Record<Judgement, 'bad' | 'warning' | 'good' | 'neutral'>> = {
  over: 'bad',
  heavy: 'warning',
  fine: 'good',
  none: 'neutral',
};

/** Where the table of loads begins. */
export interface LoadPlace {
  readonly row: number;
  readonly cells: ListCells;
}

/** The managers shown. */
export function shownManagers({ analysis }: ReportContext): readonly ManagerLoad[] {
  return analysis.dependency.managers.slice(0, MOST_MANAGERS);
}

/** How many managers hold key clients now; null where the table of loads does not stand. */
export function managersWithKeys(ctx: ReportContext, { row, cells }: LoadPlace): Live | null {
  const shown = shownManagers(ctx);
  if (shown.length === 0 || cells.rows === 0) return null;
  const counts = areaAddress({ row: row + 3, column: COUNT_COLUMN, rows: shown.length, columns: 1 });
  return live(`COUNTIF(${counts},">0")`, shown.filter(({ keyClients }) => keyClients > 0).length);
}

/**
 * The load of managers (method.md §3, seed: one holds 1–3 key clients), better judged by money: a manager within the
 * norm who holds more than an even share of the money of key clients is loaded too. An even share is one part in as
 * many managers as the key clients need.
 */
export function loadTable(ctx: ReportContext, { row, cells }: LoadPlace): Section {
  const { t, analysis } = ctx;
  const title = t('keyClients.load.title');
  const shown = shownManagers(ctx);
  if (analysis.dependency.managers.length === 0) return noteSection(row, title, t('keyClients.load.absent'));
  if (cells.rows === 0) return noteSection(row, title, t('keyClients.nobody'));
  const first = row + 3;
  const rows = shown.map((load, index) => rowOf(ctx, load, first + index, first, cells));
  const column = (number: number, columns = 1): Area => ({
    row: first,
    column: number,
    rows: rows.length,
    columns,
  });
  const judgements: readonly Judgement[] = ['over', 'heavy', 'fine', 'none'];
  return {
    blocks: [
      line(row, 'heading', title),
      line(
        row + 1,
        'note',
        liveCell(
          liveText(t('keyClients.load.rule'), {
            norm: live(thresholdName('keysPerManager'), ctx.settings.thresholds.keysPerManager),
          }),
        ),
      ),
      {
        row: row + 2,
        column: 2,
        role: 'columnHeading',
        wrap: true,
        align: [null, 'right', 'right', null, 'right', 'right', null],
        cells: [
          [
            t('dependency.manager.name'),
            t('dependency.top.revenue'),
            t('keyClients.load.keys'),
            t('keyClients.load.word'),
            t('keyClients.load.money'),
            t('keyClients.load.part'),
            t('keyClients.reason'),
            null,
            null,
            null,
            null,
          ],
        ],
      },
      {
        row: first,
        column: 2,
        role: 'body',
        formats: [TEXT, moneyFormat(analysis), COUNT, null, moneyFormat(analysis), PERCENT, null],
        cells: rows,
      },
    ],
    rules: judgements.map((each): PlanRule => ({
      kind: 'textEquals',
      area: column(5),
      text: t(`keyClients.load.${each}`),
      role: ROLES[each],
    })),
    nextRow: first + rows.length + 1,
  };
}

function rowOf(
  ctx: ReportContext,
  load: ManagerLoad,
  row: number,
  first: number,
  cells: ListCells,
): PlanCell[] {
  const { t, analysis, settings } = ctx;
  const { managersNeeded, managers } = analysis.dependency;
  const { keysPerManager } = settings.thresholds;
  const shown = shownManagers(ctx);
  const isTheirs = `(${cells.column('manager')}=$B${row})*(${cells.column('isKey')}=${literal(t('keyClients.yes'))})`;
  const money = areaAddress({ row: first, column: MONEY_COLUMN, rows: shown.length, columns: 1 });
  const positive = (loads: readonly ManagerLoad[]) =>
    loads.reduce((total, { keyRevenue }) => total + Math.max(0, keyRevenue), 0);
  const whole = positive(managers);
  const part = whole > 0 ? Math.max(0, load.keyRevenue) / whole : 0;
  const norm = `MAX(1,${thresholdName('keysPerManager')})`;
  const needed = figureName('managersNeeded');
  const words = (each: Judgement) => literal(t(`keyClients.load.${each}`));
  const judgement = judge(load, part, managersNeeded, keysPerManager);
  const why = liveText(t('keyClients.load.why'), {
    keys: live(`D${row}`, load.keyClients),
    norm: live(thresholdName('keysPerManager'), keysPerManager),
    part: percentOf(`G${row}`, part),
  });
  return [
    load.manager,
    moneyToNumber(load.revenue),
    { formula: `=SUMPRODUCT(${isTheirs})`, value: load.keyClients },
    {
      formula:
        `=IF(D${row}=0,${words('none')},IF(D${row}>${norm},${words('over')},` +
        `IF(ROUND(G${row}*${needed},9)>1,${words('heavy')},${words('fine')})))`,
      value: t(`keyClients.load.${judgement}`),
    },
    {
      formula: `=ROUND(SUMPRODUCT(${isTheirs}*${cells.column('revenue')}),4)`,
      value: moneyToNumber(load.keyRevenue),
    },
    {
      formula: `=IF(SUMIF(${money},">0")>0,MAX(0,${absolute(row, MONEY_COLUMN)})/SUMIF(${money},">0"),0)`,
      value: part,
    },
    liveCell(why),
  ];
}

function judge(load: ManagerLoad, part: number, needed: number, norm: number): Judgement {
  if (load.keyClients === 0) return 'none';
  if (load.keyClients > Math.max(1, norm)) return 'over';
  return Number((part * needed).toFixed(9)) > 1 ? 'heavy' : 'fine';
}
