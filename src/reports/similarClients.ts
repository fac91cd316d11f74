import type { MergeQuestion } from '../domain/sales/mergeQuestions';
import { pairKey } from '../domain/sales/mergeDecisions';
import { moneyToNumber } from '../domain/shared/money';
import type { CellValue } from '../domain/shared/grid';
import type { ReportContext } from './context';
import { COUNT, MONEY_EXACT, TEXT } from './formats';
import type { PlanCell } from './plan';
import { tableSection } from './section';
import type { Section } from './section';
import { line } from './tabHead';

/** Columns of the answer and, beside the page, of the pair's key. */
const ANSWER_COLUMN = 8;
const KEY_COLUMN = 10;
/** Nobody answers more questions at a sitting; the dearest come first. Answers in force are always listed. */
const MOST_QUESTIONS = 500;

/** Clients that may be one: a row for each pair, with a cell for the answer (method.md §1). */
export function similarSection({ t, questions }: ReportContext, row: number): Section {
  if (questions.length === 0) return { blocks: [], nextRow: row };
  const open = questions.filter(({ state }) => state === 'open');
  const left = new Set(open.slice(MOST_QUESTIONS));
  const shown = questions.filter((question) => !left.has(question));

  const headings = [
    t('dataCheck.similar.client'),
    t('dataCheck.similar.rows'),
    t('dataCheck.similar.amount'),
    t('dataCheck.similar.other'),
    t('dataCheck.similar.otherRows'),
    t('dataCheck.similar.otherAmount'),
    t('dataCheck.similar.why'),
  ];
  const how = t('dataCheck.similar.how', { column: t('dataCheck.similar.answer') });
  const more =
    left.size > 0 ? ` ${t('dataCheck.similar.more', { shown: MOST_QUESTIONS, all: open.length })}` : '';
  const table = tableSection(
    row,
    t('dataCheck.section.similar'),
    headings,
    shown.map(({ into, from, ...question }): PlanCell[] => [
      into.name,
      into.rows,
      moneyToNumber(into.amount),
      from.name,
      from.rows,
      moneyToNumber(from.amount),
      reason(question),
    ]),
    [TEXT, COUNT, MONEY_EXACT, TEXT, COUNT, MONEY_EXACT, TEXT],
    how + more,
  );
  const headingRow = row + 2;
  const first = headingRow + 1;
  const answers = { row: first, column: ANSWER_COLUMN, rows: shown.length, columns: 1 };
  return {
    blocks: [
      ...table.blocks,
      line(headingRow, 'columnHeading', t('dataCheck.similar.answer'), ANSWER_COLUMN),
      line(headingRow, 'columnHeading', t('dataCheck.similar.key'), KEY_COLUMN),
      {
        row: first,
        column: ANSWER_COLUMN,
        role: 'input',
        formats: [TEXT],
        align: ['center'],
        cells: shown.map((question) => [answer(question)]),
      },
      {
        row: first,
        column: KEY_COLUMN,
        role: 'note',
        formats: [TEXT],
        cells: shown.map(({ into, from }) => [pairKey({ into: into.key, from: from.key })]),
      },
    ],
    validations: [
      {
        area: answers,
        rule: { kind: 'list', values: [t('dataCheck.similar.yes'), t('dataCheck.similar.no')] },
        message: t('dataCheck.similar.choose'),
      },
    ],
    inputs: [{ area: answers, keyColumn: KEY_COLUMN, fields: ['merge'] }],
    nextRow: table.nextRow,
  };

  function reason({ evidence, state }: Pick<MergeQuestion, 'evidence' | 'state'>): string {
    const words = evidence.map((code) => t(`dataCheck.evidence.${code}`)).join(', ');
    const note = state === 'open' ? '' : t(`dataCheck.similar.state.${state}`);
    return [words, note].filter((text) => text !== '').join('. ');
  }

  /** What was typed stays as it is; an answer from settings is written in words. */
  function answer({ state, typed }: MergeQuestion): CellValue | null {
    if (typed !== null || (state !== 'yes' && state !== 'no')) return typed;
    return t(`dataCheck.similar.${state}`);
  }
}
