import type { DealRow } from '../lists/deals';
import type { KnownClients } from '../lists/knownClients';
import { FIRST_SERIAL, LAST_SERIAL } from '../shared/dates';
import type { ExcelSerial } from '../shared/dates';
import type { CellValue } from '../shared/grid';
import { moneyFromNumber } from '../shared/money';
import { ANSWERS, QUESTIONS } from './checklist';
import type { Answer, Answers } from './checklist';
import type { DealEntry } from './entries';

/** Cells of one deal as people left them, by field; blank ones are absent. */
export type DealCells = Readonly<Record<string, CellValue>>;

/** Fields of every deal: ten answers, and what people know better. */
export const DEAL_FIELDS = [...QUESTIONS, 'probability', 'comment'] as const;
/** Fields that only the form has: what a sheet of deals would say. */
export const FORM_FIELDS = ['client', 'deal', 'amount', 'stage', 'expected', 'manager'] as const;

const FORM_PREFIX = 'form-';
const FORM_DIGITS = 3;

/** The key of the form's row with this number from 1: `form-001`. */
export function formKey(number: number): string {
  return `${FORM_PREFIX}${String(number).padStart(FORM_DIGITS, '0')}`;
}

/** The number of a row of the form; null for the key of any other deal. */
export function formNumber(key: string): number | null {
  const digits = key.startsWith(FORM_PREFIX) ? key.slice(FORM_PREFIX.length) : '';
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

/** What people typed about a deal, read as its formulas read it: answers 0, 1 and 2, a probability of 0 … 1. */
export function dealEntryOf(cells: DealCells): DealEntry {
  const answers: Partial<Record<(typeof QUESTIONS)[number], Answer>> = {};
  for (const question of QUESTIONS) {
    const answer = ANSWERS.find((each) => each === cells[question]);
    if (answer !== undefined) answers[question] = answer;
  }
  const typed = cells.probability ?? '';
  const isProbability = typeof typed === 'number' && typed >= 0 && typed <= 1;
  return {
    answers: answers satisfies Answers,
    manual: isProbability ? typed : null,
    unreadable: isProbability || typed === '' ? null : String(typed),
  };
}

/** The deals typed into the form, by the number of their rows; a row that names neither client nor deal is none yet. */
export function formRows(cells: ReadonlyMap<string, DealCells>, clients: KnownClients): readonly DealRow[] {
  const rows: { readonly number: number; readonly row: DealRow }[] = [];
  for (const [key, values] of cells) {
    const number = formNumber(key);
    const row = number === null ? null : formRow(key, values, clients);
    if (number !== null && row) rows.push({ number, row });
  }
  return rows.sort((a, b) => a.number - b.number).map(({ row }) => row);
}

function formRow(key: string, cells: DealCells, clients: KnownClients): DealRow | null {
  const text = (field: (typeof FORM_FIELDS)[number]): string => String(cells[field] ?? '');
  const clientText = text('client');
  if (clientText === '' && text('deal') === '') return null;
  const { amount = '', expected = '' } = cells;
  return {
    row: 0,
    key,
    clientText,
    client: clients.identify(clientText, '', '')?.key ?? null,
    name: text('deal'),
    number: '',
    amount: typeof amount === 'number' && amount >= 0 ? moneyFromNumber(amount) : null,
    stage: text('stage'),
    expected: isDay(expected) ? (Math.floor(expected) as ExcelSerial) : null,
    created: null,
    closed: null,
    moves: null,
    probability: null,
    manager: text('manager'),
    product: '',
    nextStep: '',
    status: '',
    comment: String(cells.comment ?? ''),
    source: '',
    isDuplicate: false,
  };
}

function isDay(value: CellValue): value is number {
  return typeof value === 'number' && value >= FIRST_SERIAL && value <= LAST_SERIAL;
}
