import type { Analysis } from '../domain/analysis';
import type { Deals } from '../domain/deals/types';
import type { Entries } from '../domain/entries';
import type { ListsRead } from '../domain/lists/reading';
import type { MergeQuestion } from '../domain/sales/mergeQuestions';
import type { Reading, Understanding } from '../domain/sales/types';
import type { Language, Settings } from '../domain/settings';
import type { ExcelSerial } from '../domain/shared/dates';
import type { Translate } from '../i18n/translate';
import type { Pages } from './pages';
import type { TabKey } from './plan';

/** What the sales and people's cells tell: the rest of a {@link ReportContext} is made of it. */
export interface SalesContext {
  readonly source: {
    readonly file: string | null;
    readonly sheet: string;
    /** One-based sheet column of the first column that was read; 1 if absent. */
    readonly firstColumn?: number;
    /** Sheets that look like those of the source and were not read with them. */
    readonly leftOut?: readonly string[];
  };
  readonly understanding: Understanding;
  readonly reading: Reading;
  readonly analysis: Analysis;
  /** What people typed on our tabs and keep on sheets of theirs. */
  readonly entries: Entries;
  /** Side lists of the user's workbook, the deals among them. */
  readonly lists: ListsRead;
  /** Clients that may be one, with what people answered. */
  readonly questions: readonly MergeQuestion[];
  readonly settings: Settings;
  readonly language: Language;
  readonly t: Translate;
  /** Actual names of our tabs in this workbook: formulas must survive a rename by the user. */
  readonly tabNames: Readonly<Record<TabKey, string>>;
  /** The day of the run, from the injected clock. */
  readonly today: ExcelSerial;
}

/** Everything tabs are made of but for pages. */
export interface DealsContext extends SalesContext {
  /** The pipeline: of the user's sheet of deals, else of the form on «Сделки». */
  readonly deals: Deals;
}

/** Everything a tab is made of. */
export interface ReportContext extends DealsContext {
  /** Dossiers and meeting reports. */
  readonly pages: Pages;
}
