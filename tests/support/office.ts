import { execFile } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { libreOfficePath } from './capabilities';

const run = promisify(execFile);

/** LibreOffice may take this long for a large book, in milliseconds. */
const TIMEOUT = 300_000;

/** Recalculates every formula on loading: 0 is “always” (LibreOffice, Tools → Options → Calc → Formula), in a region. */
const settingsFor = (locale: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"><value>${locale}</value></prop></item>
</oor:items>`;

let queue: Promise<unknown> = Promise.resolve();

/**
 * Opens a workbook in LibreOffice, recalculates it and saves it as .xlsx again; answers the new file's path. The region
 * decides the decimal sign of numbers joined to texts.
 */
export async function recalculateWithLibreOffice(
  workbook: Uint8Array | string,
  locale = 'en-US',
): Promise<string> {
  return convert(workbook, 'xlsx', locale);
}

/** Prints a workbook to PDF with LibreOffice; answers the path. */
export async function renderPdf(workbook: Uint8Array | string): Promise<string> {
  return convert(workbook, 'pdf', 'en-US');
}

/** Pages of a PDF as PNG files, in order. */
export async function pdfToPng(pdf: string, dpi = 80): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clientele-png-'));
  await run('pdftoppm', ['-r', String(dpi), '-png', pdf, path.join(folder, 'page')]);
  return (await readdir(folder)).sort().map((file) => path.join(folder, file));
}

/** One conversion at a time: LibreOffice instances fight over memory and profiles. */
function convert(workbook: Uint8Array | string, format: 'xlsx' | 'pdf', locale: string): Promise<string> {
  const result = queue.then(() => convertNow(workbook, format, locale));
  queue = result.catch(() => undefined);
  return result;
}

async function convertNow(workbook: Uint8Array | string, format: string, locale: string): Promise<string> {
  const command = libreOfficePath();
  if (command === null) throw new Error('LibreOffice is not installed');
  const folder = await mkdtemp(path.join(tmpdir(), 'clientele-office-'));
  const profile = path.join(folder, 'profile');
  await run('mkdir', ['-p', path.join(profile, 'user')]);
  await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), settingsFor(locale));
  const input = typeof workbook === 'string' ? workbook : path.join(folder, 'book.xlsx');
  if (typeof workbook !== 'string') await writeFile(input, workbook);
  const output = path.join(folder, 'out');
  const switches = ['--headless', '--norestore', `-env:UserInstallation=file://${profile}`];
  await run(command, [...switches, '--convert-to', format, '--outdir', output, input], { timeout: TIMEOUT });
  const [file] = await readdir(output);
  if (file === undefined) throw new Error(`LibreOffice wrote no ${format} of ${input}`);
  return path.join(output, file);
}
