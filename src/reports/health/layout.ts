/** metric, now, norm, before, change, verdict, what it means, how it is computed */
export const WIDTHS = [34, 13, 14, 13, 11, 20, 56, 44];
/** A gap, and the working cells right of the page: label, now, before, and the columns of the bridge's chart. */
const NUMBER_WIDTHS = [40, 15, 15, 12, 12, 15];
const GAP = 3;
export const ALL_WIDTHS = [...WIDTHS, GAP, ...NUMBER_WIDTHS];

/** First column of the working cells. */
export const NUMBERS_COLUMN = WIDTHS.length + 2;

/** Column of the values. */
export const VALUE_COLUMN = 2;
/** The charts stand beside the tables, over the columns of the sentences. */
export const CHART_COLUMN = 7;
export const CHART_COLUMNS = 2;

/** What an unknown number reads. */
export const UNKNOWN = '—';
