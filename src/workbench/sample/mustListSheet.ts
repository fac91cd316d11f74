import type { Language } from '../../domain/settings';
import { PRODUCTS } from './goods';
import type { Random } from './random';
import type { SampleSheet } from './sheet';

const NAMES: Readonly<Record<Language, string>> = { ru: 'Обязательный ассортимент', en: 'Must list' };
const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  ru: ['Номенклатура', 'Группа'],
  en: ['Item', 'Group'],
};
const ITEMS = 10;

/** The items every client should buy. */
export function mustListSheet(language: Language, random: Random): SampleSheet {
  const items = random.shuffled(PRODUCTS).slice(0, ITEMS);
  return {
    name: NAMES[language],
    rows: [[...HEADINGS[language]], ...items.map(({ name, group }) => [name[language], group[language]])],
    formats: ['General', 'General'],
    columnWidths: [46, 24],
    headerRow: 0,
    totalRow: null,
  };
}
