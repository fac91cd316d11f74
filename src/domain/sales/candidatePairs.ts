import type { Steps } from '../shared/steps';
import type { NameFace, NameWord } from './nameFace';
import { PAUSE_EVERY } from './pause';
import { soundOf } from './transliteration';

/** Shorter words have no slips that could be told from other words. */
const SHORTEST_FUZZY = 4;
/** A word borne by more clients finds too many; then the whole name must be near. */
const RARE_UP_TO = 20;
/** Of a larger group only neighbours are compared: it is a chain of shops, not one client in many spellings. */
const LARGEST_GROUP = 30;
/** Words of a name that initials may stand for. */
const MOST_WORDS = 6;
/** Groups are sorted in so many portions, so that no sort takes long. */
const PORTIONS = 64;
/** A group's hash and a face share the 53 exact bits of a double. */
const FACES = 2 ** 21;

/**
 * Pairs of names worth comparing among all, without comparing all: names that share a word (or one that differs by a
 * letter, after Garbe's symmetric deletes, 2012), the same letters, or initials for words.
 */
export class CandidatePairs {
  private readonly portions: number[][] = Array.from({ length: PORTIONS }, () => []);
  /** For each name the later ones it was paired with. */
  private readonly seen: Set<number>[] = [];
  private portion = 0;

  constructor(
    private readonly faces: readonly NameFace[],
    private readonly bearers: ReadonlyMap<string, number>,
  ) {}

  /** The fraction of pairs given, 0 … 1. */
  get done(): number {
    return this.portion / PORTIONS;
  }

  /** Puts every name into its groups. */
  *index(): Steps<void> {
    for (const [at, face] of this.faces.entries()) {
      if (at % (PAUSE_EVERY / 4) === 0) yield 0.3 + (0.2 * at) / this.faces.length;
      this.addFace(at, face);
    }
  }

  /** Each pair once. */
  *pairs(): Generator<readonly [number, number]> {
    for (const entries of this.portions) {
      const sorted = Float64Array.from(entries).sort();
      entries.length = 0;
      let from = 0;
      for (let to = 1; to <= sorted.length; to++) {
        if (to < sorted.length && groupOf(sorted[to]) === groupOf(sorted[from])) continue;
        yield* this.pairsWithin(sorted.subarray(from, to));
        from = to;
      }
      this.portion++;
    }
  }

  private *pairsWithin(group: Float64Array): Generator<readonly [number, number]> {
    const reach = group.length > LARGEST_GROUP ? 1 : group.length;
    for (let i = 0; i < group.length; i++) {
      for (let j = i + 1; j < group.length && j <= i + reach; j++) {
        const [one, other] = [(group[i] ?? 0) % FACES, (group[j] ?? 0) % FACES];
        // Sorted, so the earlier name comes first; one name stands twice where two of its letters make one group.
        if (one === other) continue;
        const known = (this.seen[one] ??= new Set());
        if (known.has(other)) continue;
        known.add(other);
        yield [one, other];
      }
    }
  }

  private addFace(at: number, { words, numbers, letters }: NameFace): void {
    const base = hashOf(numbers);
    const lettersOf = (some: readonly NameWord[]) => some.map(({ sound }) => sound).sort();
    const sorted = lettersOf(words);
    this.add(base, hashOf(soundOf(letters)), at);
    this.add(base, hashOf(sorted.join(' ')), at);
    for (const [i, { sound, text }] of words.entries()) {
      if (sound.length < SHORTEST_FUZZY) continue;
      const rest = hashOf(lettersOf(words.filter((_, other) => other !== i)).join(' ')) || 1;
      const isRare = (this.bearers.get(text) ?? 0) <= RARE_UP_TO;
      for (let skipped = -1; skipped < sound.length; skipped++) {
        const near = hashOf(sound, skipped);
        this.add(base, Math.imul(near, 31) ^ rest, at);
        if (isRare) this.add(base, near, at);
      }
    }
    this.addInitials(at, base, words);
  }

  /** Names that differ by initials or an acronym: the other words with the first letters of these. */
  private addInitials(at: number, base: number, words: readonly NameWord[]): void {
    if (words.length > MOST_WORDS) return;
    const group = (others: readonly NameWord[], letters: string) => {
      const rest = others.map(({ sound }) => sound).sort();
      this.add(base, hashOf(`${rest.join(' ')}#${letters}`), at);
    };
    const single = words.filter(({ text }) => text.length === 1);
    if (single.length > 0) {
      group(
        words.filter(({ text }) => text.length > 1),
        single.map(({ text }) => text).join(''),
      );
    }
    for (let from = 0; from < words.length; from++) {
      const word = words[from];
      if (word && word.text.length > 1 && word.text.length <= MOST_WORDS) {
        group(
          words.filter((_, i) => i !== from),
          word.text,
        );
      }
      for (let to = from + 1; to <= words.length; to++) {
        const run = words.slice(from, to);
        if (run.some(({ text }) => text.length === 1)) break;
        group([...words.slice(0, from), ...words.slice(to)], run.map(({ text }) => text[0]).join(''));
      }
    }
  }

  private add(base: number, hash: number, face: number): void {
    const mixed = (Math.imul(base, 0x9e3779b1) ^ hash) >>> 0;
    this.portions[mixed % PORTIONS]?.push(mixed * FACES + face);
  }
}

function groupOf(entry: number | undefined): number {
  return Math.floor((entry ?? 0) / FACES);
}

/** FNV-1a of a text (Fowler, Noll, Vo), with one letter left out if asked for. */
function hashOf(text: string, skipped = -1): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    if (at !== skipped) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value;
}
