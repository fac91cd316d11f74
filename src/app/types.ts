import type { Analysis } from '../domain/analysis';
import type { Deals } from '../domain/deals/types';
import type { Variant } from '../domain/dossiers/schema';
import type { Entries } from '../domain/entries';
import type { ListError, ListKind } from '../domain/lists/types';
import type { Rules } from '../domain/presets';
import type { ClientKey, ColumnMapping, Reading, ReadingError, Understanding } from '../domain/sales/types';
import type { Language, Settings } from '../domain/settings';
import type { ExcelSerial } from '../domain/shared/dates';
import type { Grid, Origin } from '../domain/shared/grid';
import type { Result } from '../domain/shared/result';
import type { TemplateSheet } from '../excel/templates/findTemplates';
import type { ExcelTrouble, Source } from '../excel/types';
import type { DealCard } from '../reports/dealCard';
import type { OwnTabKey, PageKey, TabKey } from '../reports/plan';
import type { Sentence } from '../reports/verdict';
import type { DossierChoice, DossierRequest, MadePages } from './dossiers/create';
import type { TemplateError } from './dossiers/ownTemplates';
import type { FirstRow } from './firstRows';
import type { Lists } from './lists';
import type { Answers } from './memory';

export type { ExcelTrouble, ExcelTroubleCode, Source } from '../excel/types';

/** Why a use case ended without its result. */
export type Trouble =
  | { readonly kind: 'reading'; readonly error: ReadingError }
  | { readonly kind: 'excel'; readonly error: ExcelTrouble }
  | { readonly kind: 'noSource' }
  /** Settings name a sheet for a side list, and the workbook has none of that name. */
  | {
      readonly kind: 'noList';
      readonly list: ListKind;
      readonly name: string;
      readonly sheets: readonly string[];
    }
  /** The sheet that settings name for a side list holds none. */
  | { readonly kind: 'list'; readonly error: ListError }
  /** The sheet asked for cannot be a template of dossiers. */
  | { readonly kind: 'template'; readonly error: TemplateError }
  /** Pages are made of the last run's results, and there are none in this session. */
  | { readonly kind: 'notRun' }
  | { readonly kind: 'cancelled' };

export type Phase = 'read' | 'understand' | 'analyse' | 'write';

/** How a use case talks to its caller while it runs. */
export interface Hooks {
  /** `fraction` 0 … 1 within the phase. */
  readonly onProgress: (phase: Phase, fraction: number) => void;
  readonly signal: AbortSignal;
  /** Milliseconds, monotonic: for yielding and timing only. */
  readonly now: () => number;
  /** The calendar day of the run. */
  readonly today: ExcelSerial;
}

/** The source as understood, read in full and accounted for: what the user sees before anything is written. */
export interface Preview {
  readonly source: Source;
  readonly understanding: Understanding;
  /** First rows as they stand on the sheet. */
  readonly head: Grid;
  /** First entries as the reader sees them. */
  readonly firstRows: readonly FirstRow[];
  /** Sheets that look like those of the source and were not read with them, by name. */
  readonly leftOut: readonly string[];
  /** Answers given for an earlier file of the same form that took effect here; null if none did. */
  readonly remembered: Answers | null;
  /** Columns chosen by hand, and the settings with what people decided on the tabs: what the source was read with. */
  readonly mapping: ColumnMapping | null;
  readonly settings: Settings;
  readonly reading: Result<Reading, ReadingError>;
  /** The side lists beside the sales, and with them what people typed on our tabs. */
  readonly lists: Lists;
  readonly entries: Entries;
  /** The analysis of the reading, if there is one: the verdict can be shown before the tabs are written. */
  readonly analysis: Analysis | null;
}

export type { DealCard, DossierChoice, DossierRequest, MadePages, Sentence, TemplateSheet };

/** A dossier or a meeting report that stands. */
export interface PageResult {
  readonly key: PageKey;
  /** Name of its tab. */
  readonly name: string;
  /** Its client: a code where names are hidden. */
  readonly client: ClientKey;
  /** What kind of dossier it is; null for the report of a meeting. */
  readonly variant: Variant | null;
  /** The sheet of people's that it is a copy of; absent for pages of ours. */
  readonly template?: string;
}

export interface TabResult {
  readonly key: TabKey;
  readonly name: string;
  readonly rows: number;
  readonly formulas: number;
  readonly charts: number;
  /** Parts the platform refused (a chart), already in the user's language. */
  readonly notes: readonly string[];
}

/** The tabs stand. Where names are hidden, everything in it speaks of «Клиент 001» too. */
export interface Outcome {
  /** The pipeline, of names disguised as everything else. */
  readonly deals: Deals;
  /** What the pane says of it; null without deals. */
  readonly dealCard: DealCard | null;
  readonly isAnonymous: boolean;
  /** The source as the tabs call it. */
  readonly sheet: string;
  readonly analysis: Analysis;
  readonly reading: Reading;
  readonly understanding: Understanding;
  readonly verdict: readonly Sentence[];
  readonly tabs: readonly TabResult[];
  /** The dossiers that stand, renewed with the tabs. */
  readonly dossiers: readonly PageResult[];
  readonly milliseconds: { readonly analyse: number; readonly write: number };
}

/**
 * The use cases as the face calls them. Implemented by `createClientele` in `app/clientele.ts`.
 * Every one answers with a `Result`; none throws for expected trouble.
 */
export interface Clientele {
  /** Sheets, tables and sheets of one form that may hold sales, the default one first. */
  listSources(): Promise<Result<readonly Source[], Trouble>>;
  /** Settings kept in the workbook, with thresholds as they stand in the named cells of «Настройки»; defaults if none. */
  loadSettings(): Promise<Result<Settings, Trouble>>;
  /** Keeps settings in the workbook: language, columns chosen by hand, answers to doubts. */
  saveSettings(settings: Settings): Promise<Result<void, Trouble>>;
  /** Puts rules of a preset or a profile into the workbook, and into the cells of «Настройки» where that tab stands. */
  applyRules(rules: Rules): Promise<Result<void, Trouble>>;
  /** Reads and understands a source. `mapping` holds columns chosen by hand (roles absent in it are proposed). */
  preview(
    source: Source,
    settings: Settings,
    mapping: ColumnMapping | null,
    hooks: Hooks,
  ): Promise<Result<Preview, Trouble>>;
  /** Writes the tabs from a preview (its reading must be ok). Touches nothing but our own tabs. */
  run(preview: Preview, settings: Settings, hooks: Hooks): Promise<Result<Outcome, Trouble>>;
  /** Clients of the last run for whom dossiers can be made, key ones first; nobody before a run. */
  dossierChoices(): readonly DossierChoice[];
  /** Makes dossiers from the last run's results; stopping keeps those that are finished. */
  createDossiers(request: DossierRequest, hooks: Hooks): Promise<Result<MadePages, Trouble>>;
  /** Sheets of the workbook that dossiers can be made of, with what must be mended on them first. */
  dossierTemplates(): Promise<Result<readonly TemplateSheet[], Trouble>>;
  /** Makes a sheet to start an own template from, out of a variant of ours; answers its name. */
  exportTemplate(variant: Variant, language: Language): Promise<Result<string, Trouble>>;
  /** Makes the form of a meeting report for a client of the last run. */
  createMeeting(client: ClientKey, hooks: Hooks): Promise<Result<MadePages, Trouble>>;
  /** Shows a tab of ours to the user; trouble `itemNotFound` if it is gone. */
  showTab(key: OwnTabKey): Promise<Result<void, Trouble>>;
  /** Selects a row of a sheet before the user: one that was skipped. */
  showRow(row: Origin): Promise<Result<void, Trouble>>;
  /** Whether any tab of ours stands in the workbook. */
  tabsStand(): Promise<Result<boolean, Trouble>>;
  /** Whether this Excel can open a copy without names. */
  canOpenCopy(): boolean;
  /** Opens a copy of our tabs that hold no name, and of nothing else, as a new workbook. */
  openCopy(): Promise<Result<void, Trouble>>;
  /** How many forms have answers kept for the next file. */
  rememberedForms(): number;
  /** Lets go of all answers kept beyond this workbook. */
  forgetForms(): void;
}
