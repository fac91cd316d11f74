import { clientKey, foldName, isNobody } from '../../../src/domain/sales/clientKey';

describe('the key of a client', () => {
  test.each([
    ['ООО «Ромашка»', 'ромашка, ооо'],
    ['ООО "Ромашка"', 'ООО Ромашка'],
    ['ООО „Ромашка“', 'Общество с ограниченной ответственностью «Ромашка»'],
    ['О.О.О. Ромашка', 'ООО Ромашка'],
    ['OOO Ромашка', 'ООО Ромашка'],
    ['Ромашка', '  РОМАШКА\u00a0'],
    ['Ёлка', 'ЕЛКА'],
    ['Pомaшка', 'Ромашка'],
    ['Аcme Ltd', 'Acme Limited'],
    ['Acme', 'ACME Inc'],
    ['OCA Ltd', 'ООО «Оса»'],
    ['Beth Paige', 'ВETH PAIGE'],
    ['ТД MTC', 'ТД МТС'],
    ['Acme, L.L.C.', 'ACME LLC'],
    ['Müller GmbH', 'MÜLLER'],
    ['Müller GmbH & Co. KG', 'Müller GmbH & Co KG'],
    ['Аптека №5', 'Аптека № 5'],
    ['ИП Иванов И.И.', 'Иванов И. И. (ИП)'],
    ['O’Brien', "O'Brien"],
    ['Торг-Сервис', 'Торг Сервис'],
    ['Johnson & Johnson', 'Johnson&Johnson'],
    ['ＡＣＭＥ', 'acme'],
  ])('is one for %j and %j', (one, other) => {
    expect(clientKey(one)).toBe(clientKey(other));
  });

  test.each([
    ['Аптека № 5', 'Аптека № 6'],
    ['Магазин 1/5', 'Магазин 15'],
    ['Магазин 1.5', 'Магазин 1-5'],
    ['Цех 3', 'Цех З'],
    ['A & B', 'A B'],
    ['Beth', 'Seth'],
    ['Иванов И. П.', 'Иванов'],
    ['Петров А. О.', 'Петров'],
    ['Тотал', 'Total'],
    ['Ромашка', 'Ромашки'],
    ['Day Spa', 'Day'],
    ['РАО Север', 'ПАО Север'],
    ['😀', '😎'],
    ['C++', 'C'],
  ])('tells %j from %j', (one, other) => {
    expect(clientKey(one)).not.toBe(clientKey(other));
  });

  test('moves the legal form aside', () => {
    expect(foldName('ООО «Ромашка»')).toEqual({ core: 'ромашка', form: 'ооо' });
    expect(foldName('Индивидуальный предприниматель Иванов')).toEqual({ core: 'иванов', form: 'ип' });
    expect(foldName('ИП КФХ Иванов')).toEqual({ core: 'иванов', form: 'ип кфх' });
    expect(foldName('Birch Co., Ltd.')).toEqual({ core: 'birch', form: 'ltd' });
  });

  test('always leaves a name', () => {
    expect(foldName('ООО')).toEqual({ core: 'ооо', form: '' });
    expect(foldName('«»').core).toBe('«»');
  });

  test.each(['', ' ', '-', '—', '...', '?', 'NULL', '(null)', '(blank)', 'n/a', '(пусто)', '<не указан>'])(
    '%j names nobody',
    (name) => {
      expect(isNobody(name)).toBe(true);
    },
  );

  test.each(['А', '5', '😀', 'Нулевой', 'Пустота', 'Nullsoft'])('%j names somebody', (name) => {
    expect(isNobody(name)).toBe(false);
  });
});
