/** A person of the client who takes part in the decision (method.md §5, «ГПР»). Unanswered cells are null. */
export interface DecisionMaker {
  /** Decides at all, holds the money, decides on the technical side: see `DOSSIER_LISTS.role`. */
  readonly role: string | null;
  /** 1 … 3 */
  readonly influence: number | null;
  /** −2 … +2 */
  readonly attitude: number | null;
  /** 0 … 3 */
  readonly contact: number | null;
}

/** What is dangerous about a decision group. */
export const GROUP_FLAGS = ['noDecider', 'noContactWithDecider', 'deciderAgainst', 'singleContact'] as const;
export type GroupFlag = (typeof GROUP_FLAGS)[number];

/** The role of the one who decides (ЛПР). */
export const DECIDER = 'decides';

const ATTITUDE_SPAN = 4;
const LOWEST_ATTITUDE = -2;
const BEST_CONTACT = 3;
/** A person of this influence against us can stop the purchase. */
const DECISIVE_INFLUENCE = 3;

/**
 * How well the decision group is covered: `Σ influence·(attitude+2)/4·contact/3 ÷ Σ influence`, 0 … 1 (method.md §5).
 * People without influence count nowhere, an unknown attitude is neutral, an unknown contact is none; null without anybody.
 * One decider (3, +2, 3) and one user (1, 0, 0) give (3·1·1 + 1·0.5·0) ÷ 4 = 0.75.
 */
export function coverageOf(people: readonly DecisionMaker[]): number | null {
  let weight = 0;
  let covered = 0;
  for (const { influence, attitude, contact } of people) {
    if (influence === null) continue;
    weight += influence;
    covered +=
      (influence * (((attitude ?? 0) - LOWEST_ATTITUDE) / ATTITUDE_SPAN) * (contact ?? 0)) / BEST_CONTACT;
  }
  return weight > 0 ? covered / weight : null;
}

/** The dangers of a decision group, in the order of {@link GROUP_FLAGS}; none where nobody is named yet. */
export function groupFlags(people: readonly DecisionMaker[]): readonly GroupFlag[] {
  if (people.length === 0) return [];
  const deciders = people.filter(({ role }) => role === DECIDER);
  const found: Readonly<Record<GroupFlag, boolean>> = {
    noDecider: deciders.length === 0,
    noContactWithDecider: deciders.length > 0 && deciders.every(({ contact }) => (contact ?? 0) === 0),
    deciderAgainst: people.some(
      ({ influence, attitude }) => influence === DECISIVE_INFLUENCE && (attitude ?? 0) < 0,
    ),
    singleContact: people.filter(({ contact }) => (contact ?? 0) > 0).length === 1,
  };
  return GROUP_FLAGS.filter((flag) => found[flag]);
}
