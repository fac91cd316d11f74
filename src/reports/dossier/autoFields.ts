import type { DossierFacts, DossierItem, DossierPurchase } from '../../domain/dossiers/factTypes';
import { KEY_MARKS } from '../../domain/entries';
import { moneyToNumber } from '../../domain/shared/money';
import type { Money } from '../../domain/shared/money';
import { counted, formatDate, formatMoney, formatPercent } from '../../i18n/numbers';
import type { TextKey } from '../../i18n/translate';
import { allWords, finalWords } from '../classWords';
import type { ReportContext } from '../context';
import { dealColumn } from '../deals/layout';
import { COUNT, dateFormat, moneyFormat, PERCENT, POINTS, SIGNED_PERCENT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf } from '../live';
import { thresholdName } from '../names';
import type { DossierPage } from '../pages';
import type { PlanCell } from '../plan';
import { flagWords } from '../reasons';
import { statusWords } from '../reactivation/words';
import { workingCell } from './builder';
import { UNKNOWN } from './grid';
import type { Lookups } from './lookups';

/** A cell that the sheets fill, and what stands small beside it. */
export interface AutoCell {
  readonly cell: PlanCell;
  readonly format: string | null;
  readonly remark?: PlanCell;
  readonly remarkFormat?: string | null;
  /** What tells that it is filled, where its cell always says something. */
  readonly filled?: string;
}

/** Products, groups or names of which the fact holds the first only. */
const SHARE_DECIMALS = 0;
const LIST_SEPARATOR = '; ';

/** Every field marked • of a page, by `section.field` (method.md §5): figures of sales as values, the rest live. */
export function autoFields(
  ctx: ReportContext,
  { facts, entry }: DossierPage,
  look: Lookups,
): ReadonlyMap<string, AutoCell> {
  const { t, language, analysis } = ctx;
  const { sales, assortment, segment, potential, profit } = facts;
  const money = moneyFormat(analysis);
  const date = dateFormat(language);
  const amount = (value: Money | null | undefined): number | null =>
    value === null || value === undefined ? null : moneyToNumber(value);
  const given = (value: string | number | null | undefined, format: string | null = null): AutoCell => ({
    cell: value ?? UNKNOWN,
    format,
  });
  const told = (value: Live, format: string | null = null): AutoCell => ({ cell: liveCell(value), format });

  const fields: Readonly<Record<string, AutoCell>> = {
    'passport.client': given(facts.name ?? entry.name),
    'passport.holding': given(holdingWords(ctx, facts)),
    'passport.taxId': given(facts.taxId),
    'passport.places': given(placesWords(ctx, facts)),
    'passport.manager': given(facts.manager),
    'passport.keyReason': { ...told(keyReason(ctx, facts)), filled: `${workingCell('isKey')}=1` },
    'sales.revenue': {
      ...given(amount(sales?.revenue), money),
      remark: sales?.rank ? t('dossier.rank', { rank: sales.rank }) : null,
    },
    'sales.previous': given(amount(sales?.previous), money),
    'sales.change': {
      ...given(
        sales?.changePart ?? amount(sales?.change),
        sales?.changePart === null ? money : SIGNED_PERCENT,
      ),
      remark: sales?.changePart === null ? null : amount(sales?.change),
      remarkFormat: `_0+${money};_0-${money};_00`,
    },
    'sales.share': { ...given(sales?.share, PERCENT), remark: liveCell(flagLive(ctx, facts)) },
    'sales.orders': given(sales?.orders, COUNT),
    'sales.averageOrder': given(amount(sales?.averageOrder), money),
    'sales.interval': {
      ...given(sales?.interval, POINTS),
      remark: sales ? liveCell(statusLive(ctx, facts, look)) : null,
    },
    'sales.last': {
      ...given(sales?.last, date),
      remark:
        sales?.daysSince === null || sales === null
          ? null
          : t('dossier.daysAgo', { days: counted(language, sales.daysSince, t('count.thresholdDay')) }),
    },
    'sales.expected': told(look.onReactivation('expected', sales?.expectedNext ?? ''), date),
    'sales.groups': {
      ...given(assortment && assortment.bought > 0 ? assortment.bought : null, COUNT),
      remark: assortment
        ? t(assortment.unit === 'group' ? 'dossier.ofGroups' : 'dossier.ofProducts', {
            count: assortment.inBase,
          })
        : null,
    },
    'sales.top': given(assortment ? itemsWords(ctx, assortment.top) : null),
    'sales.class': told(look.onAbcd('final', classWords(ctx, facts)?.words ?? '')),
    'sales.strategy': told(look.onAbcd('strategy', classWords(ctx, facts)?.strategy ?? '')),
    'sales.profit': {
      ...given(amount(profit?.profit), money),
      remark:
        profit?.margin === null || profit === null
          ? null
          : t('dossier.margin', { margin: formatPercent(profit.margin, language) }),
    },
    'potential.budget': told(look.onPotential('potential', amount(potential?.amount) ?? ''), money),
    'potential.method': told(
      ifKnown(
        look.onPotential('potential', amount(potential?.amount) ?? ''),
        look.onPotential('method', potential ? t(`potential.method.${potential.method}`) : ''),
      ),
    ),
    // Whoever never bought has no share yet.
    'potential.ourShare': segment
      ? told(look.onPotential('share', segment.budgetShare ?? ''), PERCENT)
      : given(null),
    'potential.headroom': segment
      ? told(look.onPotential('headroom', amount(segment.headroom) ?? ''), money)
      : given(null),
    'potential.notBought': given(notBoughtWords(ctx, facts)),
    'history.since': sinceCell(ctx, facts, date),
    'history.largest': given(purchasesWords(ctx, facts.purchases)),
    ...dealSums(ctx, facts, money),
  };
  return new Map(Object.entries(fields));
}

/** The class in force in words, with its strategy; null for whoever is not in the sales. */
export function classWords(
  { t, analysis, settings }: ReportContext,
  { position }: DossierFacts,
): { readonly words: string; readonly strategy: string } | null {
  const { clients, segments } = analysis;
  const client = position === null ? undefined : clients[position];
  const segment = position === null ? undefined : segments.clients[position];
  if (!client || !segment) return null;
  const { letters } = settings.choices;
  const words = finalWords(segment, client.volumeClass, segments, letters, t);
  return { words, strategy: allWords(letters, t).find((each) => each.words === words)?.strategy ?? '' };
}

/** Unknown while the first is. */
function ifKnown(first: Live, then: Live): Live {
  return live(
    `IF(${first.formula}="${UNKNOWN}","${UNKNOWN}",${then.formula})`,
    first.value === UNKNOWN ? UNKNOWN : then.value,
  );
}

/** Why the client is key: the reasons one after the other, or that it is not. */
function keyReason(ctx: ReportContext, { sales, keyReasons, isKey }: DossierFacts): Live {
  const { t, settings } = ctx;
  const share = sales?.share ?? 0;
  const byShare = liveText(t('dossier.reason.share'), {
    share: percentOf(String(share), share),
    limit: percentOf(thresholdName('keyShare'), settings.thresholds.keyShare),
  });
  const marks = KEY_MARKS.map((mark) => ({ mark, words: t(`dossier.reason.${mark}`) }));
  const reasons = [
    `IF(${workingCell('byShare')}=1,${literal(LIST_SEPARATOR)}&${byShare.formula},"")`,
    ...marks.map(({ mark, words }) => `IF(${workingCell(mark)}=1,${literal(LIST_SEPARATOR + words)},"")`),
  ];
  const words = [
    ...(keyReasons.includes('share') ? [String(byShare.value)] : []),
    ...marks.filter(({ mark }) => keyReasons.includes(mark)).map((each) => each.words),
  ];
  const not = t('dossier.notKey');
  return live(
    `IF(${workingCell('isKey')}=0,${literal(not)},${withoutSeparator(reasons.join('&'))})`,
    isKey ? words.join(LIST_SEPARATOR) : not,
  );
}

const LONGEST_TEXT = 999;

/** A joined text from behind its first separator on. */
export function withoutSeparator(formula: string): string {
  return `MID(${formula},${LIST_SEPARATOR.length + 1},${LONGEST_TEXT})`;
}

/** The flag in force: that of the holding, where it has one (method.md §3). */
export function flagLive({ t }: ReportContext, { sales }: DossierFacts): Live {
  const money = workingCell('flagMoney');
  const words = (flag: 'mono' | 'critical' | 'large') => literal(flagWords(flag, t));
  const none = t('dossier.flag.none');
  return live(
    `IF(${money}<=0,${literal(none)},IF(${money}>${workingCell('flagMono')},${words('mono')},` +
      `IF(${money}>${workingCell('flagCritical')},${words('critical')},` +
      `IF(${money}>=${workingCell('flagLarge')},${words('large')},${literal(none)}))))`,
    flagWords(sales?.flag ?? 'none', t) || none,
  );
}

function statusLive({ t }: ReportContext, { sales }: DossierFacts, look: Lookups): Live {
  const status = sales?.status ?? null;
  return look.onReactivation('status', status === null ? '' : statusWords(status, t));
}

function holdingWords({ t, language }: ReportContext, { holding }: DossierFacts): string | null {
  if (!holding) return null;
  const { name, members, share } = holding;
  const clients = counted(language, members, t('count.client'));
  return t('dossier.holding.words', { name, clients, share: formatPercent(share, language) });
}

export function placesWords({ t }: ReportContext, { places }: DossierFacts): string | null {
  if (!places || places.count === 0) return null;
  const { names, count } = places;
  const more = count > names.length ? [t('dossier.more', { count: count - names.length })] : [];
  return [names.join(', '), ...more].join(' ');
}

export function itemsWords({ t, language }: ReportContext, items: readonly DossierItem[]): string | null {
  if (items.length === 0) return null;
  return items
    .map(({ name, share }) =>
      share === null
        ? name
        : t('dossier.item', { name, share: formatPercent(share, language, SHARE_DECIMALS) }),
    )
    .join(LIST_SEPARATOR);
}

export function notBoughtWords({ t }: ReportContext, { assortment }: DossierFacts): string | null {
  if (!assortment) return null;
  const { notBought, inBase, bought } = assortment;
  if (notBought.length === 0) return t('dossier.everything');
  const left = inBase - bought - notBought.length;
  const more = left > 0 ? ` ${t('dossier.more', { count: left })}` : '';
  return notBought.join(', ') + more;
}

function sinceCell({ t, language }: ReportContext, { sales }: DossierFacts, format: string): AutoCell {
  const first = sales?.first ?? null;
  if (first === null) return { cell: UNKNOWN, format: null };
  if (sales?.startUnknown !== true) return { cell: first, format };
  return { cell: t('dossier.since.before', { date: formatDate(first, language) }), format: null };
}

export function purchasesWords(
  { t, language }: ReportContext,
  purchases: readonly DossierPurchase[],
): string | null {
  if (purchases.length === 0) return null;
  return purchases
    .map(({ day, amount }) => {
      const words = formatMoney(amount, language);
      return day === null
        ? words
        : t('dossier.purchase.item', { date: formatDate(day, language), amount: words });
    })
    .join(LIST_SEPARATOR);
}

/** Number and expected sum of the open deals, as «Сделки» says now; unknown where no deal of the client is open. */
function dealSums(
  ctx: ReportContext,
  { deals }: DossierFacts,
  money: string,
): Readonly<Record<'plan.deals' | 'plan.expected', AutoCell>> {
  const { deals: count, expected } = deals.openSum;
  const column = dealColumn(ctx);
  const mine = `(${column('clientKey')}=${workingCell('client')})*1`;
  const open = `SUMPRODUCT(${mine},${column('open')})`;
  const sum = `SUMPRODUCT(${mine},${column('openExpected')})`;
  const ifOpen = (formula: string, value: number, format: string): AutoCell => ({
    cell: liveCell(live(`IF(${open}=0,"${UNKNOWN}",${formula})`, count === 0 ? UNKNOWN : value)),
    format,
  });
  return {
    'plan.deals': ifOpen(open, count, COUNT),
    'plan.expected': ifOpen(sum, moneyToNumber(expected), money),
  };
}

/** The words of a field's label. */
export function labelKey(section: string, field: string): TextKey {
  return `dossier.${section}.${field}` as TextKey;
}
