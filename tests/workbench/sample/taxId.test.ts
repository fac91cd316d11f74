import { taxIdOf } from '../../../src/workbench/sample/taxId';

/** The check of the tax service, written out for ten digits. */
function hasRightCheckDigit(taxId: string): boolean {
  const d = [...taxId].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const total =
    2 * d[0] + 4 * d[1] + 10 * d[2] + 3 * d[3] + 5 * d[4] + 9 * d[5] + 4 * d[6] + 6 * d[7] + 8 * d[8];
  return (total % 11) % 10 === d[9];
}

describe('a fictional ИНН', () => {
  it('has ten digits for a company and twelve for a private trader, of an office that does not exist', () => {
    expect(taxIdOf(41, false)).toMatch(/^0000\d{6}$/);
    expect(taxIdOf(41, true)).toMatch(/^0000\d{8}$/);
  });

  it('passes the check of its last digit', () => {
    for (let i = 0; i < 500; i++) expect(hasRightCheckDigit(taxIdOf(i, false))).toBe(true);
  });

  it('is never given twice', () => {
    const ids = Array.from({ length: 500 }, (_, i) => [taxIdOf(i, false), taxIdOf(i, true)]).flat();
    expect(new Set(ids).size).toBe(1000);
  });
});
