/** Language of Office's interface as a locale, `ru-RU`; English where there is no Office. */
export function displayLanguage(): string {
  return (typeof Office !== 'undefined' && Office.context?.displayLanguage) || 'en-US';
}
