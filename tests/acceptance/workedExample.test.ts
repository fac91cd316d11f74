import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { translator } from '../../src/i18n/translate';
import { saveWorkbook } from '../../src/workbench/files/save';
import { createBook, createSheet } from '../../src/workbench/model/book';
import type { BookModel, SheetModel } from '../../src/workbench/model/model';
import { runDiagnose } from '../support/diagnose';
import type { Summary } from '../support/diagnose';
import { openSaved } from '../support/liveWorkbook';
import { WORKED_EXAMPLE } from '../support/reportContext';
import { WORKED_POTENTIALS } from '../support/segments';

/** The page counts in thousands of roubles. */
const THOUSAND = 1000;

function sheetOf(name: string, rows: readonly (readonly (string | number)[])[]): SheetModel {
  const sheet = createSheet(name);
  rows.forEach((row, r) => row.forEach((value, c) => sheet.cells.setValue(r, c, value)));
  return sheet;
}

/** Sales and budgets as two sheets of one workbook; C10 stands on the list of budgets only, as it never bought. */
async function workedFile(): Promise<string> {
  const sales = WORKED_EXAMPLE.filter(([client]) => client !== 'C10');
  const book = createBook('Пример.xlsx', [
    sheetOf('Продажи', [
      ['Контрагент', 'Сумма'],
      ...sales.map(([client, amount]) => [client, amount * THOUSAND] as const),
    ]),
    sheetOf('Бюджеты', [
      ['Контрагент', 'Годовой бюджет'],
      ...Object.entries(WORKED_POTENTIALS).map(([client, budget]) => [client, budget * THOUSAND] as const),
    ]),
  ]);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-worked-')), 'Пример.xlsx');
  await writeFile(file, await saveWorkbook(book));
  return file;
}

describe('The worked example of method.md §9, from a workbook with a list of budgets', () => {
  let summary: Summary;
  let book: BookModel;

  beforeAll(async () => {
    const run = await runDiagnose(await workedFile(), '--sheet', 'Продажи', '--lang', 'ru');
    expect(run.exitCode).toBe(0);
    summary = await run.summary();
    book = await openSaved(run.workbook);
  });

  test('has the base, the net and the indices of the page', () => {
    const { dependency } = summary;
    expect(dependency).toMatchObject({ base: 10_000_000, net: 9_960_000, negatives: -40_000, k80: 4 });
    expect(dependency?.cr).toMatchObject({ '1': 0.42, '2': 0.65, '3': 0.76, '5': 0.91 });
    expect(dependency?.hhi).toBeCloseTo(2558.5, 9);
    expect(dependency?.effectiveClients).toBeCloseTo(3.91, 2);
    expect(dependency?.gini).toBeCloseTo(0.5589, 4);
  });

  test.each([
    ['C01', 'A', 'B', 'critical', 4200, 6000],
    ['C02', 'A', 'A', 'critical', 2300, 20_000],
    ['C03', 'A', 'B', 'large', 1100, 1200],
    ['C04', 'A', null, 'none', 900, null],
    ['C05', 'B', 'C', 'none', 600, 5000],
    ['C06', 'B', 'D', 'none', 400, 400],
    ['C07', 'C', 'D', 'none', 300, 250],
    ['C08', 'C', 'D', 'none', 150, 150],
    ['C09', 'C', 'C', 'none', 50, 3000],
    ['C11', 'D', null, 'none', -40, null],
  ] as const)(
    '%s is %s by volume, %s by potential, its flag %s',
    (name, volumeClass, letter, flag, revenue, budget) => {
      expect(summary.clients.find((client) => client.name === name)).toMatchObject({
        volumeClass,
        abcd: letter,
        effectiveClass: letter,
        flag,
        revenue: revenue * THOUSAND,
        potential: budget === null ? null : budget * THOUSAND,
        headroom: budget === null ? null : Math.max(0, budget - revenue) * THOUSAND,
      });
    },
  );

  /** The row of a client in the table of «Потенциал», its texts one below the other. */
  function rowOf(client: string): string {
    const sheet = book.sheets.find(({ name }) => name === 'Потенциал');
    const [area] = sheet?.tables.map((table) => table.area) ?? [];
    if (!sheet || !area) throw new Error('No table on «Потенциал»');
    const rows = Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (_cell, column) =>
        String(sheet.cells.value(area.row + row, area.column + column)),
      ),
    );
    return rows.find((texts) => texts.includes(client))?.join('\n') ?? '';
  }

  test('says whose potential is understated or not assessed, who has room though it is B, and who never bought', () => {
    const t = translator('ru');
    expect(rowOf('C07')).toContain(t('potential.note.understated'));
    expect(rowOf('C01')).toContain(t('potential.note.headroom'));
    expect(rowOf('C04')).toContain(t('potential.method.none'));
    expect(rowOf('C10')).toContain(t('segments.prospect'));
    for (const bought of ['C02', 'C03', 'C06', 'C08']) {
      expect(rowOf(bought)).toContain(bought);
      expect(rowOf(bought)).not.toContain(t('potential.note.understated'));
      expect(rowOf(bought)).not.toContain(t('segments.prospect'));
    }
  });
});
