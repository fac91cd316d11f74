import { lossOf } from '../../domain/dependency/loss';
import type { Loss } from '../../domain/dependency/loss';
import { moneyToNumber, units } from '../../domain/shared/money';
import { absolute, areaAddress } from '../addresses';
import { baseOf } from '../classSummary';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT, POINTS, TEXT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf, roundHalfUp } from '../live';
import { moneyOf } from '../moneyWords';
import { BASE_NAME, figureName } from '../names';
import type { Area, Block, PlanCell } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';
import { bandOfIndex } from './bandOfIndex';
import { flagOfShare, flagRules } from './flagOfShare';
import type { ClientSheet } from './layout';
import { HHI_POINTS, LOSS_CELLS, NOTHING } from './layout';
import { measureHeadings, measureTable } from './measureTable';
import type { MeasureAt } from './measureTable';

/** Cells in which clients are picked. */
const PICKS = 5;
/** The largest clients one can pick: a longer list is no list to choose from. */
const MOST_LISTED = 200;
/** Those who stay, shown one by one. */
const MOST_REST = 10;
const CLIENT_COLUMN = 2;
const FLAG_COLUMN = 5;
/** Columns of the working cells: client, revenue, lost (1 or 0), clients left so far; beside them keys and amounts. */
const [NAME, REVENUE, LOST, LEFT, SIDE] = [0, 1, 2, 3, 4].map((offset) => LOSS_CELLS + offset) as [
  number,
  number,
  number,
  number,
  number,
];

/** Where the loss test stands and what it computes with. */
interface Places {
  readonly pickRow: number;
  readonly measureRow: number;
  readonly listRow: number;
  readonly listed: number;
  /** References to the picks and to the columns of the working cells. */
  readonly picks: string;
  readonly names: string;
  readonly revenue: string;
  readonly lost: string;
  readonly left: string;
}

/**
 * The loss test, a live what-if (method.md §3): pick up to five clients, read what is left without them, what it takes
 * to replace them, and the flags of the others.
 */
export function lossTest(ctx: ReportContext, sheet: ClientSheet, row: number): Section {
  const { t, analysis, tabNames } = ctx;
  const buyers = analysis.clients.filter(({ revenue }) => revenue > 0).length;
  if (buyers === 0) return { blocks: [], nextRow: row };
  const places = placesOf(row, Math.min(MOST_LISTED, buyers));
  const loss = lossOfPicks(ctx, places.listed);
  const measures = measureTable(places.measureRow, null, lossMeasures(ctx, sheet, places, loss));
  const restRow = measures.nextRow;
  const rest = Math.min(MOST_REST, buyers);
  const picks: Area = { row: places.pickRow, column: CLIENT_COLUMN, rows: PICKS, columns: 1 };
  return {
    blocks: [
      line(row, 'heading', t('lossTest.title')),
      line(row + 1, 'note', t('lossTest.how', { count: places.listed })),
      ...pickBlocks(ctx, places),
      measureHeadings(ctx, places.measureRow - 1),
      ...measures.blocks,
      ...restBlocks(ctx, places, loss, restRow, rest),
      ...workingBlocks(ctx, sheet, places),
    ],
    rules: [
      ...flagRules(ctx, { ...picks, column: FLAG_COLUMN }),
      ...flagRules(ctx, { row: restRow + 2, column: FLAG_COLUMN, rows: rest, columns: 1 }),
    ],
    validations: [
      {
        area: picks,
        rule: {
          kind: 'listRange',
          tab: tabNames.dependency,
          source: { row: places.listRow, column: NAME, rows: places.listed, columns: 1 },
        },
        message: t('lossTest.input'),
      },
    ],
    inputs: [{ area: picks, keyColumn: SIDE, fields: ['client'] }],
    nextRow: restRow + rest + 3,
  };
}

function placesOf(row: number, listed: number): Places {
  const pickRow = row + 3;
  const listRow = pickRow;
  const column = (number: number) => areaAddress({ row: listRow, column: number, rows: listed, columns: 1 });
  return {
    pickRow,
    measureRow: pickRow + PICKS + 2,
    listRow,
    listed,
    picks: areaAddress({ row: pickRow, column: CLIENT_COLUMN, rows: PICKS, columns: 1 }),
    names: column(NAME),
    revenue: column(REVENUE),
    lost: column(LOST),
    left: column(LEFT),
  };
}

/** Whether a name is among the picks; Excel's `=` does not tell capitals from small letters. */
function isPicked({ entries }: ReportContext, name: string): boolean {
  return entries.lossPicks.some((pick) => pick.toLowerCase() === name.toLowerCase());
}

function lossOfPicks(ctx: ReportContext, listed: number): Loss {
  const { clients, period } = ctx.analysis;
  const lost = new Set(
    clients.slice(0, listed).flatMap(({ name }, position) => (isPicked(ctx, name) ? [position] : [])),
  );
  return lossOf(clients, lost, ctx.settings.thresholds, period?.months ?? null);
}

function pickBlocks(ctx: ReportContext, { pickRow, names, revenue }: Places): readonly Block[] {
  const { t, analysis } = ctx;
  const base = baseOf(analysis);
  const listed = analysis.clients.slice(0, MOST_LISTED);
  const rows = Array.from({ length: PICKS }, (_, index) => {
    const row = pickRow + index;
    const pick = ctx.entries.lossPicks[index] ?? '';
    const found = listed.filter(
      (client) => client.revenue > 0 && client.name.toLowerCase() === pick.toLowerCase(),
    );
    const amount = moneyToNumber(units(found.reduce((total, client) => total + client.revenue, 0)));
    const share = base > 0 ? amount / base : 0;
    const flag = flagOfShare(ctx, `D${row}`, share);
    const sum = `SUMPRODUCT((${names}=B${row})*${revenue})`;
    const value = pick === '' ? '' : amount > 0 ? amount : t('lossTest.unknown');
    return [
      {
        formula: `=IF(B${row}="","",IF(${sum}>0,${sum},${literal(t('lossTest.unknown'))}))`,
        value,
      },
      { formula: `=IF(N(C${row})>0,C${row}/${BASE_NAME},"")`, value: amount > 0 ? share : '' },
      { formula: `=IF(N(D${row})>0,${flag.formula},"")`, value: amount > 0 ? flag.value : '' },
    ] satisfies PlanCell[];
  });
  return [
    {
      row: pickRow - 1,
      column: 1,
      role: 'columnHeading',
      align: ['center', null, 'right', 'right', null],
      cells: [
        [
          t('dependency.top.number'),
          t('lossTest.pick'),
          t('dependency.top.revenue'),
          t('dependency.top.share'),
          t('dependency.top.flag'),
        ],
      ],
    },
    {
      row: pickRow,
      column: 1,
      role: 'body',
      formats: [COUNT],
      align: ['center'],
      cells: rows.map((_, index) => [index + 1]),
    },
    {
      row: pickRow,
      column: CLIENT_COLUMN,
      role: 'input',
      formats: [TEXT],
      cells: rows.map(() => [null]),
    },
    {
      row: pickRow,
      column: CLIENT_COLUMN + 1,
      role: 'body',
      formats: [moneyFormat(analysis), PERCENT, null],
      align: ['right', 'right', null],
      cells: rows,
    },
  ];
}

function lossMeasures(
  ctx: ReportContext,
  sheet: ClientSheet,
  places: Places,
  loss: Loss,
): readonly MeasureAt[] {
  const { t, analysis } = ctx;
  const { period, concentration, clients } = analysis;
  const money = moneyFormat(analysis);
  const { measureRow, names, revenue, lost, left } = places;
  const lostCell = absolute(measureRow, 3);
  const restCell = absolute(measureRow + 1, 3);
  const averageCell = absolute(measureRow + MEASURES.averageB, SIDE);
  const base = baseOf(analysis);
  const guarded = (formula: string, value: number | null): Live =>
    live(`IF(${restCell}>0,${formula},"${NOTHING}")`, value ?? NOTHING);
  const before = (figure: 'top1' | 'cr3', value: number) => percentOf(`N(${figureName(figure)})`, value);
  const stays = loss.rest[0];
  const largest = live(
    `IF(${restCell}>0,INDEX(${names},MATCH(1,${left},0)),"${NOTHING}")`,
    stays ? (clients[stays.client]?.name ?? '') : NOTHING,
  );
  const beyond =
    places.listed < MOST_LISTED
      ? ''
      : `+SUMPRODUCT((${sheet('number')}>${MOST_LISTED})*(${sheet('revenue')}>0)*${sheet('revenue')}*${sheet('revenue')})`;
  return [
    () => ({
      label: t('lossTest.lost'),
      value: live(`ROUND(SUMPRODUCT(${lost},${revenue}),4)`, moneyToNumber(loss.lost)),
      format: money,
      meaning: live(
        `IF(${lostCell}>0,${share().formula},${literal(t('lossTest.nobody'))})`,
        loss.lost > 0 ? share().value : t('lossTest.nobody'),
      ),
    }),
    () => ({
      label: t('lossTest.rest'),
      value: live(`ROUND(${BASE_NAME}-${lostCell},4)`, moneyToNumber(loss.base)),
      format: money,
      meaning: liveText(t('lossTest.rest.meaning'), { base: moneyOf(BASE_NAME, base, t) }),
    }),
    () => ({
      label: t('lossTest.monthly'),
      value: period
        ? live(`${lostCell}/${period.months}`, loss.monthly ?? NOTHING)
        : live(`"${NOTHING}"`, NOTHING),
      format: money,
      meaning: period
        ? t('lossTest.monthly.meaning', { months: period.months })
        : t('lossTest.monthly.noDates'),
    }),
    () => ({
      label: t('lossTest.averageB'),
      value: live(`IF(${averageCell}>0,${lostCell}/${averageCell},"${NOTHING}")`, loss.averageB ?? NOTHING),
      format: POINTS,
      meaning: live(
        `IF(${averageCell}>0,${averageWords().formula},${literal(t('lossTest.averageB.none'))})`,
        loss.averageB === null ? t('lossTest.averageB.none') : averageWords().value,
      ),
    }),
    () => ({
      label: t('dependency.cr.1'),
      value: guarded(`INDEX(${revenue},MATCH(1,${left},0))/${restCell}`, loss.top1),
      format: PERCENT,
      meaning: liveText(t('lossTest.top1.meaning'), {
        name: largest,
        before: before('top1', concentration?.cr[1] ?? 0),
      }),
    }),
    () => ({
      label: t('dependency.cr.3'),
      value: guarded(`SUMPRODUCT((${left}<=3)*(${lost}=0)*${revenue})/${restCell}`, loss.cr3),
      format: PERCENT,
      meaning: liveText(t('lossTest.cr3.meaning'), { before: before('cr3', concentration?.cr[3] ?? 0) }),
    }),
    (row) => {
      const band = bandOfIndex(ctx, `C${row}`, loss.hhi ?? 0);
      return {
        label: t('dependency.hhi'),
        value: guarded(
          `${HHI_POINTS}*(SUMPRODUCT((${lost}=0)*${revenue}*${revenue})${beyond})/(${restCell}*${restCell})`,
          loss.hhi,
        ),
        format: POINTS,
        meaning: liveText(t('lossTest.hhi.meaning'), {
          band: live(
            `IF(${restCell}>0,${band.formula},"${NOTHING}")`,
            loss.hhi === null ? NOTHING : band.value,
          ),
          before: live(`ROUND(N(${figureName('hhi')}),0)`, roundHalfUp(concentration?.hhi ?? 0, 0)),
        }),
      };
    },
  ];

  function share(): Live {
    return liveText(t('lossTest.lost.meaning'), { share: percentOf(`${lostCell}/${BASE_NAME}`, loss.share) });
  }

  function averageWords(): Live {
    return liveText(t('lossTest.averageB.meaning'), {
      average: moneyOf(averageCell, averageOfB(ctx), t),
    });
  }
}

/** Rows of measures that others refer to, from the first. */
const MEASURES = { averageB: 3 } as const;

/** Mean revenue of class B in currency units; 0 without clients of class B. */
function averageOfB({ analysis }: ReportContext): number {
  const middle = analysis.clients.filter(({ volumeClass }) => volumeClass === 'B');
  const sum = moneyToNumber(units(middle.reduce((total, { revenue }) => total + revenue, 0)));
  return middle.length > 0 ? sum / middle.length : 0;
}

/** The largest of those who stay, with their new shares and flags. */
function restBlocks(
  ctx: ReportContext,
  { measureRow, names, revenue, left, listRow, listed }: Places,
  loss: Loss,
  row: number,
  count: number,
): readonly Block[] {
  const { t, analysis } = ctx;
  const restCell = absolute(measureRow + 1, 3);
  const stayCell = absolute(listRow + listed - 1, LEFT);
  const base = baseOf(analysis);
  const rows = Array.from({ length: count }, (_, index): PlanCell[] => {
    const at = row + 2 + index;
    const stays = loss.rest[index];
    const client = stays && analysis.clients[stays.client];
    const amount = client ? moneyToNumber(client.revenue) : 0;
    const [share, was] = [stays?.share ?? 0, base > 0 ? amount / base : 0];
    const ifStays = (formula: string) => `=IF(A${at}<=${stayCell},${formula},"")`;
    const place = `MATCH(A${at},${left},0)`;
    const flag = flagOfShare(ctx, `D${at}`, share);
    const words = liveText(t('lossTest.rest.why'), {
      was: percentOf(`F${at}`, was),
      share: percentOf(`D${at}`, share),
      flag: live(
        `IF(E${at}="",${literal(t('lossTest.rest.noFlag'))},E${at})`,
        flag.value === '' ? t('lossTest.rest.noFlag') : flag.value,
      ),
    });
    return [
      index + 1,
      { formula: ifStays(`INDEX(${names},${place})`), value: client?.name ?? '' },
      { formula: ifStays(`INDEX(${revenue},${place})`), value: client ? amount : '' },
      { formula: ifStays(`C${at}/${restCell}`), value: client ? share : '' },
      { formula: ifStays(flag.formula), value: client ? flag.value : '' },
      { formula: ifStays(`C${at}/${BASE_NAME}`), value: client ? was : '' },
      { formula: ifStays(words.formula), value: client ? words.value : '' },
    ];
  });
  return [
    line(row, 'heading', t('lossTest.rest.title')),
    {
      row: row + 1,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      align: ['center', null, 'right', 'right', null, 'right', null, null, null],
      cells: [
        [
          t('dependency.top.number'),
          t('dependency.top.client'),
          t('dependency.top.revenue'),
          t('lossTest.rest.share'),
          t('lossTest.rest.flag'),
          t('lossTest.rest.was'),
          t('lossTest.rest.reason'),
          null,
          null,
        ],
      ],
    },
    {
      row: row + 2,
      column: 1,
      role: 'body',
      formats: [COUNT, null, moneyFormat(analysis), PERCENT, null, PERCENT, null],
      align: ['center', null, null, null, null, null, null],
      cells: rows,
    },
  ];
}

/** The list to pick from, whether each is lost, and how many are left so far; keys of the picks beside. */
function workingBlocks(ctx: ReportContext, sheet: ClientSheet, places: Places): readonly Block[] {
  const { t, analysis } = ctx;
  const { listRow, pickRow, measureRow, listed, picks } = places;
  const middle = `COUNTIF(${sheet('class')},"B")`;
  const average = live(
    `IF(${middle}>0,SUMIF(${sheet('class')},"B",${sheet('revenue')})/${middle},0)`,
    averageOfB(ctx),
  );
  let left = 0;
  const rows = analysis.clients.slice(0, listed).map((client, index): PlanCell[] => {
    const row = listRow + index;
    const isLost = isPicked(ctx, client.name);
    left += isLost ? 0 : 1;
    const name = absolute(row, NAME);
    return [
      client.name,
      moneyToNumber(client.revenue),
      { formula: `=IF(SUMPRODUCT((${picks}=${name})*1)>0,1,0)`, value: isLost ? 1 : 0 },
      { formula: `=N(${absolute(row - 1, LEFT)})+1-${absolute(row, LOST)}`, value: left },
    ];
  });
  return [
    line(listRow - 2, 'heading', t('lossTest.cells'), NAME),
    {
      row: listRow - 1,
      column: NAME,
      role: 'columnHeading',
      cells: [
        [
          t('dependency.top.client'),
          t('dependency.top.revenue'),
          t('lossTest.cells.lost'),
          t('lossTest.cells.left'),
          t('lossTest.cells.side'),
        ],
      ],
    },
    {
      row: listRow,
      column: NAME,
      role: 'note',
      formats: [TEXT, moneyFormat(analysis), COUNT, COUNT],
      cells: rows,
    },
    {
      row: pickRow,
      column: SIDE,
      role: 'note',
      formats: [TEXT],
      cells: Array.from({ length: PICKS }, (_, index) => [`loss${index + 1}`]),
    },
    {
      row: measureRow + MEASURES.averageB,
      column: SIDE,
      role: 'note',
      formats: [moneyFormat(analysis)],
      cells: [[liveCell(average)]],
    },
  ];
}
