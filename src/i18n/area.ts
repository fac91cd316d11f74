/**
 * The texts of one area in both languages: the compiler refuses a key that one of them lacks. Keys begin with the
 * area's name, so that areas never overwrite each other.
 */
export function area<Key extends string>(texts: {
  readonly ru: Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<NoInfer<Key>, string>>;
}): typeof texts {
  return texts;
}
