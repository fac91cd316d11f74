import { potentialLayout, readPotentials } from '../../../src/domain/lists/potentials';
import type { PotentialList } from '../../../src/domain/lists/potentials';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import { isoDate } from '../../../src/domain/shared/dates';
import { gridOf } from '../../../src/domain/shared/grid';
import type { Grid } from '../../../src/domain/shared/grid';
import { moneyToNumber } from '../../../src/domain/shared/money';
import { complete } from '../../../src/domain/shared/steps';
import { valueOf } from '../sales/support';
import { gridFrom, knownClients, told } from './support';

function listOf(grid: Grid, known = knownClients()): PotentialList {
  return valueOf(complete(readPotentials(grid, DEFAULT_SETTINGS, known)));
}

/** One line a client: key, budget, share, drivers × norm, segment, day. */
function lines({ facts }: PotentialList): readonly string[] {
  return [...facts].map(([key, { budget, ourShare, drivers, norm, segment, assessedOn }]) =>
    [
      key,
      budget && moneyToNumber(budget),
      ourShare,
      drivers && `${drivers} × ${norm && moneyToNumber(norm)}`,
      segment,
      assessedOn && isoDate(assessedOn),
    ]
      .map((part) => part ?? '–')
      .join(' | '),
  );
}

describe('a list of potentials', () => {
  it('is read under its cap, with blank rows and totals skipped', () => {
    const list = listOf(
      gridFrom(`
        Потенциал клиентов на 2026 год
        Отдел продаж
        Клиент           | Годовой бюджет, ₽ | Наша доля | Сегмент  | Дата оценки
        ООО «Ромашка»    | 6 000 000         | 70 %      | Аптеки   | 12.01.2026
        Лютик, ИП        | 1 200 000,50 ₽    | 0,5 %     | Клиники  | янв.2026
                         |                   |           |          |
        Пион             |                   | 25 %      |          |
        Итого            | 7 200 000,50      |           |          |`),
    );
    expect(lines(list)).toEqual([
      'ромашка | 6000000 | 0.7 | – | Аптеки | 2026-01-12',
      'лютик | 1200000.5 | 0.005 | – | Клиники | 2026-01-01',
      'пион | – | 0.25 | – | – | –',
    ]);
    expect(list.account).toMatchObject({ rowsRead: 4, rowsUsed: 3, rowsSkipped: 1, problems: [] });
  });

  it('takes a label of a total for one only where no client is named', () => {
    const list = listOf(
      gridFrom(`
        №     | Клиент | Бюджет | Комментарий
        1     | Пион   | 100    | Итого по прошлому году 90
        Всего |        | 100    |`),
    );
    expect([...list.facts.keys()]).toEqual(['пион']);
    expect(list.account).toMatchObject({ rowsUsed: 1, rowsSkipped: 1, problems: [] });
  });

  it('reads English headings, and drivers with their norm', () => {
    const list = listOf(
      gridFrom(`
        Customer | Outlets | Norm per outlet | Industry | Assessed
        Globex Inc | 12      | 50000           | Retail   | 2026-02-01`),
    );
    expect(lines(list)).toEqual(['globex | – | – | 12 × 50000 | Retail | 2026-02-01']);
  });

  it.each([
    ['Годовой бюджет на упаковку', 'budget'],
    ['Бюджет клиента на 2026 год, руб.', 'budget'],
    ['Потенциал, тыс. руб.', 'budget'],
    ['Annual potential', 'budget'],
    ['Доля наших продаж', 'ourShare'],
    ['Share of wallet, %', 'ourShare'],
    ['Количество сотрудников', 'drivers'],
    ['Площадь, га', 'drivers'],
    ['Закупка на сотрудника, руб.', 'norm'],
    ['Норма на гектар', 'norm'],
    ['Отрасль', 'segment'],
    ['Дата оценки потенциала', 'assessedOn'],
  ])('knows a column by its heading: %s', (heading, role) => {
    const layout = potentialLayout(gridFrom(`Наименование клиента | ${heading}\nПион | 1`));
    expect([...(layout?.columns ?? [])]).toContainEqual([role, 1]);
    expect(layout?.columns.get('client')).toBe(0);
  });

  it.each([
    ['fractions', '0.3', '0.5', [0.3, 0.5]],
    ['per cent without a sign', '30', '50', [0.3, 0.5]],
    ['per cent with one below 1 %', '0.5', '50', [0.005, 0.5]],
    ['texts with a sign', '30 %', '50%', [0.3, 0.5]],
  ])('takes shares as the column has them: %s', (_what, first, second, shares) => {
    const list = listOf(gridFrom(`Клиент | Наша доля\nА | ${first}\nБ | ${second}`));
    expect([...list.facts.values()].map(({ ourShare }) => ourShare)).toEqual(shares);
  });

  it('takes a number shown as per cent for the fraction it is, whatever stands beside it', () => {
    const grid = gridOf(
      [
        ['Клиент', 'Наша доля'],
        ['А', 0.3],
        ['Б', 1.5],
      ],
      { formats: [[], ['', '0%'], ['', '0%']] },
    );
    const list = listOf(grid);
    expect(list.facts.get('а' as never)?.ourShare).toBe(0.3);
    expect(told(list.account.problems)).toEqual(['3 shareOutOfRange | Наша доля | 1.5']);
  });

  it.each([
    ['Бюджет, тыс. руб.', null, 5_000, 'thousands'],
    ['Бюджет, млн ₽', null, 5_000_000, 'millions'],
    ['Бюджет, тыс. руб.', 'thousands', 5, null],
    ['Бюджет, тыс. руб.', 'millions', 0.005, 'thousands'],
    ['Бюджет', 'thousands', 5, null],
  ] as const)('counts amounts as the sales are counted: %s beside %s', (heading, unit, budget, converted) => {
    const grid = gridFrom(`Клиент | ${heading}\nА | 5`);
    const list = valueOf(complete(readPotentials(grid, DEFAULT_SETTINGS, knownClients(), undefined, unit)));
    expect(lines(list)).toEqual([`а | ${budget} | – | – | – | –`]);
    expect(list.account.converted).toBe(converted);
  });

  it('takes the unit from the cap above the headings', () => {
    const list = listOf(gridFrom('Потенциал, тыс. руб.\nКлиент | Бюджет | Сегмент\nА | 5 | Аптеки'));
    expect(lines(list)).toEqual(['а | 5000 | – | – | Аптеки | –']);
  });

  it('names a client that stands twice and counts its first row', () => {
    const list = listOf(
      gridFrom(`
        Клиент        | Бюджет
        ООО «Ромашка» | 100
        Лютик         | 200
        РОМАШКА       | 300`),
    );
    expect(lines(list)).toEqual(['ромашка | 100 | – | – | – | –', 'лютик | 200 | – | – | – | –']);
    expect(told(list.account.problems)).toEqual(['4 duplicateClient | Клиент | РОМАШКА | as 2']);
  });

  it('keeps two legal forms of one name apart', () => {
    const list = listOf(gridFrom(`Клиент | Бюджет\nООО Ромашка | 100\nАО Ромашка | 300`));
    expect([...list.facts.keys()]).toEqual(['ромашка ооо', 'ромашка ао']);
    expect(list.account.problems).toEqual([]);
  });

  it('names every cell it cannot read, and counts it as unknown', () => {
    const list = listOf(
      gridFrom(`
        Клиент | Бюджет    | Доля   | Точек | Норма на точку | Дата оценки
        А      | сто тысяч | сто    | много | #N/A           | вчера
        Б      | -5        | 150 %  | -2    | 10             | 45000
               | 700       |        |       |                |
        В      | 0         | 0 %    | 0     | 0              |`),
    );
    expect(told(list.account.problems)).toEqual([
      '2 unreadableAmount | Бюджет | сто тысяч',
      '2 unreadableShare | Доля | сто',
      '2 unreadableNumber | Точек | много',
      '2 unreadableAmount | Норма на точку | #N/A',
      '2 unreadableDate | Дата оценки | вчера',
      '3 negativeAmount | Бюджет | -5',
      '3 shareOutOfRange | Доля | 150 %',
      '3 unreadableNumber | Точек | -2',
      '4 noClient | Клиент',
    ]);
    expect(lines(list)).toEqual([
      'а | – | – | – | – | –',
      'б | – | – | – | – | 2023-03-15',
      'в | – | – | – | – | –',
    ]);
  });

  it('speaks of the clients of the sales: by ИНН, by code, by any spelling', () => {
    const known = knownClients('7707083893: ООО Сбыт, Сбыт ООО', 'К-17: Лютик', 'пион (имя): Пион');
    const list = listOf(
      gridFrom(`
        Клиент      | ИНН          | Код  | Бюджет
        Другое имя  | '7707083893' |      | 1
        Лютик Плюс  |              | К-17 | 2
        ПИОН        |              |      | 3
        Новичок     |              |      | 4`),
      known,
    );
    expect([...list.facts.keys()]).toEqual(['7707083893', 'К-17', 'пион (имя)', 'новичок']);
    expect([...list.facts.keys()].map((key) => known.has(key))).toEqual([true, true, true, false]);
  });

  it('cannot be read without clients, or without anything about a potential', () => {
    const read = (text: string) => complete(readPotentials(gridFrom(text), DEFAULT_SETTINGS, knownClients()));
    expect(read('Бюджет | Сегмент\n100 | Аптеки')).toMatchObject({ ok: false, error: { missing: 'client' } });
    expect(read('Клиент | Город\nА | Тула')).toMatchObject({
      ok: false,
      error: { missing: 'potential', headings: ['Клиент', 'Город'] },
    });
    expect(read('1 | 2\n3 | 4')).toMatchObject({ ok: false, error: { code: 'emptyList' } });
  });
});
