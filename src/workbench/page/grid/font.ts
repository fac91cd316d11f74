import type { CellStyle } from '../../model/model';

/** The font of all cells: the canvas knows one family. */
export const CELL_FONT = "Calibri, Carlito, 'Segoe UI', Arial, sans-serif";

/** The canvas draws in pixels; fonts wider than Calibri are drawn a little smaller so that texts fit as in Excel. */
const FONT_PIXELS_PER_POINT = 1.22;
const STANDARD_FONT_SIZE = 11;

/** Mean width of a letter in font sizes, where there is no canvas to measure with. */
const LETTER_WIDTH = 0.5;

/** Size of a cell's font on the screen, in pixels. */
export function fontPixels({ fontSize = STANDARD_FONT_SIZE }: CellStyle): number {
  return Math.round(fontSize * FONT_PIXELS_PER_POINT);
}

/** The font size in points that shows in so many pixels: the way back from {@link fontPixels}. */
export function fontPoints(pixels: number): number {
  return pixels / FONT_PIXELS_PER_POINT;
}

/** A cell's font as CSS and the canvas write it. */
export function fontOf(style: CellStyle): string {
  return `${style.italic ? 'italic ' : ''}${style.bold ? 'bold' : '400'} ${fontPixels(style)}px ${CELL_FONT}`;
}

/** Width of a text in a cell's style, in pixels. */
export type MeasureText = (text: string, style: CellStyle) => number;

/** Measures as the grid's canvas does; outside of a browser it estimates. */
export function textMeasure(): MeasureText {
  const context = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return (text, style) => text.length * fontPixels(style) * LETTER_WIDTH;
  return (text, style) => {
    context.font = fontOf(style);
    return context.measureText(text).width;
  };
}
