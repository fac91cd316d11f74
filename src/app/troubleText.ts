import type { ListError } from '../domain/lists/types';
import type { ReadingError } from '../domain/sales/types';
import { assertNever } from '../domain/shared/result';
import { placeholderText } from '../i18n/placeholderWords';
import { templateProblemTexts } from '../i18n/templateProblemText';
import type { TextKey, TextParams, Translate } from '../i18n/translate';
import type { TemplateError } from './dossiers/ownTemplates';
import type { ExcelTrouble, Trouble } from './types';

/** Headings named in a sentence; a sheet may have hundreds. */
const HEADINGS_NAMED = 8;

/** One sentence for the user: what stands in the way, where, and what to do about it. */
export function troubleText(trouble: Trouble, t: Translate): string {
  switch (trouble.kind) {
    case 'reading':
      return readingErrorText(trouble.error, t);
    case 'excel':
      return excelTroubleText(trouble.error, t);
    case 'noSource':
      return t('error.noSource');
    case 'noList':
      return t('lists.error.noSheet', {
        name: trouble.name,
        list: t(`lists.${trouble.list}`).toLowerCase(),
        sheets: namedTexts(trouble.sheets, t),
      });
    case 'list':
      return listErrorText(trouble.error, t);
    case 'template':
      return templateErrorText(trouble.error, t);
    case 'notRun':
      return t('error.notRun');
    case 'cancelled':
      return t('error.cancelled');
    default:
      return assertNever(trouble);
  }
}

/** What a developer needs beside the sentence: codes and places, never cell values. Null if the sentence says it all. */
export function troubleDetails(trouble: Trouble): string | null {
  switch (trouble.kind) {
    case 'reading':
      return trouble.error.code;
    case 'excel':
      return `${trouble.error.code}: ${trouble.error.details}`;
    case 'list':
    case 'template':
      return trouble.error.code;
    case 'noSource':
    case 'noList':
    case 'notRun':
    case 'cancelled':
      return null;
    default:
      return assertNever(trouble);
  }
}

function readingErrorText(error: ReadingError, t: Translate): string {
  switch (error.code) {
    case 'emptySheet':
    case 'noHeader':
    case 'amountsTooLarge':
      return t(`error.${error.code}`, { sheet: error.sheet });
    case 'noClientColumn':
    case 'noAmountColumn':
      return t(`error.${error.code}`, { sheet: error.sheet, headers: namedTexts(error.headers, t) });
    case 'noUsableRows':
      return error.firstProblem === null
        ? t('error.noUsableRows', { sheet: error.sheet, rows: error.rowsRead })
        : t('error.noUsableRowsBecause', {
            sheet: error.sheet,
            rows: error.rowsRead,
            reason: t(`skip.${error.firstProblem}`).toLowerCase(),
          });
    case 'unclearGroups':
      return error.row === null
        ? t('error.unclearGroups', { sheet: error.sheet })
        : t('error.unequalGroup', { sheet: error.sheet, row: error.row });
    case 'mixedCurrencies':
      return t('error.mixedCurrencies', { sheet: error.sheet, currencies: error.currencies.join(', ') });
    default:
      return assertNever(error);
  }
}

function listErrorText(error: ListError, t: Translate): string {
  switch (error.code) {
    case 'emptyList':
      return t('lists.error.emptyList', { sheet: error.sheet });
    case 'noListColumn':
      return t(`lists.error.noListColumn.${error.missing}`, {
        sheet: error.sheet,
        headers: namedTexts(error.headings, t),
      });
    default:
      return assertNever(error);
  }
}

function templateErrorText(error: TemplateError, t: Translate): string {
  switch (error.code) {
    case 'missing':
      return t('template.missing', { sheet: error.sheet, example: placeholderText('client', t) });
    case 'problems':
      return t('template.problems', {
        sheet: error.sheet,
        problems: templateProblemTexts(error.problems, t).join('; '),
      });
    case 'namesHidden':
      return t('template.namesHidden');
    default:
      return assertNever(error);
  }
}

function excelTroubleText(error: ExcelTrouble, t: Translate): string {
  switch (error.code) {
    case 'protectedSheet':
      return placed('error.protectedSheet', 'error.protectedSheetAt', error.place, t);
    case 'itemNotFound':
      return placed('error.itemNotFound', 'error.itemNotFoundAt', error.place, t);
    case 'nameTaken':
      return placed('error.nameTaken', 'error.nameTakenAt', error.place, t);
    case 'cellEditMode':
    case 'protectedWorkbook':
    case 'tooLarge':
    case 'busy':
    case 'unsupported':
    case 'unexpected':
      return t(`error.${error.code}`);
    default:
      return assertNever(error.code);
  }
}

function placed(bare: TextKey, withPlace: TextKey, place: string | null, t: Translate): string {
  const params: TextParams = place === null ? {} : { place };
  return t(place === null ? bare : withPlace, params);
}

/** Headings or sheets in quotes; the first few of many. */
function namedTexts(headers: readonly string[], t: Translate): string {
  const named = headers.filter((header) => header !== '').map((heading) => t('error.heading', { heading }));
  if (named.length === 0) return t('error.headersNone');
  const rest = named.length > HEADINGS_NAMED ? ', …' : '';
  return named.slice(0, HEADINGS_NAMED).join(', ') + rest;
}
