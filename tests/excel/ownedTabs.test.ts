import { showTab } from '../../src/excel/navigate';
import { sheetNames } from '../../src/excel/ownedTabs';
import { listSources } from '../../src/excel/sources';
import { writePlans } from '../../src/excel/write';
import { openExcel, QUIET, sheet, sheetNamed, valueOf } from './support/excel';
import { plan } from './support/plans';

function sales() {
  return sheet('Продажи', [
    ['Клиент', 'Сумма'],
    ['Альфа', 1],
  ]);
}

/** Writes a small tab of ours under the name it should have in a language. */
async function write(key: 'abcd' | 'settings', language: 'ru' | 'en'): Promise<string> {
  const tab = valueOf(await sheetNames(language)).tabs[key];
  valueOf(
    await writePlans(
      [plan({ key, tab, blocks: [{ row: 1, column: 1, cells: [['наше']], role: 'title' }] })],
      QUIET,
    ),
  );
  return tab;
}

describe('names of our tabs', () => {
  it('are the default names of the language before the tabs stand, and nothing is changed', async () => {
    const { book } = openExcel([sales()]);
    expect(valueOf(await sheetNames('ru')).tabs).toEqual({
      diagnosis: 'Диагностика',
      abcd: 'ABCD',
      potential: 'Потенциал',
      movement: 'Движение',
      dependency: 'Зависимость',
      keyClients: 'Ключевые клиенты',
      dossiers: 'Досье',
      health: 'Здоровье базы',
      reactivation: 'Реактивация',
      questions: 'Восемь вопросов',
      team: 'Отдел продаж',
      deals: 'Сделки',
      forecast: 'Прогноз',
      dataCheck: 'Качество данных',
      settings: 'Настройки',
    });
    expect(valueOf(await sheetNames('en')).tabs.dependency).toBe('Dependency');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Продажи']);
  });

  it('step aside for a sheet of the user, whatever its case', async () => {
    openExcel([sales(), sheet('abcd'), sheet('ABCD 2')]);
    expect(valueOf(await sheetNames('ru')).tabs.abcd).toBe('ABCD 3');
  });

  it('are the ones the user gave, in any language', async () => {
    const { book } = openExcel([sales()]);
    await write('settings', 'ru');
    sheetNamed(book, 'Настройки').name = 'Мои пороги';
    expect(valueOf(await sheetNames('ru')).tabs.settings).toBe('Мои пороги');
    expect(valueOf(await sheetNames('en')).tabs.settings).toBe('Мои пороги');
    expect(await write('settings', 'en')).toBe('Мои пороги');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Продажи', 'Мои пороги']);
  });

  it('follow the language where the user left them alone, beside a foreign sheet too', async () => {
    const { book } = openExcel([sales(), sheet('Настройки')]);
    await write('settings', 'ru');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Продажи', 'Настройки', 'Настройки 2']);
    await write('settings', 'en');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Продажи', 'Настройки', 'Settings']);
    await write('settings', 'en');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Продажи', 'Настройки', 'Settings']);
  });

  it('stay as they are where the workbook does not let sheets be renamed', async () => {
    const { book } = openExcel([sales()]);
    await write('settings', 'ru');
    book.isStructureProtected = true;
    expect(valueOf(await sheetNames('en')).tabs.settings).toBe('Настройки');
    expect(await write('settings', 'en')).toBe('Настройки');
  });
});

describe('our tabs', () => {
  it('are made once after the last sheet and found again after a rename', async () => {
    const { book } = openExcel([sales(), sheet('Ещё')]);
    await write('abcd', 'ru');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Продажи', 'Ещё', 'ABCD']);
    const { id } = sheetNamed(book, 'ABCD');
    sheetNamed(book, 'ABCD').name = 'Клиенты по классам';
    await write('abcd', 'ru');
    expect(sheetNamed(book, 'Клиенты по классам').id).toBe(id);
    expect(book.sheets).toHaveLength(3);
    expect(valueOf(await listSources()).map(({ name }) => name)).toEqual(['Продажи', 'Ещё']);
  });

  it('are told from copies that the user keeps, even from one before them', async () => {
    const { book } = openExcel([sales()]);
    await write('abcd', 'ru');
    const copy = sheet('ABCD (2)', [['снимок']]);
    for (const [key, value] of sheetNamed(book, 'ABCD').customProperties)
      copy.customProperties.set(key, value);
    book.sheets.unshift(copy);
    expect(valueOf(await sheetNames('ru')).tabs.abcd).toBe('ABCD');
    await write('abcd', 'ru');
    expect(copy.cells.value(0, 0)).toBe('снимок');
  });

  it('are shown on demand; one that is gone is a trouble', async () => {
    const { book } = openExcel([sales()]);
    await write('abcd', 'ru');
    expect(book.activeSheetId).toBe(sheetNamed(book, 'Продажи').id);
    valueOf(await showTab('abcd'));
    expect(book.activeSheetId).toBe(sheetNamed(book, 'ABCD').id);
    expect(await showTab('settings')).toMatchObject({ ok: false, error: { code: 'itemNotFound' } });
  });
});
