import { analyse } from '../domain/analyse';
import { NO_ENTRIES } from '../domain/entries';
import { withHoldings } from '../domain/sales/holdings';
import { readLedger } from '../domain/sales/ledger';
import { withNames } from '../domain/sales/lookup';
import { shapeOf } from '../domain/sales/shape';
import type { ColumnMapping, Doubt, Reading, Understanding } from '../domain/sales/types';
import { neededColumns, understand } from '../domain/sales/understand';
import type { Settings } from '../domain/settings';
import { fail, ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import type { Steps } from '../domain/shared/steps';
import { translator } from '../i18n/translate';
import { stopped } from './answers';
import { chosenAsOf, languageFor } from './choices';
import { withDecisions } from './decisions';
import { checkCancelled, drive } from './drive';
import { readEntries } from './entries';
import { firstRowsOf } from './firstRows';
import { NO_LISTS_READ, readLists } from './lists';
import type { SalesRead } from './lists';
import { lookUpNames } from './lookUpNames';
import type { FoundNames } from './lookUpNames';
import { recall, remember } from './memory';
import type { Memory } from './memory';
import { openSource } from './openSource';
import type { Hooks, Preview, Source, Trouble } from './types';

/** What use cases know beside the workbook: answers of earlier files, and the sources as last listed. */
export interface Surroundings {
  readonly memory: Memory;
  /** Where names of clients known by code, and side lists, are looked for. */
  readonly listed: readonly Source[];
}

/** Opens, understands and reads a source, and analyses it; writes nothing into the workbook. Throws `Cancelled`. */
export async function preview(
  source: Source,
  given: Settings,
  mapping: ColumnMapping | null,
  hooks: Hooks,
  { memory, listed }: Surroundings,
): Promise<Result<Preview, Trouble>> {
  const decisions = await withDecisions(given);
  if (!decisions.ok) return stopped(decisions.error);
  const chosen = decisions.value.settings;
  const dateHeading = translator(languageFor(chosen))('source.sheetDate');
  const opened = await openSource(source, chosen, mapping ?? {}, dateHeading);
  if (!opened.ok) return stopped(opened.error);
  const { head, leftOut } = opened.value;
  checkCancelled(hooks.signal);

  const shape = shapeOf(head);
  const { settings, remembered } = recall(memory, shape, chosen, mapping);
  const understood = understand(head, settings, mapping ?? {});
  if (!understood.ok) return fail({ kind: 'reading', error: understood.error });
  const understanding = understood.value;
  hooks.onProgress('understand', 1);

  const grid = await opened.value.readColumns(neededColumns(understanding), {
    signal: hooks.signal,
    onProgress: (fraction) => hooks.onProgress('read', fraction),
  });
  if (!grid.ok) return stopped(grid.error);
  checkCancelled(hooks.signal);

  const read = await drive(
    readLedger(grid.value, understanding, settings, chosenAsOf(settings)),
    'understand',
    hooks,
  );
  const found = read.ok ? await lookUpNames(source, listed, understanding, read.value, hooks) : null;
  const named =
    read.ok && found && settings.nameLookup !== 'ignore' ? ok(withNames(read.value, found.names)) : read;
  const reading = named.ok
    ? ok(await drive(readHoldings(named.value, settings), 'understand', hooks))
    : named;
  const doubts = [
    ...(read.ok ? read.value.doubts : understanding.doubts),
    ...lookupDoubts(understanding, found),
  ];
  const settled = { ...understanding, doubts };
  const beside = reading.ok
    ? await readBeside(
        source,
        listed,
        { reading: reading.value, unit: understanding.unit ?? null },
        settings,
        hooks,
      )
    : ok(NOTHING_BESIDE);
  if (!beside.ok) return beside;
  const { lists, entries } = beside.value;
  const analysis = reading.ok
    ? await drive(analyse(reading.value, settings, chosenAsOf(settings), entries), 'analyse', hooks)
    : null;
  remember(memory, shape, doubts, settings);
  return ok({
    source,
    understanding: settled,
    head,
    firstRows: firstRowsOf(head, understanding, settings),
    leftOut,
    remembered,
    mapping,
    settings,
    reading,
    lists,
    entries,
    analysis,
  });
}

type Beside = Pick<Preview, 'lists' | 'entries'>;
const NOTHING_BESIDE: Beside = { lists: NO_LISTS_READ, entries: NO_ENTRIES };

/** What stands beside the sales: lists of the user's, and what people typed on our tabs. */
async function readBeside(
  source: Source,
  listed: readonly Source[],
  sales: SalesRead,
  settings: Settings,
  hooks: Hooks,
): Promise<Result<Beside, Trouble>> {
  const lists = await readLists(source, listed, sales, settings, hooks);
  if (!lists.ok) return lists;
  const typed = await readEntries(sales.reading, lists.value, settings);
  if (!typed.ok) return stopped(typed.error);
  return ok({ lists: lists.value, entries: typed.value.entries });
}

/** The reading with the holdings people gave by hand. */
function* readHoldings(reading: Reading, settings: Settings): Steps<Reading> {
  return { ...reading, ledger: yield* withHoldings(reading.ledger, settings) };
}

function lookupDoubts({ mapping }: Understanding, found: FoundNames | null): readonly Doubt[] {
  if (!found || mapping.client === undefined) return [];
  return [{ code: 'nameLookup', column: mapping.client, sheet: found.sheet, default: 'use' }];
}
