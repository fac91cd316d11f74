import type { Choices } from '../thresholds';

/** A stage of a preset: its key (words `stage.<key>` of i18n) and its probability, 0 … 1. */
export interface PresetStage {
  readonly key: StageKey;
  readonly probability: number;
}

/**
 * Stage tables a workbook can start with (method.md §4): our grouping of the sales cycle, and the defaults of three CRM
 * systems. Won and lost deals are told by their words (`outcome.ts`), so the tables hold open stages only.
 */
const PRESETS = {
  b2b8: [
    { key: 'contact', probability: 0.05 },
    { key: 'decisionKnown', probability: 0.1 },
    { key: 'need', probability: 0.2 },
    { key: 'budget', probability: 0.35 },
    { key: 'proposal', probability: 0.5 },
    { key: 'negotiation', probability: 0.65 },
    { key: 'funding', probability: 0.75 },
    { key: 'signing', probability: 0.9 },
  ],
  hubspot: [
    { key: 'appointment', probability: 0.2 },
    { key: 'qualified', probability: 0.4 },
    { key: 'presentation', probability: 0.6 },
    { key: 'boughtIn', probability: 0.8 },
    { key: 'contractSent', probability: 0.9 },
  ],
  salesforce: [
    { key: 'prospecting', probability: 0.1 },
    { key: 'qualification', probability: 0.1 },
    { key: 'needsAnalysis', probability: 0.2 },
    { key: 'valueProposition', probability: 0.5 },
    { key: 'decisionMakers', probability: 0.6 },
    { key: 'perception', probability: 0.7 },
    { key: 'quote', probability: 0.75 },
    { key: 'review', probability: 0.9 },
  ],
  sugarcrm: [
    { key: 'prospecting', probability: 0.1 },
    { key: 'qualification', probability: 0.2 },
    { key: 'needsAnalysis', probability: 0.25 },
    { key: 'valueProposition', probability: 0.3 },
    { key: 'decisionMakers', probability: 0.4 },
    { key: 'perception', probability: 0.5 },
    { key: 'quote', probability: 0.65 },
    { key: 'review', probability: 0.8 },
  ],
} as const satisfies Readonly<Record<Choices['stages'], readonly { key: string; probability: number }[]>>;

export type StageKey = (typeof PRESETS)[Choices['stages']][number]['key'];

/** The stages of a preset in the order of the sales cycle. */
export function stagePreset(preset: Choices['stages']): readonly PresetStage[] {
  return PRESETS[preset];
}
