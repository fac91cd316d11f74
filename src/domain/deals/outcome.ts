import { foldText } from '../shared/text';

/** Whether a deal is still worked on, or how it ended. */
export type Outcome = 'open' | 'won' | 'lost';

/** A letter before or after: «невыигранные» is no «выигран». `\b` knows Latin letters only. */
const words = (...patterns: readonly string[]): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${patterns.join('|')})(?!\\p{L})`, 'u');

/** Asked before the words of success: “closed lost”, «не реализовано», «закрыто неуспешно». */
const LOST = words(
  'lost',
  'dead',
  'disqualified',
  'cancell?ed',
  'rejected',
  'declined',
  'abandoned',
  'no decision',
  'отказ(?:ано|ались|ался)?',
  'проигр\\p{L}*',
  'потерян\\p{L}*',
  'не(?: |)(?:успешн\\p{L}*|реализован\\p{L}*|состоял\\p{L}*|куп\\p{L}*)',
  'провал\\p{L}*',
  'отменен\\p{L}*',
  'аннулирован\\p{L}*',
  'сорвал\\p{L}*',
);
const WON = words(
  'won',
  'signed',
  'closed win',
  'выигр\\p{L}*',
  'успешн\\p{L}*',
  'реализован\\p{L}*',
  'договор подписан',
  'контракт подписан',
  'состоялась',
  'оплачен\\p{L}*',
);

/** How a deal ended, as the words of a stage or a status tell; null if they don't. `'Closed Lost'` is lost. */
export function outcomeOfWords(text: string): Exclude<Outcome, 'open'> | null {
  if (text === '') return null;
  const folded = foldText(text);
  if (LOST.test(folded)) return 'lost';
  return WON.test(folded) ? 'won' : null;
}
