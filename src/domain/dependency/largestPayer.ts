import type { Analysis, DependencyFlag, Share } from '../analysis';

/** On whom the revenue depends most: a legal entity, or a holding of several (method.md §3: the holding decides). */
export interface LargestPayer {
  readonly name: string;
  readonly share: Share;
  readonly flag: DependencyFlag;
  readonly isHolding: boolean;
}

/** The largest holding if its share passes that of the largest client, else that client; null without revenue. */
export function largestPayer({
  clients,
  dependency,
}: Pick<Analysis, 'clients' | 'dependency'>): LargestPayer | null {
  const [client] = clients;
  const [holding] = dependency.holdings;
  if (!client || client.share === null) return null;
  return holding && holding.share > client.share
    ? { name: holding.name, share: holding.share, flag: holding.flag, isHolding: true }
    : { name: client.name, share: client.share, flag: client.flag, isHolding: false };
}
