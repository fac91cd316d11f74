import { areaAddress, nameFormula, quotedSheet } from '../../src/excel/references';

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
});
