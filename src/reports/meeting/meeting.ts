import { NOTES } from '../../domain/dossiers/book';
import { FIRST_SERIAL, LAST_SERIAL } from '../../domain/shared/dates';
import { choicesOf } from '../../i18n/dossierWords';
import type { TextKey } from '../../i18n/translate';
import { absolute } from '../addresses';
import type { ReportContext } from '../context';
import { dateFormat, PERCENT, TEXT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell } from '../live';
import { meetingFigureCells } from '../meetingFigureCells';
import { MEETING_FIGURES, pageName } from '../pages';
import type { MeetingPage } from '../pages';
import type { Area, Block, PageField, PagePlan, PlanCell, PlanValidation } from '../plan';
import { line } from '../tabHead';
import { dealPart, UNKNOWN } from './deal';
import type { DealPart } from './deal';
import type { FormLayout, FormRow } from './layout';
import {
  COLUMN,
  COLUMN_WIDTHS,
  dealArea,
  formLayout,
  HIDDEN_COLUMNS,
  inOrder,
  LAST_COLUMN,
  SIGN_COLUMN,
  WORKING_COLUMN,
  workingArea,
} from './layout';

const TAB_COLOR = '#7B4B94';

/** Cells of people's: their row and column; those over the whole width, and what may stand in them. */
interface FormField {
  readonly field: string;
  readonly row: FormRow;
  readonly place: 'wide' | 'words' | 'short';
  readonly holds: 'text' | 'date' | 'share' | 'choice';
  /** Lines it has room for. */
  readonly lines?: number;
}

const FIELDS: readonly FormField[] = [
  { field: 'date', row: 'client', place: 'short', holds: 'date' },
  { field: 'place', row: 'place', place: 'words', holds: 'text' },
  { field: 'ours', row: 'ours', place: 'wide', holds: 'text' },
  { field: 'theirs', row: 'theirs', place: 'wide', holds: 'text' },
  { field: 'goal', row: 'goal', place: 'wide', holds: 'text', lines: 2 },
  { field: 'outcome', row: 'outcome', place: 'words', holds: 'choice' },
  { field: 'discussed', row: 'discussed', place: 'wide', holds: 'text', lines: 8 },
  { field: 'needs', row: 'needs', place: 'wide', holds: 'text', lines: 4 },
  { field: 'objections', row: 'objections', place: 'wide', holds: 'text', lines: 3 },
  { field: 'competitors', row: 'competitors', place: 'wide', holds: 'text', lines: 3 },
  { field: 'nextStep', row: 'nextStep', place: 'words', holds: 'text', lines: 2 },
  { field: 'nextDate', row: 'nextStep', place: 'short', holds: 'date' },
  { field: 'nextOwner', row: 'nextOwner', place: 'words', holds: 'text' },
  { field: 'deal', row: 'deal', place: 'words', holds: 'choice' },
  { field: 'after', row: 'after', place: 'short', holds: 'share' },
  { field: 'confirm', row: 'after', place: 'words', holds: 'choice' },
];

/** Columns of the table of agreements. */
const AGREEMENTS = ['who', 'what', 'when', 'state'] as const;
const LINES_OF_A_ROW = 2;

/** The report of a meeting (method.md §5): a form of one page. */
export function meetingPlan(ctx: ReportContext, page: MeetingPage): PagePlan {
  const layout = formLayout(page);
  const deal = dealPart(ctx, page, layout);
  return {
    key: page.key,
    tab: page.tab,
    tabColor: TAB_COLOR,
    columnWidths: COLUMN_WIDTHS,
    blocks: [
      ...headBlocks(ctx, page, layout),
      ...labelBlocks(ctx, page, layout),
      ...FIELDS.map((field) => fieldBlock(ctx, field, layout)),
      ...tableBlocks(ctx, layout),
      ...dealLines(ctx, page, deal, layout),
      ...deal.blocks,
      workingBlock(page, deal, layout),
    ],
    names: MEETING_FIGURES.map((figure) => ({
      name: pageName(page.key, figure),
      area: figure === 'agreements' ? layout.agreements : workingArea(figure),
    })),
    tables: [],
    rules: [],
    validations: validationsOf(ctx, page, layout),
    charts: [],
    inputs: [],
    hiddenColumns: HIDDEN_COLUMNS,
    merges: mergesOf(layout),
    page: {
      signColumn: SIGN_COLUMN,
      rows: layout.lastRow,
      fields: FIELDS.map((field): PageField => ({
        key: `meeting.${field.field}`,
        ...placeOf(field, layout),
        blank: UNKNOWN,
      })),
      tables: [
        {
          key: 'agreements',
          row: layout.agreements.row,
          rows: layout.agreements.rows,
          columns: AGREEMENTS.map((field, index) => ({ field, column: index + 1 })),
        },
        {
          key: NOTES.table,
          row: layout.notes.row,
          rows: layout.notes.rows,
          columns: [{ field: NOTES.field, column: COLUMN.label }],
        },
      ],
    },
    freeze: { rows: 0, columns: 0 },
    print: {
      orientation: 'portrait',
      titleRows: null,
      area: { row: 2, column: 1, rows: layout.lastRow - 1, columns: LAST_COLUMN },
      footer: `${page.tab.replace(/&/g, '&&')} · ${ctx.t('report.page')}`,
      fitToPages: { wide: 1, tall: 1 },
      centered: true,
    },
  };
}

function placeOf({ row, place }: FormField, layout: FormLayout): { row: number; column: number } {
  return { row: layout.rowOf(row), column: place === 'short' ? COLUMN.short : COLUMN.words };
}

function placeOfField(field: string, layout: FormLayout): { row: number; column: number } {
  const found = FIELDS.find((each) => each.field === field);
  if (!found) throw new Error(`A report has no field ${field}`);
  return placeOf(found, layout);
}

function headBlocks({ t, tabNames }: ReportContext, page: MeetingPage, { rowOf }: FormLayout): Block[] {
  const name = page.facts.name ?? page.entry.name;
  return [
    line(rowOf('title'), 'title', t('meeting.title', { client: name })),
    line(rowOf('how'), 'note', t('meeting.how', { register: tabNames.dossiers })),
    {
      row: rowOf('client'),
      column: COLUMN.words,
      role: 'body',
      formats: [TEXT],
      wrap: true,
      cells: [[name]],
    },
    {
      row: rowOf('place'),
      column: COLUMN.short,
      role: 'body',
      formats: [TEXT],
      wrap: true,
      cells: [[page.facts.manager ?? UNKNOWN]],
    },
  ];
}

/** Labels of rows left, of short cells right, and headings. */
function labelBlocks({ t }: ReportContext, { entry }: MeetingPage, { rowOf }: FormLayout): Block[] {
  const left: readonly (readonly [FormRow, TextKey])[] = [
    ['client', 'meeting.client'],
    ['place', 'meeting.place'],
    ['ours', 'meeting.ours'],
    ['theirs', 'meeting.theirs'],
    ['goal', 'meeting.goal'],
    ['outcome', 'meeting.outcome'],
    ['discussed', 'meeting.discussed'],
    ['needs', 'meeting.needs'],
    ['objections', 'meeting.objections'],
    ['competitors', 'meeting.competitors'],
    ['nextStep', 'meeting.nextStep'],
    ['nextOwner', 'meeting.nextOwner'],
    ['deal', 'meeting.deal'],
    ['after', 'meeting.confirm'],
  ];
  const right: readonly (readonly [FormRow, TextKey])[] = [
    ['client', 'meeting.date'],
    ['place', 'meeting.manager'],
    ['nextStep', 'meeting.nextDate'],
    // Once the probability is carried over, the one in force is no longer that of before.
    ['deal', entry.applied === null ? 'meeting.before' : 'meeting.now'],
    ['after', 'meeting.after'],
  ];
  const headings: readonly (readonly [FormRow, TextKey])[] = [
    ['talkHeading', 'meeting.talk'],
    ['agreedHeading', 'meeting.agreed'],
    ['dealHeading', 'meeting.dealHeading'],
    ['notesHeading', 'meeting.notes'],
  ];
  const label = (row: FormRow, key: TextKey, column: number): Block => ({
    row: rowOf(row),
    column,
    role: 'body',
    cells: [[t(key)]],
  });
  return [
    ...left.map(([row, key]) => label(row, key, COLUMN.label)),
    ...right.map(([row, key]) => label(row, key, COLUMN.shortLabel)),
    ...headings.map(([row, key]) => line(rowOf(row), 'heading', t(key))),
    line(rowOf('privacy'), 'note', t('meeting.privacy')),
  ];
}

function fieldBlock({ language }: ReportContext, field: FormField, layout: FormLayout): Block {
  const formats: Readonly<Record<FormField['holds'], string>> = {
    text: TEXT,
    choice: TEXT,
    date: dateFormat(language),
    share: PERCENT,
  };
  const width = field.place === 'wide' ? LAST_COLUMN - COLUMN.label : 1;
  return {
    ...placeOf(field, layout),
    role: 'input',
    formats: new Array<string>(width).fill(formats[field.holds]),
    align: new Array<'left'>(width).fill('left'),
    wrap: true,
    lines: field.lines ?? 1,
    cells: [new Array<null>(width).fill(null)],
  };
}

function tableBlocks({ t, language }: ReportContext, { rowOf, agreements, notes }: FormLayout): Block[] {
  const blank = ({ rows, columns }: Area): PlanCell[][] =>
    Array.from({ length: rows }, () => new Array<null>(columns).fill(null));
  return [
    {
      row: rowOf('agreedColumns'),
      column: COLUMN.label,
      role: 'columnHeading',
      cells: [AGREEMENTS.map((field) => t(`meeting.agreements.${field}`))],
    },
    {
      row: agreements.row,
      column: agreements.column,
      role: 'input',
      formats: [TEXT, TEXT, dateFormat(language), TEXT],
      align: ['left', 'left', 'left', 'left'],
      wrap: true,
      lines: LINES_OF_A_ROW,
      cells: blank(agreements),
    },
    {
      row: notes.row,
      column: notes.column,
      role: 'input',
      formats: new Array<string>(notes.columns).fill(TEXT),
      align: new Array<'left'>(notes.columns).fill('left'),
      wrap: true,
      lines: LINES_OF_A_ROW,
      cells: blank(notes),
    },
  ];
}

/** The probability now, what becomes of the new one, and what was carried over. */
function dealLines(
  { t }: ReportContext,
  { facts }: MeetingPage,
  deal: DealPart,
  { rowOf }: FormLayout,
): Block[] {
  const hasDeals = facts.deals.open.length > 0;
  return [
    {
      row: rowOf('deal'),
      column: COLUMN.short,
      role: 'body',
      formats: [PERCENT],
      align: ['left'],
      cells: [[liveCell(deal.before)]],
    },
    line(rowOf('status'), 'note', hasDeals ? liveCell(deal.status) : t('meeting.noDeals')),
    ...(deal.applied === '' ? [] : [line(rowOf('applied'), 'note', deal.applied)]),
  ];
}

/** Rows whose cells are one: words over the whole width, and notes. */
function mergesOf(layout: FormLayout): Area[] {
  const wide = FIELDS.filter(({ place }) => place === 'wide').map(({ row }): Area => ({
    row: layout.rowOf(row),
    column: COLUMN.words,
    rows: 1,
    columns: LAST_COLUMN - COLUMN.label,
  }));
  return [...wide, layout.notes];
}

function validationsOf({ t }: ReportContext, page: MeetingPage, layout: FormLayout): PlanValidation[] {
  const cell = (field: string): Area => ({ ...placeOfField(field, layout), rows: 1, columns: 1 });
  const column = (field: (typeof AGREEMENTS)[number]): Area => ({
    ...layout.agreements,
    column: AGREEMENTS.indexOf(field) + 1,
    columns: 1,
  });
  const { open } = page.facts.deals;
  const dates = [cell('date'), cell('nextDate'), column('when')];
  return [
    ...dates.map((area): PlanValidation => ({
      area,
      rule: { kind: 'date' },
      message: t('meeting.input.date'),
    })),
    {
      area: cell('outcome'),
      rule: { kind: 'list', values: choicesOf('outcome', t) },
      message: t('meeting.input.list'),
    },
    {
      area: column('state'),
      rule: { kind: 'list', values: choicesOf('actionStatus', t) },
      message: t('meeting.input.list'),
    },
    {
      area: cell('after'),
      rule: { kind: 'decimal', min: 0, max: 1 },
      message: t('meeting.input.after'),
    },
    {
      area: cell('confirm'),
      rule: { kind: 'list', values: choicesOf('confirm', t) },
      message: t('meeting.input.confirm'),
    },
    ...(open.length === 0
      ? []
      : [
          {
            area: cell('deal'),
            rule: {
              kind: 'listRange' as const,
              tab: page.tab,
              source: dealArea('label', open.length),
            },
            message: t('meeting.input.deal'),
          },
        ]),
  ];
}

/**
 * Clean figures in the first row, which dossiers and the register call: days that are days, words without the sign of
 * the unknown.
 */
function workingBlock(page: MeetingPage, deal: DealPart, layout: FormLayout): Block {
  const values = meetingFigureCells(page);
  const cell = (field: keyof typeof values): string => {
    const { row, column } = placeOfField(field, layout);
    return absolute(row, column);
  };
  const text = (field: keyof typeof values): Live =>
    live(`IFERROR(IF(${cell(field)}=${literal(UNKNOWN)},"",${cell(field)}&""),"")`, values[field]);
  const date = (field: keyof typeof values): Live =>
    live(
      `IFERROR(IF(ISNUMBER(${cell(field)}),IF(AND(${cell(field)}>=${FIRST_SERIAL},${cell(field)}<${LAST_SERIAL + 1}),` +
        `INT(${cell(field)}),""),""),"")`,
      values[field],
    );
  const cells = inOrder<Live>({
    date: date('date'),
    goal: text('goal'),
    outcome: text('outcome'),
    nextStep: text('nextStep'),
    nextDate: date('nextDate'),
    nextOwner: text('nextOwner'),
    deal: deal.chosen,
    probability: deal.after,
  });
  return { row: 1, column: WORKING_COLUMN, role: 'note', cells: [cells.map(liveCell)] };
}
