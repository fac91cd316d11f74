import type { Dimension, Ledger } from '../sales/types';
import { compareText } from '../shared/compareText';
import type { Money } from '../shared/money';
import { sortInSteps } from '../shared/sortInSteps';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import type { AskedRows, BaseSums } from './askedRows';
import { clientParts } from './clientParts';
import type { ClientPartSum } from './clientParts';
import type { DossierAssortment } from './factTypes';

/** Items shown, and places: what a person takes in at a glance. */
export const SHOWN = 5;

/** What the breadth of a dossier is counted in: the source's groups, else its products; null without either. */
export function breadthOf({ group, product }: Ledger): Dimension | null {
  return group ?? product;
}

/**
 * The assortment of clients in the period (method.md §5): tells that of a client by its index and its net revenue;
 * null without products and groups. What a client is not said to miss is what it or nobody bought, and what the base
 * sent back in full.
 */
export function* assortmentsOf(
  ledger: Ledger,
  { current, base }: Pick<AskedRows, 'current' | 'base'>,
): Steps<(client: number, revenue: Money) => DossierAssortment | null> {
  const breadth = breadthOf(ledger);
  const { product } = ledger;
  if (!breadth || !base) return () => null;
  const wanted = yield* within(wantedCodes(breadth, base), 0, 0.2);
  const inBase = base.isBought.reduce((count, each) => count + each, 0);
  const parts = yield* within(clientParts(ledger, breadth, current), 0.2, 0.6);
  const products =
    product && product !== breadth ? yield* within(clientParts(ledger, product, current), 0.6, 1) : parts;
  return (client, revenue) => {
    const bought = (parts.get(client) ?? []).filter(({ isBought }) => isBought);
    return {
      unit: ledger.group ? 'group' : 'product',
      bought: bought.length,
      inBase,
      topUnit: product ? 'product' : 'group',
      top: topItems(products.get(client) ?? [], revenue),
      notBought: firstWithout(wanted, new Set(bought.map(({ code }) => code))).map(
        (code) => breadth.names[code] ?? '',
      ),
    };
  };
}

function topItems(parts: readonly ClientPartSum[], revenue: Money): DossierAssortment['top'] {
  return parts
    .slice(0, SHOWN)
    .filter(({ net }) => net > 0)
    .map(({ name, net }) => ({ name, revenue: net, share: revenue > 0 ? net / revenue : null }));
}

/** What brings the base revenue: codes by net revenue descending, then by name. */
function wantedCodes({ names }: Dimension, { net }: BaseSums): Steps<Int32Array> {
  const revenueOf = (code: number) => net[code] ?? 0;
  return sortInSteps(
    Int32Array.from(names.keys()).filter((code) => revenueOf(code) > 0),
    (a, b) => revenueOf(b) - revenueOf(a) || compareText(names[a] ?? '', names[b] ?? ''),
  );
}

/** The first few codes that are not among the others. */
function firstWithout(codes: Int32Array, others: ReadonlySet<number>): readonly number[] {
  const found: number[] = [];
  for (const code of codes) {
    if (found.length === SHOWN) break;
    if (!others.has(code)) found.push(code);
  }
  return found;
}
