import { isGoodsList, sumOfGoods } from '../../../src/domain/sales/goodsList';
import { decimalToNumber } from '../../../src/domain/shared/decimal';
import { readingOf, rolesOf, skipsOf, sumsOf, understood } from './support';

const NBSP = '\u00a0';

function sum(text: string): number | string {
  const goods = sumOfGoods(text, ',');
  return goods.state === 'sum' ? decimalToNumber(goods.decimal) : goods.state;
}

describe('a goods list inside a cell', () => {
  test('adds quantity × price over its lines, exactly', () => {
    expect(sum(`00-00004317;2;3${NBSP}603\n00-00004864;2;3${NBSP}363`)).toBe(13_932);
    expect(sum('А;0,1;0,1\r\nБ;0,2;0,1\n')).toBe(0.03);
    expect(sum(`С;4,07;8${NBSP}460,44`)).toBe(34_433.9908);
  });

  test('is unreadable as a whole if one line is', () => {
    expect(sumOfGoods('А;1;10\nБ;?;10', ',')).toEqual({ state: 'unreadable', line: 'Б;?;10' });
    expect(sumOfGoods('А;1;10 ₽\nБ;1;10 $', ',')).toEqual({ state: 'unreadable', line: 'Б;1;10 $' });
    expect(sum(' ')).toBe('blank');
  });

  test.each(['А;1;2', 'А;1;2\nБ;3;4,5', 'А|1|2'])('%j is one', (text) => {
    expect(isGoodsList(text)).toBe(true);
  });

  test.each(['Болт М8', 'Болт; гайка; шайба', '1;2', 'А;1;2;3', ';1;2', 'А;10%;2', 5])(
    '%j is none',
    (text) => {
      expect(isGoodsList(text)).toBe(false);
    },
  );
});

describe('a column of goods lists', () => {
  const rows = [
    ['Дата', 'КонтрагентКод', 'Товары'],
    ['16.07.2018 12:04:20', '00-000061', `00-00004317;2;3${NBSP}603\n00-00004864;2;3${NBSP}363`],
    ['17.07.2018 9:00:00', '00-000131', '00000001593;4;6'],
    ['18.07.2018 9:00:00', '00-000061', '00000001593;1,5;10\nпо договору'],
    ['19.07.2018 9:00:00', '00-000061', ''],
    ['20.07.2018 9:00:00', '00-000061', '00000001593;1,5;10'],
    ['20.07.2018 10:00:00', '00-000131', '00000001593;1;1'],
  ];

  test('gives the amount where there is no other, whatever it is called', () => {
    expect(rolesOf(understood(rows))).toEqual({ client: 'КонтрагентКод', date: 'Дата', goods: 'Товары' });
    const reading = readingOf(rows);
    expect(reading.notes).toMatchObject({
      amountSource: 'goods',
      decimalSeparator: { value: ',', by: 'evidence' },
    });
    expect(sumsOf(reading)).toEqual({ '00-000061': 13_947, '00-000131': 25 });
  });

  test('names the line that cannot be read', () => {
    const reading = readingOf(rows);
    expect(skipsOf(reading)).toEqual({ noAmount: 1, unreadableAmount: 1 });
    expect(
      reading.account.skipped.find(({ reason }) => reason === 'unreadableAmount')?.examples,
    ).toMatchObject([{ row: 4, value: 'по договору' }]);
  });

  test('gives way to an amount, and to quantity and price in columns of their own', () => {
    const withAmount = rows.map((row, at) => [...row, at === 0 ? 'Сумма' : at]);
    expect(readingOf(withAmount).notes.amountSource).toBe('amount');
    const priced = rows.map((row, at) => [...row, ...(at === 0 ? ['Количество', 'Цена'] : [2, at])]);
    expect(readingOf(priced).notes.amountSource).toBe('quantity×price');
  });
});
