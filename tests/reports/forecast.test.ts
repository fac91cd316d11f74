import { abcdPlan } from '../../src/reports/abcd';
import type { ReportContext } from '../../src/reports/context';
import { dealsPlan } from '../../src/reports/deals';
import { numberOf } from '../../src/reports/deals/layout';
import { forecastPlan } from '../../src/reports/forecast';
import { figureName, thresholdName } from '../../src/reports/names';
import type { SheetPlan } from '../../src/reports/plan';
import { settingsPlan } from '../../src/reports/settingsTab';
import { DEFAULT_THRESHOLDS } from '../../src/domain/thresholds';
import { contextWith, FORM, LINES, TYPED, withTyped, wrong } from '../support/dealTabs';
import type { TypedCells } from '../support/dealTabs';
import { roubles } from '../support/ledger';
import { beside } from '../support/planTable';
import { LiveTabs, loadIronCalc } from '../support/recalculate';

beforeAll(loadIronCalc);

const PLANS = { '2025-12': 900, '2026-02': 1500, '2026-03': 500 };
const plansTyped: TypedCells = Object.fromEntries(
  Object.entries(PLANS).map(([month, plan]) => [month, { plan }]),
);
const entries = { plans: new Map(Object.entries(PLANS).map(([month, plan]) => [month, roubles(plan)])) };

const tabsOf = (ctx: ReportContext, typed: TypedCells, plans: TypedCells = {}): readonly SheetPlan[] =>
  withTyped(
    withTyped([settingsPlan(ctx), abcdPlan(ctx), dealsPlan(ctx), forecastPlan(ctx)], 'deals', typed),
    'forecast',
    plans,
  );

/** Other tabs are here for the names they define. */
const ours = (plans: readonly SheetPlan[]) =>
  plans.filter(({ key }) => key === 'deals' || key === 'forecast');

describe.each(['ru', 'en'] as const)('«Прогноз» in %s', (language) => {
  test.each([
    ['a sheet of deals', LINES, TYPED],
    ['the form', null, FORM],
    ['the empty form', null, {}],
    ['a sheet without open deals', [{ stage: 'Won', closed: '2025-11-11' }], {}],
  ] as const)('every formula gives what the engine says: %s', (_, lines, typed) => {
    const plans = tabsOf(contextWith(lines, typed, { language }), typed);
    expect(wrong(ours(plans), new LiveTabs(plans))).toEqual([]);
    const planned = tabsOf(contextWith(lines, typed, { language, entries }), typed, plansTyped);
    expect(wrong(ours(planned), new LiveTabs(planned))).toEqual([]);
  });
});

test.each([
  ['oneDealPart', 0.9],
  ['fewDeals', 3],
  ['movedTimes', 9],
  ['overdueThird', 10],
  ['flagLarge', 0.02],
  ['flagCritical', 0.5],
] as const)('with %s moved to %d the tab follows', (key, value) => {
  const settings = { thresholds: { ...DEFAULT_THRESHOLDS, [key]: value } };
  const before = tabsOf(contextWith(LINES, TYPED), TYPED);
  const tabs = new LiveTabs(before);
  tabs.set(thresholdName(key), value);
  const after = forecastPlan(contextWith(LINES, TYPED, { settings }));
  const must = (label: string) => beside(after, label, 2);
  const forecast = before[3];
  if (!forecast) throw new Error('no plan');
  const rowOf = (label: string) =>
    forecast.blocks.find((block) => block.cells.some((cells) => cells[0] === label))?.row ?? 0;
  for (const label of [
    'Доля самой весомой сделки',
    'Сделок для средних',
    'Давно просрочена, пора закрыть',
    'Срок переносили слишком часто',
  ]) {
    expect(tabs.read(forecast, rowOf(label), 3)).toBe(must(label));
  }
});

test('a stage or an answer changed on «Сделки» moves the forecast at once', () => {
  const plans = tabsOf(contextWith(LINES, {}), {});
  const tabs = new LiveTabs(plans);
  const [, , deals, forecast] = plans;
  if (!deals || !forecast) throw new Error('no plan');
  const area = forecast.names.find(({ name }) => name === figureName('forecast'))?.area;
  const read = () => Number(tabs.read(forecast, area?.row ?? 0, area?.column ?? 0));
  const before = read();
  const first = deals.tables[0]?.area.row ?? 0;
  tabs.type(deals, first + 1, numberOf('stage'), 'Договор на подписании');
  const staged = read();
  expect(staged - before).toBeCloseTo(1000 * 0.4, 2);
  tabs.type(deals, first + 1, numberOf('need'), 2);
  expect(read() - staged).toBeCloseTo(1000 * (0.03 - 0.9), 2);
});

test('a plan typed on «Прогноз» gives the coverage', () => {
  const ctx = contextWith(LINES, {}, { entries });
  const plans = tabsOf(ctx, {}, plansTyped);
  const [, , , forecast] = plans;
  if (!forecast) throw new Error('no plan');
  const { outlook } = ctx.deals;
  expect(outlook?.plan).toBe(roubles(2900));
  expect(beside(forecast, 'Покрытие плана')).toBeCloseTo(
    (outlook?.due.amount ?? 0) / ((outlook?.plan ?? 0) - (outlook?.fact ?? 0)),
    9,
  );
});
