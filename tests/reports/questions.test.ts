import type { Entries, PotentialFacts } from '../../src/domain/entries';
import { QUESTIONS } from '../../src/domain/health/types';
import type { ClientKey } from '../../src/domain/sales/types';
import { DEFAULT_THRESHOLDS } from '../../src/domain/thresholds';
import type { ThresholdKey } from '../../src/domain/thresholds';
import { abcdPlan } from '../../src/reports/abcd';
import type { ReportContext } from '../../src/reports/context';
import { healthPlan } from '../../src/reports/health';
import { thresholdName } from '../../src/reports/names';
import type { SheetPlan } from '../../src/reports/plan';
import { potentialPlan } from '../../src/reports/potential';
import { questionsPlan } from '../../src/reports/questions';
import { reactivationPlan } from '../../src/reports/reactivation';
import { settingsPlan } from '../../src/reports/settingsTab';
import { roubles } from '../support/ledger';
import type { Sale } from '../support/ledger';
import { textsOf, valuesOf } from '../support/planTable';
import { formulasOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { contextOf, salesOf } from '../support/reportContext';
import { AS_OF, rhythm, RHYTHM_BASE } from '../support/rhythmBase';

beforeAll(loadIronCalc);

const FIRST_ROW = 8;
const ANSWER = 3;
const TYPED = 6;

const plansOf = (ctx: ReportContext) =>
  [
    settingsPlan(ctx),
    abcdPlan(ctx),
    potentialPlan(ctx),
    reactivationPlan(ctx),
    healthPlan(ctx),
    questionsPlan(ctx),
  ] as const;

/** Formulas of a plan that do not give what another plan says must stand in their cells. */
function differences(tabs: LiveTabs, plan: SheetPlan, expected: SheetPlan) {
  const must = valuesOf(expected);
  return formulasOf(plan).flatMap(({ row, column, formula }) => {
    const [got, want] = [tabs.read(plan, row, column), must(row, column)];
    return got === want ? [] : [`R${row}C${column} ${formula}: ${String(got)}, not ${String(want)}`];
  });
}

const answersOf = (plan: SheetPlan) => {
  const at = valuesOf(plan);
  return Object.fromEntries(QUESTIONS.map((key, index) => [key, at(FIRST_ROW + index, ANSWER)]));
};

const CASES: Readonly<Record<string, readonly Sale[]>> = {
  'two years with every status': RHYTHM_BASE,
  'one year: no period before': RHYTHM_BASE.filter(({ date }) => (date ?? '') >= '2025-01-01'),
  'one client, one purchase': rhythm('Один', 1, 0, 1),
  'no products': RHYTHM_BASE.map(({ client, amount, date }) => ({ client, amount, date: date ?? '' })),
  'no dates': salesOf([['А', 5]]),
  'only returns': [{ client: 'А', amount: -1, date: AS_OF }],
};

describe.each(['ru', 'en'] as const)('in %s', (language) => {
  test.each(Object.keys(CASES))('every formula gives what the engine says: %s', (name) => {
    const plans = plansOf(contextOf(CASES[name] ?? [], { language }));
    const tabs = new LiveTabs(plans);
    expect(differences(tabs, plans[5], plans[5])).toEqual([]);
  });
});

test('the questions are answered from data', () => {
  expect(answersOf(questionsPlan(contextOf(RHYTHM_BASE)))).toEqual({
    existingSellMore: 'Нет',
    budgetLarger: 'Не знаем',
    existingFall: 'Нет',
    orderTakers: 'Нет',
    leaveForGood: 'Нет',
    orderCouldGrow: 'Нет',
    reacting: 'Не знаем',
    shrinking: 'Нет',
  });
});

test.each<[ThresholdKey, number]>([
  ['orderPeers', 1],
  ['classB', 0.999],
])('with %s at %d the answers follow as if analysed anew', (key, value) => {
  const settings = { thresholds: { ...DEFAULT_THRESHOLDS, [key]: value } };
  const before = plansOf(contextOf(RHYTHM_BASE));
  const after = questionsPlan(contextOf(RHYTHM_BASE, { settings }));
  const tabs = new LiveTabs(before);
  expect(differences(tabs, before[5], after)).not.toEqual([]);
  tabs.set(thresholdName(key), value);
  expect(differences(tabs, before[5], after)).toEqual([]);
});

describe('what people answer', () => {
  const plans = plansOf(contextOf(RHYTHM_BASE));
  const plan = plans[5];
  const row = (key: (typeof QUESTIONS)[number]) => FIRST_ROW + QUESTIONS.indexOf(key);

  test.each([
    ['да', 'Да – со слов'],
    ['ДА ', 'Да – со слов'],
    ['no', 'Нет – со слов'],
    ['-', 'Нет – со слов'],
    ['*', 'Не знаем'],
    ['может быть', 'Не знаем'],
  ])('«%s» reads «%s» where data say nothing', (typed, shown) => {
    const tabs = new LiveTabs(plans);
    tabs.type(plan, row('reacting'), TYPED, typed);
    expect(tabs.read(plan, row('reacting'), ANSWER)).toBe(shown);
  });

  test('does not overrule the data', () => {
    const tabs = new LiveTabs(plans);
    tabs.type(plan, row('shrinking'), TYPED, 'да');
    expect(tabs.read(plan, row('shrinking'), ANSWER)).toBe('Нет');
  });

  test('gives what the engine makes of it', () => {
    const answers = new Map([
      ['reacting', 'yes' as const],
      ['budgetLarger', 'no' as const],
    ]);
    const after = questionsPlan(contextOf(RHYTHM_BASE, { entries: { answers } }));
    const tabs = new LiveTabs(plans);
    tabs.type(plan, row('reacting'), TYPED, 'да');
    tabs.type(plan, row('budgetLarger'), TYPED, 'нет');
    expect(differences(tabs, plan, after)).toEqual([]);
    expect(textsOf(after)).toContain('Тревожных ответов: 1 из 5.');
  });

  test('is kept by the question', () => {
    expect(plan.inputs).toEqual([
      {
        area: { row: FIRST_ROW, column: TYPED, rows: 8, columns: 2 },
        keyColumn: 8,
        fields: ['answer', 'comment'],
      },
    ]);
    const at = valuesOf(plan);
    expect(QUESTIONS.map((_, index) => at(FIRST_ROW + index, 8))).toEqual([...QUESTIONS]);
  });
});

test('a known potential answers whether the budget is larger, also without dates', () => {
  const facts: PotentialFacts = {
    budget: roubles(50),
    ourShare: null,
    drivers: null,
    norm: null,
    segment: null,
    assessedOn: null,
  };
  const entries: Partial<Entries> = { listedPotentials: new Map([['А' as ClientKey, facts]]) };
  const plan = questionsPlan(contextOf(salesOf([['А', 5]]), { entries }));
  expect(answersOf(plan)['budgetLarger']).toBe('Да');
  expect(textsOf(plan).join('\n')).toContain('В данных нет дат');
});
