import { knownClients } from '../../src/domain/lists/knownClients';
import { readPotentials } from '../../src/domain/lists/potentials';
import { readDeals } from '../../src/domain/lists/readDeals';
import { NO_LISTS } from '../../src/domain/lists/reading';
import { readLedger } from '../../src/domain/sales/ledger';
import { understand } from '../../src/domain/sales/understand';
import type { Language } from '../../src/domain/settings';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { gridOf } from '../../src/domain/shared/grid';
import type { Grid } from '../../src/domain/shared/grid';
import type { Result } from '../../src/domain/shared/result';
import { complete } from '../../src/domain/shared/steps';
import type { ReportContext } from '../../src/reports/context';
import { sampleSheets } from '../../src/workbench/sample/sampleSheets';
import type { SampleSheet } from '../../src/workbench/sample/sheet';
import { contextOf } from './reportContext';

/** The sample company read as the product reads it: its sales, deals and budgets, analysed by the real engine. */
export function sampleContext(language: Language = 'ru'): ReportContext {
  const [sales, pipeline, budgets] = sampleSheets(language).map(gridOfSheet);
  if (!sales || !pipeline || !budgets) throw new Error('The sample has sales, deals and budgets');
  const settings = DEFAULT_SETTINGS;
  const understanding = valueOf(understand(sales, settings));
  const reading = valueOf(complete(readLedger(sales, understanding, settings, null)));
  const known = complete(knownClients(reading.ledger.clients, settings.aliases));
  const potentials = valueOf(complete(readPotentials(budgets, settings, known)));
  const bought = new Set(reading.ledger.clients.map(({ key }) => key));
  const listed = [...potentials.facts];
  return contextOf([], {
    language,
    understanding,
    reading,
    entries: {
      listedPotentials: new Map(listed.filter(([key]) => bought.has(key))),
      prospects: listed
        .filter(([key]) => !bought.has(key))
        .map(([key, facts]) => ({ key, name: potentials.names.get(key) ?? key, facts })),
    },
    lists: { ...NO_LISTS, deals: valueOf(complete(readDeals(pipeline, settings, known))) },
  });
}

function gridOfSheet({ name, rows, formats }: SampleSheet): Grid {
  return gridOf(rows, { sheet: name, formats: rows.map(() => formats) });
}

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
