import type { PlaceholderKey, PlaceholderKind } from '../../domain/dossiers/placeholders';
import { kindOf, textParts } from '../../domain/dossiers/placeholders';
import { isAlone } from '../../domain/dossiers/templateCheck';
import type { Language } from '../../domain/settings';
import type { ExcelSerial } from '../../domain/shared/dates';
import { partsOf } from '../../domain/shared/dates';
import type { CellValue } from '../../domain/shared/grid';
import { formatDate, formatNumber, formatPercent } from '../../i18n/numbers';
import { PLACEHOLDER_NAMES } from '../../i18n/placeholderWords';
import { COUNT, dateFormat, MONEY_WHOLE, PERCENT, POINTS } from '../formats';
import { UNKNOWN } from '../dossier/grid';
import type { KnownValues } from './values';

/** How numbers look in the cells and sentences of a template. */
export interface FillLook {
  readonly language: Language;
  /** Number format of money: {@link MONEY_WHOLE} or one with kopecks. */
  readonly money: string;
}

/** What a cell of a template is filled with. */
export interface FilledCell {
  readonly value: CellValue;
  /** The same as words: for a cell that takes texts only. */
  readonly text: string;
  /** A fitting number format for a cell that has none of its own; null for texts. */
  readonly format: string | null;
}

/** Fills a pattern: a placeholder alone gives its value as such, among words a sentence. What is unknown reads «?». */
export function filledCell(pattern: string, values: KnownValues, look: FillLook): FilledCell {
  const parts = textParts(pattern, PLACEHOLDER_NAMES.placeholderOf);
  const text = parts
    .map((part) => {
      if ('text' in part) return part.text;
      return part.key === null ? `{{${part.written}}}` : wordsOf(part.key, values.get(part.key), look);
    })
    .join('');
  const only = isAlone(pattern) ? parts.find((part) => 'written' in part) : undefined;
  if (!only || !('written' in only) || only.key === null) return { value: text, text, format: null };
  const value = values.get(only.key) ?? UNKNOWN;
  const words = wordsOf(only.key, values.get(only.key), look);
  return { value, text: words, format: typeof value === 'number' ? formatOf(kindOf(only.key), look) : null };
}

function wordsOf(key: PlaceholderKey, value: CellValue | undefined, { language, money }: FillLook): string {
  if (value === undefined) return UNKNOWN;
  if (typeof value !== 'number') return String(value);
  const kind = kindOf(key);
  switch (kind) {
    case 'money':
      return formatNumber(value, language, money === MONEY_WHOLE ? 0 : 2);
    case 'share':
      return formatPercent(value, language);
    case 'date':
      return formatDate(value as ExcelSerial, language);
    case 'month':
      return monthWords(value as ExcelSerial, language);
    case 'decimal':
      return formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
    default:
      return formatNumber(value, language);
  }
}

/** `03.2026` in Russian, `2026-03` in English. */
export function monthWords(day: ExcelSerial, language: Language): string {
  const { year, month } = partsOf(day);
  const digits = String(month).padStart(2, '0');
  return language === 'ru' ? `${digits}.${year}` : `${year}-${digits}`;
}

function formatOf(kind: PlaceholderKind, { language, money }: FillLook): string | null {
  switch (kind) {
    case 'money':
      return money;
    case 'share':
      return PERCENT;
    case 'date':
      return dateFormat(language);
    case 'month':
      return language === 'ru' ? 'mm.yyyy' : 'yyyy-mm';
    case 'number':
      return COUNT;
    case 'decimal':
      return POINTS;
    default:
      return null;
  }
}
