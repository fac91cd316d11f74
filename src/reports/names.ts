import type { Thresholds } from '../domain/settings';

/** Prefix of every name we define in the workbook. */
const PREFIX = 'clientele_';

/** The workbook name of a threshold's cell on «Настройки». */
export function thresholdName(key: keyof Thresholds): string {
  return `${PREFIX}${key}`;
}

/** Workbook names of cells on «ABCD» that formulas refer to. */
export const NAMES = {
  /** Σ max(net, 0): the base of all shares. */
  base: `${PREFIX}base`,
  /** Thresholds in money: compared with amounts, so that a border is exact. */
  limitA: `${PREFIX}limitA`,
  limitB: `${PREFIX}limitB`,
  limitLarge: `${PREFIX}limitLarge`,
  limitCritical: `${PREFIX}limitCritical`,
  limitMono: `${PREFIX}limitMono`,
  /** Two columns: a class or a flag, and the words of its rule. */
  classRules: `${PREFIX}classRules`,
  flagRules: `${PREFIX}flagRules`,
  /** Whole reasons of class D. */
  reasonReturns: `${PREFIX}reasonReturns`,
  reasonNothing: `${PREFIX}reasonNothing`,
} as const;
