import type { Live } from '../live';
import type { TabKey } from '../plan';

/** A traffic light: the word stands beside the colour. `none` is a figure that is neither good nor bad. */
export const LIGHTS = ['good', 'warning', 'bad', 'none'] as const;
export type Light = (typeof LIGHTS)[number];

/** One line of the verdict: a light, a figure, a sentence with its numbers, and the tab they come from. */
export interface Finding {
  /** Live: gives the words `diagnosis.light.<light>`. */
  readonly light: Live;
  readonly figure: Live;
  /** Number format of the figure (en-US). */
  readonly format: string | null;
  readonly sentence: Live;
  readonly tab: TabKey;
}
