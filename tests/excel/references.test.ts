import {
  areaAddress,
  isSameFormula,
  nameFormula,
  quotedSheet,
  standsAnywhere,
} from '../../src/excel/references';

describe('references', () => {
  it('quotes a sheet always and doubles its apostrophes', () => {
    expect(quotedSheet("Client's ABC")).toBe("'Client''s ABC'");
  });

  it('says an area in A1 notation', () => {
    expect(areaAddress({ row: 2, column: 1, rows: 3, columns: 2 })).toBe('A2:B4');
  });

  it('names one cell or an area absolutely', () => {
    expect(nameFormula('Настройки', { row: 4, column: 2, rows: 1, columns: 1 })).toBe("='Настройки'!$B$4");
    expect(nameFormula('ABCD', { row: 2, column: 1, rows: 3, columns: 28 })).toBe("='ABCD'!$A$2:$AB$4");
  });

  it('knows a formula again that Excel gives back without needless quotes', () => {
    expect(isSameFormula("='Настройки'!$B$4+1", '=Настройки!$B$4+1')).toBe(true);
    expect(isSameFormula("='Отдел 1'!B4", "='Отдел 2'!B4")).toBe(false);
    expect(isSameFormula('=A1', '=A2')).toBe(false);
  });

  it.each([
    '=2*21',
    '="звонить B4"&""',
    "='Отдел 1'!$A$1:B2+1",
    "='O''Hara'!A1*Лист1!B2",
    '=SUM(Лист1!A:A)+SUM(Лист1!3:5)',
    '=LOG10(100)+ROUND(1.5,0)',
    '=план_2026*Бюджет2',
    '=SUM(Table1[Сумма])',
  ])('%s says the same in any cell', (formula) => {
    expect(standsAnywhere(formula)).toBe(true);
  });

  it.each([
    '=B4',
    '=$C$5*2',
    '=SUM(A1:A3)',
    '=SUM(C:C)',
    '=SUM(3:3)',
    "='Отдел 1'!A1+B2",
    '=IF(D7>0,"да","")',
  ])('%s calls the sheet it stands on', (formula) => {
    expect(standsAnywhere(formula)).toBe(false);
  });
});
