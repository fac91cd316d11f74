import { clientKey } from '../../../src/domain/sales/clientKey';
import { isoDate } from '../../../src/domain/shared/dates';
import { moneyToNumber } from '../../../src/domain/shared/money';
import { describeShared, sharedCsv } from './sharedFiles';
import { readingOf, rolesOf, skipsOf, unitsByKey, understood } from './support';
import type { Rows } from './support';

/** Revenue per client of an independent result, in exact units, by code or by the key of the name. */
function oracle(set: string, keyOf: (client: string) => string = clientKey): Record<string, number> {
  const [header = [], ...rows] = sharedCsv(`oracles/${set}/clients.csv`);
  const client = header.indexOf('client');
  const revenue = header.indexOf('revenue');
  return Object.fromEntries(
    rows.map((row) => [keyOf(String(row[client])), Math.round(Number(row[revenue]) * 10_000)]),
  );
}

describeShared('a Russian list with NBSP groups, points and a profit column (superstore)', () => {
  const rows = sharedCsv('data/superstore_nbsp/Продажи.csv');

  test('finds the columns: revenue, not profit', () => {
    expect(rolesOf(understood(rows))).toEqual({
      client: 'Покупатель',
      amount: 'Выручка',
      quantity: 'Количество',
      profit: 'Прибыль',
      document: 'Order_ID',
      product: 'Продукт',
      region: 'Регион',
    });
    expect(understood(rows).doubts).toEqual([]);
  });

  test('reads every client to the kopeck, and knows that there are no dates', () => {
    const reading = readingOf(rows);
    expect(reading.account).toMatchObject({ rowsRead: 730, used: 730, skipped: [] });
    expect(moneyToNumber(reading.account.amountUsed)).toBe(1_097_087.92);
    expect(reading.ledger.clients).toHaveLength(173);
    expect(reading.ledger.date).toBeNull();
    expect(reading.firstDate).toBeNull();
    expect(unitsByKey(reading)).toEqual(oracle('ru_superstore_nbsp'));
  });
});

describeShared('a real 1C document export (elmet)', () => {
  const rows = sharedCsv('data/elmet_1c/sales_docs.csv');

  test('finds code beside name, posting and deletion marks', () => {
    expect(rolesOf(understood(rows))).toEqual({
      date: 'Дата',
      document: 'Номер',
      posted: 'Проведен',
      deleted: 'ПометкаУдаления',
      clientId: 'КонтрагентКод',
      client: 'Контрагент',
      amount: 'Сумма',
    });
  });

  test('leaves out documents not posted or deleted; codes keep their zeros', () => {
    const reading = readingOf(rows);
    expect(reading.account).toMatchObject({ rowsRead: 6_566, used: 6_561 });
    expect(skipsOf(reading)).toEqual({ notPosted: 5 });
    expect(moneyToNumber(reading.account.amountUsed)).toBe(342_370_937.84);
    expect(reading.ledger.clients).toHaveLength(368);
    expect(reading.firstDate && isoDate(reading.firstDate)).toBe('2013-01-14');
    expect(reading.lastDate && isoDate(reading.lastDate)).toBe('2021-09-28');
    expect(unitsByKey(reading)).toEqual(oracle('ru_1c_elmet', (code) => code));
  });
});

describeShared('lines with price, quantity and discount but no amount (northwind)', () => {
  const orders = sharedCsv('data/northwind/orders.csv');
  const lines = sharedCsv('data/northwind/order_details.csv');
  const orderById = new Map(orders.slice(1).map((row) => [row[0], row]));
  const joined: Rows = [
    ['orderID', 'customerID', 'employeeID', 'orderDate', 'productID', 'unitPrice', 'quantity', 'discount'],
    ...lines.slice(1).map(([order = '', product = '', price = '', quantity = '', discount = '']) => {
      const [, customer = '', employee = '', date = ''] = orderById.get(order) ?? [];
      return [order, customer, employee, date, product, price, quantity, discount];
    }),
  ];

  test('takes the customer code as the client', () => {
    expect(rolesOf(understood(joined))).toMatchObject({
      client: 'customerID',
      document: 'orderID',
      date: 'orderDate',
      price: 'unitPrice',
      quantity: 'quantity',
      discount: 'discount',
    });
  });

  test('computes the amount exactly, not rounded per line', () => {
    const reading = readingOf(joined);
    expect(reading.notes.amountSource).toBe('quantity×price×(1−discount)');
    expect(moneyToNumber(reading.account.amountUsed)).toBe(1_265_793.0395);
    expect(reading.ledger.clients).toHaveLength(89);
    expect(unitsByKey(reading)).toEqual(oracle('northwind'));
  });
});

describeShared('a list of deals read as sales (maven)', () => {
  test('reads the close value by account; deals without an account stand aside', () => {
    const reading = readingOf(sharedCsv('data/crm_maven/sales_pipeline.csv'));
    expect(moneyToNumber(reading.account.amountUsed)).toBe(10_005_534);
    expect(reading.account.rowsRead).toBe(8_800);
  });
});
