import type { SheetShape } from './shape';
import { sheetPeriod } from './sheetPeriod';

/** FNV-1a with 64 bits: offset basis and prime. */
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const BITS = 64;
const HEXADECIMAL = 16;

/**
 * What a form is recognised by in the next file: a hash of its headings in their order. Headings that name a month or a
 * year change with every file and do not count.
 */
export function shapeKey({ headings }: SheetShape): string {
  const lasting = headings.filter((heading) => heading !== '' && sheetPeriod(heading) === null);
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(JSON.stringify([...new Set(lasting)]))) {
    hash = BigInt.asUintN(BITS, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(HEXADECIMAL);
}
