import type { SheetPlan } from '../../../src/reports/plan';

/** A plan with nothing on it, to be filled by a test with the one thing it is about. */
export function plan(parts: Partial<SheetPlan> = {}): SheetPlan {
  return {
    key: 'abcd',
    tab: 'ABCD',
    tabColor: '#1F4E79',
    columnWidths: [],
    blocks: [],
    names: [],
    tables: [],
    rules: [],
    validations: [],
    charts: [],
    inputs: [],
    freeze: { rows: 0, columns: 0 },
    print: {
      orientation: 'portrait',
      titleRows: null,
      area: { row: 1, column: 1, rows: 20, columns: 5 },
      footer: 'Clientele',
    },
    ...parts,
  };
}
