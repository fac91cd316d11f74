import type { Answers, Memory } from '../app/memory';

const STORAGE_KEY = 'clientele.forms';

/** Forms kept, the latest last: a person meets a handful, and storage is shared with the theme. */
const MOST_FORMS = 50;

/** One form and what was said about it. */
type Entry = readonly [shape: string, answers: unknown];

/**
 * Answers kept in the browser's local storage, for the next workbook on this computer: hashes of forms, headings and
 * answers, no client. Storage may be forbidden, full or damaged; then nothing is remembered and nothing breaks.
 * `partition` is Office's name for the part of storage that belongs to this pane, or `''`.
 */
export function localMemory(partition: string): Memory {
  const key = partition + STORAGE_KEY;
  return {
    load: (shape) => entriesIn(key).find(([known]) => known === shape)?.[1] ?? null,
    save: (shape, answers: Answers) => {
      const others = entriesIn(key).filter(([known]) => known !== shape);
      keep(key, [...others, [shape, answers] as const].slice(-MOST_FORMS));
    },
    count: () => entriesIn(key).length,
    forget: () => {
      try {
        window.localStorage.removeItem(key);
      } catch {
        // What cannot be reached cannot be recalled either.
      }
    },
  };
}

function entriesIn(key: string): readonly Entry[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string';
}

function keep(key: string, entries: readonly Entry[]): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(entries));
  } catch {
    // Then the answers last as long as the workbook's settings.
  }
}
