import type { ClientRow, DependencyFlag } from '../domain/analysis';
import type { ClientSegment } from '../domain/segments/types';
import type { Thresholds } from '../domain/settings';
import type { CellValue } from '../domain/shared/grid';
import type { Translate } from '../i18n/translate';
import type { ReportContext } from './context';
import type { Live } from './live';
import { literal, live, liveTemplate, liveText, percentOf } from './live';
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

/**
 * Writes reasons: why the client has its class and its flag, what is known of its potential, and whether the class was
 * given by hand, as a formula that follows thresholds and typed cells. The share before is cut, not rounded: 79.996 %
 * must not read «80 %, меньше 80 %».
 */
export function reasonWriter(
  ctx: ReportContext,
  working: Pick<WorkingCells, 'classRules' | 'flagRules' | 'reasonReturns' | 'reasonNothing'>,
  { value, letterKeys }: SegmentCells,
): (client: ClientRow, segment: ClientSegment, cells: ReasonCells) => Live {
  const { t, analysis, settings } = ctx;
  const { classes, flags } = rules(ctx, value);
  const wordsOf = new Map<string, CellValue>(
    [...classes, ...flags].map(({ key, words }) => [key, words.value]),
  );
  const classText = liveTemplate(t('abcd.reason.class'));
  const flagText = liveTemplate(t('abcd.reason.flag'));
  const shareText = liveTemplate(t('segments.reason.share'));
  const returns = t('abcd.reason.returns');
  const nothing = t('abcd.reason.nothing');
  const unknown = t('segments.reason.unknown');
  const byHand = t('segments.reason.override');
  const core = t('segments.core.key');
  const limit = percentOf(value.budgetLimit, settings.thresholds.budgetLimit);
  const below = liveText(t('segments.rule.below'), { limit }).value;
  const notBelow = liveText(t('segments.rule.notBelow'), { limit }).value;
  const isPotential = analysis.segments.model === 'potential';

  return (client, segment, cells) => {
    const classPart = classText({
      before: live(`ROUNDDOWN(${cells.before}*100+${NUDGE},2)`, cutPercent(client.cumulativeBefore ?? 0)),
      rule: live(
        `VLOOKUP(IF(AND(${cells.moneyBefore}<${value.core},${cells.volumeClass}="A"),${literal(core)},` +
          `${cells.volumeClass}),${working.classRules},2,FALSE)`,
        wordsOf.get(segment.isCore ? core : client.volumeClass) ?? '',
      ),
    });
    const flagPart = flagText({
      share: percentOf(cells.share, client.share ?? 0),
      rule: live(`VLOOKUP(${cells.flag},${working.flagRules},2,FALSE)`, wordsOf.get(client.flag) ?? ''),
    });
    const sharePart = shareText({
      share: percentOf(cells.budgetShare, segment.budgetShare ?? 0),
      rule: live(
        `IF(${cells.budgetShare}<${value.budgetLimit},${value.below},${value.notBelow})`,
        segment.canBuyMore === true ? below : notBelow,
      ),
    });
    const bought = `${classPart.formula}&IF(${cells.flag}="","",${flagPart.formula})`;
    const idle = `IF(${cells.revenue}<0,${working.reasonReturns},${working.reasonNothing})`;
    const potential = `IF(${value.model}=0,"",IF(${cells.potential}="",${literal(unknown)},${sharePart.formula}))`;
    const hand =
      `IF(${cells.override}="","",` +
      `IF(ISNUMBER(MATCH(${cells.override},${letterKeys},0)),${literal(byHand)},""))`;
    return live(
      `IF(${cells.revenue}>0,${bought},${idle})&${potential}&${hand}`,
      `${volumeValue()}${potentialValue()}${segment.override === null ? '' : byHand}`,
    );

    function volumeValue(): string {
      if (client.revenue < 0) return returns;
      if (client.revenue === 0) return nothing;
      return `${classPart.value}${client.flag === 'none' ? '' : flagPart.value}`;
    }

    function potentialValue(): CellValue {
      if (!isPotential) return '';
      return segment.potential === null ? unknown : sharePart.value;
    }
  };
}

/** Lifts a product such as 0.29·100 = 28.999… over the cut; far below anything shown. In per cent. */
const NUDGE = 0.000001;

function cutPercent(share: number): number {
  return Math.floor((share * 100 + NUDGE) * 100) / 100;
}
