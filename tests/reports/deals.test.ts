import { dealsPlan } from '../../src/reports/deals';
import { dealTable, numberOf } from '../../src/reports/deals/layout';
import type { DealTabColumn } from '../../src/reports/deals/layout';
import { thresholdName } from '../../src/reports/names';
import type { SheetPlan } from '../../src/reports/plan';
import { settingsPlan } from '../../src/reports/settingsTab';
import type { ReportContext } from '../../src/reports/context';
import { contextWith, FORM, LINES, TYPED, withTyped, wrong } from '../support/dealTabs';
import type { TypedCells } from '../support/dealTabs';
import { formulasOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { restoreInputs } from '../../src/excel/restoreInputs';
import { DEFAULT_THRESHOLDS } from '../../src/domain/thresholds';

beforeAll(loadIronCalc);

/** The tabs as they stand in the workbook: with what people typed put back. */
const plansOf = (ctx: ReportContext, typed: TypedCells) =>
  withTyped([settingsPlan(ctx), dealsPlan(ctx)], 'deals', typed);

describe.each(['ru', 'en'] as const)('«Сделки» in %s', (language) => {
  test.each([
    ['a sheet of deals', LINES, TYPED],
    ['the form, partly filled', null, FORM],
    ['the empty form', null, {}],
    ['a sheet without open deals', [{ stage: 'Won' }], {}],
  ] as const)('every formula gives what the engine says: %s', (_, lines, typed) => {
    const plans = plansOf(contextWith(lines, typed, { language }), typed);
    expect(wrong(plans, new LiveTabs(plans))).toEqual([]);
  });
});

test.each([
  ['goBase', 0.3],
  ['getSpan', 0.2],
  ['budgetGate', 0.05],
  ['contactGate', 0.9],
  ['overdueFirst', 5],
  ['overdueThird', 400],
  ['overdueSecondFactor', 0.9],
  ['commit', 0.4],
  ['bestCase', 0.2],
  ['movedTimes', 9],
] as const)('with %s moved to %d the rows follow as if judged anew', (key, value) => {
  const settings = { thresholds: { ...DEFAULT_THRESHOLDS, [key]: value } };
  for (const [lines, typed] of [
    [LINES, TYPED],
    [null, FORM],
  ] as const) {
    const tabs = new LiveTabs(plansOf(contextWith(lines, typed), typed));
    tabs.set(thresholdName(key), value);
    const after = contextWith(lines, typed, { settings });
    const table = dealTable(after);
    // Rows keep their places live and are sorted by a run: compared by key.
    const [, plan] = plansOf(after, typed);
    const [, before] = plansOf(contextWith(lines, typed), typed);
    if (!plan || !before) throw new Error('no plan');
    const at = (of: SheetPlan, row: number, column: DealTabColumn) =>
      formulasOf(of).find((cell) => cell.row === row && cell.column === numberOf(column))?.value;
    const keyOf = (of: SheetPlan, row: number) =>
      of.blocks
        .find((block) => block.row === table.firstRow && block.column === numberOf('day'))
        ?.cells[row - table.firstRow]?.at(-1);
    const places = new Map<unknown, number>();
    for (let row = table.firstRow; row <= table.lastRow; row++) places.set(keyOf(before, row), row);
    for (let row = table.firstRow; row <= table.lastRow; row++) {
      const place = places.get(keyOf(plan, row)) ?? 0;
      for (const column of ['probability', 'source', 'factor', 'expected', 'category'] as const) {
        const [must, got] = [at(plan, row, column), tabs.read(before, place, numberOf(column))];
        if (typeof must === 'number') expect(got).toBeCloseTo(must, 6);
        else expect(got).toBe(must);
      }
    }
  }
});

test('a changed stage, answer or amount moves the row at once, as the next run will see it', () => {
  const typed: TypedCells = { d1: {} };
  const before = plansOf(contextWith(LINES, typed), typed);
  const [, plan] = before;
  if (!plan) throw new Error('no plan');
  const tabs = new LiveTabs(before);
  const table = dealTable(contextWith(LINES, typed));
  // «Василёк» stands first: 700.55 at 90 % and overdue by 11 days.
  expect(tabs.read(plan, table.firstRow, numberOf('client'))).toBe('Ромашка');
  expect(tabs.read(plan, table.firstRow, numberOf('expected'))).toBe(500);
  tabs.type(plan, table.firstRow, numberOf('stage'), 'Договор на подписании');
  expect(tabs.read(plan, table.firstRow, numberOf('expected'))).toBe(900);
  tabs.type(plan, table.firstRow, numberOf('need'), 2);
  expect(tabs.read(plan, table.firstRow, numberOf('source'))).toBe('чек-лист');
  expect(Number(tabs.read(plan, table.firstRow, numberOf('probability')))).toBeCloseTo(0.03, 6);
  tabs.type(plan, table.firstRow, numberOf('manual'), 0.7);
  expect(tabs.read(plan, table.firstRow, numberOf('expected'))).toBe(700);
  expect(tabs.read(plan, table.firstRow, numberOf('reason'))).toContain('указана вручную: 70');
});

test('what people wrote about deals that are closed or gone stands in the archive and stays theirs', () => {
  const typed: TypedCells = { ...TYPED, d7: { comment: 'поздравить' } };
  const ctx = contextWith(LINES, typed);
  const records = Object.entries(typed).map(([key, values]) => ({ key, values }));
  const { plan, left } = restoreInputs(dealsPlan(ctx), records);
  expect(left).toEqual([]);
  const texts = plan.blocks.flatMap(({ cells }) => cells.flat());
  expect(texts).toEqual(expect.arrayContaining(['поздравить', 'была такая', 'звонить']));
});
