import { listSources } from '../../src/excel/sources';
import { sheetNames } from '../../src/excel/ownedTabs';
import { writePlans } from '../../src/excel/write';
import type { PlanChart } from '../../src/reports/plan';
import { createCalculator } from '../../src/workbench/calc/calculator';
import { loadIronCalcNode } from '../../src/workbench/calc/node';
import type { Calculator } from '../../src/workbench/model/model';
import { cellAt, fingerprint, openExcel, QUIET, sheet, sheetNamed, valueOf } from './support/excel';
import { plan } from './support/plans';

const sales = () => sheet('Продажи', [['Клиент'], ['Альфа']]);
const SMALL = plan({ blocks: [{ row: 1, column: 1, cells: [['ABCD']], role: 'title' }] });

const CHART: PlanChart = {
  name: 'ClientelePareto',
  title: 'Кривая Парето',
  kind: 'pareto',
  categories: { row: 1, column: 1, rows: 2, columns: 1 },
  series: [
    { name: 'Выручка', values: { row: 1, column: 2, rows: 2, columns: 1 } },
    { name: 'Накоплено', values: { row: 1, column: 3, rows: 2, columns: 1 }, as: 'line', secondary: true },
  ],
  place: { row: 5, column: 1, rows: 10, columns: 5 },
  alt: 'Кривая',
};
const WITH_CHART = plan({
  blocks: [
    {
      row: 1,
      column: 1,
      cells: [
        ['Альфа', 2, 0.6],
        ['Бета', 1, 1],
      ],
      role: 'body',
    },
  ],
  charts: [CHART],
});

describe('a protected place', () => {
  it('is found before anything is written: the workbook', async () => {
    const { book } = openExcel([sales()]);
    book.isStructureProtected = true;
    expect(await writePlans([SMALL], QUIET)).toMatchObject({
      ok: false,
      error: { code: 'protectedWorkbook', place: 'ABCD' },
    });
    expect(book.sheets).toHaveLength(1);
  });

  it('is found before anything is written: one of our tabs', async () => {
    const { book } = openExcel([sales()]);
    valueOf(await writePlans([SMALL, plan({ key: 'settings', tab: 'Настройки' })], QUIET));
    sheetNamed(book, 'Настройки').isProtected = true;
    const before = fingerprint(book, 'ABCD');
    expect(await writePlans([WITH_CHART, plan({ key: 'settings', tab: 'Настройки' })], QUIET)).toMatchObject({
      ok: false,
      error: { code: 'protectedSheet', place: 'Настройки' },
    });
    expect(fingerprint(book, 'ABCD')).toBe(before);
  });

  it('does not matter where we only read, or on a sheet of the user', async () => {
    const { book } = openExcel([sales()]);
    sheetNamed(book, 'Продажи').isProtected = true;
    expect(valueOf(await listSources())).toHaveLength(1);
    valueOf(await writePlans([SMALL], QUIET));
  });
});

describe('a user who is typing into a cell', () => {
  it('is waited for', async () => {
    const { host } = openExcel([sales()]);
    host.faults.enterCellEdit();
    const listing = listSources();
    setTimeout(() => host.faults.leaveCellEdit(), 20);
    expect(valueOf(await listing)).toHaveLength(1);
  });

  it('is a trouble where Excel refuses to wait', async () => {
    const { host } = openExcel([sales()]);
    host.faults.failSync(1, 'InvalidOperationInCellEditMode');
    expect(await sheetNames('ru')).toMatchObject({ ok: false, error: { code: 'cellEditMode' } });
  });
});

describe('a chart that Excel refuses', () => {
  it('stands simplified when only its finishing is refused', async () => {
    const { host, book } = openExcel([sales()]);
    refuseCharts(host, ['AxisGroup']);
    const [tab] = valueOf(await writePlans([WITH_CHART], QUIET));
    expect(tab).toMatchObject({ charts: 1, notes: [{ kind: 'chartSimplified', name: 'Кривая Парето' }] });
    expect(sheetNamed(book, 'ABCD').charts.map(({ series }) => series.length)).toEqual([1]);
  });

  it('is left out with a note when it is refused altogether; the tab stands', async () => {
    const { host, book } = openExcel([sales()]);
    refuseCharts(host, ['SetXAxisValues']);
    const [tab] = valueOf(await writePlans([WITH_CHART], QUIET));
    expect(tab).toMatchObject({ charts: 0, notes: [{ kind: 'chartRefused', name: 'Кривая Парето' }] });
    expect(sheetNamed(book, 'ABCD').charts).toEqual([]);
    expect(cellAt(book, 'ABCD', 1, 1).value).toBe('Альфа');
  });
});

describe('events', () => {
  it('are switched off while writing and on again after success, failure and refusal', async () => {
    const seen: boolean[] = [];
    for (const spoil of [false, true]) {
      const { host, book } = openExcel([sales()]);
      watchEvents(host, seen);
      if (spoil) book.isStructureProtected = true;
      await writePlans([SMALL], QUIET);
      expect(seen.splice(0)).toEqual([false, true]);
    }
    const { host } = openExcel([sales()]);
    watchEvents(host, seen);
    host.faults.failSync(6, 'GeneralException');
    expect((await writePlans([SMALL], QUIET)).ok).toBe(false);
    expect(seen).toEqual([false, true]);
  });
});

describe('calculation', () => {
  const FORMULA = plan({
    blocks: [{ row: 1, column: 1, cells: [[2, { formula: '=A1*2', value: 4 }]], role: 'body' }],
  });
  const SETTINGS = plan({ key: 'settings', tab: 'Настройки', blocks: FORMULA.blocks });

  async function counted() {
    const genuine = await createCalculator(loadIronCalcNode());
    let count = 0;
    const calculator: Calculator = {
      recalculate(book) {
        count += 1;
        genuine.recalculate(book);
      },
    };
    const opened = openExcel([sales()], { calculator });
    return { ...opened, recalculations: () => count };
  }

  it('happens once for all tabs, and then every result stands', async () => {
    const { book, recalculations } = await counted();
    valueOf(await writePlans([FORMULA, SETTINGS], QUIET));
    expect(recalculations()).toBe(1);
    expect([cellAt(book, 'ABCD', 1, 2).value, cellAt(book, 'Настройки', 1, 2).value]).toEqual([4, 4]);
    expect(await modeOf()).toBe('Automatic');
  });

  it('stays with the user who calculates by hand or without tables; our tabs are up to date all the same', async () => {
    for (const mode of ['Manual', 'AutomaticExceptTables'] as const) {
      const { book } = await counted();
      await setMode(mode);
      valueOf(await writePlans([FORMULA], QUIET));
      expect(cellAt(book, 'ABCD', 1, 2).value).toBe(4);
      expect(await modeOf()).toBe(mode);
    }
  });

  it('is given back after a cancellation', async () => {
    openExcel([sales()]);
    const stop = new AbortController();
    const hooks = { onProgress: () => stop.abort(), signal: stop.signal };
    expect((await writePlans([SMALL, SETTINGS], hooks)).ok).toBe(false);
    expect(await modeOf()).toBe('Automatic');
  });

  it('is given back whichever round trip fails, also the one that gives it back, with events on again', async () => {
    const whole = openExcel([sales()]);
    valueOf(await writePlans([WITH_CHART, SETTINGS], QUIET));
    for (let sync = 1; sync <= whole.host.cost.syncs; sync++) {
      const { host } = openExcel([sales()]);
      host.faults.failSync(sync, 'GeneralException');
      await writePlans([WITH_CHART, SETTINGS], QUIET);
      host.faults.clear();
      expect([sync, await modeOf(), await eventsOf()]).toEqual([sync, 'Automatic', true]);
    }
  });

  it('is given back when the answer to the change itself gets lost', async () => {
    const { host } = openExcel([sales()]);
    loseAnswers(host, 'CalculationMode');
    valueOf(await writePlans([SMALL], QUIET));
    expect(await modeOf()).toBe('Automatic');
  });

  it('may be beyond reach: the tabs are written all the same', async () => {
    const { host, book } = openExcel([sales()]);
    host.faults.failSync(1, 'ApiNotFound');
    valueOf(await writePlans([SMALL], QUIET));
    expect(cellAt(book, 'ABCD', 1, 1).value).toBe('ABCD');
  });
});

describe('a user who cancels', () => {
  it('stops the writing between two tabs; the tabs before stand', async () => {
    const { book } = openExcel([sales()]);
    const stop = new AbortController();
    const plans = [SMALL, plan({ key: 'settings', tab: 'Настройки', blocks: SMALL.blocks })];
    const result = await writePlans(plans, { onProgress: () => stop.abort(), signal: stop.signal });
    expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(cellAt(book, 'ABCD', 1, 1).value).toBe('ABCD');
    expect(cellAt(book, 'Настройки', 1, 1).value).toBe('');
  });
});

interface Answering {
  processBatch(body: string, flags?: number): Promise<string>;
}

/** How a batch marks an action that sets a property. */
const SET_PROPERTY = 4;

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
}

async function modeOf(): Promise<string> {
  return Excel.run(async (context) => {
    const application = context.application.load('calculationMode');
    await context.sync();
    return application.calculationMode;
  });
}

async function setMode(mode: 'Manual' | 'AutomaticExceptTables'): Promise<void> {
  await Excel.run(async (context) => {
    context.application.calculationMode = mode;
    await context.sync();
  });
}

async function eventsOf(): Promise<boolean> {
  return Excel.run(async (context) => {
    const runtime = context.runtime.load('enableEvents');
    await context.sync();
    return runtime.enableEvents;
  });
}

/** Carries out the first batch that sets a member, but answers that it failed. */
function loseAnswers(host: Answering, member: string): void {
  const genuine = host.processBatch.bind(host);
  let isLost = false;
  host.processBatch = async (body, flags) => {
    const answer = await genuine(body, flags);
    const { Actions } = JSON.parse(body) as { Actions: Action[] };
    if (isLost || !Actions.some(({ Name, ActionType }) => Name === member && ActionType === SET_PROPERTY))
      return answer;
    isLost = true;
    const error = {
      Code: 'GeneralException',
      Message: '',
      Location: '',
      ActionIndex: -1,
      HttpStatusCode: 500,
    };
    return JSON.stringify({ Results: [], Error: error });
  };
}

/** Makes a platform that lacks some members of charts: the batch stops at the first use of one, as Excel's does. */
function refuseCharts(host: Answering, members: readonly string[]): void {
  const genuine = host.processBatch.bind(host);
  host.processBatch = async (body, flags) => {
    const batch = JSON.parse(body) as { Actions: Action[] };
    const refused = batch.Actions.findIndex((action) => members.includes(action.Name));
    if (refused < 0) return genuine(body, flags);
    const answer = JSON.parse(
      await genuine(JSON.stringify({ ...batch, Actions: batch.Actions.slice(0, refused) }), flags),
    ) as object;
    const error = {
      Code: 'ApiNotFound',
      Message: 'not here',
      Location: `ChartSeries.${members[0]}`,
      ActionIndex: refused,
      HttpStatusCode: 400,
    };
    return JSON.stringify({ ...answer, Error: error });
  };
}

/** Notes every value that `runtime.enableEvents` is set to. */
function watchEvents(host: Answering, seen: boolean[]): void {
  const genuine = host.processBatch.bind(host);
  host.processBatch = (body, flags) => {
    for (const action of (JSON.parse(body) as { Actions: Action[] }).Actions) {
      if (action.Name === 'EnableEvents') seen.push(action.ArgumentInfo?.Arguments?.[0] === true);
    }
    return genuine(body, flags);
  };
}
