import { amountBasis, TAX_WORDS, WITH_TAX_WORDS, WITHOUT_TAX_WORDS } from './amountBasis';
import { headingWords } from './heading';
import type { ColumnRole } from './types';

/**
 * Words that name a role in headings, best first, and words that rule it out. A phrase matches when all its words
 * stand in the heading, in any order; `word*` is the beginning of a word. Russian (1C, ERP, marketplaces) and English.
 */
interface RoleWords {
  readonly phrases: readonly string[];
  readonly never: readonly string[];
}

const NUMBERED = [
  'код*',
  'id',
  'ид',
  'code',
  'no',
  'number',
  'num',
  'номер*',
  '№',
  'key',
  'инн',
  'кпп',
  'guid',
  'uuid',
];
const CLIENT_NOUNS = [
  'контрагент*',
  'клиент*',
  'покупател*',
  'заказчик*',
  'customer*',
  'client*',
  'buyer*',
  'account*',
];
const MEASURES = [
  'сумма',
  'сумм*',
  'количество',
  'кол',
  'цена',
  'amount',
  'qty',
  'quantity',
  'price',
  'total',
  'count',
  'число',
];
const CONTACTS = [
  'телефон*',
  'phone',
  'email',
  'mail',
  'почта',
  'адрес*',
  'address',
  'сайт',
  'контакт*',
  'contact*',
];
/** What was meant to be sold is not what was sold. */
const PLANS = ['план*', 'plan*', 'budget*', 'бюджет*', 'target*', 'forecast*', 'прогноз*'];
const DATE_NOUNS = ['дата', 'date', 'время', 'time', 'срок'];
const KINDS = [
  'тип',
  'type',
  'вид',
  'статус*',
  'status',
  'сегмент*',
  'segment*',
  'класс',
  'комментар*',
  'comment*',
  'описание',
];

const WORDS: Readonly<Record<ColumnRole, RoleWords>> = {
  client: {
    phrases: [
      'контрагент*',
      'клиент*',
      'покупател*',
      'заказчик*',
      'customer* name',
      'client* name',
      'account* name',
      'buyer* name',
      'billing name',
      'company name',
      'customer*',
      'client*',
      'buyer*',
      'bill to',
      'sold to',
      'плательщик*',
      'грузополучател*',
      'получател*',
      'дебитор*',
      'company',
      'компани*',
      'фирма',
      'account',
      'consignee',
      'partner',
      'партнер*',
      'наименовани*',
      'название',
      'name',
      'юрлицо',
      'юр лицо',
      'организаци*',
      'торговая точка',
      'магазин',
      'store',
      'фио',
    ],
    never: [
      ...NUMBERED,
      ...MEASURES,
      ...CONTACTS,
      ...DATE_NOUNS,
      ...KINDS,
      'групп*',
      'group',
      'регион*',
      'region',
      'город',
      'city',
      'country',
      'страна',
      'менеджер*',
      'manager',
      'rep',
      'договор*',
      'категори*',
      'category',
      'скидк*',
      'discount',
      'новы*',
      'new',
      'rank',
      'age',
      'subsidiary',
      'parent',
    ],
  },
  clientId: {
    phrases: [
      'sold to party',
      'bill to party',
      ...CLIENT_NOUNS.flatMap((noun) =>
        ['код*', 'id', 'ид', 'code', 'no', 'number', 'num', 'номер*', '№', 'key'].map(
          (word) => `${noun} ${word}`,
        ),
      ),
      'company id',
      'company code',
      'partner id',
      'partner code',
    ],
    never: [
      ...CONTACTS,
      ...DATE_NOUNS,
      'менеджер*',
      'manager',
      'инн',
      'tax',
      'vat',
      'заказ*',
      'order',
      'договор*',
    ],
  },
  taxId: {
    phrases: [
      'инн',
      'tax id',
      'tax number',
      'vat number',
      'vat id',
      'vat no',
      'tin',
      'inn',
      'унп',
      'иин',
      'бин',
    ],
    never: ['организаци*', 'продав*', 'seller'],
  },
  holding: {
    phrases: [
      'холдинг*',
      'группа компаний',
      'holding*',
      'parent company',
      'parent account',
      'corporate group',
      'головн* контрагент*',
      'головн* компани*',
      'головн* организаци*',
      'subsidiary of',
    ],
    never: [...NUMBERED, ...MEASURES],
  },
  date: {
    phrases: [
      'дата отгрузк*',
      'дата реализаци*',
      'дата продаж*',
      'invoice date',
      'дата документ*',
      'дата',
      'order date',
      'sale* date',
      'date',
      'дата заказ*',
      'close date',
      'posting date',
      'transaction date',
      'дата*',
      'период*',
      'месяц*',
      'month*',
      'period*',
      'квартал*',
      'quarter',
      'день',
      'day',
      'timestamp',
    ],
    never: [
      'рожден*',
      'birth*',
      'due',
      'срок*',
      'required',
      'создан*',
      'created',
      'изменен*',
      'modified',
      'updated',
      'регистрац*',
      'оплат*',
      'payment',
      'days',
      'дней',
      'год*',
      ...MEASURES,
    ],
  },
  amount: {
    phrases: [
      'выручк*',
      'revenue',
      'сумма продаж*',
      'сумма реализаци*',
      'сумма отгрузк*',
      'net sales',
      'sales amount',
      'net amount',
      'сумма без ндс',
      'amount excl',
      'сумма документ*',
      'сумма',
      'amount',
      'оборот*',
      'turnover',
      'стоимость продаж*',
      'sales value',
      'продаж*',
      'sales',
      'line total',
      'order total',
      'total amount',
      'extended price',
      'сумма с ндс',
      'стоимость',
      'реализаци*',
      'отгружено',
      'отгрузка',
      'сумма*',
      'к перечислен*',
      'total',
      'net',
      'итого',
      'всего',
      'gross',
      'close value',
      'value',
      'доход*',
      'факт',
      'actual',
    ],
    never: [
      'прибыл*',
      'profit',
      'марж*',
      'margin*',
      'себестоим*',
      'cost*',
      'cogs',
      ...PLANS,
      'количество',
      'кол',
      'qty',
      'quantity',
      'units',
      'шт',
      'count',
      'число',
      'цена',
      'дата',
      'date',
      'процент*',
      '%',
      'доля',
      'share',
      'id',
      'код*',
      'номер*',
      '№',
      'number',
      'долг*',
      'задолженност*',
      'debt*',
      'balance',
      'remaining',
      'outstanding',
      'остат*',
      'оплач*',
      'оплата',
      'оплаты',
      'paid',
      'payment*',
      'доставк*',
      'shipping',
      'freight',
      'комисси*',
      'fee*',
      'бонус*',
      'вес',
      'weight',
      'возврат*',
      'return*',
      'refund*',
      'рентабельн*',
      'наценк*',
      'markup',
      'курс',
      'rate',
      'rep',
      'manager',
      'менеджер*',
      'agent',
      'person',
      'channel',
      'канал*',
      'регион*',
      'region',
      'закуп*',
      'purchase*',
      'строк',
      'документов',
      'прошл*',
      'previous',
      'лимит*',
      'limit',
    ],
  },
  quantity: {
    phrases: [
      'количество',
      'кол во',
      'кол',
      'qty',
      'quantity',
      'units',
      'pieces',
      'pcs',
      'шт',
      'штук',
      'объем продаж*',
      'объем',
    ],
    never: [
      'строк',
      'позиций',
      'заказов',
      'документов',
      'клиентов',
      'дней',
      'цена',
      'price',
      'сумма',
      'amount',
      ...PLANS,
      'остат*',
      'возврат*',
      'return*',
      'руб',
      'упаков*',
      'отзыв*',
      'по',
    ],
  },
  price: {
    phrases: [
      'unit price',
      'unit amount',
      'цена продаж*',
      'цена реализаци*',
      'цена',
      'price',
      'sale* price',
      'цена*',
    ],
    never: [
      'себестоим*',
      'cost',
      'закуп*',
      'purchase',
      'дата',
      'date',
      'прайс*',
      'list',
      'вид',
      'тип',
      'type',
      'extended',
      'total',
      'сумма',
    ],
  },
  discount: {
    phrases: [
      'процент скидк*',
      '% скидк*',
      'скидка %',
      'скидк*',
      'discount %',
      'discount rate',
      'discount*',
      'disc',
    ],
    never: [
      'сумма',
      'amount',
      'руб',
      '₽',
      'rub',
      'usd',
      '$',
      'eur',
      '€',
      'без',
      'цена',
      'price',
      'total',
      'тип',
      'type',
      'карт*',
      'код*',
      'code',
    ],
  },
  // Goods lists are told by their content: their headings are those of goods.
  goods: { phrases: [], never: [] },
  document: {
    phrases: [
      'invoice no',
      'invoice number',
      'invoice id',
      'номер документ*',
      'документ',
      'документ* реализаци*',
      'документ*',
      'номер накладн*',
      'накладн*',
      'order id',
      'order no',
      'order number',
      'номер заказ*',
      'заказ клиент*',
      'заказ',
      'invoice',
      'регистратор',
      'order',
      'номер чек*',
      'чек',
      'receipt',
      'transaction id',
      'transaction',
      'opportunity id',
      'deal id',
      'document*',
      'doc',
      'номер счет*',
      'счет',
      'номер',
      '№',
      'number',
      'no',
      'num',
      'ticket',
      'bill',
    ],
    never: [
      ...DATE_NOUNS,
      ...MEASURES,
      ...KINDS,
      ...CONTACTS,
      'п',
      'пп',
      'пор',
      'строк*',
      'line',
      'row',
      'контрагент*',
      'покупател*',
      'customer*',
      'client*',
      'account*',
      'товар*',
      'product*',
      'item*',
      'договор*',
      'contract*',
      'инн',
      'priority',
      'приоритет*',
      'method',
      'карт*',
      'discount',
      'скидк*',
      'склад*',
    ],
  },
  manager: {
    phrases: [
      'менеджер*',
      'ответственн*',
      'account manager',
      'sales rep*',
      'salesperson',
      'sales person',
      'sales agent',
      'sales manager',
      'salesman',
      'торгов* представител*',
      'торгов* агент*',
      'manager',
      'rep',
      'продавец',
      'куратор*',
      'агент*',
      'сотрудник*',
      'employee*',
      'исполнител*',
      'автор',
      'owner',
      'seller',
      'agent',
    ],
    never: [...CONTACTS, ...MEASURES, ...DATE_NOUNS, 'код*', 'отдел*', 'комисси*', 'план*'],
  },
  product: {
    phrases: [
      'номенклатур*',
      'наименование товар*',
      'название товар*',
      'product* name',
      'item name',
      'товар*',
      'продукт*',
      'продукци*',
      'product*',
      'item*',
      'goods',
      'material',
      'description',
      'услуг*',
      'артикул*',
      'sku',
      'stock code',
      'модел*',
      'model',
      'наименовани*',
    ],
    never: [
      ...MEASURES,
      ...DATE_NOUNS,
      'групп*',
      'group*',
      'категори*',
      'category',
      'subcategory',
      'вид',
      'тип',
      'type',
      'упаков*',
      'container',
      'line',
      'контрагент*',
      'клиент*',
      'покупател*',
      'series',
      'скидк*',
      'вес',
      'weight',
      'margin',
      'base',
      'status',
      'статус*',
    ],
  },
  group: {
    phrases: [
      'товарн* групп*',
      'группа товар*',
      'группа номенклатур*',
      'вид номенклатур*',
      'product* category',
      'product* group',
      'product* line',
      'item* group',
      'категори*',
      'category',
      'групп*',
      'направлени*',
      'department',
      'subcategory',
      'sub category',
      'бренд*',
      'brand*',
      'group',
    ],
    never: [
      ...MEASURES,
      ...NUMBERED,
      'компани*',
      'клиент*',
      'контрагент*',
      'покупател*',
      'customer*',
      'client*',
      'age',
      'цен',
    ],
  },
  region: {
    phrases: [
      'регион*',
      'region*',
      'область',
      'территори*',
      'territory',
      'country',
      'страна',
      'state',
      'province',
      'город*',
      'city',
      'округ',
      'район',
    ],
    never: [...MEASURES, ...NUMBERED, ...DATE_NOUNS, 'менеджер*', 'manager', 'office'],
  },
  cost: {
    phrases: [
      'себестоим*',
      'сумма себестоим*',
      'cogs',
      'cost* of sales',
      'cost* of goods',
      'total cost*',
      'закупочн* сумма',
      'cost*',
    ],
    never: [...PLANS, 'unit', 'единиц*', 'за', 'ед', 'shipping', 'доставк*', '%', 'доля', 'center', 'centre'],
  },
  profit: {
    phrases: [
      'валов* прибыл*',
      'gross profit',
      'прибыл*',
      'profit*',
      'маржинальн* доход*',
      'маржа',
      'маржа*',
      'gross margin',
      'margin',
    ],
    never: ['%', 'процент*', 'рентабельн*', ...PLANS, 'ratio', 'rate', 'center', 'per'],
  },
  currency: {
    phrases: ['валюта*', 'currency', 'currency code', 'curr'],
    never: ['курс*', 'rate', 'сумма', 'amount'],
  },
  posted: { phrases: ['проведен*', 'posted'], never: ['не', ...DATE_NOUNS] },
  deleted: {
    phrases: ['пометка удален*', 'помечен* удален*', 'deletion mark', 'is deleted', 'deleted'],
    never: DATE_NOUNS,
  },
};

interface Phrase {
  readonly words: readonly RegExp[];
  /** The phrase as one word: exports often write `ORDERDATE`. */
  readonly joined: string;
}
interface CompiledRole {
  readonly role: ColumnRole;
  readonly phrases: readonly Phrase[];
  readonly never: RegExp;
}

const COMPILED: readonly CompiledRole[] = (Object.entries(WORDS) as [ColumnRole, RoleWords][]).map(
  ([role, { phrases, never }]) => ({
    role,
    phrases: phrases.map((phrase) => ({
      words: phrase.split(' ').map((word) => new RegExp(`^${stem(word)}$`)),
      joined: phrase.replace(/[ *]/g, ''),
    })),
    never: new RegExp(`^(?:${never.map(stem).join('|')})$`),
  }),
);

/** Words that only say how a measure is counted; they make a heading no less exact. */
const NEUTRAL = new Set([
  'руб',
  'rub',
  'р',
  '₽',
  'usd',
  '$',
  'eur',
  '€',
  'тыс',
  'в',
  'the',
  'of',
  ...TAX_WORDS,
  ...WITH_TAX_WORDS,
  ...WITHOUT_TAX_WORDS,
]);

/** How well headings name a role: 1 for the best phrase alone in the heading, towards 0 for a weak phrase among others. */
export interface RoleMatch {
  readonly role: ColumnRole;
  readonly strength: number;
}

/** Roles a heading may name, each with its strength. Method.md §1; the words are ours. */
export function rolesOfHeading(heading: string): readonly RoleMatch[] {
  if (heading.length > LONGEST_HEADING) return [];
  const words = headingWords(heading);
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  const matches: RoleMatch[] = [];
  for (const { role, phrases, never } of COMPILED) {
    if (isRuledOut(role, words, never)) continue;
    const strength = bestStrength(words, phrases);
    if (strength === 0) continue;
    const penalty = MONEY_ROLES.has(role) ? basisPenalty(words) : 0;
    matches.push({ role, strength: Math.max(strength - penalty, WEAKEST) });
  }
  return matches;
}
/** Roles that stand for money which clients pay. */
const MONEY_ROLES: ReadonlySet<ColumnRole> = new Set(['amount', 'price']);
const WEAKEST = 0.01;

/** Revenue is counted without value-added tax, and after the discount: what is counted otherwise comes later. */
function basisPenalty(words: readonly string[]): number {
  const { tax, discount } = amountBasis(words);
  return (tax === 'with' ? OTHER_BASIS : 0) + (discount === 'before' ? OTHER_BASIS : 0);
}
/** Outweighs the order of good words: «Сумма без НДС» comes before «Выручка с НДС». */
const OTHER_BASIS = 0.12;
/** More words are a sentence (a report's title), not a heading. */
const MOST_WORDS = 8;
const LONGEST_HEADING = 120;

/** May a column under this heading hold revenue, even if the heading doesn't say so? */
export function mayBeAmount(heading: string): boolean {
  const amount = COMPILED.find(({ role }) => role === 'amount');
  return amount !== undefined && !isRuledOut('amount', headingWords(heading), amount.never);
}

function isRuledOut(role: ColumnRole, words: readonly string[], never: RegExp): boolean {
  if (words.some((word) => never.test(word))) return true;
  if (!MONEY_ROLES.has(role)) return false;
  const { tax, discount } = amountBasis(words);
  return tax === 'tax' || discount === 'discount';
}

function bestStrength(words: readonly string[], phrases: readonly Phrase[]): number {
  const meaningful = words.filter((word) => !NEUTRAL.has(word)).length;
  const joined = words.join('');
  let best = 0;
  for (const [rank, phrase] of phrases.entries()) {
    const isWhole = joined === phrase.joined;
    if (!isWhole && !phrase.words.every((pattern) => words.some((word) => pattern.test(word)))) continue;
    const preference = 1 - rank / phrases.length;
    const exactness = isWhole || meaningful <= phrase.words.length ? 1 : phrase.words.length / meaningful;
    best = Math.max(best, exactness * EXACTNESS_WEIGHT + preference * (1 - EXACTNESS_WEIGHT));
  }
  return best;
}
/** An exact weak word outweighs a strong word among others: «Сумма» before «Сумма оплаты поставщику». */
const EXACTNESS_WEIGHT = 0.5;

function stem(word: string): string {
  const escaped = word.replace(/[$]/g, '\\$&');
  return escaped.endsWith('*') ? `${escaped.slice(0, -1)}.*` : escaped;
}
