import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import { loadSettings, saveSettings } from '../../src/excel/settings';
import { openExcel, sheet, valueOf } from './support/excel';

const OWN: Settings = {
  ...DEFAULT_SETTINGS,
  language: 'en',
  columns: { client: 'Контрагент' },
  thresholds: { ...DEFAULT_SETTINGS.thresholds, classA: 0.75 },
};

/** A workbook whose cells B1, B2 … are named after thresholds and hold what a person typed. */
function withThresholds(typed: Readonly<Record<string, string | number>>) {
  const entries = Object.entries(typed);
  const excel = openExcel([
    sheet(
      'Настройки',
      entries.map(([name, value]) => [name, value]),
    ),
  ]);
  entries.forEach(([name], index) =>
    excel.book.names.push({
      name: `clientele_${name}`,
      formula: `='Настройки'!$B$${index + 1}`,
      scope: null,
      visible: true,
    }),
  );
  return excel;
}

describe('settings in the workbook', () => {
  it('are the defaults before anything was kept', async () => {
    openExcel([sheet('Продажи')]);
    expect(valueOf(await loadSettings())).toEqual({ settings: DEFAULT_SETTINGS, notes: [] });
  });

  it('come back as they were saved, and stay in the file', async () => {
    const { book } = openExcel([sheet('Продажи')]);
    valueOf(await saveSettings(DEFAULT_SETTINGS));
    valueOf(await saveSettings(OWN));
    expect(valueOf(await loadSettings()).settings).toEqual(OWN);
    expect(book.settings.has('clientele.settings')).toBe(true);
  });

  it('may be large: many confirmed identities', async () => {
    openExcel([sheet('Продажи')]);
    const aliases = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, index) => [`ромашка ${index}`, 'ромашка']),
    );
    const large = { ...OWN, aliases: aliases as Settings['aliases'] };
    valueOf(await saveSettings(large));
    expect(valueOf(await loadSettings()).settings).toEqual(large);
    valueOf(await saveSettings(OWN));
    expect(valueOf(await loadSettings()).settings).toEqual(OWN);
  });

  it('are the defaults when what was kept is damaged', async () => {
    const { book } = openExcel([sheet('Продажи')]);
    book.settings.set('clientele.settings', JSON.stringify('{"version":1,"lang'));
    expect(valueOf(await loadSettings()).settings).toEqual(DEFAULT_SETTINGS);
  });

  it('are reported as lost when Excel does not keep them', async () => {
    const { book, host } = openExcel([sheet('Продажи')]);
    host.faults.beforeSync(3, () => book.settings.clear());
    expect(await saveSettings(OWN)).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  });
});

describe('thresholds', () => {
  it('are what the named cells say, before what was kept', async () => {
    withThresholds({ classA: 0.5, hhiHigh: 3000 });
    valueOf(await saveSettings(OWN));
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.thresholds).toEqual({ ...DEFAULT_SETTINGS.thresholds, classA: 0.5, hhiHigh: 3000 });
    expect(notes).toEqual([]);
  });

  it('keep the value kept where a cell cannot be used, and say so', async () => {
    withThresholds({ classA: 'много', classB: 95, flagMono: '' });
    valueOf(await saveSettings(OWN));
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.thresholds).toEqual(OWN.thresholds);
    expect(notes).toEqual([
      { threshold: 'classA', problem: 'notANumber', used: 0.75 },
      { threshold: 'classB', problem: 'outOfRange', used: 0.95 },
      { threshold: 'flagMono', problem: 'notANumber', used: 0.5 },
    ]);
  });

  it('count whole days, months and clients, at least one', async () => {
    withThresholds({ lostDays: 0, newDays: 30.5, classCore: 0, startMonths: 0, muchTop: 1, rhythmDates: 1 });
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.thresholds).toEqual({ ...DEFAULT_SETTINGS.thresholds, startMonths: 0, muchTop: 1 });
    expect(notes).toEqual([
      { threshold: 'rhythmDates', problem: 'outOfRange', used: 3 },
      { threshold: 'lostDays', problem: 'outOfRange', used: 90 },
      { threshold: 'newDays', problem: 'outOfRange', used: 90 },
    ]);
  });

  it('out of order are not used', async () => {
    withThresholds({ classA: 0.9, classB: 0.8 });
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.thresholds).toEqual(DEFAULT_SETTINGS.thresholds);
    expect(notes.map(({ threshold, problem }) => [threshold, problem])).toEqual([
      ['classA', 'outOfOrder'],
      ['classB', 'outOfOrder'],
    ]);
  });

  it('do without a cell that was deleted', async () => {
    const { book } = withThresholds({ classA: 0.5 });
    const [name] = book.names;
    if (name) name.formula = '=#REF!';
    expect(valueOf(await loadSettings())).toEqual({ settings: DEFAULT_SETTINGS, notes: [] });
  });

  it('cost one round trip to load', async () => {
    const { host } = withThresholds({ classA: 0.5 });
    valueOf(await loadSettings());
    expect(host.cost.syncs).toBe(1);
  });
});
