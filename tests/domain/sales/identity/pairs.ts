import { createRandom } from '../../../../src/workbench/sample/random';
import type { Random } from '../../../../src/workbench/sample/random';
import type { Change } from './spellings';
import {
  dressed,
  formFor,
  initialled,
  lookalike,
  remarked,
  reordered,
  respaced,
  shortened,
  transliterated,
  typo,
} from './spellings';

/** Two names and the truth about them: one client or two. Made by what users.md and method.md §1 say, not by the code. */
export interface LabelledPair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
  /** What makes the pair hard. */
  readonly kind: string;
}

const WORDS = [
  'Ромашка', 'Вектор', 'Лютик', 'Меридиан', 'Горизонт', 'Прогресс', 'Восход', 'Каскад', 'Гранит', 'Кристалл', 'Берёзка',
  'Родник', 'Алмаз', 'Изумруд', 'Орион', 'Феникс', 'Океан', 'Престиж', 'Стандарт', 'Эталон', 'Перспектива', 'Триумф',
  'Гармония', 'Созвездие', 'Планета', 'Василёк', 'Магнолия', 'Фортуна', 'Пирамида', 'Атлант', 'Монолит', 'Рассвет',
  'Снежинка', 'Колосок', 'Пчёлка', 'Жемчужина', 'Хозяюшка', 'Щелкунчик', 'Царевна', 'Юбилейный', 'Электрон', 'Якорь',
]; // prettier-ignore
const FIRST_ROOTS = [
  'Строй',
  'Агро',
  'Пром',
  'Тех',
  'Авто',
  'Электро',
  'Спец',
  'Мед',
  'Металл',
  'Транс',
  'Энерго',
];
const SECOND_ROOTS = [
  'сервис',
  'торг',
  'монтаж',
  'снаб',
  'инвест',
  'комплект',
  'маркет',
  'проект',
  'центр',
  'ресурс',
];
const FRONT = [
  'Торговый дом',
  'Производственная компания',
  'Строительная компания',
  'Транспортная компания',
  'Управляющая компания',
  'Группа компаний',
  'Научно-производственное объединение',
];
const KINDS_OF_PLANT = ['завод', 'фабрика', 'комбинат', 'магазин'];
const CITIES = [
  'Самара',
  'Казань',
  'Омск',
  'Томск',
  'Пермь',
  'Тюмень',
  'Воронеж',
  'Саратов',
  'Рязань',
  'Уфа',
  'Тула',
];
const SURNAMES = [
  'Иванов', 'Петров', 'Сидоренко', 'Кузнецов', 'Соколов', 'Лебедев', 'Козловский', 'Новиков', 'Морозов', 'Волков',
  'Соловьёв', 'Васильев', 'Зайцев', 'Павлов', 'Семёнов', 'Голубев', 'Виноградов', 'Богданов', 'Воробьёв', 'Фёдоров',
]; // prettier-ignore
const GIVEN = [
  'Пётр',
  'Сергей',
  'Иван',
  'Алексей',
  'Дмитрий',
  'Николай',
  'Михаил',
  'Андрей',
  'Виктор',
  'Олег',
];
const FATHERS = ['Петрович', 'Сергеевич', 'Иванович', 'Алексеевич', 'Дмитриевич', 'Николаевич', 'Михайлович'];
const LATIN = [
  'Acme Trading Company', 'Smith Brothers', 'Baker and Sons', 'Northwind Traders', 'Blue Horizon International',
  'Cooper Industries', 'Silver Lake Foods', 'Harrison Logistics', 'Greenfield and Partners', 'Western Steel Company',
]; // prettier-ignore

/** Firms whose names are alike and who are not one another, as they stand in registers and telephone books. */
const NEIGHBOURS: readonly (readonly [string, string])[] = [
  ['Вектор', 'Вектра'], ['Вектор', 'Виктория'], ['Альфа', 'Альта'], ['Сигма', 'Стигма'], ['Полюс', 'Плюс'],
  ['Восток', 'Восход'], ['Техносервис', 'Техсервис'], ['Автотранс', 'Автотрейд'], ['Гарант', 'Гарантия'],
  ['Гранит', 'Гранд'], ['Мегаполис', 'Метрополис'], ['Северсталь', 'Северсплав'], ['Стройинвест', 'Инвестстрой'],
  ['Оптима', 'Оптимум'], ['Профи', 'Профит'], ['Медтехника', 'Медтехнология'], ['Промсвязь', 'Промсвязьмонтаж'],
  ['Русский лес', 'Русский лён'], ['Белый город', 'Белый голубь'], ['Красный Октябрь', 'Красный Восток'],
  ['Южный ветер', 'Южный берег'], ['Агросоюз', 'Агросезон'], ['Интерстрой', 'Интерторг'], ['Сибирь', 'Сибиряк'],
  ['Волга', 'Волна'], ['Мир мебели', 'Мир металла'], ['Планета', 'Планета детства'], ['Радуга', 'Радуга вкуса'],
  ['Лидер', 'Лидер Плюс'], ['Эксперт', 'Экспорт'], ['Контакт', 'Контракт'], ['Партнёр', 'Партер'],
  ['Компас', 'Комплекс'], ['Аквамарин', 'Аквамир'], ['Энергомаш', 'Энергомет'], ['Дельта', 'Дельфин'],
  ['Первый хлебозавод', 'Второй хлебозавод'], ['Верхний рынок', 'Нижний рынок'], ['Золотая нива', 'Золотая рыбка'],
  ['Росмет', 'Росмед'], ['Химпром', 'Химпродукт'], ['Станкосервис', 'Танкосервис'], ['Мастер', 'Мистер'],
  ['Красноярск Лес', 'Красногорск Лес'], ['Северный рынок', 'Северная ярмарка'], ['Техноград', 'Техногарант'],
  ['Захаров П.С.', 'Сахаров П.С.'], ['Петров А.И.', 'Петрова А.И.'], ['Комаров В.В.', 'Макаров В.В.'],
  ['Федоров Н.Н.', 'Федотов Н.Н.'], ['Павлов Иван Петрович', 'Павлов Илья Петрович'], ['Мельник О.О.', 'Мельников О.О.'],
  ['Александров Валентин Ильич', 'Александрова Валентина Ильинична'], ['Козлов И.И.', 'Козловский И.И.'],
  ['Смирнов Евгений Олегович', 'Смирнова Евгения Олеговна'], ['Кузнецов А.А.', 'Кузнецова А.А.'],
  ['Smith Trading', 'Smith Holding'], ['Blue Lake Foods', 'Blue Lane Foods'], ['Northern Star', 'Northern Start'],
  ['Baker Sons', 'Barker Sons'], ['Acme East', 'Acme West'], ['General Motors', 'General Meters'],
]; // prettier-ignore

/** All pairs, the same for a seed. */
export function labelledPairs(seed: number): readonly LabelledPair[] {
  const random = createRandom(seed);
  return [...samePairs(random.fork('same')), ...differentPairs(random.fork('different'))];
}

// One client spelled in two ways.

interface Recipe {
  readonly kind: string;
  readonly count: number;
  readonly changes: readonly Change[];
  /** Names the recipe is about; else any. */
  readonly from?: (random: Random) => { readonly name: string; readonly isPerson: boolean };
}

const RECIPES: readonly Recipe[] = [
  { kind: 'form, quotes, case', count: 200, changes: [] },
  { kind: 'look-alikes', count: 120, changes: [lookalike] },
  { kind: 'typo', count: 300, changes: [typo] },
  { kind: 'word order', count: 100, changes: [reordered], from: longFirm },
  { kind: 'spacing', count: 100, changes: [respaced] },
  { kind: 'abbreviation', count: 150, changes: [shortened], from: longFirm },
  { kind: 'initials for names', count: 100, changes: [initialled], from: person },
  { kind: 'transliteration', count: 100, changes: [transliterated] },
  { kind: 'remark', count: 50, changes: [remarked] },
  { kind: 'typo and look-alikes', count: 60, changes: [typo, lookalike] },
  { kind: 'word order and typo', count: 60, changes: [reordered, typo], from: longFirm },
  { kind: 'abbreviation and typo', count: 60, changes: [shortened, typo], from: longFirm },
];

function samePairs(random: Random): LabelledPair[] {
  return RECIPES.flatMap((recipe) =>
    made(recipe.count, () => {
      const { name, isPerson } = (recipe.from ?? anyClient)(random);
      let changed: string | null = name;
      for (const change of recipe.changes) changed = changed === null ? null : change(changed, random);
      if (changed === null || (changed === name && recipe.changes.length > 0)) return null;
      const form = formFor(isPerson, random);
      return pair(dressed(name, form, random), dressed(changed, form, random), true, recipe.kind);
    }),
  );
}

// Two clients with similar names.

type Maker = (random: Random) => readonly [string, string] | null;

const DIFFERENT: readonly { readonly kind: string; readonly count: number; readonly make: Maker }[] = [
  {
    kind: 'numbers',
    count: 200,
    make: (random) => {
      const name = random.pick([
        'Аптека №',
        'Магазин №',
        'Столовая',
        'Детский сад №',
        'Склад',
        'Школа №',
        'Точка',
      ]);
      const [one, other] = [random.whole(1, 300), random.whole(1, 300)];
      return one === other ? null : [`${name} ${one}`, `${name} ${other}`];
    },
  },
  {
    kind: 'number of one',
    count: 60,
    make: (random) => {
      const { name } = firm(random);
      return [name, `${name}${random.pick(['-', ' ', ' №'])}${random.whole(1, 9)}`];
    },
  },
  {
    kind: 'persons with numbers',
    count: 40,
    make: (random) => {
      const surname = random.pick(SURNAMES);
      return [`${surname} 1`, `${surname} ${random.whole(2, 5)}`];
    },
  },
  {
    kind: 'initials',
    count: 150,
    make: (random) => {
      const surname = random.pick(SURNAMES);
      const initials = () => `${random.pick(GIVEN).charAt(0)}.${random.pick(FATHERS).charAt(0)}.`;
      const [one, other] = [initials(), initials()];
      return one === other ? null : [`${surname} ${one}`, `${surname} ${other}`];
    },
  },
  {
    kind: 'initials swapped',
    count: 40,
    make: (random) => {
      const surname = random.pick(SURNAMES);
      const [first, second] = [random.pick(GIVEN).charAt(0), random.pick(FATHERS).charAt(0)];
      return first === second ? null : [`${surname} ${first}. ${second}.`, `${surname} ${second}. ${first}.`];
    },
  },
  {
    kind: 'persons of one surname',
    count: 100,
    make: (random) => {
      const surname = random.pick(SURNAMES);
      const [one, other] = [random.pick(GIVEN), random.pick(GIVEN)];
      const father = random.pick(FATHERS);
      if (one === other) return null;
      const full = `${surname} ${one} ${father}`;
      return random.chance(0.5) || one.charAt(0) === other.charAt(0)
        ? [full, `${surname} ${other} ${father}`]
        : [full, `${surname} ${other.charAt(0)}.${father.charAt(0)}.`];
    },
  },
  {
    kind: 'branch in a town',
    count: 100,
    make: (random) => {
      const { name } = firm(random);
      const [city, other] = [random.pick(CITIES), random.pick(CITIES)];
      if (city === other) return null;
      return random.chance(0.5)
        ? [name, `${name} ${random.pick([`(${city})`, city, `филиал ${city}`, `г. ${city}`])}`]
        : [`${name} (${city})`, `${name} (${other})`];
    },
  },
  {
    kind: 'one word more',
    count: 150,
    make: (random) => {
      const { name } = firm(random);
      return [
        name,
        random.pick([
          `${name}-М`,
          `${name} Плюс`,
          `${name} Групп`,
          `${name}-Юг`,
          `${name} Сервис`,
          `ТД ${name}`,
          `Торговый дом ${name}`,
          `ГК ${name}`,
          `Нео${name.toLowerCase()}`,
          `${name} и Ко`,
          `Новая ${name}`,
        ]),
      ];
    },
  },
  {
    kind: 'another letter at the end',
    count: 40,
    make: (random) => {
      const { name } = firm(random);
      return [`${name}-М`, `${name}-${random.pick(['Н', 'А', 'К', 'С', 'Т'])}`];
    },
  },
  {
    kind: 'another second root',
    count: 150,
    make: (random) => {
      const [first, one, other] = [
        random.pick(FIRST_ROOTS),
        random.pick(SECOND_ROOTS),
        random.pick(SECOND_ROOTS),
      ];
      return one === other ? null : [first + one, first + other];
    },
  },
  {
    kind: 'another first root',
    count: 80,
    make: (random) => {
      const [one, other, second] = [
        random.pick(FIRST_ROOTS),
        random.pick(FIRST_ROOTS),
        random.pick(SECOND_ROOTS),
      ];
      return one === other ? null : [one + second, other + second];
    },
  },
  {
    kind: 'roots in another order',
    count: 20,
    make: (random) => {
      const [one, other] = [random.pick(FIRST_ROOTS), random.pick(['Юг', 'Центр', 'Урал', 'Дон', 'Инвест'])];
      return [`${one}-${other}`, `${other}-${one}`];
    },
  },
  {
    kind: 'another kind of the same name',
    count: 60,
    make: (random) => {
      const { name } = firm(random);
      const [one, other] = [
        random.pick([...FRONT, ...KINDS_OF_PLANT]),
        random.pick([...FRONT, ...KINDS_OF_PLANT]),
      ];
      return one === other ? null : [`${one} ${name}`, `${other} ${name}`];
    },
  },
];

function differentPairs(random: Random): LabelledPair[] {
  const general = DIFFERENT.flatMap(({ kind, count, make }) =>
    made(count, () => {
      const names = make(random);
      return names && bothDressed(names, kind, random);
    }),
  );
  const neighbours = NEIGHBOURS.flatMap((names) =>
    made(2, () => bothDressed(names, 'neighbours in a register', random)),
  );
  const forms = made(80, () => {
    const { name } = firm(random);
    const [one, other] = [formFor(false, random), formFor(false, random)];
    return one === other ? null : pair(`${one} «${name}»`, `${other} «${name}»`, false, 'another legal form');
  });
  return [...general, ...neighbours, ...forms];
}

function bothDressed(names: readonly [string, string], kind: string, random: Random): LabelledPair {
  const isPerson = SURNAMES.some((surname) => names[0].startsWith(surname));
  const form = formFor(isPerson, random);
  return pair(dressed(names[0], form, random), dressed(names[1], form, random), false, kind);
}

// Names.

interface Client {
  readonly name: string;
  readonly isPerson: boolean;
}

function anyClient(random: Random): Client {
  return random.pick([firm, firm, longFirm, person, latinFirm])(random);
}

function firm(random: Random): Client {
  const name = random.chance(0.5) ? random.pick(WORDS) : random.pick(FIRST_ROOTS) + random.pick(SECOND_ROOTS);
  return { name, isPerson: false };
}

function longFirm(random: Random): Client {
  const { name } = firm(random);
  const long = random.pick([
    `${random.pick(FRONT)} ${name}`,
    `${random.pick(CITIES)} ${name} ${random.pick(KINDS_OF_PLANT)}`,
    `${name} ${random.pick(KINDS_OF_PLANT)}`,
    `${name} и партнёры`,
    latinFirm(random).name,
  ]);
  return { name: long, isPerson: false };
}

function latinFirm(random: Random): Client {
  return { name: random.pick(LATIN), isPerson: false };
}

function person(random: Random): Client {
  return {
    name: `${random.pick(SURNAMES)} ${random.pick(GIVEN)} ${random.pick(FATHERS)}`,
    isPerson: true,
  };
}

// Helpers.

function pair(a: string, b: string, same: boolean, kind: string): LabelledPair {
  return { a, b, same, kind };
}

/** As many as asked for; a maker that gives nothing is asked again. */
function made(count: number, make: () => LabelledPair | null): LabelledPair[] {
  const pairs: LabelledPair[] = [];
  for (let tries = 0; pairs.length < count && tries < count * 100; tries++) {
    const one = make();
    if (one) pairs.push(one);
  }
  return pairs;
}
