import type { Language } from '../../domain/settings';
import { createCalculator } from '../calc/calculator';
import type { Culture } from '../host/culture';
import { cultureOf } from '../host/culture';
import { Host } from '../host/host';
import type { BookModel } from '../model/model';

/** Names of Excel's languages on the page, as `cultureInfo` has them. */
export const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-US' };

let started = 0;

/** One workbook open in one Excel. */
export interface Session {
  /** Counts the sessions of the page. */
  readonly number: number;
  readonly book: BookModel;
  readonly host: Host;
  readonly culture: Culture;
  readonly language: Language;
}

/** Opens a workbook in an Excel of that language; its formulas are calculated once. */
export async function startSession(book: BookModel, language: Language): Promise<Session> {
  const culture = cultureOf(LOCALES[language]);
  const engine = new URL('@ironcalc/wasm/wasm_bg.wasm', import.meta.url);
  const calculator = await createCalculator(engine, culture.decimal);
  calculator.recalculate(book);
  started += 1;
  return {
    number: started,
    book,
    host: new Host(book, { culture: culture.name, calculator }),
    culture,
    language,
  };
}
