/** Rows read between two pauses: a few milliseconds of work, so that the pane stays alive. */
export const PAUSE_EVERY = 5_000;
