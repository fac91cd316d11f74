import type { Language } from '../../domain/settings';
import type { Words } from './goods';
import type { Random } from './random';

/** The spellings of a client, by language: the first is the usual one, the others slip in now and then. */
export type Spellings = Readonly<Record<Language, readonly string[]>>;

const words = (ru: string, en: string): Words => ({ ru, en });

// Every company and person below is invented. Adjectives and nouns agree in gender, so that any pair is a name.
const ADJECTIVES = [
  words('Северный', 'Northern'),
  words('Белый', 'White'),
  words('Светлый', 'Bright'),
  words('Дальний', 'Faraway'),
  words('Тихий', 'Quiet'),
  words('Золотой', 'Golden'),
  words('Лесной', 'Forest'),
  words('Речной', 'River'),
  words('Степной', 'Steppe'),
  words('Янтарный', 'Amber'),
  words('Медный', 'Copper'),
  words('Зелёный', 'Green'),
] as const;

const NOUNS = [
  words('мост', 'Bridge'),
  words('ключ', 'Spring'),
  words('берег', 'Shore'),
  words('колос', 'Harvest'),
  words('терем', 'Manor'),
  words('причал', 'Pier'),
  words('остров', 'Island'),
  words('перевал', 'Pass'),
  words('родник', 'Well'),
  words('сад', 'Garden'),
] as const;

const STEMS = [
  words('Синегорье', 'Bluehills'),
  words('Кедровник', 'Cedarwood'),
  words('Ладья', 'Longboat'),
  words('Вереск', 'Heather'),
  words('Росинка', 'Dewdrop'),
  words('Заречье', 'Overriver'),
  words('Рябинник', 'Rowan'),
  words('Бирюза', 'Turquoise'),
  words('Журавль', 'Crane'),
  words('Калина', 'Viburnum'),
  words('Полынь', 'Wormwood'),
  words('Ивняк', 'Willow'),
  words('Ковыль', 'Feathergrass'),
  words('Чабрец', 'Thyme'),
  words('Пшеничка', 'Wheatear'),
  words('Дубрава', 'Oakgrove'),
  words('Камышовка', 'Reedbird'),
  words('Стрижи', 'Swifts'),
] as const;

const KINDS = [
  words('Пекарня', 'Bakery'),
  words('Мебельная фабрика', 'Furniture'),
  words('Кондитерская фабрика', 'Confectionery'),
  words('Молочный завод', 'Dairy'),
  words('Типография', 'Printing House'),
  words('Агрофирма', 'Farms'),
  words('Фабрика', 'Works'),
  words('Птицефабрика', 'Poultry'),
] as const;

const TAILS = [
  words('Агро', 'Agro'),
  words('Фуд', 'Foods'),
  words('Логистик', 'Logistics'),
  words('Мебель', 'Interiors'),
  words('Пласт', 'Plastics'),
  words('Трейд', 'Trade'),
  words('Строй', 'Build'),
  words('Хим', 'Chemicals'),
  words('Текстиль', 'Textile'),
  words('Сервис', 'Service'),
] as const;

/** Repeated as often as they are met. */
const FORMS = [
  words('ООО', 'LLC'),
  words('ООО', 'LLC'),
  words('ООО', 'LLC'),
  words('ООО', 'Ltd'),
  words('АО', 'Inc'),
] as const;

const SURNAMES = [
  words('Лаптев', 'Lapworth'),
  words('Жилин', 'Gillam'),
  words('Тарасов', 'Tarrant'),
  words('Окунев', 'Perchley'),
  words('Рыжов', 'Redfern'),
  words('Сычёв', 'Owlett'),
  words('Мельник', 'Millard'),
  words('Шубин', 'Furrow'),
] as const;

const INITIALS = [
  words('О. И.', 'O.'),
  words('А. П.', 'A.'),
  words('С. В.', 'S.'),
  words('М. Е.', 'M.'),
] as const;

/** A name without its legal form. */
interface BareName {
  readonly name: Words;
  readonly isPerson: boolean;
}

const company = (ru: string, en: string): BareName => ({ name: words(ru, en), isPerson: false });

const MAKERS: readonly ((random: Random) => BareName)[] = [
  (random) => {
    const [adjective, noun] = [random.pick(ADJECTIVES), random.pick(NOUNS)];
    return company(`${adjective.ru} ${noun.ru}`, `${adjective.en} ${noun.en}`);
  },
  (random) => {
    const [stem, tail] = [random.pick(STEMS), random.pick(TAILS)];
    return company(`${stem.ru}-${tail.ru}`, `${stem.en} ${tail.en}`);
  },
  (random) => {
    const [kind, stem] = [random.pick(KINDS), random.pick(STEMS)];
    return company(`${kind.ru} ${stem.ru}`, `${stem.en} ${kind.en}`);
  },
  (random) => {
    const [kind, adjective, noun] = [random.pick(KINDS), random.pick(ADJECTIVES), random.pick(NOUNS)];
    return company(`${kind.ru} ${adjective.ru} ${noun.ru}`, `${adjective.en} ${noun.en} ${kind.en}`);
  },
  (random) => {
    const [surname, initials] = [random.pick(SURNAMES), random.pick(INITIALS)];
    return { name: words(`${surname.ru} ${initials.ru}`, `${initials.en} ${surname.en}`), isPerson: true };
  },
];

/** The usual name of the dominant client and of the second largest one. */
export const DOMINANT: Spellings = {
  ru: ['АО «Златоречье-Ритейл»', 'Златоречье-Ритейл АО', 'АО "ЗЛАТОРЕЧЬЕ-РИТЕЙЛ"'],
  en: ['Goldenriver Retail Inc', 'Inc Goldenriver Retail', 'GOLDENRIVER RETAIL, Inc.'],
};
export const SECOND: Spellings = {
  ru: ['ООО «Мясокомбинат Светлояр»', 'Мясокомбинат Светлояр ООО'],
  en: ['Brightlake Meat Works LLC', 'LLC Brightlake Meat Works'],
};

/** Spellings that one client may be met under; the Latin and Cyrillic look-alikes are meant. */
export const MISSPELT: readonly Spellings[] = [
  { ru: ['ООО «Ромашка»', 'Ромашка ООО', 'ООО "РОМАШКА"'], en: ['Daisy LLC', 'LLC Daisy', '"DAISY" LLC'] },
  { ru: ['ООО «Берёзка-Агро»', 'ООО «Березка-Агро»'], en: ['Birch Agro LLC', 'Birch  Agro, LLC'] },
  // «B», «o», «c» in the second spelling are Latin; «Е», «а» in the English one are Cyrillic.
  { ru: ['ООО «Восток-Тара»', 'ООО «Boсток-Тара»'], en: ['Eastern Crate LLC', 'Eаstern Crate LLC'] },
  {
    ru: ['ИП Королёв П. С.', 'ИП Королев П.С.'],
    en: ['P. Kingsley, sole trader', 'P. KINGSLEY, sole trader'],
  },
  { ru: ['ООО «Пчёлка-Фуд»', 'ООО  "Пчелка-Фуд"'], en: ['Busy Bee Foods Ltd', 'Busy Bee Foods Ltd.'] },
];

/** Different clients that a careless reader would join, or take for a total. */
export const TREACHEROUS: readonly Spellings[] = [
  { ru: ['ООО «Аптечный склад № 5»'], en: ['Pharmacy Depot No. 5 LLC'] },
  { ru: ['ООО «Аптечный склад № 6»'], en: ['Pharmacy Depot No. 6 LLC'] },
  { ru: ['Тотал-Крепёж ООО'], en: ['Total Fasteners Ltd'] },
];

/** So many invented names, each with its legal form; none twice in either language, even without the form. */
export function inventNames(random: Random, count: number): readonly Spellings[] {
  const taken = new Set<string>();
  const names: Spellings[] = [];
  while (names.length < count) {
    const { name, isPerson } = random.pick(MAKERS)(random);
    if (taken.has(name.ru) || taken.has(name.en)) continue;
    taken.add(name.ru).add(name.en);
    names.push(isPerson ? traderOf(name) : companyOf(name, random.pick(FORMS)));
  }
  return names;
}

const traderOf = ({ ru, en }: Words): Spellings => ({ ru: [`ИП ${ru}`], en: [`${en}, sole trader`] });

const companyOf = ({ ru, en }: Words, form: Words): Spellings => ({
  ru: [`${form.ru} «${ru}»`],
  en: [`${en} ${form.en}`],
});
