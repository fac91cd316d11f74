import type { Disguise } from '../../src/domain/disguise/disguise';
import { codeAt, enrol, EMPTY_ROSTER, keyBehind } from '../../src/domain/disguise/roster';
import { maskRecords, unmaskRecords } from '../../src/excel/masks';
import type { InputRecord } from '../../src/excel/types';
import type { SheetPlan } from '../../src/reports/plan';
import { plan } from './support/plans';

const roster = enrol(EMPTY_ROSTER, { keys: ['ромашка', 'береза'], holdings: ['Цветы'], segments: ['КФХ'] });

const disguise: Disguise = {
  roster,
  codes: new Map(roster.keys.map((key, place) => [key, codeAt(roster, place)])),
  clients: new Map([
    ['ромашка', 'Клиент 001'],
    ['береза', 'Клиент 002'],
  ]),
  clientsByName: new Map([['ооо «ромашка»', { shown: 'Клиент 001', name: 'ООО «Ромашка»' }]]),
  names: {
    manager: new Map(),
    product: new Map(),
    group: new Map(),
    region: new Map(),
    holding: new Map([['цветы', 'Холдинг 01']]),
    segment: new Map([['кфх', 'Сегмент 01']]),
    channel: new Map(),
  },
  words: { label: (_, number) => number, hidden: '(скрыто)' },
};

/** Two clients with every kind of cell people type into; «answer» offers words, «client» is picked from a tab. */
function tab(): SheetPlan {
  const fields = ['holding', 'segment', 'answer', 'client', 'budget', 'comment'];
  const area = { row: 5, column: 2, rows: 2, columns: fields.length };
  const column = (field: string) => ({ ...area, column: 2 + fields.indexOf(field), columns: 1 });
  return plan({
    inputs: [{ area, keyColumn: 1, fields }],
    validations: [
      { area: column('answer'), rule: { kind: 'list', values: ['вернулся'] }, message: '' },
      { area: column('client'), rule: { kind: 'listRange', tab: 'ABCD', source: area }, message: '' },
    ],
  });
}

const typed: readonly InputRecord[] = [
  {
    key: 'ромашка',
    values: {
      holding: 'ЦВЕТЫ',
      segment: 'КФХ',
      answer: 'вернулся',
      client: 'ООО «Ромашка»',
      budget: 500,
      comment: 'звонить Ивановой',
    },
  },
  { key: 'береза', values: { answer: 'да', budget: 'около 100' } },
  { key: 'ушедший', values: { comment: 'был важен' } },
];

test('what is typed is shown without names: numbers and offered words stay, other texts do not', () => {
  expect(maskRecords(tab(), typed, disguise).records).toEqual([
    {
      key: '#001',
      values: {
        holding: 'Холдинг 01',
        segment: 'Сегмент 01',
        answer: 'вернулся',
        client: 'Клиент 001',
        budget: 500,
        comment: '(скрыто)',
      },
    },
    { key: '#002', values: { answer: 'да', budget: '(скрыто)' } },
    { key: 'ушедший', values: { comment: '(скрыто)' } },
  ]);
});

test('it is read back as it was typed, and what found no place goes aside with its own words', () => {
  const masked = maskRecords(tab(), typed, disguise);
  expect(unmaskRecords(masked.records, roster, masked)).toEqual(typed);
  expect(masked.unmask([{ key: 'ушедший', values: { comment: '(скрыто)' } }])).toEqual([typed[2]]);
});

test('a text typed over is the word of today; one copied from another row means what it stands for there', () => {
  const masked = maskRecords(tab(), typed, disguise);
  const rows: readonly InputRecord[] = [
    { key: '#001', values: { comment: 'не звонить', holding: 'Листья' } },
    { key: '#002', values: { comment: '(скрыто)', holding: 'Холдинг 01', client: 'Клиент 001' } },
  ];
  expect(unmaskRecords(rows, roster, masked)).toEqual([
    { key: 'ромашка', values: { comment: 'не звонить', holding: 'Листья' } },
    { key: 'береза', values: { holding: 'Цветы', client: 'ООО «Ромашка»' } },
  ]);
});

test('beside a name a text is itself, even one that reads like ours', () => {
  const rows = [{ key: 'ромашка', values: { holding: 'Холдинг 01' } }];
  expect(unmaskRecords(rows, roster, { hidden: [], names: {} })).toEqual(rows);
});

test('thresholds are nobody’s name', () => {
  const settings = { ...tab(), key: 'settings' as const };
  const stages = [{ key: 'stage1', values: { comment: 'Переговоры' } }];
  expect(maskRecords(settings, stages, disguise).records).toEqual(stages);
});

test('codes keep their meaning when others join, and are told from keys that look alike', () => {
  const more = enrol(roster, { keys: ['клен', 'ромашка'], holdings: [], segments: [] });
  expect(more.keys.map((_, place) => keyBehind(more, codeAt(more, place)))).toEqual([
    'ромашка',
    'береза',
    'клен',
  ]);
  const coded = enrol(EMPTY_ROSTER, { keys: ['#001', '#002'], holdings: [], segments: [] });
  expect(codeAt(coded, 0)).toBe('##001');
  expect(keyBehind(coded, '#002')).toBeNull();
});
