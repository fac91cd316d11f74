import type { CellValue } from '../../src/domain/shared/grid';
import { restoreInputs } from '../../src/excel/restoreInputs';
import type { AnyPlan, SheetPlan, TabKey } from '../../src/reports/plan';
import { dealList, YEAR_OF_SALES } from './deals';
import type { DealLine } from './deals';
import { formulasOf } from './recalculate';
import type { LiveTabs } from './recalculate';
import { contextOf } from './reportContext';

const EXACTNESS = 0.005;
/** What people typed, by key and field. */
export type TypedCells = Readonly<Record<string, Readonly<Record<string, CellValue>>>>;

/** Deals of every kind. */
export const LINES: readonly DealLine[] = [
  { client: 'Ромашка', amount: 1000, stage: 'КП представлено', expected: '2026-02-10', manager: 'Иванова' },
  {
    client: 'Василёк',
    amount: 700.55,
    stage: 'Договор на подписании',
    expected: '2025-12-20',
    manager: 'Петров',
  },
  { client: 'Новый', amount: 400, stage: 'Думают', expected: '2026-01-01' },
  { client: 'Лютик', amount: null, stage: 'Потребность, рамочное КП' },
  {
    client: 'Лютик',
    amount: 90,
    stage: 'Бюджет и актуальность подтверждены',
    expected: '2025-08-01',
    moves: 4,
  },
  {
    client: 'Лютик',
    amount: 55,
    stage: 'КП представлено',
    expected: '2025-10-20',
    probability: 0.33,
    isDuplicate: true,
  },
  { client: 'Ромашка', amount: 5000, stage: 'Won', closed: '2025-11-11' },
  { client: 'Ромашка', amount: 300, stage: 'Отказ' },
  { client: 'Мак', amount: 20, stage: 'КП представлено', expected: '2025-11-20' },
];
/** What people wrote about them, sense and nonsense. */
export const TYPED: TypedCells = {
  d1: {
    need: 2,
    budget: 2,
    deadline: 1,
    intent: 1,
    contact: 2,
    committee: 2,
    advocate: 1,
    criteria: 2,
    rivals: 0,
    terms: 1,
  },
  d2: { need: 2, budget: 0, contact: 1, comment: 'звонить' },
  d3: { probability: 0.25 },
  d5: { probability: 'сто' },
  d6: { probability: 1.5, need: 3 },
  gone: { need: 1, comment: 'была такая' },
};
/** A form filled in by people. */
export const FORM: TypedCells = {
  'form-001': {
    client: 'Ромашка',
    deal: 'Станок',
    amount: 1000,
    stage: 'КП представлено',
    expected: 46_100,
    manager: 'Иванова',
    need: 1,
  },
  'form-002': { client: 'Василёк', deal: 'Линия', amount: 'сто', stage: 'Договор подписан' },
  'form-003': { client: 'Мак', deal: '', amount: 300, stage: 'Договор подписан', expected: 46_000 },
  'form-004': { client: 'Мак', deal: 'Насос', amount: 300, stage: 'Отказ' },
  'form-005': { client: '', deal: 'Без клиента', amount: 77, stage: 'думают', expected: '01.02.2026' },
  'form-007': { client: 'Мак', deal: 'Ключ', amount: -5, probability: 0.4, expected: 45_900 },
  'form-009': { amount: 12 },
};

/** The context over a sheet of deals (null: over the form) and what people typed. */
export function contextWith(
  lines: readonly DealLine[] | null,
  typed: TypedCells,
  changes: Parameters<typeof contextOf>[1] = {},
) {
  return contextOf(YEAR_OF_SALES, {
    ...changes,
    entries: { dealCells: new Map(Object.entries(typed)), ...changes.entries },
    lists: { deals: lines && dealList(lines) },
  });
}

/** Plans with what people typed on a tab put back, as the writer does. */
export function withTyped(plans: readonly SheetPlan[], tab: TabKey, typed: TypedCells): readonly SheetPlan[] {
  const records = Object.entries(typed).map(([key, values]) => ({ key, values }));
  return plans.map((plan) => (plan.key === tab ? restoreInputs(plan, records).plan : plan));
}

/** Formulas that do not give what their plan says. */
export function wrong(plans: readonly AnyPlan[], tabs: LiveTabs): string[] {
  return plans.flatMap((plan) =>
    formulasOf(plan).flatMap(({ row, column, formula, value }) => {
      const got = tabs.read(plan, row, column);
      const equal =
        typeof value === 'number' && typeof got === 'number'
          ? Math.abs(got - value) <= EXACTNESS
          : got === value;
      return equal
        ? []
        : [`${plan.tab}!R${row}C${column}: ${formula} → ${String(got)}, not ${String(value)}`];
    }),
  );
}
