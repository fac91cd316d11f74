import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import { applySettings, loadSettings, saveSettings } from '../../src/excel/settings';
import { translator } from '../../src/i18n/translate';
import { cellAt, openExcel, sheet, valueOf } from './support/excel';

const OWN: Settings = {
  ...DEFAULT_SETTINGS,
  language: 'en',
  columns: { client: 'Контрагент' },
  thresholds: { ...DEFAULT_SETTINGS.thresholds, classA: 0.75 },
};

/** A workbook whose cells B1, B2 … are named after thresholds or choices and hold what a person typed. */
function withCells(typed: Readonly<Record<string, string | number>>) {
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
    withCells({ classA: 0.5, hhiHigh: 3000 });
    valueOf(await saveSettings(OWN));
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.thresholds).toEqual({ ...DEFAULT_SETTINGS.thresholds, classA: 0.5, hhiHigh: 3000 });
    expect(notes).toEqual([]);
  });

  it('keep the value kept where a cell cannot be used, and say so', async () => {
    withCells({ classA: 'много', classB: 95, flagMono: '' });
    valueOf(await saveSettings(OWN));
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.thresholds).toEqual(OWN.thresholds);
    expect(notes).toEqual([
      { kind: 'threshold', threshold: 'classA', problem: 'notANumber', used: 0.75 },
      { kind: 'threshold', threshold: 'classB', problem: 'outOfRange', used: 0.95 },
      { kind: 'threshold', threshold: 'flagMono', problem: 'notANumber', used: 0.5 },
    ]);
  });

  it('count whole days, months and clients, at least one', async () => {
    withCells({ lostDays: 0, newDays: 30.5, classCore: 0, startMonths: 0, muchTop: 1, rhythmDates: 1 });
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.thresholds).toEqual({ ...DEFAULT_SETTINGS.thresholds, startMonths: 0, muchTop: 1 });
    expect(notes).toEqual([
      { kind: 'threshold', threshold: 'rhythmDates', problem: 'outOfRange', used: 3 },
      { kind: 'threshold', threshold: 'lostDays', problem: 'outOfRange', used: 90 },
      { kind: 'threshold', threshold: 'newDays', problem: 'outOfRange', used: 90 },
    ]);
  });

  it('out of order are not used', async () => {
    withCells({ classA: 0.9, classB: 0.8 });
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.thresholds).toEqual(DEFAULT_SETTINGS.thresholds);
    expect(notes).toEqual([
      { kind: 'threshold', threshold: 'classA', problem: 'outOfOrder', used: 0.8 },
      { kind: 'threshold', threshold: 'classB', problem: 'outOfOrder', used: 0.95 },
    ]);
  });

  it('do without a cell that was deleted', async () => {
    const { book } = withCells({ classA: 0.5 });
    const [name] = book.names;
    if (name) name.formula = '=#REF!';
    expect(valueOf(await loadSettings())).toEqual({ settings: DEFAULT_SETTINGS, notes: [] });
  });

  it('cost one round trip to load', async () => {
    const { host } = withCells({ classA: 0.5 });
    valueOf(await loadSettings());
    expect(host.cost.syncs).toBe(1);
  });
});

describe('choices', () => {
  it('are read from their words in either language, whatever the case', async () => {
    withCells({ bounds: 'По кривой  выручки', much: 'AT LEAST THE AVERAGE', salesType: 'проектные' });
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.choices).toEqual({
      ...DEFAULT_SETTINGS.choices,
      bounds: 'curve',
      much: 'mean',
      salesType: 'project',
    });
    expect(notes).toEqual([]);
  });

  it('keep the choice kept where the words are unknown, and say so', async () => {
    withCells({ much: 'как обычно', letters: '' });
    const choices = { ...DEFAULT_SETTINGS.choices, much: 'top' as const };
    valueOf(await saveSettings({ ...OWN, choices }));
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.choices).toEqual(choices);
    expect(notes).toEqual([
      { kind: 'choice', choice: 'much', used: 'top' },
      { kind: 'choice', choice: 'letters', used: 'growth' },
    ]);
  });
});

/** A workbook with a stage table of the given rows. */
function withStages(rows: readonly (readonly [string | number, string | number])[]) {
  const excel = openExcel([sheet('Настройки', rows)]);
  for (const [name, column] of [
    ['clientele_stageNames', 'A'],
    ['clientele_stageProbabilities', 'B'],
  ] as const) {
    excel.book.names.push({
      name,
      formula: `='Настройки'!$${column}$1:$${column}$${rows.length}`,
      scope: null,
      visible: true,
    });
  }
  return excel;
}

describe('stages of deals', () => {
  const PRESET = [
    ['Appointment scheduled', 0.2],
    ['qualified to buy', 0.4],
    ['Presentation scheduled', 0.6],
    ['Decision maker bought-in', 0.8],
    ['Contract sent', 0.9],
  ] as const;

  it('are the rows that have a name', async () => {
    withStages([
      ['Звонок', 0.1],
      ['', 0.3],
      [' Встреча ', 0.5],
      ['', ''],
    ]);
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.stages).toEqual([
      { name: 'Звонок', probability: 0.1 },
      { name: 'Встреча', probability: 0.5 },
    ]);
    expect(notes).toEqual([]);
  });

  it('are a preset as long as they say what it says, in either language: it follows choice and language', async () => {
    withStages(PRESET);
    expect(valueOf(await loadSettings()).settings.stages).toBeNull();
    withStages([...PRESET.slice(0, 4), ['Contract sent', 0.95]]);
    expect(valueOf(await loadSettings()).settings.stages).toHaveLength(5);
  });

  it('are the preset again when all names are cleared', async () => {
    withStages([
      ['', 0.1],
      ['', ''],
    ]);
    valueOf(await saveSettings({ ...OWN, stages: [{ name: 'Звонок', probability: 0.1 }] }));
    expect(valueOf(await loadSettings()).settings.stages).toBeNull();
  });

  it('keep the probability known from before where the cell cannot be used, and say so', async () => {
    withStages([
      ['Звонок', 'сто'],
      ['Договор отправлен', 90],
      ['Новое', ''],
      ['звонок', 0.3],
    ]);
    valueOf(await saveSettings({ ...OWN, stages: [{ name: 'Звонок', probability: 0.1 }] }));
    const { settings, notes } = valueOf(await loadSettings());
    expect(settings.stages).toEqual([
      { name: 'Звонок', probability: 0.1 },
      { name: 'Договор отправлен', probability: 0.9 },
    ]);
    expect(notes).toEqual([
      { kind: 'stage', stage: 'Звонок', problem: 'probability', used: 0.1 },
      { kind: 'stage', stage: 'Договор отправлен', problem: 'probability', used: 0.9 },
      { kind: 'stage', stage: 'Новое', problem: 'unknown', used: null },
      { kind: 'stage', stage: 'звонок', problem: 'repeated', used: null },
    ]);
  });
});

describe('settings applied from outside', () => {
  it('land in the named cells, in the words of the language, and in the store', async () => {
    const { book } = withCells({ classA: 0.8, much: 'класс A по выручке', lostDays: 'сто' });
    const applied: Settings = {
      ...OWN,
      thresholds: { ...OWN.thresholds, lostDays: 120 },
      choices: { ...OWN.choices, much: 'mean' },
    };
    valueOf(await applySettings(applied, translator('en')));
    expect([1, 2, 3].map((row) => cellAt(book, 'Настройки', row, 2).value)).toEqual([
      0.75,
      'at least the average',
      120,
    ]);
    expect(valueOf(await loadSettings())).toEqual({ settings: applied, notes: [] });
  });

  it('fill the stage table and clear what is left of the one before', async () => {
    const { book } = withStages([
      ['Звонок', 0.1],
      ['Встреча', 0.5],
      ['Договор', 0.9],
    ]);
    const stages = [{ name: 'Тендер', probability: 0.3 }];
    valueOf(await applySettings({ ...OWN, stages }, translator('ru')));
    expect(cellAt(book, 'Настройки', 1, 1).value).toBe('Тендер');
    expect(cellAt(book, 'Настройки', 2, 1).value).toBe('');
    expect(valueOf(await loadSettings()).settings.stages).toEqual(stages);
  });

  it('wait in the store where «Настройки» does not stand yet', async () => {
    openExcel([sheet('Продажи')]);
    valueOf(await applySettings(OWN, translator('ru')));
    expect(valueOf(await loadSettings()).settings).toEqual(OWN);
  });
});
