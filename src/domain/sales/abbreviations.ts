/** Words people shorten by habit, by the short form; both in folded words. Dotted beginnings («Моск.») need no entry. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  'з-д': 'завод',
  'ф-ка': 'фабрика',
  'к-т': 'комбинат',
  'м-н': 'магазин',
  'маг-н': 'магазин',
  'т-во': 'товарищество',
  'о-во': 'общество',
  'х-во': 'хозяйство',
  'хоз-во': 'хозяйство',
  'пр-во': 'производство',
  'р-н': 'район',
  'р-он': 'район',
  bros: 'brothers',
  co: 'company',
  intl: 'international',
  mfg: 'manufacturing',
  assn: 'association',
  svc: 'service',
  svcs: 'services',
};

/** Words that only join two others. A single letter may also be an initial: the place tells. */
const AND = new Set(['&', 'and', 'и', 'i']);

/** Remarks by which the keeper of a list marks an entry, not a client: «Ромашка (не использовать)». */
const REMARKS = new Set([
  'дубль',
  'дубликат',
  'копия',
  'не использовать',
  'не использ',
  'старый',
  'старая',
  'старое',
  'закрыт',
  'закрыта',
  'закрыто',
  'удалить',
  'удален',
  'на удаление',
  'архив',
  'duplicate',
  'do not use',
  'old',
  'closed',
  'delete',
  'copy',
]);

/** The full word for a customary short one, or the word itself: `expandWord('з-д')` is `завод`. */
export function expandWord(word: string): string {
  return SHORT_FORMS[word] ?? word;
}

/** Is the word a short form that is written with a hyphen, such as «з-д»? */
export function isHyphenated(word: string): boolean {
  return word.includes('-') && Object.hasOwn(SHORT_FORMS, word);
}

/** Does the word only join others, as «и», `and` and `&` do? */
export function isAnd(word: string): boolean {
  return AND.has(word);
}

/** Does a folded text in brackets speak of the list's entry and not of the client? */
export function isRemark(text: string): boolean {
  return REMARKS.has(text);
}
