import type { CellValue, Grid } from '../../../../src/domain/shared/grid';
import { gridOf } from '../../../../src/domain/shared/grid';
import { serialOf } from '../../../../src/domain/shared/dates';

interface Cell {
  readonly value: CellValue;
  readonly format: string;
}

const BLANK: Cell = { value: '', format: '' };
const NUMBER = /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?:\{(.+)\})?$/;
const DATE = /^([dm]):(\d{4})-(\d{2})(?:-(\d{2}))?(?: (\d{2}):(\d{2}))?$/;
const MINUTES_A_DAY = 1440;
const FORMATS = { d: 'dd.mm.yyyy', m: 'mmm yyyy' } as const;

/**
 * A sheet drawn with bars, one line a row: `| Ромашка | 1234.5 | d:2026-01-31 |`.
 * Plain digits are a number (`5{0.00 "€"}` with its number format), `'0012` is text, `d:` a day and `m:` a month as
 * Excel keeps them (a serial with a format of date), `true`/`false` are Excel's; all else is text. Invisible signs are
 * drawn: `␣` is a no-break space, `⎵` a narrow one, `␠` an ordinary one at an end, `⏎` a new line within the cell.
 */
export function sheetFrom(
  lines: readonly string[],
  place: { sheet: string; row: number; column: number },
): Grid {
  const rows = lines.map((line) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cellFrom(cell.trim())),
  );
  return gridOf(
    rows.map((row) => row.map(({ value }) => value)),
    {
      sheet: place.sheet,
      firstRow: place.row,
      firstColumn: place.column,
      formats: rows.map((row) => row.map(({ format }) => format)),
    },
  );
}

function cellFrom(drawn: string): Cell {
  if (drawn === '') return BLANK;
  if (drawn === 'true' || drawn === 'false') return { value: drawn === 'true', format: '' };
  const number = NUMBER.exec(drawn);
  if (number) return { value: Number(number[1]), format: number[2] ?? '' };
  const date = DATE.exec(drawn);
  if (date) return dateCell(date);
  const text = drawn.startsWith("'") ? drawn.slice(1) : drawn;
  return { value: withInvisibleSigns(text), format: '' };
}

function dateCell([drawn, kind, year, month, day = '1', hours = '0', minutes = '0']: RegExpExecArray): Cell {
  const serial = serialOf(Number(year), Number(month), Number(day));
  if (serial === null) throw new Error(`No such day: ${drawn}`);
  const time = (Number(hours) * 60 + Number(minutes)) / MINUTES_A_DAY;
  return { value: serial + time, format: FORMATS[kind as keyof typeof FORMATS] };
}

function withInvisibleSigns(text: string): string {
  return text.replaceAll('␣', '\u00a0').replaceAll('⎵', '\u202f').replaceAll('␠', ' ').replaceAll('⏎', '\n');
}
