import type { Entries } from '../../src/domain/entries';
import type { ClientKey } from '../../src/domain/sales/types';
import { DEFAULT_THRESHOLDS } from '../../src/domain/thresholds';
import type { ThresholdKey } from '../../src/domain/thresholds';
import { choiceWords } from '../../src/i18n/choices';
import { abcdPlan } from '../../src/reports/abcd';
import type { ReportContext } from '../../src/reports/context';
import { healthPlan } from '../../src/reports/health';
import { choiceName, figureName, thresholdName } from '../../src/reports/names';
import type { Figure } from '../../src/reports/names';
import type { SheetPlan } from '../../src/reports/plan';
import { reactivationPlan } from '../../src/reports/reactivation';
import { columnOf } from '../../src/reports/reactivation/table';
import { settingsPlan } from '../../src/reports/settingsTab';
import { day } from '../support/ledger';
import type { Sale } from '../support/ledger';
import { beside, textsOf, valuesOf } from '../support/planTable';
import { cellsOf, formulasOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { contextOf, salesOf } from '../support/reportContext';
import { AS_OF, rhythm, RHYTHM_BASE } from '../support/rhythmBase';

beforeAll(loadIronCalc);

const FIGURES: readonly Figure[] = [
  'secondRatio',
  'secondCohort',
  'nrr',
  'grr',
  'logo',
  'existingPart',
  'averageOrder',
  'bridgeBefore',
  'bridgeNew',
  'bridgeReactivated',
  'bridgeExpansion',
  'bridgeContraction',
  'bridgeLost',
  'bridgeNow',
];

const ENTRIES: Partial<Entries> = {
  contactedOn: new Map([
    ['Вернулся' as ClientKey, day('2025-11-01')],
    ['Ушёл' as ClientKey, day('2025-11-01')],
  ]),
  mustList: ['чай', 'ТОВАР 1', 'Соль'],
};

const plansOf = (ctx: ReportContext) =>
  [settingsPlan(ctx), abcdPlan(ctx), reactivationPlan(ctx), healthPlan(ctx)] as const;

function liveTabs(ctx: ReportContext) {
  const plans = plansOf(ctx);
  const tabs = new LiveTabs(plans);
  const [, , reactivation, health] = plans;
  for (const { row, column, cell } of cellsOf(reactivation)) {
    const contact = column === columnOf('key') ? ctx.entries.contactedOn.get(cell as ClientKey) : undefined;
    if (contact !== undefined) tabs.type(reactivation, row, columnOf('contactedOn'), contact);
  }
  return { tabs, health };
}

/** Formulas of a plan that do not give what another plan says must stand in their cells. */
function differences(tabs: LiveTabs, plan: SheetPlan, expected: SheetPlan) {
  const must = valuesOf(expected);
  return formulasOf(plan).flatMap(({ row, column, formula }) => {
    const [got, want] = [tabs.read(plan, row, column), must(row, column)];
    const equal =
      typeof got === 'number' && typeof want === 'number' ? Math.abs(got - want) < 1e-6 : got === want;
    return equal ? [] : [`R${row}C${column} ${formula}: ${String(got)}, not ${String(want)}`];
  });
}

const CASES: Readonly<Record<string, readonly Sale[]>> = {
  'two years with every status': RHYTHM_BASE,
  'one year: no period before': RHYTHM_BASE.filter(({ date }) => (date ?? '') >= '2025-01-01'),
  'one client, one purchase': rhythm('Один', 1, 0, 1),
  'nothing sold in the period': [
    ...rhythm('А', 30, 400, 5),
    { client: 'Б', amount: -5, date: AS_OF, manager: 'В', product: 'Г' },
  ],
  'no products': RHYTHM_BASE.map(({ client, amount, date }) => ({ client, amount, date: date ?? '' })),
};

describe.each(['ru', 'en'] as const)('in %s', (language) => {
  test.each(Object.keys(CASES))('every formula gives what the engine says: %s', (name) => {
    const { tabs, health } = liveTabs(contextOf(CASES[name] ?? [], { language, entries: ENTRIES }));
    expect(differences(tabs, health, health)).toEqual([]);
  });
});

test.each<[ThresholdKey, number]>([
  ['secondNorm', 0.05],
  ['secondWindow', 30],
  ['startMonths', 0],
  ['startMonths', 20],
  ['existingNorm', 0.999],
  ['reactivationTarget', 0.4],
  ['orderPeers', 0.2],
  ['classB', 0.999],
  ['rhythmSleeping', 8],
])('with %s at %d the tab follows as if analysed anew', (key, value) => {
  const settings = { thresholds: { ...DEFAULT_THRESHOLDS, [key]: value } };
  const before = contextOf(RHYTHM_BASE, { entries: ENTRIES });
  const after = healthPlan(contextOf(RHYTHM_BASE, { entries: ENTRIES, settings }));
  const { tabs, health } = liveTabs(before);
  expect(differences(tabs, health, after)).not.toEqual([]);
  tabs.set(thresholdName(key), value);
  expect(differences(tabs, health, after)).toEqual([]);
});

test('the norm of second purchases does not judge project sales', () => {
  const ctx = contextOf(RHYTHM_BASE);
  const { tabs, health } = liveTabs(ctx);
  expect(textsOf(health)).not.toContain('не для проектных продаж');
  tabs.set(choiceName('salesType'), choiceWords('salesType', 'project', ctx.t));
  const area = health.names.find(({ name }) => name === figureName('secondRatio'))?.area;
  expect(area && tabs.read(health, area.row, 6)).toBe('не для проектных продаж');
});

test('the bridge adds up on the page, and says so against «ABCD»', () => {
  const health = healthPlan(contextOf(RHYTHM_BASE));
  const money = (label: string) => Number(beside(health, label));
  const parts = ['Новые', 'Вернувшиеся', 'Стали брать больше', 'Стали брать меньше', 'Ушедшие'].map(money);
  const sum = parts.reduce((total, part) => total + part, money('Выручка периода до'));
  expect(sum).toBeCloseTo(money('Выручка периода'), 4);
  expect(parts.filter((part) => part !== 0).length).toBeGreaterThan(3);
  expect(textsOf(health)).toContain('Части сходятся с листом «ABCD» до копейки.');
});

test.each(
  Object.entries({
    ...CASES,
    'no dates': salesOf([['А', 5]]),
    'only returns': [{ client: 'А', amount: -1, date: AS_OF }],
  }),
)('the names that other tabs use are defined: %s', (_, sales) => {
  const health = healthPlan(contextOf(sales));
  expect(health.names.map(({ name }) => name).sort()).toEqual(FIGURES.map(figureName).sort());
});

test('without dates the tab says why nothing is computed', () => {
  const health = healthPlan(contextOf(salesOf([['А', 5]])));
  expect(textsOf(health).join('\n')).toContain('в данных нет дат');
  expect(formulasOf(health)).toEqual([]);
});

test('the months end with the as-of date and show who came for the first time', () => {
  const health = healthPlan(contextOf(RHYTHM_BASE));
  expect(beside(health, '12.2025', 3)).toBe(3);
  expect(beside(health, '12.2025', 4)).toBe(0);
  expect(textsOf(health).filter((text) => /^\d\d\.20\d\d$/.test(text))).toHaveLength(24);
});
