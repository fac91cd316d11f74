import type { CellRole, ChartTone, PlanRule } from '../reports/plan';

/** How cells of a role look. Absent: as Excel's default. Colours are `#RRGGBB`, size is in points. */
export interface Look {
  readonly color?: string;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  readonly border?: { readonly color: string; readonly edges: readonly Edge[] };
}
export type Edge =
  'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'InsideHorizontal' | 'InsideVertical';

const ALL_EDGES: readonly Edge[] = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
];

const INK = '#1F2937';
const MUTED = '#5B6470';
const LINE = '#8793A3';
const ACCENT = '#1F4E79';

/** Pairs of text and fill with a contrast of at least 4.5 : 1 (WCAG 2.2 AA), told apart by lightness as well as hue. */
const GOOD = { color: '#0B5B2A', fill: '#E3F3E8' };
const WARNING = { color: '#6B4B00', fill: '#FFF3CD' };
const BAD = { color: '#8A1020', fill: '#FBE3E6' };
const NEUTRAL = { color: INK, fill: '#E7ECF3' };

export const LOOKS: Readonly<Record<CellRole, Look>> = {
  title: { color: ACCENT, bold: true, size: 16 },
  subtitle: { color: MUTED },
  heading: { color: ACCENT, bold: true, size: 12 },
  figure: { color: ACCENT, bold: true, size: 20 },
  lead: { color: INK, size: 13 },
  question: { color: INK, bold: true, size: 13 },
  columnHeading: { ...NEUTRAL, bold: true, border: { color: LINE, edges: ['EdgeBottom'] } },
  body: {},
  total: { bold: true, border: { color: LINE, edges: ['EdgeTop'] } },
  note: { color: MUTED, italic: true },
  input: { color: '#1F3A8A', fill: '#FFFBE6', border: { color: LINE, edges: ALL_EDGES } },
  good: GOOD,
  warning: WARNING,
  bad: BAD,
  link: { color: '#0B5CAD', underline: true },
};

/** Colours of conditional formats. */
export const RULE_LOOKS: Readonly<
  Record<Exclude<PlanRule, { kind: 'dataBar' }>['role'], { color: string; fill: string }>
> = {
  good: GOOD,
  warning: WARNING,
  bad: BAD,
  neutral: NEUTRAL,
};

export const DATA_BAR_COLOR = '#A9C4E0';

/** Colours of chart series in their order: a dark blue, an orange and a grey that print apart in black and white. */
export const SERIES_COLORS = [ACCENT, '#C55A11', '#7F8C9A', '#5B9BD5'] as const;

/** Colours of slices in their order, light enough for dark figures on them. */
export const SLICE_COLORS = ['#8DB4DC', '#F4B183', '#C9CFD6', '#A9D18E', '#FFD966', '#D5A6E6'] as const;

/** Ink of figures on a dark and on a light fill. */
export const LABEL_INKS = { onDark: '#FFFFFF', onLight: INK } as const;

/** Colours of series that mean something: dark green and brick red differ in lightness, so that they print apart. */
export const TONE_COLORS: Readonly<Record<ChartTone, string>> = {
  accent: ACCENT,
  good: '#2E7D46',
  bad: '#A61E2E',
  neutral: '#A3ADB8',
};
