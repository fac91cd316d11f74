import { PART_MARK } from './layouts/headings';
import type { SheetShape } from './shape';
import { sheetPeriod } from './sheetPeriod';

/** FNV-1a with 64 bits: offset basis and prime. */
const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const BITS = 64;
const HEXADECIMAL = 16;

/**
 * What a form is recognised by in the next file: a hash of its layout and its headings in their order. Headings that
 * name a month or a year change with every file and do not count.
 */
export function shapeKey({ layout, headings }: SheetShape): string {
  const lasting = headings.map((heading) => heading.split(PART_MARK).filter(lasts).join(PART_MARK));
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(
    JSON.stringify([layout, ...new Set(lasting.filter((heading) => heading !== ''))]),
  )) {
    hash = BigInt.asUintN(BITS, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(HEXADECIMAL);
}

/** Does a part of a heading stay from file to file? A date in a cell is read as its serial. */
function lasts(part: string): boolean {
  return sheetPeriod(part) === null && !/^\d+$/.test(part);
}
