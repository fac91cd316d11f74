import type { Language, Settings } from '../domain/settings';
import { serialFromIso } from '../domain/shared/dates';
import type { ExcelSerial } from '../domain/shared/dates';
import { displayLanguage } from '../excel/environment';
import { languageOf } from '../i18n/translate';

/** The language chosen by the user, or Office's. */
export function languageFor({ language }: Settings): Language {
  return language ?? languageOf(displayLanguage());
}

/** The as-of date set by the user, or null for the latest sale. */
export function chosenAsOf(settings: Settings): ExcelSerial | null {
  return settings.asOf === null ? null : serialFromIso(settings.asOf);
}
