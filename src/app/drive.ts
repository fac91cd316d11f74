import type { Steps } from '../domain/shared/steps';
import type { Hooks, Phase } from './types';

/** Longest stretch of work between two breaths: well under the 200 ms the pane may block (design.md, cost model). */
const BREATH_MILLISECONDS = 50;

/** Thrown through a use case when the user cancels; caught at its border and answered as trouble `cancelled`. */
export class Cancelled extends Error {
  constructor() {
    super('Cancelled by the user');
    this.name = 'Cancelled';
  }
}

/** Throws {@link Cancelled} if the user has asked to stop. */
export function checkCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled();
}

/** Lets the pane paint and answer clicks. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Runs a long computation to its end, breathing every 50 ms, reporting progress and obeying cancellation. */
export async function drive<T>(steps: Steps<T>, phase: Phase, hooks: Hooks): Promise<T> {
  let breathed = hooks.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      hooks.onProgress(phase, 1);
      return step.value;
    }
    if (hooks.now() - breathed >= BREATH_MILLISECONDS) {
      hooks.onProgress(phase, step.value);
      await breathe();
      checkCancelled(hooks.signal);
      breathed = hooks.now();
    }
  }
}
