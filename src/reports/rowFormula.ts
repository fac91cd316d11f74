const MARK = /\u0001(-?\d+)\u0002/;

/** Stands for a row's number in the text of a formula that all rows of a table share; `shift` rows further down. */
export function rowMark(shift = 0): string {
  return `\u0001${shift}\u0002`;
}

/**
 * A formula that all rows of a table share, by the row's number: its text is made once, and only the numbers of rows
 * are set in thousands of times. `rowFormula(`=A${rowMark()}+A${rowMark(-1)}`)(5)` is `=A5+A4`.
 */
export function rowFormula(text: string): (row: number) => string {
  const parts = text.split(MARK);
  const shifts = parts.map((part, index) => (index % 2 === 1 ? Number(part) : 0));
  return (row) => {
    for (let index = 1; index < parts.length; index += 2) parts[index] = String(row + (shifts[index] ?? 0));
    return parts.join('');
  };
}
