import type { PlaceholderKey } from '../../src/domain/dossiers/placeholders';
import type { CellValue } from '../../src/domain/shared/grid';
import { findTemplates } from '../../src/excel/templates/findTemplates';
import { makeTemplateTabs, renewTemplateTabs } from '../../src/excel/templates/templateTabs';
import type { TemplateFill } from '../../src/reports/template/templateFill';
import type { BookModel } from '../../src/workbench/model/model';
import { createRandom } from '../../src/workbench/sample/random';
import { openExcel, QUIET, sheet, sheetNamed, valueOf } from './support/excel';

const TAB = 'Досье Альфа';
const CYCLES = Number(process.env.CYCLES ?? 60);

const FORM = [
  ['{{клиент}}', 'Выручка', '{{выручка}}', null],
  ['Сделка', 'Сумма', 'Наше', 'Ещё'],
  ['{{сделки.название}}', '{{сделки.сумма}}', null, null],
  [null, null, null, null],
  ['Товар', 'Выручка', null, null],
  ['{{товары.название}}', '{{товары.выручка}}', null, null],
  [null, null, null, null],
  ['Конец', null, null, null],
];

type Items = ReadonlyMap<string, number>;

function fill(deals: Items, products: Items, revenue: number): TemplateFill {
  const items = (list: 'deals' | 'products', field: 'amount' | 'revenue', given: Items) =>
    [...given].map(([key, amount]) => ({
      key,
      values: new Map<PlaceholderKey, CellValue>([
        [`${list}.name` as PlaceholderKey, key],
        [`${list}.${field}` as PlaceholderKey, amount],
      ]),
    }));
  return {
    key: 'dossier1',
    tab: TAB,
    values: {
      single: new Map<PlaceholderKey, CellValue>([
        ['client', 'Альфа'],
        ['revenue', revenue],
      ]),
      lists: {
        deals: items('deals', 'amount', deals),
        products: items('products', 'revenue', products),
        months: [],
        purchases: [],
        meetings: [],
      },
    },
    look: { language: 'ru', money: '#,##0' },
    chart: { title: '', series: '', alt: '', none: '', labels: [], amounts: [] },
  };
}

/** Where a value stands on the dossier, once; zero-based. */
function placeOf(book: BookModel, wanted: CellValue): { row: number; column: number } {
  const { cells } = sheetNamed(book, TAB);
  const found = [...cells.cells()].filter(({ row, column }) => cells.value(row, column) === wanted);
  if (found.length !== 1) throw new Error(`${String(wanted)} stands ${found.length} times`);
  return { row: found[0]?.row ?? 0, column: found[0]?.column ?? 0 };
}

test('what people write beside items stays beside them through any renewals, and nothing they write is lost', async () => {
  const random = createRandom(20_261_125);
  const { book } = openExcel([sheet('Форма', FORM)]);
  let next = 1;
  const renewedItems = (items: Items, prefix: string): Items => {
    const kept = [...items].filter(() => random.whole(1, 5) > 1);
    const added = Array.from({ length: random.whole(0, 2) }, (): [string, number] => [
      `${prefix}${next++}`,
      random.whole(1, 9_999),
    ]);
    return new Map([...added, ...kept.map(([key]): [string, number] => [key, random.whole(1, 9_999)])]);
  };
  let deals = renewedItems(new Map(), 'Сделка ');
  let products = renewedItems(new Map(), 'Товар ');
  const template = valueOf(await findTemplates())[0];
  const made = await makeTemplateTabs([{ fill: fill(deals, products, 1), sheet: template?.id ?? '' }], QUIET);
  expect(made.stopped).toBeNull();

  /** Note → the item beside which it stands; null: anywhere. */
  const notes = new Map<string, string | null>();
  const typed = new Map<string, string>();
  for (let cycle = 1; cycle <= CYCLES; cycle++) {
    const { cells } = sheetNamed(book, TAB);
    const keys = [...deals.keys(), ...products.keys()];
    for (let edit = random.whole(0, 3); edit > 0 && keys.length > 0; edit--) {
      const key = random.pick(keys);
      const { row } = placeOf(book, key);
      switch (random.whole(1, 5)) {
        case 1:
        case 2: {
          const column = random.whole(2, 3);
          if (cells.value(row, column) !== '') break;
          const note = `заметка ${next++}`;
          cells.setValue(row, column, note);
          notes.set(note, key);
          break;
        }
        case 3:
          // Somebody knows better what the deal is worth.
          if (typed.has(key)) break;
          cells.setValue(row, 1, `примерно ${next}`);
          typed.set(key, `примерно ${next++}`);
          break;
        case 4:
          await Excel.run(async (context) => {
            const at = random.whole(2, 12);
            context.workbook.worksheets.getItem(TAB).getRange(`${at}:${at}`).insert('Down');
            await context.sync();
          });
          break;
        default: {
          const note = `сбоку ${next++}`;
          cells.setValue(random.whole(0, 30), random.whole(5, 8), note);
          notes.set(note, null);
        }
      }
    }
    // Notes beside a row that were overwritten by another are people's own doing.
    for (const note of [...notes.keys()].filter((each) => each.startsWith('сбоку'))) {
      const stands = [...cells.cells()].some(({ row, column }) => cells.value(row, column) === note);
      if (!stands) notes.delete(note);
    }
    deals = renewedItems(deals, 'Сделка ');
    products = renewedItems(products, 'Товар ');
    valueOf(await renewTemplateTabs([fill(deals, products, cycle)], QUIET));

    for (const [note, key] of notes) {
      const { row } = placeOf(book, note);
      if (key !== null) expect({ cycle, note, key: cells.value(row, 0) }).toEqual({ cycle, note, key });
    }
    for (const [key, words] of typed)
      expect({ cycle, key, words: cells.value(placeOf(book, key).row, 1) }).toEqual({ cycle, key, words });
    for (const [key, amount] of [...deals, ...products]) {
      const { row } = placeOf(book, key);
      if (!typed.has(key))
        expect({ cycle, key, amount: cells.value(row, 1) }).toEqual({ cycle, key, amount });
    }
    expect(cells.value(placeOf(book, 'Альфа').row, 2)).toBe(cycle);
  }
  expect(notes.size).toBeGreaterThan(CYCLES / 3);
}, 240_000);
