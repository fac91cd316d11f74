import type { AppliedProbability, PageWords } from '../../src/domain/dossiers/book';
import { dossierFacts } from '../../src/domain/dossiers/facts';
import type { DossierFacts } from '../../src/domain/dossiers/factTypes';
import type { Variant } from '../../src/domain/dossiers/schema';
import type { ClientKey } from '../../src/domain/sales/types';
import type { CellValue } from '../../src/domain/shared/grid';
import { complete } from '../../src/domain/shared/steps';
import type { ReportContext } from '../../src/reports/context';
import type { DossierPage, MeetingPage } from '../../src/reports/pages';
import { day } from './ledger';

/** Words of a page: single fields by their value, rows of tables by their columns. */
export type TypedWords = Readonly<Record<string, CellValue | Readonly<Record<string, CellValue>>>>;

/** A report of a meeting to be made. */
export interface TypedMeeting {
  readonly number: number;
  readonly words?: TypedWords;
  readonly applied?: AppliedProbability;
}

/** A dossier to be made. */
export interface TypedDossier {
  readonly number: number;
  readonly client: string;
  readonly variant?: Variant;
  readonly words?: TypedWords;
  /** The newest first. */
  readonly meetings?: readonly TypedMeeting[];
}

/** Words as a page keeps them. */
export function wordsFrom(typed: TypedWords): PageWords {
  return new Map(
    Object.entries(typed).map(([key, value]) => [key, typeof value === 'object' ? value : { value }]),
  );
}

/** A context with dossiers in the order given, filled from its own sales and deals. */
export function withDossiers(ctx: ReportContext, typed: readonly TypedDossier[]): ReportContext {
  const keys = typed.map(({ client }) => client as ClientKey);
  const facts = complete(dossierFacts(ctx, keys));
  const created = day('2026-11-01');
  const dossiers = typed.map(
    ({ number, client, variant = 'key', words = {}, meetings = [] }): DossierPage => {
      const known = factsOf(facts, client);
      const entry = { client: known.key, name: known.name ?? client, created, tab: null };
      return {
        key: `dossier${number}`,
        tab: `Досье ${number}`,
        entry: { ...entry, number, variant, template: null },
        facts: known,
        words: wordsFrom(words),
        meetings: meetings.map((meeting): MeetingPage => ({
          key: `meeting${meeting.number}`,
          tab: `Встреча ${meeting.number}`,
          entry: { ...entry, number: meeting.number, applied: meeting.applied ?? null },
          facts: known,
          words: wordsFrom(meeting.words ?? {}),
        })),
      };
    },
  );
  return { ...ctx, pages: { dossiers, meetings: dossiers.flatMap(({ meetings }) => meetings) } };
}

function factsOf(facts: ReadonlyMap<string, DossierFacts>, client: string): DossierFacts {
  const found = facts.get(client);
  if (!found) throw new Error(`No facts of ${client}`);
  return found;
}
