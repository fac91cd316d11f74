import type { DossierFacts } from './factTypes';

/**
 * Fields marked • that the sheets tell (method.md §5), by `section.field`: they count as filled. What is not known is
 * left out; fields of weight 0 are there too, as the page shows them.
 */
export function knownFields({
  name,
  taxId,
  holding,
  places,
  manager,
  isKey,
  sales,
  assortment,
  segment,
  potential,
  profit,
  purchases,
  deals,
}: DossierFacts): ReadonlySet<string> {
  const isKnown: Readonly<Record<string, boolean>> = {
    'passport.client': name !== null,
    'passport.holding': holding !== null,
    'passport.taxId': taxId !== null,
    'passport.keyReason': isKey,
    'passport.manager': manager !== null,
    'passport.places': places !== null && places.count > 0,
    'sales.revenue': sales !== null,
    'sales.previous': isGiven(sales?.previous),
    'sales.change': isGiven(sales?.change),
    'sales.share': isGiven(sales?.share),
    'sales.orders': isGiven(sales?.orders),
    'sales.averageOrder': isGiven(sales?.averageOrder),
    'sales.interval': isGiven(sales?.interval),
    'sales.last': isGiven(sales?.last),
    'sales.expected': isGiven(sales?.expectedNext),
    'sales.groups': assortment !== null && assortment.bought > 0,
    'sales.top': assortment !== null && assortment.top.length > 0,
    'sales.class': segment !== null,
    'sales.strategy': segment !== null,
    'sales.profit': profit !== null,
    'potential.budget': potential !== null,
    'potential.method': potential !== null,
    'potential.ourShare': isGiven(segment?.budgetShare),
    'potential.headroom': isGiven(segment?.headroom),
    'potential.notBought': assortment !== null,
    'history.since': isGiven(sales?.first),
    'history.largest': purchases.length > 0,
    'plan.deals': deals.open.length > 0,
    'plan.expected': deals.open.length > 0,
  };
  return new Set(Object.keys(isKnown).filter((key) => isKnown[key]));
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
