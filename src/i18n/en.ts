import type { ru } from './ru';

/** All texts in English. The compiler holds it to the keys of `ru.ts`. */
export const en: Readonly<Record<keyof typeof ru, string>> = {
  // tab
  'tab.abcd': 'ABCD',
  'tab.dependency': 'Dependency',
  'tab.dataCheck': 'Data check',
  'tab.settings': 'Settings',
  // abcd
  // dependency
  // dataCheck
  // settings
  // skip
  'skip.blank': 'Blank row',
  'skip.repeatedHeader': 'Repeated heading',
  'skip.total': 'Total or subtotal',
  'skip.noClient': 'No client',
  'skip.noAmount': 'No amount',
  'skip.unreadableAmount': 'Unreadable amount',
  'skip.unreadableDate': 'Unreadable date',
  'skip.afterAsOf': 'After the as-of date',
  'skip.foreignCurrency': 'Another currency',
  'skip.notPosted': 'Not posted or marked for deletion',
  // role
  'role.client': 'Client',
  'role.clientId': 'Client code',
  'role.taxId': 'Tax ID',
  'role.holding': 'Holding',
  'role.date': 'Date',
  'role.amount': 'Amount',
  'role.quantity': 'Quantity',
  'role.price': 'Price',
  'role.discount': 'Discount',
  'role.document': 'Document',
  'role.manager': 'Manager',
  'role.product': 'Product',
  'role.group': 'Product group',
  'role.region': 'Region',
  'role.cost': 'Cost',
  'role.profit': 'Profit',
  'role.currency': 'Currency',
  'role.posted': 'Posted',
  'role.deleted': 'Marked for deletion',
  // error
  'error.emptySheet':
    'The sheet “{sheet}” is empty. Choose the sheet with the sales or paste them into this one.',
  'error.noHeader':
    'No heading row was found on the sheet “{sheet}”. Put a row of column names above the data: client, date, amount.',
  'error.noClientColumn':
    'No client column was found on the sheet “{sheet}”. Choose it by hand. Headings read: {headers}.',
  'error.noAmountColumn':
    'No amount column was found on the sheet “{sheet}”. Choose it by hand, or choose quantity and price. Headings read: {headers}.',
  'error.noUsableRows':
    '{rows} rows were read on the sheet “{sheet}”, but none can be used. Check the columns of client, date and amount.',
  'error.noUsableRowsBecause':
    '{rows} rows were read on the sheet “{sheet}”, but none can be used ({reason}). Check the columns of client, date and amount.',
  'error.amountsTooLarge':
    'The amounts on the sheet “{sheet}” are too large to be added exactly. Check that the amount column holds money, not codes or numbers of documents.',
  'error.mixedCurrencies':
    'The sheet “{sheet}” mixes currencies: {currencies}. Convert the amounts to one currency or keep only its rows on the sheet.',
  'error.headersNone': 'none',
  'error.noSource':
    'The workbook has no sheet with data. Paste a list of sales into any sheet and try again.',
  'error.cancelled': 'Stopped as you asked. You can start again.',
  'error.cellEditMode':
    'Excel is waiting for you to finish editing a cell. Press Enter or Esc and try again.',
  'error.protectedSheet': 'The sheet is protected. Unprotect it (Review → Unprotect Sheet) and try again.',
  'error.protectedSheetAt':
    'The sheet “{place}” is protected. Unprotect it (Review → Unprotect Sheet) and try again.',
  'error.protectedWorkbook':
    'The structure of the workbook is protected, so no tabs can be added. Unprotect it (Review → Protect Workbook) and try again.',
  'error.itemNotFound':
    'The sheet is gone: it was deleted or renamed. Refresh the list of sheets and try again.',
  'error.itemNotFoundAt':
    'The sheet “{place}” is gone: it was deleted or renamed. Refresh the list of sheets and try again.',
  'error.nameTaken':
    'The name of a tab is already used by a sheet of yours. Rename that sheet and try again.',
  'error.nameTakenAt':
    'The name “{place}” is already used by a sheet of yours. Rename that sheet and try again.',
  'error.tooLarge':
    'There is more data than Excel hands over at once. Remove columns you do not need or split the sheet by years.',
  'error.busy': 'Excel is busy or the workbook is not in the front window. Wait a few seconds and try again.',
  'error.unsupported':
    'This version of Excel is too old. Excel 2021, Microsoft 365 or Excel on the web is needed.',
  'error.unexpected':
    'Excel did not carry out the step. Your sheets are unchanged; try again, and if that fails, save and reopen the workbook.',
  // pane
  'pane.product': 'Clientele',
  'pane.language': 'Language of the pane',
  'pane.settings': 'About and appearance',
  'pane.close': 'Close',
  'pane.theme': 'Theme',
  'pane.themeAuto': 'As in Office',
  'pane.themeLight': 'Light',
  'pane.themeDark': 'Dark',
  'pane.version': 'Version {version}',
  'pane.privacy': 'Nothing leaves the computer: everything is computed right here.',
  'pane.thresholds': 'The thresholds of classes and flags are on the tab “Settings” of this workbook.',
  'pane.starting': 'Opening the workbook…',
  'pane.outsideTitle': 'This is a pane for Excel',
  'pane.outside':
    'This page works inside Excel. Open a workbook with sales and press “Clientele” on the Home tab.',
  'pane.source': 'Where the sales are',
  'pane.refreshSources': 'Refresh the list of sheets',
  'pane.sourceSheet': '{name} · rows: {rows}',
  'pane.sourceTable': '{name} · table on “{sheet}” · rows: {rows}',
  'pane.sourceEmpty': '{name} · empty',
  'pane.emptyTitle': 'No sales in this workbook yet',
  'pane.emptyHint':
    'Paste a list of sales into any sheet: column names in the first row (client, date, amount), one sale per row below.',
  'pane.checkAgain': 'Check again',
  'pane.understood': 'What was understood',
  'pane.factClients': 'Clients',
  'pane.factRows': 'Rows used',
  'pane.factRowsValue': '{used} of {read}',
  'pane.factAmount': 'Sales in total',
  'pane.factPeriod': 'Period analysed',
  'pane.factAsOf': 'As of',
  'pane.span': '{from} – {to}',
  'pane.wholeFile': 'the whole file (no dates)',
  'pane.partialYear': 'Not a full year: the file holds less than 12 months.',
  'pane.period': 'Period',
  'pane.periodLast12': 'Last 12 full months',
  'pane.periodAll': 'The whole file',
  'pane.columns': 'Columns',
  'pane.columnsHeader': 'Headings are in row {row}',
  'pane.column': 'Column {letter}',
  'pane.because.header': 'by the heading',
  'pane.because.content': 'by the content',
  'pane.because.user': 'chosen by you',
  'pane.amountComputed': 'The amount is computed: {formula}',
  'pane.amountSource.quantity×price': 'quantity × price',
  'pane.amountSource.quantity×price×(1−discount)': 'quantity × price × (1 − discount)',
  'pane.correct': 'Correct the columns',
  'pane.moreRoles': 'Other columns',
  'pane.automatic': 'Find automatically',
  'pane.samples': 'for example: {samples}',
  'pane.rows': 'Rows and control total',
  'pane.rowsReason': 'Rows',
  'pane.rowsCount': 'Count',
  'pane.rowsAmount': 'Amount',
  'pane.rowsUsed': 'Used',
  'pane.rowsMerged': 'Merged',
  'pane.rowsRead': 'Read',
  'pane.rowsReturns': 'returns among them',
  'pane.rowsBalanced': 'It balances to the last cent: read = used + skipped.',
  'pane.rowsUnbalanced':
    'It does not balance: report this file to the developers and do not trust the results yet.',
  'pane.rowsSkippedTotal': 'Rows skipped: {rows}',
  'pane.head': 'First rows',
  'pane.headRow': 'Row',
  'pane.doubts': 'Correct this if the guess is wrong',
  'pane.doubtDateOrder': 'Dates in the column “{column}” can be read in two ways. What comes first?',
  'pane.dateOrder.dmy': 'The day: 02/03 is 2 March',
  'pane.dateOrder.mdy': 'The month: 02/03 is 3 February',
  'pane.doubtDecimal':
    'Numbers in the column “{column}” can be read in two ways. What separates the decimals?',
  'pane.decimal.comma': 'A comma: 1,234 is a little over one',
  'pane.decimal.point': 'A point: 1.234 is a little over one',
  'pane.doubtAmounts': 'Several columns look like the amount. Which one is the revenue?',
  'pane.noteTextNumbers': 'Numbers stored as text, converted: {count}',
  'pane.noteTextDates': 'Dates stored as text, converted: {count}',
  'pane.noteSpellings': 'Clients with several spellings, joined into one: {count}',
  'pane.promise': 'The tabs {tabs} will appear. Your own sheets stay as they are.',
  'pane.read': 'Read the sheet',
  'pane.build': 'Build the tabs',
  'pane.update': 'Update the tabs',
  'pane.cancel': 'Cancel',
  'pane.cancelling': 'Stopping…',
  'pane.phase.read': 'Reading the sheet',
  'pane.phase.understand': 'Understanding the columns',
  'pane.phase.analyse': 'Computing',
  'pane.phase.write': 'Writing the tabs',
  'pane.progress': '{phase}: {percent}%',
  'pane.waitHint': 'If the cursor is inside a cell, press Enter or Esc: Excel is waiting.',
  'pane.verdict': 'Verdict',
  'pane.verdictOutdated': 'This verdict is older than the latest changes. Update the tabs.',
  'pane.verdictLanguage': 'The tabs and the verdict keep their language until you update them.',
  'pane.verdictReady': 'Done: the tabs stand.',
  'pane.tone.good': 'Good',
  'pane.tone.neutral': 'For information',
  'pane.tone.warning': 'Attention',
  'pane.tone.bad': 'Danger',
  'pane.tabs': 'Open a tab',
  'pane.openTab': 'Open “{tab}”',
  'pane.notes': 'Notes',
  'pane.details': 'Details',
  'pane.dismiss': 'Dismiss the message',
  // cli
  'cli.usage':
    'Name one file: npm run diagnose -- FILE.xlsx|FILE.csv [--sheet NAME] [--out OUT.xlsx] [--json SUMMARY.json] [--lang ru|en] [--as-of YYYY-MM-DD] [--period last12|all|FROM..TO] [--columns "client=Customer,amount=Amount"] [--settings SETTINGS.json]',
  'cli.unknownOption': 'Option not understood: {option}. For the list of options: npm run diagnose',
  'cli.badValue': 'The value “{value}” of {option} does not fit; expected: {expected}.',
  'cli.notBuilt': '{option} is not built yet; run without it.',
  'cli.noFile': 'There is no file “{file}”; check the path.',
  'cli.cannotWrite': 'Cannot write the file “{file}”: {reason}.',
  'cli.noSheet': 'The file has no sheet “{sheet}”; it has: {sheets}.',
  'cli.badSettings':
    'The settings file “{file}” cannot be read as JSON with Clientele settings; export it again.',
  'cli.saved': 'Workbook saved: {file}',
  'cli.summarySaved': 'Summary saved: {file}',
  'cli.time':
    'Open {open} s, read {read} s, analyse {analyse} s, write tabs {write} s, save {save} s; memory up to {memory} MB.',
};
