import { sheetColumnOf } from '../domain/sales/sheetColumn';
import type { ColumnRole, ColumnView, Doubt } from '../domain/sales/types';
import type { CellValue } from '../domain/shared/grid';
import { columnLetter } from '../domain/shared/grid';
import { addMoney, moneyToNumber, subtractMoney, units, ZERO } from '../domain/shared/money';
import { assertNever } from '../domain/shared/result';
import { formatMoneyExact, formatSpan, formatDate } from '../i18n/numbers';
import { onSheet } from './addresses';
import { clientTable, columnAddress } from './clientTable';
import type { ReportContext } from './context';
import { COUNT, MONEY_EXACT, TEXT } from './formats';
import { holdingsSection } from './holdings';
import { listProblemsSection, listsSection } from './listProblems';
import { literal } from './live';
import type { Block, PlanCell, PlanInputs, PlanRule, PlanValidation, SheetPlan } from './plan';
import { noteSection, tableSection } from './section';
import type { Section } from './section';
import { similarSection } from './similarClients';
import { skippedRowsSection, skippedSection } from './skippedRows';
import { footer, HEAD_ROWS, line, tabHead, warnings } from './tabHead';

const TAB_COLOR = '#3D6B99';
/** what, rows, amount, comment */
const WIDTHS = [38, 12, 25, 68];
/** With questions about similar clients: of one name, rows, amount; the same of the other; why, answer; gap, key. */
const WIDE = [38, 12, 25, 56, 10, 22, 44, 14, 3, 40];
const WIDE_PRINTED = 8;
/** Longer lists of spellings belong into the source, not onto a page; the number of all is always said. */
const MOST_SPELLINGS = 500;

/** The tab «Качество данных»: where every row and every kopeck went, and what was understood (method.md §1). */
export function dataCheckPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames, questions } = ctx;
  const isWide = questions.length > 0;
  const sections: readonly ((row: number) => Section)[] = [
    (row) => accountSection(ctx, row),
    (row) => skippedSection(ctx, row),
    (row) => similarSection(ctx, row),
    (row) => periodSection(ctx, row),
    (row) => columnsSection(ctx, row),
    (row) => doubtsSection(ctx, row),
    (row) => notesSection(ctx, row),
    (row) => listsSection(ctx, row),
    (row) => listProblemsSection(ctx, row),
    (row) => skippedRowsSection(ctx, row, SKIPPED_TOTAL_ROW),
    (row) => spellingsSection(ctx, row),
    (row) => holdingsSection(ctx, row),
  ];
  const blocks: Block[] = [...tabHead(ctx, t('dataCheck.title'), t('dataCheck.model'), warnings(ctx))];
  const rules: PlanRule[] = [];
  const validations: PlanValidation[] = [];
  const inputs: PlanInputs[] = [];
  let row = HEAD_ROWS + 1;
  for (const sectionAt of sections) {
    const section = sectionAt(row);
    blocks.push(...section.blocks);
    rules.push(...(section.rules ?? []));
    validations.push(...(section.validations ?? []));
    inputs.push(...(section.inputs ?? []));
    row = section.nextRow;
  }
  return {
    key: 'dataCheck',
    tab: tabNames.dataCheck,
    tabColor: TAB_COLOR,
    columnWidths: isWide ? WIDE : WIDTHS,
    blocks,
    names: [],
    tables: [],
    rules,
    validations,
    charts: [],
    inputs,
    freeze: { rows: 1, columns: 0 },
    print: {
      orientation: isWide ? 'landscape' : 'portrait',
      titleRows: null,
      area: { row: 1, column: 1, rows: row - 2, columns: isWide ? WIDE_PRINTED : WIDTHS.length },
      footer: footer(ctx, 'dataCheck'),
    },
  };
}

// Both identities, live: rows read = used + merged + skipped; the same for amounts.

function accountSection({ t, reading, analysis, language, tabNames }: ReportContext, row: number): Section {
  const { account } = reading;
  const first = row + 2;
  const [read, used, merged, skipped, check, inPeriod, outside] = [0, 1, 2, 3, 4, 5, 6].map((i) => first + i);
  const reasonsFirst = first + ACCOUNT_ROWS + SKIPPED_HEAD_ROWS;
  const reasonsLast = reasonsFirst + Math.max(1, account.skipped.length) - 1;
  const skippedSum = (column: string) => `=SUM(${column}${reasonsFirst}:${column}${reasonsLast})`;
  const skippedRows = account.skipped.reduce((total, group) => total + group.rows, 0);
  const skippedAmount = account.skipped.reduce((total, group) => addMoney(total, group.amount), ZERO);

  const rowsBalance = account.rowsRead === account.used + account.merged + skippedRows;
  const amountsBalance = account.amountRead === addMoney(account.amountUsed, skippedAmount);
  const verdict = (condition: string, holds: boolean): PlanCell => ({
    formula: `=IF(${condition},${literal(t('dataCheck.balanced'))},${literal(t('dataCheck.unbalanced'))})`,
    value: t(holds ? 'dataCheck.balanced' : 'dataCheck.unbalanced'),
  });
  const analysed = units(analysis.clients.reduce((total, { revenue }) => total + revenue, 0));
  const revenue = onSheet(tabNames.abcd, columnAddress(clientTable(analysis), 'revenue'));

  const cells: PlanCell[][] = [
    [t('dataCheck.read'), account.rowsRead, moneyToNumber(account.amountRead), t('dataCheck.read.comment')],
    [
      t('dataCheck.used'),
      account.used,
      moneyToNumber(account.amountUsed),
      t('dataCheck.used.comment', { returns: formatMoneyExact(account.returns, language) }),
    ],
    [t('dataCheck.merged'), account.merged, null, t('dataCheck.merged.comment')],
    [
      t('dataCheck.skipped'),
      { formula: skippedSum('B'), value: skippedRows },
      { formula: skippedSum('C'), value: moneyToNumber(skippedAmount) },
      t('dataCheck.skipped.comment'),
    ],
    [
      t('dataCheck.check'),
      verdict(`B${read}=B${used}+B${merged}+B${skipped}`, rowsBalance),
      verdict(`ROUND(C${read}-C${used}-C${skipped},2)=0`, amountsBalance),
      t('dataCheck.check.comment'),
    ],
    [
      t('dataCheck.inPeriod'),
      null,
      { formula: `=ROUND(SUM(${revenue}),4)`, value: moneyToNumber(analysed) },
      t('dataCheck.inPeriod.comment', { abcd: tabNames.abcd }),
    ],
    [
      t('dataCheck.outside'),
      null,
      {
        formula: `=ROUND(C${used}-C${inPeriod},4)`,
        value: moneyToNumber(subtractMoney(account.amountUsed, analysed)),
      },
      t('dataCheck.outside.comment'),
    ],
  ];
  const checks = { row: check ?? first, column: 2, rows: 1, columns: 2 };
  const headings = [
    t('dataCheck.column.what'),
    t('dataCheck.column.rows'),
    t('dataCheck.column.amount'),
    t('dataCheck.column.comment'),
  ];
  return {
    ...tableSection(row, t('dataCheck.section.account'), headings, cells, [TEXT, COUNT, MONEY_EXACT, TEXT]),
    rules: [
      { kind: 'textEquals', area: checks, text: t('dataCheck.balanced'), role: 'good' },
      { kind: 'textEquals', area: checks, text: t('dataCheck.unbalanced'), role: 'bad' },
    ],
    nextRow: (outside ?? first) + 2,
  };
}

/** One-based row of the skipped total: title, headings, rows read, used and merged stand before it. */
const SKIPPED_TOTAL_ROW = HEAD_ROWS + 1 + 5;
/** Rows of the account, and those of the title, the gap and the headings before the first skip reason. */
const ACCOUNT_ROWS = 7;
const SKIPPED_HEAD_ROWS = 3;

function periodSection({ t, analysis, reading, settings, language }: ReportContext, row: number): Section {
  const { period, asOf } = analysis;
  const title = t('dataCheck.section.period');
  if (!period || asOf === null || reading.firstDate === null || reading.lastDate === null) {
    return noteSection(row, title, t('dataCheck.noDates'));
  }
  const { previous } = period;
  return tableSection(
    row,
    title,
    null,
    [
      [t('dataCheck.analysed'), null, null, formatSpan(period.from, period.to, language)],
      [
        t('dataCheck.previous'),
        null,
        null,
        previous ? formatSpan(previous.from, previous.to, language) : t('dataCheck.previous.none'),
      ],
      [
        t('dataCheck.asOf'),
        null,
        null,
        `${formatDate(asOf, language)} – ${t(settings.asOf === null ? 'dataCheck.asOf.latest' : 'dataCheck.asOf.chosen')}`,
      ],
      [t('dataCheck.file'), null, null, formatSpan(reading.firstDate, reading.lastDate, language)],
    ],
    [TEXT, null, null, TEXT],
  );
}

/** The letter of a column on its sheet; null for one that the layout makes. */
function letterOf({ understanding, source }: ReportContext, index: number): string | null {
  const column = sheetColumnOf(understanding, index);
  return column === null ? null : columnLetter((source.firstColumn ?? 1) + column);
}

function columnsSection(ctx: ReportContext, row: number): Section {
  const { t, understanding, reading, source } = ctx;
  const headings = [
    t('dataCheck.role'),
    t('dataCheck.letter'),
    t('dataCheck.because'),
    t('dataCheck.header'),
  ];
  const used = understanding.columns.filter(
    (column): column is ColumnView & { role: ColumnRole } => column.role !== null,
  );
  const cells: PlanCell[][] = used.map(({ role, index, because, header }) => [
    t(`role.${role}`),
    letterOf(ctx, index),
    t(`dataCheck.because.${because ?? 'none'}`),
    header === '' ? t('dataCheck.noHeader') : header,
  ]);
  cells.unshift([t('dataCheck.layout'), null, null, t(`layout.${understanding.layout}`)]);
  cells.push([
    t('dataCheck.amountSource'),
    null,
    null,
    t(`dataCheck.amountSource.${reading.notes.amountSource}`),
  ]);
  if (source.leftOut && source.leftOut.length > 0)
    cells.push([t('dataCheck.leftOut'), null, null, source.leftOut.join(', ')]);
  return tableSection(row, t('dataCheck.section.columns'), headings, cells, [TEXT, TEXT, TEXT, TEXT]);
}

function doubtsSection(ctx: ReportContext, row: number): Section {
  const { t, understanding, settings, language } = ctx;
  const { doubts, columns } = understanding;
  if (doubts.length === 0) return { blocks: [], nextRow: row };
  const named = (index: number) =>
    t('dataCheck.columnNamed', {
      header: columns.find((column) => column.index === index)?.header ?? '',
      letter: letterOf(ctx, index) ?? '–',
    });
  const decision = (answer: string, isAnswered: boolean) =>
    t(isAnswered ? 'dataCheck.answered' : 'dataCheck.taken', { answer });

  const rowOf = (doubt: Doubt): CellValue[] => {
    switch (doubt.code) {
      case 'dateOrder': {
        const order = settings.dateOrder ?? doubt.default;
        return [
          t('dataCheck.doubt.dateOrder', { column: named(doubt.column) }),
          decision(t(`dataCheck.dateOrder.${order}`), settings.dateOrder !== null),
        ];
      }
      case 'decimalSeparator':
        return [
          t('dataCheck.doubt.decimalSeparator', { column: named(doubt.column) }),
          decision(
            t(separatorKey(settings.decimalSeparator ?? doubt.default)),
            settings.decimalSeparator !== null,
          ),
        ];
      case 'clientLevel': {
        const chosen = understanding.mapping.client ?? doubt.default;
        const isChosen = columns.some(({ index, because }) => index === chosen && because === 'user');
        return [
          t('dataCheck.doubt.clientLevel', { columns: doubt.columns.map(named).join(', ') }),
          decision(named(chosen), isChosen),
        ];
      }
      case 'severalAmounts': {
        const chosen = understanding.mapping.amount ?? doubt.default;
        const isChosen = columns.some(({ index, because }) => index === chosen && because === 'user');
        return [
          t('dataCheck.doubt.severalAmounts', { columns: doubt.columns.map(named).join(', ') }),
          decision(named(chosen), isChosen),
        ];
      }
      case 'damagedNumbers':
        return [
          t('dataCheck.doubt.damagedNumbers', {
            column: named(doubt.column),
            examples: [...doubt.examples, ...doubt.dates.map((day) => formatDate(day, language))].join('; '),
          }),
          decision(
            t(`dataCheck.damaged.${settings.damagedNumbers ?? doubt.default}`),
            settings.damagedNumbers !== null,
          ),
        ];
      case 'nameLookup':
        return [
          t('dataCheck.doubt.nameLookup', { column: named(doubt.column), sheet: doubt.sheet }),
          decision(
            t(`dataCheck.lookup.${settings.nameLookup ?? doubt.default}`),
            settings.nameLookup !== null,
          ),
        ];
      default:
        return assertNever(doubt);
    }
  };
  const cells = doubts
    .map(rowOf)
    .map(([what, answer]): PlanCell[] => [what ?? null, null, null, answer ?? null]);
  return tableSection(row, t('dataCheck.section.doubts'), null, cells, [TEXT, null, null, TEXT]);
}

function separatorKey(sign: ',' | '.') {
  return sign === ',' ? 'dataCheck.separator.comma' : 'dataCheck.separator.point';
}

/** Rows of groups that do not add up, named in one cell. */
const UNEQUAL_SHOWN = 10;

function notesSection({ t, reading, understanding }: ReportContext, row: number): Section {
  const { textNumbers, textDates, mergedSpellings, dateOrder, decimalSeparator, currency } = reading.notes;
  const cells: PlanCell[][] = [
    [t('dataCheck.textNumbers'), textNumbers, null, t('dataCheck.textNumbers.comment')],
    [t('dataCheck.textDates'), textDates, null, t('dataCheck.textDates.comment')],
    [
      t('dataCheck.mergedSpellings'),
      mergedSpellings.length,
      null,
      t(mergedSpellings.length > 0 ? 'dataCheck.mergedSpellings.comment' : 'dataCheck.mergedSpellings.none'),
    ],
  ];
  const { unequalGroups } = reading.notes;
  if (unequalGroups) {
    const rows = unequalGroups.slice(0, UNEQUAL_SHOWN).map((origin) => origin.row);
    const comment = t('dataCheck.unequalGroups.comment', { rows: rows.join(', ') });
    cells.push([t('dataCheck.unequalGroups'), unequalGroups.length, null, comment]);
  }
  if (dateOrder) {
    const decision = t(`dataCheck.dateOrder.${dateOrder.value}`);
    const comment = t(`dataCheck.decided.${dateOrder.by}`, { decision });
    cells.push([t('dataCheck.dateOrder'), null, null, comment]);
  }
  if (decimalSeparator) {
    const decision = t(separatorKey(decimalSeparator.value));
    const comment = t(`dataCheck.decided.${decimalSeparator.by}`, { decision });
    cells.push([t('dataCheck.decimalSeparator'), null, null, comment]);
  }
  if (currency !== null) {
    cells.push([t('dataCheck.currency'), null, null, t('dataCheck.currency.found', { currency })]);
  }
  if (understanding.unit) {
    cells.push([t('dataCheck.unit'), null, null, t(`dataCheck.unit.${understanding.unit}`)]);
  }
  return tableSection(row, t('dataCheck.section.notes'), null, cells, [TEXT, COUNT, null, TEXT]);
}

function spellingsSection({ t, reading }: ReportContext, row: number): Section {
  const { mergedSpellings } = reading.notes;
  if (mergedSpellings.length === 0) return { blocks: [], nextRow: row };
  const headings = [
    t('dataCheck.spellings.client'),
    t('dataCheck.spellings.count'),
    null,
    t('dataCheck.spellings.list'),
  ];
  const cells = mergedSpellings
    .slice(0, MOST_SPELLINGS)
    .map(({ name, spellings }): PlanCell[] => [name, spellings.length, null, spellings.join(' | ')]);
  const section = tableSection(row, t('dataCheck.section.spellings'), headings, cells, [
    TEXT,
    COUNT,
    null,
    TEXT,
  ]);
  if (mergedSpellings.length <= MOST_SPELLINGS) return section;
  const more = t('dataCheck.spellings.more', { shown: MOST_SPELLINGS, all: mergedSpellings.length });
  return {
    blocks: [...section.blocks, line(section.nextRow - 1, 'note', more)],
    nextRow: section.nextRow + 1,
  };
}
