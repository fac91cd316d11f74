const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
/** A second start makes a chance meeting of two things as rare as with 64 bits. */
const SECOND_OFFSET = 0x9e3779b9;
const HEX_DIGITS = 8;

/** A short text that tells whether two things of JSON are the same (FNV-1a, twice): sixteen digits. */
export function fingerprint(thing: unknown): string {
  const text = JSON.stringify(thing);
  return hash(text, OFFSET) + hash(text, SECOND_OFFSET);
}

function hash(text: string, offset: number): string {
  let state = offset;
  for (let index = 0; index < text.length; index++)
    state = Math.imul(state ^ text.charCodeAt(index), PRIME) >>> 0;
  return state.toString(16).padStart(HEX_DIGITS, '0');
}
