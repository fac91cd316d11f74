import type { CellValue } from '../../domain/shared/grid';
import type { Language } from '../../domain/settings';
import { SAMPLE_END } from './calendar';
import type { Words } from './goods';
import type { Random } from './random';
import type { SampleSheet } from './sheet';
import type { Buyer } from './yearlySales';

interface SheetTexts {
  readonly sheet: string;
  readonly headings: readonly string[];
  readonly dateFormat: string;
}

const TEXTS: Readonly<Record<Language, SheetTexts>> = {
  ru: {
    sheet: 'Бюджеты клиентов',
    headings: ['Клиент', 'Годовой бюджет на упаковку', 'Наша доля', 'Сегмент', 'Дата оценки'],
    dateFormat: 'dd.mm.yyyy',
  },
  en: {
    sheet: 'Client budgets',
    headings: ['Client', 'Annual budget for packaging', 'Our share', 'Segment', 'Assessed on'],
    dateFormat: 'yyyy-mm-dd',
  },
};

const SEGMENTS: readonly Words[] = [
  { ru: 'Производство', en: 'Manufacturing' },
  { ru: 'Торговля', en: 'Trade' },
  { ru: 'Логистика', en: 'Logistics' },
];

/** Never bought, but their budgets are known: prospects. */
const PROSPECTS: readonly (readonly [name: Words, roubles: number])[] = [
  [{ ru: 'АО «Приволжская кондитерская»', en: 'Volgaside Confectionery JSC' }, 9_400_000],
  [{ ru: 'ООО «Складской двор»', en: 'Warehouse Yard LLC' }, 5_200_000],
  [{ ru: 'ООО «Мебель-Самоцвет»', en: 'Gemstone Furniture LLC' }, 2_700_000],
];

/** Managers asked the largest clients; of the others only now and then. */
const LARGE = 18;
const ASKED_AMONG_OTHERS = 0.18;
const OUR_SHARE_INSTEAD = 0.15;
const KOPECKS = 100;
const ROUND_TO = 50_000;

/** What managers found out of the clients' budgets: most of the large ones, some of the small ones, three prospects. */
export function budgetsSheet(buyers: readonly Buyer[], language: Language, random: Random): SampleSheet {
  const texts = TEXTS[language];
  const rows = buyers.flatMap(({ client, kopecks }, rank): CellValue[][] => {
    // Drawn for every client, so that one more buyer moves nobody's budget.
    const own = random.fork(client.spellings.ru[0] ?? '');
    const isAsked = own.chance(rank < LARGE ? 0.85 : ASKED_AMONG_OTHERS);
    const share = own.chance(0.5) ? own.between(0.12, 0.45) : own.between(0.55, 1.05);
    const segment = own.pick(SEGMENTS)[language];
    const day = SAMPLE_END - own.whole(10, 400);
    if (!isAsked || kopecks <= 0) return [];
    const name = client.spellings[language][0] ?? '';
    const budget = Math.max(ROUND_TO, Math.round(kopecks / KOPECKS / share / ROUND_TO) * ROUND_TO);
    return own.chance(OUR_SHARE_INSTEAD)
      ? [[name, '', Math.min(1, Math.round(share * 20) / 20), segment, day]]
      : [[name, budget, '', segment, day]];
  });
  const prospects = PROSPECTS.map(([name, roubles]): CellValue[] => [
    name[language],
    roubles,
    '',
    SEGMENTS[0]?.[language] ?? '',
    SAMPLE_END - 20,
  ]);
  return {
    name: texts.sheet,
    rows: [[...texts.headings], ...rows, ...prospects],
    formats: ['General', '#,##0', '0%', 'General', texts.dateFormat],
    columnWidths: [38, 24, 12, 18, 14],
    headerRow: 0,
    totalRow: null,
  };
}
