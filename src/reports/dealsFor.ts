import { dealEntryOf, formRows } from '../domain/deals/dealCells';
import { dealsOf } from '../domain/deals/deals';
import type { Deals } from '../domain/deals/types';
import { knownClients } from '../domain/lists/knownClients';
import { within } from '../domain/shared/steps';
import type { Steps } from '../domain/shared/steps';
import { stagesInForce } from '../i18n/stages';
import type { SalesContext } from './context';

/** The pipeline of the user's sheet of deals, else of what was typed into the form of «Сделки» (method.md §4). */
export function* dealsFor(ctx: SalesContext): Steps<Deals> {
  const { reading, analysis, entries, lists, settings, t, today } = ctx;
  const clients =
    lists.deals === null
      ? yield* within(knownClients(reading.ledger.clients, settings.aliases), 0, 0.2)
      : null;
  const typed = [...entries.dealCells].map(([key, cells]) => [key, dealEntryOf(cells)] as const);
  return yield* dealsOf(lists.deals, {
    analysis,
    ledger: reading.ledger,
    firstDate: reading.firstDate,
    settings,
    stages: stagesInForce(settings, t),
    ends: { won: t('deals.end.won'), lost: t('deals.end.lost') },
    entries: {
      byDeal: new Map(typed),
      form: clients ? formRows(entries.dealCells, clients) : [],
      plans: entries.plans,
    },
    today,
  });
}
