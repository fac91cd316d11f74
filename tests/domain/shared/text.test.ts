import { collapseSpaces, foldText, shorten } from '../../../src/domain/shared/text';

describe('text', () => {
  test('has every kind of space as one', () => {
    expect(collapseSpaces('\ufeff \u00a0a\u2009\u202f b\u200b\n')).toBe('a b');
    expect(collapseSpaces('a b')).toBe('a b');
    expect(collapseSpaces(' \u200b ')).toBe('');
  });

  test('is compared without case, ё and compatibility forms, but the numero sign stays', () => {
    expect(foldText('  СЧЁТ №\u00a05 ')).toBe('счет № 5');
    expect(foldText('И\u0306')).toBe('й');
    expect(foldText('ＡＣＭＥ')).toBe('acme');
  });

  test('is cut with an ellipsis', () => {
    expect(shorten('abc', 3)).toBe('abc');
    expect(shorten('abcd', 3)).toBe('ab…');
  });
});
