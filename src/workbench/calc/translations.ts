import type { NameModel } from '../model/model';
import { toEngineFormula } from './formula';
import type { EngineFormula } from './formula';

/** Formulas as the engine takes them, worked out once per sheet and text while the defined names stay the same. */
export class Translations {
  /** Names by their lower case. */
  private readonly names = new Map<string, NameModel[]>();
  private key = '';
  private readonly bySheet = new Map<string, Map<string, EngineFormula>>();

  constructor(private readonly decimalSign = '.') {}

  /** Forgets everything if these names differ from the last ones. */
  useNames(names: readonly NameModel[]): void {
    const key = JSON.stringify(names.map(({ name, formula, scope }) => [name, formula, scope]));
    if (key === this.key) return;
    this.key = key;
    this.names.clear();
    for (const name of names) {
      const bearers = this.names.get(name.name.toLowerCase()) ?? [];
      this.names.set(name.name.toLowerCase(), [...bearers, name]);
    }
    this.bySheet.clear();
  }

  /** The translation of a formula that stands on this sheet. */
  of(sheetId: string, formula: string): EngineFormula {
    const known = this.bySheet.get(sheetId) ?? new Map<string, EngineFormula>();
    this.bySheet.set(sheetId, known);
    const translation =
      known.get(formula) ??
      toEngineFormula(formula, (name) => this.definition(name, sheetId), this.decimalSign);
    known.set(formula, translation);
    return translation;
  }

  /** A name of the sheet goes before one of the workbook. */
  private definition(name: string, sheetId: string): string | null {
    const matching = this.names.get(name.toLowerCase()) ?? [];
    const found =
      matching.find(({ scope }) => scope === sheetId) ?? matching.find(({ scope }) => scope === null);
    return found ? found.formula.replace(/^=/, '') : null;
  }
}
