import { fieldValue, tableRows } from '../../domain/dossiers/book';
import { COUNTED_MEETINGS, dayOf, isOver } from '../../domain/dossiers/figures';
import type { DossierFigures } from '../../domain/dossiers/figures';
import type { DossierTable } from '../../domain/dossiers/schema';
import { FIRST_SERIAL, LAST_SERIAL } from '../../domain/shared/dates';
import type { CellValue } from '../../domain/shared/grid';
import { choiceOf, wordsOf } from '../../i18n/dossierWords';
import { absolute } from '../addresses';
import { dateFormat } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell } from '../live';
import type { MeetingFigure, MeetingPage } from '../pages';
import { pageName } from '../pages';
import type { PlanCell } from '../plan';
import { workingCell } from './builder';
import type { Draft } from './fields';
import { FIRST_ROW, SPANS, UNKNOWN } from './grid';
import { drawTable } from './tables';
import type { TableSpans } from './tables';

/** Actions of people's and agreements of meetings stand in the same columns. */
const COLUMNS = {
  action: { column: 1, columns: 5 },
  owner: { column: 6, columns: 2 },
  due: { column: 8, columns: 1 },
  status: { column: 9, columns: 1 },
} as const satisfies TableSpans;

/** Agreements that a page has room for. */
const SHOWN = 5;
/** Later than any day: steps without a day come last. */
const LATE = 9_999_999;

/** Columns of a meeting's agreements. */
const AGREEMENT = { who: 1, what: 2, when: 3, state: 4 } as const;

/** The rows in which steps stand. */
export interface StepRows {
  readonly first: number;
  readonly last: number;
}

/** What is agreed and not done: live, as the meeting's page says it now. */
interface OpenAgreement {
  readonly what: Live;
  readonly who: Live;
  readonly when: Live;
  readonly state: Live;
  readonly day: number;
}

/** Actions that people plan, and below them what meetings have left to do; answers with the rows of both. */
export function drawSteps(draft: Draft, actions: DossierTable): StepRows {
  const { ctx, page, dossier } = draft;
  const { t, language } = ctx;
  const area = drawTable(draft, 'plan', actions, COLUMNS);
  const typed = tableRows(dossier.words, actions.key);
  for (let index = 0; index < area.rows; index++) {
    const { action = '', due = '', status = '' } = typed[index] ?? {};
    stepDay(draft, area.row + index, action === '' || isOver(status, choiceOf) ? null : (dayOf(due) ?? LATE));
  }
  const [last] = dossier.meetings;
  if (last) {
    const { row } = page;
    page.add(
      { span: SPANS.label, role: 'note', cell: t('dossier.meeting.last'), wrap: true },
      {
        span: SPANS.leftValue,
        role: 'body',
        cell: knownCell(meetingDay(last)),
        format: `_0${dateFormat(language)}`,
        align: 'left',
      },
      { span: SPANS.rightLabel, role: 'note', cell: t('dossier.meeting.outcome'), wrap: true },
      { span: SPANS.rightValue, role: 'body', cell: knownCell(meetingText(last, 'outcome')), align: 'left' },
    );
    for (const { column } of [SPANS.leftValue, SPANS.rightValue]) page.markUnknown(row, column);
  }
  const open = openAgreements(draft);
  if (open.length > 0) page.add({ span: SPANS.row, role: 'note', cell: t('dossier.meetings') });
  for (const { what, who, when, state, day } of open) {
    const row = page.add(
      { span: COLUMNS.action, role: 'body', cell: liveCell(what), wrap: true },
      { span: COLUMNS.owner, role: 'body', cell: liveCell(who), wrap: true },
      {
        span: COLUMNS.due,
        role: 'body',
        cell: liveCell(when),
        format: dateFormat(language),
        align: 'center',
      },
      { span: COLUMNS.status, role: 'body', cell: liveCell(state) },
    );
    stepDay(draft, row, day);
  }
  return { first: area.row, last: page.row - 1 };
}

/** The day of a step beside its row: blank where nothing is left to do. */
function stepDay({ page }: Draft, row: number, day: number | null): void {
  const { action, due, status } = COLUMNS;
  const at = ({ column }: { readonly column: number }) => absolute(row, column);
  const over = (['done', 'dropped'] as const)
    .flatMap((state) => wordsOf('actionStatus', state))
    .map((word) => `TRIM(${at(status)})=${literal(word)}`);
  page.work(row, 'stepDay', {
    formula:
      `=IF(OR(TRIM(${at(action)})="",${over.join(',')}),"",` +
      `IF(AND(N(${at(due)})>=${FIRST_SERIAL},N(${at(due)})<${LAST_SERIAL + 1}),INT(N(${at(due)})),${LATE}))`,
    value: day ?? '',
  });
}

/** The step that is due first, and its day: `''` without one. */
export function nextLive(
  { page }: Draft,
  { first, last }: StepRows,
  { next }: DossierFigures,
): { readonly step: Live; readonly day: Live } {
  const days = page.column('stepDay', first, last);
  const { column } = COLUMNS.action;
  const texts = `${absolute(first, column)}:${absolute(last, column)}`;
  page.set('nextDay', live(`IF(COUNT(${days})=0,"",MIN(${days}))`, next ? (next.day ?? LATE) : ''));
  const nextDay = workingCell('nextDay');
  return {
    step: live(`IF(${nextDay}="","",INDEX(${texts},MATCH(${nextDay},${days},0))&"")`, next?.text ?? ''),
    day: live(`IF(${nextDay}="","",IF(${nextDay}>=${LATE},"",${nextDay}))`, next?.day ?? ''),
  };
}

/** The next step of the newest meeting that names one, and the agreements of the meetings: the first due of what is open. */
function openAgreements({ dossier }: Draft): readonly OpenAgreement[] {
  const meetings = dossier.meetings.slice(0, COUNTED_MEETINGS);
  const named = meetings.find(({ words }) => fieldValue(words, 'meeting.nextStep') !== '');
  const open = [
    ...(named ? [nextOfMeeting(named)] : []),
    ...meetings.flatMap((meeting) =>
      tableRows(meeting.words, 'agreements').flatMap((row, index) => {
        const isOpen = (row.what ?? '') !== '' && !isOver(row.state ?? '', choiceOf);
        return isOpen ? [agreementOf(meeting, row, index + 1)] : [];
      }),
    ),
  ];
  const first = [...open.keys()]
    .sort((one, other) => (open[one]?.day ?? LATE) - (open[other]?.day ?? LATE))
    .slice(0, SHOWN);
  return open.filter((_, index) => first.includes(index));
}

function nextOfMeeting(meeting: MeetingPage): OpenAgreement {
  const day = fieldValue(meeting.words, 'meeting.nextDate');
  return {
    what: meetingText(meeting, 'nextStep'),
    who: meetingText(meeting, 'nextOwner'),
    when: asGiven(`${pageName(meeting.key, 'nextDate')}`, day),
    state: live('""', ''),
    day: dayOf(day) ?? LATE,
  };
}

function agreementOf(
  meeting: MeetingPage,
  row: ReturnType<typeof tableRows>[number],
  number: number,
): OpenAgreement {
  const cell = (field: keyof typeof AGREEMENT) =>
    `INDEX(${pageName(meeting.key, 'agreements')},${number},${AGREEMENT[field]})`;
  const text = (field: keyof typeof AGREEMENT) =>
    live(`IFERROR(${cell(field)}&"","")`, String(row[field] ?? ''));
  const when = row.when ?? '';
  return {
    what: text('what'),
    who: text('who'),
    when: asGiven(cell('when'), when),
    state: text('state'),
    day: dayOf(when) ?? LATE,
  };
}

/** Words of a meeting's page: `''` where it shows that nothing is typed. */
function meetingText({ key, words }: MeetingPage, figure: MeetingFigure): Live {
  const name = pageName(key, figure);
  const typed = String(fieldValue(words, `meeting.${figure}`));
  return live(`IFERROR(IF(${name}="${UNKNOWN}","",${name}&""),"")`, typed);
}

function meetingDay({ key, words }: MeetingPage): Live {
  const typed = fieldValue(words, 'meeting.date');
  const name = pageName(key, 'date');
  return live(dayFormula(name), dayOf(typed) ?? '');
}

/** A number that is a day of our time, else `''`. */
function dayFormula(cell: string): string {
  return `IFERROR(IF(AND(N(${cell})>=${FIRST_SERIAL},N(${cell})<${LAST_SERIAL + 1}),INT(N(${cell})),""),"")`;
}

/** A day as it was typed, in words too. */
function asGiven(cell: string, value: CellValue): Live {
  return live(`IFERROR(IF(OR(${cell}="",${cell}="${UNKNOWN}"),"",${cell}),"")`, value);
}

function knownCell({ formula, value }: Live): PlanCell {
  return liveCell(live(`IF(${formula}="","${UNKNOWN}",${formula})`, value === '' ? UNKNOWN : value));
}

/** The later of the day typed as updated and the days of the meetings: `''` without any. */
export function updatedLive({ page, places, dossier }: Draft, { updated }: DossierFigures): Live {
  const meetings = dossier.meetings.slice(0, COUNTED_MEETINGS);
  meetings.forEach((meeting, index) => {
    page.work(FIRST_ROW + index, 'meetingDay', liveCell(meetingDay(meeting)));
  });
  const place = places.get('passport.updated');
  const typed = place ? dayFormula(absolute(place.row, place.column)) : '""';
  const days = page.column('meetingDay', FIRST_ROW, FIRST_ROW + COUNTED_MEETINGS - 1);
  return live(
    `IF(AND(${typed}="",COUNT(${days})=0),"",MAX(${days},IF(${typed}="",0,${typed})))`,
    updated ?? '',
  );
}
