import type { ChoiceKey, ThresholdKey } from '../domain/thresholds';

/** Prefix of every name we define in the workbook. */
const PREFIX = 'clientele_';

/** The workbook name of a threshold's cell on «Настройки». */
export function thresholdName(key: ThresholdKey): string {
  return `${PREFIX}${key}`;
}

/** The workbook name of the base of all shares on «ABCD»: Σ max(net, 0). */
export const BASE_NAME = `${PREFIX}base`;

/** The workbook name of a choice's cell on «Настройки». */
export function choiceName(key: ChoiceKey): string {
  return `${PREFIX}${key}`;
}

/**
 * The workbook names of the type of sales on «Реактивация», in words: as the data say, and as it is in force (the
 * user's choice, else the data).
 */
export const DETECTED_TYPE_NAME = `${PREFIX}detectedType`;
export const TYPE_IN_FORCE_NAME = `${PREFIX}typeInForce`;

/** The workbook names of the stage table on «Настройки»: names of stages, and probabilities in the same rows. */
export const STAGE_NAMES = `${PREFIX}stageNames`;
export const STAGE_PROBABILITIES = `${PREFIX}stageProbabilities`;

/**
 * Results that other tabs refer to, each one named cell on the tab that computes it: «Диагностика» is made of them.
 * Shares are fractions, money is in currency units.
 */
export const FIGURES = [
  // ABCD
  'buyers',
  'countA',
  'countB',
  'countC',
  'countD',
  'shareA',
  'shareB',
  'shareC',
  // Потенциал
  'headroom',
  'unknownPotential',
  // Движение
  'movedUp',
  'movedDown',
  // Зависимость
  'top1',
  'cr3',
  'hhi',
  'k80',
  'flagged',
  'flaggedShare',
  'topHolding',
  'topHoldingName',
  // Ключевые клиенты
  'keyClients',
  'managersNeeded',
  // Здоровье базы
  'secondRatio',
  'secondCohort',
  'nrr',
  'grr',
  'logo',
  'existingPart',
  'averageOrder',
  'bridgeBefore',
  'bridgeNew',
  'bridgeReactivated',
  'bridgeExpansion',
  'bridgeContraction',
  'bridgeLost',
  'bridgeNow',
  // Реактивация
  'active',
  'cooling',
  'sleeping',
  'lost',
  'new',
  'single',
  'moneyAtRisk',
  'contacted',
  'reactivated',
  // Прогноз
  'openDeals',
  'openAmount',
  'forecast',
  'p10',
  'p50',
  'p90',
] as const;
export type Figure = (typeof FIGURES)[number];

/** The workbook name of a figure's cell. */
export function figureName(figure: Figure): string {
  return `${PREFIX}figure_${figure}`;
}
