import { ROW_PROBLEMS } from '../domain/lists/types';
import type { ListAccount, ListKind, RowProblem } from '../domain/lists/types';
import { addressOf } from '../domain/shared/grid';
import type { TextKey } from '../i18n/translate';
import type { ReportContext } from './context';
import { COUNT, TEXT } from './formats';
import type { PlanCell } from './plan';
import { tableSection } from './section';
import type { Section } from './section';

/** Of each kind of problem so many stand in full, the rest in one line: the same mistake on a thousand rows is one to mend. */
const MOST_OF_A_KIND = 20;

/** Which side lists were found, and how many of their rows count. */
export function listsSection({ t, lists, tabNames }: ReportContext, row: number): Section {
  const { potentials, mustList, deals } = lists;
  const accounts: readonly (readonly [ListKind, ListAccount | null])[] = [
    ['potentials', potentials],
    ['mustList', mustList],
    ['deals', deals?.account ?? null],
  ];
  const cells = accounts.map(([kind, account]): PlanCell[] => [
    t(`lists.${kind}`),
    account?.rowsRead ?? null,
    account?.rowsUsed ?? null,
    account
      ? [
          t('lists.found', {
            sheet: account.sheet,
            skipped: account.rowsSkipped,
            problems: account.problems.length,
          }),
          ...(account.converted ? [t(`lists.converted.${account.converted}`)] : []),
        ].join(' ')
      : t(`lists.none.${kind}`, { potential: tabNames.potential }),
  ]);
  const headings = [
    t('lists.column.list'),
    t('lists.column.read'),
    t('lists.column.rows'),
    t('dataCheck.column.comment'),
  ];
  return tableSection(row, t('lists.section'), headings, cells, [TEXT, COUNT, COUNT, TEXT]);
}

/** Every problem of a side list with its place, what stands there and what to do; nothing without problems. */
export function listProblemsSection({ t, lists }: ReportContext, row: number): Section {
  const accounts = [lists.potentials, lists.mustList, lists.deals?.account ?? null];
  const cells = accounts.flatMap((account) =>
    account ? ROW_PROBLEMS.flatMap((code) => linesOf(account, code, t)) : [],
  );
  if (cells.length === 0) return { blocks: [], nextRow: row };
  const headings = [
    t('lists.column.place'),
    t('lists.column.row'),
    t('lists.column.cell'),
    t('lists.column.problem'),
  ];
  return tableSection(row, t('lists.section.problems'), headings, cells, [TEXT, COUNT, TEXT, TEXT]);
}

function linesOf(
  { sheet, problems }: ListAccount,
  code: RowProblem['code'],
  t: ReportContext['t'],
): PlanCell[][] {
  const own = problems.filter((problem) => problem.code === code);
  const key: TextKey = `lists.problem.${code}`;
  const lines = own
    .slice(0, MOST_OF_A_KIND)
    .map((problem): PlanCell[] => [
      placeOf(problem, t),
      problem.row,
      problem.value,
      t(key, { other: problem.other ?? '' }),
    ]);
  if (own.length === lines.length) return lines;
  return [
    ...lines,
    [
      sheet,
      null,
      null,
      t('lists.rest', { count: own.length - lines.length, problem: t(key, { other: '…' }) }),
    ],
  ];
}

/** `Воронка, D7 (Сумма)`: for people, not for formulas. */
function placeOf({ sheet, row, column, heading }: RowProblem, t: ReportContext['t']): string {
  if (column === null) return sheet;
  const cell = addressOf(row, column);
  return heading === ''
    ? t('lists.place', { sheet, cell })
    : t('lists.placeHeaded', { sheet, cell, heading });
}
