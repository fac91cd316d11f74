import type { BookModel, Calculator, SheetModel } from '../model/model';
import type { Cost } from './cost';
import type { Culture } from './culture';
import { refusal } from './errors';
import type { HostObject } from './objectType';

export type CalculationMode = 'Automatic' | 'AutomaticExceptTables' | 'Manual';

/** What a batch works on: the book, the references the client holds, and what is known of the changes made. */
export class Session {
  calculationMode: CalculationMode = 'Automatic';
  enableEvents = true;
  /** Objects of the running batch by their paths. */
  objectsOfBatch = new Map<number, HostObject | null>();
  private readonly references = new Map<string, HostObject>();
  private nextReference = 1;
  private isCalculationDue = false;
  private isSuspended = false;
  private hasChanged = false;

  constructor(
    readonly book: BookModel,
    readonly culture: Culture,
    readonly cost: Cost,
    private readonly calculator: Calculator,
    /** The year of a typed day that names none. */
    readonly currentYear: number,
  ) {}

  /** Gives an object a reference id under which later batches find it. */
  keep(object: HostObject): string {
    const id = `reference-${this.nextReference}`;
    this.nextReference += 1;
    this.references.set(id, object);
    return id;
  }

  kept(id: string): HostObject {
    const object = this.references.get(id);
    if (!object) throw refusal('InvalidReference');
    return object;
  }

  release(id: string): void {
    this.references.delete(id);
  }

  releaseAll(): void {
    this.references.clear();
  }

  /** Puts other objects in the place of those held by the client or by the running batch. */
  replaceObjects(replaced: (object: HostObject) => HostObject): void {
    for (const [id, object] of this.references) this.references.set(id, replaced(object));
    for (const [path, object] of this.objectsOfBatch) {
      if (object) this.objectsOfBatch.set(path, replaced(object));
    }
  }

  get referenceCount(): number {
    return this.references.size;
  }

  /** Cells of the sheet have new contents: formulas are due. */
  contentsChanged(sheet: SheetModel): void {
    sheet.pristine = false;
    this.bookChanged();
  }

  /** The sheet looks different, but no formula gives another result. */
  looksChanged(sheet: SheetModel): void {
    sheet.pristine = false;
    this.hasChanged = true;
  }

  /** Names or sheets came, went or were renamed: formulas are due. */
  bookChanged(): void {
    this.isCalculationDue = true;
    this.hasChanged = true;
  }

  /** Something that is saved with the book changed, such as a setting: no formula is due. */
  detailsChanged(): void {
    this.hasChanged = true;
  }

  suspendCalculation(): void {
    this.isSuspended = true;
  }

  /** Brings formulas up to date before their results are read, unless the user or the batch put it off. */
  settle(): void {
    if (this.isCalculationDue && !this.isSuspended && this.calculationMode !== 'Manual') this.calculate();
  }

  calculate(): void {
    this.isCalculationDue = false;
    this.hasChanged = true;
    this.calculator.recalculate(this.book);
  }

  /** Ends a batch; says whether anything changed that a page should show. */
  finishBatch(): boolean {
    this.isSuspended = false;
    this.settle();
    const changed = this.hasChanged;
    this.hasChanged = false;
    return changed;
  }

  sheetOf(id: string): SheetModel | null {
    return this.book.sheets.find((sheet) => sheet.id === id) ?? null;
  }

  /** The sheet of that name, whatever the case, or of that id. */
  findSheet(nameOrId: string): SheetModel | null {
    const wanted = nameOrId.toLowerCase();
    return this.book.sheets.find((sheet) => sheet.name.toLowerCase() === wanted) ?? this.sheetOf(nameOrId);
  }

  get activeSheet(): SheetModel {
    const sheet = this.sheetOf(this.book.activeSheetId) ?? this.book.sheets[0];
    if (!sheet) throw refusal('GeneralException');
    return sheet;
  }

  /** Refuses what a protected workbook structure forbids: adding, renaming, moving, hiding, deleting sheets. */
  guardStructure(): void {
    if (this.book.isStructureProtected) throw refusal('AccessDenied');
  }

  /** Refuses changes other than to unlocked cells on a protected sheet. */
  guardSheet(sheet: SheetModel): void {
    if (sheet.isProtected) throw refusal('AccessDenied');
  }
}
