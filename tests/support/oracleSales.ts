import path from 'node:path';
import { readCsv } from './csv';
import type { Sale } from './ledger';

/** A decimal of up to four places as exact units of money. */
export function exact(decimal: string): number {
  const match = /^(-?)(\d+)(?:\.(\d{1,4})0*)?$/.exec(decimal);
  if (!match) throw new Error(`Not a decimal of four places: ${decimal}`);
  return Number(`${match[1]}${match[2]}${(match[3] ?? '').padEnd(4, '0')}`);
}

/** The posted documents of the 1C export, from `data/elmet_1c/sales_docs.csv`. */
export const elmetSales = (file: string): Sale[] =>
  readCsv(file)
    .filter((row) => row['Проведен'] === 'Да' && row['ПометкаУдаления'] === 'Нет')
    .map((row) => ({
      client: row['КонтрагентКод'] ?? '',
      document: row['Номер'] ?? '',
      date: (row['Дата'] ?? '').replace(/^(\d\d)\.(\d\d)\.(\d{4}).*$/, '$3-$2-$1'),
      amount: exact(row['Сумма'] ?? ''),
    }));

/** The lines of Northwind, from `data/northwind/order_details.csv`. Prices and discounts have two decimals, so that units × (1 − discount) is exact in 1/10,000. */
export const northwindSales = (file: string): Sale[] => {
  const orders = new Map(
    readCsv(path.join(path.dirname(file), 'orders.csv')).map((row) => [row['orderID'], row]),
  );
  return readCsv(file).map((line) => {
    const order = orders.get(line['orderID']);
    const hundredths = (text = '0') => exact(text) / 100;
    return {
      client: order?.['customerID'] ?? '',
      document: line['orderID'] ?? '',
      date: (order?.['orderDate'] ?? '').slice(0, 10),
      amount: Number(line['quantity']) * hundredths(line['unitPrice']) * (100 - hundredths(line['discount'])),
    };
  });
};
