import type { PlaceholderKey, PlaceholderList } from '../../src/domain/dossiers/placeholders';
import type { CellValue } from '../../src/domain/shared/grid';
import { findTemplates } from '../../src/excel/templates/findTemplates';
import {
  makeTemplateTabs,
  placeTemplateTabs,
  renewTemplateTabs,
} from '../../src/excel/templates/templateTabs';
import type { TemplateFill } from '../../src/reports/template/templateFill';
import { installGlobals } from '../../src/workbench/client/node';
import type { BookModel } from '../../src/workbench/model/model';
import { cellAt, fingerprint, openExcel, QUIET, sheet, sheetNamed, valueOf } from './support/excel';

const TAB = 'Досье Альфа';
const TEMPLATE = 'Наша форма';

/** A form: texts, a date, a sentence, a list of deals in row 6, a total below it, a chart. */
const FORM = [
  ['{{клиент}}', null, null, 'наше'],
  ['Выручка', '{{ Выручка }}', 'на {{дата данных}}, доля {{доля}}', null],
  ['Последняя', '{{последняя покупка}}', '{{наша доля}}', null],
  [null, null, null, null],
  ['Сделка', 'Сумма', 'Комментарий', null],
  ['{{сделки.название}}', '{{deals.amount}}', null, null],
  [null, null, null, null],
  ['Итого', '=SUM(B6:B7)', null, null],
  ['{{график.месяцы}}', null, null, null],
];

interface Given {
  readonly single?: Readonly<Record<string, CellValue>>;
  readonly deals?: readonly (readonly [string, number])[];
  readonly months?: readonly (readonly [string, number])[];
}

function fill({ single = {}, deals = [], months = [] }: Given = {}): TemplateFill {
  const known = { client: 'Альфа', revenue: 1234.5, asOf: 46_000, share: 0.125, last: 45_990, ...single };
  const lists: Record<PlaceholderList, { key: string; values: Map<PlaceholderKey, CellValue> }[]> = {
    deals: deals.map(([name, amount]) => ({
      key: name,
      values: new Map<PlaceholderKey, CellValue>([
        ['deals.name', name],
        ['deals.amount', amount],
      ]),
    })),
    products: [],
    months: months.map(([month, revenue], index) => ({
      key: month,
      values: new Map<PlaceholderKey, CellValue>([
        ['months.month', 45_000 + index * 31],
        ['months.revenue', revenue],
      ]),
    })),
    purchases: [],
    meetings: [],
  };
  return {
    key: 'dossier1',
    tab: TAB,
    values: { single: new Map(Object.entries(known) as [PlaceholderKey, CellValue][]), lists },
    look: { language: 'ru', money: '#,##0' },
    chart: {
      title: 'Выручка по месяцам',
      series: 'Выручка',
      alt: 'Столбцы',
      none: 'Нет дат',
      labels: months.map(([month]) => month),
      amounts: months.map(([, revenue]) => revenue),
    },
  };
}

const MONTHS: Given['months'] = [
  ['01.2026', 10],
  ['02.2026', 0],
  ['03.2026', 30],
];
const TWO_DEALS: Given = {
  deals: [
    ['Первая', 100],
    ['Вторая', 200],
  ],
  months: MONTHS,
};

function open(form: Parameters<typeof sheet>[1] = FORM) {
  return openExcel([sheet('Продажи', [['Клиент'], ['Альфа']]), sheet(TEMPLATE, form)]);
}

async function make(given: Given = TWO_DEALS): Promise<void> {
  const template = valueOf(await findTemplates()).find(({ name }) => name === TEMPLATE);
  const made = await makeTemplateTabs([{ fill: fill(given), sheet: template?.id ?? '' }], QUIET);
  expect(made.stopped).toBeNull();
}

async function renew(given: Given = TWO_DEALS): Promise<void> {
  valueOf(await renewTemplateTabs([fill(given)], QUIET));
}

/** Values of the dossier, row by row, without the cells out of sight. */
function shown(book: BookModel, columns = 4, tab = TAB): readonly (readonly unknown[])[] {
  const { cells } = sheetNamed(book, tab);
  const used = cells.usedArea('contents');
  return Array.from({ length: (used?.row ?? 0) + (used?.rows ?? 0) }, (_, row) =>
    Array.from({ length: columns }, (__, column) => cells.formula(row, column) ?? cells.value(row, column)),
  );
}

function type(book: BookModel, row: number, column: number, value: string | number): void {
  sheetNamed(book, TAB).cells.setValue(row - 1, column - 1, value);
}

async function byHand(work: (tab: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem(TAB));
    await context.sync();
  });
}

test('a sheet with placeholders is found, a sheet of sales is not', async () => {
  open();
  expect(valueOf(await findTemplates())).toMatchObject([{ name: TEMPLATE, cells: 8, problems: [] }]);
});

test('what is wrong with a template is named with its cells', async () => {
  open([
    ['{{клент}}', 'до {{выручка'],
    ['{{сделки.название}} {{товары.название}}', '{{график.месяцы}} вот'],
    ['="{{клиент}}"', '{{абракадабра}}'],
  ]);
  expect(valueOf(await findTemplates())[0]?.problems).toEqual([
    { kind: 'unknown', cell: 'A1', written: 'клент', nearest: 'клиент' },
    { kind: 'unclosed', cell: 'B1' },
    { kind: 'twoLists', cell: 'A2', lists: ['deals', 'products'] },
    { kind: 'chartInText', cell: 'B2' },
    { kind: 'formula', cell: 'A3' },
    { kind: 'unknown', cell: 'B3', written: 'абракадабра', nearest: null },
  ]);
});

describe('a dossier on an own template', () => {
  it('holds values where placeholders stood alone, sentences elsewhere, a row per deal and a chart', async () => {
    const { book } = open();
    const before = fingerprint(book, TEMPLATE);
    await make();
    expect(fingerprint(book, TEMPLATE)).toBe(before);
    expect(shown(book)).toEqual([
      ['Альфа', '', '', 'наше'],
      ['Выручка', 1234.5, 'на 09.12.2025, доля 12,5\u00a0%', ''],
      ['Последняя', 45_990, '?', ''],
      ['', '', '', ''],
      ['Сделка', 'Сумма', 'Комментарий', ''],
      ['Первая', 100, '', ''],
      ['Вторая', 200, '', ''],
      ['', '', '', ''],
      ['Итого', '=SUM(B6:B8)', '', ''],
      ['', '', '', ''],
      ['', '', '', ''],
    ]);
    expect(cellAt(book, TAB, 2, 2).style.numberFormat).toBe('#,##0');
    expect(cellAt(book, TAB, 3, 2).style.numberFormat).toBe('dd.mm.yyyy');
    const { charts } = sheetNamed(book, TAB);
    expect(charts).toMatchObject([
      { type: 'ColumnClustered', title: 'Выручка по месяцам', drawsHidden: true },
    ]);
    expect(charts[0]?.series[0]?.values).toBe("'Досье Альфа'!$H$11:$J$11");
    expect(sheetNamed(book, TAB).hiddenColumns.has(7)).toBe(true);
    expect(book.names.filter(({ name, visible }) => visible && name.startsWith('clientele_'))).toEqual([]);
  });

  it('changes nothing but placeholders when it is renewed, whatever people wrote and inserted', async () => {
    const { book } = open();
    await make();
    type(book, 1, 2, 'звонить утром');
    type(book, 6, 3, 'про первую');
    type(book, 7, 3, 'про вторую');
    type(book, 4, 1, 'между');
    await byHand((tab) => tab.getRange('2:3').insert('Down'));
    await byHand((tab) => tab.getRange('A:A').insert('Right'));
    sheetNamed(book, TAB).cells.setStyle(3, 2, book.styles.intern({ numberFormat: '0.00', bold: true }));
    await renew({
      single: { revenue: 2000, last: 46_001 },
      deals: [
        ['Третья', 50],
        ['Вторая', 250],
      ],
      months: [...(MONTHS ?? []), ['04.2026', 40]],
    });
    expect(shown(book, 5).map((row) => row.slice(1))).toEqual([
      ['Альфа', 'звонить утром', '', 'наше'],
      ['', '', '', ''],
      ['', '', '', ''],
      ['Выручка', 2000, 'на 09.12.2025, доля 12,5\u00a0%', ''],
      ['Последняя', 46_001, '?', ''],
      ['между', '', '', ''],
      ['Сделка', 'Сумма', 'Комментарий', ''],
      ['Первая', 100, 'про первую', ''],
      ['Вторая', 250, 'про вторую', ''],
      ['Третья', 50, '', ''],
      ['', '', '', ''],
      ['Итого', '=SUM(C8:C11)', '', ''],
      ['', '', '', ''],
      ['', '', '', ''],
    ]);
    expect(cellAt(book, TAB, 4, 3).style).toEqual({ numberFormat: '0.00', bold: true });
    expect(sheetNamed(book, TAB).charts).toHaveLength(1);
    expect(sheetNamed(book, TAB).charts[0]?.series[0]?.values).toBe("'Досье Альфа'!$I$14:$L$14");
  });

  it('leaves a cell to whoever typed over it, also in a row of a list', async () => {
    const { book } = open();
    await make();
    type(book, 2, 2, 'больше миллиона');
    type(book, 7, 2, 999);
    await renew({
      single: { revenue: 5 },
      deals: [
        ['Первая', 1],
        ['Вторая', 2],
      ],
      months: MONTHS,
    });
    await renew({
      single: { revenue: 6 },
      deals: [
        ['Первая', 3],
        ['Вторая', 4],
      ],
      months: MONTHS,
    });
    expect(cellAt(book, TAB, 2, 2).value).toBe('больше миллиона');
    expect([cellAt(book, TAB, 6, 2).value, cellAt(book, TAB, 7, 2).value]).toEqual([3, 999]);
  });

  it('empties the row of an item that is gone and gives it to the next one, unless people wrote in it', async () => {
    const { book } = open();
    await make({
      deals: [
        ['А', 1],
        ['Б', 2],
        ['В', 3],
      ],
    });
    type(book, 7, 3, 'жаль');
    await renew({ deals: [['В', 3]] });
    const rows = () => shown(book, 3).slice(5, 9);
    expect(rows()).toEqual([
      ['', '', ''],
      ['Б', 2, 'жаль'],
      ['В', 3, ''],
      ['', '', ''],
    ]);
    await renew({
      deals: [
        ['Г', 4],
        ['В', 5],
        ['Д', 6],
      ],
    });
    expect(shown(book, 3).slice(5, 10)).toEqual([
      ['Г', 4, ''],
      ['Б', 2, 'жаль'],
      ['В', 5, ''],
      ['Д', 6, ''],
      ['', '', ''],
    ]);
    await renew({ deals: [['Б', 7]] });
    expect(cellAt(book, TAB, 7, 2).value).toBe(7);
  });

  it('knows its rows again when people sort them', async () => {
    const { book } = open();
    await make({
      deals: [
        ['А', 1],
        ['Б', 2],
        ['В', 3],
      ],
    });
    [1, 2, 3].forEach((number) => type(book, 5 + number, 3, `о ${number}`));
    await byHand((tab) => tab.getRange('A6:C8').sort.apply([{ key: 1, ascending: false }]));
    await renew({
      deals: [
        ['А', 10],
        ['Б', 20],
        ['В', 30],
      ],
    });
    expect(shown(book, 3).slice(5, 8)).toEqual([
      ['В', 30, 'о 3'],
      ['Б', 20, 'о 2'],
      ['А', 10, 'о 1'],
    ]);
  });

  it('keeps months in their order while nobody wrote beside them', async () => {
    const { book } = open([
      ['{{месяцы.месяц}}', '{{месяцы.выручка}}'],
      [null, null],
      ['дальше', null],
    ]);
    await make({ months: MONTHS });
    await renew({ months: [...(MONTHS ?? []).slice(1), ['04.2026', 40]] });
    expect(shown(book, 2).map(([, revenue]) => revenue)).toEqual([0, 30, 40, '', '']);
    type(book, 2, 3, 'отпуск');
    await renew({
      months: [
        ['03.2026', 30],
        ['04.2026', 40],
        ['05.2026', 50],
      ],
    });
    expect(
      shown(book, 3)
        .slice(0, 3)
        .map(([, revenue, note]) => [revenue, note]),
    ).toEqual([
      [40, ''],
      [30, 'отпуск'],
      [50, ''],
    ]);
  });

  it('fills a placeholder that people type into it later, and leaves out one whose cell is gone', async () => {
    const { book } = open();
    await make();
    type(book, 4, 4, '{{менеджер}}');
    await byHand((tab) => tab.getRange('2:2').delete('Up'));
    await renew({ ...TWO_DEALS, single: { manager: 'Петров' } });
    expect(cellAt(book, TAB, 3, 4).value).toBe('Петров');
    expect(cellAt(book, TAB, 2, 1).value).toBe('Последняя');
    expect(book.names.some(({ formula }) => formula.includes('#REF!'))).toBe(false);
  });

  it('keeps texts texts, whatever they look like', async () => {
    const { book } = open([['{{клиент}}', 'о {{менеджер}}', '{{менеджер}}']]);
    sheetNamed(book, TEMPLATE).cells.setStyle(0, 2, book.styles.intern({ numberFormat: '@' }));
    await make({ single: { client: '=1+1', manager: '007' } });
    expect(shown(book, 3)).toEqual([['=1+1', 'о 007', '007']]);
    await renew({ single: { client: "'апостроф", manager: '5 мая' } });
    expect(shown(book, 3)).toEqual([["'апостроф", 'о 5 мая', '5 мая']]);
  });

  it('draws the chart over merged cells and merges new rows as the first, where Excel tells of merged cells', async () => {
    const merged = async (excelApi: string) => {
      const { book, host } = open([['{{сделки.название}}', null, null], [null], ['{{график.месяцы}}']]);
      installGlobals(host, { excelApi });
      sheetNamed(book, TEMPLATE).merges = [
        { row: 0, column: 1, rows: 1, columns: 2 },
        { row: 2, column: 0, rows: 4, columns: 3 },
      ];
      await make();
      const { merges, charts } = sheetNamed(book, TAB);
      return {
        rows: merges.filter(({ row }) => row < 3).map(({ row }) => row),
        width: charts[0]?.width,
        height: charts[0]?.height,
      };
    };
    const [told, untold] = [await merged('1.13'), await merged('1.12')];
    expect(told.rows.sort()).toEqual([0, 1]);
    expect(untold.rows).toEqual([0]);
    expect((untold.width ?? 0) / (told.width ?? 1)).toBeCloseTo(2, 6);
    expect((untold.height ?? 0) / (told.height ?? 1)).toBeCloseTo(3, 6);
  });

  it('is out of sight while names are hidden, and comes back, but not what people hid themselves', async () => {
    const { book } = open();
    await make();
    const visibility = () => sheetNamed(book, TAB).visibility;
    const place = async (isHidden: boolean) => {
      valueOf(await placeTemplateTabs(new Map([['dossier1', TAB]]), isHidden));
    };
    await place(true);
    expect(visibility()).toBe('hidden');
    await place(true);
    await place(false);
    expect(visibility()).toBe('visible');
    sheetNamed(book, TAB).visibility = 'hidden';
    await place(true);
    await place(false);
    expect(visibility()).toBe('hidden');
  });

  it('costs three round trips to be renewed, whatever is on it', async () => {
    const { host } = open();
    await make();
    const syncs = async (fills: readonly TemplateFill[]) => {
      const before = host.cost.syncs;
      valueOf(await renewTemplateTabs(fills, QUIET));
      return host.cost.syncs - before;
    };
    const one = await syncs([fill(TWO_DEALS)]);
    expect((await syncs([fill(TWO_DEALS), fill(TWO_DEALS)])) - one).toBe(3);
  });

  it('is made anew where its tab was deleted, and leaves no name behind', async () => {
    const { book } = open();
    await make();
    await byHand((tab) => tab.delete());
    await make({ ...TWO_DEALS, single: { revenue: 7 } });
    expect(shown(book)[1]?.[1]).toBe(7);
    expect(sheetNamed(book, TAB).charts).toHaveLength(1);
    expect(book.names.filter(({ formula }) => formula.includes('#REF!'))).toEqual([]);
  });

  it('speaks another language when it is renewed in it, but where people wrote', async () => {
    const { book } = open();
    await make();
    type(book, 1, 1, 'Альфа-групп');
    const english = fill(TWO_DEALS);
    valueOf(await renewTemplateTabs([{ ...english, look: { ...english.look, language: 'en' } }], QUIET));
    expect(shown(book)[1]).toEqual(['Выручка', 1234.5, 'на 9 Dec 2025, доля 12.5%', '']);
    expect(cellAt(book, TAB, 1, 1).value).toBe('Альфа-групп');
  });

  it('is refused in a protected workbook, with nothing made', async () => {
    const { book } = open();
    book.isStructureProtected = true;
    const made = await makeTemplateTabs([{ fill: fill(), sheet: book.sheets[1]?.id ?? '' }], QUIET);
    expect(made).toMatchObject({ written: [], stopped: { code: 'protectedWorkbook' } });
    expect(book.sheets).toHaveLength(2);
  });

  it('is refused on a protected sheet', async () => {
    const { book } = open();
    await make();
    sheetNamed(book, TAB).isProtected = true;
    sheetNamed(book, TEMPLATE).isProtected = true;
    expect(await renewTemplateTabs([fill()], QUIET)).toMatchObject({
      ok: false,
      error: { code: 'protectedSheet', place: TAB },
    });
    expect(valueOf(await findTemplates())[0]?.problems).toEqual([{ kind: 'protected' }]);
  });

  /** A batch broken off between the copy and its mark leaves the bare copy: nothing is on it that is not on the template. */
  const isNoStray = (name: string): boolean => name !== `${TEMPLATE} (2)`;

  const LATER: Given = {
    single: { revenue: 9, share: 0.5 },
    deals: [
      ['Вторая', 20],
      ['Третья', 30],
      ['Четвёртая', 40],
    ],
    months: [...(MONTHS ?? []), ['04.2026', 40]],
  };

  it.each([
    { fail: 'failSync', step: 1 },
    { fail: 'failAction', step: 5 },
  ] as const)(
    'loses no word and comes to the same end wherever its making or renewal fails: $fail',
    async ({ fail, step }) => {
      const reach = async (place: number | null, isMaking: boolean) => {
        const { book, host } = open();
        const template = valueOf(await findTemplates())[0]?.id ?? '';
        if (!isMaking) await make();
        const edit = () => {
          type(book, 1, 2, 'заметка');
          type(book, 7, 3, 'про вторую');
          type(book, 3, 2, 'моё');
        };
        if (!isMaking) edit();
        if (place !== null) host.faults[fail](place, 'RequestAborted');
        const run = isMaking
          ? (await makeTemplateTabs([{ fill: fill(TWO_DEALS), sheet: template }], QUIET)).stopped === null
          : (await renewTemplateTabs([fill(LATER)], QUIET)).ok;
        host.faults.clear();
        if (isMaking) {
          const again = await makeTemplateTabs([{ fill: fill(TWO_DEALS), sheet: template }], QUIET);
          expect(again.stopped).toBeNull();
          edit();
        }
        await renew(LATER);
        // A batch broken off between a chart and its name leaves the bare chart under the one that stands.
        const named = sheetNamed(book, TAB).charts.filter(({ name }) => name.startsWith('clientele_'));
        const charts = named.map(({ series }) => series[0]?.values.split('!')[1]);
        return {
          run,
          sheets: book.sheets.map(({ name }) => name).filter(isNoStray),
          charts,
          rows: shown(book),
        };
      };
      for (const isMaking of [true, false]) {
        const { run: _, ...whole } = await reach(null, isMaking);
        let failures = 0;
        for (let place = 1, calm = 0; calm < 12; place += step) {
          const { run, ...end } = await reach(place, isMaking);
          expect({ place, ...end }).toEqual({ place, ...whole });
          calm = run ? calm + 1 : 0;
          if (!run) failures++;
        }
        expect(failures).toBeGreaterThan(3);
      }
    },
    240_000,
  );
});
