import type { GroupFlag } from '../../domain/dossiers/coverage';
import { GROUP_FLAGS } from '../../domain/dossiers/coverage';
import type { DossierFigures } from '../../domain/dossiers/figures';
import { decisionMakers } from '../../domain/dossiers/figures';
import { DOSSIER_LISTS } from '../../domain/dossiers/schema';
import type { DossierTable } from '../../domain/dossiers/schema';
import { choiceOf, wordsOf } from '../../i18n/dossierWords';
import { areaAddress } from '../addresses';
import { FIGURE_SEPARATOR } from '../dossierFigureCells';
import type { Live } from '../live';
import { literal, live, liveCell } from '../live';
import type { Area } from '../plan';
import { withoutSeparator } from './autoFields';
import { workingCell } from './builder';
import type { Draft } from './fields';
import { SPANS } from './grid';
import { drawTable } from './tables';

/** Every column of the table is one of the page, so that it can be sorted. */
const COLUMNS = [
  'name',
  'position',
  'role',
  'influence',
  'attitude',
  'contact',
  'interest',
  'owner',
  'next',
] as const;
type PeopleColumn = (typeof COLUMNS)[number];

/** Attitude goes by four steps, contact by three: `(attitude+2)/4·contact/3` (method.md §5). */
const GOODWILL_OFFSET = 2;
const STEPS = 12;

/** The decision group: what its numbers mean, its dangers, its people. */
export function drawDecisionGroup(draft: Draft, table: DossierTable, figures: DossierFigures): void {
  const { ctx, page, dossier } = draft;
  const { t } = ctx;
  page.add({ span: SPANS.row, role: 'note', cell: t('dossier.people.scale') });
  const row = page.add(
    { span: SPANS.label, role: 'note', cell: t('dossier.people.flags'), wrap: true },
    { span: SPANS.value, role: 'body', cell: liveCell(flagsLive(draft, figures)), align: 'left', wrap: true },
  );
  const { column } = SPANS.value;
  page.name('groupFlags', row, column);
  page.rules.push({
    kind: 'formula',
    area: { row, column, rows: 1, columns: SPANS.value.columns },
    formula: `=$B$${row}<>""`,
    role: 'warning',
  });
  const spans = Object.fromEntries(COLUMNS.map((each, index) => [each, { column: index + 1, columns: 1 }]));
  const area = drawTable(draft, 'group', table, spans);
  groupCells(draft, area, figures, decisionMakers(dossier.words, choiceOf).length);
}

/** What the coverage and the flags are counted from, over whatever rows the table has now. */
function groupCells({ page, dossier }: Draft, area: Area, figures: DossierFigures, people: number): void {
  const column = (each: PeopleColumn) =>
    areaAddress({ ...area, column: COLUMNS.indexOf(each) + 1, columns: 1 });
  // Equality asks no text to be a number, so that whatever is typed counts as unknown.
  const sum = (list: 'influence' | 'attitude' | 'contact') => {
    const cells = column(list);
    const terms = DOSSIER_LISTS[list].filter((value) => value !== '0');
    return `(${terms.map((value) => `((${cells}=${value})+(${cells}="${value}"))*${value}`).join('+')})`;
  };
  const influence = sum('influence');
  const attitude = sum('attitude');
  const contact = sum('contact');
  const decider = `(${wordsOf('role', 'decides')
    .map((word) => `(${column('role')}=${literal(word)})`)
    .join('+')})`;
  const named = COLUMNS.map((each) => `(${column(each)}<>"")`).join('+');
  const makers = decisionMakers(dossier.words, choiceOf);
  const has = (flag: GroupFlag) => figures.groupFlags.includes(flag);
  const deciders = makers.filter(({ role }) => role === 'decides');
  const inContact = (each: (typeof makers)[number]) => (each.contact ?? 0) > 0;
  const weight = makers.reduce((total, each) => total + (each.influence ?? 0), 0);
  page.set('people', live(`SUMPRODUCT(((${named})>0)*1)`, people));
  page.set('influence', live(`SUMPRODUCT(${influence}*1)`, weight));
  page.set(
    'covered',
    live(
      `SUMPRODUCT(${influence}*${contact}*(${GOODWILL_OFFSET}+${attitude}))/${STEPS}`,
      (figures.coverage ?? 0) * weight,
    ),
  );
  page.set('deciders', live(`SUMPRODUCT(${decider}*1)`, deciders.length));
  page.set('reached', live(`SUMPRODUCT(${decider}*(${contact}>0))`, deciders.filter(inContact).length));
  page.set(
    'against',
    live(
      `IF(SUMPRODUCT(((${decider}+(${influence}=3))>0)*(${attitude}<0))>0,1,0)`,
      has('deciderAgainst') ? 1 : 0,
    ),
  );
  page.set('contacts', live(`SUMPRODUCT((${contact}>0)*1)`, makers.filter(inContact).length));
}

/** The coverage index, `''` while nobody of influence is named. */
export function coverageLive({ coverage }: DossierFigures): Live {
  const weight = workingCell('influence');
  return live(`IF(${weight}>0,${workingCell('covered')}/${weight},"")`, coverage ?? '');
}

function flagsLive({ ctx }: Draft, { groupFlags }: DossierFigures): Live {
  const { t } = ctx;
  const conditions: Readonly<Record<GroupFlag, string>> = {
    noDecider: `AND(${workingCell('people')}>0,${workingCell('deciders')}=0)`,
    noContactWithDecider: `AND(${workingCell('deciders')}>0,${workingCell('reached')}=0)`,
    deciderAgainst: `${workingCell('against')}=1`,
    singleContact: `${workingCell('contacts')}=1`,
  };
  const words = (flag: GroupFlag) => t(`register.flag.${flag}`);
  const parts = GROUP_FLAGS.map(
    (flag) => `IF(${conditions[flag]},${literal(FIGURE_SEPARATOR + words(flag))},"")`,
  );
  return live(withoutSeparator(parts.join('&')), groupFlags.map(words).join(FIGURE_SEPARATOR));
}
