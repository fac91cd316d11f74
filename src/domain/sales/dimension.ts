import type { CellValue } from '../shared/grid';
import { cellText } from './cells';
import type { Dimension } from './types';

/** Builds a text column of the ledger row by row; equal texts share a code, blanks and errors are −1. */
export class DimensionBuilder {
  private readonly codes: Int32Array;
  private readonly names: string[] = [];
  private readonly byCell = new Map<CellValue, number>();
  private readonly byName = new Map<string, number>();

  constructor(
    readonly column: number,
    capacity: number,
  ) {
    this.codes = new Int32Array(capacity);
  }

  add(at: number, value: CellValue): void {
    this.codes[at] = this.byCell.get(value) ?? this.intern(value);
  }

  finish(rowCount: number): Dimension {
    return { codes: this.codes.subarray(0, rowCount), names: this.names };
  }

  private intern(value: CellValue): number {
    const name = cellText(value);
    let code = name === '' ? -1 : this.byName.get(name);
    if (code === undefined) {
      code = this.names.length;
      this.names.push(name);
      this.byName.set(name, code);
    }
    this.byCell.set(value, code);
    return code;
  }
}
