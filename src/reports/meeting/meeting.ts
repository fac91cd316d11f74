import { NOTES } from '../../domain/dossiers/book';
import type { ReportContext } from '../context';
import type { MeetingPage } from '../pages';
import type { PagePlan } from '../plan';
import { line } from '../tabHead';

const TAB_COLOR = '#7B4B94';

/** The report of a meeting (method.md §5). */
export function meetingPlan(_ctx: ReportContext, { key, tab, entry }: MeetingPage): PagePlan {
  return {
    key,
    tab,
    tabColor: TAB_COLOR,
    columnWidths: [24, 40, 3, 3, 3],
    blocks: [
      line(2, 'title', entry.name),
      line(3, 'body', 'date'),
      { row: 3, column: 2, role: 'input', cells: [[null]], formats: ['dd.mm.yyyy'] },
      { row: 5, column: 1, role: 'input', cells: [[null], [null], [null]] },
    ],
    names: [],
    tables: [],
    rules: [],
    validations: [],
    charts: [],
    inputs: [],
    hiddenColumns: [3, 4, 5],
    page: {
      signColumn: 3,
      rows: 7,
      fields: [{ key: 'meeting.date', row: 3, column: 2, blank: '?' }],
      tables: [{ key: NOTES.table, row: 5, rows: 3, columns: [{ field: NOTES.field, column: 1 }] }],
    },
    freeze: { rows: 0, columns: 0 },
    print: {
      orientation: 'portrait',
      titleRows: null,
      area: { row: 2, column: 1, rows: 6, columns: 2 },
      footer: '',
    },
  };
}
