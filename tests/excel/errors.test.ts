import { ExcelRefusal, isRefusedPart, isTooLarge, troubleOf } from '../../src/excel/errors';

function officeError(code: string, errorLocation = ''): Error {
  return Object.assign(new Error('Значение ячейки: ООО «Ромашка»'), { code, debugInfo: { errorLocation } });
}

describe('troubles of Excel', () => {
  it.each([
    ['InvalidOperationInCellEditMode', 'Range.values', 'cellEditMode'],
    ['AccessDenied', 'Range.values', 'protectedSheet'],
    ['AccessDenied', 'WorksheetCollection.add', 'protectedWorkbook'],
    ['AccessDenied', 'Worksheet.name', 'protectedWorkbook'],
    ['ItemNotFound', 'WorksheetCollection.getItem', 'itemNotFound'],
    ['ItemAlreadyExists', 'WorksheetCollection.add', 'nameTaken'],
    ['RequestPayloadSizeLimitExceeded', '', 'tooLarge'],
    ['RequestAborted', '', 'busy'],
    ['ApiNotFound', 'Table.resize', 'unsupported'],
    ['GeneralException', '', 'unexpected'],
  ])('%s at %p is %s', (code, location, expected) => {
    expect(troubleOf(officeError(code, location), 'ABCD')).toMatchObject({ code: expected, place: 'ABCD' });
  });

  it('keeps the code and the place of the error, never its text, which may hold cell values', () => {
    const trouble = troubleOf(officeError('AccessDenied', 'Range.values'), null);
    expect(trouble?.details).toBe('AccessDenied (Range.values)');
    expect(JSON.stringify(trouble)).not.toContain('Ромашка');
  });

  it('lets bugs of ours pass', () => {
    expect(troubleOf(new TypeError('x is undefined'), null)).toBeNull();
  });

  it('takes over refusals of our own checks, with their place', () => {
    const refusal = new ExcelRefusal('protectedSheet', 'ABCD', 'WorksheetProtection.protected');
    expect(troubleOf(refusal, null)).toEqual({
      code: 'protectedSheet',
      place: 'ABCD',
      details: 'WorksheetProtection.protected',
    });
  });

  it('tells a refused part from an Excel that cannot go on', () => {
    expect(isRefusedPart(officeError('InvalidArgument'))).toBe(true);
    expect(isRefusedPart(officeError('ApiNotFound'))).toBe(true);
    expect(isRefusedPart(officeError('AccessDenied'))).toBe(false);
    expect(isRefusedPart(officeError('InvalidOperationInCellEditMode'))).toBe(false);
    expect(isTooLarge(officeError('ResponsePayloadSizeLimitExceeded'))).toBe(true);
  });
});
