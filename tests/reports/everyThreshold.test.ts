import type { CellValue } from '../../src/domain/shared/grid';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import { complete } from '../../src/domain/shared/steps';
import { THRESHOLD_KEYS } from '../../src/domain/thresholds';
import type { Thresholds } from '../../src/domain/thresholds';
import { allPlans } from '../../src/reports/allPlans';
import { thresholdName } from '../../src/reports/names';
import { pagePlans } from '../../src/reports/pagePlans';
import type { AnyPlan, OwnTabKey, PagePlan } from '../../src/reports/plan';
import { dealList } from '../support/deals';
import { LINES } from '../support/dealTabs';
import { day, roubles } from '../support/ledger';
import type { Sale } from '../support/ledger';
import { isSameResult } from '../support/liveWorkbook';
import { withWords } from '../support/livePages';
import { cellsOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { contextOf } from '../support/reportContext';
import { factsOf } from '../support/segments';
import { withDossiers } from '../support/typedDossiers';

const NAMES = ['Ромашка', 'Василёк', 'Лютик', 'Мак', ...Array.from({ length: 20 }, (_, i) => `К${i + 1}`)];

/** Two dozen clients over three years: each has a rhythm of its own, some came late, some left, some bought once. */
function company(): readonly Sale[] {
  return NAMES.flatMap((client, i) => {
    const every = [20, 30, 45, 60, 90, 150][i % 6] ?? 30;
    const from = day('2023-01-09') + (i % 5 === 4 ? 700 + i * 15 : i * 11);
    const to = day('2025-12-30') - (i % 4 === 3 ? i * 22 : i * 3);
    const days = i % 8 === 7 ? [from] : spaced(from, to, every);
    return days.map((date, turn): Sale => ({
      client,
      date: isoOf(date),
      amount: roubles(Math.round((90_000 * 0.8 ** i + 500) * (1 + ((turn * 7 + i) % 5) / 4))),
      manager: ['Иванова', 'Петров', 'Сидорова'][i % 3] ?? '',
      product: `Товар ${(turn + i) % 6}`,
    }));
  });
}

function spaced(from: number, to: number, every: number): number[] {
  const days: number[] = [];
  for (let date = from; date <= to; date += every + (date % 3)) days.push(date);
  return days;
}

function isoOf(serial: number): string {
  return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

const potentials = factsOf({
  ...Object.fromEntries(
    NAMES.slice(0, 12).map((name, i) => [name, { segment: i % 2 === 0 ? 'Сети' : 'Опт' }]),
  ),
  Ромашка: { budget: 2_500_000 },
  Василёк: { ourShare: 0.55 },
  Лютик: { drivers: 12, norm: 90_000 },
  К9: { budget: 300_000 },
  К15: { ourShare: 0.9 },
});
const SALES = company();

/** Tabs and pages: two dossiers, one updated a while ago, one long ago. */
function plansWith(thresholds: Partial<Thresholds>): readonly AnyPlan[] {
  const settings: Partial<Settings> = { thresholds: { ...DEFAULT_SETTINGS.thresholds, ...thresholds } };
  const ctx = withDossiers(
    contextOf(SALES, {
      settings,
      entries: { listedPotentials: potentials },
      lists: { deals: dealList(LINES) },
    }),
    [
      { number: 1, client: 'Ромашка', words: { 'passport.updated': day('2026-08-01') } },
      { number: 2, client: 'Лютик', words: { 'passport.updated': day('2026-03-01') } },
    ],
  );
  const pages = complete(pagePlans(ctx, ctx.pages));
  const wordsOf = ({ key }: PagePlan) => ctx.pages.dossiers.find((page) => page.key === key)?.words;
  return [...complete(allPlans(ctx)), ...pages.map((page) => withWords(page, wordsOf(page) ?? new Map()))];
}

/** Every threshold, away from its default. */
const MOVED: Partial<Thresholds> = {
  ...{
    classA: 0.7,
    classB: 0.9,
    classCore: 0.4,
    budgetLimit: 0.7,
    headroomNote: 0.02,
    muchSum: 100_000,
    muchTop: 3,
  },
  ...{ peersLeast: 4, peersPercentile: 0.5, xyzX: 0.3, xyzY: 0.7, xyzMonths: 12, xyzPurchases: 12 },
  ...{ rfmLeast: 10, rfmQuintiles: 20 },
  ...{ flagLarge: 0.04, flagCritical: 0.12, flagMono: 0.21, massMultiple: 2, loyaltyPart: 0.3 },
  ...{ hhiModerate: 300, hhiHigh: 1600, keyShare: 0.03, keysPerManager: 1 },
  ...{ secondNorm: 0.97, secondWindow: 40, startMonths: 3, existingNorm: 0.99 },
  ...{ reactivationTarget: 0.7, orderPeers: 0.5 },
  ...{ rhythmDates: 12, rhythmFloor: 60, rhythmActive: 1.1, rhythmCooling: 1.6, rhythmSleeping: 2.1 },
  ...{ lostDays: 20, newDays: 200, mixedActive: 50, mixedCooling: 100, mixedSleeping: 130 },
  ...{ transactionalActive: 20, transactionalCooling: 50, transactionalSleeping: 70 },
  ...{ consultativeActive: 100, consultativeCooling: 200, consultativeSleeping: 300 },
  ...{ transactionalDays: 50, mixedDays: 45, projectSingles: 0.05, portfolioPart: 0.9 },
  ...{ teamMonths: 60, teamClients: 30, singleMonths: 12, routineTime: 0.3, routineManagers: 3 },
  ...{ goBase: 0.2, goSpan: 0.7, getBase: 0.2, getSpan: 0.7, budgetGate: 0.2, contactGate: 0.3 },
  ...{ overdueFirst: 10, overdueSecond: 40, overdueThird: 70 },
  ...{ overdueFirstFactor: 0.6, overdueSecondFactor: 0.4, overdueThirdFactor: 0.2 },
  ...{ freshDays: 150, staleDays: 300 },
  ...{ commit: 0.8, bestCase: 0.4, oneDealPart: 0.05, fewDeals: 2, movedTimes: 5, calibrationDeals: 1 },
};

/** Tabs with a table whose rows have keys: thresholds decide the order of some, and with it their numbers. */
const KEYED: readonly OwnTabKey[] = ['abcd', 'potential', 'movement', 'reactivation', 'deals'];
/**
 * What waits for the next run: the choice of what to do first and of whom to ask first, percentiles of peers, and the
 * distribution of the forecast with what is told from it.
 */
const OF_THE_LAST_RUN: readonly OwnTabKey[] = ['diagnosis', 'potential', 'forecast', 'settings'];

const before = plansWith({});
let tabs: LiveTabs;
beforeAll(async () => {
  await loadIronCalc();
  tabs = new LiveTabs(before);
});

test('no threshold is forgotten here', () => {
  expect(THRESHOLD_KEYS.filter((key) => MOVED[key] === undefined)).toEqual([]);
});

test.each(THRESHOLD_KEYS)(
  '%s typed into «Настройки» moves every cell that a run with it moves, and no other',
  (key) => {
    const value = MOVED[key] ?? 0;
    tabs.set(thresholdName(key), value);
    const wrong = plansWith({ [key]: value })
      .filter((plan) => !OF_THE_LAST_RUN.includes(plan.key))
      .flatMap((plan) => differences(plan));
    tabs.set(thresholdName(key), DEFAULT_SETTINGS.thresholds[key]);
    expect(wrong).toEqual([]);
  },
);

/** Cells that do not hold what the tab made anew holds. */
function differences(anew: AnyPlan): string[] {
  const plan = before.find(({ key }) => key === anew.key);
  if (!plan) throw new Error(`No ${anew.key}`);
  const places = placesOf(plan);
  return [...placesOf(anew)].flatMap(([place, { value }]) => {
    const at = places.get(place);
    const found = at ? tabs.read(plan, at.row, at.column) : '';
    return isSameResult(found, value) ? [] : [`${plan.tab} ${place}: ${found}, not ${value}`];
  });
}

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** Cells by `R3C1`, or by key and column for rows of a table with keys, whose numbers are left out. */
function placesOf(plan: AnyPlan): ReadonlyMap<string, Placed> {
  const cells = [...cellsOf(plan)].map(({ row, column, cell }): Placed => {
    return { row, column, value: typeof cell === 'object' ? (cell?.value ?? '') : cell };
  });
  const area = KEYED.includes(plan.key) ? plan.tables[0]?.area : undefined;
  const isInRow = ({ row, column }: Placed) =>
    area !== undefined &&
    row > area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns;
  const keyColumn = plan.inputs[0]?.keyColumn ?? area?.columns;
  const keys = new Map(
    cells.filter((cell) => isInRow(cell) && cell.column === keyColumn).map(({ row, value }) => [row, value]),
  );
  return new Map(
    cells
      .filter((cell) => !isInRow(cell) || cell.column > 1 || plan.key === 'deals')
      // Out of sight there: in which row of other tabs the client stands.
      .filter(({ row }) => !('page' in plan) || row > 1)
      .map((cell) => {
        const { row, column } = cell;
        return [isInRow(cell) ? `${String(keys.get(row))} C${column}` : `R${row}C${column}`, cell];
      }),
  );
}
