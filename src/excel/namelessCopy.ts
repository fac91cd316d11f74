import type { Result } from '../domain/shared/result';
import type { OwnTabKey } from '../reports/plan';
import { ExcelRefusal } from './errors';
import { maskedTabs } from './inputs';
import { findTabs } from './ownedTabs';
import { withExcel } from './run';
import type { ExcelTrouble } from './types';
import { WorkbookStore } from './workbookStore';

/** Bytes asked for at a time: the largest slice Office gives. */
const SLICE_BYTES = 4 * 1024 * 1024;
/** Characters made of bytes at a time: more arguments than this break the stack. */
const PIECE = 8_192;

/** Whether this Excel hands out the workbook as a file: not on iPad (office-js #757). */
export function canReadFile(): boolean {
  const { requirements, document } = Office.context as Partial<Office.Context>;
  return (
    requirements?.isSetSupported('CompressedFile', '1.1') === true &&
    typeof document?.getFileAsync === 'function'
  );
}

/** Names of our tabs that hold no name now. */
export function namelessTabs(): Promise<Result<readonly string[], ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const { owned } = await findTabs(context);
    const masked: ReadonlySet<OwnTabKey> = maskedTabs((await WorkbookStore.load(context)).keys());
    return [...owned.values()].filter(({ key }) => masked.has(key)).map(({ name }) => name);
  });
}

/** The workbook as it stands, as the bytes of an .xlsx file. */
export function readFile(): Promise<Result<Uint8Array, ExcelTrouble>> {
  return withExcel(null, async () => {
    const file = await answer<Office.File>((done) =>
      Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_BYTES }, done),
    );
    try {
      const bytes = new Uint8Array(file.size);
      for (let slice = 0, at = 0; slice < file.sliceCount; slice++) {
        const { data } = await answer<Office.Slice>((done) => file.getSliceAsync(slice, done));
        const piece = Uint8Array.from(data as ArrayLike<number>);
        bytes.set(piece, at);
        at += piece.length;
      }
      return bytes;
    } finally {
      // Excel keeps two files open at most.
      file.closeAsync();
    }
  });
}

/** Opens a file as a new workbook in a window of its own, not saved yet. */
export function openAsNew(bytes: Uint8Array): Promise<Result<void, ExcelTrouble>> {
  return withExcel(null, async () => {
    let text = '';
    for (let at = 0; at < bytes.length; at += PIECE)
      text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
    await Excel.createWorkbook(btoa(text));
  });
}

/** An answer of the older API as a promise; what it refuses becomes trouble. */
function answer<T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(new ExcelRefusal('unexpected', null, `${error.code} ${error.name}`));
    });
  });
}
