/** Weights of the check digits of an ИНН: one digit for a company, two for a private person (order of the tax service). */
const COMPANY_WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const PERSON_WEIGHTS = [
  [7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
  [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
];

/** No tax office has the code 0000: such a number belongs to nobody, while its shape and check digits are right. */
const NOBODYS_PREFIX = '0000';

/** A fictional ИНН: ten digits for a company, twelve for a private trader. Distinct for distinct indices below 99,999. */
export function taxIdOf(index: number, isPrivate: boolean): string {
  if (!isPrivate) return withCheckDigit(NOBODYS_PREFIX + String(index + 1).padStart(5, '0'), COMPANY_WEIGHTS);
  return PERSON_WEIGHTS.reduce(withCheckDigit, NOBODYS_PREFIX + String(index + 1).padStart(6, '0'));
}

function withCheckDigit(digits: string, weights: readonly number[]): string {
  const total = weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
  return digits + String((total % 11) % 10);
}
