import type { Thresholds } from '../domain/settings';

/** Prefix of every name we define in the workbook. */
const PREFIX = 'clientele_';

/** The workbook name of a threshold's cell on «Настройки». */
export function thresholdName(key: keyof Thresholds): string {
  return `${PREFIX}${key}`;
}

/** The workbook name of the base of all shares on «ABCD»: Σ max(net, 0). */
export const BASE_NAME = `${PREFIX}base`;
