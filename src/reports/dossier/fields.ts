import type { Filled } from '../../domain/dossiers/completeness';
import type { DossierField, DossierList, FieldKind } from '../../domain/dossiers/schema';
import { DOSSIER_LISTS } from '../../domain/dossiers/schema';
import { choicesOf } from '../../i18n/dossierWords';
import type { CellValue } from '../../domain/shared/grid';
import type { TextKey } from '../../i18n/translate';
import { absolute } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, dateFormat, moneyFormat, PERCENT, TEXT } from '../formats';
import type { DossierPage } from '../pages';
import type { Area, PlanCell, PlanValidation } from '../plan';
import type { AutoCell } from './autoFields';
import { labelKey } from './autoFields';
import type { PageBuilder } from './builder';
import type { Span } from './grid';
import { SPANS, UNKNOWN } from './grid';

/** Everything the parts of a page are drawn from. */
export interface Draft {
  readonly ctx: ReportContext;
  readonly dossier: DossierPage;
  readonly page: PageBuilder;
  readonly autos: ReadonlyMap<string, AutoCell>;
  readonly filled: Filled;
  /** What the sheets tell, by `section.field`. */
  readonly known: ReadonlySet<string>;
  /** Where fields have come to stand, by `section.field`. */
  readonly places: Map<string, { readonly row: number; readonly column: number }>;
}

/** Which half of its row a field counts in. */
export type Side = 'Left' | 'Right';

/** Most that people may type as a number: no money of ours passes it. */
const MOST = 900_000_000_000;
/** Lists of numbers: typed rather than chosen. */
export const NUMBER_LISTS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'influence',
  'attitude',
  'contact',
  'score',
]);

/** The format of a cell of people's. */
export function inputFormat({ analysis, language }: ReportContext, kind: FieldKind): string | null {
  if (NUMBER_LISTS.has(kind)) return null;
  switch (kind) {
    case 'number':
      return COUNT;
    case 'money':
      return moneyFormat(analysis);
    case 'share':
      return PERCENT;
    case 'date':
      return dateFormat(language);
    default:
      return TEXT;
  }
}

/** What may be typed into cells of a kind, with the sentence that says it; null for texts. */
export function inputRule({ t }: ReportContext, kind: FieldKind, area: Area): PlanValidation | null {
  if (kind === 'text' || kind === 'auto' || kind === 'known') return null;
  const message = t(`dossier.input.${kind}` as TextKey);
  switch (kind) {
    case 'number':
    case 'money':
      return { area, message, rule: { kind: 'decimal', min: 0, max: MOST } };
    case 'share':
      return { area, message, rule: { kind: 'decimal', min: 0, max: 1 } };
    case 'date':
      return { area, message, rule: { kind: 'date' } };
    default:
      return { area, message, rule: listRule(kind, t) };
  }
}

function listRule(list: DossierList, t: ReportContext['t']): PlanValidation['rule'] {
  if (!NUMBER_LISTS.has(list)) return { kind: 'list', values: choicesOf(list, t) };
  const numbers = DOSSIER_LISTS[list].map(Number);
  return { kind: 'whole', min: Math.min(...numbers), max: Math.max(...numbers) };
}

/** A field that the sheets fill: always for `auto`, for `known` where they tell it. */
export function autoOf(
  { autos, known }: Draft,
  section: string,
  { key, kind }: DossierField,
): AutoCell | null {
  const name = `${section}.${key}`;
  const isOurs = kind === 'auto' || (kind === 'known' && known.has(name));
  return isOurs ? (autos.get(name) ?? { cell: UNKNOWN, format: null }) : null;
}

/** How a field stands in its row. */
export interface FieldPlace {
  readonly row: number;
  readonly label: Span;
  readonly value: Span;
  readonly side: Side;
  readonly lines?: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** Draws a field with its label, and counts it. */
export function drawField(draft: Draft, section: string, field: DossierField, place: FieldPlace): void {
  const { ctx, page } = draft;
  const { row, label, value } = place;
  page.put(row, {
    span: label,
    role: 'note',
    cell: ctx.t(labelKey(section, field.key)),
    wrap: true,
  });
  const auto = autoOf(draft, section, field);
  if (auto) drawAuto(draft, auto, place);
  else drawInput(draft, section, field, place);
  draft.places.set(`${section}.${field.key}`, { row, column: value.column });
  count(draft, `${section}.${field.key}`, field.weight, place, auto);
}

function drawAuto({ page }: Draft, { cell, format }: AutoCell, place: FieldPlace): void {
  const { row, value, align = 'left' } = place;
  const isUnknown = cell === UNKNOWN;
  const isNumber = typeof valueOf(cell) === 'number';
  // A number at the left keeps the distance that texts keep.
  const padded = align === 'left' && isNumber && format !== null ? `_0${format}` : format;
  page.put(row, { span: value, role: isUnknown ? 'note' : 'body', cell, format: padded, align, wrap: true });
  if (isLive(cell)) page.markUnknown(row, value.column);
}

function drawInput({ ctx, page }: Draft, section: string, field: DossierField, place: FieldPlace): void {
  const { row, value, align = 'left', lines } = place;
  const { key, kind } = field;
  page.put(row, {
    span: value,
    role: 'input',
    cell: null,
    format: inputFormat(ctx, kind),
    align,
    wrap: true,
    ...(lines === undefined ? {} : { lines }),
  });
  page.fields.push({ key: `${section}.${key}`, row, column: value.column, blank: UNKNOWN });
  const rule = inputRule(ctx, kind, { row, column: value.column, rows: 1, columns: value.columns });
  if (rule) page.validations.push(rule);
}

/** Counts a field in the completeness: its weight, and whether it is filled, beside its row. */
function count(
  { page, filled }: Draft,
  name: string,
  weight: number,
  { row, side, value }: FieldPlace,
  auto: AutoCell | null,
): void {
  if (weight === 0) return;
  const at = absolute(row, value.column);
  const is = filled.has(name) ? 1 : 0;
  page.work(row, `weight${side}`, weight);
  page.work(row, `filled${side}`, filledCell());

  function filledCell(): PlanCell {
    if (auto?.filled !== undefined) return { formula: `=IF(${auto.filled},1,0)`, value: is };
    if (auto) return isLive(auto.cell) ? { formula: `=IF(${at}="${UNKNOWN}",0,1)`, value: is } : is;
    return { formula: `=IF(OR(TRIM(${at})="",TRIM(${at})="${UNKNOWN}"),0,1)`, value: is };
  }
}

/** What a cell shows. */
export function valueOf(cell: PlanCell): CellValue {
  return typeof cell === 'object' && cell !== null ? cell.value : (cell ?? '');
}

/** Whether a cell is a formula. */
export function isLive(cell: PlanCell): boolean {
  return typeof cell === 'object' && cell !== null;
}

/** The heading of a section; answers with its row. */
export function drawHeading({ ctx, page }: Draft, section: string): number {
  return page.add({
    span: SPANS.row,
    role: 'heading',
    cell: ctx.t(`dossier.${section}` as TextKey),
    lines: HEADING_LINES,
  });
}

/** Room above a heading parts the sections. */
const HEADING_LINES = 1.5;
