import { Inflate, inflateSync, Zip, ZipDeflate } from 'fflate';
import type { ZipInputFile } from 'fflate';

/** One file of a zip archive, still compressed: it can be inflated, or copied into another archive as it is. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated (APPNOTE.TXT 4.4.5). */
  readonly method: number;
  readonly crc: number;
  /** Length when inflated, in bytes. */
  readonly size: number;
  readonly compressed: Uint8Array;
}

const STORED = 0;
const DEFLATED = 8;
const END_RECORD = 0x06054b50;
const CENTRAL_HEADER = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_RECORD_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_MARK = 0xffffffff;
const ENCRYPTED_FLAG = 1;
/** Bytes inflated at a time when a part is streamed. */
const SLICE = 65_536;

/**
 * The files of a zip archive by name, read from its central directory; nothing is inflated yet.
 * Throws on an archive that is cut off, encrypted or needs zip64 (over 4 GB, which no workbook is).
 */
export function readZip(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndRecord(view);
  const count = view.getUint16(end + 10, true);
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== CENTRAL_HEADER) throw new Error('zip: central directory is broken');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const entry = readEntry(bytes, view, at, name);
    if (!name.endsWith('/')) entries.set(name.replaceAll('\\', '/'), entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEndRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_RECORD_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_RECORD_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_RECORD) return at;
  }
  throw new Error('zip: end of central directory not found');
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, name: string): ZipEntry {
  const compressedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if (compressedSize === ZIP64_MARK || size === ZIP64_MARK || local === ZIP64_MARK)
    throw new Error('zip: zip64');
  if (view.getUint16(at + 8, true) & ENCRYPTED_FLAG) throw new Error(`zip: ${name} is encrypted`);
  if (view.getUint32(local, true) !== LOCAL_HEADER) throw new Error(`zip: ${name} has no local header`);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + compressedSize > bytes.length) throw new Error(`zip: ${name} is cut off`);
  return {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size,
    compressed: bytes.subarray(start, start + compressedSize),
  };
}

/** The file's bytes. Throws on damaged data. */
export function inflateEntry(entry: ZipEntry): Uint8Array {
  if (entry.method === STORED) return entry.compressed;
  if (entry.method !== DEFLATED) throw new Error(`zip: ${entry.name} uses method ${entry.method}`);
  return inflateSync(entry.compressed, { out: new Uint8Array(entry.size) });
}

/** The file's bytes in pieces, so that a large sheet never stands in memory as a whole. */
export function* inflateInSlices(entry: ZipEntry): Generator<Uint8Array> {
  if (entry.method !== DEFLATED) {
    yield inflateEntry(entry);
    return;
  }
  const ready: Uint8Array[] = [];
  const inflate = new Inflate((data) => ready.push(data));
  for (let at = 0; at < entry.compressed.length; at += SLICE) {
    const next = Math.min(at + SLICE, entry.compressed.length);
    inflate.push(entry.compressed.subarray(at, next), next === entry.compressed.length);
    yield* ready.splice(0);
  }
}

/** What a file of a new archive is made of: bytes, text produced piece by piece, or a file of another archive as it is. */
export type ZipContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'pieces'; readonly pieces: () => Iterable<string> }
  | { readonly kind: 'entry'; readonly entry: ZipEntry };

/** Text gathered before it is handed to the compressor. */
const PIECE_LENGTH = 1 << 18;
/** Zip dates start here; a fixed one makes equal books equal files. */
const FIXED_TIME = new Date(1980, 0, 1);

/** A zip archive of the given files, in their order. */
export function writeZip(contents: ReadonlyMap<string, ZipContent>): Uint8Array {
  const output: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    output.push(data);
  });
  for (const [name, content] of contents) addFile(zip, name, content);
  zip.end();
  return concatenate(output);
}

function addFile(zip: Zip, name: string, content: ZipContent): void {
  if (content.kind === 'entry') return copyEntry(zip, name, content.entry);
  const file = new ZipDeflate(name, { level: 6 });
  file.mtime = FIXED_TIME;
  zip.add(file);
  if (content.kind === 'bytes') {
    file.push(content.bytes, true);
    return;
  }
  const encoder = new TextEncoder();
  let gathered = '';
  for (const piece of content.pieces()) {
    gathered += piece;
    if (gathered.length < PIECE_LENGTH) continue;
    file.push(encoder.encode(gathered), false);
    gathered = '';
  }
  file.push(encoder.encode(gathered), true);
}

/** Hands the compressed bytes through unchanged: fflate writes the headers around them. */
function copyEntry(zip: Zip, name: string, entry: ZipEntry): void {
  const file: ZipInputFile = {
    filename: name,
    size: entry.size,
    crc: entry.crc,
    compression: entry.method,
    mtime: FIXED_TIME,
  };
  zip.add(file);
  // fflate's type asks for an unshared buffer; it only hands the bytes on.
  file.ondata?.(null, entry.compressed as Uint8Array<ArrayBuffer>, true);
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
