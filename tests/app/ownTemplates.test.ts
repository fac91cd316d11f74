import { createClientele } from '../../src/app/clientele';
import { troubleText } from '../../src/app/troubleText';
import type { Clientele, Hooks, MadePages } from '../../src/app/types';
import type { ClientKey } from '../../src/domain/sales/types';
import type { Language, Settings } from '../../src/domain/settings';
import type { CellValue } from '../../src/domain/shared/grid';
import { translator } from '../../src/i18n/translate';
import type { BookModel, SheetModel } from '../../src/workbench/model/model';
import { openExcel, sheet, valueOf } from '../excel/support/excel';
import { day } from '../support/ledger';

const TODAY = day('2026-11-25');
const HOOKS: Hooks = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => performance.now(),
  today: TODAY,
};

const SALES: readonly (readonly CellValue[])[] = [
  ['Дата', 'Контрагент', 'Менеджер', 'Номенклатура', 'Сумма'],
  ...Array.from({ length: 24 }, (_, month): CellValue[] => [
    day('2024-12-10') + month * 30,
    'ООО «Ромашка»',
    'Иванова',
    month % 2 ? 'Болты' : 'Гайки',
    1000 + month,
  ]),
  ...Array.from({ length: 24 }, (_, month): CellValue[] => [
    day('2024-12-12') + month * 30,
    'АО «Вектор»',
    'Петров',
    'Гайки',
    400,
  ]),
];
const DEALS = [
  ['Номер сделки', 'Название', 'Клиент', 'Сумма сделки', 'Этап', 'Ожидаемая дата'],
  ['С-1', 'Поставка на год', 'ООО «Ромашка»', 900_000, 'КП представлено', day('2027-02-01')],
  ['С-2', 'Проба', 'ООО «Ромашка»', 90_000, 'Переговоры', day('2027-01-15')],
];
const FORM = [
  ['Карточка: {{клиент}}', null, null],
  ['Выручка', '{{revenue}}', null],
  ['Сделка', 'Сумма сделки', 'Этап'],
  ['{{сделки.название}}', '{{сделки.сумма}}', '{{сделки.этап}}'],
  [null, null, null],
  ['{{лист}}', '{{файл}}', null],
];

/** The product over a workbook with sales, deals and a form of people's. */
class Desk {
  readonly book: BookModel;
  readonly clientele: Clientele = createClientele();

  constructor(form: Parameters<typeof sheet>[1] = FORM) {
    const { book } = openExcel([sheet('Продажи', SALES), sheet('Воронка', DEALS), sheet('Форма', form)]);
    this.book = book;
    const dates = book.styles.intern({ numberFormat: 'dd.mm.yyyy' });
    for (let row = 1; row < SALES.length; row++) book.sheets[0]?.cells.setStyle(row, 0, dates);
    for (let row = 1; row < DEALS.length; row++) book.sheets[1]?.cells.setStyle(row, 5, dates);
  }

  async run(changes: Partial<Settings> = {}): Promise<void> {
    const settings = { ...valueOf(await this.clientele.loadSettings()), language: 'ru' as const, ...changes };
    const source = valueOf(await this.clientele.listSources()).find(({ name }) => name === 'Продажи');
    if (!source) throw new Error('No sales');
    const preview = valueOf(await this.clientele.preview(source, settings, null, HOOKS));
    valueOf(await this.clientele.run(preview, settings, HOOKS));
  }

  key(name: string): ClientKey {
    return this.clientele.dossierChoices().find((each) => each.name === name)?.key ?? ('' as ClientKey);
  }

  async make(name: string, template = 'Форма'): Promise<MadePages> {
    const clients = [this.key(name)];
    return valueOf(await this.clientele.createDossiers({ clients, variant: 'key', template }, HOOKS));
  }

  page(key: string): SheetModel {
    const found = this.book.sheets.find(
      ({ customProperties }) => customProperties.get('clientele.tab') === key,
    );
    if (!found) throw new Error(`No page ${key}`);
    return found;
  }
}

test('a dossier is made of a form of people’s, renewed by every run, and stands beside one of ours', async () => {
  const desk = new Desk();
  await desk.run();
  expect(valueOf(await desk.clientele.dossierTemplates())).toMatchObject([{ name: 'Форма', problems: [] }]);
  const made = await desk.make('ООО «Ромашка»');
  expect(made).toMatchObject({
    pages: [{ key: 'dossier1', name: 'Досье Ромашка', template: 'Форма' }],
    left: 0,
    trouble: null,
  });
  const { cells } = desk.page('dossier1');
  expect([0, 1, 2, 3, 4].map((row) => [0, 1, 2].map((column) => cells.value(row, column)))).toEqual([
    ['Карточка: ООО «Ромашка»', '', ''],
    ['Выручка', 13_221, ''],
    ['Сделка', 'Сумма сделки', 'Этап'],
    ['Поставка на год', 900_000, 'КП представлено'],
    ['Проба', 90_000, 'Возражения сняты, переговоры'],
  ]);
  expect(cells.value(6, 0)).toBe('Продажи');
  expect(cells.value(6, 1)).toBe('Продажи.xlsx');

  cells.setValue(3, 3, 'звонили');
  const sales = desk.book.sheets[0];
  const deals = desk.book.sheets[1];
  sales?.cells.setValue(24, 4, 5023);
  deals?.cells.setValue(2, 1, 'Проба пера');
  deals?.cells.setValue(1, 3, 800_000);
  valueOf(
    await desk.clientele.createDossiers({ clients: [desk.key('ООО «Ромашка»')], variant: 'key' }, HOOKS),
  );
  await desk.run();
  expect(cells.value(1, 1)).toBe(17_221);
  expect([cells.value(3, 1), cells.value(3, 3), cells.value(4, 0)]).toEqual([
    800_000,
    'звонили',
    'Проба пера',
  ]);
  expect(desk.page('dossier2').name).toBe('Досье Ромашка 2');
  // Asked for once more, it is there already.
  expect(await desk.make('ООО «Ромашка»')).toMatchObject({ pages: [], left: 0 });
});

test('while names are hidden it is out of sight and as it was, and comes back with them', async () => {
  const desk = new Desk();
  await desk.run();
  await desk.make('ООО «Ромашка»');
  const page = desk.page('dossier1');
  page.cells.setValue(8, 0, 'тайное имя');
  await desk.run({ isAnonymous: true });
  expect([page.visibility, page.name]).toEqual(['hidden', 'Досье 001']);
  const refused = await desk.clientele.createDossiers(
    {
      clients: [desk.clientele.dossierChoices()[0]?.key ?? ('' as ClientKey)],
      variant: 'key',
      template: 'Форма',
    },
    HOOKS,
  );
  expect(refused).toMatchObject({ ok: false, error: { kind: 'template', error: { code: 'namesHidden' } } });
  await desk.run({ isAnonymous: false });
  expect([page.visibility, page.name]).toEqual(['visible', 'Досье Ромашка']);
  expect(page.cells.value(0, 0)).toBe('Карточка: ООО «Ромашка»');
  expect(page.cells.value(8, 0)).toBe('тайное имя');
});

test('a form with mistakes is refused with one sentence that names their cells', async () => {
  const desk = new Desk([['{{клент}}'], ['{{сделки.сума}} и {{товары.название}}']]);
  await desk.run();
  const clients = [desk.key('АО «Вектор»')];
  const asked = { clients, variant: 'key' } as const;
  const wrong = await desk.clientele.createDossiers({ ...asked, template: 'Форма' }, HOOKS);
  const missing = await desk.clientele.createDossiers({ ...asked, template: 'Нет' }, HOOKS);
  const words = [wrong, missing].map((answer) =>
    answer.ok ? '' : troubleText(answer.error, translator('ru')),
  );
  expect(words).toEqual([
    'Лист «Форма» не годится в шаблон. A1: {{клент}} – нет такой метки, похоже {{клиент}}; ' +
      'A2: {{сделки.сума}} – нет такой метки, похоже {{сделки.сумма}}',
    'Листа «Нет» с метками вида {{клиент}} нет.',
  ]);
  expect(desk.book.sheets.some(({ name }) => name.startsWith('Досье '))).toBe(false);
});

test.each(['ru', 'en'] as const satisfies readonly Language[])(
  'what is exported is a template without mistakes, and its dossier has no placeholder left: %s',
  async (language) => {
    const desk = new Desk([]);
    await desk.run({ language });
    for (const variant of ['key', 'strategic'] as const) {
      const name = valueOf(await desk.clientele.exportTemplate(variant, language));
      const again = valueOf(await desk.clientele.exportTemplate(variant, language));
      expect(again).toBe(`${name} 2`);
      const found = valueOf(await desk.clientele.dossierTemplates()).find((each) => each.name === name);
      expect(found?.problems).toEqual([]);
      const made = await desk.make('ООО «Ромашка»', name);
      expect(made.trouble).toBeNull();
      const { cells, charts } = desk.page(made.pages[0]?.key ?? '');
      const left = [...cells.cells()].filter(({ row, column }) =>
        String(cells.value(row, column)).includes('{{'),
      );
      expect(left).toEqual([]);
      expect(charts).toHaveLength(1);
    }
    // A form is no list of deals, whatever headings it has.
    await desk.run({ language });
  },
);
