import type { StageRule } from '../settings';
import { foldText } from '../shared/text';

/** How a stage written in a sheet was found in the stage table; null if it was not and has to be asked. */
export interface StageMatch {
  /** Index into the stage table. */
  readonly stage: number;
  readonly by: 'name' | 'words';
}

/** Letters that decide a Russian or English word whatever its ending: «подписан», «подписании», «подписание». */
const STEM = 5;
/** Words that tell no stage from another. */
const EMPTY_WORDS = new Set([
  'и',
  'на',
  'в',
  'с',
  'к',
  'о',
  'об',
  'по',
  'для',
  'или',
  'the',
  'and',
  'of',
  'to',
  'a',
]);
const WORD = /[\p{L}]+/gu;

/**
 * Finds stages of a sheet in the stage table (method.md §4): by the folded name, then by words. By words, all words of
 * one name must stand in the other, and no second stage may fit as well. `«КП представлено клиенту»` is «КП представлено».
 */
export function stageMatcher(stages: readonly StageRule[]): (text: string) => StageMatch | null {
  const exact = new Map<string, number>();
  const stems = stages.map(({ name }) => stemsOf(name));
  stages.forEach(({ name }, index) => {
    const folded = foldText(name);
    if (folded !== '' && !exact.has(folded)) exact.set(folded, index);
  });
  const known = new Map<string, StageMatch | null>();
  return (text) => {
    const folded = foldText(text);
    const before = known.get(folded);
    if (before !== undefined) return before;
    const named = exact.get(folded);
    const match: StageMatch | null = named === undefined ? byWords(folded) : { stage: named, by: 'name' };
    known.set(folded, match);
    return match;
  };

  function byWords(text: string): StageMatch | null {
    const words = stemsOf(text);
    if (words.size === 0) return null;
    const overlaps = stems.map((stage) => overlapOf(stage, words));
    const most = Math.max(0, ...overlaps);
    const best = overlaps.flatMap((overlap, stage) => (overlap === most ? [stage] : []));
    const [only] = best;
    return most > 0 && best.length === 1 && only !== undefined ? { stage: only, by: 'words' } : null;
  }
}

/**
 * The stage that a form's drop-down names: the name as Excel compares it, without case and nothing else. What a formula
 * finds and what the engine finds are then the same.
 */
export function strictStageMatcher(stages: readonly StageRule[]): (text: string) => StageMatch | null {
  const exact = new Map<string, number>();
  stages.forEach(({ name }, index) => {
    const key = name.toLowerCase();
    if (key !== '' && !exact.has(key)) exact.set(key, index);
  });
  return (text) => {
    const stage = exact.get(text.toLowerCase());
    return stage === undefined ? null : { stage, by: 'name' };
  };
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = foldText(text).match(WORD) ?? [];
  return new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map((word) => word.slice(0, STEM)));
}

/** Words in common where one name holds all of the other's; else 0. */
function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common > 0 && common === Math.min(a.size, b.size) ? common : 0;
}
