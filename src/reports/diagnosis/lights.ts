import type { Translate } from '../../i18n/translate';
import type { Live } from '../live';
import { literal, live } from '../live';
import type { Figure } from '../names';
import { figureName } from '../names';
import type { Light } from './finding';

/** Words of a light. */
export function lightWords(light: Light, t: Translate): string {
  return t(`diagnosis.light.${light}`);
}

/** A border of a light: a cell or a number in formulas, and what it is now. */
export interface Border {
  readonly formula: string;
  readonly value: number;
}

/** Good from the border on, a warning below it; neither while the figure is unknown. */
export function goodFrom(figure: Figure, value: number | null, border: Border, t: Translate): Live {
  const cell = figureName(figure);
  return light(
    cell,
    `IF(${cell}>=${border.formula},${words('good', t)},${words('warning', t)})`,
    value === null ? 'none' : value >= border.value ? 'good' : 'warning',
    t,
  );
}

/**
 * Good below `warning`, a warning from there on, bad beyond `bad` (which itself is still a warning, as the flags of
 * dependency have it).
 */
export function badAbove(
  figure: Figure,
  value: number | null,
  borders: { readonly warning: Border; readonly bad: Border },
  t: Translate,
): Live {
  const cell = figureName(figure);
  const { warning, bad } = borders;
  return light(
    cell,
    `IF(${cell}>${bad.formula},${words('bad', t)},IF(${cell}>=${warning.formula},${words('warning', t)},${words('good', t)}))`,
    value === null ? 'none' : value > bad.value ? 'bad' : value >= warning.value ? 'warning' : 'good',
    t,
  );
}

/** Neither good nor bad: a figure to know. */
export function noLight(t: Translate): Live {
  return live(words('none', t), lightWords('none', t));
}

function light(cell: string, whenKnown: string, value: Light, t: Translate): Live {
  return live(`IF(ISNUMBER(${cell}),${whenKnown},${words('none', t)})`, lightWords(value, t));
}

function words(value: Light, t: Translate): string {
  return literal(lightWords(value, t));
}
