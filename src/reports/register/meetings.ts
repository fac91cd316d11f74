import { onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { dateFormat, TEXT } from '../formats';
import { live, liveCell } from '../live';
import { meetingFigureCells } from '../meetingFigureCells';
import { pageName } from '../pages';
import type { MeetingPage } from '../pages';
import type { Block, PlanCell } from '../plan';
import type { Section } from '../section';
import { noteSection } from '../section';
import { line } from '../tabHead';
import { columnOf } from './layout';

/** Reports listed one by one. */
const MOST_MEETINGS = 30;
/** Columns that a next step runs over. */
const STEP_COLUMNS = 5;
/** A tab's first row is out of sight. */
const TOP_OF_A_PAGE = '$A$2';

/** Reports of meetings, the newest first, with links to their tabs; live by the named cells of each. */
export function meetingsSection(ctx: ReportContext, row: number): Section {
  const { t, pages, language } = ctx;
  const title = t('register.meetings');
  const { meetings } = pages;
  if (meetings.length === 0) return noteSection(row, title, t('register.meetings.none'));
  const shown = meetings.slice(0, MOST_MEETINGS);
  const first = row + 2;
  const left = meetings.length - shown.length;
  return {
    blocks: [
      line(row, 'heading', title),
      {
        row: row + 1,
        column: columnOf('client'),
        role: 'columnHeading',
        align: [null, 'right', null, 'right', null],
        cells: [
          [
            t('register.column.client'),
            t('meeting.date'),
            t('meeting.outcome'),
            t('register.column.nextDate'),
            t('register.column.nextStep'),
            // Room for the step, which runs over its neighbours.
            ...new Array<null>(STEP_COLUMNS - 1).fill(null),
          ],
        ],
      },
      ...shown.map(({ tab, entry, facts }, index): Block => ({
        row: first + index,
        column: columnOf('client'),
        role: 'link',
        formats: [TEXT],
        target: onSheet(tab, TOP_OF_A_PAGE),
        cells: [[facts.name ?? entry.name]],
      })),
      {
        row: first,
        column: columnOf('client') + 1,
        role: 'body',
        formats: [dateFormat(language), null, dateFormat(language), null],
        align: ['right', null, 'right', null],
        cells: shown.map(cellsOf),
      },
      ...(left > 0
        ? [line(first + shown.length, 'note', t('register.meetings.more', { count: left }), 2)]
        : []),
    ],
    nextRow: first + shown.length + (left > 0 ? 1 : 0) + 1,
  };
}

function cellsOf(page: MeetingPage): readonly PlanCell[] {
  const values = meetingFigureCells(page);
  const text = (figure: 'outcome' | 'nextStep') =>
    liveCell(live(`IFERROR(${pageName(page.key, figure)}&"","")`, values[figure]));
  const date = (figure: 'date' | 'nextDate') => {
    const at = pageName(page.key, figure);
    return liveCell(live(`IFERROR(IF(ISNUMBER(${at}),${at},""),"")`, values[figure]));
  };
  return [date('date'), text('outcome'), date('nextDate'), text('nextStep')];
}
