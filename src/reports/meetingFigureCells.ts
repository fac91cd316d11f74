import { fieldValue } from '../domain/dossiers/book';
import { dayOf } from '../domain/dossiers/figures';
import type { CellValue } from '../domain/shared/grid';
import type { MeetingFigure, MeetingPage } from './pages';

/** What stands in each named cell of a meeting report, on its page and wherever it is called; its agreements are an area. */
export function meetingFigureCells({
  words,
}: Pick<MeetingPage, 'words'>): Readonly<Record<Exclude<MeetingFigure, 'agreements'>, CellValue>> {
  const text = (field: string): string => String(fieldValue(words, `meeting.${field}`));
  const date = (field: string): CellValue => dayOf(fieldValue(words, `meeting.${field}`)) ?? '';
  return {
    date: date('date'),
    goal: text('goal'),
    outcome: text('outcome'),
    nextStep: text('nextStep'),
    nextDate: date('nextDate'),
    nextOwner: text('nextOwner'),
  };
}
