import type { CellValue } from '../../domain/shared/grid';
import type { Language } from '../../domain/settings';
import { isoDate, partsOf } from '../../domain/shared/dates';
import type { ExcelSerial } from '../../domain/shared/dates';
import { dayOf, SAMPLE_END, SAMPLE_START } from './calendar';
import { MANAGERS } from './clients';
import type { SampleClient } from './clients';
import type { Random } from './random';
import { kopecksOf } from './sales';
import type { SaleDocument } from './sales';
import type { SampleSheet } from './sheet';

/** Everything on the sheet that is language. */
interface SheetTexts {
  readonly sheet: string;
  readonly company: string;
  readonly title: (from: string, to: string) => string;
  readonly filters: string;
  readonly headings: readonly string[];
  readonly total: string;
  readonly shipment: string;
  readonly goodsReturn: string;
  readonly dateFormat: string;
  readonly date: (day: ExcelSerial) => string;
  /** An amount as a person types it into a text cell. */
  readonly typed: (amount: number) => string;
}

const TEXTS: Readonly<Record<Language, SheetTexts>> = {
  ru: {
    sheet: 'Продажи',
    company: 'ООО «Торговый дом Белый Короб» (вымышленная компания)',
    title: (from, to) => `Продажи по клиентам и номенклатуре за период ${from} – ${to}`,
    filters: 'Отбор: все склады, все менеджеры. Валюта: руб.',
    headings: [
      'Дата',
      'Номер документа',
      'Контрагент',
      'ИНН',
      'Менеджер',
      'Номенклатура',
      'Группа',
      'Количество',
      'Цена',
      'Сумма',
      'Регион',
    ],
    total: 'Итого',
    shipment: 'РН00-',
    goodsReturn: 'ВП00-',
    dateFormat: 'dd.mm.yyyy',
    date: (day) => isoDate(day).split('-').reverse().join('.'),
    typed: (amount) => grouped(amount, '\u00a0', ','),
  },
  en: {
    sheet: 'Sales',
    company: 'White Carton Trading LLC (a fictional company)',
    title: (from, to) => `Sales by client and item, ${from} – ${to}`,
    filters: 'Filter: all warehouses, all managers. Currency: RUB',
    headings: [
      'Date',
      'Document No.',
      'Client',
      'Tax ID',
      'Manager',
      'Item',
      'Group',
      'Quantity',
      'Price',
      'Amount',
      'Region',
    ],
    total: 'Total',
    shipment: 'INV-',
    goodsReturn: 'RET-',
    dateFormat: 'yyyy-mm-dd',
    date: isoDate,
    typed: (amount) => grouped(amount, ',', '.'),
  },
};

const COLUMN_WIDTHS = [11, 18, 38, 14, 18, 44, 22, 12, 11, 14, 22];
const KOPECKS = 100;
/** Digits of a document number; numbers start anew every year, as in 1C. */
const NUMBER_DIGITS = 6;
const OTHER_SPELLING_CHANCE = 0.3;
const TYPED_AMOUNT_CHANCE = 0.004;

/** When the fourth manager left and who took over her clients. */
const HANDOVER = { day: dayOf(2025, 7, 1), from: 3, to: 4 };

/** The documents as a person would export them from 1C: a cap, headings, one row per line, a grand total. */
export function salesSheet(
  documents: readonly SaleDocument[],
  language: Language,
  random: Random,
): SampleSheet {
  const texts = TEXTS[language];
  const numberOf = numbering(texts);
  const lines = documents.flatMap((document) => rowsOf(document, numberOf(document), language, random));
  const cap: CellValue[][] = [
    [texts.company],
    [texts.title(texts.date(SAMPLE_START), texts.date(SAMPLE_END))],
    [texts.filters],
    [],
  ];
  const allLines = documents.flatMap((document) => document.lines);
  const quantity = allLines.reduce((sum, line) => sum + line.quantity, 0);
  const kopecks = allLines.reduce((sum, line) => sum + kopecksOf(line), 0);
  const total: CellValue[] = [texts.total, '', '', '', '', '', '', quantity, '', kopecks / KOPECKS, ''];
  return {
    name: texts.sheet,
    rows: [...cap, [...texts.headings], ...lines, total],
    formats: [
      texts.dateFormat,
      '@',
      'General',
      '@',
      'General',
      'General',
      'General',
      '#,##0',
      '#,##0.00',
      '#,##0.00',
      'General',
    ],
    columnWidths: COLUMN_WIDTHS,
    headerRow: cap.length,
    totalRow: cap.length + 1 + lines.length,
  };
}

function rowsOf(document: SaleDocument, number: string, language: Language, random: Random): CellValue[][] {
  const { day, client } = document;
  const name = client ? spellingOf(client, language, random) : '';
  const manager = MANAGERS[client ? managerOn(client, day) : 0]?.[language] ?? '';
  return document.lines.map((line) => {
    const amount = kopecksOf(line) / KOPECKS;
    return [
      day,
      number,
      name,
      client?.taxId ?? '',
      manager,
      line.product.name[language],
      line.product.group[language],
      line.quantity,
      line.price / KOPECKS,
      random.chance(TYPED_AMOUNT_CHANCE) ? TEXTS[language].typed(amount) : amount,
      client?.region[language] ?? '',
    ];
  });
}

function spellingOf({ spellings }: SampleClient, language: Language, random: Random): string {
  const [usual = '', ...others] = spellings[language];
  // Drawn for every document, so that both languages take the same path through the stream.
  const isOther = random.chance(OTHER_SPELLING_CHANCE);
  const which = random.next();
  return isOther ? (others[Math.floor(which * others.length)] ?? usual) : usual;
}

/** Who sells to a client on a day: index into {@link MANAGERS}. */
export function managerOn({ manager }: SampleClient, day: ExcelSerial): number {
  return manager === HANDOVER.from && day >= HANDOVER.day ? HANDOVER.to : manager;
}

/** Numbers documents in order: shipments and returns apart, anew every year. */
function numbering(texts: SheetTexts): (document: SaleDocument) => string {
  const counters = new Map<string, number>();
  return ({ day, isReturn }) => {
    const prefix = isReturn ? texts.goodsReturn : texts.shipment;
    const series = `${prefix}${partsOf(day).year}`;
    const number = (counters.get(series) ?? 0) + 1;
    counters.set(series, number);
    return prefix + String(number).padStart(NUMBER_DIGITS, '0');
  };
}

function grouped(amount: number, separator: string, point: string): string {
  const [whole = '', decimals = ''] = Math.abs(amount).toFixed(2).split('.');
  return `${amount < 0 ? '-' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, separator)}${point}${decimals}`;
}
