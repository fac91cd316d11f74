import { Model } from '@ironcalc/wasm';
import type { ModelValue } from '../model/model';
import { EXACT_FORMAT, fromShown } from './input';

/** Columns are given {@link EXACT_FORMAT} in strips of this many. */
const STRIP_OF_COLUMNS = 64;
const ROWS_OF_A_SHEET = 1_048_576;
/**
 * IronCalc queues every input for co-authors whom we do not have. The queue is emptied after so many: left to grow to
 * half a million, it makes each further input several times slower; emptied every few hundred, that itself costs more.
 */
const INPUTS_OF_A_QUEUE = 60_000;

/** A sheet of the engine, by the book's id and name. */
export interface EngineSheet {
  readonly id: string;
  readonly name: string;
}

/** What the engine says of a cell; equal marks mean an equal result. */
export interface Shown {
  readonly mark: string;
  readonly value: ModelValue;
}

/** One IronCalc model with the sheets in order, zero-based rows and columns, and exact numbers out of it. */
export class Engine {
  /** Inputs typed so far. */
  inputs = 0;
  private readonly model = new Model('workbench', 'en', 'UTC', 'en');
  private readonly sheets: readonly EngineSheet[];
  private readonly stripsOf: number[];

  constructor(sheets: readonly EngineSheet[]) {
    this.model.pauseEvaluation();
    sheets.forEach(({ name }, index) => {
      if (index > 0) this.model.newSheet();
      this.model.renameSheet(index, name);
    });
    this.sheets = sheets.map(({ id, name }) => ({ id, name }));
    this.stripsOf = sheets.map(() => 0);
  }

  /** Whether these are its sheets; others need another engine. */
  serves(sheets: readonly EngineSheet[]): boolean {
    return (
      sheets.length === this.sheets.length &&
      sheets.every(({ id, name }, index) => this.sheets[index]?.id === id && this.sheets[index].name === name)
    );
  }

  type(sheet: number, row: number, column: number, input: string): void {
    this.formatUpTo(sheet, column);
    this.model.setUserInput(sheet, row + 1, column + 1, input);
    this.inputs++;
    if (this.inputs % INPUTS_OF_A_QUEUE === 0) this.model.flushSendQueue();
  }

  evaluate(): void {
    this.model.resumeEvaluation();
    this.model.evaluate();
    this.model.pauseEvaluation();
    this.model.flushSendQueue();
  }

  show(sheet: number, row: number, column: number): Shown {
    const type = this.model.getCellType(sheet, row + 1, column + 1);
    const shown = this.model.getFormattedCellValue(sheet, row + 1, column + 1);
    const value = fromShown(type, shown);
    if (value !== null) return { mark: `${type}${shown}`, value };
    // A formula with DATE or a currency sign takes a format of its own.
    this.format(sheet, row + 1, column + 1, 1, 1);
    const exact = this.model.getFormattedCellValue(sheet, row + 1, column + 1);
    return { mark: `${type}${exact}`, value: fromShown(type, exact) ?? { error: '#VALUE!' } };
  }

  free(): void {
    this.model.free();
  }

  private formatUpTo(sheet: number, column: number): void {
    let strips = this.stripsOf[sheet] ?? 0;
    for (; strips * STRIP_OF_COLUMNS <= column; strips++) {
      this.format(sheet, 1, strips * STRIP_OF_COLUMNS + 1, ROWS_OF_A_SHEET, STRIP_OF_COLUMNS);
    }
    this.stripsOf[sheet] = strips;
  }

  private format(sheet: number, row: number, column: number, height: number, width: number): void {
    this.model.updateRangeStyle({ sheet, row, column, height, width }, 'num_fmt', EXACT_FORMAT);
  }
}
