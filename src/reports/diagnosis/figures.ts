import type { CellValue } from '../../domain/shared/grid';
import { moneyToNumber } from '../../domain/shared/money';
import type { Money } from '../../domain/shared/money';
import type { Translate } from '../../i18n/translate';
import type { Live } from '../live';
import { live, percentOf } from '../live';
import { moneyOf } from '../moneyWords';
import type { Figure } from '../names';
import { figureName } from '../names';

/** What an unknown figure reads. */
export const UNKNOWN = '—';

/** A figure of another tab as it stands there; its value when the tab was built, null if it is unknown. */
export function figureOf(figure: Figure, value: number | null): Live {
  const cell = figureName(figure);
  return live(`IF(ISNUMBER(${cell}),${cell},"${UNKNOWN}")`, value ?? UNKNOWN);
}

/** A share as a number of per cent for a sentence. */
export function percentFigure(figure: Figure, share: number | null): Live {
  return known(figure, share, percentOf(figureName(figure), share ?? 0));
}

/** A number for a sentence. */
export function countFigure(figure: Figure, count: number | null): Live {
  return known(figure, count, live(figureName(figure), count ?? 0));
}

/** An amount in short words for a sentence. */
export function moneyFigure(figure: Figure, amount: Money | null, t: Translate): Live {
  const value = amount === null ? null : moneyToNumber(amount);
  return known(figure, value, moneyOf(figureName(figure), value ?? 0, t));
}

function known(figure: Figure, value: number | null, { formula, value: words }: Live): Live {
  const shown: CellValue = value === null ? UNKNOWN : words;
  return live(`IF(ISNUMBER(${figureName(figure)}),${formula},"${UNKNOWN}")`, shown);
}
