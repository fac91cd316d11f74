import type { ClientRow } from '../analysis';
import type { Entries } from '../entries';
import type { Segments } from '../segments/types';
import { percentile } from '../shared/percentile';
import type { Thresholds } from '../thresholds';
import { QUESTIONS } from './types';
import type { Health, Question, QuestionKey } from './types';

/** Parts of the health that the questions are answered from. */
export type QuestionGround = Pick<Health, 'existingPart' | 'retention' | 'bridge' | 'activityBefore'> & {
  /** Null without dates. */
  readonly activity: Health['activity'] | null;
  readonly clients: readonly ClientRow[];
  readonly segments: Segments;
  readonly thresholds: Thresholds;
};

/** What the data say to a question; null where they say nothing. */
interface Finding {
  readonly isYes: boolean;
  readonly numbers: Readonly<Record<string, number>>;
}

/** A «yes» to these is an opportunity, to all others a warning. */
const OPPORTUNITIES: ReadonlySet<QuestionKey> = new Set([
  'existingSellMore',
  'budgetLarger',
  'orderCouldGrow',
]);

/** Data know nothing of who begins a conversation. */
const ASKED: ReadonlySet<QuestionKey> = new Set(['reacting']);

/** Existing clients sell more than new ones from this part of revenue on: the word “more”, not a setting. */
export const HALF = 0.5;

/** Items per client are told to a tenth: less is no broadening. */
function tenths(items: number): number {
  return Math.round(items * 10);
}

/**
 * The director's eight questions (method.md §6, seed; the readings of the data are ours). Data answer where they can;
 * where they say nothing, the answer that people typed holds.
 */
export function questionsOf(ground: QuestionGround, answers: Entries['answers']): readonly Question[] {
  return QUESTIONS.map((key): Question => {
    const finding = FINDINGS[key](ground);
    const typed = answers.get(key) ?? null;
    const said = finding && (finding.isYes ? 'yes' : 'no');
    return {
      key,
      answer: said ?? typed ?? 'unknown',
      by: said ? 'data' : typed && 'people',
      isAsked: ASKED.has(key),
      isWarning: !OPPORTUNITIES.has(key),
      numbers: finding?.numbers ?? {},
    };
  });
}

const FINDINGS: Readonly<Record<QuestionKey, (ground: QuestionGround) => Finding | null>> = {
  /** Clients who bought before the period bring more than half of the revenue. */
  existingSellMore: ({ existingPart }) =>
    existingPart === null ? null : { isYes: existingPart > HALF, numbers: { existing: existingPart } },

  /** The clients whose potential is known could buy more than they do. */
  budgetLarger: ({ segments }) => {
    const known = segments.clients.filter(({ neverBought, potential }) => !neverBought && potential !== null);
    if (known.length === 0) return null;
    const headroom = known.reduce((total, client) => total + (client.headroom ?? 0), 0);
    return {
      isYes: headroom > 0,
      numbers: { headroom, known: known.length, unknown: segments.askFirst.length },
    };
  },

  /** Those who bought before bring no more now: NRR of at most 1. */
  existingFall: ({ retention }) => {
    const nrr = retention?.nrr ?? null;
    return nrr === null ? null : { isYes: nrr <= 1, numbers: { nrr } };
  },

  /** Clients of class C that also bought in the period before have not grown, and nobody buys a broader assortment. */
  orderTakers: ({ clients, activity, activityBefore }) => {
    const small = clients.filter(({ volumeClass, previous }) => volumeClass === 'C' && (previous ?? 0) > 0);
    if (small.length === 0) return null;
    const before = small.reduce((total, { previous }) => total + (previous ?? 0), 0);
    const now = small.reduce((total, { revenue }) => total + revenue, 0);
    const breadth = activity?.breadth ?? null;
    const breadthBefore = activityBefore?.breadth ?? null;
    const isBroader = breadth !== null && breadthBefore !== null && tenths(breadth) > tenths(breadthBefore);
    return {
      isYes: now <= before && !isBroader,
      numbers: {
        clients: small.length,
        before,
        now,
        ...(breadth !== null && breadthBefore !== null ? { breadth, breadthBefore } : {}),
      },
    };
  },

  /** More clients left than came back. */
  leaveForGood: ({ retention, bridge }) => {
    if (!retention || !bridge || retention.clients === 0) return null;
    const left = retention.clients - retention.kept;
    const returned = bridge.clients.reactivated;
    return { isYes: left > returned, numbers: { left, returned } };
  },

  /** The average order is below what the upper quarter of the clients orders. */
  orderCouldGrow: ({ clients, activity, thresholds }) => {
    const orders = clients.flatMap((client) => (client.averageOrder === null ? [] : [client.averageOrder]));
    const averageOrder = activity?.averageOrder ?? null;
    const peers = percentile(orders, thresholds.orderPeers);
    if (averageOrder === null || peers === null) return null;
    // Both to the smallest unit of money: equal orders are equal.
    return { isYes: averageOrder < Math.round(peers), numbers: { averageOrder, peers: Math.round(peers) } };
  },

  reacting: () => null,

  /** No more clients buy than in the period before. */
  shrinking: ({ activity, activityBefore }) => {
    if (!activity || !activityBefore || activityBefore.buyers === 0) return null;
    const { buyers } = activity;
    return { isYes: buyers <= activityBefore.buyers, numbers: { buyers, before: activityBefore.buyers } };
  },
};
