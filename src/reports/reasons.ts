import type { ClientRow, DependencyFlag, VolumeClass } from '../domain/analysis';
import type { Thresholds } from '../domain/settings';
import type { CellValue } from '../domain/shared/grid';
import type { Translate } from '../i18n/translate';
import type { Live } from './live';
import { live, liveText, percentOf } from './live';
import { thresholdName } from './names';
import type { WorkingCells } from './workingCells';

/** The strongest flag in words; a client without a flag has an empty cell. */
export function flagWords(flag: DependencyFlag, t: Translate): string {
  return flag === 'none' ? '' : t(`abcd.flag.${flag}`);
}

/** Words of a rule with its threshold, kept once per tab: the reasons of all clients look them up. */
export interface Rule<Key extends VolumeClass | DependencyFlag> {
  readonly key: Key;
  readonly words: Live;
}

/** The rules of all classes and flags. */
export interface Rules {
  readonly classes: readonly Rule<VolumeClass>[];
  readonly flags: readonly Rule<DependencyFlag>[];
}

/** The rules of the classes (method.md §2) and of the flags (§3), with the thresholds as they stand in their cells. */
export function rules(thresholds: Thresholds, t: Translate): Rules {
  const percent = (key: keyof Thresholds) => percentOf(thresholdName(key), thresholds[key]);
  const bounds = { a: percent('classA'), b: percent('classB') };
  return {
    classes: (['A', 'B', 'C'] as const).map((key) => ({
      key,
      words: liveText(t(`abcd.reason.${key}`), bounds),
    })),
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
}

/**
 * Writes reasons: why the client has its class and its flag, as a formula that follows the thresholds. The share
 * before is cut, not rounded: 79.996 % must not read «80 %, меньше 80 %».
 */
export function reasonWriter(
  thresholds: Thresholds,
  t: Translate,
  working: Pick<WorkingCells, 'classRules' | 'flagRules' | 'reasonReturns' | 'reasonNothing'>,
): (client: ClientRow, cells: ReasonCells) => Live {
  const { classes, flags } = rules(thresholds, t);
  const wordsOf = new Map<string, CellValue>(
    [...classes, ...flags].map(({ key, words }) => [key, words.value]),
  );
  const classTemplate = t('abcd.reason.class');
  const flagTemplate = t('abcd.reason.flag');
  const returns = t('abcd.reason.returns');
  const nothing = t('abcd.reason.nothing');

  return (client, cells) => {
    const classPart = liveText(classTemplate, {
      before: live(`ROUNDDOWN(${cells.before}*100+${NUDGE},2)`, cutPercent(client.cumulativeBefore ?? 0)),
      rule: live(
        `VLOOKUP(${cells.volumeClass},${working.classRules},2,FALSE)`,
        wordsOf.get(client.volumeClass) ?? '',
      ),
    });
    const flagPart = liveText(flagTemplate, {
      share: percentOf(cells.share, client.share ?? 0),
      rule: live(`VLOOKUP(${cells.flag},${working.flagRules},2,FALSE)`, wordsOf.get(client.flag) ?? ''),
    });
    const bought = `${classPart.formula}&IF(${cells.flag}="","",${flagPart.formula})`;
    const idle = `IF(${cells.revenue}<0,${working.reasonReturns},${working.reasonNothing})`;
    return live(`IF(${cells.revenue}>0,${bought},${idle})`, reasonValue());

    function reasonValue(): string {
      if (client.revenue < 0) return returns;
      if (client.revenue === 0) return nothing;
      return `${classPart.value}${client.flag === 'none' ? '' : flagPart.value}`;
    }
  };
}

/** Lifts a product such as 0.29·100 = 28.999… over the cut; far below anything shown. In per cent. */
const NUDGE = 0.000001;

function cutPercent(share: number): number {
  return Math.floor((share * 100 + NUDGE) * 100) / 100;
}
