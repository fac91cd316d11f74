import type { ModelArea, ModelValue, SheetModel } from '../model/model';
import type { Engine } from './engine';
import { precedentsOf } from './formula';
import type { Precedent } from './formula';
import { isError, toInput } from './input';

/** A cell, its sheet by name. */
export interface ChangedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Gives a formula as the engine takes it, or null where the cell's result must stand for it. */
export type Translate = (formula: string) => string | null;

interface FrozenFormula {
  readonly formula: string;
  readonly engineFormula: string;
  readonly precedents: readonly Precedent[];
}

/** A cell in one number. */
type CellKey = number;
const COLUMNS = 16_384;

/** The mark of a formula typed since its result was last read. */
const STALE = '';

/**
 * What the engine was told of one sheet and what it answered, so that only differences go either way.
 *
 * A formula that came with the file keeps the file's result until the engine's answer changes. One that the
 * engine cannot calculate (an unknown function, say) is *frozen*: its result stands in the engine in its place
 * until something it refers to changes.
 */
export class SheetMirror {
  private readonly inputs = new Map<CellKey, string>();
  /** Formulas the engine calculates. */
  private readonly live = new Map<CellKey, string>();
  /** What the engine last showed for them; none: the file's result is trusted. */
  private readonly marks = new Map<CellKey, string>();
  /** Results as the sheet has them. */
  private readonly results = new Map<CellKey, ModelValue>();
  private readonly frozen = new Map<CellKey, FrozenFormula>();
  private isKnown = false;

  constructor(readonly sheet: SheetModel) {}

  get id(): string {
    return this.sheet.id;
  }

  /** Tells the engine what changed, or everything if it is new; gives the cells changed since the last time. */
  push(engine: Engine, index: number, translate: Translate, isNewEngine: boolean): readonly ChangedCell[] {
    const isTrusted = !this.isKnown && this.sheet.pristine && this.sheet.sourcePart !== null;
    const seen = new Set<CellKey>();
    const changed: CellKey[] = [];
    for (const { row, column } of this.sheet.cells.cells()) {
      const key = row * COLUMNS + column;
      const input = this.inputOf(row, column, translate);
      if (input === '') continue;
      seen.add(key);
      const isChanged = this.inputs.get(key) !== input;
      if (isChanged || isNewEngine) engine.type(index, row, column, input);
      if (!isChanged) {
        this.restore(key, row, column);
        continue;
      }
      this.note(key, input, isTrusted);
      changed.push(key);
    }
    for (const key of this.inputs.keys()) {
      if (seen.has(key)) continue;
      if (!isNewEngine) engine.type(index, rowOf(key), columnOf(key), '');
      this.forget(key);
      changed.push(key);
    }
    if (!this.isKnown) changed.length = 0;
    this.isKnown = true;
    return changed.map((key) => this.cellAt(key));
  }

  /** Takes over the results that moved; gives their cells, and whether formulas were frozen meanwhile. */
  pull(
    engine: Engine,
    index: number,
  ): { readonly moved: readonly ChangedCell[]; readonly hasFrozen: boolean } {
    const moved: CellKey[] = [];
    let hasFrozen = false;
    for (const [key, formula] of this.live) {
      const row = rowOf(key);
      const column = columnOf(key);
      const { mark, value } = engine.show(index, row, column);
      const before = this.marks.get(key);
      if (before === mark) continue;
      const current = this.sheet.cells.value(row, column);
      if (before === undefined && current !== '') {
        if (isError(value) && !isError(current)) {
          this.freeze(engine, index, key, formula, current);
          hasFrozen = true;
        } else {
          this.marks.set(key, mark);
          this.results.set(key, current);
        }
        continue;
      }
      this.marks.set(key, mark);
      this.results.set(key, value);
      this.sheet.cells.setResult(row, column, value);
      // A sheet of the file is saved as it came, so it must not be called untouched with another result in it.
      if (before !== STALE && before !== undefined) this.sheet.pristine = false;
      moved.push(key);
    }
    return { moved: moved.map((key) => this.cellAt(key)), hasFrozen };
  }

  /** Gives frozen formulas back to the engine if one of these cells is among what they refer to. */
  thaw(engine: Engine, index: number, changed: readonly ChangedCell[]): boolean {
    let hasThawed = false;
    for (const [key, { engineFormula, precedents }] of this.frozen) {
      if (!precedents.some((precedent) => this.isTouched(precedent, changed))) continue;
      engine.type(index, rowOf(key), columnOf(key), engineFormula);
      this.frozen.delete(key);
      this.note(key, engineFormula, false);
      hasThawed = true;
    }
    return hasThawed;
  }

  /** A formula cleared and written again between two recalculations has lost its result, which is still the same. */
  private restore(key: CellKey, row: number, column: number): void {
    const result = this.results.get(key);
    if (result === undefined || sameValue(result, this.sheet.cells.value(row, column))) return;
    this.sheet.cells.setResult(row, column, result);
  }

  private inputOf(row: number, column: number, translate: Translate): string {
    const { cells } = this.sheet;
    const formula = cells.formula(row, column);
    if (formula === null) return toInput(cells.value(row, column));
    const key = row * COLUMNS + column;
    const frozen = this.frozen.get(key);
    if (frozen?.formula === formula) return toInput(cells.value(row, column));
    this.frozen.delete(key);
    return translate(formula) ?? toInput(cells.value(row, column));
  }

  private note(key: CellKey, input: string, isTrusted: boolean): void {
    this.forget(key);
    this.inputs.set(key, input);
    if (!input.startsWith('=')) return;
    this.live.set(key, input);
    if (!isTrusted) this.marks.set(key, STALE);
  }

  private forget(key: CellKey): void {
    this.inputs.delete(key);
    this.live.delete(key);
    this.marks.delete(key);
    this.results.delete(key);
  }

  private freeze(
    engine: Engine,
    index: number,
    key: CellKey,
    engineFormula: string,
    result: ModelValue,
  ): void {
    const formula = this.sheet.cells.formula(rowOf(key), columnOf(key)) ?? '';
    this.frozen.set(key, { formula, engineFormula, precedents: precedentsOf(engineFormula) });
    const input = toInput(result);
    engine.type(index, rowOf(key), columnOf(key), input);
    this.note(key, input, true);
  }

  private isTouched({ sheet, area }: Precedent, changed: readonly ChangedCell[]): boolean {
    const name = (sheet ?? this.sheet.name).toLowerCase();
    return changed.some((cell) => cell.sheet.toLowerCase() === name && contains(area, cell));
  }

  private cellAt(key: CellKey): ChangedCell {
    return { sheet: this.sheet.name, row: rowOf(key), column: columnOf(key) };
  }
}

function sameValue(a: ModelValue, b: ModelValue): boolean {
  return isError(a) && isError(b) ? a.error === b.error : a === b;
}

function rowOf(key: CellKey): number {
  return Math.floor(key / COLUMNS);
}

function columnOf(key: CellKey): number {
  return key % COLUMNS;
}

function contains(area: ModelArea, { row, column }: ChangedCell): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
