import { columnLetter } from '../../../domain/shared/grid';
import { columnOf } from './units';

/** Text in quotes, a quoted sheet name, a bracketed table or book reference, or a run that may hold references. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|[^"'[\]]+/g;
/** `A1`, `$A$1`, `A:C`, `1:3` not inside a longer word, not a function name and not a sheet name. */
const REFERENCES =
  /(?<![A-Za-z0-9_.$\u0080-\uffff])(?:(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![A-Za-z0-9_.(!\u0080-\uffff])|(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![A-Za-z0-9_.(!\u0080-\uffff])|(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![A-Za-z0-9_.(!\u0080-\uffff]))/g;

/**
 * A shared formula as it stands `rows` below and `columns` to the right of its first cell: relative references move.
 * `shiftFormula('$A1*B$2', 1, 1)` is `$A2*C$2`.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(PIECES, (piece) =>
    /^["'[]/.test(piece) ? piece : piece.replace(REFERENCES, shifted),
  );

  function shifted(whole: string, ...groups: (string | undefined)[]): string {
    const [
      cellDollar,
      cellColumn,
      rowDollar,
      cellRow,
      fromDollar,
      from,
      toDollar,
      to,
      topDollar,
      top,
      bottomDollar,
      bottom,
    ] = groups;
    if (cellColumn !== undefined && cellRow !== undefined) {
      return `${column(cellDollar, cellColumn)}${row(rowDollar, cellRow)}`;
    }
    if (from !== undefined && to !== undefined) return `${column(fromDollar, from)}:${column(toDollar, to)}`;
    if (top !== undefined && bottom !== undefined)
      return `${row(topDollar, top)}:${row(bottomDollar, bottom)}`;
    return whole;
  }
  function column(dollar: string | undefined, letters: string): string {
    return dollar ? `$${letters}` : columnLetter(columnOf(letters) + 1 + columns);
  }
  function row(dollar: string | undefined, digits: string): string {
    return dollar ? `$${digits}` : String(Number(digits) + rows);
  }
}

/** Functions younger than the file format carry a prefix in files, which nobody sees ([MS-XLSX] 2.2.2). */
const PREFIX = /_xl(?:fn|ws)\.(?:_xlws\.)?/gi;

/** A formula of the file as Excel shows it, with its `=`. */
export function formulaFromFile(text: string): string {
  return `=${text.replace(PREFIX, '')}`;
}

const PREFIXED = new Set(
  `ACOT ACOTH ARABIC BASE BINOM.DIST.RANGE BITAND BITLSHIFT BITOR BITRSHIFT BITXOR CEILING.MATH COMBINA CONCAT
  COT COTH CSC CSCH DAYS DECIMAL FLOOR.MATH FORMULATEXT GAMMA GAUSS IFNA IFS ISFORMULA ISOWEEKNUM LET MAXIFS MINIFS MUNIT
  NUMBERVALUE PDURATION PERMUTATIONA PHI RANDARRAY RRI SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY SWITCH TEXTJOIN
  UNICHAR UNICODE UNIQUE XLOOKUP XMATCH XOR`.split(/\s+/),
);
const PREFIXED_TWICE = new Set(['FILTER', 'SORT']);

/** A formula of the model (with `=`, en-US) as files keep it. */
export function formulaForFile(formula: string): string {
  const body = formula.startsWith('=') ? formula.slice(1) : formula;
  return body.replace(PIECES, (piece) =>
    /^["'[]/.test(piece)
      ? piece
      : piece.replace(/(?<![\w.])([A-Z][A-Z.]*)(?=\()/gi, (name) => {
          const known = name.toUpperCase();
          if (PREFIXED_TWICE.has(known)) return `_xlfn._xlws.${name}`;
          return PREFIXED.has(known) ? `_xlfn.${name}` : name;
        }),
  );
}
