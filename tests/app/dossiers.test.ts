import { createClientele } from '../../src/app/clientele';
import type { Clientele, Hooks, MadePages, Outcome } from '../../src/app/types';
import type { ClientKey } from '../../src/domain/sales/types';
import type { Settings } from '../../src/domain/settings';
import type { CellValue } from '../../src/domain/shared/grid';
import type { BookModel, SheetModel } from '../../src/workbench/model/model';
import { createRandom } from '../../src/workbench/sample/random';
import { openExcel, sheet, valueOf } from '../excel/support/excel';
import { idOf, inputCells } from '../support/inputCells';
import { day } from '../support/ledger';
import { cellsOfPage, dataOf } from '../support/pageCells';

const TODAY = day('2026-11-25');
const HOOKS: Hooks = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => performance.now(),
  today: TODAY,
};

/** Roubles that a purchase of a client is a multiple of. */
const SIZES = [1_000, 300, 100];

/** Three clients over two years, the first of them more than half of the revenue, and a deal of each. */
function salesOf(names: readonly string[]): readonly (readonly CellValue[])[] {
  const rows: CellValue[][] = [['Дата', 'Контрагент', 'Менеджер', 'Сумма']];
  names.forEach((name, index) => {
    const random = createRandom(7).fork(name);
    for (let at = 10; at < 720; at += 45)
      rows.push([
        day('2024-11-20') + at,
        name,
        'Иванова',
        Math.round(random.between(80, 120)) * (SIZES[index % SIZES.length] ?? 1),
      ]);
  });
  return rows;
}

const CLIENTS = ['ООО «Ромашка»', 'АО «Вектор»', 'ИП Петров'];
const DEALS = [
  ['Номер сделки', 'Название', 'Клиент', 'Сумма сделки', 'Этап', 'Ожидаемая дата'],
  ['С-1', 'Поставка на год', 'ООО «Ромашка»', 900_000, 'КП представлено', day('2027-02-01')],
  ['С-2', 'Проба', 'ООО «Ромашка»', 90_000, 'Переговоры', day('2027-01-15')],
];

/** The product over a workbook of these clients, with what tests do to it. */
class Desk {
  readonly book: BookModel;
  readonly host;
  readonly clientele: Clientele = createClientele();

  constructor(names: readonly string[] = CLIENTS) {
    const { book, host } = openExcel([sheet('Продажи', salesOf(names)), sheet('Воронка', DEALS)]);
    this.book = book;
    this.host = host;
    const dates = book.styles.intern({ numberFormat: 'dd.mm.yyyy' });
    for (let row = 1; row < 200; row++) book.sheets[0]?.cells.setStyle(row, 0, dates);
    for (let row = 1; row < 3; row++) book.sheets[1]?.cells.setStyle(row, 5, dates);
  }

  async run(changes: Partial<Settings> = {}, hooks: Hooks = HOOKS): Promise<Outcome> {
    const run = await this.tryRun(changes, hooks);
    return valueOf(run);
  }

  async tryRun(changes: Partial<Settings> = {}, hooks: Hooks = HOOKS) {
    const settings: Settings = {
      ...valueOf(await this.clientele.loadSettings()),
      language: 'ru',
      ...changes,
    };
    const source = valueOf(await this.clientele.listSources()).find(({ name }) => name === 'Продажи');
    if (!source) throw new Error('No sales');
    const preview = valueOf(await this.clientele.preview(source, settings, null, hooks));
    return this.clientele.run(preview, settings, hooks);
  }

  key(name: string): ClientKey {
    const choice = this.clientele.dossierChoices().find((each) => each.name === name);
    if (!choice) throw new Error(`Nobody is called ${name}`);
    return choice.key;
  }

  async dossier(name: string, variant: 'key' | 'strategic' = 'key'): Promise<MadePages> {
    return valueOf(await this.clientele.createDossiers({ clients: [this.key(name)], variant }, HOOKS));
  }

  tab(name: string): SheetModel {
    const found = this.book.sheets.find((each) => each.name === name);
    if (!found) throw new Error(`No tab ${name} among ${this.tabs().join(', ')}`);
    return found;
  }

  page(key: string): SheetModel {
    const found = this.book.sheets.find(
      ({ customProperties }) => customProperties.get('clientele.tab') === key,
    );
    if (!found) throw new Error(`No page ${key}`);
    return found;
  }

  /** All that is seen of a page, and all it is made of. */
  looks(key: string) {
    const { cells, rowHeights, columnWidths, merges, validations, conditionalFormats, charts, pageLayout } =
      this.page(key);
    const contents = [...cells.cells()].map(({ row, column }) => [
      `${row}:${column}`,
      cells.value(row, column),
      cells.formula(row, column),
      this.book.styles.get(cells.style(row, column)),
    ]);
    const isBlank = ([, value, formula]: (typeof contents)[number]) => value === '' && formula === null;
    return {
      contents: contents.filter((cell) => !isBlank(cell)),
      heights: [...rowHeights].filter(([, height]) => height !== 15).sort(([a], [b]) => a - b),
      widths: [...columnWidths].sort(([a], [b]) => a - b),
      objects: [merges, validations, conditionalFormats],
      charts: charts.map(({ id: _, ...chart }) => chart),
      pageLayout,
      names: this.book.names.filter(({ name }) => name.includes(key)),
    };
  }

  tabs(): readonly string[] {
    return this.book.sheets.map(({ name }) => name);
  }

  type(page: SheetModel, field: string, value: CellValue): void {
    const cell = cellsOfPage(page).fields.get(field);
    if (!cell) throw new Error(`No field ${field}`);
    page.cells.setValue(cell.row, cell.column, value);
  }

  typeRow(page: SheetModel, table: string, at: number, values: Readonly<Record<string, CellValue>>): void {
    const row = cellsOfPage(page).tables.get(table)?.[at];
    for (const [field, value] of Object.entries(values)) {
      const cell = row?.get(field);
      if (!cell) throw new Error(`No cell ${table} ${field}`);
      page.cells.setValue(cell.row, cell.column, value);
    }
  }

  /** Renames a client in the sales, as the accounting system does. */
  rename(from: string, to: string): void {
    for (const [name, column] of [
      ['Продажи', 1],
      ['Воронка', 2],
    ] as const) {
      const { cells } = this.tab(name);
      for (let row = 1; row < cells.rowCount; row++)
        if (cells.value(row, column) === from) cells.setValue(row, column, to);
    }
  }

  texts(): readonly string[] {
    return this.book.sheets
      .slice(2)
      .flatMap(({ name, cells }) => [
        name,
        ...[...cells.cells()].map(({ row, column }) => String(cells.value(row, column))),
      ]);
  }
}

function fail(field: string): never {
  throw new Error(`No field ${field}`);
}

test('nobody has a dossier before a run', async () => {
  const { clientele } = new Desk();
  expect(clientele.dossierChoices()).toEqual([]);
  expect(await clientele.createMeeting('x' as ClientKey, HOOKS)).toEqual({
    ok: false,
    error: { kind: 'notRun' },
  });
});

test('a dossier is made after its client, stands once, and is renewed by every run', async () => {
  const desk = new Desk();
  await desk.run();
  expect(desk.clientele.dossierChoices()[0]).toMatchObject({ name: 'ООО «Ромашка»', isKey: true });
  const made = await desk.dossier('ООО «Ромашка»');
  expect(made).toMatchObject({ pages: [{ key: 'dossier1', name: 'Досье Ромашка' }], left: 0 });
  expect(desk.tabs().at(-1)).toBe('Досье Ромашка');
  expect(await desk.dossier('ООО «Ромашка»')).toMatchObject({ pages: [], left: 0 });

  valueOf(await desk.clientele.showTab('dossier1'));
  expect(desk.book.activeSheetId).toBe(desk.page('dossier1').id);
  expect(desk.book.selection).toMatchObject({ row: 1, column: 0 });
  const names = desk.book.names.filter(({ name }) => name.startsWith('clientele_page_'));
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter(({ visible }) => visible)).toEqual([]);
  desk.type(desk.page('dossier1'), 'passport.industry', 'цветы');
  const outcome = await desk.run();
  expect(outcome.dossiers).toEqual([
    { key: 'dossier1', name: 'Досье Ромашка', client: desk.key('ООО «Ромашка»'), variant: 'key' },
  ]);
  expect(dataOf(desk.page('dossier1')).fields.get('passport.industry')).toBe('цветы');
});

test('a page that is refreshed where it stands is the page that is written anew', async () => {
  const desk = new Desk();
  await desk.run();
  await desk.dossier('ООО «Ромашка»', 'strategic');
  const page = () => desk.page('dossier1');
  desk.type(page(), 'passport.industry', 'цветы');
  desk.type(page(), 'passport.owners', 'Владельцы, которых не записать в одну строку. '.repeat(5));
  desk.typeRow(page(), 'people', 0, { name: 'Сидоров Ю.', role: 'ЛПР', influence: 3, next: 'позвонить' });
  await desk.run();
  const sales = desk.tab('Продажи').cells;
  for (let row = 1; row < 12; row++) sales.setValue(row, 3, 50_000 + row * 1_000);
  desk.tab('Воронка').cells.setValue(1, 3, 1_200_000);
  const site = cellsOfPage(page()).fields.get('passport.site') ?? { row: 0, column: 0 };
  const planned = page().cells.style(site.row, site.column);
  const marked = desk.book.styles.intern({ ...desk.book.styles.get(planned), fill: '#FFFF00' });
  page().cells.setStyle(site.row, site.column, marked);
  await desk.run();
  // The mark of a person tells that the page was not cleared.
  expect(page().cells.style(site.row, site.column)).toBe(marked);
  page().cells.setStyle(site.row, site.column, planned);
  const refreshed = desk.looks('dossier1');
  expect(desk.book.settings.delete('clientele.frame.dossier1')).toBe(true);
  await desk.run();
  expect(desk.looks('dossier1')).toEqual(refreshed);
});

test('words of the strategic variant wait while the dossier is an ordinary one', async () => {
  const desk = new Desk();
  await desk.run();
  await desk.dossier('ООО «Ромашка»', 'strategic');
  desk.type(desk.page('dossier1'), 'strategy.mission', 'озеленить город');
  await desk.dossier('ООО «Ромашка»', 'key');
  await desk.run();
  expect(dataOf(desk.page('dossier1')).fields.has('strategy.mission')).toBe(false);
  await desk.dossier('ООО «Ромашка»', 'strategic');
  expect(dataOf(desk.page('dossier1')).fields.get('strategy.mission')).toBe('озеленить город');
});

test('a formula that may tell names is not shown with them hidden, and stands again afterwards', async () => {
  const desk = new Desk();
  await desk.run();
  await desk.dossier('ООО «Ромашка»', 'strategic');
  const cellOf = (field: string) => {
    const page = desk.page('dossier1');
    const cell = cellsOfPage(page).fields.get(field);
    return cell ? { ...cell, cells: page.cells } : null;
  };
  const typed = { 'passport.site': '=Продажи!B2&".ru"', 'strategy.mission': '="Мир и "&Продажи!B2' };
  for (const [field, formula] of Object.entries(typed)) {
    const { cells, row, column } = cellOf(field) ?? fail(field);
    cells.setFormula(row, column, formula);
    cells.setResult(row, column, `${field} Ромашки`);
  }
  await desk.run({ isAnonymous: true });
  const own = () => desk.page('dossier1').cells;
  expect([...own().cells()].some(({ row, column }) => /Продажи/.test(own().formula(row, column) ?? ''))).toBe(
    false,
  );
  // Fields of another variant wait in the workbook, their formulas among them.
  const [client] = desk.clientele.dossierChoices();
  const request = { clients: client ? [client.key] : [], variant: 'key' as const };
  valueOf(await desk.clientele.createDossiers(request, HOOKS));
  expect(cellOf('strategy.mission')).toBeNull();
  await desk.run({ isAnonymous: false });
  await desk.dossier('ООО «Ромашка»', 'strategic');
  for (const [field, formula] of Object.entries(typed)) {
    const { cells, row, column } = cellOf(field) ?? fail(field);
    expect(cells.formula(row, column)).toBe(formula);
  }
});

test('hiding names hides words and names of tabs, showing them gives both back', async () => {
  const desk = new Desk();
  await desk.run();
  await desk.dossier('ООО «Ромашка»');
  await desk.dossier('АО «Вектор»');
  const page = () => desk.page('dossier1');
  desk.type(page(), 'passport.industry', 'цветы Ромашки');
  desk.typeRow(page(), 'people', 0, { name: 'Сидоров Ю.', role: 'ЛПР', influence: 3 });
  page().name = 'Мой главный';
  await desk.run({ isAnonymous: true });
  expect(desk.tabs().slice(-2)).toEqual(['Досье 001', 'Досье 002']);
  expect(dataOf(page()).tables.get('people')?.[0]).toMatchObject({ role: 'ЛПР', influence: 3 });
  const texts = desk.texts().join('\n');
  for (const name of ['Ромашк', 'Сидоров', 'Вектор', 'Мой главный']) expect(texts).not.toContain(name);

  // What is typed while names are hidden is words like any other.
  desk.type(page(), 'passport.site', 'romashka.ru');
  await desk.run({ isAnonymous: true });
  await desk.run({ isAnonymous: false });
  expect(desk.tabs().slice(-2)).toEqual(['Мой главный', 'Досье Вектор']);
  expect(dataOf(page()).fields).toEqual(
    new Map([
      ['passport.industry', 'цветы Ромашки'],
      ['passport.site', 'romashka.ru'],
    ]),
  );
  expect(dataOf(page()).tables.get('people')).toEqual([{ name: 'Сидоров Ю.', role: 'ЛПР', influence: 3 }]);
});

test('rows sorted while texts are hidden keep each person’s words together', async () => {
  const desk = new Desk();
  await desk.run();
  await desk.dossier('ООО «Ромашка»');
  const page = desk.page('dossier1');
  desk.typeRow(page, 'people', 0, { name: 'Антонов', influence: 1 });
  desk.typeRow(page, 'people', 1, { name: 'Борисов', influence: 3 });
  await desk.run({ isAnonymous: true });
  const [first] = cellsOfPage(page).tables.get('people') ?? [];
  const places = [...(first?.values() ?? [])];
  await Excel.run(async (context) => {
    context.workbook.worksheets
      .getItem(page.id)
      .getRangeByIndexes(places[0]?.row ?? 0, 0, 2, Math.max(...places.map(({ column }) => column)) + 1)
      .sort.apply([{ key: first?.get('influence')?.column ?? 0, ascending: false }]);
    await context.sync();
  });
  await desk.run({ isAnonymous: false });
  expect(dataOf(page).tables.get('people')).toEqual([
    { name: 'Борисов', influence: 3 },
    { name: 'Антонов', influence: 1 },
  ]);
});

test('a client renamed in the sales keeps its dossier, which follows it once it is picked on the register', async () => {
  const desk = new Desk();
  await desk.run();
  await desk.dossier('ООО «Ромашка»');
  desk.type(desk.page('dossier1'), 'passport.industry', 'цветы');
  desk.rename('ООО «Ромашка»', 'ООО «Лютик»');
  await desk.run();
  expect(dataOf(desk.page('dossier1')).fields.get('passport.industry')).toBe('цветы');
  const place = inputCells(desk.book).get(idOf({ tab: 'dossiers', key: 'dossier1', field: 'client' }));
  place?.sheet.cells.setValue(place.row, place.column, 'ООО «Лютик»');
  const outcome = await desk.run();
  expect(outcome.dossiers[0]?.client).toBe(desk.key('ООО «Лютик»'));
  expect(dataOf(desk.page('dossier1')).fields.get('passport.industry')).toBe('цветы');
});

test('a dossier whose tab was deleted is made again with its words', async () => {
  const desk = new Desk();
  await desk.run();
  await desk.dossier('ООО «Ромашка»');
  desk.type(desk.page('dossier1'), 'passport.industry', 'цветы');
  await desk.run();
  desk.book.sheets = desk.book.sheets.filter(({ name }) => name !== 'Досье Ромашка');
  expect((await desk.run()).dossiers).toEqual([]);
  expect(await desk.dossier('ООО «Ромашка»')).toMatchObject({ pages: [{ key: 'dossier1' }] });
  expect(dataOf(desk.page('dossier1')).fields.get('passport.industry')).toBe('цветы');
});

test('stopping keeps the dossiers that are finished', async () => {
  const desk = new Desk();
  await desk.run();
  const stop = new AbortController();
  const hooks: Hooks = {
    ...HOOKS,
    signal: stop.signal,
    onProgress: (phase, fraction) => {
      if (phase === 'write' && fraction > 0.3) stop.abort();
    },
  };
  const clients = desk.clientele.dossierChoices().map(({ key }) => key);
  const made = valueOf(await desk.clientele.createDossiers({ clients, variant: 'key' }, hooks));
  expect(made).toMatchObject({ pages: [{ name: 'Досье Ромашка' }], left: 2 });
  expect(desk.tabs().filter((name) => name.startsWith('Досье'))).toEqual(['Досье', 'Досье Ромашка']);
});

describe('the report of a meeting', () => {
  async function meeting(): Promise<Desk> {
    const desk = new Desk();
    await desk.run();
    await desk.dossier('ООО «Ромашка»');
    valueOf(await desk.clientele.createMeeting(desk.key('ООО «Ромашка»'), HOOKS));
    return desk;
  }
  const manualOf = (desk: Desk, deal: string): CellValue => {
    const place = inputCells(desk.book).get(idOf({ tab: 'deals', key: deal, field: 'probability' }));
    return (place?.sheet.cells.value(place.row, place.column) ?? '') as CellValue;
  };

  it('is a form named after its client and its day, dated today', async () => {
    const desk = await meeting();
    expect(desk.tabs().at(-1)).toBe('Встреча Ромашка 25.11');
    expect(dataOf(desk.page('meeting1')).fields).toEqual(new Map([['meeting.date', TODAY]]));
  });

  it('carries a confirmed probability over to its deal, once', async () => {
    const desk = await meeting();
    const page = desk.page('meeting1');
    desk.type(page, 'meeting.deal', 'Поставка на год');
    desk.type(page, 'meeting.after', 0.65);
    const before = (await desk.run()).deals.open.find(({ key }) => key.includes('1'));
    expect(manualOf(desk, before?.key ?? '')).toBe('');

    desk.type(page, 'meeting.confirm', 'да');
    const after = (await desk.run()).deals.open.find(({ key }) => key === before?.key);
    expect(after).toMatchObject({ typed: 0.65, because: 'manual', probability: 0.65 });
    expect(manualOf(desk, before?.key ?? '')).toBe(0.65);

    const place = inputCells(desk.book).get(
      idOf({ tab: 'deals', key: before?.key ?? '', field: 'probability' }),
    );
    place?.sheet.cells.setValue(place.row, place.column, 0.4);
    const later = (await desk.run()).deals.open.find(({ key }) => key === before?.key);
    expect(later).toMatchObject({ typed: 0.4 });
  });

  it('carries it over while names are hidden, and keeps it when they are shown', async () => {
    const desk = await meeting();
    const page = desk.page('meeting1');
    desk.type(page, 'meeting.deal', 'Проба');
    desk.type(page, 'meeting.after', 0.3);
    await desk.run({ isAnonymous: true });
    desk.type(page, 'meeting.confirm', 'да');
    const hidden = await desk.run({ isAnonymous: true });
    expect(hidden.deals.open.map(({ typed }) => typed)).toEqual([null, 0.3]);
    const shown = await desk.run({ isAnonymous: false });
    expect(shown.deals.open.find(({ name }) => name === 'Проба')).toMatchObject({ typed: 0.3 });
  });
});

/** Every place of a failure takes two runs: all of them are tried with `EVERY_SYNC=1`, here each thirteenth. */
const STRIDE = process.env.EVERY_SYNC === '1' ? 1 : 13;

test('no round trip of a run may fail so that a typed word is lost', async () => {
  const desk = new Desk();
  await desk.run();
  await desk.dossier('ООО «Ромашка»');
  valueOf(await desk.clientele.createMeeting(desk.key('ООО «Ромашка»'), HOOKS));
  const before = desk.host.cost.syncs;
  await desk.run();
  const trips = desk.host.cost.syncs - before;
  let failed = 0;
  for (let trip = 1; trip <= trips; trip += STRIDE) {
    const [page, meeting] = [desk.page('dossier1'), desk.page('meeting1')];
    desk.type(page, 'passport.industry', `цветы ${trip}`);
    desk.typeRow(page, 'people', 0, { name: `Антонов ${trip}`, influence: 1 });
    desk.type(meeting, 'meeting.goal', `договор ${trip}`);
    desk.host.faults.failSync(trip, 'RequestAborted');
    const run = await desk.tryRun().catch(() => ({ ok: false }));
    desk.host.faults.clear();
    // Some refusals are lived with: a page setup, a chart.
    if (!run.ok) failed += 1;
    await desk.run();
    expect([...dataOf(page).fields]).toEqual([['passport.industry', `цветы ${trip}`]]);
    expect(dataOf(page).tables.get('people')).toEqual([{ name: `Антонов ${trip}`, influence: 1 }]);
    expect(dataOf(meeting).fields.get('meeting.goal')).toBe(`договор ${trip}`);
  }
  expect(trips).toBeGreaterThan(100);
  expect(failed).toBeGreaterThan(trips / STRIDE / 3);
}, 900_000);
