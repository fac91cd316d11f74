/**
 * A long computation that pauses now and then so that its caller may breathe (paint, cancel, report).
 * It yields the fraction done, 0 … 1, at least every few thousand rows, and returns its result.
 */
export type Steps<T> = Generator<number, T, void>;

/** Runs a computation to its end at once: for tests and headless use. */
export function complete<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Runs a computation as a part of a larger one: its own 0 … 1 appears as `from` … `to` of the whole. */
export function* within<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
