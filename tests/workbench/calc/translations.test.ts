import fc from '../../support/fastCheck';
import { toEngineFormula } from '../../../src/workbench/calc/formula';
import { Translations } from '../../../src/workbench/calc/translations';
import type { NameModel } from '../../../src/workbench/model/model';

const NAMES: readonly NameModel[] = [
  { name: 'Порог_A1', formula: "='Настройки'!$B$3", scope: null, visible: true },
];

function definition(name: string): string | null {
  return name === 'Порог_A1' ? "'Настройки'!$B$3" : null;
}

/** Formulas as a column has them: equal but for the row. */
const SHAPES: readonly ((row: number) => string)[] = [
  (row) => `=C${row}/$C$1`,
  (row) => `=IF(E${row - 1}<=Порог_A1,"A",IF(E${row}<=0.95,"B","C"))`,
  (row) => `="Доля "&ROUND(D${row}*100,1)&" %, AB${row} и "&F${row}`,
  (row) => `=LOG10(${row})+A${row}`,
  (row) => `=AB12!A${row}+'AB${row} x'!B2`,
  (row) => `=A${row}+9000001`,
  (row) => `="${row} 9000002"&B${row}`,
  (row) => `=SUM($A$1:A${row})`,
];

test.each(SHAPES.map((shape) => [shape(7), shape] as const))(
  '%s is translated like every other formula of its column on its own',
  (_, shape) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 1_048_576 }), { minLength: 2 }), (rows) => {
        const translations = new Translations(',');
        translations.useNames(NAMES);
        for (const row of rows) {
          expect(translations.of('1', shape(row))).toEqual(toEngineFormula(shape(row), definition, ','));
        }
      }),
      { numRuns: 30 },
    );
  },
);

test('a name that stands for a number like a mark of a row keeps it', () => {
  const translations = new Translations();
  translations.useNames([{ name: 'Много', formula: '=9000001', scope: null, visible: true }]);
  expect(translations.of('1', '=A5*Много').text).toBe('=A5*(9000001)');
});
