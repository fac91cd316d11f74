import type { Deal } from '../deals/types';
import { foldText } from '../shared/text';

/** An open deal as the drop-down of a meeting report calls it. */
export interface LabelledDeal<D extends Pick<Deal, 'key' | 'name'> = Deal> {
  readonly label: string;
  readonly deal: D;
}

/** Open deals by what people call them: their name, or the key where names are blank or shared. */
export function openDealLabels<D extends Pick<Deal, 'key' | 'name'>>(
  deals: readonly D[],
): readonly LabelledDeal<D>[] {
  const times = new Map<string, number>();
  for (const { name } of deals) times.set(foldText(name), (times.get(foldText(name)) ?? 0) + 1);
  return deals.map((deal) => {
    const isOwn = foldText(deal.name) !== '' && times.get(foldText(deal.name)) === 1;
    return { label: isOwn ? deal.name : deal.key, deal };
  });
}

/** The open deal that a typed label names; null if none, or if two do. */
export function dealCalled<D extends Pick<Deal, 'key' | 'name'>>(
  typed: string,
  deals: readonly D[],
): D | null {
  const called = openDealLabels(deals).filter(({ label }) => foldText(label) === foldText(typed));
  return called.length === 1 ? (called[0]?.deal ?? null) : null;
}
