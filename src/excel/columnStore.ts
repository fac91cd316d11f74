import type { CellValue } from '../domain/shared/grid';

const BLANK = 0;
const NUMBER = -1;

/**
 * One column of a large grid, frugally: 4 bytes a row for the kind, 8 more once a number is met, and each
 * distinct text once. Rows never set read as blank.
 */
export class ColumnStore {
  /** Blank, number, or 1 + index into `texts`. */
  private readonly kinds: Int32Array;
  private numbers: Float64Array | null = null;
  private readonly texts: (string | boolean)[] = [];
  private indexOfText: Map<string | boolean, number> | null = new Map();

  constructor(private readonly rowCount: number) {
    this.kinds = new Int32Array(rowCount);
  }

  value(row: number): CellValue {
    const kind = this.kinds[row] ?? BLANK;
    if (kind === NUMBER) return this.numbers?.[row] ?? '';
    return kind === BLANK ? '' : (this.texts[kind - 1] ?? '');
  }

  set(row: number, value: CellValue): void {
    if (value === '') return;
    if (typeof value === 'number') {
      this.numbers ??= new Float64Array(this.rowCount);
      this.numbers[row] = value;
      this.kinds[row] = NUMBER;
    } else {
      this.kinds[row] = this.internText(value) + 1;
    }
  }

  /** Lets go of what only writing needs. */
  seal(): void {
    this.indexOfText = null;
  }

  private internText(value: string | boolean): number {
    if (!this.indexOfText) throw new Error('The column is sealed');
    const known = this.indexOfText.get(value);
    if (known !== undefined) return known;
    this.indexOfText.set(value, this.texts.length);
    return this.texts.push(value) - 1;
  }
}
