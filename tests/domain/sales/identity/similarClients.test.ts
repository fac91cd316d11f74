import fc from '../../../support/fastCheck';
import type { Evidence } from '../../../../src/domain/sales/likeness';
import { proposeMerges } from '../../../../src/domain/sales/similarClients';
import type { MergeProposal } from '../../../../src/domain/sales/similarClients';
import type { ClientKey } from '../../../../src/domain/sales/types';
import type { Settings } from '../../../../src/domain/settings';
import { complete } from '../../../../src/domain/shared/steps';
import { clientsLedger } from './clientsLedger';
import type { NamedRow } from './clientsLedger';

function proposalsFor(
  rows: readonly (string | NamedRow)[],
  settings: Partial<Pick<Settings, 'aliases' | 'distinct'>> = {},
): readonly MergeProposal[] {
  return complete(proposeMerges(clientsLedger(rows), { aliases: {}, distinct: [], ...settings }));
}

/** `name ← name: evidence`, in the order of the tab. */
const shown = (proposals: readonly MergeProposal[]) =>
  proposals.map(({ into, from, evidence }) => `${into.name} ← ${from.name}: ${evidence.join(', ')}`);

describe('two names are proposed as one client', () => {
  test.each<[string, string, readonly Evidence[]]>([
    ['ООО Ромашка', 'ООО Ромшка', ['typo']],
    ['ООО Ромашка', 'Рмоашка', ['legalForm', 'typo']],
    ['Металлсервис', 'Металсервис', ['typo']],
    ['Торговый дом Ромашка', 'Ромашка Торговый дом', ['wordOrder']],
    ['Стройсервис', 'Строй-сервис', ['spacing']],
    ['Стройсервис', 'Строй Сервис', ['spacing']],
    ['ТД Ромашка', 'Торговый дом «Ромашка»', ['abbreviation']],
    ['Т.Д. Ромашка', 'Торговый дом «Ромашка»', ['abbreviation']],
    ['з-д Вектор', 'Завод Вектор', ['abbreviation']],
    ['Моск. завод', 'Московский завод', ['abbreviation']],
    ['Иванов П.С.', 'Иванов Пётр Сергеевич', ['abbreviation']],
    ['П. С. Иванов', 'Иванов Пётр Сергеевич', ['abbreviation']],
    ['Российские железные дороги', 'РЖД', ['abbreviation']],
    ['Ромашка', 'Romashka', ['transliteration']],
    ['Щёлкунчик', 'Shchelkunchik', ['transliteration']],
    ['Вектор', 'Vector', ['transliteration']],
    ['000 Ромашка', 'ООО Ромашка', ['lookalikes']],
    ['Р0машка', 'Ромашка', ['lookalikes']],
    ['Ромашка (не использовать)', 'Ромашка', ['remark']],
    ['Smith & Sons', 'Smith and Sons', ['sameName']],
    ['Smith Bros', 'Smith Brothers', ['abbreviation']],
  ])('%s – %s', (a, b, evidence) => {
    expect(proposalsFor([a, b]).map((proposal) => proposal.evidence)).toEqual([evidence]);
  });
});

describe('two names are left apart', () => {
  test.each([
    ['Аптека № 5', 'Аптека № 6'],
    ['Аптека № 5', 'Аптека'],
    ['Склад 1/5', 'Склад 15'],
    ['Ул. Ленина 5, корп. 2', 'Ул. Ленина 2, корп. 5'],
    ['Вектор II', 'Вектор III'],
    ['Иванов П. С.', 'Иванов С. П.'],
    ['Иванов И. С.', 'Иванов С. И.'],
    ['Иванов П. С.', 'Иванов П. А.'],
    ['Петров А. И.', 'Петрова А. И.'],
    ['ООО Ромашка', 'АО Ромашка'],
    ['ООО Ромашка', 'АО Ромшка'],
    ['Ромашка', 'Ромашка (Самара)'],
    ['Ромашка (Самара)', 'Ромашка (Саратов)'],
    ['ТД Ромашка', 'Ромашка'],
    ['Стройсервис', 'Стройсервис-М'],
    ['Стройсервис-М', 'Стройсервис-Н'],
    ['Агро-Юг', 'Агро-Юг-2'],
    ['Агро-Юг', 'Юг-Агро'],
    ['Вектор', 'Вектра'],
    ['Лидер', 'Лидер+'],
    ['Перспектива', 'Перспектива+'],
  ])('%s – %s', (a, b) => {
    expect(shown(proposalsFor([a, b]))).toEqual([]);
  });
});

describe('beside other clients', () => {
  test('a name without a form is left alone where the name has several forms', () => {
    expect(shown(proposalsFor(['ООО Ромашка', 'АО Ромашка', 'Ромшка', 'Romashka']))).toEqual([]);
    expect(shown(proposalsFor(['ООО Ромашка', 'Ромшка']))).toEqual(['ООО Ромашка ← Ромшка: legalForm, typo']);
  });

  test('a word that many bear is no slip of another', () => {
    const bearers = ['Контакт', 'Контракт'].flatMap((word) =>
      ['Юг', 'Север'].map((side) => `${word} ${side}`),
    );
    expect(shown(proposalsFor(['Контакт', 'Контракт']))).toHaveLength(1);
    expect(shown(proposalsFor(['Контакт', 'Контракт', ...bearers]))).toEqual([]);
  });

  test('of three that are alike two pairs are asked about, the dearest first', () => {
    const proposals = proposalsFor([
      { name: 'Ромашка', amount: 500 },
      { name: 'Ромшка', amount: 20 },
      { name: 'Romashka', amount: 30 },
      { name: 'Электросервис', amount: 100 },
      { name: 'Электросервсі', amount: 1 },
      { name: 'Элетросервис', amount: 90 },
    ]);
    expect(shown(proposals)).toEqual([
      'Электросервис ← Элетросервис: typo',
      'Ромашка ← Romashka: transliteration',
      'Ромашка ← Ромшка: typo',
    ]);
  });

  test('rows and money of both stand in the proposal', () => {
    const [proposal] = proposalsFor([
      { name: 'Ромшка', amount: 70 },
      { name: 'Ромашка', amount: 50 },
      { name: 'Ромашка', amount: 40 },
    ]);
    expect(proposal).toEqual({
      into: { key: 'ромашка', name: 'Ромашка', rows: 2, amount: 90 },
      from: { key: 'ромшка', name: 'Ромшка', rows: 1, amount: 70 },
      evidence: ['typo'],
    });
  });
});

describe('numbers of clients', () => {
  const [one, other] = ['7707083893', '7736050003'];

  test('different ИНН part even equal names', () => {
    expect(
      proposalsFor([
        { name: 'Ромашка', taxId: one },
        { name: 'Ромашка', taxId: other },
      ]),
    ).toEqual([]);
  });

  test('a name without ИНН is proposed to the one that has it, whoever bought more', () => {
    const [proposal] = proposalsFor([
      { name: 'Ромшка', amount: 900 },
      { name: 'Ромашка', taxId: one, amount: 1 },
    ]);
    expect(proposal?.into.key).toBe(one);
  });

  test('two cards of one name are proposed', () => {
    const rows = [
      { name: 'Ромашка', code: '00-01' },
      { name: 'ООО «Ромашка»', code: '00-02' },
    ];
    expect(proposalsFor(rows).map(({ evidence }) => evidence)).toEqual([['legalForm']]);
  });

  test('clients known by a number alone are never alike', () => {
    expect(proposalsFor([{ name: '17850' }, { name: '17851' }, { name: '178500' }])).toEqual([]);
  });
});

test('a pair told apart is not proposed again', () => {
  const key = (text: string) => text as ClientKey;
  expect(proposalsFor(['Ромашка', 'Ромшка'], { distinct: [[key('ромшка'), key('ромашка')]] })).toEqual([]);
});

describe('whatever the names', () => {
  const word = fc.constantFrom(
    'Аптека',
    'аптека',
    'Аптка',
    'Apteka',
    '№',
    '5',
    '6',
    '05',
    '1/5',
    '15',
    'ООО',
    'АО',
    'И',
    'П.',
    '(Самара)',
  );
  const digits = (name: string) => name.match(/\d+/g) ?? [];

  test('nothing throws, and no client is asked about twice with the same other', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 12 }), (names) => {
        const named = names.filter((name) => /\p{L}/u.test(name));
        const pairs = proposalsFor(named).map(({ into, from }) => `${into.key}\n${from.key}`);
        expect(new Set(pairs).size).toBe(pairs.length);
      }),
    );
  });

  test('different numbers are never proposed', () => {
    const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 10 }), (names) => {
        const named = names.filter((each) => /[\p{L}\p{N}]/u.test(each));
        for (const { into, from } of proposalsFor(named))
          expect(digits(into.name)).toEqual(digits(from.name));
      }),
    );
  });
});

describe('a large base', () => {
  test('of 20,000 clients is gone through in seconds, with frequent pauses', () => {
    const syllables = [
      'ра',
      'ми',
      'ко',
      'ста',
      'лен',
      'до',
      'вер',
      'ни',
      'са',
      'ту',
      'про',
      'гор',
      'ма',
      'ли',
      'зе',
    ];
    const names = Array.from({ length: 20_000 }, (_, i) => {
      const word = (seed: number) =>
        [1, 15, 225].map((power) => syllables[Math.floor(seed / power) % 15]).join('');
      return `ООО «${word(i)} ${word(i * 7 + 3)}»`;
    });
    const steps = proposeMerges(clientsLedger(names), { aliases: {}, distinct: [] });
    const started = performance.now();
    let longest = 0;
    let last = started;
    let done = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) {
      expect(step.value).toBeGreaterThanOrEqual(0);
      expect(step.value).toBeLessThanOrEqual(1);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      done++;
    }
    console.log(
      `20,000 clients: ${Math.round(last - started)} ms, ${done} pauses, longest stretch ${Math.round(longest)} ms`,
    );
    expect(last - started).toBeLessThan(30_000);
    expect(done).toBeGreaterThan(50);
  });
});
