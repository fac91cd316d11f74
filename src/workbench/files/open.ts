import type { Result } from '../../domain/shared/result';
import { fail, ok } from '../../domain/shared/result';
import type { Steps } from '../../domain/shared/steps';
import type { BookModel } from '../model/model';
import { openCsv } from './csv/openCsv';
import type { FileTrouble } from './trouble';
import { sniff } from './trouble';
import { openXlsx } from './xlsx/openXlsx';

/** How opening talks to its caller while it runs. */
export interface OpenHooks {
  /** Fraction read, 0 … 1. */
  readonly onProgress?: (fraction: number) => void;
}

/** Opening a large file lets the page paint and answer this often, in milliseconds. */
const BREATHE_EVERY = 100;

/**
 * Opens an .xlsx or delimited text file; the format is told by the content, the name only shows and names the sheet.
 * Never throws for a bad file: the trouble is the answer.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  fileName: string,
  hooks: OpenHooks = {},
): Promise<Result<BookModel, FileTrouble>> {
  const trouble = (code: FileTrouble['code'], details: string) => fail({ code, fileName, details });
  switch (sniff(bytes)) {
    case 'empty':
      return trouble('emptyFile', 'no bytes');
    case 'encrypted':
      return trouble('encrypted', 'compound file with an encrypted package');
    case 'oldXls':
      return trouble('oldXls', 'binary workbook of Excel 97–2003');
    case 'binary':
      return trouble('notAWorkbook', 'neither an archive nor text');
    case 'text':
      return openText(bytes, fileName);
    case 'zip':
      try {
        const book = await breathing(openXlsx(bytes, fileName), hooks);
        return book ? ok(book) : trouble('notAWorkbook', 'archive without a workbook part');
      } catch (error) {
        return trouble('damaged', error instanceof Error ? error.message : String(error));
      }
  }
}

function openText(bytes: Uint8Array, fileName: string): Result<BookModel, FileTrouble> {
  const book = openCsv(bytes, fileName);
  if (!book) return fail({ code: 'notAWorkbook', fileName, details: 'text without separators' });
  return book.sheets[0]?.cells.rowCount
    ? ok(book)
    : fail({ code: 'emptyFile', fileName, details: 'blank text' });
}

/** Runs a long computation, pausing now and then. */
async function breathing<T>(steps: Steps<T>, hooks: OpenHooks): Promise<T> {
  let breathed = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - breathed < BREATHE_EVERY) continue;
    hooks.onProgress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    breathed = performance.now();
  }
}
