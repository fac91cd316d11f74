import { createClientele } from '../../app/clientele';
import type { Clientele } from '../../app/types';
import type { Language } from '../../domain/settings';
import { createCalculator } from '../calc/calculator';
import { loadIronCalcNode } from '../calc/node';
import { installGlobals } from '../client/node';
import { cultureOf } from '../host/culture';
import { Host } from '../host/host';
import type { BookModel } from '../model/model';

/** The product over a workbook without a browser: Microsoft's client talks to our host, the use cases to the client. */
export interface Headless {
  readonly host: Host;
  readonly clientele: Clientele;
}

const LOCALES: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-US' };

/** Opens the product over a book, with Excel's interface and data in one language. One book at a time in a process. */
export async function openHeadless(book: BookModel, language: Language): Promise<Headless> {
  const culture = LOCALES[language];
  const calculator = await createCalculator(loadIronCalcNode(), cultureOf(culture).decimal);
  // Results that came with the file are trusted as they are; what changes later is recalculated.
  calculator.recalculate(book);
  const host = new Host(book, { culture, calculator });
  installGlobals(host, { displayLanguage: culture });
  return { host, clientele: createClientele() };
}
