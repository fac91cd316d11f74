import type { NameModel } from '../model/model';
import { toEngineFormula } from './formula';
import type { EngineFormula } from './formula';

/** A translation with gaps: what stands between them, and which row goes into each. */
interface Template {
  readonly parts: readonly string[];
  readonly gaps: readonly number[];
  readonly sheets: readonly string[];
}

/** The row of a reference to a cell; not a number in a name, a call (`LOG10(`) or alone. */
const ROWS = /(?<![\p{L}\p{N}_.\\])(\$?[A-Z]{1,3}\$?)([0-9]+)(?![\p{L}\p{N}_.\\(!])/gu;

/** Rows that stand for the first, second, … row of a shape: beyond the last row of a sheet, so no formula has them. */
const FIRST_MARK = 9_000_001;
const MARKS = /9[0-9]{6}/;

/** A formula with marks in place of the rows of its references, and these rows. */
function shapeOf(formula: string): { readonly shape: string; readonly rows: readonly string[] } {
  const rows: string[] = [];
  const shape = formula.replace(ROWS, (_, column: string, row: string) => {
    rows.push(row);
    return `${column}${FIRST_MARK - 1 + rows.length}`;
  });
  return { shape, rows };
}

/** Null where a mark may be something else: in the name of a sheet, or a number like a mark. */
function templateOf({ text, sheets }: EngineFormula, rows: number): Template | null {
  if (sheets.some((name) => MARKS.test(name))) return null;
  const pieces = text.split(/(9[0-9]{6})/);
  const parts = pieces.filter((_, index) => index % 2 === 0);
  const gaps = pieces.filter((_, index) => index % 2 === 1).map((mark) => Number(mark) - FIRST_MARK);
  return gaps.every((gap) => gap >= 0 && gap < rows) ? { parts, gaps, sheets } : null;
}

function fillIn({ parts, gaps, sheets }: Template, rows: readonly string[]): EngineFormula {
  let text = parts[0] ?? '';
  gaps.forEach((gap, index) => {
    text += `${rows[gap] ?? ''}${parts[index + 1] ?? ''}`;
  });
  return { text, sheets };
}

/** Formulas as the engine takes them, worked out once per sheet and text while the defined names stay the same. */
export class Translations {
  /** Names by their lower case. */
  private readonly names = new Map<string, NameModel[]>();
  private key = '';
  /** A name stands for something that may be taken for a mark of a shape. */
  private hasMarkInNames = false;
  private readonly bySheet = new Map<string, Map<string, EngineFormula>>();
  private readonly shapes = new Map<string, Map<string, Template | null>>();

  constructor(private readonly decimalSign = '.') {}

  /** Forgets everything if these names differ from the last ones. */
  useNames(names: readonly NameModel[]): void {
    const key = JSON.stringify(names.map(({ name, formula, scope }) => [name, formula, scope]));
    if (key === this.key) return;
    this.key = key;
    this.hasMarkInNames = names.some(({ formula }) => MARKS.test(formula));
    this.names.clear();
    for (const name of names) {
      const bearers = this.names.get(name.name.toLowerCase()) ?? [];
      this.names.set(name.name.toLowerCase(), [...bearers, name]);
    }
    this.bySheet.clear();
    this.shapes.clear();
  }

  /** The translation of a formula that stands on this sheet. */
  of(sheetId: string, formula: string): EngineFormula {
    const known = this.bySheet.get(sheetId) ?? new Map<string, EngineFormula>();
    this.bySheet.set(sheetId, known);
    const translation = known.get(formula) ?? this.byShape(sheetId, formula);
    known.set(formula, translation);
    return translation;
  }

  /** Formulas that differ in the rows of their references only, as those of a column do, are translated once. */
  private byShape(sheetId: string, formula: string): EngineFormula {
    if (this.hasMarkInNames || MARKS.test(formula)) return this.translate(sheetId, formula);
    const { shape, rows } = shapeOf(formula);
    const known = this.shapes.get(sheetId) ?? new Map<string, Template | null>();
    this.shapes.set(sheetId, known);
    let template = known.get(shape);
    if (template === undefined) {
      template = templateOf(this.translate(sheetId, shape), rows.length);
      known.set(shape, template);
    }
    return template ? fillIn(template, rows) : this.translate(sheetId, formula);
  }

  private translate(sheetId: string, formula: string): EngineFormula {
    return toEngineFormula(formula, (name) => this.definition(name, sheetId), this.decimalSign);
  }

  /** A name of the sheet goes before one of the workbook. */
  private definition(name: string, sheetId: string): string | null {
    const matching = this.names.get(name.toLowerCase()) ?? [];
    const found =
      matching.find(({ scope }) => scope === sheetId) ?? matching.find(({ scope }) => scope === null);
    return found ? found.formula.replace(/^=/, '') : null;
  }
}
