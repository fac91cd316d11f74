import { readFile } from 'node:fs/promises';
import { openWorkbook } from '../../../src/workbench/files/open';
import { saveWorkbook } from '../../../src/workbench/files/save';
import type { BookModel } from '../../../src/workbench/model/model';
import { describeWith, libreOffice } from '../../support/capabilities';
import { recalculateWithLibreOffice } from '../../support/office';
import { validateOpenXml } from '../../support/openXml';
import { cellLines, frameOf, fullBook } from './books';

async function reopen(bytes: Uint8Array): Promise<BookModel> {
  const opened = await openWorkbook(bytes, 'all.xlsx');
  if (!opened.ok) throw new Error(opened.error.details);
  return opened.value;
}

describe('a book with everything the model holds', () => {
  const book = fullBook();
  let bytes: Uint8Array;
  let again: BookModel;
  beforeAll(async () => {
    bytes = await saveWorkbook(book);
    again = await reopen(bytes);
  });

  test('is valid for the Open XML SDK', async () => {
    expect(await validateOpenXml(bytes)).toEqual([]);
  });

  test('keeps values, formulas with results, and looks of every cell', () => {
    for (const [index, sheet] of book.sheets.entries()) {
      const other = again.sheets[index];
      expect(other && cellLines(again, other)).toEqual(cellLines(book, sheet));
    }
  });

  test('keeps everything of its sheets beside the cells', () => {
    // A hidden column gets the standard width when it has none of its own.
    book.sheets[0]?.columnWidths.set(6, 48);
    expect(again.sheets.map(frameOf)).toEqual(book.sheets.map(frameOf));
  });

  test('keeps names, settings, the active sheet and the protection of its structure', () => {
    const scopeName = (of: BookModel) => (scope: string | null) =>
      of.sheets.find((sheet) => sheet.id === scope)?.name;
    const names = (of: BookModel): unknown =>
      of.names.map((name) => ({ ...name, scope: scopeName(of)(name.scope) }));
    expect(names(again)).toEqual(names(book));
    expect([...again.settings]).toEqual([...book.settings]);
    expect(again.sheets.find((sheet) => sheet.id === again.activeSheetId)?.name).toBe("Bob's notes");
    expect(again.isStructureProtected).toBe(true);
  });

  test('saved untouched is the same again, and saved edited is valid again', async () => {
    expect(await validateOpenXml(await saveWorkbook(again))).toEqual([]);
    const edited = await reopen(bytes);
    for (const sheet of edited.sheets) sheet.pristine = false;
    const rewritten = await saveWorkbook(edited);
    expect(await validateOpenXml(rewritten)).toEqual([]);
    const third = await reopen(rewritten);
    expect(third.sheets.map(frameOf)).toEqual(again.sheets.map(frameOf));
    expect(third.sheets.map((sheet) => cellLines(third, sheet))).toEqual(
      again.sheets.map((sheet) => cellLines(again, sheet)),
    );
  });

  test('equal books give equal files', async () => {
    expect(Buffer.from(await saveWorkbook(again)).equals(Buffer.from(await saveWorkbook(again)))).toBe(true);
  });
});

test('a text longer than Excel allows is cut to its limit', async () => {
  const book = fullBook();
  book.sheets[1]?.cells.setValue(5, 5, 'x'.repeat(40_000));
  expect((await reopen(await saveWorkbook(book))).sheets[1]?.cells.value(5, 5)).toHaveLength(32_767);
});

describeWith(libreOffice, 'a saved book in LibreOffice', () => {
  test('opens and recalculates to the results we saved', async () => {
    const book = fullBook();
    const path = await recalculateWithLibreOffice(await saveWorkbook(book));
    const recalculated = await reopen(new Uint8Array(await readFile(path)));
    const [sheet] = book.sheets;
    const [other] = recalculated.sheets;
    if (!sheet || !other) throw new Error('no sheets');
    let formulas = 0;
    for (const { row, column } of sheet.cells.cells()) {
      if (sheet.cells.formula(row, column) === null) continue;
      formulas += 1;
      const [ours, theirs] = [sheet.cells.value(row, column), other.cells.value(row, column)];
      if (typeof ours === 'number') expect(theirs).toBeCloseTo(ours, 9);
      else expect(theirs).toEqual(ours);
    }
    expect(formulas).toBe(6);
    expect(other.charts).toHaveLength(6);
  });
});
