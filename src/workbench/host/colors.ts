import { refusal } from './errors';
import { textOf } from './objectType';
import type { Json } from './protocol';

/** The colour names the API takes beside `#RRGGBB`; others are added when the product uses them. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
};

/** A colour as `#RRGGBB` in capitals, from that or from an HTML name; anything else is `InvalidArgument`. */
export function colorOf(value: Json): string {
  const text = textOf(value);
  const named = NAMED[text.toLowerCase()];
  if (named) return named;
  const match = /^#?([0-9a-f]{6})$/i.exec(text);
  if (!match?.[1]) throw refusal('InvalidArgument');
  return `#${match[1].toUpperCase()}`;
}
