import { createBook, createSheet } from '../../../src/workbench/model/book';
import { createStyleTable } from '../../../src/workbench/model/styleTable';

test('equal styles share an id, whatever the order of their fields', () => {
  const styles = createStyleTable();
  const id = styles.intern({ bold: true, borders: { top: { style: 'thin', color: '#000000' } } });
  expect(styles.intern({ borders: { top: { color: '#000000', style: 'thin' } }, bold: true })).toBe(id);
  expect(styles.intern({ bold: false })).not.toBe(id);
  expect(styles.get(id)).toEqual({ bold: true, borders: { top: { style: 'thin', color: '#000000' } } });
});

test('the default look is style 0', () => {
  const styles = createStyleTable();
  expect(styles.intern({})).toBe(0);
  expect(styles.get(0)).toEqual({});
});

test('a new book stands on its first sheet; every sheet has an id of its own', () => {
  const book = createBook('b.xlsx', [createSheet('A'), createSheet('B')]);
  expect(book.activeSheetId).toBe(book.sheets[0]?.id);
  expect(new Set(book.sheets.map(({ id }) => id)).size).toBe(2);
  expect(book.sheets[0]?.id).toMatch(/^\{[0-9A-F-]{36}\}$/);
});
