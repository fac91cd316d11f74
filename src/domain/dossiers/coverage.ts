/**
 * A person of the client who takes part in the decision (method.md §5, «ГПР»). Unanswered cells are null; a number out
 * of its range counts as unanswered everywhere.
 */
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

const LEAST_INFLUENCE = 1;
/** A person of this influence against us can stop the purchase. */
const DECISIVE_INFLUENCE = 3;
const LOWEST_ATTITUDE = -2;
const BEST_ATTITUDE = 2;
const NO_CONTACT = 0;
const BEST_CONTACT = 3;

/**
 * How well the decision group is covered: `Σ influence·(attitude+2)/4·contact/3 ÷ Σ influence`, 0 … 1 (method.md §5).
 * People without influence count nowhere, an unknown attitude is neutral, an unknown contact is none; null without
 * anybody of influence. One decider (3, +2, 3) and one user (1, 0, 0) give (3·1·1 + 1·0.5·0) ÷ 4 = 0.75.
 */
export function coverageOf(people: readonly DecisionMaker[]): number | null {
  let weight = 0;
  let covered = 0;
  for (const person of people) {
    const influence = influenceOf(person);
    if (influence === null) continue;
    const goodwill = (attitudeOf(person) - LOWEST_ATTITUDE) / (BEST_ATTITUDE - LOWEST_ATTITUDE);
    weight += influence;
    covered += (influence * goodwill * contactOf(person)) / BEST_CONTACT;
  }
  return weight > 0 ? covered / weight : null;
}

/**
 * The dangers of a decision group, in the order of {@link GROUP_FLAGS}; none where nobody is named yet. Decisive is who
 * decides by role and who has the greatest influence.
 */
export function groupFlags(people: readonly DecisionMaker[]): readonly GroupFlag[] {
  if (people.length === 0) return [];
  const deciders = people.filter(isDecider);
  const found: Readonly<Record<GroupFlag, boolean>> = {
    noDecider: deciders.length === 0,
    noContactWithDecider: deciders.length > 0 && deciders.every((person) => contactOf(person) === NO_CONTACT),
    deciderAgainst: people.some(
      (person) => (isDecider(person) || influenceOf(person) === DECISIVE_INFLUENCE) && attitudeOf(person) < 0,
    ),
    singleContact: people.filter((person) => contactOf(person) > NO_CONTACT).length === 1,
  };
  return GROUP_FLAGS.filter((flag) => found[flag]);
}

function isDecider({ role }: DecisionMaker): boolean {
  return role === DECIDER;
}

function influenceOf({ influence }: DecisionMaker): number | null {
  return within(influence, LEAST_INFLUENCE, DECISIVE_INFLUENCE);
}

/** Neutral while it is unknown. */
function attitudeOf({ attitude }: DecisionMaker): number {
  return within(attitude, LOWEST_ATTITUDE, BEST_ATTITUDE) ?? 0;
}

/** None while it is unknown. */
function contactOf({ contact }: DecisionMaker): number {
  return within(contact, NO_CONTACT, BEST_CONTACT) ?? NO_CONTACT;
}

function within(answer: number | null, least: number, greatest: number): number | null {
  return answer !== null && answer >= least && answer <= greatest ? answer : null;
}
