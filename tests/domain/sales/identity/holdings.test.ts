import { holdingSizes, withHoldings } from '../../../../src/domain/sales/holdings';
import type { ClientKey, Dimension, Ledger } from '../../../../src/domain/sales/types';
import { complete } from '../../../../src/domain/shared/steps';
import { clientsLedger } from './clientsLedger';

const NAMES = ['Ромашка', 'Лютик', 'Ромашка', 'Мак'];

function ledgerWith(column: readonly (string | null)[] | null): Ledger {
  const names = [...new Set((column ?? []).filter((name) => name !== null))];
  const holding: Dimension | null = column && {
    names,
    codes: Int32Array.from(column, (name) => (name === null ? -1 : names.indexOf(name))),
  };
  return { ...clientsLedger(NAMES), holding };
}

/** The holding of each row after those given by hand. */
function holdingsOf(
  column: readonly (string | null)[] | null,
  byHand: Readonly<Record<string, string>>,
  aliases: Readonly<Record<string, string>> = {},
): readonly (string | null)[] | null {
  const { holding } = complete(
    withHoldings(ledgerWith(column), {
      holdings: byHand as Record<ClientKey, string>,
      aliases: aliases as Record<ClientKey, ClientKey>,
    }),
  );
  return holding && [...holding.codes].map((code) => holding.names[code] ?? null);
}

test('holdings given by hand cover all rows of their clients', () => {
  expect(holdingsOf(null, { ромашка: 'Цветы' })).toEqual(['Цветы', null, 'Цветы', null]);
});

test('they win over the column, which stays where nobody said anything', () => {
  const column = ['Юг', 'Юг', null, 'Север'];
  expect(holdingsOf(column, { ромашка: 'Цветы' })).toEqual(['Цветы', 'Юг', 'Цветы', 'Север']);
  expect(holdingsOf(column, {})).toEqual(column);
});

test('a name that differs in case or spaces is the holding that is known', () => {
  expect(holdingsOf(['Юг', null, null, null], { лютик: ' юг ', мак: 'ЮГ' })).toEqual([
    'Юг',
    'Юг',
    null,
    'Юг',
  ]);
});

test('blank names and clients that are not there change nothing', () => {
  expect(holdingsOf(null, {})).toBeNull();
  expect(holdingsOf(null, { ромашка: ' ' })).toBeNull();
  expect(holdingsOf(['Юг', null, null, null], { роза: 'Цветы' })).toEqual(['Юг', null, null, null]);
});

test('a client joined to another brings its holding along, unless the other has one', () => {
  expect(holdingsOf(null, { ромшка: 'Цветы' }, { ромшка: 'ромашка' })).toEqual([
    'Цветы',
    null,
    'Цветы',
    null,
  ]);
  expect(holdingsOf(null, { ромшка: 'Цветы', ромашка: 'Сад' }, { ромшка: 'ромашка' })?.[0]).toBe('Сад');
});

test('sizes count clients, not rows, the largest first', () => {
  expect(holdingSizes(ledgerWith(['Юг', 'Север', 'Юг', 'Север']))).toEqual([
    { name: 'Север', clients: 2 },
    { name: 'Юг', clients: 1 },
  ]);
  expect(holdingSizes(ledgerWith(null))).toEqual([]);
});
