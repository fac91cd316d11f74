import type { CellValue, Origin } from '../shared/grid';
import { MONEY_LIMIT, units } from '../shared/money';
import type { Money } from '../shared/money';
import { shorten } from '../shared/text';
import { SKIP_REASONS } from './types';
import type { RowAccount, SkipExample, SkipGroup, SkipReason } from './types';

/** Examples kept per reason, enough to look a trouble up row by row, and how much of a value is shown. */
const EXAMPLES = 20;
const EXAMPLE_LENGTH = 60;

interface OpenGroup {
  rows: number;
  amount: number;
  readonly examples: SkipExample[];
}

/** Books every row read as used or skipped, with its readable amount; the two identities hold by construction. */
export class Accountant {
  private readonly groups = new Map<SkipReason, OpenGroup>();
  private used = 0;
  private merged = 0;
  private amountUsed = 0;
  private returns = 0;
  private amountRead = 0;
  private absolute = 0;
  /** The first reason that is trouble: not a blank row, a heading or a total. */
  firstProblem: SkipReason | null = null;

  /** Books a row that counts. */
  use(amount: Money): void {
    this.used++;
    this.amountUsed += amount;
    if (amount < 0) this.returns += amount;
    this.read(amount);
  }

  /** Books a row that only heads or sums up others: its amount is that of the rows it heads. */
  merge(): void {
    this.merged++;
  }

  /** Books a row that does not count: where it stands, what value caused it, and its amount, null if unreadable. */
  skip(reason: SkipReason, { sheet, row }: Origin, value: CellValue, amount: Money | null): void {
    let group = this.groups.get(reason);
    if (!group) this.groups.set(reason, (group = { rows: 0, amount: 0, examples: [] }));
    group.rows++;
    if (group.examples.length < EXAMPLES) {
      group.examples.push({ sheet, row, value: shorten(String(value), EXAMPLE_LENGTH), amount });
    }
    if (
      this.firstProblem === null &&
      reason !== 'blank' &&
      reason !== 'repeatedHeader' &&
      reason !== 'total'
    ) {
      this.firstProblem = reason;
    }
    if (amount === null) return;
    group.amount += amount;
    this.read(amount);
  }

  /** Do all sums still stand exactly? Past this, a ledger must be refused (`amountsTooLarge`). */
  isExact(): boolean {
    return this.absolute <= MONEY_LIMIT;
  }

  get usedRows(): number {
    return this.used;
  }

  close(): RowAccount {
    const skipped: SkipGroup[] = [];
    let rowsSkipped = 0;
    let amountSkipped = 0;
    for (const reason of SKIP_REASONS) {
      const group = this.groups.get(reason);
      if (!group) continue;
      skipped.push({ reason, rows: group.rows, amount: units(group.amount), examples: group.examples });
      rowsSkipped += group.rows;
      amountSkipped += group.amount;
    }
    return {
      rowsRead: this.used + this.merged + rowsSkipped,
      used: this.used,
      merged: this.merged,
      skipped,
      amountRead: units(this.amountRead),
      amountUsed: units(this.amountUsed),
      amountSkipped: units(amountSkipped),
      returns: units(this.returns),
    };
  }

  private read(amount: Money): void {
    this.amountRead += amount;
    this.absolute += Math.abs(amount);
  }
}
