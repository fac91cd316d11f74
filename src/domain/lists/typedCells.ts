import type { Letter } from '../entries';
import { LETTERS } from '../entries';
import { readDay, SeparatorEvidence } from '../sales/columnFormat';
import { NumberColumn } from '../sales/numberColumn';
import { numberTextOf } from '../sales/numbers';
import type { Settings } from '../settings';
import type { ExcelSerial } from '../shared/dates';
import { decimalToNumber, moneyFromDecimal } from '../shared/decimal';
import type { CellValue } from '../shared/grid';
import { moneyToNumber } from '../shared/money';
import type { Money } from '../shared/money';
import { assertNever } from '../shared/result';
import { foldText } from '../shared/text';

/** How single cells are read where no column can decide: with the answers people gave for their sheets. */
type Habits = Pick<Settings, 'decimalSeparator' | 'dateOrder'>;

/** An amount of zero or more in a cell, `1 200 000 ₽` too; null if it is none. */
export function typedMoney(value: CellValue, habits: Habits): Money | null {
  const number = read(value, habits);
  const money = number && !number.percent ? moneyFromDecimal(number.decimal) : null;
  return money === null || money < 0 ? null : money;
}

/** A number of zero or more in a cell; null if it is none. */
export function typedNumber(value: CellValue, habits: Habits): number | null {
  const number = read(value, habits);
  if (!number || number.percent) return null;
  const plain = decimalToNumber(number.decimal);
  return plain < 0 ? null : plain;
}

/** A share in a cell, 0 … 1: 0.3, 30 and «30 %» are the same; null beyond 0 … 100 % and for anything else. */
export function typedShare(value: CellValue, habits: Habits): number | null {
  const number = read(value, habits);
  if (!number) return null;
  const plain = decimalToNumber(number.decimal);
  const share = number.percent || plain > 1 ? plain / WHOLE : plain;
  return share >= 0 && share <= 1 ? share : null;
}
const WHOLE = 100;

/** A day in a cell, as a date or as text; null if it is none. */
export function typedDay(value: CellValue, { dateOrder }: Habits): ExcelSerial | null {
  return readDay(value, dateOrder ?? 'dmy');
}

/** A class A … D in a cell: small letters and their Cyrillic look-alikes too, with words behind it or without. */
export function typedLetter(value: CellValue): Letter | null {
  const [, first = ''] = /^(\p{L})(?!\p{L})/u.exec(foldText(String(value))) ?? [];
  const latin = LOOKALIKES[first] ?? first;
  return LETTERS.find((letter) => letter.toLowerCase() === latin) ?? null;
}
const LOOKALIKES: Readonly<Record<string, string>> = { а: 'a', в: 'b', с: 'c' };

/** What a cell that people fill should hold, where formulas count with it. */
export type TypedKind = 'money' | 'share' | 'number' | 'letter';

/**
 * A typed cell as formulas can count with it: «1 200 000 ₽» is 1200000, «30 %» and 30 are 0.3, «с» is C. What cannot be
 * understood stays as it is.
 */
export function tidied(value: CellValue, kind: TypedKind, habits: Habits): CellValue {
  switch (kind) {
    case 'money': {
      const money = typedMoney(value, habits);
      return money === null ? value : moneyToNumber(money);
    }
    case 'share':
      return typedShare(value, habits) ?? value;
    case 'number':
      return typedNumber(value, habits) ?? value;
    case 'letter':
      return typedLetter(value) ?? value;
    default:
      return assertNever(kind);
  }
}

function read(value: CellValue, { decimalSeparator }: Habits) {
  const evidence = new SeparatorEvidence();
  const written = numberTextOf(value);
  if (written) evidence.see(written);
  const cell = new NumberColumn(evidence.decide(decimalSeparator, false).value).read(value);
  return cell.state === 'number' ? cell : null;
}
