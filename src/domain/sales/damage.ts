import { decimalFromText, decimalToNumber } from '../shared/decimal';
import type { Decimal } from '../shared/decimal';
import type { CellValue, Grid } from '../shared/grid';
import type { Steps } from '../shared/steps';
import { shorten } from '../shared/text';
import { cellText } from './cells';
import { decimalOf, groupMark, numberTextOf, readUnsoundNumber, separatorOf } from './numbers';
import type { DecimalSeparator, NumberText } from './numbers';
import { PAUSE_EVERY } from './pause';

/** How a damaged number may be meant: all its marks part thousands, or the last one parts the fraction. */
export type DamageReading = 'grouped' | 'decimal';

/** What of a number column looks damaged: believed only as a person says (method.md §1). */
export interface Damage {
  /** Marks whose groups of three (`2,024,994`) do not fit the rest of the column. */
  readonly marks: ReadonlySet<DecimalSeparator>;
  /** Numbers of the column turned into dates: whole numbers that may be days cannot be believed. */
  readonly hasDates: boolean;
  /** The first few damaged numbers as they stand in the sheet. */
  readonly examples: readonly string[];
}

/** Nothing looks damaged. */
export const NO_DAMAGE: Damage = { marks: new Set(), hasDates: false, examples: [] };

/** Examples shown at most. */
export const EXAMPLES = 3;
const EXAMPLE_LENGTH = 30;
/** Fewer other numbers say nothing about the rest of the column. */
const FEWEST_OTHERS = 3;
/** At least this share of the other numbers has a fraction: the column has decimals. */
const WITH_DECIMALS = 0.9;
/** A number this many times the usual one of its column is no ordinary number. */
const FAR_ABOVE = 100;

/** Is a cell worth a second look? `written` is its number, if it spells one. */
export function mayBeDamaged(value: CellValue, written: NumberText | null): boolean {
  if (written) return groupMark(written) !== null;
  return typeof value === 'string' && readUnsoundNumber(value) !== null;
}

/** The exact value of a damaged number, read as a person says: `2,024,994` is 2024994 grouped and 2024.994 decimal. */
export function decimalOfDamaged({ body, negative }: NumberText, reading: DamageReading): Decimal | null {
  const at = Math.max(...[...body].map((sign, index) => (/\d/.test(sign) ? -1 : index)));
  const digits = (text: string): string => text.replace(/\D/g, '');
  const plain =
    reading === 'grouped' ? digits(body) : `${digits(body.slice(0, at))}.${digits(body.slice(at))}`;
  return decimalFromText((negative ? '-' : '') + plain);
}

/**
 * Looks at a whole column for damaged numbers. Marks that contradict themselves (`1 234 56`, `1.234.5`) always are.
 * Groups of three without a fraction (`2,024,994`) are where no other number of the column is grouped so and the
 * others have decimals or are far smaller, or where the mark is decimal elsewhere. A column grouped consistently is sound.
 */
export function* damageOf(
  grid: Grid,
  column: number,
  firstRow: number,
  separator: DecimalSeparator,
): Steps<Omit<Damage, 'hasDates'>> {
  const others = new OtherNumbers();
  const grouped = { ',': new Suspects(), '.': new Suspects() };
  const unsound = new Suspects();
  for (let row = firstRow; row < grid.rowCount; row++) {
    if ((row - firstRow) % PAUSE_EVERY === 0) yield (row - firstRow) / (grid.rowCount - firstRow);
    const value = grid.value(row, column);
    if (typeof value === 'number') others.add(Math.abs(value));
    const written = numberTextOf(value);
    const mark = written && groupMark(written);
    if (mark) grouped[mark].add(value, sizeOf(written, separator));
    else if (written) others.addWritten(written, sizeOf(written, separator));
    else if (mayBeDamaged(value, null)) unsound.add(value, 0);
  }
  const doubtful = ([',', '.'] as const).filter((mark) => others.contradict(mark, grouped[mark]));
  const examples = [...doubtful.flatMap((mark) => grouped[mark].examples), ...unsound.examples];
  return { marks: new Set(doubtful), examples: examples.slice(0, EXAMPLES) };
}

function sizeOf(written: NumberText, separator: DecimalSeparator): number {
  const decimal = decimalOf(written, separator);
  return decimal ? Math.abs(decimalToNumber(decimal)) : 0;
}

/** Numbers that may be damaged in the same way. */
class Suspects {
  readonly examples: string[] = [];
  count = 0;
  smallest = Infinity;

  add(value: CellValue, size: number): void {
    this.count++;
    this.smallest = Math.min(this.smallest, size);
    if (this.examples.length < EXAMPLES) this.examples.push(shorten(cellText(value), EXAMPLE_LENGTH));
  }
}

/** What the other numbers of the column say. */
class OtherNumbers {
  private count = 0;
  private withFraction = 0;
  private readonly groupedBy = { ',': 0, '.': 0 };
  private readonly decimalBy = { ',': 0, '.': 0 };
  /** Numbers by size, in tenths of a power of ten: enough for a median, however long the column. */
  private readonly sizes = new Map<number, number>();

  add(size: number): void {
    this.count++;
    if (!Number.isInteger(size)) this.withFraction++;
    const bucket = size > 0 ? Math.floor(Math.log10(size) * BUCKETS_A_DECADE) : -Infinity;
    this.sizes.set(bucket, (this.sizes.get(bucket) ?? 0) + 1);
  }

  addWritten(written: NumberText, size: number): void {
    this.add(size);
    const said = separatorOf(written);
    if (said === 'open,') this.groupedBy[',']++;
    else if (said === 'open.') this.groupedBy['.']++;
    else if (said !== null) {
      this.decimalBy[said]++;
      const other = said === ',' ? '.' : ',';
      if (written.body.includes(other)) this.groupedBy[other]++;
    }
  }

  /** Do these numbers speak against groups of three by a mark? */
  contradict(mark: DecimalSeparator, suspects: Suspects): boolean {
    if (suspects.count === 0) return false;
    if (this.decimalBy[mark] > suspects.count + this.groupedBy[mark]) return true;
    if (this.groupedBy[mark] > 0 || this.count < FEWEST_OTHERS || this.count < suspects.count) return false;
    return this.withFraction >= this.count * WITH_DECIMALS || suspects.smallest > this.median() * FAR_ABOVE;
  }

  /** The upper bound of the median's bucket. */
  private median(): number {
    let seen = 0;
    for (const [bucket, count] of [...this.sizes].sort(([a], [b]) => a - b)) {
      seen += count;
      if (seen * 2 >= this.count) return 10 ** ((bucket + 1) / BUCKETS_A_DECADE);
    }
    return 0;
  }
}
const BUCKETS_A_DECADE = 10;
