import type { SkipExample, SkipGroup } from '../domain/sales/types';
import { addMoney, moneyToNumber, subtractMoney, ZERO } from '../domain/shared/money';
import type { Money } from '../domain/shared/money';
import { counted, formatMoneyExact } from '../i18n/numbers';
import type { Translate } from '../i18n/translate';
import type { ReportContext } from './context';
import { COUNT, MONEY_EXACT, TEXT } from './formats';
import { literal } from './live';
import type { PlanCell } from './plan';
import { tableSection } from './section';
import type { Section } from './section';
import { line } from './tabHead';

const FORMATS = [TEXT, COUNT, MONEY_EXACT, TEXT];
/** Rows named beside their reason; all that are kept stand in a list of their own. */
const NAMED_BESIDE_REASON = 3;
/** The title and the headings above the first line of a table. */
const HEAD = 2;

/** What was skipped and why: one line per reason, which the account above adds up. */
export function skippedSection({ t, reading, language }: ReportContext, row: number): Section {
  const { skipped } = reading.account;
  const headings = [
    t('dataCheck.skippedReason'),
    t('dataCheck.column.rows'),
    t('dataCheck.column.amount'),
    t('dataCheck.examples'),
  ];
  const cells: PlanCell[][] =
    skipped.length > 0
      ? skipped.map((group) => [
          t(`skip.${group.reason}`),
          group.rows,
          moneyToNumber(group.amount),
          namedBeside(group, t),
        ])
      : [[t('dataCheck.nothingSkipped'), 0, 0, null]];
  const section = tableSection(row, t('dataCheck.section.skipped'), headings, cells, FORMATS);
  const noClient = skipped.find(({ reason }) => reason === 'noClient');
  if (!noClient) return section;
  const text = t('dataCheck.noClient', {
    rows: counted(language, noClient.rows, t('count.row')),
    amount: formatMoneyExact(noClient.amount, language),
  });
  return {
    blocks: [...section.blocks, line(section.nextRow - 1, 'warning', text)],
    nextRow: section.nextRow + 1,
  };
}

/**
 * The skipped rows themselves, with address, amount and value: of each reason the first twenty and the rest in one line,
 * so that the list adds up to the skipped total, whose one-based row in the account is `totalRow`.
 */
export function skippedRowsSection({ t, reading }: ReportContext, row: number, totalRow: number): Section {
  const { skipped } = reading.account;
  if (!skipped.some(isListed)) return { blocks: [], nextRow: row };
  const lines = skipped.flatMap((group) => linesOf(group, t));
  const first = row + HEAD;
  const last = first + lines.length - 1;
  const sum = (column: string) => `SUM(${column}${first}:${column}${last})`;
  const rows = skipped.reduce((total, group) => total + group.rows, 0);
  const amount = skipped.reduce((total, group) => addMoney(total, group.amount), ZERO);
  const balance = `IF(AND(B${last + 1}=B${totalRow},ROUND(C${last + 1}-C${totalRow},2)=0),${literal(t('dataCheck.balanced'))},${literal(t('dataCheck.unbalanced'))})`;
  const cells: PlanCell[][] = [
    ...lines,
    [
      t('dataCheck.skippedRows.all'),
      { formula: `=${sum('B')}`, value: rows },
      { formula: `=ROUND(${sum('C')},4)`, value: moneyToNumber(amount) },
      { formula: `=${balance}`, value: t('dataCheck.balanced') },
    ],
  ];
  const headings = [
    t('dataCheck.skippedRows.place'),
    t('dataCheck.column.rows'),
    t('dataCheck.column.amount'),
    t('dataCheck.skippedRows.why'),
  ];
  return tableSection(row, t('dataCheck.section.skippedRows'), headings, cells, FORMATS);
}

/** Blank rows hold nothing to look for. */
function isListed({ reason, examples }: SkipGroup): boolean {
  return reason !== 'blank' && examples.length > 0;
}

function linesOf(group: SkipGroup, t: Translate): PlanCell[][] {
  const listed = isListed(group) ? group.examples : [];
  const reason = t(`skip.${group.reason}`);
  const lines = listed.map((example): PlanCell[] => [
    placeOnSheet(example),
    1,
    example.amount === null ? null : moneyToNumber(example.amount),
    example.value === '' ? reason : t('dataCheck.skippedRows.value', { reason, value: example.value }),
  ]);
  const rest = group.rows - listed.length;
  if (rest === 0) return lines;
  const shown = listed.reduce((total: Money, { amount }) => addMoney(total, amount ?? ZERO), ZERO);
  const label = t(listed.length > 0 ? 'dataCheck.skippedRows.rest' : 'dataCheck.skippedRows.any');
  return [...lines, [label, rest, moneyToNumber(subtractMoney(group.amount, shown)), reason]];
}

/** `Январь!7`: for people, not for formulas. */
function placeOnSheet({ sheet, row }: SkipExample): string {
  return `${sheet}!${row}`;
}

function namedBeside({ examples }: SkipGroup, t: Translate): string {
  const isOneSheet = new Set(examples.map(({ sheet }) => sheet)).size <= 1;

  const named = examples.slice(0, NAMED_BESIDE_REASON).map((example) =>
    t(example.value === '' ? 'dataCheck.exampleBlank' : 'dataCheck.example', {
      row: isOneSheet ? example.row : placeOnSheet(example),
      value: example.value,
    }),
  );
  return [...named, ...(examples.length > NAMED_BESIDE_REASON ? ['…'] : [])].join('; ');
}
