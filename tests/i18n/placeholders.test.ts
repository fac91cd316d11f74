import { readFileSync } from 'node:fs';
import { DOSSIER_SECTIONS } from '../../src/domain/dossiers/schema';
import { foldName, kindOf, listOf, PLACEHOLDER_KEYS } from '../../src/domain/dossiers/placeholders';
import { PLACEHOLDER_NAMES, placeholderName, placeholderText } from '../../src/i18n/placeholderWords';
import { templateProblemTexts } from '../../src/i18n/templateProblemText';
import { translator } from '../../src/i18n/translate';
import { FIELD_PLACEHOLDERS } from '../../src/reports/template/exportedTemplate';

const [ru, en] = [translator('ru'), translator('en')];

test('the table of placeholders in docs/templates.md is the list', () => {
  const rows = readFileSync('docs/templates.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `{{'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows.map(([russian, english, , , type]) => [russian, english, type])).toEqual(
    PLACEHOLDER_KEYS.map((key) => [
      `\`${placeholderText(key, ru)}\``,
      `\`${placeholderText(key, en)}\``,
      `${ru(`template.kind.${kindOf(key)}`)} / ${en(`template.kind.${kindOf(key)}`)}`,
    ]),
  );
  for (const [, , russian = '', english = ''] of rows) {
    expect(russian).toMatch(/[а-я]/);
    expect(english).toMatch(/^[^а-яё]+$/i);
  }
});

test('no two placeholders share a name, in whatever language', () => {
  for (const t of [ru, en])
    for (const key of PLACEHOLDER_KEYS)
      expect(PLACEHOLDER_NAMES.placeholderOf(foldName(placeholderName(key, t)))).toBe(key);
});

test('placeholders of a list have a dot, and others none', () => {
  for (const t of [ru, en])
    for (const key of PLACEHOLDER_KEYS)
      expect({ key, dot: placeholderName(key, t).includes('.') }).toEqual({
        key,
        dot: listOf(key) !== null || key === 'chart.months',
      });
});

test.each([
  [' КЛИЕНТ ', 'client'],
  ['средний_чек', 'averageOrder'],
  ['Ждем покупку', 'expected'],
  ['TOP-5', 'top'],
  ['Deals.Name', 'deals.name'],
])('«%s» is known whatever its blanks, dashes and letters', (written, key) => {
  expect(PLACEHOLDER_NAMES.placeholderOf(foldName(written))).toBe(key);
});

test.each([
  ['клент', 'клиент'],
  ['выручк', 'выручка'],
  ['средний чк', 'средний чек'],
  ['сделки.назване', 'сделки.название'],
  ['revenu', 'revenue'],
  ['deals.ammount', 'deals.amount'],
  ['последняя покпка', 'последняя покупка'],
])('a slip in «%s» is told to mean «%s»', (written, nearest) => {
  expect(PLACEHOLDER_NAMES.nearestName(written)).toBe(nearest);
});

test.each(['', 'x', 'погода', 'телефон директора'])('nothing is like «%s»', (written) => {
  expect(PLACEHOLDER_NAMES.nearestName(written)).toBeNull();
});

test('every field of a dossier that the sheets tell has a placeholder', () => {
  const told = DOSSIER_SECTIONS.flatMap(({ key, fields }) =>
    fields.filter(({ kind }) => kind === 'auto' || kind === 'known').map((field) => `${key}.${field.key}`),
  );
  expect(Object.keys(FIELD_PLACEHOLDERS)).toEqual(told);
});

test('problems read as sentences with their cells; of many the first are named', () => {
  expect(
    templateProblemTexts(
      [
        { kind: 'unknown', cell: 'B3', written: 'клент', nearest: 'клиент' },
        { kind: 'unknown', cell: 'B4', written: 'погода', nearest: null },
        { kind: 'unclosed', cell: 'C1' },
        { kind: 'twoLists', cell: 'C2', lists: ['deals', 'months'] },
        { kind: 'chartInText', cell: 'C3' },
        { kind: 'formula', cell: 'C4' },
        { kind: 'protected' },
      ],
      ru,
    ),
  ).toEqual([
    'B3: {{клент}} – нет такой метки, похоже {{клиент}}',
    'B4: {{погода}} – нет такой метки',
    'C1: у метки нет закрывающих скобок }}',
    'C2: в одной строке списки «сделки» и «месяцы», а повторяться может один',
    'C3: график должен стоять в ячейке один',
    'и ещё 2',
  ]);
});
