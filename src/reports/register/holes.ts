import { areaAddress } from '../addresses';
import type { ReportContext } from '../context';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf, roundedPercent } from '../live';
import { thresholdName } from '../names';
import type { Block } from '../plan';
import { line } from '../tabHead';
import { columnAddress, columnOf, HOLES, HOLES_ROW, valueCell, WORKING } from './layout';
import type { RegisterColumn } from './layout';
import type { Gap, RegisterRow } from './rows';
import { GAPS } from './rows';

/** A sentence about a kind of hole, and its place among the sentences: the larger the client, the earlier. */
interface Hole {
  /** Number of the largest dossier concerned, then the kind; `''` if nothing is amiss. */
  readonly order: Live;
  readonly words: Live;
}

/** Numbers of dossiers and kinds of holes are put into one number. */
const KINDS = 10;

/**
 * The worst holes first, in sentences: of each kind the largest client concerned and how many more there are. What is
 * worst follows the cells: sentences are put in order by formulas.
 */
export function holeBlocks(ctx: ReportContext, rows: readonly RegisterRow[]): readonly Block[] {
  const { t } = ctx;
  const holes = [
    ...GAPS.map((gap, kind) => gapOf(ctx, rows, gap, kind)),
    leastComplete(ctx, rows, GAPS.length),
  ];
  const first = HOLES_ROW + 1;
  const area = (column: number) => areaAddress({ row: first, column, rows: holes.length, columns: 1 });
  const [orders, words] = [area(WORKING.holeOrder), area(WORKING.holeWords)];
  const inOrder = holes
    .filter(({ order }) => order.value !== '')
    .sort((one, other) => Number(one.order.value) - Number(other.order.value));
  const nothing = t('register.holes.none');
  const shown = Array.from({ length: HOLES }, (_, index): Live => {
    // The k-th smallest of them.
    const place = `LARGE(${orders},COUNT(${orders})-${index})`;
    const empty = index === 0 ? literal(nothing) : '""';
    return live(
      `IF(COUNT(${orders})<=${index},${empty},INDEX(${words},MATCH(${place},${orders},0)))`,
      inOrder[index]?.words.value ?? (index === 0 ? nothing : ''),
    );
  });
  return [
    line(HOLES_ROW, 'heading', t('register.holes')),
    { row: first, column: columnOf('client'), role: 'body', cells: shown.map((each) => [liveCell(each)]) },
    {
      row: first,
      column: WORKING.holeOrder,
      role: 'note',
      cells: holes.map((hole) => [liveCell(hole.order), liveCell(hole.words)]),
    },
  ];
}

function gapOf(ctx: ReportContext, rows: readonly RegisterRow[], gap: Gap, kind: number): Hole {
  const { t, today, settings } = ctx;
  const column = columnAddress(rows.length);
  const concerned = rows.filter(({ gaps }) => gaps[gap]);
  const [largest] = concerned;
  const numbers = column(gap);
  const place = `MATCH(MIN(${numbers}),${numbers},0)`;
  const at = (each: RegisterColumn) => `INDEX(${column(each)},${place})`;
  const others = concerned.length - 1;
  const days = today - (largest?.figures.next?.day ?? today);
  const sentence = liveText(t(`register.hole.${gap}`), {
    client: clientWords(ctx, at, largest),
    others: live(
      `IF(COUNT(${numbers})>1,${joined(t('register.hole.others'), `COUNT(${numbers})-1`)},"")`,
      others > 0 ? t('register.hole.others', { count: others }) : '',
    ),
    days:
      gap === 'stale'
        ? live(thresholdName('staleDays'), settings.thresholds.staleDays)
        : live(`(${valueCell('today')}-${at('nextDate')})`, days),
    step: live(at('nextStep'), largest?.shown.nextStep ?? ''),
  });
  return {
    order: live(
      `IF(COUNT(${numbers})=0,"",MIN(${numbers})*${KINDS}+${kind})`,
      largest ? largest.number * KINDS + kind : '',
    ),
    words: live(`IF(COUNT(${numbers})=0,"",${sentence.formula})`, largest ? sentence.value : ''),
  };
}

/** The dossier that is filled least; nothing where all are full. */
function leastComplete(ctx: ReportContext, rows: readonly RegisterRow[], kind: number): Hole {
  const { t } = ctx;
  const column = columnAddress(rows.length);
  const completeness = column('completeness');
  const place = `MATCH(MIN(${completeness}),${completeness},0)`;
  const at = (each: RegisterColumn) => `INDEX(${column(each)},${place})`;
  const ours = rows.filter(({ page }) => page.entry.template === null);
  const least = ours.reduce<RegisterRow | undefined>(
    (found, row) => (found && found.figures.completeness <= row.figures.completeness ? found : row),
    undefined,
  );
  const part = least?.figures.completeness ?? 1;
  const sentence = liveText(t('register.hole.complete'), {
    client: clientWords(ctx, at, least),
    part: live(`ROUND(MIN(${completeness})*100,0)`, Math.round(roundedPercent(part))),
  });
  const isHole = `AND(COUNT(${completeness})>0,MIN(${completeness})<1)`;
  const isNow = part < 1;
  return {
    order: live(
      `IF(${isHole},${at('number')}*${KINDS}+${kind},"")`,
      least && isNow ? least.number * KINDS + kind : '',
    ),
    words: live(`IF(${isHole},${sentence.formula},"")`, isNow ? sentence.value : ''),
  };
}

/** A client with its share of revenue, where it has one. */
function clientWords(
  { t }: ReportContext,
  at: (column: RegisterColumn) => string,
  row: RegisterRow | undefined,
): Live {
  const share = row?.page.facts.sales?.share ?? null;
  const ofRevenue = liveText(t('register.hole.share'), { share: percentOf(`N(${at('share')})`, share ?? 0) });
  return live(
    `${at('client')}&IF(ISNUMBER(${at('share')}),${ofRevenue.formula},"")`,
    `${row?.name ?? ''}${share === null ? '' : String(ofRevenue.value)}`,
  );
}

function joined(template: string, count: string): string {
  return liveText(template, { count: live(`(${count})`, 0) }).formula;
}
