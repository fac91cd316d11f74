import { gridOf } from '../../../src/domain/shared/grid';
import { neededColumns, understand } from '../../../src/domain/sales/understand';
import type { ColumnMapping } from '../../../src/domain/sales/types';
import { rolesOf, settingsWith, sheet, understandRows, understood } from './support';

/** Roles by heading for a header and a few believable rows. */
function rolesFor(header: string, ...rows: readonly string[]): Record<string, string> {
  return rolesOf(understood(sheet([header, ...rows].join('\n'))));
}

describe('the roles of columns', () => {
  test('of a Russian document list', () => {
    expect(
      rolesFor(
        '№ п/п | Дата | Номер | Контрагент | Ответственный | Валюта | Сумма документа | Комментарий',
        "1 | 01.02.2024 | '000001' | ООО Ромашка | Иванова | руб. | 100.5 | доставка",
        "2 | 02.02.2024 | '000002' | ИП Лютик | Петров | руб. | 200.5 | ",
        "3 | 03.02.2024 | '000003' | ООО Ромашка | Иванова | руб. | 300 | ",
      ),
    ).toEqual({
      date: 'Дата',
      document: 'Номер',
      client: 'Контрагент',
      manager: 'Ответственный',
      currency: 'Валюта',
      amount: 'Сумма документа',
    });
  });

  test('of a Russian sales register with every measure', () => {
    expect(
      rolesFor(
        'Период | Покупатель | ИНН | Холдинг | Товарная группа | Номенклатура | Кол-во | Цена | Скидка, % | Выручка, руб. | НДС | Себестоимость | Валовая прибыль | Рентабельность, %',
        'янв.2024 | Альфа | 7707083893 | Группа А | Крепёж | Болт М5 | 10 | 5.5 | 10 | 49.5 | 9.9 | 30 | 19.5 | 39',
        'фев.2024 | Бета | 7707083893 | Группа А | Крепёж | Гайка | 20 | 5.5 | 0 | 110 | 22 | 60 | 50 | 45',
      ),
    ).toEqual({
      date: 'Период',
      client: 'Покупатель',
      taxId: 'ИНН',
      holding: 'Холдинг',
      group: 'Товарная группа',
      product: 'Номенклатура',
      quantity: 'Кол-во',
      price: 'Цена',
      discount: 'Скидка, %',
      amount: 'Выручка, руб.',
      cost: 'Себестоимость',
      profit: 'Валовая прибыль',
    });
  });

  test('of Online Retail: no amount column', () => {
    expect(
      rolesFor(
        'InvoiceNo | StockCode | Description | Quantity | InvoiceDate | UnitPrice | CustomerID | Country',
        '536365 | 85123A | WHITE HANGING HEART | 6 | 2010-12-01 08:26:00 | 2.55 | 17850 | United Kingdom',
        '536366 | 71053 | WHITE METAL LANTERN | 6 | 2010-12-01 08:28:00 | 3.39 | 17851 | France',
      ),
    ).toEqual({
      document: 'InvoiceNo',
      product: 'Description',
      quantity: 'Quantity',
      date: 'InvoiceDate',
      price: 'UnitPrice',
      client: 'CustomerID',
      region: 'Country',
    });
  });

  test('of an English export in capitals', () => {
    expect(
      rolesFor(
        'ORDERNUMBER | ORDERDATE | CUSTOMERNAME | SALES | PRODUCTLINE | SALESREP | COUNTRY',
        '10107 | 2/24/2003 0:00 | Land of Toys Inc. | 2871.2 | Motorcycles | Kwai Yu | USA',
        '10121 | 5/17/2003 0:00 | Reims Collectables | 2765.9 | Motorcycles | Diane Murphy | France',
      ),
    ).toEqual({
      document: 'ORDERNUMBER',
      date: 'ORDERDATE',
      client: 'CUSTOMERNAME',
      amount: 'SALES',
      group: 'PRODUCTLINE',
      manager: 'SALESREP',
      region: 'COUNTRY',
    });
  });

  test.each([
    ['Клиент | Прибыль | Выручка', 'Выручка'],
    ['Клиент | План продаж | Продажи', 'Продажи'],
    ['Клиент | Сумма НДС | Сумма без НДС', 'Сумма без НДС'],
    ['Клиент | Сумма скидки | Сумма', 'Сумма'],
    ['Клиент | Задолженность | Оборот', 'Оборот'],
    ['Customer | Profit | Revenue', 'Revenue'],
    ['Customer | Shipping Cost | Net Sales', 'Net Sales'],
    ['Customer | Sales Target | Total', 'Total'],
    ['Клиент | Количество | Итого', 'Итого'],
    ['Клиент | Доля, % | Стоимость', 'Стоимость'],
  ])('%s: the amount is %s', (header, amount) => {
    expect(rolesFor(header, 'Альфа | 12.5 | 100.5', 'Бета | 14.5 | 10')['amount']).toBe(amount);
  });

  test.each([
    ['Менеджер клиента | Клиент | Сумма', 'Клиент'],
    ['Организация | Контрагент | Сумма', 'Контрагент'],
    ['Группа клиентов | Наименование клиента | Сумма', 'Наименование клиента'],
    ['Account Manager | Account Name | Amount', 'Account Name'],
    ['Наименование | Товар | Сумма', 'Наименование'],
    ['Заказчик | Наименование | Сумма', 'Заказчик'],
    ['Телефон клиента | Фирма | Сумма', 'Фирма'],
  ])('%s: the client is %s', (header, client) => {
    expect(rolesFor(header, 'один | два | 100.5', 'три | четыре | 10')['client']).toBe(client);
  });

  test('has the code beside the name, or in place of it', () => {
    expect(rolesFor('Код клиента | Клиент | Сумма', "'0001' | Альфа | 5")).toEqual({
      clientId: 'Код клиента',
      client: 'Клиент',
      amount: 'Сумма',
    });
    expect(rolesFor('Код клиента | Сумма', "'0001' | 5", "'0002' | 6")).toEqual({
      client: 'Код клиента',
      amount: 'Сумма',
    });
  });

  test('comes from the content where no heading tells', () => {
    const understanding = understood(
      sheet(`
        Когда | Кому | Сколько
        01.02.2024 | ООО Альфа | 100.5
        02.02.2024 | ООО Бета | 20.5
        03.02.2024 | ООО Альфа | 30.5`),
    );
    expect(rolesOf(understanding)).toEqual({ date: 'Когда', client: 'Кому', amount: 'Сколько' });
    expect(understanding.columns.map(({ because }) => because)).toEqual(['content', 'content', 'content']);
  });

  test('says why and shows samples', () => {
    const [client, amount] = understood(
      sheet('Клиент | Сумма\nАльфа | 1\nБета | 2\nВега | 3\nГамма | 4'),
    ).columns;
    expect(client).toEqual({
      index: 0,
      header: 'Клиент',
      kind: 'text',
      role: 'client',
      because: 'header',
      samples: ['Альфа', 'Бета', 'Вега'],
    });
    expect(amount?.kind).toBe('number');
  });

  test('has dates told from numbers by their format', () => {
    const rows = [
      ['Клиент', 'Отгрузка', 'Сумма'],
      ['Альфа', 45292, 45292],
      ['Бета', 45293, 45293],
    ];
    const formats = rows.map(() => ['General', 'dd.mm.yyyy', '#,##0.00']);
    expect(rolesOf(understood(gridOf(rows, { formats })))).toEqual({
      client: 'Клиент',
      date: 'Отгрузка',
      amount: 'Сумма',
    });
  });
});

describe('the heading', () => {
  test('stands under a cap and blank rows', () => {
    const understanding = understood(
      sheet(`
        Отчёт по продажам клиентам
        Период: 01.01.2024 - 31.12.2024 | |
        Отбор: Контрагент не в списке | |
        | |
        | Контрагент | Сумма
        | Альфа | 5
        | Бета | 6`),
    );
    expect(understanding).toMatchObject({ headerRow: 4, firstDataRow: 5, mapping: { client: 1, amount: 2 } });
  });

  test('is the first of two equal ones', () => {
    expect(understood(sheet('Клиент | Сумма\nАльфа | 5\nКлиент | Сумма\nБета | 6')).headerRow).toBe(0);
  });

  test('may be missing where the content tells client and amount', () => {
    const understanding = understood(sheet('ООО Альфа | 01.02.2024 | 5.5\nООО Бета | 02.02.2024 | 6.5'));
    expect(understanding).toMatchObject({
      headerRow: -1,
      firstDataRow: 0,
      mapping: { client: 0, date: 1, amount: 2 },
    });
    expect(understanding.columns.map(({ header }) => header)).toEqual(['', '', '']);
  });

  test.each([
    ['', 'emptySheet'],
    ['просто записка', 'noHeader'],
    ['5 | 6\n7 | 8', 'noHeader'],
    ['Клиент | Комментарий\nАльфа | хороший', 'noAmountColumn'],
    ['Дата | Сумма\n01.02.2024 | 5', 'noClientColumn'],
  ])('of %j is trouble %s', (text, code) => {
    expect(understandRows(sheet(text))).toMatchObject({ ok: false, error: { code, sheet: 'Sheet1' } });
  });

  test('lists all headings by column where a role is missing', () => {
    expect(understandRows(sheet('| Дата | Сумма\n| 01.02.2024 | 5'))).toMatchObject({
      error: { headers: ['', 'Дата', 'Сумма'] },
    });
  });
});

describe('columns chosen by hand', () => {
  const rows = sheet('Клиент | Плательщик | Сумма | Оборот\nАльфа | Бета | 5 | 6\nВега | Гамма | 7 | 8');

  test('win over the proposal', () => {
    const { mapping, columns } = understood(rows, undefined, { client: 1, amount: 3 });
    expect(mapping).toMatchObject({ client: 1, amount: 3 });
    expect(columns[1]?.because).toBe('user');
  });

  test('are remembered by their heading', () => {
    const settings = settingsWith({ columns: { client: 'ПЛАТЕЛЬЩИК ', amount: 'Нет такой' } });
    expect(understood(rows, settings).mapping).toMatchObject({ client: 1, amount: 2 });
  });

  test('may say that no column has a role', () => {
    const priced = sheet('Клиент | Количество | Цена | Скидка\nАльфа | 5 | 6 | 10');
    expect(understood(priced, undefined, { discount: -1 }).mapping).toEqual({
      client: 0,
      quantity: 1,
      price: 2,
    });
  });

  test('can rescue a sheet whose client or amount was not found', () => {
    const unnamed = sheet('Дата | Точка А | Сумма\n01.02.2024 | 7 | 5\n01.02.2024 | 8 | 5');
    expect(understandRows(unnamed)).toMatchObject({ error: { code: 'noClientColumn' } });
    expect(understood(unnamed, undefined, { client: 1 }).mapping).toMatchObject({ client: 1, amount: 2 });
  });

  test('are laid over the proposals; what they displace loses its role, the rest stays', () => {
    const changed = understood(rows, undefined, { client: 1, manager: 0 });
    expect(changed.mapping).toEqual({ client: 1, manager: 0, amount: 2 });
    expect(changed.columns.map(({ role, because }) => [role, because])).toEqual([
      ['manager', 'user'],
      ['client', 'user'],
      ['amount', 'header'],
      [null, null],
    ]);
  });

  test('outside the sheet, or chosen twice, do no harm', () => {
    expect(understood(rows, undefined, { client: 9 }).mapping).toEqual({ client: 0, amount: 2 });
    expect(understood(rows, undefined, { client: 1, clientId: 1 }).mapping).toEqual({ client: 1, amount: 2 });
    const settings = settingsWith({ columns: { client: 'Плательщик' } });
    expect(understood(rows, settings, { manager: 1 }).mapping).toEqual({ client: 0, manager: 1, amount: 2 });
  });

  test('lay nothing over where nothing is chosen', () => {
    expect(understood(rows, undefined, {})).toEqual(understood(rows));
  });
});

describe('an empty column', () => {
  test('has no role by its heading, unless it is one no list can do without', () => {
    const text = 'Клиент | Дата | Проведен | Сумма\nА | | | 5\nБ | | | 6';
    expect(understood(sheet(text)).mapping).toEqual({ client: 0, amount: 3 });
    expect(understood(sheet('Клиент | Дата | Сумма')).mapping).toEqual({ client: 0, amount: 2 });
  });
});

describe('doubts', () => {
  const doubtsOf = (text: string, mapping?: ColumnMapping): unknown =>
    understood(sheet(text), undefined, mapping).doubts;

  test('ask for the order of a date column that reads both ways', () => {
    expect(doubtsOf('Client | Date | Amount\nA | 01/02/2024 | 5\nB | 03/04/2024 | 6')).toEqual([
      { code: 'dateOrder', column: 1, default: 'mdy' },
    ]);
    expect(doubtsOf('Client | Date | Amount\nA | 01/02/2024 | 5\nB | 03/14/2024 | 6')).toEqual([]);
  });

  test('ask for the decimal separator of a column that cannot tell', () => {
    expect(doubtsOf("Клиент | Сумма\nА | '1.234'\nБ | '5.678'")).toEqual([
      { code: 'decimalSeparator', column: 1, default: ',' },
    ]);
    expect(doubtsOf("Клиент | Сумма\nА | '1.234'\nБ | '5,6'")).toEqual([]);
  });

  test('ask which of several amounts counts, without tax first', () => {
    const text = 'Клиент | Выручка с НДС | Выручка без НДС\nА | 120.5 | 100.5\nБ | 12.5 | 10.5';
    expect(doubtsOf(text)).toEqual([{ code: 'severalAmounts', columns: [2, 1], default: 2 }]);
    expect(doubtsOf(text, { amount: 1 })).toEqual([]);
  });
});

describe('the columns to read in full', () => {
  test('are those with a role that matters, in order', () => {
    const text =
      'Сумма | Цена | Количество | Клиент | Заметка | Прибыль | Себестоимость\n5 | 1 | 5 | А | да | 1 | 4';
    expect(neededColumns(understood(sheet(text)))).toEqual([0, 2, 3, 5]);
    expect(neededColumns(understood(sheet('Цена | Количество | Клиент\n1 | 5 | А')))).toEqual([0, 1, 2]);
  });
});

test('a head that is cut off is no trouble', () => {
  expect(understand(gridOf([['Клиент', 'Сумма']]), settingsWith())).toMatchObject({ ok: true });
});
