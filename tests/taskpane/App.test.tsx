/** @jest-environment jsdom */
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Answers } from '../../src/app/memory';
import type { Source } from '../../src/app/types';
import type { Doubt, ReadingError } from '../../src/domain/sales/types';
import type { Language } from '../../src/domain/settings';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { fail, ok } from '../../src/domain/shared/result';
import { App } from '../../src/taskpane/App';
import { createFlow } from '../../src/taskpane/flow';
import { Outside } from '../../src/taskpane/Outside';
import type { OfficeColours } from '../../src/taskpane/theme';
import type { outcomeOf } from './fakeClientele';
import {
  ARCHIVE,
  DEAL_CARD,
  EMPTY_SHEET,
  SALES,
  VERDICT,
  deferred,
  fakeClientele,
  previewWith,
} from './fakeClientele';
import './patience';

beforeAll(() => {
  // Fluent's MessageBar watches its own size; jsdom has no layout.
  globalThis.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
});

afterEach(() => {
  cleanup();
  window.localStorage.clear();
});

interface PaneOptions {
  readonly clientele?: ReturnType<typeof fakeClientele>;
  readonly displayLanguage?: Language;
  readonly officeColours?: () => OfficeColours | undefined;
}

function openPane(options: PaneOptions = {}) {
  const clientele = options.clientele ?? fakeClientele();
  const flow = createFlow({
    clientele,
    now: () => 0,
    today: () => 46_000 as ExcelSerial,
    displayLanguage: options.displayLanguage ?? 'en',
  });
  const officeColours = options.officeColours ?? (() => undefined);
  render(<App flow={flow} version="0.1.0" officeColours={officeColours} />);
  return { clientele, flow, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const status = () => screen.getByRole('status').textContent;

describe('from a source to the verdict', () => {
  it('shows what was understood before anything is written', async () => {
    const { clientele } = openPane();
    const card = await screen.findByRole('region', { name: 'What was understood' });
    for (const fact of ['42', '8,313,294.95', '1,198 of 1,203', '1 Jan 2025 – 31 Dec 2025', '31 Dec 2025']) {
      expect(within(card).getByText(fact)).toBeTruthy();
    }
    expect(within(card).getByText('list')).toBeTruthy();
    expect(
      within(card).getByText(/read 9,760,977\.07 = counted 8,313,294\.95 \+ skipped 1,447,682\.12\./),
    ).toBeTruthy();
    expect(clientele.run).not.toHaveBeenCalled();
    expect(screen.getByText(/Your own sheets stay as they are/)).toBeTruthy();
  });

  it('offers sheets and tables, the active one first, and reads the one chosen', async () => {
    const { clientele, user } = openPane();
    const source = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Where the sales are' });
    expect(source.selectedOptions[0]?.textContent).toBe('Продажи · rows: 1,204');
    await user.selectOptions(source, 'Архив_2024 · table on “Архив” · rows: 1,204');
    expect(clientele.preview.mock.lastCall?.[0]).toEqual(ARCHIVE);
  });

  it('builds the tabs, says the verdict with its tone in words, and leads to the tabs', async () => {
    const { clientele, user } = openPane();
    await user.click(await button('Build the tabs'));
    const verdict = await screen.findByRole('region', { name: 'Verdict' });
    for (const { text } of VERDICT) expect(within(verdict).getByText(text, { exact: false })).toBeTruthy();
    for (const tone of ['Danger', 'For information', 'Attention', 'Good']) {
      expect(within(verdict).getByRole('img', { name: tone })).toBeTruthy();
    }
    expect(status()).toContain(VERDICT[0]?.text);
    const tabs = within(verdict).getByRole('group', { name: 'Open a tab' });
    await user.click(within(tabs).getByRole('button', { name: 'Качество данных' }));
    expect(clientele.showTab).toHaveBeenCalledWith('dataCheck');
    await user.click(within(verdict).getByRole('button', { name: 'Open “Зависимость”' }));
    expect(clientele.showTab).toHaveBeenLastCalledWith('dependency');
    expect(within(verdict).getByText(/диаграмма построена без линии/)).toBeTruthy();
    expect(await button('Update the tabs')).toBeTruthy();
  });

  it('says the forecast and leads to the rows of the deals to act on', async () => {
    const { clientele, user } = openPane();
    await user.click(await button('Build the tabs'));
    const card = await screen.findByRole('region', { name: 'Deals and forecast' });
    for (const sentence of DEAL_CARD.sentences) expect(within(card).getByText(sentence)).toBeTruthy();
    expect(within(card).getByRole('listitem').textContent).toContain('решает прогноз');
    await user.click(within(card).getByRole('button', { name: 'Ромашка, Станок' }));
    expect(clientele.showRow).toHaveBeenCalledWith({ sheet: 'Сделки', row: 9 });
  });

  it('accounts for every row and proves the control total', async () => {
    const { user } = openPane();
    await user.click(await button(/Row account/));
    const noClient = screen.getByRole('row', { name: /No client/ });
    expect(noClient.textContent).toBe('No client41,447,682.12');
    expect(screen.getByRole('row', { name: /^Read/ }).textContent).toBe('Read1,2039,760,977.07');
    expect(screen.getByText(/It balances/)).toBeTruthy();
    expect(screen.getByText('Numbers stored as text, converted: 12')).toBeTruthy();
  });

  it('leads to the rows that were skipped, with their value and amount', async () => {
    const { clientele, user } = openPane();
    await user.click(await button(/Row account/));
    await user.click(await button(/No client/));
    const row = screen.getByText('НБ').closest('li');
    expect(row?.textContent).toBe('row 7НБ4,500.00');
    await user.click(screen.getByRole('button', { name: 'row 7' }));
    expect(clientele.showRow).toHaveBeenCalledWith({ sheet: 'Продажи', row: 7 });
    expect(screen.getByText('and 3 more rows')).toBeTruthy();
  });

  it('shows the first rows as the reader sees them: serials as dates', async () => {
    const { user } = openPane();
    await user.click(await button('First rows'));
    const row = screen.getByRole('row', { name: /^2/ });
    expect(row.textContent).toBe('214 Jan 2025ООО «Ромашка»125,400.5');
  });
});

describe('several sheets of one form', () => {
  const JANUARY: Source = { ...SALES, id: '{11}', name: 'Январь', sheet: 'Январь', isActive: false };
  const MONTHS: Source = {
    ...SALES,
    kind: 'sheets',
    id: '{11}',
    name: 'Январь … Март',
    sheet: 'Январь … Март',
    parts: [JANUARY, { ...JANUARY, name: 'Февраль' }, { ...JANUARY, name: 'Март' }],
  };

  it('are one choice among the sources, and rows are named with their sheet', async () => {
    const { user } = openPane({ clientele: fakeClientele([MONTHS, JANUARY]) });
    const source = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Where the sales are' });
    expect(source.selectedOptions[0]?.textContent).toBe(
      'All sheets of this form (3): Январь … Март · rows: 1,204',
    );
    await user.click(await button(/Row account/));
    await user.click(await button(/No client/));
    expect(screen.getByRole('button', { name: 'Продажи, row 7' })).toBeTruthy();
  });

  it('name the sheets that were left out', async () => {
    const clientele = fakeClientele([MONTHS]);
    clientele.preview.mockResolvedValue(ok(previewWith({ source: MONTHS, leftOut: ['Апрель', 'Свод'] })));
    openPane({ clientele });
    expect(await screen.findByText(/Similar sheets that were not read .*: Апрель, Свод\./)).toBeTruthy();
  });
});

describe('answers from an earlier file of the same form', () => {
  const remembered: Answers = {
    columns: { amount: 'Прибыль', manager: '' },
    dateOrder: 'mdy',
    decimalSeparator: null,
    damagedNumbers: null,
    nameLookup: null,
  };
  const DATES: Doubt = { code: 'dateOrder', column: 0, default: 'dmy' };

  function recalling() {
    const clientele = fakeClientele();
    clientele.preview.mockImplementation(async (source, _settings, mapping) =>
      ok(previewWith({ source, mapping: mapping ?? { amount: 3 }, doubts: [DATES], remembered })),
    );
    return clientele;
  }

  it('are in force and said to be so', async () => {
    const { user } = openPane({ clientele: recalling() });
    const month = await screen.findByRole<HTMLInputElement>('radio', { name: /The month/ });
    expect(month.checked).toBe(true);
    expect(screen.getByText(/As last time/)).toBeTruthy();
    await user.click(await button('Columns'));
    const items = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(items).toContainEqual(expect.stringMatching(/^AmountПрибыльas last time/));
  });

  it('give way to what is answered now', async () => {
    const { clientele, user } = openPane({ clientele: recalling() });
    await user.click(await screen.findByRole('radio', { name: /The day/ }));
    expect(clientele.preview.mock.lastCall?.[1]).toMatchObject({ dateOrder: 'dmy' });
    expect(screen.queryByText(/As last time/)).toBeNull();
  });

  it('of other columns stay when one column is corrected by hand', async () => {
    const { clientele, flow } = openPane({ clientele: recalling() });
    await screen.findByRole('region', { name: 'What was understood' });
    await act(() => flow.correctColumn('price', 4, 'Цена'));
    expect(clientele.preview.mock.lastCall?.[1].columns).toMatchObject({ amount: 'Прибыль', price: 'Цена' });
  });

  it('can be forgotten, and the sheet is read again without them', async () => {
    const clientele = recalling();
    clientele.rememberedForms.mockReturnValue(2);
    const { user } = openPane({ clientele });
    await screen.findByText(/As last time/);
    await user.click(await button('Rules and appearance'));
    expect(screen.getByText(/such forms: 2/)).toBeTruthy();
    clientele.forgetForms.mockImplementation(() => void clientele.rememberedForms.mockReturnValue(0));
    await user.click(await button('Forget the answers for other files'));
    expect(clientele.forgetForms).toHaveBeenCalledTimes(1);
    expect(clientele.preview).toHaveBeenCalledTimes(2);
    expect(await screen.findByText('The answers are forgotten.')).toBeTruthy();
  });
});

describe('corrections', () => {
  it('of a column preview again', async () => {
    const { clientele, user } = openPane();
    await user.click(await button('Columns'));
    await user.click(await button('Correct the columns'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Amount' }), 'Прибыль');
    expect(clientele.preview).toHaveBeenCalledTimes(2);
    expect(clientele.preview.mock.lastCall?.[2]).toEqual({ amount: 3 });
  });

  it('say why each column has its role', async () => {
    const { user } = openPane();
    await user.click(await button('Columns'));
    const items = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(items).toContain('ManagerColumn Eby the contentfor example: Иванов; Петрова; Иванов');
    expect(items).toContain('AmountСумма, руб.by the headingfor example: 125,400.5; 88,000; −1,200');
  });

  it('of the period preview again', async () => {
    const { clientele, user } = openPane();
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'What to analyse' }),
      'The whole file',
    );
    expect(clientele.preview.mock.lastCall?.[1].period).toBe('all');
  });

  it('answer doubts, whose default is chosen at first', async () => {
    const clientele = fakeClientele();
    clientele.preview.mockResolvedValue(
      ok(previewWith({ doubts: [{ code: 'dateOrder', column: 0, default: 'dmy' }] })),
    );
    const { user } = openPane({ clientele });
    const group = await screen.findByRole('radiogroup', { name: /“Дата” can be read in two ways/ });
    expect(within(group).getByRole<HTMLInputElement>('radio', { name: /The day/ }).checked).toBe(true);
    await user.click(within(group).getByRole('radio', { name: /The month/ }));
    expect(clientele.preview.mock.lastCall?.[1].dateOrder).toBe('mdy');
    expect((await screen.findByRole<HTMLInputElement>('radio', { name: /The month/ })).checked).toBe(true);
  });

  it('ask which of several columns is the revenue', async () => {
    const clientele = fakeClientele();
    clientele.preview.mockResolvedValueOnce(
      ok(previewWith({ doubts: [{ code: 'severalAmounts', columns: [2, 3], default: 2 }] })),
    );
    const { user } = openPane({ clientele });
    await user.click(await screen.findByRole('radio', { name: 'Прибыль' }));
    expect(clientele.preview.mock.lastCall?.[2]).toEqual({ amount: 3 });
  });

  it('warn of a year that is not full', async () => {
    const clientele = fakeClientele();
    clientele.preview.mockResolvedValue(ok(previewWith({ partial: true })));
    openPane({ clientele });
    expect(await screen.findByText(/Not a full year/)).toBeTruthy();
  });
});

describe('trouble', () => {
  it('of a sheet without a client column is one sentence, with the columns open for correction', async () => {
    const error: ReadingError = {
      code: 'noClientColumn',
      sheet: 'Продажи',
      headers: ['Дата', 'Сумма, руб.'],
    };
    const clientele = fakeClientele();
    clientele.preview.mockResolvedValueOnce(ok(previewWith({ error })));
    const { user } = openPane({ clientele });
    const alert = await screen.findByRole('alert');
    await waitFor(() =>
      expect(alert.textContent).toContain('No client column was found on the sheet “Продажи”'),
    );
    expect(alert.textContent).toContain('“Сумма, руб.”');
    expect(screen.queryByRole('button', { name: 'Build the tabs' })).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Client' }), 'Контрагент');
    expect(await button('Build the tabs')).toBeTruthy();
    expect(alert.textContent).toBe('');
  });

  it('of a sheet that could not be understood at all still lets the column be chosen from its headings', async () => {
    const clientele = fakeClientele();
    const error: ReadingError = { code: 'noClientColumn', sheet: 'Продажи', headers: ['Дата', 'Кому', ''] };
    clientele.preview.mockResolvedValueOnce(fail({ kind: 'reading', error }));
    const { user } = openPane({ clientele });
    const select = await screen.findByRole('combobox', { name: 'Client' });
    expect(
      within(select)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['Automatic', 'No such column', 'Дата', 'Кому', 'Column 3']);
    await user.selectOptions(select, 'Кому');
    const [, settings, mapping] = clientele.preview.mock.lastCall ?? [];
    expect(mapping).toEqual({ client: 1 });
    expect(settings?.columns).toEqual({ client: 'Кому' });
    expect(await button('Build the tabs')).toBeTruthy();
  });

  it('of a protected workbook keeps everything and shows the code only on demand', async () => {
    const clientele = fakeClientele();
    const details = 'AccessDenied at WorksheetCollection.add';
    clientele.run.mockResolvedValueOnce(
      fail({ kind: 'excel', error: { code: 'protectedWorkbook', place: null, details } }),
    );
    const { user } = openPane({ clientele });
    await user.click(await button('Build the tabs'));
    const shown = await screen.findByText(/The structure of the workbook is protected/, { selector: 'span' });
    expect(shown).toBeTruthy();
    expect(screen.getByText(/AccessDenied/).closest('details')?.open).toBe(false);
    expect(screen.getByRole('region', { name: 'What was understood' })).toBeTruthy();
    await user.click(await button('Build the tabs'));
    expect(await screen.findByRole('region', { name: 'Verdict' })).toBeTruthy();
  });

  it('of a tab that is gone is a message that can be dismissed', async () => {
    const clientele = fakeClientele();
    clientele.showTab.mockResolvedValueOnce(
      fail({ kind: 'excel', error: { code: 'itemNotFound', place: 'ABCD', details: 'ItemNotFound' } }),
    );
    const { user } = openPane({ clientele });
    await user.click(await button('Build the tabs'));
    await user.click((await screen.findAllByRole('button', { name: 'ABCD' }))[0] as HTMLElement);
    expect((await screen.findAllByText(/The sheet “ABCD” is gone/)).length).toBeGreaterThan(0);
    await user.click(await button('Dismiss the message'));
    expect(screen.queryByText(/The sheet “ABCD” is gone/)).toBeNull();
  });
});

describe('while it works', () => {
  it('shows the phase and the percents, and stops when asked', async () => {
    const clientele = fakeClientele();
    const slow = deferred<ReturnType<typeof ok<ReturnType<typeof outcomeOf>>>>();
    clientele.run.mockReturnValueOnce(slow.promise);
    const { user } = openPane({ clientele });
    await user.click(await button('Build the tabs'));
    const hooks = clientele.run.mock.lastCall?.[2];
    act(() => hooks?.onProgress('write', 0.6));
    expect(screen.getByText('Writing the tabs: 60%')).toBeTruthy();
    expect(screen.getByRole('progressbar', { name: 'Writing the tabs' }).getAttribute('aria-valuenow')).toBe(
      '0.6',
    );
    expect(status()).toBe('Writing the tabs');
    expect(screen.queryByRole('button', { name: 'Build the tabs' })).toBeNull();
    await user.click(await button('Cancel'));
    expect(hooks?.signal.aborted).toBe(true);
    expect((await button('Stopping…')).getAttribute('aria-disabled')).toBe('true');
  });

  it('hands the keyboard from the button pressed to the one that took its place', async () => {
    const clientele = fakeClientele();
    const slow = deferred<ReturnType<typeof fail<{ kind: 'cancelled' }>>>();
    clientele.run.mockReturnValueOnce(slow.promise);
    const { user } = openPane({ clientele });
    (await button('Build the tabs')).focus();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(await button('Cancel'));
    await act(async () => slow.resolve(fail({ kind: 'cancelled' })));
    expect(document.activeElement).toBe(await button('Build the tabs'));
    expect(screen.getAllByText('Stopped as you asked. You can start again.').length).toBeGreaterThan(0);
  });

  it('hints at a cell left open when nothing moves for two seconds', async () => {
    const clientele = fakeClientele();
    clientele.preview.mockReturnValueOnce(new Promise(() => undefined));
    openPane({ clientele });
    await button('Cancel');
    expect(screen.queryByText(/press Enter or Esc/)).toBeNull();
    expect(await screen.findByText(/press Enter or Esc/, {}, { timeout: 3_000 })).toBeTruthy();
  });
});

describe('language and appearance', () => {
  it('follows Office and can be switched', async () => {
    const { clientele, user } = openPane({ displayLanguage: 'ru' });
    expect(await button('Построить вкладки')).toBeTruthy();
    expect(document.documentElement.lang).toBe('ru');
    await user.click(await button('EN – English'));
    expect(await button('Build the tabs')).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    expect(clientele.saveSettings.mock.lastCall?.[0].language).toBe('en');
  });

  it('says that tabs already built keep their language until the next update', async () => {
    const { user } = openPane({ displayLanguage: 'ru' });
    await user.click(await button('Построить вкладки'));
    await screen.findByRole('region', { name: 'Итог' });
    await user.click(await button('EN – English'));
    expect(await screen.findByText(/keep their language/)).toBeTruthy();
  });

  it('keeps the theme chosen, and says what happens to the data', async () => {
    const { user } = openPane({ officeColours: () => ({ isDarkTheme: true }) });
    await user.click(await button('Rules and appearance'));
    expect(screen.getByText(/Nothing leaves the computer/)).toBeTruthy();
    expect(screen.getByText('Version 0.1.0')).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Theme' }), 'Light');
    cleanup();
    const again = openPane();
    await again.user.click(await button('Rules and appearance'));
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Theme' }).value).toBe('light');
  });
});

describe('where there is nothing to read', () => {
  it('says what to do in an empty workbook', async () => {
    const { clientele, user } = openPane({ clientele: fakeClientele([EMPTY_SHEET]) });
    expect(await screen.findByRole('heading', { name: 'No sales in this workbook yet' })).toBeTruthy();
    clientele.listSources.mockResolvedValue(ok([SALES]));
    await user.click(await button('Check again'));
    expect(await button('Build the tabs')).toBeTruthy();
  });

  it('says where to open it outside Excel', () => {
    render(<Outside language="ru" />);
    expect(screen.getByRole('heading', { name: 'Это панель для Excel' })).toBeTruthy();
  });
});

describe('for everybody', () => {
  it('names every control, and heads every section', async () => {
    const { user } = openPane();
    await user.click(await button('Build the tabs'));
    await user.click(await button('Rules and appearance'));
    await user.click(await button('Columns'));
    await user.click(await button('Correct the columns'));
    for (const role of ['button', 'combobox', 'region', 'group'] as const) {
      const unnamed = screen.queryAllByRole(role, { name: '' });
      expect(unnamed.map((element) => element.outerHTML)).toEqual([]);
    }
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(screen.getByRole('main')).toBeTruthy();
  });

  it('looks for new sheets when the pane is entered again', async () => {
    const { clientele } = openPane();
    await button('Build the tabs');
    act(() => void window.dispatchEvent(new Event('focus')));
    await waitFor(() => expect(clientele.listSources).toHaveBeenCalledTimes(2));
  });

  it('shortens long names but keeps them readable in full', async () => {
    const { user } = openPane();
    await user.click(await button('First rows'));
    const long = 'АО «Северный альянс производителей строительных материалов»';
    expect(screen.getByTitle(long).textContent).toBe(long);
  });
});
