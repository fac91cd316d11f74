import { createClientele } from '../../src/app/clientele';
import type { Memory } from '../../src/app/memory';
import type { Hooks } from '../../src/app/types';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { openExcel, sheet, valueOf } from '../excel/support/excel';

const HOOKS: Hooks = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => 0,
  today: 46_348 as ExcelSerial,
};

function memoryOf(kept: Map<string, unknown>): Memory {
  return {
    load: (shape) => kept.get(shape) ?? null,
    save: (shape, answers) => void kept.set(shape, answers),
    count: () => kept.size,
    forget: () => kept.clear(),
  };
}

test('a row is shown whole on its sheet', async () => {
  const { book } = openExcel([sheet('Январь'), sheet("О'Кей", [['Клиент', 'Сумма']])]);
  valueOf(await createClientele().showRow({ sheet: "О'Кей", row: 7 }));
  expect(book.activeSheetId).toBe(book.sheets[1]?.id);
  expect(book.selection).toMatchObject({ row: 6, rows: 1, column: 0 });
  expect(await createClientele().showRow({ sheet: 'Нет', row: 1 })).toMatchObject({
    ok: false,
    error: { kind: 'excel', error: { code: 'itemNotFound' } },
  });
});

test('an answer for one workbook is in force in the next, is written into it, and can be forgotten', async () => {
  const clientele = createClientele({ memory: memoryOf(new Map()) });
  const open = async (settings = DEFAULT_SETTINGS) => {
    const [source] = valueOf(await clientele.listSources());
    if (!source) throw new Error('No source');
    return valueOf(await clientele.preview(source, settings, null, HOOKS));
  };
  const file = (name: string) => [
    sheet(name, [
      ['Дата', 'Клиент', 'Сумма'],
      ['01/02/2026', 'Альфа', 100],
      ['03/04/2026', 'Бета', 50],
    ]),
  ];

  openExcel(file('Январь'));
  expect((await open()).understanding.doubts).toMatchObject([{ code: 'dateOrder', default: 'dmy' }]);
  await open({ ...DEFAULT_SETTINGS, dateOrder: 'mdy' });

  openExcel(file('Февраль'));
  const shown = await open();
  expect(shown.remembered).toMatchObject({ dateOrder: 'mdy' });
  expect(valueOf(shown.reading).firstDate).toBe(46_024);
  valueOf(await clientele.run(shown, DEFAULT_SETTINGS, HOOKS));
  expect(valueOf(await clientele.loadSettings()).dateOrder).toBe('mdy');

  openExcel(file('Март'));
  expect(clientele.rememberedForms()).toBe(1);
  clientele.forgetForms();
  expect((await open()).remembered).toBeNull();
});
