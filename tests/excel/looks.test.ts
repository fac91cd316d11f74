import { LABEL_INKS, LOOKS, RULE_LOOKS, SLICE_COLORS } from '../../src/excel/looks';

/** Contrast of WCAG 2.2, least allowed for text. */
const AA = 4.5;
const WHITE = '#FFFFFF';
const EXCEL_INK = '#000000';

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

describe('looks', () => {
  it.each(Object.entries({ ...LOOKS, ...RULE_LOOKS }))(
    '%s is readable: contrast of text on fill',
    (_, look) => {
      expect(contrast(look.color ?? EXCEL_INK, look.fill ?? WHITE)).toBeGreaterThanOrEqual(AA);
    },
  );

  it.each(SLICE_COLORS)('a share on a slice of %s is readable', (color) => {
    expect(contrast(LABEL_INKS.onLight, color)).toBeGreaterThanOrEqual(AA);
  });
});
