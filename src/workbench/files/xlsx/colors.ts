import type { XmlElement } from '../package/xml';
import { attribute, child, children } from '../package/xml';

/** A colour as files name it: by value, by place in the theme (with a tint) or in the old palette. */
export interface FileColor {
  readonly argb?: string;
  readonly theme?: number;
  readonly tint?: number;
  readonly indexed?: number;
}

/** Office's own theme, where a file has none: background and text pairs first, then the accents (ECMA-376 20.1.6.2). */
const OFFICE_THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** Colours 8…63 of the palette before 2007; 0…7 repeat the first eight (ECMA-376 part 1, 18.8.27). */
const PALETTE =
  `000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080
  9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF
  00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696
  003366 339966 003300 333300 993300 993366 333399 333333`.split(/\s+/);
const FIRST_OF_PALETTE = 8;

/** The theme's colours in the order cell formats count them, as `RRGGBB`. */
export function themeColors(theme: XmlElement | null): readonly string[] {
  const scheme = child(child(theme ?? undefined, 'themeElements'), 'clrScheme');
  return THEME_ORDER.map((name, index) => {
    const color = children(child(scheme, name))[0];
    return attribute(color, 'lastClr') ?? attribute(color, 'val') ?? OFFICE_THEME[index] ?? '000000';
  });
}

/** The colour as `#RRGGBB`; undefined where the file leaves it to the system. */
export function resolveColor(color: FileColor | undefined, theme: readonly string[]): string | undefined {
  if (!color) return undefined;
  if (color.argb !== undefined) return `#${color.argb.slice(-6).toUpperCase()}`;
  if (color.theme !== undefined) {
    const base = theme[color.theme];
    return base === undefined ? undefined : tinted(base, color.tint ?? 0);
  }
  if (color.indexed === undefined) return undefined;
  const place = color.indexed < FIRST_OF_PALETTE ? color.indexed : color.indexed - FIRST_OF_PALETTE;
  const found = PALETTE[place];
  return found === undefined ? undefined : `#${found}`;
}

/** Lightens (tint > 0) or darkens a colour, each channel alike: close to Excel's way over HLS (ECMA-376 18.8.3). */
function tinted(rgb: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  const moved = channels.map((value) =>
    Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint),
  );
  return `#${moved.map((value) => Math.min(255, Math.max(0, value)).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
