/** A reproducible stream of numbers: the same seed gives the same sample company on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** min ≤ x < max. */
  between(min: number, max: number): number;
  /** A whole number, both ends included. */
  whole(min: number, max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): readonly T[];
  /** An independent stream named by a label: what is drawn from it moves nothing drawn elsewhere. */
  fork(label: string): Random;
}

const TWO_TO_32 = 2 ** 32;
/** Draws thrown away so that neighbouring seeds part company. */
const WARM_UP = 16;

/** Marsaglia's xorshift with 32 bits of state and the shifts 13, 17, 5 (“Xorshift RNGs”, 2003). Not for secrets. */
export function createRandom(seed: number): Random {
  // The state must not be zero: zero stays zero.
  let state = seed >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / TWO_TO_32;
  };
  for (let i = 0; i < WARM_UP; i++) next();

  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const keyed = <T>(list: readonly T[]) => list.map((item) => ({ item, key: next() }));
  return {
    next,
    between: (min, max) => min + next() * (max - min),
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => {
      if (list.length === 0) throw new Error('Nothing to pick from');
      return list[whole(0, list.length - 1)] as (typeof list)[number];
    },
    shuffled: (list) =>
      keyed(list)
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
    fork: (label) => createRandom(hash(`${seed}/${label}`)),
  };
}

/** FNV-1a of the text's code units, 32 bits (Fowler, Noll, Vo). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
