import { MINIMUM_EXCEL_API } from './requirements';

/** Where the add-in runs, as far as its behaviour differs. */
export type Platform = 'desktop' | 'mac' | 'web' | 'ipad' | 'unknown';

/** Resolves once Office is ready; at once where there is no Office (a page opened in a plain browser, a test). */
export async function whenReady(): Promise<void> {
  if (hasOffice()) await Office.onReady();
}

/** Language of Office's interface as a locale, `ru-RU`; English where there is no Office. */
export function displayLanguage(): string {
  return (hasOffice() && Office.context?.displayLanguage) || 'en-US';
}

/** Whether this Excel knows an ExcelApi set such as `1.17`: the guard of everything above the minimum. */
export function supportsExcelApi(version: string): boolean {
  return hasOffice() && Boolean(Office.context?.requirements?.isSetSupported('ExcelApi', version));
}

/** Whether this Excel is new enough for Clientele at all. */
export function meetsMinimum(): boolean {
  return supportsExcelApi(MINIMUM_EXCEL_API);
}

/** The platform, from Office's own words. */
export function platform(): Platform {
  switch (hasOffice() ? String(Office.context?.platform ?? '') : '') {
    case 'PC':
      return 'desktop';
    case 'Mac':
      return 'mac';
    case 'OfficeOnline':
      return 'web';
    case 'iOS':
      return 'ipad';
    default:
      return 'unknown';
  }
}

function hasOffice(): boolean {
  return typeof Office !== 'undefined';
}
