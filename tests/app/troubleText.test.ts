import { troubleDetails, troubleText } from '../../src/app/troubleText';
import type { ExcelTroubleCode, Trouble } from '../../src/app/types';
import type { ReadingError } from '../../src/domain/sales/types';
import { translator } from '../../src/i18n/translate';

const EXCEL_CODES: readonly ExcelTroubleCode[] = [
  'cellEditMode',
  'protectedSheet',
  'protectedWorkbook',
  'itemNotFound',
  'nameTaken',
  'tooLarge',
  'busy',
  'unsupported',
  'unexpected',
];

const READING_ERRORS: readonly ReadingError[] = [
  { code: 'emptySheet', sheet: 'Лист1' },
  { code: 'noHeader', sheet: 'Лист1' },
  { code: 'noClientColumn', sheet: 'Лист1', headers: ['Дата', '', 'Сумма'] },
  { code: 'noAmountColumn', sheet: 'Лист1', headers: [] },
  { code: 'noUsableRows', sheet: 'Лист1', rowsRead: 12, firstProblem: null },
  { code: 'noUsableRows', sheet: 'Лист1', rowsRead: 12, firstProblem: 'unreadableAmount' },
  { code: 'amountsTooLarge', sheet: 'Лист1' },
  { code: 'mixedCurrencies', sheet: 'Лист1', currencies: ['USD', 'EUR'] },
];

function excel(code: ExcelTroubleCode, place: string | null): Trouble {
  return { kind: 'excel', error: { code, place, details: 'AccessDenied at Range.values' } };
}

const ALL: readonly Trouble[] = [
  { kind: 'noSource' },
  { kind: 'cancelled' },
  { kind: 'noList', list: 'deals', name: 'Сделки', sheets: ['Продажи', 'Лист2'] },
  { kind: 'list', error: { code: 'emptyList', sheet: 'Лист1' } },
  ...(['client', 'potential', 'item', 'deal'] as const).map((missing): Trouble => ({
    kind: 'list',
    error: { code: 'noListColumn', sheet: 'Лист1', missing, headings: ['Город'] },
  })),
  ...READING_ERRORS.map((error): Trouble => ({ kind: 'reading', error })),
  ...EXCEL_CODES.flatMap((code) => [excel(code, null), excel(code, 'ABCD')]),
];

describe.each(['ru', 'en'] as const)('trouble told in %s', (language) => {
  const t = translator(language);

  it.each(ALL.map((trouble) => [JSON.stringify(trouble), trouble] as const))('%s', (_name, trouble) => {
    const text = troubleText(trouble, t);
    expect(text).toMatch(/[.]$/);
    expect(text).not.toMatch(/[{}]/);
    // What is wrong and where; what to do.
    expect(text.split('. ').length).toBeLessThanOrEqual(2);
  });
});

describe('the sentence of a trouble', () => {
  const ru = translator('ru');

  it('names the protected sheet where it is known', () => {
    expect(troubleText(excel('protectedSheet', 'ABCD'), ru)).toContain('Лист «ABCD» защищён');
    expect(troubleText(excel('protectedSheet', null), ru)).toContain('Лист защищён');
  });

  it('names the headings read, without the blank ones and no more than eight', () => {
    const headers = ['Дата', '', ...Array.from({ length: 20 }, (_unused, index) => `К${index}`)];
    const text = troubleText(
      { kind: 'reading', error: { code: 'noClientColumn', sheet: 'Лист1', headers } },
      ru,
    );
    expect(text).toContain('«Дата», «К0»');
    expect(text).toContain('«К6», …');
    expect(text).not.toContain('К7');
  });

  it('says why no row can be used', () => {
    const error: ReadingError = {
      code: 'noUsableRows',
      sheet: 'Лист1',
      rowsRead: 12,
      firstProblem: 'noClient',
    };
    expect(troubleText({ kind: 'reading', error }, ru)).toContain(
      '12, но ни одна не годится для расчёта (нет клиента)',
    );
  });
});

describe('the details of a trouble', () => {
  it('are codes and places', () => {
    expect(troubleDetails(excel('busy', null))).toBe('busy: AccessDenied at Range.values');
    expect(troubleDetails({ kind: 'reading', error: { code: 'noHeader', sheet: 'Лист1' } })).toBe('noHeader');
  });

  it('are left out where the sentence says it all', () => {
    expect(troubleDetails({ kind: 'cancelled' })).toBeNull();
  });
});
