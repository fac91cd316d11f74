import { assertNever } from '../../domain/shared/result';
import { SAMPLE_END, SAMPLE_START, YEAR_START } from './calendar';
import type { Words } from './goods';
import { PRODUCTS } from './goods';
import type { Product } from './goods';
import { DOMINANT, inventNames, MISSPELT, SECOND, TREACHEROUS } from './names';
import type { Spellings } from './names';
import type { Random } from './random';
import { taxIdOf } from './taxId';

/** The part a client plays in the story of the sample. */
export type Fate =
  'dominant' | 'second' | 'steady' | 'declining' | 'sleeping' | 'lost' | 'new' | 'oneTime' | 'returner';

/** One client and how it buys. */
export interface SampleClient {
  readonly spellings: Spellings;
  /** ИНН with its leading zeros, or `''` where nobody filled it in. */
  readonly taxId: string;
  readonly region: Words;
  /** Index into {@link MANAGERS}. */
  readonly manager: number;
  readonly fate: Fate;
  /** First and last day on which it may buy. */
  readonly from: number;
  readonly to: number;
  /** Days between two orders, on average. */
  readonly rhythm: number;
  /** Relative size of its yearly purchases; the pillars are sized as shares of the whole instead. */
  readonly weight: number;
  /** Its own growth per year: 1.1 is +10 %. */
  readonly growth: number;
  /** Part of the list price it pays. */
  readonly priceLevel: number;
  /** What it buys. */
  readonly assortment: readonly Product[];
}

/** The people who sell. The fourth leaves, the fifth takes over her clients. */
export const MANAGERS: readonly Words[] = [
  { ru: 'Ковалёва Ирина', en: 'Irene Coverdale' },
  { ru: 'Дёмин Артём', en: 'Arthur Demming' },
  { ru: 'Сафина Лейла', en: 'Leila Saffron' },
  { ru: 'Громова Ольга', en: 'Olga Thundersley' },
  { ru: 'Пахомов Денис', en: 'Denis Packham' },
];

const REGIONS: readonly Words[] = [
  { ru: 'Самарская область', en: 'Samara Region' },
  { ru: 'Саратовская область', en: 'Saratov Region' },
  { ru: 'Ульяновская область', en: 'Ulyanovsk Region' },
  { ru: 'Пензенская область', en: 'Penza Region' },
  { ru: 'Республика Татарстан', en: 'Tatarstan' },
  { ru: 'Оренбургская область', en: 'Orenburg Region' },
];

/** How many clients of each fate stand under the pillars; those with a name to watch are steady and come on top. */
const FATES: readonly (readonly [fate: Fate, count: number])[] = [
  ['returner', 1],
  ['steady', 66],
  ['declining', 14],
  ['sleeping', 12],
  ['lost', 15],
  ['new', 12],
  ['oneTime', 12],
];

/** Yearly purchases fall with the rank as 1 / (rank + offset): the usual long tail. */
const RANK_OFFSET = 4;
const PART_WITHOUT_TAX_ID = 0.12;

/** The clients of the sample, 142 in all: the two pillars first. */
export function inventClients(random: Random): readonly SampleClient[] {
  const fates = FATES.flatMap(([fate, count]) => new Array<Fate>(count).fill(fate));
  const names = inventNames(random.fork('names'), fates.length);
  const ordinary = [
    ...[...MISSPELT, ...TREACHEROUS].map((spellings) => ({ fate: 'steady' as const, spellings })),
    ...names.map((spellings, i) => ({ fate: fates[i] ?? 'steady', spellings })),
  ];
  const ranks = random.fork('ranks').shuffled([...ordinary.keys()]);
  return [
    inventClient({ fate: 'dominant', spellings: DOMINANT, rank: 0 }, 0, random),
    inventClient({ fate: 'second', spellings: SECOND, rank: 0 }, 1, random),
    ...ordinary.map((part, i) => inventClient({ ...part, rank: ranks[i] ?? i }, i + 2, random)),
  ];
}

interface Part {
  readonly fate: Fate;
  readonly spellings: Spellings;
  /** 0 for the largest of the ordinary clients. */
  readonly rank: number;
}

function inventClient({ fate, spellings, rank }: Part, index: number, stem: Random): SampleClient {
  const random = stem.fork(`client ${index}`);
  const isPillar = fate === 'dominant' || fate === 'second';
  const isPrivate = /^ИП /.test(spellings.ru[0] ?? '');
  return {
    spellings,
    taxId: !isPillar && random.chance(PART_WITHOUT_TAX_ID) ? '' : taxIdOf(index, isPrivate),
    region: random.pick(REGIONS),
    manager: isPillar ? 0 : random.whole(0, MANAGERS.length - 2),
    fate,
    ...lifeOf(fate, random),
    rhythm: rhythmOf(fate, random),
    weight: random.between(0.7, 1.3) / (rank + RANK_OFFSET),
    growth: growthOf(fate, random),
    priceLevel: isPillar ? 0.88 : random.between(0.93, 1.04),
    assortment: random.shuffled(PRODUCTS).slice(0, isPillar ? 22 : random.whole(3, 11)),
  };
}

/** The days between which a client buys. */
function lifeOf(fate: Fate, random: Random): { from: number; to: number } {
  const early = SAMPLE_START + random.whole(0, 25);
  const sometime = random.chance(0.75) ? early : SAMPLE_START + random.whole(30, 600);
  switch (fate) {
    case 'dominant':
    case 'second':
      return { from: SAMPLE_START, to: SAMPLE_END };
    case 'steady':
    case 'declining':
      return { from: sometime, to: SAMPLE_END };
    case 'sleeping':
      return { from: early, to: SAMPLE_END - random.whole(50, 150) };
    case 'lost':
      return { from: early, to: YEAR_START - random.whole(15, 420) };
    case 'new':
      return { from: SAMPLE_END - random.whole(20, 150), to: SAMPLE_END };
    case 'oneTime': {
      const day = SAMPLE_START + random.whole(40, SAMPLE_END - SAMPLE_START - 20);
      return { from: day, to: day };
    }
    case 'returner':
      return { from: early, to: YEAR_START - 5 };
    default:
      return assertNever(fate);
  }
}

function rhythmOf(fate: Fate, random: Random): number {
  if (fate === 'dominant') return 7;
  if (fate === 'second') return 10;
  return random.between(20, 80);
}

function growthOf(fate: Fate, random: Random): number {
  switch (fate) {
    case 'dominant':
      return 1.3;
    case 'declining':
      return random.between(0.5, 0.75);
    case 'new':
      return 1;
    default:
      return random.between(0.88, 1.22);
  }
}
