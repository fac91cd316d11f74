import { analyse } from '../domain/analyse';
import { disguiseOf } from '../domain/disguise/disguise';
import type { Disguise } from '../domain/disguise/disguise';
import { disguisedEntries, disguisedLists, disguisedSettings } from '../domain/disguise/disguisedEntries';
import { disguisedReading, disguisedUnderstanding } from '../domain/disguise/disguisedReading';
import type { ClientKey } from '../domain/sales/types';
import { ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import { loadRoster } from '../excel/roster';
import type { ExcelTrouble } from '../excel/types';
import type { DealsContext, SalesContext } from '../reports/context';
import { dealsFor } from '../reports/dealsFor';
import { chosenAsOf } from './choices';
import { drive } from './drive';
import type { Hooks } from './types';

/** What tabs without names are made of, and which name and code stand for whom. */
export interface Disguised {
  readonly context: DealsContext;
  readonly disguise: Disguise;
}

/**
 * The context with every client, manager, product, group, region, holding, segment and deal under a number of its own.
 * The sales are disguised and analysed once more, so that no result can hold a name, whatever analyses are added.
 * Questions about similar clients mean nothing without their names and are left out; their answers are kept.
 */
export async function withoutNames(
  named: DealsContext,
  ofPages: readonly ClientKey[],
  hooks: Hooks,
): Promise<Result<Disguised, ExcelTrouble>> {
  const known = await loadRoster();
  if (!known.ok) return known;
  const { t, reading: realReading, analysis: realAnalysis } = named;
  const words = {
    label: (kind: Parameters<Disguise['words']['label']>[0], number: string) =>
      t(`anonymise.${kind}`, { number }),
    hidden: t('anonymise.hidden'),
  };
  const ranking = realAnalysis.clients.map(({ index }) => index);
  const disguise = await drive(
    disguiseOf({ ...named, ranking, ofPages }, known.value, words),
    'analyse',
    hooks,
  );
  const reading = await drive(disguisedReading(realReading, disguise), 'analyse', hooks);
  const settings = disguisedSettings(named.settings, disguise);
  const entries = disguisedEntries(named.entries, realReading.ledger, disguise);
  // Every field is named: one that is added later does not compile here until somebody has said whether it holds names.
  const context: SalesContext = {
    source: {
      file: named.source.file === null ? null : t('anonymise.file'),
      sheet: t('anonymise.sheet'),
      ...(named.source.firstColumn === undefined ? {} : { firstColumn: named.source.firstColumn }),
    },
    understanding: disguisedUnderstanding(named.understanding, realReading.ledger, disguise),
    reading,
    analysis: await drive(analyse(reading, settings, chosenAsOf(settings), entries), 'analyse', hooks),
    entries,
    lists: disguisedLists(named.lists, disguise),
    questions: [],
    settings,
    language: named.language,
    t,
    tabNames: named.tabNames,
    today: named.today,
  };
  return ok({ disguise, context: { ...context, deals: await drive(dealsFor(context), 'analyse', hooks) } });
}
