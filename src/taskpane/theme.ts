import type { BrandVariants, Theme } from '@fluentui/react-components';
import { createDarkTheme, createLightTheme } from '@fluentui/react-components';

/** What the user chose in the pane; `auto` follows Office. */
export type ThemeChoice = 'auto' | 'light' | 'dark';
export type Shade = 'light' | 'dark';

/** The part of `Office.context.officeTheme` that tells light from dark. */
export interface OfficeColours {
  readonly isDarkTheme?: boolean | undefined;
  readonly bodyBackgroundColor?: string | undefined;
}

/** A calm teal; step 80 on white and white on step 80 pass WCAG AA (4.9 : 1). */
const BRAND: BrandVariants = {
  10: '#02191A',
  20: '#072B2D',
  30: '#0A3C3F',
  40: '#0B4C50',
  50: '#0B5C60',
  60: '#0A6C70',
  70: '#0A7478',
  80: '#0B7D81',
  90: '#2A9196',
  100: '#45A3A7',
  110: '#60B4B8',
  120: '#7CC5C8',
  130: '#98D5D7',
  140: '#B4E3E5',
  150: '#CFF0F1',
  160: '#E7F8F8',
};

/** Middle of the 0 … 255 scale of luminance. */
const MIDDLE = 128;

const THEMES: Readonly<Record<Shade, Theme>> = {
  light: createLightTheme(BRAND),
  dark: { ...createDarkTheme(BRAND), colorBrandForeground1: BRAND[110], colorBrandForeground2: BRAND[120] },
};

export function themeOf(shade: Shade): Theme {
  return THEMES[shade];
}

/** Office's own word, else its background's luminance, else the system's preference (office-js #6134: the web gives none). */
export function detectShade(
  choice: ThemeChoice,
  office: OfficeColours | undefined,
  systemPrefersDark: boolean,
): Shade {
  if (choice !== 'auto') return choice;
  if (office?.isDarkTheme !== undefined) return office.isDarkTheme ? 'dark' : 'light';
  const light = luminance(office?.bodyBackgroundColor);
  if (light !== null) return light < MIDDLE ? 'dark' : 'light';
  return systemPrefersDark ? 'dark' : 'light';
}

/** Perceived lightness of `#RRGGBB`, 0 … 255 (ITU-R BT.601), or null for anything else. */
function luminance(colour: string | undefined): number | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour ?? '');
  if (!match) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
