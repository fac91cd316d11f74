import { ClientIndex } from '../../../src/domain/sales/identity';
import { readTaxId } from '../../../src/domain/sales/taxId';
import type { ClientKey } from '../../../src/domain/sales/types';
import type { CellValue } from '../../../src/domain/shared/grid';
import { ZERO } from '../../../src/domain/shared/money';
import { complete } from '../../../src/domain/shared/steps';

interface Row {
  readonly name?: CellValue;
  readonly code?: CellValue;
  readonly taxId?: CellValue;
}

/** Spellings per client, in order of appearance. */
function clientsOf(
  rows: readonly Row[],
  aliases: Record<string, string> = {},
): Record<string, readonly string[]> {
  const index = new ClientIndex();
  for (const { name = '', code = '', taxId = '' } of rows) index.use(index.identify(name, code, taxId), ZERO);
  const { clients } = complete(index.resolve(aliases as Record<ClientKey, ClientKey>));
  return Object.fromEntries(clients.map(({ key, spellings }) => [key, spellings]));
}

const names = (...spellings: readonly string[]): readonly Row[] => spellings.map((name) => ({ name }));

describe('clients known by name', () => {
  test('are one where the keys are equal, whatever the legal form', () => {
    expect(clientsOf(names('Ромашка', 'ООО «Ромашка»', 'РОМАШКА, ООО'))).toEqual({
      ромашка: ['Ромашка', 'ООО «Ромашка»', 'РОМАШКА, ООО'],
    });
  });

  test('are several where one name has several legal forms, and the bare name stays alone', () => {
    expect(clientsOf(names('ООО Ромашка', 'АО Ромашка', 'Ромашка', 'Ромашка ООО'))).toEqual({
      'ромашка ооо': ['ООО Ромашка', 'Ромашка ООО'],
      'ромашка ао': ['АО Ромашка'],
      ромашка: ['Ромашка'],
    });
    expect(Object.keys(clientsOf(names('ИП Иванов', 'ООО Иванов')))).toHaveLength(2);
  });

  test('are called by the spelling used most, the first of equals', () => {
    const index = new ClientIndex();
    for (const name of ['РОМАШКА', 'ООО Ромашка', 'ООО Ромашка', 'Ромашка', 'Ромашка']) {
      index.use(index.identify(name, '', ''), ZERO);
    }
    expect(complete(index.resolve({})).clients.map(({ name }) => name)).toEqual(['ООО Ромашка']);
  });

  test('count for nothing where no row was used', () => {
    const index = new ClientIndex();
    index.identify('АО Ромашка', '', '');
    index.use(index.identify('ООО Ромашка', '', ''), ZERO);
    const { clients, clientOf } = complete(index.resolve({}));
    expect(clients.map(({ key }) => key)).toEqual(['ромашка']);
    expect([...clientOf]).toEqual([-1, 0]);
  });

  test('of digits are the same as text and as number', () => {
    expect(clientsOf([{ name: 17850 }, { name: '17850' }, { name: '017850' }])).toEqual({
      '17850': ['17850'],
      '017850': ['017850'],
    });
  });

  test('are joined as a person confirmed; a circle of aliases joins nobody', () => {
    expect(clientsOf(names('Ромашка', 'Ромашка-Юг'), { 'ромашка юг': 'ромашка' })).toEqual({
      ромашка: ['Ромашка', 'Ромашка-Юг'],
    });
    expect(clientsOf(names('А', 'Б'), { а: 'б', б: 'а' })).toEqual({ а: ['А'], б: ['Б'] });
    expect(clientsOf(names('А', 'Б'), { а: 'в', б: 'в' })).toEqual({ в: ['А', 'Б'] });
  });
});

describe('clients known by a number', () => {
  test('are decided by the code before the name', () => {
    expect(
      clientsOf([
        { name: 'Ромашка', code: '00-01' },
        { name: 'Ромашка', code: '00-02' },
        { name: 'Лютик', code: '00-01' },
      ]),
    ).toEqual({ '00-01': ['Ромашка', 'Лютик'], '00-02': ['Ромашка'] });
  });

  test('are decided by the ИНН before the code', () => {
    expect(
      clientsOf([
        { name: 'Сбер', code: '1', taxId: '7707083893' },
        { name: 'Сбербанк', code: '2', taxId: '7707083893/773601001' },
        { name: 'Сбербанк России', code: '2' },
      ]),
    ).toEqual({ '7707083893': ['Сбер', 'Сбербанк', 'Сбербанк России'] });
  });

  test('are joined by a row with only the name, if exactly one has it', () => {
    expect(clientsOf([{ name: 'Ромашка', code: '1' }, { name: 'РОМАШКА' }])).toEqual({
      '1': ['Ромашка', 'РОМАШКА'],
    });
    expect(
      clientsOf([{ name: 'Ромашка', code: '1' }, { name: 'Ромашка', code: '2' }, { name: 'Ромашка' }]),
    ).toEqual({ '1': ['Ромашка'], '2': ['Ромашка'], ромашка: ['Ромашка'] });
  });

  test('are not taken for a client whose name reads like their code', () => {
    expect(Object.keys(clientsOf([{ name: 'Лютик', code: '5' }, { name: '5' }]))).toEqual(['5', '5 (имя)']);
  });
});

describe('an ИНН', () => {
  test.each<[CellValue, string]>([
    ['7707083893', '7707083893'],
    [7707083893, '7707083893'],
    ['7707083893/773601001', '7707083893'],
    ['500100732259', '500100732259'],
    [105002037, '0105002037'],
    ['DE123456789', 'DE123456789'],
    ['7707083894', ''],
    ['0000000000', ''],
    ['123', ''],
    ['105002037', ''],
    ['', ''],
    ['#N/A', ''],
  ])('%j reads as %j', (value, expected) => {
    expect(readTaxId(value)).toBe(expected);
  });
});
