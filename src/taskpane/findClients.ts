import type { DossierChoice } from '../app/types';
import { foldText } from '../domain/shared/text';

/** The first clients whose names hold a text, and whether there are more of them. */
export interface FoundClients {
  readonly shown: readonly DossierChoice[];
  readonly isCut: boolean;
}

/**
 * Looks through clients in their order and stops at `limit`: a list may hold tens of thousands. Case, ё and kinds of
 * spaces make no difference: `'семен'` finds «ИП Семёнов».
 */
export function findClients(clients: readonly DossierChoice[], query: string, limit: number): FoundClients {
  const wanted = foldText(query);
  const shown: DossierChoice[] = [];
  for (const client of clients) {
    if (wanted !== '' && !foldText(client.name).includes(wanted)) continue;
    if (shown.length === limit) return { shown, isCut: true };
    shown.push(client);
  }
  return { shown, isCut: false };
}
