import type { Language } from '../../domain/settings';

/** Texts of the workbench page. They are no part of the add-in, so they stand here and not in i18n/. */
export const TEXTS = {
  ru: {
    title: 'Стенд вместо Excel',
    open: 'Открыть…',
    openHint: 'Файл .xlsx или .csv; можно перетащить его на страницу',
    save: 'Сохранить как .xlsx',
    saveNameless: 'Сохранить копию без имён',
    namelessName: 'Без имён.xlsx',
    sample: 'Учебная компания',
    excelLanguage: 'Язык Excel',
    paneWidth: 'Ширина панели',
    resize: 'Ширина панели: тяните или нажимайте стрелки',
    pane: 'Панель надстройки',
    drop: 'Отпустите файл, чтобы открыть его',
    close: 'Закрыть сообщение',
    opening: 'Открываю «{file}»: {percent} %',
    saving: 'Сохраняю «{file}»…',
    saveFailed:
      'Не удалось сохранить книгу: {details}. Книга на странице осталась как была; попробуйте ещё раз.',
    openFailed: 'Не удалось открыть «{file}»: {details}. Откройте файл .xlsx или .csv.',
    protected: 'Лист защищён; снимите защиту в Excel и откройте файл снова.',
    structure: 'Структура книги защищена: листы нельзя добавлять, удалять и переименовывать.',
    unsupported: 'Этого стенд не умеет; сделайте это в Excel и откройте файл снова.',
    sheetName: 'Так лист назвать нельзя: до 31 знака, без : \\ / ? * [ ], и не как другой лист.',
    wrongEntry: 'Такое значение в эту ячейку ввести нельзя: его не допускает проверка данных.',
    tornTable: 'Так строки или столбцы не изменить: это разорвёт таблицу или лишит её заголовков.',
    tornMerge: 'Так строки или столбцы не изменить: это разорвёт объединённые ячейки.',
    offSheet: 'Вставить нельзя: непустые ячейки ушли бы за край листа.',
    rowMenu: 'Строки',
    insertRow: 'Вставить строку выше',
    deleteRow: 'Удалить строку',
    insertRows: 'Вставить строки выше: {count}',
    deleteRows: 'Удалить строки: {count}',
    openList: 'Открыть список (Alt+↓)',
    list: 'Значения для ячейки',
    engineFailed: 'Не удалось запустить расчёт: {details}. Обновите страницу.',
  },
  en: {
    title: 'Stand-in for Excel',
    open: 'Open…',
    openHint: 'An .xlsx or .csv file; you can also drop it on the page',
    save: 'Save as .xlsx',
    saveNameless: 'Save a copy without names',
    namelessName: 'Without names.xlsx',
    sample: 'Sample company',
    excelLanguage: 'Excel’s language',
    paneWidth: 'Pane width',
    resize: 'Width of the pane: drag, or press the arrow keys',
    pane: 'The add-in’s pane',
    drop: 'Drop the file to open it',
    close: 'Close the message',
    opening: 'Opening “{file}”: {percent}%',
    saving: 'Saving “{file}”…',
    saveFailed: 'The workbook could not be saved: {details}. It is still here as it was; try again.',
    openFailed: '“{file}” could not be opened: {details}. Open an .xlsx or .csv file.',
    protected: 'The sheet is protected; unprotect it in Excel and open the file again.',
    structure: 'The workbook’s structure is protected: sheets cannot be added, deleted or renamed.',
    unsupported: 'The workbench cannot do this; do it in Excel and open the file again.',
    sheetName:
      'A sheet cannot have this name: up to 31 characters, none of : \\ / ? * [ ], and not another sheet’s.',
    wrongEntry: 'This value cannot be entered here: the cell’s data validation does not allow it.',
    tornTable: 'This cannot be done: it would tear a table or take its headings away.',
    tornMerge: 'This cannot be done: it would tear merged cells.',
    offSheet: 'Nothing was inserted: cells that are not empty would leave the sheet.',
    rowMenu: 'Rows',
    insertRow: 'Insert a row above',
    deleteRow: 'Delete the row',
    insertRows: 'Insert rows above: {count}',
    deleteRows: 'Delete rows: {count}',
    openList: 'Open the list (Alt+↓)',
    list: 'Values for the cell',
    engineFailed: 'The calculation engine did not start: {details}. Reload the page.',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

export type TextKey = keyof (typeof TEXTS)['ru'];

/** A text of the page with its facts filled in. */
export function pageText(
  language: Language,
  key: TextKey,
  facts: Readonly<Record<string, string>> = {},
): string {
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
}
