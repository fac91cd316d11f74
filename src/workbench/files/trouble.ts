/**
 * Why a file cannot be opened as a workbook; each code becomes one sentence for the user.
 * `damaged`: it begins as a workbook but cannot be read to its end.
 */
export interface FileTrouble {
  readonly code: 'notAWorkbook' | 'encrypted' | 'oldXls' | 'emptyFile' | 'damaged';
  /** Name of the file as the user gave it. */
  readonly fileName: string;
  /** Technical reason for the details pane; never cell values. */
  readonly details: string;
}

/** What the first bytes of a file say about its format. */
export type FileKind = 'zip' | 'encrypted' | 'oldXls' | 'empty' | 'binary' | 'text';

const ZIP_SIGNATURE = [0x50, 0x4b];
/** Compound File Binary: .xls before 2007, and also the envelope of an encrypted .xlsx ([MS-OFFCRYPTO] 2.3). */
const COMPOUND_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** BIFF2…BIFF4 worksheets without an envelope begin with their BOF record ([MS-XLS] 2.4.21 and its forerunners). */
const BARE_BIFF = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
];
const UTF16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
/** How much of a file is looked at to tell text from binary. */
const SNIFFED_BYTES = 65_536;

/** Tells a file's format by its content; the extension is not asked. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, ZIP_SIGNATURE)) return 'zip';
  if (startsWith(bytes, COMPOUND_SIGNATURE))
    return contains(bytes, utf16('EncryptedPackage')) ? 'encrypted' : 'oldXls';
  if (BARE_BIFF.some((signature) => startsWith(bytes, signature))) return 'oldXls';
  if (UTF16_MARKS.some((mark) => startsWith(bytes, mark))) return 'text';
  return bytes.subarray(0, SNIFFED_BYTES).some(isControl) ? 'binary' : 'text';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Control characters other than tab, line feed, form feed and carriage return do not occur in text. */
function isControl(byte: number): boolean {
  return byte < 0x09 || byte === 0x0b || (byte > 0x0d && byte < 0x20 && byte !== 0x1a);
}

function utf16(text: string): number[] {
  return [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
}

function contains(bytes: Uint8Array, needle: readonly number[]): boolean {
  const first = needle[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (needle.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
