import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A fault as Microsoft's Open XML SDK reports it. */
export interface OpenXmlError {
  readonly description: string;
  readonly path: string | null;
  readonly xPath: string | null;
}

/** Checks a workbook with Microsoft's Open XML SDK, offline; an empty list means that it is valid. */
export async function validateOpenXml(workbook: Uint8Array | string): Promise<readonly OpenXmlError[]> {
  const file = typeof workbook === 'string' ? workbook : await temporaryFile(workbook);
  // The package is for ES modules only, which tests are not compiled to: its command is run instead.
  const command = path.resolve(__dirname, '../../node_modules/.bin/ooxml-validator');
  const output = await new Promise<string>((resolve, reject) => {
    execFile(command, [file], { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (stdout.trim().startsWith('{')) resolve(stdout);
      else reject(new Error(`ooxml-validator gave no answer: ${stderr || String(error)}`));
    });
  });
  return (JSON.parse(output) as { errors: OpenXmlError[] }).errors;
}

async function temporaryFile(bytes: Uint8Array): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-xlsx-')), 'book.xlsx');
  await writeFile(file, bytes);
  return file;
}
