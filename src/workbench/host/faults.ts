import type { BookModel } from '../model/model';
import { HostError, refusal } from './errors';

interface Planned {
  readonly at: number;
  readonly code: string;
  readonly message: string | undefined;
}

/** Troubles a test or a demonstration orders: the host meets them as Excel would. Counts start at the order. */
export class Faults {
  private syncs = 0;
  private actions = 0;
  private failingSyncs: Planned[] = [];
  private failingActions: Planned[] = [];
  private visits: { readonly before: number; readonly act: (book: BookModel) => void }[] = [];
  private waiting: (() => void)[] = [];
  private editing = false;
  /** Milliseconds by which every answer is late. */
  answerDelay = 0;

  /** The n-th sync from now fails as a whole: nothing of it is done. `failSync(1, 'RequestAborted')` is the next. */
  failSync(n: number, code: string, message?: string): void {
    this.failingSyncs.push({ at: this.syncs + n, code, message });
  }

  /** The n-th action from now fails; what ran before it stays done, the rest of its batch is not run. */
  failAction(n: number, code: string, message?: string): void {
    this.failingActions.push({ at: this.actions + n, code, message });
  }

  /** A co-author acts on the book just before the n-th sync from now is carried out. */
  beforeSync(n: number, act: (book: BookModel) => void): void {
    this.visits.push({ before: this.syncs + n, act });
  }

  /** The user starts typing into a cell: batches are refused, or wait if they ask for that. */
  enterCellEdit(): void {
    this.editing = true;
  }

  leaveCellEdit(): void {
    this.editing = false;
    for (const resume of this.waiting.splice(0)) resume();
  }

  clear(): void {
    this.failingSyncs = [];
    this.failingActions = [];
    this.visits = [];
    this.answerDelay = 0;
    this.leaveCellEdit();
  }

  /** Meets a sync: waits or refuses in cell-edit mode, lets the co-author act, fails if so ordered. */
  async meetSync(book: BookModel, waitsForCellEdit: boolean): Promise<void> {
    this.syncs += 1;
    if (this.editing) {
      if (!waitsForCellEdit) throw refusal('InvalidOperationInCellEditMode');
      await new Promise<void>((resume) => this.waiting.push(resume));
    }
    for (const visit of this.visits) if (visit.before === this.syncs) visit.act(book);
    throwPlanned(this.failingSyncs, this.syncs);
  }

  meetAction(): void {
    this.actions += 1;
    throwPlanned(this.failingActions, this.actions);
  }
}

function throwPlanned(planned: readonly Planned[], at: number): void {
  const fault = planned.find((one) => one.at === at);
  if (fault) throw new HostError(fault.code, null, fault.message);
}
