import type { Deal } from '../../domain/deals/types';
import { fieldValue } from '../../domain/dossiers/book';
import type { DossierFacts } from '../../domain/dossiers/factTypes';
import type { PlaceholderKey, PlaceholderList, SinglePlaceholder } from '../../domain/dossiers/placeholders';
import { LIST_PLACEHOLDERS } from '../../domain/dossiers/placeholders';
import { serialOf } from '../../domain/shared/dates';
import type { CellValue } from '../../domain/shared/grid';
import { moneyToNumber } from '../../domain/shared/money';
import type { Money } from '../../domain/shared/money';
import { formatPercent, formatSpan } from '../../i18n/numbers';
import type { ReportContext } from '../context';
import { classWords, itemsWords, notBoughtWords, placesWords, purchasesWords } from '../dossier/autoFields';
import type { DossierPage } from '../pages';
import { flagWords } from '../reasons';
import { statusWords } from '../reactivation/words';

/** What is known, by placeholder: numbers as such, money in currency units. What is unknown is absent. */
export type KnownValues = ReadonlyMap<PlaceholderKey, CellValue>;

/** An item of a list. */
export interface TemplateItem {
  /** Tells it from the others of its list, whatever its place. */
  readonly key: string;
  readonly values: KnownValues;
}

/** Everything a template can ask for about one client. */
export interface TemplateValues {
  readonly single: KnownValues;
  readonly lists: Readonly<Record<PlaceholderList, readonly TemplateItem[]>>;
}

type Known = CellValue | null | undefined;

const SEPARATOR = '; ';

/** What the sheets tell a template about the client of a page. `file` is the name of the user's workbook. */
export function templateValues(ctx: ReportContext, page: DossierPage, file: string): TemplateValues {
  const { facts, meetings } = page;
  const { t } = ctx;
  return {
    single: singleValues(ctx, page, file),
    lists: {
      deals: listItems(
        'deals',
        facts.deals.open.map((deal) => ({ key: deal.key, ...dealValues(ctx, deal) })),
      ),
      products: listItems(
        'products',
        (facts.assortment?.top ?? []).map(({ name, revenue, share }) => ({
          key: name,
          name,
          revenue: amount(revenue),
          share,
        })),
      ),
      months: listItems(
        'months',
        (facts.months ?? []).map(({ year, month, revenue }) => ({
          key: `${year}-${String(month).padStart(2, '0')}`,
          month: serialOf(year, month, 1),
          revenue: amount(revenue),
        })),
      ),
      purchases: listItems(
        'purchases',
        facts.purchases.map(({ day, amount: sum, document }) => ({
          key: `${day ?? ''}|${document ?? ''}|${sum}`,
          date: day,
          amount: amount(sum),
          document,
        })),
      ),
      meetings: listItems(
        'meetings',
        meetings.map(({ key, words }) => {
          const word = (field: string): Known => fieldValue(words, `meeting.${field}`);
          return {
            key,
            date: word('date'),
            goal: word('goal'),
            outcome: word('outcome'),
            nextStep: word('nextStep'),
            nextDate: word('nextDate'),
          };
        }),
      ),
    },
  };

  function dealValues({ deals }: ReportContext, deal: Deal) {
    const stage = deal.stage === null ? undefined : deals.stages[deal.stage];
    return {
      name: deal.name === '' ? t('dossier.deals.nameless') : deal.name,
      stage: stage?.name ?? deal.stageText,
      amount: amount(deal.amount),
      date: deal.expectedOn,
      probability: deal.probability,
      expected: amount(deal.expected),
      manager: deal.manager,
    };
  }
}

function singleValues(ctx: ReportContext, { facts, entry }: DossierPage, file: string): KnownValues {
  const { t, language, analysis } = ctx;
  const { sales, holding, assortment, segment, potential, profit, deals } = facts;
  const { period } = analysis;
  const ofClass = classWords(ctx, facts);
  const values: Readonly<Record<SinglePlaceholder, Known>> = {
    client: facts.name ?? entry.name,
    holding: holding?.name,
    holdingShare: holding?.share,
    holdingRevenue: amount(holding?.revenue),
    taxId: facts.taxId,
    keyReason: keyReason(ctx, facts),
    manager: facts.manager,
    places: placesWords(ctx, facts),
    revenue: amount(sales?.revenue),
    previous: amount(sales?.previous),
    change: amount(sales?.change),
    growth: sales?.changePart,
    share: sales?.share,
    rank: sales?.rank,
    flag: sales && (flagWords(sales.flag, t) || t('dossier.flag.none')),
    orders: sales?.orders,
    averageOrder: amount(sales?.averageOrder),
    interval: sales?.interval,
    first: sales?.first,
    last: sales?.last,
    daysSince: sales?.daysSince,
    expected: sales?.expectedNext,
    status: sales?.status && statusWords(sales.status, t),
    groups: assortment?.bought,
    groupsInBase: assortment?.inBase,
    top: assortment && itemsWords(ctx, assortment.top),
    notBought: notBoughtWords(ctx, facts),
    class: ofClass?.words,
    strategy: ofClass?.strategy,
    profit: amount(profit?.profit),
    margin: profit?.margin,
    potential: amount(potential?.amount),
    method: potential && t(`potential.method.${potential.method}`),
    assessedOn: potential?.assessedOn,
    ourShare: segment?.budgetShare,
    headroom: amount(segment?.headroom),
    largest: purchasesWords(ctx, facts.purchases),
    openDeals: deals.openSum.deals,
    openAmount: amount(deals.openSum.amount),
    openExpected: amount(deals.openSum.expected),
    won: amount(deals.wonSum.amount),
    asOf: analysis.asOf,
    period: period && formatSpan(period.from, period.to, language),
    periodFrom: period?.from,
    periodTo: period?.to,
    today: ctx.today,
    file,
    sheet: ctx.source.sheet,
  };
  return knownAmong(Object.entries(values) as [SinglePlaceholder, Known][]);
}

/** Why the client is key, or that it is not (method.md §3). */
function keyReason({ t, language, settings }: ReportContext, { sales, keyReasons }: DossierFacts): string {
  const words = keyReasons.map((reason) =>
    reason === 'share'
      ? t('dossier.reason.share', {
          share: percentDigits(sales?.share ?? 0),
          limit: percentDigits(settings.thresholds.keyShare),
        })
      : t(`dossier.reason.${reason}`),
  );
  return words.length > 0 ? words.join(SEPARATOR) : t('dossier.notKey');

  /** The text brings its own sign of per cent. */
  function percentDigits(share: number): string {
    return formatPercent(share, language).replace(/\s*%$/, '');
  }
}

/** Items with the placeholders of their list; of equal keys the later ones are numbered. */
function listItems(
  list: PlaceholderList,
  items: readonly (Readonly<Record<string, Known>> & { readonly key: string })[],
): readonly TemplateItem[] {
  const times = new Map<string, number>();
  return items.map((item) => {
    const time = (times.get(item.key) ?? 0) + 1;
    times.set(item.key, time);
    const values = Object.keys(LIST_PLACEHOLDERS[list]).map((field): [PlaceholderKey, Known] => [
      `${list}.${field}` as PlaceholderKey,
      item[field],
    ]);
    return { key: time === 1 ? item.key : `${item.key}#${time}`, values: knownAmong(values) };
  });
}

function knownAmong(values: readonly (readonly [PlaceholderKey, Known])[]): KnownValues {
  return new Map(
    values.flatMap(([key, value]): [PlaceholderKey, CellValue][] =>
      value === null || value === undefined || value === '' ? [] : [[key, value]],
    ),
  );
}

function amount(money: Money | null | undefined): number | null {
  return money === null || money === undefined ? null : moneyToNumber(money);
}
