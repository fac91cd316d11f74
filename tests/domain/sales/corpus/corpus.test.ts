import { foldHeading, headingWords } from '../../../../src/domain/sales/heading';
import { readLedger } from '../../../../src/domain/sales/ledger';
import type { Reading, ReadingError, Understanding } from '../../../../src/domain/sales/types';
import { understand } from '../../../../src/domain/sales/understand';
import { isoDate } from '../../../../src/domain/shared/dates';
import { moneyToNumber } from '../../../../src/domain/shared/money';
import type { Money } from '../../../../src/domain/shared/money';
import { complete } from '../../../../src/domain/shared/steps';
import { corpus } from './cases';
import type { Case } from './cases';

/** What became of a sheet at first sight, without any help by hand. */
interface Outcome {
  readonly sheet: Case;
  readonly understanding: Understanding | null;
  readonly reading: Reading | null;
  readonly error: ReadingError | null;
}

/** Issue 3: first-time mapping right on at least this share of the sheets that can be read. */
const FEWEST_RIGHT = 0.98;

const outcomes = corpus().map(outcomeOf);

describe.each(outcomes.map((outcome) => [titleOf(outcome), outcome] as const))('%s', (_, outcome) => {
  const { sheet, reading } = outcome;

  if (sheet.known === null) {
    test('is read as its reader would', () => {
      expect(differences(outcome)).toEqual([]);
    });
  }

  test('reconciles, or stops with a clear question', () => {
    expect(reconciles(outcome) || stops(outcome)).toBe(true);
  });

  test('loses no row and no amount', () => {
    if (reading) expect(losses(reading)).toEqual([]);
  });
});

describe('the corpus', () => {
  const readable = outcomes.filter(({ sheet }) => sheet.columns !== null);
  const mapped = readable.filter((outcome) => mappingDifferences(outcome).length === 0);
  const exact = outcomes.filter((outcome) => differences(outcome).length === 0);
  const sound = outcomes.filter((outcome) => reconciles(outcome) || stops(outcome));
  const asked = readable.filter((outcome) => outcome.sheet.asks.length === 0 && doubtsOf(outcome).length > 0);

  test('holds at least 120 sheets, half of them Russian, none twice', () => {
    const russian = outcomes.filter(({ sheet }) => sheet.language === 'ru').length;
    expect(outcomes.length).toBeGreaterThanOrEqual(120);
    expect(Math.abs(russian / outcomes.length - 0.5)).toBeLessThan(0.1);
    expect(new Set(outcomes.map(titleOf)).size).toBe(outcomes.length);
  });

  test('has its columns and layout found at first sight on 98 % of the sheets', () => {
    console.log(
      [
        `mapping right on first try: ${score(mapped.length, readable.length)}`,
        `read exactly: ${score(exact.length, outcomes.length)}`,
        `reconciled, or stopped with a clear question: ${score(sound.length, outcomes.length)}`,
        `asked although the sheet leaves no doubt: ${score(asked.length, readable.length)}`,
        ...asked.map((outcome) => `  ${titleOf(outcome)}: asks ${doubtsOf(outcome).join(', ')}`),
        ...outcomes
          .filter((outcome) => differences(outcome).length > 0)
          .map((outcome) => `  ${titleOf(outcome)}: ${differences(outcome).join('; ')}`),
      ].join('\n'),
    );
    expect(mapped.length / readable.length).toBeGreaterThanOrEqual(FEWEST_RIGHT);
  });

  test('reconciles or stops with a clear question on every sheet', () => {
    expect(outcomes.filter((outcome) => !sound.includes(outcome)).map(titleOf)).toEqual([]);
  });
});

function outcomeOf(sheet: Case): Outcome {
  const understood = understand(sheet.grid, sheet.settings);
  if (!understood.ok) return { sheet, understanding: null, reading: null, error: understood.error };
  const read = complete(readLedger(sheet.grid, understood.value, sheet.settings, sheet.asOf));
  return {
    sheet,
    understanding: understood.value,
    reading: read.ok ? read.value : null,
    error: read.ok ? null : read.error,
  };
}

function titleOf({ sheet }: Outcome): string {
  return `${sheet.language}/${sheet.family}: ${sheet.title}`;
}

/** Everything in which the outcome is not what the case states; empty if it is read exactly. */
function differences(outcome: Outcome): readonly string[] {
  const { sheet, reading, error } = outcome;
  const found: string[] = [...mappingDifferences(outcome)];
  if (sheet.error !== (error?.code ?? null)) found.push(`error ${error?.code}, not ${sheet.error}`);
  const doubts = doubtsOf(outcome);
  for (const code of sheet.asks) {
    if (code === '*' ? doubts.length === 0 : !doubts.includes(code)) found.push(`does not ask ${code}`);
  }
  if (reading && sheet.error === null) found.push(...readingDifferences(sheet, reading));
  return found;
}

function mappingDifferences({ sheet, understanding }: Outcome): readonly string[] {
  if (sheet.columns === null) return [];
  if (understanding === null) return ['not understood'];
  const found: string[] = [];
  if (sheet.layout !== '*' && understanding.layout !== sheet.layout)
    found.push(`layout ${understanding.layout}, not ${sheet.layout}`);
  for (const { role, header } of understanding.columns) {
    if (role !== null && !sheet.columns.has(role)) found.push(`${role} is «${header}», should be none`);
  }
  for (const [role, heading] of sheet.columns) {
    const column = understanding.columns.find((each) => each.role === role);
    if (!column) found.push(`no ${role}`);
    else if (!isHeading(column.header, heading))
      found.push(`${role} is «${column.header}», not «${heading}»`);
  }
  return found;
}

function isHeading(header: string, expected: string): boolean {
  if (expected === '*') return true;
  if (!expected.startsWith('~')) return foldHeading(header) === foldHeading(expected);
  const words = headingWords(header);
  return headingWords(expected).every((word) => words.includes(word));
}

function readingDifferences(sheet: Case, reading: Reading): readonly string[] {
  const { account, firstDate, lastDate } = reading;
  const found: string[] = [];
  const compare = (what: string, actual: unknown, expected: unknown): void => {
    if (actual !== expected) found.push(`${what} ${String(actual)}, not ${String(expected)}`);
  };
  const rowsOf = (reason: string): number =>
    account.skipped.find((group) => group.reason === reason)?.rows ?? 0;
  if (sheet.used !== null) compare('used', account.used, sheet.used);
  if (sheet.aside !== null) compare('aside', account.merged + rowsOf('total'), sheet.aside);
  if (sheet.skipped !== null) {
    let others = 0;
    for (const { reason, rows } of account.skipped) {
      if (reason !== 'total' && !sheet.skipped.has(reason)) others += rows;
    }
    for (const [reason, rows] of sheet.skipped) {
      compare(`skipped for ${reason}`, reason === 'any' ? others : rowsOf(reason), rows);
    }
    if (!sheet.skipped.has('any') && others > 0)
      found.push(`${others} more rows skipped: ${skippedIn(reading)}`);
  }
  if (sheet.dates !== null) {
    compare(
      'dates',
      `${firstDate && isoDate(firstDate)} ${lastDate && isoDate(lastDate)}`,
      sheet.dates.join(' '),
    );
  }
  const sums = sumsOf(reading);
  const names = new Set([...sums.keys(), ...sheet.clients.keys()]);
  for (const name of names)
    compare(`${name}:`, inCurrency(sums.get(name)), inCurrency(sheet.clients.get(name)));
  return found;
}

/** Net amounts by client, as exact as they are kept. */
function sumsOf({ ledger }: Reading): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (let row = 0; row < ledger.rowCount; row++) {
    const name = ledger.clients[ledger.client[row] ?? -1]?.name ?? '?';
    sums.set(name, (sums.get(name) ?? 0) + (ledger.amount[row] ?? NaN));
  }
  return sums;
}

/** Does the sum of what counts agree with the sum the sheet really holds? */
function reconciles({ sheet, reading }: Outcome): boolean {
  if (reading === null || sheet.error !== null) return false;
  let expected = 0;
  for (const amount of sheet.clients.values()) expected += amount;
  return reading.account.amountUsed === expected;
}

/** A sentence that says why the sheet cannot be read, or a question before anything is computed. */
function stops(outcome: Outcome): boolean {
  return outcome.error !== null || doubtsOf(outcome).length > 0;
}

/** Codes of the questions asked before anything is computed. */
function doubtsOf({ understanding }: Outcome): readonly string[] {
  return understanding?.doubts.map(({ code }) => code) ?? [];
}

/** Both identities of method.md §1, and that the ledger holds what the account books. */
function losses({ account, ledger }: Reading): readonly string[] {
  const rows = account.skipped.reduce((sum, group) => sum + group.rows, 0);
  const amount = account.skipped.reduce((sum, group) => sum + group.amount, 0);
  const used = ledger.amount.reduce((sum, each) => sum + each, 0);
  return [
    account.rowsRead === account.used + account.merged + rows ? '' : 'rows',
    account.amountRead === account.amountUsed + amount ? '' : 'amounts',
    account.amountSkipped === amount ? '' : 'amounts skipped',
    account.amountUsed === used ? '' : 'amounts used',
    account.used === ledger.rowCount ? '' : 'rows of the ledger',
  ].filter((loss) => loss !== '');
}

function skippedIn({ account }: Reading): string {
  return account.skipped.map(({ reason, rows }) => `${reason} ${rows}`).join(', ');
}

function inCurrency(amount: number | undefined): number | string {
  return amount === undefined ? 'none' : moneyToNumber(amount as Money);
}

function score(count: number, of: number): string {
  return `${count} of ${of} (${((count / of) * 100).toFixed(1)} %)`;
}
