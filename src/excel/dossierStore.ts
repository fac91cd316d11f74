import type {
  AppliedProbability,
  DossierBook,
  DossierEntry,
  DossierTemplate,
  MeetingEntry,
} from '../domain/dossiers/book';
import { isRecord } from '../domain/parseSettings';
import type { ClientKey } from '../domain/sales/types';
import type { ExcelSerial } from '../domain/shared/dates';
import type { Result } from '../domain/shared/result';
import { withExcel } from './run';
import type { ExcelTrouble } from './types';
import { WorkbookStore } from './workbookStore';

const DOSSIERS_KEY = 'clientele.dossiers';
const MEETINGS_KEY = 'clientele.meetings';

/** The dossiers and meeting reports of this workbook; none where none were made. */
export function loadDossierBook(): Promise<Result<DossierBook, ExcelTrouble>> {
  return withExcel(null, async (context) => dossierBookIn(await WorkbookStore.load(context)));
}

/** Keeps the dossiers and meeting reports of this workbook. */
export function saveDossierBook(book: DossierBook): Promise<Result<void, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const store = await WorkbookStore.load(context);
    store.keep(DOSSIERS_KEY, book.dossiers);
    store.keep(MEETINGS_KEY, book.meetings);
    await context.sync();
  });
}

function dossierBookIn(store: WorkbookStore): DossierBook {
  return {
    dossiers: listIn(store, DOSSIERS_KEY).flatMap((kept): DossierEntry[] => {
      const common = entryOf(kept);
      if (!common) return [];
      const variant = kept.variant === 'strategic' ? 'strategic' : 'key';
      return [{ ...common, variant, template: templateOf(kept.template) }];
    }),
    meetings: listIn(store, MEETINGS_KEY).flatMap((kept): MeetingEntry[] => {
      const common = entryOf(kept);
      return common ? [{ ...common, applied: appliedOf(kept.applied) }] : [];
    }),
  };
}

function listIn(store: WorkbookStore, key: string): readonly Readonly<Record<string, unknown>>[] {
  const kept = store.get(key);
  return Array.isArray(kept) ? kept.filter(isRecord) : [];
}

/** What dossiers and meetings have in common; null if the workbook's settings were damaged. */
function entryOf({ number, client, name, created, tab }: Readonly<Record<string, unknown>>) {
  if (typeof number !== 'number' || typeof client !== 'string') return null;
  return {
    number,
    client: client as ClientKey,
    name: typeof name === 'string' ? name : client,
    created: (typeof created === 'number' ? created : 0) as ExcelSerial,
    tab: typeof tab === 'string' ? tab : null,
  };
}

function templateOf(kept: unknown): DossierTemplate | null {
  if (!isRecord(kept)) return null;
  const { sheet, name } = kept;
  return typeof sheet === 'string' && typeof name === 'string' ? { sheet, name } : null;
}

function appliedOf(kept: unknown): AppliedProbability | null {
  if (!isRecord(kept)) return null;
  const { deal, probability, on } = kept;
  if (typeof deal !== 'string' || typeof probability !== 'number' || typeof on !== 'number') return null;
  return { deal, probability, on: on as ExcelSerial };
}
