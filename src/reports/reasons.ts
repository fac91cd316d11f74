import type { ClientRow, DependencyFlag } from '../domain/analysis';
import type { ClientSegment } from '../domain/segments/types';
import type { Thresholds } from '../domain/settings';
import type { Translate } from '../i18n/translate';
import type { ReportContext } from './context';
import type { Live } from './live';
import { literal, live, liveText, percentOf, roundedPercent } from './live';
import { thresholdName } from './names';
import type { SegmentCells } from './segmentCells';
import type { WorkingCells } from './workingCells';

/** The strongest flag in words; a client without a flag has an empty cell. */
export function flagWords(flag: DependencyFlag, t: Translate): string {
  return flag === 'none' ? '' : t(`abcd.flag.${flag}`);
}

/** Words of a rule with its threshold, kept once per tab: the reasons of all clients look them up. */
export interface Rule<Key extends string> {
  readonly key: Key;
  readonly words: Live;
}

/** The rules of all classes and flags. */
export interface Rules {
  /** A, B, C, and the core of A under its word. */
  readonly classes: readonly Rule<string>[];
  readonly flags: readonly Rule<DependencyFlag>[];
}

/**
 * The rules of the classes (method.md §2) and of the flags (§3), with the thresholds as they stand in their cells; the
 * bounds of the classes are those in force, own or from the curve.
 */
export function rules(
  { settings, analysis, t }: Pick<ReportContext, 'settings' | 'analysis' | 't'>,
  cells: Readonly<Record<'boundA' | 'boundB', string>>,
): Rules {
  const { thresholds } = settings;
  const percent = (key: keyof Thresholds) => percentOf(thresholdName(key), thresholds[key]);
  const bounds = {
    a: percentOf(cells.boundA, analysis.segments.bounds.a),
    b: percentOf(cells.boundB, analysis.segments.bounds.b),
  };
  return {
    classes: [
      ...(['A', 'B', 'C'] as const).map((key) => ({ key, words: liveText(t(`abcd.reason.${key}`), bounds) })),
      {
        key: t('segments.core.key'),
        words: liveText(t('segments.core.rule'), { core: percent('classCore') }),
      },
    ],
    flags: [
      { key: 'large', words: liveText(t('abcd.reason.large'), { limit: percent('flagLarge') }) },
      { key: 'critical', words: liveText(t('abcd.reason.critical'), { limit: percent('flagCritical') }) },
      { key: 'mono', words: liveText(t('abcd.reason.mono'), { limit: percent('flagMono') }) },
    ],
  };
}

/** Cells of a client's row that its reason refers to. */
export interface ReasonCells {
  readonly revenue: string;
  readonly share: string;
  readonly before: string;
  readonly volumeClass: string;
  readonly flag: string;
  readonly moneyBefore: string;
  readonly potential: string;
  readonly budgetShare: string;
  readonly override: string;
}

/** The reasons of all rows: one formula, and the sentence it must give for a client. */
export interface RowReason {
  readonly formula: string;
  readonly value: (client: ClientRow, segment: ClientSegment) => string;
}

/**
 * Why a client has its class and its flag, what is known of its potential, and whether the class was given by hand, as a
 * formula that follows thresholds and typed cells. The share before is cut, not rounded: 79.996 % must not read «80 %,
 * меньше 80 %».
 */
export function reasonOfRow(
  { t, analysis, settings }: ReportContext,
  working: Pick<WorkingCells, 'classRules' | 'flagRules' | 'reasonReturns' | 'reasonNothing'>,
  { value: at, letterKeys }: SegmentCells,
  row: ReasonCells,
): RowReason {
  const { classes, flags } = rules({ t, analysis, settings }, at);
  const wordsOf = new Map<string, string>(
    [...classes, ...flags].map(({ key, words }) => [key, String(words.value)]),
  );
  const returns = t('abcd.reason.returns');
  const nothing = t('abcd.reason.nothing');
  const unknown = t('segments.reason.unknown');
  const byHand = t('segments.reason.override');
  const core = t('segments.core.key');
  const limit = percentOf(at.budgetLimit, settings.thresholds.budgetLimit);
  const below = String(liveText(t('segments.rule.below'), { limit }).value);
  const notBelow = String(liveText(t('segments.rule.notBelow'), { limit }).value);
  const isPotential = analysis.segments.model === 'potential';

  return {
    formula:
      `IF(${row.revenue}>0,${bought()},IF(${row.revenue}<0,${working.reasonReturns},${working.reasonNothing}))` +
      `&IF(${at.model}=0,"",IF(${row.potential}="",${literal(unknown)},${share()}))` +
      // No letter is blank, so a blank override finds none.
      `&IF(ISNUMBER(MATCH(${row.override},${letterKeys},0)),${literal(byHand)},"")`,
    value: (client, segment) =>
      volumeValue(client, segment) + potentialValue(segment) + (segment.override === null ? '' : byHand),
  };

  function bought(): string {
    const key = `IF(AND(${row.moneyBefore}<${at.core},${row.volumeClass}="A"),${literal(core)},${row.volumeClass})`;
    const classPart = liveText(t('abcd.reason.class'), {
      before: live(`ROUNDDOWN(${row.before}*100+${NUDGE},2)`, ''),
      rule: live(`VLOOKUP(${key},${working.classRules},2,FALSE)`, ''),
    });
    const flagPart = liveText(t('abcd.reason.flag'), {
      share: percentOf(row.share, 0),
      rule: live(`VLOOKUP(${row.flag},${working.flagRules},2,FALSE)`, ''),
    });
    return `${classPart.formula}&IF(${row.flag}="","",${flagPart.formula})`;
  }

  function share(): string {
    return liveText(t('segments.reason.share'), {
      share: percentOf(row.budgetShare, 0),
      rule: live(`IF(${row.budgetShare}<${at.budgetLimit},${at.below},${at.notBelow})`, ''),
    }).formula;
  }

  function volumeValue(client: ClientRow, segment: ClientSegment): string {
    if (client.revenue < 0) return returns;
    if (client.revenue === 0) return nothing;
    const before = cutPercent(client.cumulativeBefore ?? 0);
    const rule = wordsOf.get(segment.isCore ? core : client.volumeClass) ?? '';
    return t('abcd.reason.class', { before, rule }) + flagValue(client);
  }

  function flagValue({ flag, share: part }: ClientRow): string {
    if (flag === 'none') return '';
    return t('abcd.reason.flag', { share: roundedPercent(part ?? 0), rule: wordsOf.get(flag) ?? '' });
  }

  function potentialValue({ potential, budgetShare, canBuyMore }: ClientSegment): string {
    if (!isPotential) return '';
    if (potential === null) return unknown;
    const rule = canBuyMore === true ? below : notBelow;
    return t('segments.reason.share', { share: roundedPercent(budgetShare ?? 0), rule });
  }
}

/** Lifts a product such as 0.29·100 = 28.999… over the cut; far below anything shown. In per cent. */
const NUDGE = 0.000001;

function cutPercent(share: number): number {
  return Math.floor((share * 100 + NUDGE) * 100) / 100;
}
