/** The lowest ExcelApi set Clientele runs on: Office 2021, Microsoft 365, web, iPad. `manifest.xml` declares the same. */
export const MINIMUM_EXCEL_API = '1.12';
