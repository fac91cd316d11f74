import { formatFor } from '../../src/taskpane/format';

const NO_BREAK_SPACE = '\u00a0';

describe('a cell in the pane', () => {
  it('of a date column reads as a date of the language', () => {
    expect(formatFor('ru').cell(45_671, 'date')).toBe('14.01.2025');
    expect(formatFor('en').cell(45_671, 'date')).toBe('14 Jan 2025');
  });

  it('of a date column that is no date stays a number', () => {
    expect(formatFor('en').cell(7, 'date')).toBe('7');
  });

  it('shows as many decimals as it has, up to four', () => {
    expect(formatFor('ru').cell(1234.5, 'number')).toBe(`1${NO_BREAK_SPACE}234,5`);
    expect(formatFor('en').cell(0.1 + 0.2, 'number')).toBe('0.3');
    expect(formatFor('en').cell(1 / 3, 'number')).toBe('0.3333');
  });

  it('keeps text as it is', () => {
    expect(formatFor('en').cell('007', 'number')).toBe('007');
  });
});
