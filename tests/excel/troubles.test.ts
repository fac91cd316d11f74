import { listSources } from '../../src/excel/sources';
import { tabNames } from '../../src/excel/ownedTabs';
import { writePlans } from '../../src/excel/write';
import type { PlanChart } from '../../src/reports/plan';
import { cellAt, fingerprint, openExcel, QUIET, sheet, sheetNamed, valueOf } from './support/excel';
import { plan } from './support/plans';

const sales = () => sheet('Продажи', [['Клиент'], ['Альфа']]);
const SMALL = plan({ blocks: [{ row: 1, column: 1, cells: [['ABCD']], role: 'title' }] });

const CHART: PlanChart = {
  name: 'clientele_pareto',
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
    expect(await tabNames('ru')).toMatchObject({ ok: false, error: { code: 'cellEditMode' } });
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

interface Action {
  readonly Id: number;
  readonly Name: string;
  readonly ArgumentInfo?: { readonly Arguments?: readonly unknown[] };
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
