import { STATUSES } from '../../domain/health/types';
import type { Status } from '../../domain/health/types';
import { CHOICES } from '../../domain/thresholds';
import type { DetectedType } from '../../domain/team/types';
import { choiceWords } from '../../i18n/choices';
import type { Translate } from '../../i18n/translate';

/** A status in words, as it stands in the table. */
export function statusWords(status: Status, t: Translate): string {
  return t(`reactivation.status.${status}`);
}

/** All statuses in words, in their order. */
export function allStatusWords(t: Translate): Readonly<Record<Status, string>> {
  return Object.fromEntries(STATUSES.map((status) => [status, statusWords(status, t)])) as Record<
    Status,
    string
  >;
}

/** A type of sales in words: those that can be chosen read as they do on «Настройки». */
export function typeWords(type: DetectedType, t: Translate): string {
  if (type === 'portfolio' || type === 'unknown') return t(`reactivation.type.${type}`);
  return choiceWords('salesType', type, t);
}

/** The types that a user can choose. */
export const CHOSEN_TYPES = CHOICES.salesType.filter((type) => type !== 'auto');
