import { strToU8, zipSync } from 'fflate';
import fc from '../../support/fastCheck';
import { fileTroubleText } from '../../../src/workbench/files/fileTroubleText';
import { openWorkbook } from '../../../src/workbench/files/open';
import { saveWorkbook } from '../../../src/workbench/files/save';
import { translator } from '../../../src/i18n/translate';
import { fullBook } from './books';

async function codeOf(bytes: Uint8Array, fileName = 'file.xlsx'): Promise<string> {
  const opened = await openWorkbook(bytes, fileName);
  return opened.ok ? 'ok' : opened.error.code;
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

describe('a file that is no workbook', () => {
  test('empty', async () => {
    expect(await codeOf(new Uint8Array())).toBe('emptyFile');
    expect(await codeOf(strToU8('\n\n'), 'a.csv')).toBe('emptyFile');
  });

  test('a picture, a web page, prose', async () => {
    expect(await codeOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]))).toBe(
      'notAWorkbook',
    );
    expect(await codeOf(strToU8('<html><body>1</body></html>'))).toBe('notAWorkbook');
    expect(await codeOf(strToU8('Just a sentence without any table in it'), 'a.xlsx')).toBe('notAWorkbook');
  });

  test('an archive with something else inside', async () => {
    expect(await codeOf(zipSync({ 'a.txt': strToU8('x') }))).toBe('notAWorkbook');
  });

  test('an old .xls, and an encrypted .xlsx, which look alike at first', async () => {
    const name = new Uint8Array(Buffer.from('EncryptedPackage', 'utf16le'));
    expect(await codeOf(Uint8Array.from([...COMPOUND, ...new Uint8Array(600)]))).toBe('oldXls');
    expect(await codeOf(Uint8Array.from([...COMPOUND, ...new Uint8Array(600), ...name]))).toBe('encrypted');
  });
});

describe('a damaged workbook', () => {
  let whole: Uint8Array;
  beforeAll(async () => {
    whole = await saveWorkbook(fullBook());
  });

  test('cut off anywhere', async () => {
    for (const share of [0.01, 0.3, 0.7, 0.99]) {
      expect(await codeOf(whole.slice(0, Math.floor(whole.length * share)))).toBe('damaged');
    }
  });

  test('with a sheet that ends in the middle', async () => {
    const parts = { ...(await import('fflate')).unzipSync(whole) };
    parts['xl/worksheets/sheet1.xml'] = (parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()).slice(
      0,
      2000,
    );
    expect(await codeOf(zipSync(parts))).toBe('damaged');
  });

  test('never throws, whatever bytes are changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const changed = whole.slice();
        changed[at] = byte;
        await openWorkbook(changed, 'file.xlsx');
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

test('random bytes never make it throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      await openWorkbook(bytes, 'file.csv');
    }),
    { numRuns: 300, seed: 1 },
  );
});

test.each(['ru', 'en'] as const)('every trouble is one sentence that names the file (%s)', (language) => {
  const t = translator(language);
  for (const code of ['notAWorkbook', 'encrypted', 'oldXls', 'emptyFile', 'damaged'] as const) {
    expect(fileTroubleText({ code, fileName: 'a.xlsx', details: '' }, t)).toMatch(/a\.xlsx.*[;,].+\.$/);
  }
});
