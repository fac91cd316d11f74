import { GROUP_FLAGS } from '../../domain/dossiers/coverage';
import type { DossierFigures } from '../../domain/dossiers/figures';
import type { CellValue } from '../../domain/shared/grid';
import { moneyToNumber } from '../../domain/shared/money';
import { onSheet } from '../addresses';
import { finalWords } from '../classWords';
import { clientTable, columnAddress as abcdAddress } from '../clientTable';
import type { ReportContext } from '../context';
import { figureCells, figuresOf } from '../dossierFigureCells';
import { listCells, listedClients } from '../keyClients/layout';
import { TICKS } from '../keyClients/list';
import type { Live } from '../live';
import { literal, live, liveCell, liveText } from '../live';
import { DOSSIER_FIGURES, pageName } from '../pages';
import type { DossierFigure, DossierPage } from '../pages';
import type { PlanCell } from '../plan';
import { flagWords } from '../reasons';
import type { RegisterColumn } from './layout';
import { cellIn, FIRST_ROW, REGISTER_COLUMNS, valueCell } from './layout';

/** A dossier as the register shows it. */
export interface RegisterRow {
  readonly page: DossierPage;
  /** Place by money, from 1. */
  readonly number: number;
  readonly name: string;
  readonly figures: DossierFigures;
  readonly shown: Readonly<Record<DossierFigure, CellValue>>;
  /** The first dossier of its client: only that one counts in sums of money and of clients. */
  readonly isFirst: boolean;
  readonly isKey: boolean;
  readonly gaps: Readonly<Record<Gap, boolean>>;
}

/** What a dossier can lack, the gravest first: the order of the sentences where they name the same client. */
export const GAPS = ['overdue', 'noDecider', 'stale', 'noNext'] as const;
export type Gap = (typeof GAPS)[number];

/** What we know of a dossier on an own template: whose it is, and nothing of what people wrote on it. */
const NOTHING_SHOWN = Object.fromEntries(DOSSIER_FIGURES.map((figure) => [figure, ''])) as Readonly<
  Record<DossierFigure, CellValue>
>;
const NO_GAPS: Readonly<Record<Gap, boolean>> = {
  overdue: false,
  noDecider: false,
  stale: false,
  noNext: false,
};

/** The rows of the register, by money. */
export function registerRows(ctx: ReportContext): readonly RegisterRow[] {
  const seen = new Set<string>();
  return ctx.pages.dossiers.map((page, index): RegisterRow => {
    const { facts, entry } = page;
    const figures = figuresOf(page, ctx);
    const isFirst = !seen.has(facts.key);
    seen.add(facts.key);
    const { next, freshness, groupFlags, coverage } = figures;
    return {
      page,
      number: index + 1,
      name: facts.name ?? entry.name,
      figures,
      shown: entry.template ? NOTHING_SHOWN : figureCells(figures, ctx.t),
      isFirst,
      isKey: facts.isKey,
      gaps: entry.template
        ? NO_GAPS
        : {
            overdue: next !== null && next.day !== null && next.day < ctx.today,
            noDecider: groupFlags.includes(GROUP_FLAGS[0]) || (groupFlags.length === 0 && coverage === null),
            stale: freshness === 'stale' || freshness === 'unknown',
            noNext: next === null,
          },
    };
  });
}

/** Whether the client of a dossier is key, and whether it buys at all, in words. */
export function stateWords({ t }: Pick<ReportContext, 't'>, { page, isKey }: RegisterRow): string {
  if (page.facts.position === null) return t('register.state.gone');
  return t(isKey ? 'register.state.key' : 'register.state.notKey');
}

/** Writes the cells of a dossier's row: what its tab says by its named cells, what «ABCD» says by the client's key. */
export function rowWriter(ctx: ReportContext): (row: RegisterRow) => readonly PlanCell[] {
  const { t, analysis, tabNames, settings } = ctx;
  const table = clientTable(analysis);
  const onAbcd = (column: 'key' | 'final') => onSheet(tabNames.abcd, abcdAddress(table, column));
  const listed = listedClients(ctx);
  const cells = listCells(Math.max(1, listed.length), TICKS.length);
  const onKeyClients = (column: 'clientKey' | 'isKey') => onSheet(tabNames.keyClients, cells.column(column));
  const words = {
    gone: literal(t('register.state.gone')),
    key: literal(t('register.state.key')),
    notKey: literal(t('register.state.notKey')),
    yes: literal(t('keyClients.yes')),
    stale: literal(t('register.freshness.stale')),
    undated: literal(t('register.freshness.unknown')),
    noDecider: t('register.flag.noDecider'),
  };

  return (row) => {
    const { page, number, name, shown, isFirst, gaps } = row;
    const { facts, entry } = page;
    const { sales, holding, position, manager, key } = facts;
    const cell = cellIn(FIRST_ROW + number - 1);
    const called = (figure: DossierFigure): PlanCell => {
      if (entry.template) return null;
      const at = pageName(page.key, figure);
      const isNumber = NUMBERS.has(figure);
      return liveCell(
        live(isNumber ? `IFERROR(IF(ISNUMBER(${at}),${at},""),"")` : `IFERROR(${at}&"","")`, shown[figure]),
      );
    };
    const stands = `ISNUMBER(${cell('completeness')})`;
    const gap = (each: Gap, condition: string): PlanCell =>
      liveCell(live(`IF(${condition},${cell('number')},"")`, gaps[each] ? number : ''));
    const segment = position === null ? undefined : analysis.segments.clients[position];
    const byPosition: Readonly<Record<RegisterColumn, () => PlanCell>> = {
      number: () => number,
      client: () => name,
      variant: () => t(entry.template ? 'template.own' : `register.variant.${entry.variant}`),
      state: () =>
        liveCell(
          live(
            `IF(${cell('onAbcd')}=0,${words.gone},IF(AND(${cell('revenue')}>0,${cell('revenue')}>=${valueCell('keyShare')}),${words.key},` +
              (listed.length === 0
                ? words.notKey
                : `IF(${cell('onKeyClients')}=0,${words.notKey},` +
                  `IF(INDEX(${onKeyClients('isKey')},${cell('onKeyClients')})=${words.yes},${words.key},${words.notKey}))`) +
              '))',
            stateWords(ctx, row),
          ),
        ),
      class: () =>
        liveCell(
          live(
            `IF(${cell('onAbcd')}=0,"",INDEX(${onAbcd('final')},${cell('onAbcd')})&"")`,
            segment && facts.segment
              ? finalWords(segment, facts.segment.volumeClass, analysis.segments, settings.choices.letters, t)
              : '',
          ),
        ),
      revenue: () => (sales ? moneyToNumber(sales.revenue) : null),
      share: () =>
        liveCell(
          live(
            `IF(AND(${cell('revenue')}>0,${valueCell('base')}>0),${cell('revenue')}/${valueCell('base')},"")`,
            sales?.share ?? '',
          ),
        ),
      flag: () => liveCell(flagOf(ctx, cell('flagMoney'), row)),
      completeness: () => called('completeness'),
      freshness: () => called('freshness'),
      updated: () => called('updated'),
      coverage: () => called('coverage'),
      groupFlags: () => called('groupFlags'),
      score: () => called('score'),
      nextStep: () => called('nextStep'),
      nextDate: () => called('nextDate'),
      manager: () => manager,
      attention: () => (entry.template ? null : liveCell(attentionOf(ctx, row, cell))),
      relate: () => null,
      comment: () => null,
      onAbcd: () =>
        analysis.clients.length === 0
          ? 0
          : liveCell(
              live(
                `IFERROR(MATCH(${cell('clientKey')},${onAbcd('key')},0),0)`,
                position === null ? 0 : position + 1,
              ),
            ),
      onKeyClients: () =>
        listed.length === 0
          ? 0
          : liveCell(
              live(
                `IFERROR(MATCH(${cell('clientKey')},${onKeyClients('clientKey')},0),0)`,
                position === null ? 0 : listed.indexOf(position) + 1,
              ),
            ),
      flagMoney: () => (sales ? moneyToNumber((holding ?? sales).revenue) : 0),
      counted: () => (isFirst ? 1 : 0),
      noDecider: () =>
        gap(
          'noDecider',
          `AND(${stands},OR(LEFT(${cell('groupFlags')},${words.noDecider.length})=${literal(words.noDecider)},` +
            `AND(${cell('groupFlags')}="",${cell('coverage')}="")))`,
        ),
      overdue: () =>
        gap('overdue', `IF(ISNUMBER(${cell('nextDate')}),${cell('nextDate')}<${valueCell('today')},FALSE)`),
      stale: () =>
        gap('stale', `OR(${cell('freshness')}=${words.stale},${cell('freshness')}=${words.undated})`),
      noNext: () => gap('noNext', `AND(${stands},${cell('nextStep')}="")`),
      // MATCH takes these signs for any others.
      clientKey: () => key.replace(WILDCARDS, '~$&'),
      key: () => page.key,
    };
    return REGISTER_COLUMNS.map((column) => byPosition[column]());
  };
}

const NUMBERS: ReadonlySet<DossierFigure> = new Set<DossierFigure>([
  'completeness',
  'updated',
  'coverage',
  'score',
  'nextDate',
]);
const WILDCARDS = /[~*?]/g;

/** The strongest flag of the client's holding, by money as on «Зависимость» (method.md §3). */
function flagOf({ t }: ReportContext, money: string, { page }: RegisterRow): Live {
  const words = (flag: 'mono' | 'critical' | 'large') => literal(flagWords(flag, t));
  return live(
    `IF(${money}<=0,"",IF(${money}>${valueCell('flagMono')},${words('mono')},` +
      `IF(${money}>${valueCell('flagCritical')},${words('critical')},` +
      `IF(${money}>=${valueCell('flagLarge')},${words('large')},""))))`,
    flagWords(page.facts.sales?.flag ?? 'none', t),
  );
}

/** The worst hole of a dossier in words; sections that are not filled where nothing graver is amiss. */
function attentionOf(
  { t, today }: ReportContext,
  { page, gaps, figures, shown }: RegisterRow,
  cell: (column: RegisterColumn) => string,
): Live {
  const overdue = liveText(t('register.attention.overdue'), {
    days: live(`(${valueCell('today')}-${cell('nextDate')})`, today - (figures.next?.day ?? today)),
  });
  const holes = pageName(page.key, 'holes');
  const unfilled = liveText(t('register.attention.holes'), { holes: live(holes, shown.holes) });
  const [noDecider, stale, undated, noNext, gone] = [
    t('register.attention.noDecider'),
    t('register.attention.stale'),
    t('register.attention.undated'),
    t('register.attention.noNext'),
    t('register.attention.noTab'),
  ];
  return live(
    `IF(NOT(ISNUMBER(${cell('completeness')})),${literal(gone)},` +
      `IF(${cell('overdue')}<>"",${overdue.formula},` +
      `IF(${cell('noDecider')}<>"",${literal(noDecider)},` +
      `IF(${cell('stale')}<>"",IF(${cell('updated')}="",${literal(undated)},${literal(stale)}),` +
      `IF(${cell('noNext')}<>"",${literal(noNext)},` +
      `IFERROR(IF(${holes}="","",${unfilled.formula}),""))))))`,
    value(),
  );

  function value(): CellValue {
    if (gaps.overdue) return overdue.value;
    if (gaps.noDecider) return noDecider;
    if (gaps.stale) return figures.updated === null ? undated : stale;
    if (gaps.noNext) return noNext;
    return shown.holes === '' ? '' : unfilled.value;
  }
}
