import init from '@ironcalc/wasm';
import type { InitInput } from '@ironcalc/wasm';
import type { BookModel, Calculator, CellStore, SheetModel } from '../model/model';
import { Engine } from './engine';
import { SheetMirror } from './sheetMirror';
import { Translations } from './translations';

/**
 * A sheet with more cells than this stays out, and what refers to it keeps its results: the engine takes about
 * 6 µs and 100 bytes a cell.
 */
const MOST_CELLS_OF_A_SHEET = 1_000_000;

/** IronCalc remembers every input for undo; after so many of them it is made anew. */
const MOST_INPUTS_OF_AN_ENGINE = 2_000_000;

/**
 * Makes a calculator on IronCalc. Call `recalculate` once right after opening a file: the results that came
 * with it are trusted until something they refer to changes, also where IronCalc lacks a function.
 *
 * @param wasm the engine: bytes (see `loadIronCalcNode`), or in the browser its address or a fetched response.
 * @param decimalSign of the region, for numbers that formulas join to texts.
 */
export async function createCalculator(
  wasm: InitInput | Promise<InitInput>,
  decimalSign = '.',
): Promise<Calculator> {
  await init({ module_or_path: wasm });
  return new IronCalcCalculator(decimalSign);
}

class IronCalcCalculator implements Calculator {
  private engine: Engine | null = null;
  private readonly mirrors = new Map<string, SheetMirror>();
  private readonly translations: Translations;

  constructor(decimalSign: string) {
    this.translations = new Translations(decimalSign);
  }

  recalculate(book: BookModel): void {
    this.translations.useNames(book.names);
    const wanted = this.sheetsToCalculate(book);
    const sheets = wanted.filter(({ cells }) => !isTooLarge(cells));
    // A sheet that comes back (cleared and filled again by the add-in) starts anew: its results are gone.
    this.dropMirrorsExceptOf(sheets);
    const leftOut = new Set(
      wanted.filter(({ cells }) => isTooLarge(cells)).map(({ name }) => name.toLowerCase()),
    );
    const isNewEngine = !this.engine?.serves(sheets) || this.engine.inputs > MOST_INPUTS_OF_AN_ENGINE;
    if (isNewEngine) {
      this.engine?.free();
      this.engine = sheets.length > 0 ? new Engine(sheets) : null;
    }
    if (this.engine) this.calculate(this.engine, isNewEngine, sheets, leftOut);
  }

  /** Sheets with formulas and the sheets these refer to, in the order of the book; value-only ones stay out. */
  private sheetsToCalculate(book: BookModel): readonly SheetModel[] {
    const wanted = new Set<string>();
    for (const { id, name, cells } of book.sheets) {
      if (!cells.hasFormulas) continue;
      wanted.add(name.toLowerCase());
      for (const { row, column } of cells.cells()) {
        const formula = cells.formula(row, column);
        if (formula === null) continue;
        for (const referred of this.translations.of(id, formula).sheets) wanted.add(referred.toLowerCase());
      }
    }
    return book.sheets.filter(({ name }) => wanted.has(name.toLowerCase()));
  }

  private calculate(
    engine: Engine,
    isNewEngine: boolean,
    sheets: readonly SheetModel[],
    leftOut: ReadonlySet<string>,
  ): void {
    const inputsBefore = engine.inputs;
    const mirrors = sheets.map((sheet) => this.mirrorOf(sheet));
    const changed = mirrors.flatMap((mirror, index) =>
      mirror.push(engine, index, (formula) => this.translate(mirror.id, formula, leftOut), isNewEngine),
    );
    if (engine.inputs === inputsBefore) return;
    let isSettled = false;
    // Each round freezes formulas seen for the first time or thaws frozen ones for good: a few rounds at most.
    while (!isSettled) {
      engine.evaluate();
      const pulled = mirrors.map((mirror, index) => mirror.pull(engine, index));
      // Not as arguments of one call: a large book has more results than a call may have arguments.
      for (const { moved } of pulled) for (const cell of moved) changed.push(cell);
      const hasThawed = mirrors.map((mirror, index) => mirror.thaw(engine, index, changed)).includes(true);
      isSettled = !hasThawed && !pulled.some(({ hasFrozen }) => hasFrozen);
    }
  }

  /** Null: the formula refers to a sheet that stays out, so its result stands for it. */
  private translate(sheetId: string, formula: string, leftOut: ReadonlySet<string>): string | null {
    const { text, sheets } = this.translations.of(sheetId, formula);
    return sheets.some((name) => leftOut.has(name.toLowerCase())) ? null : text;
  }

  private mirrorOf(sheet: SheetModel): SheetMirror {
    const mirror = this.mirrors.get(sheet.id) ?? new SheetMirror(sheet);
    this.mirrors.set(sheet.id, mirror);
    return mirror;
  }

  private dropMirrorsExceptOf(sheets: readonly SheetModel[]): void {
    const kept = new Set(sheets);
    for (const [id, { sheet }] of this.mirrors) if (!kept.has(sheet)) this.mirrors.delete(id);
  }
}

function isTooLarge(cells: CellStore): boolean {
  if (cells.rowCount * cells.columnCount <= MOST_CELLS_OF_A_SHEET) return false;
  let count = 0;
  for (const _ of cells.cells()) if (++count > MOST_CELLS_OF_A_SHEET) return true;
  return false;
}
