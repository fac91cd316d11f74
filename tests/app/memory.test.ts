import type { Answers, Memory } from '../../src/app/memory';
import { NO_MEMORY, recall, remember, withAnswers } from '../../src/app/memory';
import { shapeOf } from '../../src/domain/sales/shape';
import type { Doubt } from '../../src/domain/sales/types';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import type { CellValue } from '../../src/domain/shared/grid';
import { gridOf } from '../../src/domain/shared/grid';

const ROWS: readonly (readonly CellValue[])[] = [
  ['Кто', 'Когда', 'Сколько'],
  ['Альфа', '01.02.2026', 100],
  ['Бета', '02.03.2026', 200],
];
/** The shape of a sheet with these rows. */
const shape = (...sheet: Parameters<typeof gridOf>) => shapeOf(gridOf(...sheet));

const HEAD = shape(ROWS);
const DATE_DOUBT: Doubt = { code: 'dateOrder', column: 1, default: 'dmy' };

/** A memory in memory. */
function fakeMemory(): Memory & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    load: (shape) => kept.get(shape) ?? null,
    save: (shape, answers) => void kept.set(shape, JSON.parse(JSON.stringify(answers))),
    count: () => kept.size,
    forget: () => kept.clear(),
  };
}

const saying = (change: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...change });

test('answers for one file serve the next of the same form, whatever its rows', () => {
  const memory = fakeMemory();
  remember(memory, HEAD, [DATE_DOUBT], saying({ dateOrder: 'mdy', columns: { client: 'Кто' } }));
  const next = shape(
    [
      ['КТО ', 'Когда', 'сколько'],
      ['Гамма', '03.04.2026', 5],
    ],
    { sheet: 'Другой' },
  );
  const { settings, remembered } = recall(memory, next, DEFAULT_SETTINGS, null);
  expect(settings).toEqual(saying({ dateOrder: 'mdy', columns: { client: 'Кто' } }));
  expect(remembered).toMatchObject({ dateOrder: 'mdy', columns: { client: 'Кто' } });
});

test('another form is asked anew', () => {
  const memory = fakeMemory();
  remember(memory, HEAD, [DATE_DOUBT], saying({ dateOrder: 'mdy' }));
  const other = shape([
    ['Кто', 'Сколько', 'Когда'],
    ['Альфа', 1, '01.02.2026'],
  ]);
  expect(recall(memory, other, DEFAULT_SETTINGS, null).remembered).toBeNull();
});

test('headings that name a month change with every file and do not make another form', () => {
  const memory = fakeMemory();
  const crosstab = (...months: string[]) =>
    shape([
      ['Клиент', ...months],
      ['Альфа', ...months.map(() => 1)],
    ]);
  remember(memory, crosstab('Январь 2026', 'Февраль 2026'), [DATE_DOUBT], saying({ dateOrder: 'mdy' }));
  const next = crosstab('Февраль 2026', 'Март 2026', 'Апрель 2026');
  expect(recall(memory, next, DEFAULT_SETTINGS, null).settings.dateOrder).toBe('mdy');
});

test('what this workbook says wins over what an earlier one said', () => {
  const memory = fakeMemory();
  remember(memory, HEAD, [DATE_DOUBT], saying({ dateOrder: 'mdy', columns: { client: 'Кто' } }));
  const own = saying({ dateOrder: 'dmy', columns: { client: 'Когда' } });
  expect(recall(memory, HEAD, own, null)).toEqual({ settings: own, remembered: null });
});

test('columns chosen by hand today leave no room for remembered ones', () => {
  const memory = fakeMemory();
  remember(memory, HEAD, [], saying({ columns: { client: 'Кто' } }));
  expect(recall(memory, HEAD, DEFAULT_SETTINGS, {}).remembered).toBeNull();
});

test('only what concerns the form is kept: its own columns, answers to doubts it raised, and no cell below', () => {
  const memory = fakeMemory();
  const settings = saying({
    columns: { client: 'Кто', manager: 'Менеджер' },
    dateOrder: 'mdy',
    decimalSeparator: ',',
    aliases: { альфа: 'бета' } as Settings['aliases'],
  });
  remember(memory, HEAD, [DATE_DOUBT], settings);
  const [kept] = [...memory.kept.values()];
  expect(kept).toEqual({
    columns: { client: 'Кто' },
    dateOrder: 'mdy',
    decimalSeparator: null,
    damagedNumbers: null,
    nameLookup: null,
  } satisfies Answers);
  expect(JSON.stringify([...memory.kept])).not.toMatch(/альфа|бета/i);
});

test('nothing said is nothing kept; an answer taken back is forgotten', () => {
  const memory = fakeMemory();
  remember(memory, HEAD, [DATE_DOUBT], DEFAULT_SETTINGS);
  expect(memory.count()).toBe(0);
  remember(memory, HEAD, [], saying({ columns: { client: 'Кто' } }));
  remember(memory, HEAD, [], DEFAULT_SETTINGS);
  expect(recall(memory, HEAD, DEFAULT_SETTINGS, null).remembered).toBeNull();
});

test('damaged memories are no answers', () => {
  const memory = fakeMemory();
  remember(memory, HEAD, [DATE_DOUBT], saying({ dateOrder: 'mdy' }));
  for (const damage of ['text', 7, { dateOrder: 'ymd', columns: { client: 5, boss: 'Кто' } }]) {
    for (const shape of memory.kept.keys()) memory.kept.set(shape, damage);
    expect(recall(memory, HEAD, DEFAULT_SETTINGS, null).remembered).toBeNull();
  }
});

test('without a memory nothing is recalled', () => {
  remember(NO_MEMORY, HEAD, [DATE_DOUBT], saying({ dateOrder: 'mdy' }));
  expect(recall(NO_MEMORY, HEAD, DEFAULT_SETTINGS, null)).toEqual({
    settings: DEFAULT_SETTINGS,
    remembered: null,
  });
  expect(withAnswers(DEFAULT_SETTINGS, null)).toBe(DEFAULT_SETTINGS);
});
