import { asTyped, needsTextFormat } from '../../src/excel/textSafety';

describe('a text that must stay a text', () => {
  it.each(['=1+1', '+7 495 000', '-5', '@ivanov', '#N/A', '#ДЕЛ/0!', ' =A1'])(
    '%p could become code',
    (text) => {
      expect(needsTextFormat(text)).toBe(true);
    },
  );

  it.each([
    '007',
    '1/2',
    '3-4',
    '10:30',
    '12%',
    '(300)',
    '₽ 5',
    '1e5',
    '12 мая',
    'Mar 5',
    'май 2024',
    'янв.26',
    '2024-01-05',
    'ИСТИНА',
    'true',
  ])('%p could become a number, a date or a truth value', (text) => {
    expect(needsTextFormat(text)).toBe(true);
  });

  it.each(['Ромашка', 'ООО «Север»', 'Аптека № 5', 'Trading House 5', '', 'Северо-Запад'])(
    '%p is safe as it is',
    (text) => {
      expect(needsTextFormat(text)).toBe(false);
    },
  );

  it('doubles a leading apostrophe, which Excel takes for its own prefix', () => {
    expect(asTyped("'t Hart")).toBe("''t Hart");
    expect(asTyped("O'Neil")).toBe("O'Neil");
  });
});
