import type { CellValue } from '../../src/domain/shared/grid';
import { mergeRecords, restoreInputs } from '../../src/excel/restoreInputs';
import type { PlanCell, SheetPlan } from '../../src/reports/plan';
import { plan } from './support/plans';

/** Clients in column A, their potential and comment typed in B and C. */
function clients(...rows: readonly (readonly PlanCell[])[]): SheetPlan {
  return plan({
    blocks: [{ row: 2, column: 1, cells: rows, role: 'body' }],
    inputs: [
      {
        area: { row: 2, column: 2, rows: rows.length, columns: 2 },
        keyColumn: 1,
        fields: ['potential', 'comment'],
      },
    ],
  });
}

const cellsOf = (restored: SheetPlan): unknown => restored.blocks.map((block) => block.cells);

describe('inputs put back into a plan', () => {
  it('stand beside their key wherever its row is now', () => {
    const given = clients(['Бета', null, null], ['Альфа', null, null]);
    const { plan: restored, left } = restoreInputs(given, [
      { key: 'Альфа', values: { potential: 500, comment: 'звонить' } },
    ]);
    expect(cellsOf(restored)).toEqual([
      [
        ['Бета', null, null],
        ['Альфа', 500, 'звонить'],
      ],
    ]);
    expect(left).toEqual([]);
  });

  it('are tidied where formulas count with them; what cannot be tidied stays as it was typed', () => {
    const given = clients(['Альфа', null, null], ['Бета', null, null]);
    const tidying = given.inputs.map((inputs) => ({
      ...inputs,
      tidy: (field: string, value: CellValue) =>
        field === 'potential' && value === '1 200 ₽' ? 1200 : value,
    }));
    const { plan: restored, left } = restoreInputs({ ...given, inputs: tidying }, [
      { key: 'Альфа', values: { potential: '1 200 ₽', comment: '1 200 ₽' } },
      { key: 'Бета', values: { potential: 'сто' } },
    ]);
    expect(cellsOf(restored)).toEqual([
      [
        ['Альфа', 1200, '1 200 ₽'],
        ['Бета', 'сто', null],
      ],
    ]);
    expect(left).toEqual([]);
  });

  it('are left over when their client vanished', () => {
    const record = { key: 'Гамма', values: { comment: 'вернётся' } };
    const { left } = restoreInputs(clients(['Альфа', null, null]), [record]);
    expect(left).toEqual([record]);
  });

  it('are at home where the plan repeats them, a number also as text', () => {
    const { left } = restoreInputs(clients(['Альфа', '700', 'да']), [
      { key: 'Альфа', values: { potential: 700, comment: 'да' } },
    ]);
    expect(left).toEqual([]);
  });

  it('give way to a value of the plan, and are left over then', () => {
    const given = clients(['Альфа', 700, null]);
    const { plan: restored, left } = restoreInputs(given, [
      { key: 'Альфа', values: { potential: 500, comment: 'да' } },
    ]);
    expect(cellsOf(restored)).toEqual([[['Альфа', 700, 'да']]]);
    expect(left).toEqual([{ key: 'Альфа', values: { potential: 500 } }]);
  });

  it('are not left over when the plan says the same', () => {
    expect(
      restoreInputs(clients(['Альфа', 500, null]), [{ key: 'Альфа', values: { potential: 500 } }]).left,
    ).toEqual([]);
  });

  it('get a cell of their own where no block covers their place', () => {
    const given: SheetPlan = { ...clients(['Альфа']), inputs: clients(['Альфа']).inputs };
    const { plan: restored } = restoreInputs(given, [{ key: 'Альфа', values: { potential: 500 } }]);
    expect(restored.blocks[1]).toEqual({ row: 2, column: 2, cells: [[500]], role: 'input' });
  });

  it('leave the given plan as it was', () => {
    const given = clients(['Альфа', null, null]);
    restoreInputs(given, [{ key: 'Альфа', values: { potential: 500 } }]);
    expect(cellsOf(given)).toEqual([[['Альфа', null, null]]]);
  });
});

describe('records from several places', () => {
  it('are one per key; the earlier place wins field by field', () => {
    const sheet = [{ key: 'Альфа', values: { potential: 500 } }];
    const journal = [
      { key: 'Альфа', values: { potential: 400, comment: 'звонить' } },
      { key: 'Бета', values: { potential: 1 } },
    ];
    expect(mergeRecords([sheet, journal])).toEqual([
      { key: 'Альфа', values: { potential: 500, comment: 'звонить' } },
      { key: 'Бета', values: { potential: 1 } },
    ]);
  });
});
