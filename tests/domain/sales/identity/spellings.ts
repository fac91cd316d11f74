import type { Random } from '../../../../src/workbench/sample/random';

/** How people and programs spell one name in different ways. Each gives the name anew, or null where it cannot. */
export type Change = (name: string, random: Random) => string | null;

const FORMS = ['ООО', 'АО', 'ПАО', 'ЗАО', 'ИП'] as const;
const LONG_FORMS: Readonly<Record<string, string>> = {
  ООО: 'Общество с ограниченной ответственностью',
  АО: 'Акционерное общество',
  ПАО: 'Публичное акционерное общество',
  ЗАО: 'Закрытое акционерное общество',
  ИП: 'Индивидуальный предприниматель',
};

/** One of the legal forms, by the kind of name. */
export function formFor(isPerson: boolean, random: Random): string {
  return isPerson ? 'ИП' : random.pick(FORMS.slice(0, 4));
}

/** «ООО «Ромашка»», «Ромашка ООО», `ООО "РОМАШКА"`, «Общество с ограниченной ответственностью Ромашка», «Ромашка». */
export function dressed(bare: string, form: string, random: Random): string {
  const name = random.pick([bare, bare, bare.toUpperCase(), random.chance(0.3) ? bare.toLowerCase() : bare]);
  const quoted = random.pick([`«${name}»`, `"${name}"`, `“${name}”`, name, name]);
  return random.pick([
    `${form} ${quoted}`,
    `${form} ${quoted}`,
    `${quoted} ${form}`,
    `${name}, ${form}`,
    `${LONG_FORMS[form] ?? form} ${quoted}`,
    name,
    `${form}  ${quoted} `,
    `${form.toLowerCase()}\u00a0${quoted}`,
  ]);
}

const KEYBOARD = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const CONFUSED: Readonly<Record<string, string>> = {
  а: 'о',
  о: 'а',
  е: 'и',
  и: 'е',
  т: 'д',
  д: 'т',
  с: 'з',
  з: 'с',
  б: 'п',
  п: 'б',
  в: 'ф',
  ф: 'в',
  г: 'к',
  к: 'г',
  ш: 'щ',
  щ: 'ш',
};

/** One slip of the fingers or of the ear in one word of five letters or more, never in its first letter. */
export const typo: Change = (name, random) => {
  const words = [...name.matchAll(/\p{L}{5,}/gu)];
  if (words.length === 0) return null;
  const word = random.pick(words);
  const at = word.index + random.whole(1, word[0].length - 1);
  const letter = name[at] ?? '';
  const next = name[at + 1] ?? '';
  const put = (text: string, length: number) => name.slice(0, at) + text + name.slice(at + length);
  switch (random.pick(['swap', 'drop', 'double', 'neighbour', 'ear'] as const)) {
    case 'swap':
      return /\p{L}/u.test(next) && next.toLowerCase() !== letter.toLowerCase()
        ? put(next + letter, 2)
        : null;
    case 'drop':
      return put('', 1);
    case 'double':
      return put(letter + letter, 1);
    case 'neighbour': {
      const row = KEYBOARD.find((keys) => keys.includes(letter.toLowerCase()));
      if (!row) return null;
      const key = row.indexOf(letter.toLowerCase()) + random.pick([-1, 1]);
      return row[key] === undefined ? null : put(row[key] ?? '', 1);
    }
    case 'ear': {
      const heard = CONFUSED[letter.toLowerCase()];
      return heard === undefined ? null : put(heard, 1);
    }
  }
};

const TWINS: Readonly<Record<string, string>> = {
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', Х: 'X',
  а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', у: 'y', х: 'x',
}; // prettier-ignore
const TWINS_BACK = new Map(Object.entries(TWINS).map(([cyrillic, latin]) => [latin, cyrillic]));

/** One to three letters replaced by those of the other alphabet that look the same. */
export const lookalike: Change = (name, random) => {
  const places = [...name].flatMap((letter, at) => ((TWINS[letter] ?? TWINS_BACK.get(letter)) ? [at] : []));
  // A word of look-alikes alone belongs to either alphabet: nobody can tell.
  if (places.length === 0) return null;
  const chosen = new Set(random.shuffled(places).slice(0, random.whole(1, 3)));
  return [...name]
    .map((letter, at) => (chosen.has(at) ? (TWINS[letter] ?? TWINS_BACK.get(letter) ?? letter) : letter))
    .join('');
};

/** The words in another order: «Ромашка Торговый дом». Not where initials or numbers stand. */
export const reordered: Change = (name, random) => {
  const words = name.split(' ');
  if (words.length < 2 || words.some((word) => /\d/.test(word) || word.length < 3)) return null;
  const pivot = random.whole(1, words.length - 1);
  return [...words.slice(pivot), ...words.slice(0, pivot)].join(' ');
};

/** A compound written apart or with a hyphen, or two words written as one: «Строй Сервис», «Стройсервис». */
export const respaced: Change = (name, random) => {
  const roots = /(Строй|Агро|Пром|Тех|Авто|Электро|Спец|Мед|Металл|Транс|Энерго)(\p{Ll}{3,})/u.exec(name);
  if (roots) {
    const [whole, first = '', second = ''] = roots;
    const capital = second[0]?.toUpperCase() + second.slice(1);
    return name.replace(whole, first + random.pick([` ${capital}`, `-${capital}`, `-${second}`]));
  }
  const words = name.split(' ');
  return words.length === 2 && words.every((word) => /^\p{L}{3,}$/u.test(word))
    ? (words[0] ?? '') + (words[1] ?? '').toLowerCase()
    : null;
};

const SHORT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/Торговый дом/i, ['ТД', 'Торг. дом', 'Т.Д.']],
  [/Производственная компания/i, ['ПК', 'Произв. компания']],
  [/Строительная компания/i, ['СК', 'Строит. компания']],
  [/Транспортная компания/i, ['ТК', 'Трансп. компания']],
  [/Управляющая компания/i, ['УК']],
  [/Группа компаний/i, ['ГК']],
  [/Научно-производственное объединение/i, ['НПО']],
  [/завод/i, ['з-д']],
  [/фабрика/i, ['ф-ка', 'фабр.']],
  [/комбинат/i, ['к-т', 'комб.']],
  [/магазин/i, ['маг.', 'маг-н']],
  [/ и партнёры/i, [' & партнёры']],
  [/Brothers/, ['Bros', 'Bros.']],
  [/ and /, [' & ']],
  [/International/, ['Intl', "Int'l"]],
  [/Company/, ['Co', 'Co.']],
];

/** Words shortened as usual: «ТД Ромашка», «з-д Вектор», “Smith Bros.”. */
export const shortened: Change = (name, random) => {
  const fitting = SHORT.filter(([long]) => long.test(name));
  if (fitting.length === 0) return null;
  const [long, short] = random.pick(fitting);
  return name.replace(long, random.pick(short));
};

/** «Иванов Пётр Сергеевич» as «Иванов П.С.», «Иванов П. С.» or «П.С. Иванов». */
export const initialled: Change = (name, random) => {
  const match = /^(\p{Lu}\p{Ll}+) (\p{Lu})\p{Ll}+ (\p{Lu})\p{Ll}+$/u.exec(name);
  if (!match) return null;
  const [, surname = '', first = '', second = ''] = match;
  return random.pick([
    `${surname} ${first}.${second}.`,
    `${surname} ${first}. ${second}.`,
    `${surname} ${first} ${second}`,
    `${first}.${second}. ${surname}`,
  ]);
};

const SYSTEMS: readonly Readonly<Record<string, string>>[] = [
  // As people type it.
  {
    а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm',
    н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '',
    ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
  }, // prettier-ignore
  // As passports have it (ICAO 9303).
  {
    а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm',
    н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch',
    ъ: 'ie', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia',
  }, // prettier-ignore
];

/** The whole name in Latin letters. */
export const transliterated: Change = (name, random) => {
  if (!/\p{Script=Cyrillic}{4,}/u.test(name)) return null;
  const system = random.pick(SYSTEMS);
  return [...name]
    .map((letter) => {
      const latin = system[letter.toLowerCase()];
      if (latin === undefined) return letter;
      return letter === letter.toLowerCase() ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
    })
    .join('');
};

/** A remark of the one who keeps the list: the client is the same. */
export const remarked: Change = (name, random) =>
  `${name} ${random.pick(['(дубль)', '(не использовать)', '(старый)', '(закрыт)', '(НЕ ИСПОЛЬЗОВАТЬ!)', '(удалить)'])}`;
