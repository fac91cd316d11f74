import type { CellValue } from '../../domain/shared/grid';

/** Excel keeps 15 digits of a number. */
const PRECISION = 1e-12;

/** Whether a cell still holds what was written into it. */
export function isSameValue(current: CellValue, written: CellValue): boolean {
  if (typeof current === 'number' && typeof written === 'number')
    return Math.abs(current - written) <= PRECISION * Math.max(1, Math.abs(current), Math.abs(written));
  return current === written;
}

/** Whether a cell holds any of the values that may have been written into it. */
export function isAnyOf(current: CellValue, written: readonly CellValue[]): boolean {
  return written.some((value) => isSameValue(current, value));
}

/** What stands and what is about to, each once: what may be found in a cell next time. */
export function versions(current: CellValue, next: CellValue): readonly CellValue[] {
  return isSameValue(current, next) ? [next] : [current, next];
}
