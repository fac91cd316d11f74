import type { Entries } from '../../src/domain/entries';
import { STATUSES } from '../../src/domain/health/types';
import type { ClientKey } from '../../src/domain/sales/types';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import type { CellValue } from '../../src/domain/shared/grid';
import { DEFAULT_THRESHOLDS } from '../../src/domain/thresholds';
import type { ThresholdKey } from '../../src/domain/thresholds';
import { choiceWords } from '../../src/i18n/choices';
import { abcdPlan } from '../../src/reports/abcd';
import type { ReportContext } from '../../src/reports/context';
import { choiceName, figureName, thresholdName } from '../../src/reports/names';
import type { SheetPlan } from '../../src/reports/plan';
import { reactivationPlan } from '../../src/reports/reactivation';
import { columnOf, FIRST_ROW } from '../../src/reports/reactivation/table';
import { settingsPlan } from '../../src/reports/settingsTab';
import { day } from '../support/ledger';
import { cellsOf, formulasOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { contextOf, salesOf } from '../support/reportContext';
import { AS_OF, rhythm, RHYTHM_BASE } from '../support/rhythmBase';

beforeAll(loadIronCalc);

const BASE = RHYTHM_BASE;

const CONTACTS: Partial<Entries> = {
  contactedOn: new Map([
    ['Потерян' as ClientKey, day('2025-12-01')],
    ['Опора' as ClientKey, day('2025-12-01')],
    ['Разовый' as ClientKey, day(AS_OF)],
  ]),
};

const plansOf = (ctx: ReportContext) => [settingsPlan(ctx), abcdPlan(ctx), reactivationPlan(ctx)] as const;

/** Types what the entries say into the table's own cells: the plan leaves them blank. */
function typeContacts(tabs: LiveTabs, plan: SheetPlan, entries: Partial<Entries>): void {
  for (const { row, column, cell } of cellsOf(plan)) {
    const contact = column === columnOf('key') ? entries.contactedOn?.get(cell as ClientKey) : undefined;
    if (contact !== undefined) tabs.type(plan, row, columnOf('contactedOn'), contact);
  }
}

/** Values of a plan by place; rows of the table by the client's key, since another threshold orders them anew. */
function byKey(plan: SheetPlan, read: (row: number, column: number, value: CellValue) => CellValue) {
  const keyOf = new Map<number, CellValue>();
  for (const { row, column, cell } of cellsOf(plan))
    if (column === columnOf('key') && row >= FIRST_ROW) keyOf.set(row, cell as string);
  return Object.fromEntries(
    formulasOf(plan).map(({ row, column, value }) => {
      const isClient = keyOf.has(row) && column <= columnOf('key');
      const shown = read(row, column, value);
      return [
        `${isClient ? String(keyOf.get(row)) : `R${row}`}C${column}`,
        typeof shown === 'number' ? Math.round(shown * 1e6) / 1e6 : shown,
      ];
    }),
  );
}

function expectLive(
  entries: Partial<Entries>,
  settings: Partial<Settings>,
  move: (tabs: LiveTabs) => void,
  language: 'ru' | 'en' = 'ru',
): void {
  const before = plansOf(contextOf(BASE, { entries, language }));
  const tabs = new LiveTabs(before);
  typeContacts(tabs, before[2], entries);
  move(tabs);
  const after = reactivationPlan(contextOf(BASE, { entries, settings, language }));
  expect(byKey(before[2], (row, column) => tabs.read(before[2], row, column))).toEqual(
    byKey(after, (_row, _column, value) => value),
  );
}

const statusOf = (plan: SheetPlan, client: string) => {
  const cells = [...cellsOf(plan)];
  const row = cells.find(({ column, cell }) => column === columnOf('client') && cell === client)?.row;
  const cell = cells.find((each) => each.row === row && each.column === columnOf('status'))?.cell;
  return typeof cell === 'object' ? cell?.value : cell;
};

test('the base shows every status', () => {
  const { analysis } = contextOf(BASE);
  for (const status of STATUSES) expect(analysis.health?.statuses[status]).toBeGreaterThan(0);
  const plan = reactivationPlan(contextOf(BASE));
  expect(
    ['Активный', 'Остывает', 'Уснувший', 'Частый уснувший', 'Частый потерян', '=Новый', 'Разовый'].map(
      (client) => statusOf(plan, client),
    ),
  ).toEqual(['активный', 'остывает', 'уснувший', 'уснувший', 'потерян', 'новый', 'разовый']);
});

test('those to win back stand first, by money, then all others that ever bought', () => {
  const plan = reactivationPlan(contextOf(BASE));
  const clients = [...cellsOf(plan)].flatMap(({ row, column, cell }) =>
    column === columnOf('client') && row >= FIRST_ROW ? [cell] : [],
  );
  expect(clients.slice(0, 3)).toEqual(['Частый потерян', 'Уснувший', 'Остывает']);
  expect(clients).toHaveLength(17);
  expect(clients).not.toContain('Только возврат');
});

test.each(['ru', 'en'] as const)('every formula gives what the engine says (%s)', (language) => {
  expectLive({}, {}, () => undefined, language);
  expectLive(CONTACTS, {}, () => undefined, language);
});

test.each<[ThresholdKey, number]>([
  ['rhythmActive', 1],
  ['rhythmCooling', 1.6],
  ['rhythmSleeping', 5],
  ['rhythmDates', 2],
  ['rhythmDates', 7],
  ['rhythmFloor', 45],
  ['lostDays', 200],
  ['newDays', 40],
  ['startMonths', 23],
  ['mixedActive', 30],
  ['mixedCooling', 95],
  ['mixedSleeping', 125],
  ['transactionalDays', 40],
  ['mixedDays', 32],
  ['portfolioPart', 0.99],
  ['teamMonths', 100],
  ['teamClients', 100],
  ['singleMonths', 1],
  ['reactivationTarget', 0.3],
])('with %s at %d the tab follows as if analysed anew', (key, value) => {
  const settings = { thresholds: { ...DEFAULT_THRESHOLDS, [key]: value } };
  const shown = (ctx: ReportContext) => byKey(reactivationPlan(ctx), (_row, _column, each) => each);
  expect(shown(contextOf(BASE, { settings }))).not.toEqual(shown(contextOf(BASE)));
  expectLive(CONTACTS, settings, (tabs) => tabs.set(thresholdName(key), value));
});

test('projects follow both their thresholds', () => {
  const thresholds = { ...DEFAULT_THRESHOLDS, teamClients: 2, projectSingles: 0.3 };
  const sales = [...BASE, ...rhythm('Старый', 40, 100, 25)];
  expect(contextOf(sales, { settings: { thresholds } }).analysis.team?.detected).toBe('project');
  const before = plansOf(contextOf(sales));
  const tabs = new LiveTabs(before);
  tabs.set(thresholdName('teamClients'), 2);
  tabs.set(thresholdName('projectSingles'), 0.3);
  const after = reactivationPlan(contextOf(sales, { settings: { thresholds } }));
  expect(byKey(before[2], (row, column) => tabs.read(before[2], row, column))).toEqual(
    byKey(after, (_row, _column, value) => value),
  );
});

test.each(['transactional', 'mixed', 'consultative', 'project'] as const)(
  'the type %s, once chosen, is in force',
  (type) => {
    const choices = { ...DEFAULT_SETTINGS.choices, salesType: type };
    const { t } = contextOf(BASE);
    expectLive({}, { choices }, (tabs) =>
      tabs.set(choiceName('salesType'), choiceWords('salesType', type, t)),
    );
  },
);

describe('what people type', () => {
  const ctx = contextOf(BASE);
  const plans = plansOf(ctx);
  const plan = plans[2];
  const cell = (name: string) => plan.names.find((each) => each.name === name)?.area;
  const figure = (tabs: LiveTabs, name: 'contacted' | 'reactivated') => {
    const area = cell(figureName(name));
    return area && tabs.read(plan, area.row, area.column);
  };

  test('counts once it is a day, and nonsense never breaks a formula', () => {
    const tabs = new LiveTabs(plans);
    expect([figure(tabs, 'contacted'), figure(tabs, 'reactivated')]).toEqual([0, 0]);
    tabs.type(plan, FIRST_ROW, columnOf('contactedOn'), 'вчера');
    expect([figure(tabs, 'contacted'), tabs.read(plan, FIRST_ROW, columnOf('bought'))]).toEqual([0, '']);
    tabs.type(plan, FIRST_ROW, columnOf('contactedOn'), day('2025-01-01'));
    expect([figure(tabs, 'contacted'), figure(tabs, 'reactivated')]).toEqual([1, 1]);
    expect(tabs.read(plan, FIRST_ROW, columnOf('bought'))).toBe('да');
  });

  test('is kept by the client’s key', () => {
    expect(plan.inputs).toEqual([
      {
        area: { row: FIRST_ROW, column: columnOf('contactedOn'), rows: 17, columns: 3 },
        keyColumn: columnOf('key'),
        fields: ['contactedOn', 'result', 'comment'],
      },
    ]);
  });
});

test.each([
  ['no dates', salesOf([['А', 5]]), 'в данных нет дат'],
  ['nothing but returns', [{ client: 'А', amount: -1, date: AS_OF }], 'ни одной покупки'],
])('with %s the tab says why and keeps the names of other tabs defined', (_, sales, words) => {
  const plan = reactivationPlan(contextOf(sales));
  const model = [...cellsOf(plan)].find(({ row, column }) => row === 3 && column === 1)?.cell;
  expect(model).toContain(words);
  expect(plan.names.map(({ name }) => name).sort()).toEqual(
    reactivationPlan(contextOf(BASE))
      .names.map(({ name }) => name)
      .sort(),
  );
});

/** Of processor time: the wall clock of a busy machine says little. */
const MOST_MILLISECONDS = 5000;

test('five thousand clients are planned in a moment', () => {
  const sales = Array.from({ length: 5000 }, (_, i) =>
    rhythm(`Клиент ${i}`, 10 + (i % 50), i % 200, 3, i),
  ).flat();
  const ctx = contextOf(sales);
  const started = process.cpuUsage();
  const plan = reactivationPlan(ctx);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(MOST_MILLISECONDS);
  const formulas = formulasOf(plan);
  expect(formulas.length).toBeGreaterThan(5000 * 7);
  const longest = formulas.reduce((most, { formula }) => Math.max(most, formula.length), 0);
  expect(longest).toBeLessThan(1200);
});
