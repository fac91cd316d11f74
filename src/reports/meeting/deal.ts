import type { Deal } from '../../domain/deals/types';
import { fieldValue, UNKNOWN_SIGN } from '../../domain/dossiers/book';
import { openDealLabels } from '../../domain/dossiers/openDealLabels';
import type { CellValue } from '../../domain/shared/grid';
import { wordsOf } from '../../i18n/dossierWords';
import { formatDate, formatPercent } from '../../i18n/numbers';
import type { TextKey } from '../../i18n/translate';
import type { ReportContext } from '../context';
import { dealColumn } from '../deals/layout';
import { COUNT, PERCENT, TEXT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf } from '../live';
import type { MeetingPage } from '../pages';
import type { Block } from '../plan';
import { COLUMN, dealAddress, dealArea, workingCell } from './layout';
import type { FormLayout } from './layout';
import { absolute } from '../addresses';

/** What stands where nothing is typed or known. */
export const UNKNOWN = UNKNOWN_SIGN;
/** Probabilities that differ by less are the same. */
const SAME = 1e-6;

/** The deal of a report: which one is meant, how likely it is now, and what became of the probability after. */
export interface DealPart {
  /** Number of the deal chosen among the open ones, from 1; 0 if none. */
  readonly chosen: Live;
  /** The probability after, 0 … 1; `''` while it is no number of 0 … 100 %. */
  readonly after: Live;
  /** The probability in force now. */
  readonly before: Live;
  /** Whether the probability is carried over, and what is missing for that. */
  readonly status: Live;
  /** What was carried over, and when; `''` if nothing was. */
  readonly applied: string;
  readonly blocks: readonly Block[];
}

/** Works out what a report says of the client's deals. */
export function dealPart(ctx: ReportContext, page: MeetingPage, layout: FormLayout): DealPart {
  const { open } = page.facts.deals;
  const labels = openDealLabels(open);
  const at = (row: 'deal' | 'after', column: number) => absolute(layout.rowOf(row), column);
  const [deal, after, confirm] = [
    at('deal', COLUMN.words),
    at('after', COLUMN.short),
    at('after', COLUMN.words),
  ];
  const typed = (field: string): CellValue => fieldValue(page.words, `meeting.${field}`);
  const place = labels.findIndex(({ label }) => isSame(label, typed('deal')));
  const chosenDeal = open[place];
  const chosen = live(
    `IFERROR(SUMPRODUCT((${dealAddress('label', open.length)}=${deal})*(${deal}<>"")*` +
      `${dealAddress('number', open.length)}),0)`,
    place + 1,
  );
  const probability = probabilityOf(typed('after'));
  const number = `IF(${after}>1,${after}/100,${after})`;
  const afterLive = live(
    `IFERROR(IF(ISNUMBER(${after}),IF(AND(${after}>=0,${after}<=100),${number},""),""),"")`,
    probability ?? '',
  );
  const chance = `INDEX(${dealAddress('probability', open.length)},${workingCell('deal')})`;
  const before = live(
    `IFERROR(IF(${workingCell('deal')}=0,${literal(UNKNOWN)},IF(ISNUMBER(${chance}),${chance},${literal(UNKNOWN)})),${literal(UNKNOWN)})`,
    chosenDeal?.probability ?? UNKNOWN,
  );
  return {
    chosen,
    after: afterLive,
    before,
    status: statusOf(),
    applied: appliedText(ctx, page),
    blocks: dealBlocks(ctx, open),
  };

  function statusOf(): Live {
    const { t } = ctx;
    const words = (key: TextKey): Live => live(literal(t(key)), t(key));
    const share = percentOf(workingCell('probability'), probability ?? 0);
    const known = page.entry.applied;
    const appliedPlace = known === null ? 0 : open.findIndex(({ key }) => key === known.deal) + 1;
    const isYes = wordsOf('confirm', 'yes').some((word) => isSame(word, typed('confirm')));
    const yes = wordsOf('confirm', 'yes').map((word) => `${confirm}=${literal(word)}`);
    const isApplied =
      known !== null &&
      appliedPlace > 0 &&
      place + 1 === appliedPlace &&
      probability !== null &&
      Math.abs(probability - known.probability) < SAME;
    const cases: readonly Case[] = [
      { when: `NOT(OR(${yes.join(',')}))`, is: !isYes, then: words('meeting.status.ask') },
      {
        when: `OR(${deal}="",${deal}=${literal(UNKNOWN)})`,
        is: typed('deal') === '',
        then: words('meeting.status.noDeal'),
      },
      { when: `${workingCell('deal')}=0`, is: place < 0, then: words('meeting.status.unknownDeal') },
      {
        when: `OR(${after}="",${after}=${literal(UNKNOWN)})`,
        is: typed('after') === '',
        then: words('meeting.status.noProbability'),
      },
      {
        when: `NOT(ISNUMBER(${after}))`,
        is: typeof typed('after') !== 'number',
        then: words('meeting.status.text'),
      },
      {
        when: `NOT(ISNUMBER(${workingCell('probability')}))`,
        is: probability === null,
        then: words('meeting.status.badProbability'),
      },
      ...(known === null || appliedPlace === 0
        ? []
        : [
            {
              when: `AND(${workingCell('deal')}=${appliedPlace},ABS(${workingCell('probability')}-${known.probability})<${SAME})`,
              is: isApplied,
              then: words('meeting.status.done'),
            },
          ]),
    ];
    return firstOf(cases, liveText(t('meeting.status.soon'), { p: share }));
  }
}

interface Case {
  readonly when: string;
  readonly is: boolean;
  readonly then: Live;
}

/** The sentence of the first case that holds, else the last one. */
function firstOf(cases: readonly Case[], otherwise: Live): Live {
  return cases.reduceRight(
    (rest, { when, is, then }) =>
      live(`IF(${when},${then.formula},${rest.formula})`, is ? then.value : rest.value),
    otherwise,
  );
}

/** The client's open deals out of sight: what they are called, their keys, and their probabilities on «Сделки». */
function dealBlocks(ctx: ReportContext, open: readonly Deal[]): readonly Block[] {
  const column = dealColumn(ctx);
  const { row, column: left } = dealArea('number', open.length);
  const labels = openDealLabels(open);
  if (labels.length === 0) return [];
  return [
    {
      row,
      column: left,
      role: 'note',
      formats: [COUNT, TEXT, TEXT, PERCENT],
      cells: labels.map(({ label, deal }, index) => {
        const key = absolute(row + index, dealArea('key', open.length).column);
        const found = `INDEX(${column('probability')},MATCH(${key},${column('key')},0))`;
        return [
          index + 1,
          label,
          deal.key.replace(WILDCARDS, '~$&'),
          liveCell(live(`IFERROR(${found},"")`, deal.probability ?? '')),
        ];
      }),
    },
  ];
}
/** What MATCH takes for any sign or signs. */
const WILDCARDS = /[~*?]/g;

/** What was carried over to «Сделки» last. */
function appliedText({ t, language, deals }: ReportContext, { entry }: MeetingPage): string {
  const { applied } = entry;
  if (applied === null) return '';
  const deal = deals.all.find(({ key }) => key === applied.deal);
  // The key of a deal that is not shown could tell a name that is hidden.
  return t(deal && deal.name !== '' ? 'meeting.applied' : 'meeting.applied.unnamed', {
    deal: deal?.name ?? '',
    p: formatPercent(applied.probability, language, 2),
    date: formatDate(applied.on, language),
  });
}

function probabilityOf(typed: CellValue): number | null {
  if (typeof typed !== 'number' || typed < 0 || typed > 100) return null;
  return typed > 1 ? typed / 100 : typed;
}

/** Excel's `=` between texts does not tell capitals from small letters. */
function isSame(one: CellValue, other: CellValue): boolean {
  return other !== '' && String(one).toLowerCase() === String(other).toLowerCase();
}
