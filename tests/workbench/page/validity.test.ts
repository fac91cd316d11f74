import { cultureOf } from '../../../src/workbench/host/culture';
import { createBook, createSheet } from '../../../src/workbench/model/book';
import type { BookModel, ModelValue, SheetModel, ValidationModel } from '../../../src/workbench/model/model';
import { BookEdits } from '../../../src/workbench/page/grid/edits';
import { choicesOf } from '../../../src/workbench/page/grid/listChoices';
import { refusingValidation } from '../../../src/workbench/page/grid/validity';

type Rule = ValidationModel['rule'];

const list = (source: string): Rule => ({ kind: 'list', source, inCellDropDown: true });

function validation(rule: Rule, more: Partial<ValidationModel> = {}): ValidationModel {
  return { area: { row: 0, column: 0, rows: 3, columns: 1 }, rule, ignoreBlanks: true, ...more };
}

/** A book with the validation on A1:A3, and values in column C of the sheet «Списки». */
function bookWith(rule: Rule, more: Partial<ValidationModel> = {}): { book: BookModel; sheet: SheetModel } {
  const [sheet, lists] = [createSheet('Лист'), createSheet('Списки')];
  const values: readonly ModelValue[] = ['Высокая', '', 'Низкая', 0.25];
  for (const [row, value] of values.entries()) lists.cells.setValue(row, 2, value);
  sheet.validations = [validation(rule, more)];
  const book = createBook('b.xlsx', [sheet, lists]);
  book.names.push({ name: 'Оценки', formula: "='Списки'!$C$1:$C$4", scope: null, visible: true });
  return { book, sheet };
}

function choices(rule: Rule, row = 0): readonly ModelValue[] | null {
  const { book, sheet } = bookWith(rule);
  return choicesOf(book, sheet, validation(rule), row, 0)?.map(({ value }) => value) ?? null;
}

function lets(rule: Rule, value: ModelValue): boolean {
  const { book, sheet } = bookWith(rule);
  return refusingValidation(book, sheet, 1, 0, value) === null;
}

test('a list offers what its source holds: typed words, a range of whatever size, a name; blanks are left out', () => {
  expect(choices(list('да, нет'))).toEqual(['да', 'нет']);
  expect(choices(list("='Списки'!$C$1:$C$9"))).toEqual(['Высокая', 'Низкая', 0.25]);
  expect(choices(list('=Списки!C:C'))).toEqual(['Высокая', 'Низкая', 0.25]);
  expect(choices(list('=оценки'))).toEqual(['Высокая', 'Низкая', 0.25]);
});

test('a relative source is read from the cell, one that must be calculated offers nothing', () => {
  expect(choices(list('=Списки!C1:C2'), 2)).toEqual(['Низкая', 0.25]);
  expect(choices(list('=INDIRECT("Списки!C1:C2")'))).toBeNull();
});

test.each<[string, Rule, readonly ModelValue[], readonly ModelValue[]]>([
  ['a typed list minds capitals', list('да,нет'), ['да', ''], ['Да', 'может быть', 1]],
  ['a list of cells does not', list('=Оценки'), ['высокая', 0.25], ['Средняя']],
  [
    'whole numbers',
    { kind: 'wholeNumber', operator: 'Between', formula1: 1, formula2: 10 },
    [1, 10],
    [0, 11, 2.5, 'пять'],
  ],
  [
    'numbers past a cell',
    { kind: 'decimal', operator: 'GreaterThan', formula1: '=Списки!$C$4' },
    [0.3],
    [0.25],
  ],
  [
    'days',
    { kind: 'date', operator: 'GreaterThanOrEqualTo', formula1: '=45000' },
    [45_000],
    [44_999, 'завтра'],
  ],
  [
    'lengths',
    { kind: 'textLength', operator: 'LessThanOrEqualTo', formula1: 3 },
    ['три', 100],
    ['четыре', 1000],
  ],
  ['what must be calculated', { kind: 'custom', formula: '=A1>0' }, [-1, 'x'], []],
])('%s', (_what, rule, fine, wrong) => {
  expect(fine.map((value) => lets(rule, value))).toEqual(fine.map(() => true));
  expect(wrong.map((value) => lets(rule, value))).toEqual(wrong.map(() => false));
});

describe('a wrong entry', () => {
  const typed = (text: string, more: Partial<ValidationModel>) => {
    const { book, sheet } = bookWith(list('да,нет'), more);
    const refused = jest.fn();
    new BookEdits(book, cultureOf('ru-RU'), () => undefined, refused).typeChecked(sheet, 0, 0, text);
    return { value: sheet.cells.value(0, 0), refusals: refused.mock.calls.flat() as unknown[] };
  };
  const error = { title: 'Оценка', message: 'Да или нет', style: 'Stop' };

  test('is refused with the words of its validation, or with those of the page', () => {
    expect(typed('может', { error })).toEqual({
      value: '',
      refusals: [{ title: 'Оценка', message: 'Да или нет' }],
    });
    expect(typed('может', {})).toEqual({ value: '', refusals: ['wrongEntry'] });
    expect(typed('да', { error })).toEqual({ value: 'да', refusals: [] });
  });

  test('stands where the validation only warns, and a formula may stand anywhere', () => {
    expect(typed('может', { error: { ...error, style: 'Warning' } }).value).toBe('может');
    expect(typed('=1', { error }).refusals).toEqual([]);
  });
});
