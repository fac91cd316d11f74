/** Run by largeBook.test.ts in a process of its own: prints times, peak memory and what came out as one line of JSON. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { openWorkbook } from '../../../src/workbench/files/open';
import { readBookParts } from '../../../src/workbench/files/xlsx/bookParts';
import { SourcePackage } from '../../../src/workbench/files/package/source';
import { saveWorkbook } from '../../../src/workbench/files/save';
import { createSheet } from '../../../src/workbench/model/book';
import { fullBook } from './books';

/** As many clients as Online Retail has. */
const CLIENTS = 4_372;

async function main(file: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  const start = performance.now();
  const opened = await openWorkbook(bytes, 'online_retail.xlsx');
  const openSeconds = (performance.now() - start) / 1000;
  if (!opened.ok) throw new Error(opened.error.details);
  const book = opened.value;
  const [data] = book.sheets;
  if (!data) throw new Error('no sheet');
  const large = createSheet('Большая');
  for (let row = 0; row < CLIENTS; row++) {
    for (let column = 0; column < 12; column++)
      large.cells.setValue(row, column, column < 2 ? `client ${row}` : row * column);
    large.cells.setFormula(row, 12, `=C${row + 1}+D${row + 1}`);
    large.cells.setResult(row, 12, row * 5);
  }
  book.sheets.push(...fullBook().sheets, large);
  const saving = performance.now();
  const saved = await saveWorkbook(book);
  const saveSeconds = (performance.now() - saving) / 1000;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  const result = SourcePackage.open(saved);
  const part = data.sourcePart ?? '';
  const [before, after] = [SourcePackage.open(bytes).entries.get(part), result.entries.get(part)];
  console.log(
    JSON.stringify({
      openSeconds,
      saveSeconds,
      peakMegabytes,
      rows: data.cells.rowCount,
      date: data.cells.value(1, 4),
      dateFormat: book.styles.get(data.cells.style(1, 4)).numberFormat,
      reopened: readBookParts(result)?.sheets.map((sheet) => sheet.name),
      keptBytes:
        before !== undefined &&
        after !== undefined &&
        Buffer.from(before.compressed).equals(after.compressed),
    }),
  );
}

void main(process.argv[2] ?? '');
