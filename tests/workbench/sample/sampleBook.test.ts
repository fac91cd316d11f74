import { sampleBook } from '../../../src/workbench/sample/sampleBook';
import { sampleSheets } from '../../../src/workbench/sample/sampleSheets';

describe('the sample as a workbook', () => {
  const book = sampleBook('ru');
  const sheet = book.sheets[0];
  const source = sampleSheets('ru')[0];
  if (!sheet || !source) throw new Error('The sample has a sheet');

  it('opens on the sheet of sales with its headings frozen', () => {
    expect(book.activeSheetId).toBe(sheet.id);
    expect(sheet.name).toBe('Продажи');
    expect(sheet.frozen).toEqual({ rows: source.headerRow + 1, columns: 0 });
  });

  it('holds every cell of the sample', () => {
    expect(sheet.cells.rowCount).toBe(source.rows.length);
    source.rows.forEach((row, r) => {
      row.forEach((value, c) => {
        if (sheet.cells.value(r, c) !== value) throw new Error(`Cell ${r}, ${c} differs`);
      });
    });
  });

  it('shows days as days and keeps ИНН as text', () => {
    const style = (column: number) => book.styles.get(sheet.cells.style(source.headerRow + 1, column));
    expect(style(0).numberFormat).toBe('dd.mm.yyyy');
    expect(style(3).numberFormat).toBe('@');
    expect(style(9).numberFormat).toBe('#,##0.00');
    expect(book.styles.get(sheet.cells.style(source.totalRow ?? 0, 9))).toMatchObject({
      bold: true,
      numberFormat: '#,##0.00',
    });
  });
});
