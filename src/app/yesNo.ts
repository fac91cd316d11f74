import type { CellValue } from '../domain/shared/grid';
import { foldText } from '../domain/shared/text';
import { NO_WORDS, TICK_SIGNS, YES_WORDS } from '../i18n/yesNoWords';

const YES: ReadonlySet<string> = new Set(YES_WORDS);
const NO: ReadonlySet<string> = new Set(NO_WORDS);
const TICKS: ReadonlySet<string> = new Set(TICK_SIGNS);

/** What a typed answer says; null if it says neither. */
export function yesOrNo(typed: CellValue): 'yes' | 'no' | null {
  const word = foldText(String(typed));
  return YES.has(word) ? 'yes' : NO.has(word) ? 'no' : null;
}

/** Whether a typed mark is set; null if it says neither. */
export function isTicked(typed: CellValue): boolean | null {
  if (TICKS.has(foldText(String(typed)))) return true;
  const answer = yesOrNo(typed);
  return answer === null ? null : answer === 'yes';
}
