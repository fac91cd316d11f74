/** metric, now, norm, before, change, verdict, what it means, how it is computed */
export const WIDTHS = [36, 14, 15, 14, 12, 22, 64, 52];
/** A gap, and the working cells right of the page: label, now, before, and the columns of the bridge's chart. */
const NUMBER_WIDTHS = [40, 15, 15, 12, 12, 15];
const GAP = 3;
export const ALL_WIDTHS = [...WIDTHS, GAP, ...NUMBER_WIDTHS];

/** First column of the working cells. */
export const NUMBERS_COLUMN = WIDTHS.length + 2;

/** Column of the values, of the norms, and of the charts beside the tables. */
export const VALUE_COLUMN = 2;
export const CHART_COLUMN = 7;

/** What an unknown number reads. */
export const UNKNOWN = '—';
