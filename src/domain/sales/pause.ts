/** Rows (or clients) worked on between two pauses: some ten milliseconds at most, so that the pane stays alive. */
export const PAUSE_EVERY = 2_000;
