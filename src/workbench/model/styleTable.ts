import type { CellStyle, StyleId, StyleTable } from './model';

/** A style table that holds only the default look, under id 0. */
export function createStyleTable(): StyleTable {
  const styles: CellStyle[] = [{}];
  const ids = new Map<string, StyleId>([[keyOf({}), 0]]);
  return {
    get: (id) => styles[id] ?? {},
    intern(style) {
      const key = keyOf(style);
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = styles.length;
      styles.push(Object.freeze({ ...style }));
      ids.set(key, id);
      return id;
    },
  };
}

/** The same text for equal styles: fields in alphabetical order, absent ones left out. */
function keyOf(value: object): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
