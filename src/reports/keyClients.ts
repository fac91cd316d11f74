import { KEY_MARKS } from '../domain/entries';
import type { ReportContext } from './context';
import { HELP_ROW, listCells, listedClients, WIDTHS, WORKING_WIDTHS } from './keyClients/layout';
import { additionSection } from './keyClients/addition';
import { keyList, TICKS } from './keyClients/list';
import { loadTable, managersWithKeys } from './keyClients/load';
import { keySummary } from './keyClients/summary';
import type { Block, SheetPlan } from './plan';
import { footer, line, tabHead, warnings } from './tabHead';

const TAB_COLOR = '#B5541C';
/** Number and client stay in sight. */
const FROZEN_COLUMNS = 2;

/**
 * The tab «Ключевые клиенты» (method.md §3): large is not the same as key. Who is key by share, whom people mark, how
 * many managers that takes, and how the key clients are spread over them.
 */
export function keyClientsPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames } = ctx;
  const listed = listedClients(ctx);
  const cells = listCells(Math.max(1, listed.length), TICKS.length);
  const list = keyList(ctx, listed, cells);
  const shown = { ...cells, rows: listed.length };
  const addition = additionSection(ctx, list.nextRow, shown);
  const place = { row: addition.nextRow, cells: shown };
  const load = loadTable(ctx, place);
  const summary = keySummary(ctx, shown, managersWithKeys(ctx, place));
  const sections = [summary, list, addition, load];
  return {
    key: 'keyClients',
    tab: tabNames.keyClients,
    tabColor: TAB_COLOR,
    columnWidths: [...WIDTHS, ...WORKING_WIDTHS],
    blocks: [
      ...tabHead(ctx, t('keyClients.title'), t('keyClients.model'), warnings(ctx)),
      ...helpBlocks(ctx),
      ...sections.flatMap(({ blocks }) => blocks),
    ],
    names: sections.flatMap(({ names = [] }) => names),
    tables: [],
    rules: sections.flatMap(({ rules = [] }) => rules),
    validations: sections.flatMap(({ validations = [] }) => validations),
    charts: [],
    inputs: sections.flatMap(({ inputs = [] }) => inputs),
    freeze: { rows: 1, columns: FROZEN_COLUMNS },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: load.nextRow - 2, columns: WIDTHS.length },
      footer: footer(ctx, 'keyClients'),
    },
  };
}

/** What each mark means, and how the list is made. */
function helpBlocks({ t }: ReportContext): readonly Block[] {
  return [
    line(HELP_ROW, 'heading', t('keyClients.help')),
    ...KEY_MARKS.map((mark, index) => line(HELP_ROW + 1 + index, 'note', t(`keyClients.help.${mark}`))),
    line(HELP_ROW + 1 + KEY_MARKS.length, 'note', t('keyClients.help.list')),
  ];
}
