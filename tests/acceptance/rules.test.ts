import { createClientele } from '../../src/app/clientele';
import type { Hooks } from '../../src/app/types';
import { withPreset } from '../../src/domain/presets';
import type { Settings } from '../../src/domain/settings';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { cellAt, openExcel, sheet, valueOf } from '../excel/support/excel';

const HOOKS: Hooks = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => 0,
  today: 46_348 as ExcelSerial,
};

const clientele = createClientele();

/** A small workbook with sales. */
function openBook() {
  return openExcel([
    sheet('Продажи', [
      ['Дата', 'Клиент', 'Сумма'],
      ['15.01.2026', 'Альфа', 100],
      ['16.02.2026', 'Бета', 50],
    ]),
  ]);
}

/** Reads and builds with the settings that the workbook now holds. */
async function build(change: Partial<Settings> = {}) {
  const [source] = valueOf(await clientele.listSources());
  if (!source) throw new Error('No source');
  const settings: Settings = { ...valueOf(await clientele.loadSettings()), language: 'ru', ...change };
  const shown = valueOf(await clientele.preview(source, settings, null, HOOKS));
  return valueOf(await clientele.run(shown, settings, HOOKS));
}

/** The place of a named cell: tab, one-based row and column. */
function placeOf({ book }: ReturnType<typeof openBook>, name: string) {
  const formula = book.names.find((one) => one.name === name)?.formula ?? '';
  const [, tab = '', letter = '', row = ''] = /^='?([^'!]+)'?!\$([A-Z])\$(\d+)/.exec(formula) ?? [];
  return { tab, row: Number(row), column: letter.charCodeAt(0) - 64 };
}

function read(excel: ReturnType<typeof openBook>, name: string) {
  const { tab, row, column } = placeOf(excel, name);
  return cellAt(excel.book, tab, row, column).value;
}

function type(excel: ReturnType<typeof openBook>, name: string, value: string | number) {
  const { tab, row, column } = placeOf(excel, name);
  excel.book.sheets.find((one) => one.name === tab)?.cells.setValue(row - 1, column - 1, value);
}

test('a choice typed in Russian is in force, survives a rebuild in English, and reads English there', async () => {
  const excel = openBook();
  await build();
  expect(read(excel, 'clientele_salesType')).toBe('определить по данным');
  type(excel, 'clientele_salesType', 'Смешанные');
  expect(valueOf(await clientele.loadSettings()).choices.salesType).toBe('mixed');

  await build({ language: 'en' });
  expect(read(excel, 'clientele_salesType')).toBe('mixed');
  expect(read(excel, 'clientele_stageNames')).toBe('Contact made');
  expect(valueOf(await clientele.loadSettings()).choices.salesType).toBe('mixed');

  await build({ language: 'ru' });
  expect(read(excel, 'clientele_salesType')).toBe('смешанные');
  expect(read(excel, 'clientele_stageNames')).toBe('Контакт установлен');
});

test('another set of stages fills the table; a table changed by hand is left alone', async () => {
  const excel = openBook();
  await build();
  type(excel, 'clientele_stages', 'HubSpot');
  await build();
  expect(read(excel, 'clientele_stageNames')).toBe('Встреча назначена');

  type(excel, 'clientele_stageProbabilities', 0.15);
  type(excel, 'clientele_stages', 'Salesforce');
  await build();
  expect(read(excel, 'clientele_stageNames')).toBe('Встреча назначена');
  expect(read(excel, 'clientele_stageProbabilities')).toBe(0.15);
});

test('a preset lands in the cells of «Настройки» and stays after a rebuild; identities are untouched', async () => {
  const excel = openBook();
  const aliases = { 'альфа 2': 'альфа' } as Settings['aliases'];
  await build({ aliases });
  type(excel, 'clientele_classA', 0.7);
  const before = valueOf(await clientele.loadSettings());

  valueOf(await clientele.applyRules(withPreset(before, 'distribution')));
  expect(read(excel, 'clientele_lostDays')).toBe(60);
  expect(read(excel, 'clientele_salesType')).toBe('транзакционные');
  expect(read(excel, 'clientele_classA')).toBe(0.7);

  await build();
  expect(read(excel, 'clientele_lostDays')).toBe(60);
  const after = valueOf(await clientele.loadSettings());
  expect(after.thresholds).toEqual({ ...withPreset(before, 'distribution').thresholds });
  expect(after.choices.salesType).toBe('transactional');
  expect(after.aliases).toEqual(before.aliases);
});

test('what cannot be used on «Настройки» is said on the tab’s card and mended by the rebuild', async () => {
  const excel = openBook();
  await build();
  type(excel, 'clientele_much', 'как обычно');
  type(excel, 'clientele_stageProbabilities', 'сто');
  const { tabs } = await build();
  expect(tabs.find(({ key }) => key === 'settings')?.notes).toEqual([
    'Настройка «Когда клиент берёт много»: такого варианта в списке нет, взято «класс A по выручке».',
    expect.stringMatching(/^Этап «Контакт установлен»: вероятность не число/),
  ]);
  expect(read(excel, 'clientele_much')).toBe('класс A по выручке');
  expect(read(excel, 'clientele_stageProbabilities')).toBe(0.05);
});
