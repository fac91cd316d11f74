import type { CellValue } from '../domain/shared/grid';

/** What one request or answer may weigh at most: Excel on the web refuses 5 MB (design.md, cost model). */
export const PAYLOAD_LIMIT_BYTES = 4_000_000;

/** What we cut chunks to: the gap to the limit covers rows that are heavier than those measured. */
export const CHUNK_BYTES = 3_000_000;

/** Quotes, their escapes inside the message, and the comma. */
const TEXT_OVERHEAD_BYTES = 5;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** `"` inside a text becomes `\\\"` in JSON that is itself carried as a JSON text. */
const ESCAPE_BYTES = 3;

/** Bytes of a cell in a request or an answer: JSON in UTF-8. `Альфа` weighs 15, `12.5` weighs 5. */
export function cellBytes(value: CellValue): number {
  if (typeof value === 'string') return textBytes(value) + TEXT_OVERHEAD_BYTES;
  return String(value).length + 1;
}

function textBytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7ff) bytes += 2;
    else if (code > 0x7f) bytes += 1;
    else if (code === QUOTE || code === BACKSLASH) bytes += ESCAPE_BYTES;
  }
  return bytes;
}
