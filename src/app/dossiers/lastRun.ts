import type { Disguise } from '../../domain/disguise/disguise';
import type { Settings } from '../../domain/settings';
import type { DealsContext } from '../../reports/context';

/** What the last run found: pages are made of it without reading the sales again. */
export interface LastRun {
  /** As the tabs show it: disguised where names are hidden. */
  readonly context: DealsContext;
  readonly disguise: Disguise | null;
  /** In the source's own words. */
  readonly settings: Settings;
  readonly ledger: DealsContext['reading']['ledger'];
}
