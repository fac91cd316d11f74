import { entriesFrom, readEntries } from '../../src/app/entries';
import type { ReadEntries } from '../../src/app/entries';
import { NO_LISTS_READ } from '../../src/app/lists';
import { entryNoteTexts } from '../../src/app/noteText';
import type { ClientKey } from '../../src/domain/sales/types';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import { isoDate } from '../../src/domain/shared/dates';
import type { CellValue } from '../../src/domain/shared/grid';
import { moneyToNumber } from '../../src/domain/shared/money';
import type { TabInputs } from '../../src/excel/inputs';
import { writePlans } from '../../src/excel/write';
import { translator } from '../../src/i18n/translate';
import { openExcel, QUIET, sheet, sheetNamed, valueOf } from '../excel/support/excel';
import { plan } from '../excel/support/plans';
import { readingOf, roubles } from '../support/ledger';

type Typed = Parameters<typeof entriesFrom>[0];
type Rows = Readonly<Record<string, Readonly<Record<string, CellValue>>>>;

const NOTHING: TabInputs = { standing: new Set(), records: [] };
const READING = readingOf([
  { client: 'Альфа', amount: roubles(10) },
  { client: 'Бета', amount: roubles(5) },
]);

function typedOn(rows: Rows, standing: readonly string[] = Object.keys(rows)): TabInputs {
  return {
    standing: new Set(standing),
    records: Object.entries(rows).map(([key, values]) => ({ key, values })),
  };
}

function entriesOf(tabs: Partial<Typed>, settings: Partial<Settings> = {}): ReadEntries {
  const none = Object.fromEntries(
    ['potential', 'abcd', 'dependency', 'keyClients', 'reactivation', 'questions', 'deals', 'forecast'].map(
      (tab) => [tab, NOTHING],
    ),
  ) as Typed;
  return entriesFrom({ ...none, ...tabs }, READING, NO_LISTS_READ, { ...DEFAULT_SETTINGS, ...settings });
}

const alpha = 'Альфа' as ClientKey;

describe('what people typed on our tabs', () => {
  it.each<[CellValue, number]>([
    [1_200_000, 1_200_000],
    ['1 200 000 ₽', 1_200_000],
    ['1\u00a0200\u00a0000,50 руб.', 1_200_000.5],
    ['1,200,000.50', 1_200_000.5],
  ])('is a budget as a number or as people write it: %s', (typed, budget) => {
    const { entries, notes } = entriesOf({ potential: typedOn({ Альфа: { budget: typed } }) });
    const facts = entries.potentials.get(alpha);
    expect(facts?.budget && moneyToNumber(facts.budget)).toBe(budget);
    expect(notes).toEqual([]);
  });

  it.each<[CellValue]>([[0.3], [30], ['30 %'], ['30%'], ['0,3']])('is our share: %s', (typed) => {
    const { entries } = entriesOf({ potential: typedOn({ Альфа: { ourShare: typed } }) });
    expect(entries.potentials.get(alpha)?.ourShare).toBe(0.3);
  });

  it.each<[CellValue]>([[46_054], ['01.02.2026'], ['2026-02-01'], ['1 февраля 2026 г.']])(
    'is a day: %s',
    (typed) => {
      const { entries } = entriesOf({ reactivation: typedOn({ Альфа: { contactedOn: typed } }) });
      const day = entries.contactedOn.get(alpha);
      expect(day && isoDate(day)).toBe('2026-02-01');
    },
  );

  it.each<[CellValue, string | undefined]>([
    ['A', 'A'],
    ['b', 'B'],
    ['С', 'C'],
    ['а', 'A'],
    ['В – берёт много', 'B'],
    ['d', 'D'],
    ['Б', undefined],
    ['AB', undefined],
    [1, undefined],
  ])('is a class, in either alphabet: %s is %s', (typed, letter) => {
    const { entries, notes } = entriesOf({ abcd: typedOn({ Альфа: { override: typed } }) });
    expect(entries.overrides.get(alpha)).toBe(letter);
    expect(notes).toHaveLength(letter === undefined ? 1 : 0);
  });

  it('is a mark by any usual sign, and “no” is none', () => {
    const { entries, notes } = entriesOf({
      keyClients: typedOn({
        Альфа: { promising: 'да', image: 'x', demanding: '+' },
        Бета: { promising: 'нет', image: 'Yes', demanding: true },
      }),
    });
    expect([...(entries.marks.get(alpha) ?? [])]).toEqual(['promising', 'image', 'demanding']);
    expect([...(entries.marks.get('Бета' as ClientKey) ?? [])]).toEqual(['image', 'demanding']);
    expect(notes).toEqual([]);
  });

  it('is an answer, a plan of a month, and the raw cells of a deal', () => {
    const { entries } = entriesOf({
      questions: typedOn({ reacting: { answer: 'Нет', comment: 'сами звоним' } }),
      forecast: typedOn({ '2026-03': { plan: '2 000 000' } }),
      deals: typedOn({ 'д-1': { probability: '60 %', budget: 2 } }),
    });
    expect(entries.answers.get('reacting')).toBe('no');
    expect(entries.plans.get('2026-03')).toBe(roubles(2_000_000));
    expect(entries.dealCells.get('д-1')).toEqual({ probability: '60 %', budget: 2 });
  });

  it('is the clients of the loss test in the order of its cells', () => {
    const standing = ['loss1', 'loss2', 'loss3', 'loss4', 'loss5'];
    const dependency = typedOn({ loss3: { client: 'Бета' }, loss1: { client: ' Альфа ' } }, standing);
    expect(entriesOf({ dependency }).entries.lossPicks).toEqual(['Альфа', '', 'Бета', '', '']);
    expect(entriesOf({}).entries.lossPicks).toEqual([]);
  });

  it('is the clients added to the list of key ones, which are no marks', () => {
    const standing = ['add1', 'add2', 'add3', 'add4', 'add5', 'Альфа'];
    const keyClients = typedOn({ add2: { client: 'Бета' }, Альфа: { image: 'да' } }, standing);
    const { entries, notes } = entriesOf({ keyClients });
    expect(entries.addedKeys).toEqual(['', 'Бета', '', '', '']);
    expect([...entries.marks.keys()]).toEqual(['Альфа']);
    expect(notes).toEqual([]);
  });

  it('counts as unknown where it cannot be understood, and is named with what to type', () => {
    const { entries, notes } = entriesOf({
      potential: typedOn({
        Альфа: { budget: 'сто', ourShare: '150 %', drivers: -1, norm: 5, assessedOn: 'вчера' },
      }),
      questions: typedOn({ reacting: { answer: 'иногда' } }),
    });
    expect(entries.potentials.get(alpha)).toEqual({
      budget: null,
      ourShare: null,
      drivers: null,
      norm: roubles(5),
      segment: null,
      assessedOn: null,
    });
    expect(notes.map(({ tab, field, typed }) => `${tab} ${field} ${typed}`)).toEqual([
      'potential budget сто',
      'potential ourShare 150 %',
      'potential drivers -1',
      'potential assessedOn вчера',
      'questions answer иногда',
    ]);
    const [first] = entryNoteTexts(notes, 'potential', translator('ru'));
    expect(first).toBe(
      'Альфа, «Годовой бюджет»: «сто» понять нельзя, считается неизвестным. Впишите сумму, например 1\u00a0200\u00a0000.',
    );
    expect(entryNoteTexts(notes, 'questions', translator('en'))).toHaveLength(1);
    expect(entryNoteTexts(notes, 'abcd', translator('en'))).toEqual([]);
  });

  it('is not complained about where its row is gone from the tab', () => {
    const { notes } = entriesOf({ abcd: typedOn({ Гамма: { override: 'Я' } }, []) });
    expect(notes).toEqual([]);
  });

  it('says a column of nonsense in ten sentences and a number', () => {
    const rows = Object.fromEntries(Array.from({ length: 25 }, (_, at) => [`К${at}`, { override: 'Я' }]));
    const texts = entryNoteTexts(entriesOf({ abcd: typedOn(rows) }).notes, 'abcd', translator('ru'));
    expect(texts).toHaveLength(11);
    expect(texts.at(-1)).toBe('И ещё таких ячеек: 15.');
  });

  it('follows a client that was joined to another; its own cells come first', () => {
    const aliases = { Бета: 'Альфа' } as unknown as Settings['aliases'];
    const { entries } = entriesOf(
      {
        potential: typedOn({ Альфа: { budget: 100 }, Бета: { budget: 7, segment: 'Аптеки' } }),
        abcd: typedOn({ Бета: { override: 'C' } }),
      },
      { aliases },
    );
    expect(entries.potentials.get(alpha)).toMatchObject({ budget: roubles(100), segment: 'Аптеки' });
    expect(entries.potentials.size).toBe(1);
    expect(entries.overrides.get(alpha)).toBe('C');
  });

  it('is read from the cells of the tab itself', async () => {
    const { book } = openExcel([sheet('Продажи', [['Клиент'], ['Альфа']])]);
    const tab = plan({
      key: 'potential',
      tab: 'Потенциал',
      blocks: [{ row: 2, column: 1, cells: [['Альфа', null, null]], role: 'body' }],
      inputs: [
        { area: { row: 2, column: 2, rows: 1, columns: 2 }, keyColumn: 1, fields: ['budget', 'segment'] },
      ],
    });
    valueOf(await writePlans([tab], QUIET));
    sheetNamed(book, 'Потенциал').cells.setValue(1, 1, 500);
    sheetNamed(book, 'Потенциал').cells.setValue(1, 2, 'Аптеки');
    const { entries } = valueOf(await readEntries(READING, NO_LISTS_READ, DEFAULT_SETTINGS));
    expect(entries.potentials.get(alpha)).toMatchObject({ budget: roubles(500), segment: 'Аптеки' });
  });
});
