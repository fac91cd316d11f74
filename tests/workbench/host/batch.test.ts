import { utf8Length } from '../../../src/workbench/host/cost';
import { createSheet } from '../../../src/workbench/model/book';
import { ColumnCellsBuilder } from '../../../src/workbench/model/columnCells';
import type { BookModel, Calculator } from '../../../src/workbench/model/model';
import { codeOf, openExcel, sheetOf } from './support';

/** A calculator that counts its calls and gives every formula the result 42. */
function countingCalculator(): Calculator & { calls: number } {
  return {
    calls: 0,
    recalculate(book: BookModel) {
      this.calls += 1;
      for (const { cells } of book.sheets) {
        for (const { row, column } of [...cells.cells()]) {
          if (cells.formula(row, column) !== null) cells.setResult(row, column, 42);
        }
      }
    },
  };
}

function bigSheet(rows: number, columns: number): ReturnType<typeof createSheet> {
  const builder = new ColumnCellsBuilder();
  const row = Array.from({ length: columns }, (_, column) => `значение ${column}`);
  for (let index = 0; index < rows; index += 1) builder.appendRow(row);
  const sheet = createSheet('Большой');
  sheet.cells = builder.build();
  return sheet;
}

describe('a batch', () => {
  test('stops at the first refusal; what ran before stays done', async () => {
    const { first } = openExcel();
    const code = await codeOf((context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').values = [['done']];
      sheet.getRange('A2:A3').values = [['wrong shape']];
      sheet.getRange('A4').values = [['not done']];
    });
    expect(code).toBe('InvalidArgument');
    expect([first.cells.value(0, 0), first.cells.value(3, 0)]).toEqual(['done', '']);
  });

  test('names the member at fault', async () => {
    openExcel();
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1:B1').values = [[1]];
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ debugInfo: { errorLocation: 'Range.values' } });
  });

  test('that uses a member the host lacks ends with ApiNotFound', async () => {
    openExcel();
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange('A1').getSurroundingRegion().load('address');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({
      code: 'ApiNotFound',
      debugInfo: { errorLocation: 'Range.getSurroundingRegion' },
    });
    expect(
      await codeOf((context) => {
        context.workbook.worksheets.getFirst().load('standardWidth');
      }),
    ).toBe('ApiNotFound');
  });

  test('reading what was not loaded is our own fault, as in Excel', async () => {
    openExcel();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      await context.sync();
      expect(() => sheet.name).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    });
  });

  test('may use an object of an earlier one, unless it has gone', async () => {
    const { host, first } = openExcel([sheetOf('A', [['x']]), sheetOf('B', [])]);
    host.faults.beforeSync(2, (book) => book.sheets.splice(book.sheets.indexOf(first), 1));
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('A').getRange('A1');
      range.load('address');
      await context.sync();
      range.load('values');
      await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
    });
  });
});

describe('limits', () => {
  test('a request over 5 MB is refused and nothing of it is done', async () => {
    const { first } = openExcel();
    const rows = Array.from({ length: 200 }, () => ['x'.repeat(30_000)]);
    const code = await codeOf((context) => {
      context.workbook.worksheets.getFirst().getRange('A1:A200').values = rows;
    });
    expect([code, first.cells.rowCount]).toEqual(['RequestPayloadSizeLimitExceeded', 0]);
  });

  test('an answer over 5 MB is refused', async () => {
    openExcel([bigSheet(40_000, 8)]);
    expect(
      await codeOf((context) => context.workbook.worksheets.getFirst().getUsedRange().load('values')),
    ).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('more than five million cells read as null', async () => {
    openExcel();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A:E').load('values');
      await context.sync();
      expect(range.values).toBeNull();
    });
  });
});

describe('cost', () => {
  test('syncs, bytes and the columns read are counted; the clean-up of Excel.run is not a sync', async () => {
    const { host } = openExcel([bigSheet(1000, 8)]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const used = sheet.getUsedRangeOrNullObject(true).load('rowCount');
      await context.sync();
      const columns = [1, 4].map((column) =>
        sheet.getRangeByIndexes(0, column, used.rowCount, 1).load('values'),
      );
      await context.sync();
      expect(columns[1]?.values[999]).toEqual(['значение 4']);
    });
    expect(host.cost).toMatchObject({ syncs: 2, cleanups: 1, cellsWritten: 0 });
    expect(host.cost.columnsRead('Большой')).toEqual([1, 4]);
    expect(host.cost.cellsRead.get('Большой')?.get(4)).toBe(1000);
    expect(host.cost.largestResponse).toBeGreaterThan(2 * 1000 * 'значение'.length);
    expect(host.cost.responseBytes).toBeGreaterThanOrEqual(host.cost.largestResponse);
    host.cost.reset();
    expect(host.cost).toMatchObject({ syncs: 0, responseBytes: 0 });
    expect(host.cost.columnsRead('Большой')).toEqual([]);
  });

  test.each(['abc', 'абв', '₽', '😀 и 👍', ''])('the length of %j in bytes is that of its UTF-8', (text) => {
    expect(utf8Length(text)).toBe(Buffer.byteLength(text));
  });
});

describe('faults', () => {
  const write = (value: string) => (context: Excel.RequestContext) => {
    context.workbook.worksheets.getFirst().getRange('A1').values = [[value]];
  };

  test('the n-th sync fails with any code, and only that one', async () => {
    const { host, first } = openExcel();
    host.faults.failSync(2, 'RequestAborted');
    expect([await codeOf(write('1')), await codeOf(write('2')), await codeOf(write('3'))]).toEqual([
      'none',
      'RequestAborted',
      'none',
    ]);
    expect(first.cells.value(0, 0)).toBe(3);
  });

  test('the n-th action fails, after the ones before it', async () => {
    const { host, book } = openExcel();
    host.faults.failAction(5, 'GeneralException', 'как гром');
    const run = Excel.run(async (context) => {
      context.workbook.worksheets.add('A');
      context.workbook.worksheets.add('B');
      context.workbook.worksheets.add('C');
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'GeneralException', message: 'как гром' });
    expect(book.sheets.map(({ name }) => name)).toEqual(['Лист1', 'A', 'B']);
  });

  test('in cell-edit mode a batch is refused, or waits if it asks for that', async () => {
    const { host, first } = openExcel();
    host.faults.enterCellEdit();
    expect(await codeOf(write('сразу'))).toBe('InvalidOperationInCellEditMode');
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
      write('потом')(context);
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(first.cells.value(0, 0)).toBe('');
    host.faults.leaveCellEdit();
    await waiting;
    expect(first.cells.value(0, 0)).toBe('потом');
  });

  test('a co-author may delete a sheet between two syncs', async () => {
    const { host } = openExcel([createSheet('A'), createSheet('B')]);
    host.faults.beforeSync(2, (book) => void book.sheets.shift());
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('A').load('name');
      await context.sync();
      sheet.load('position');
      await expect(context.sync()).rejects.toMatchObject({ code: 'ItemNotFound' });
    });
  });

  test('answers can be late', async () => {
    const { host } = openExcel();
    host.faults.answerDelay = 50;
    const start = performance.now();
    expect(await codeOf(write('x'))).toBe('none');
    expect(performance.now() - start).toBeGreaterThanOrEqual(45);
  });

  test('can all be called off', async () => {
    const { host } = openExcel();
    host.faults.failSync(1, 'RequestAborted');
    host.faults.enterCellEdit();
    host.faults.clear();
    expect(await codeOf(write('x'))).toBe('none');
  });
});

describe('formulas', () => {
  const enter = (context: Excel.RequestContext): Excel.Range => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:A2');
    range.formulas = [['=1'], ['=A1']];
    return range;
  };

  test('are brought up to date once after a batch, and before their results are read', async () => {
    const calculator = countingCalculator();
    openExcel(undefined, { calculator });
    await Excel.run(async (context) => {
      enter(context);
      await context.sync();
      expect(calculator.calls).toBe(1);
      const range = enter(context).load('values');
      await context.sync();
      expect([calculator.calls, range.values]).toEqual([2, [[42], [42]]]);
      range.load('values');
      await context.sync();
      expect(calculator.calls).toBe(2);
    });
  });

  test('wait for the end of the batch when it suspends calculation', async () => {
    const calculator = countingCalculator();
    openExcel(undefined, { calculator });
    await Excel.run(async (context) => {
      context.application.suspendApiCalculationUntilNextSync();
      const range = enter(context).load('values');
      await context.sync();
      expect([calculator.calls, range.values]).toEqual([1, [[''], ['']]]);
    });
  });

  test('stay as they are in manual mode until asked', async () => {
    const calculator = countingCalculator();
    const { first } = openExcel(undefined, { calculator });
    await Excel.run(async (context) => {
      context.application.calculationMode = 'Manual';
      enter(context);
      await context.sync();
      expect(calculator.calls).toBe(0);
      context.application.calculate('Full');
      await context.sync();
    });
    expect([calculator.calls, first.cells.value(1, 0)]).toEqual([1, 42]);
  });
});

test('listeners hear of batches that changed the book, and of no others', async () => {
  const { host } = openExcel();
  let heard = 0;
  const stop = host.onChange(() => (heard += 1));
  await codeOf((context) => context.workbook.worksheets.getFirst().load('name'));
  expect(heard).toBe(0);
  await codeOf((context) => context.workbook.worksheets.add('A'));
  expect(heard).toBe(1);
  stop();
  await codeOf((context) => context.workbook.worksheets.add('B'));
  expect(heard).toBe(1);
});
