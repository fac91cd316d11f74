import type { DossierFigures } from '../../domain/dossiers/figures';
import { formatPercent } from '../../i18n/numbers';
import { absolute } from '../addresses';
import { figureCells, FIGURE_SEPARATOR } from '../dossierFigureCells';
import { dateFormat } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell } from '../live';
import { thresholdName } from '../names';
import type { DossierFigure } from '../pages';
import type { PlanCell } from '../plan';
import { sectionsOf } from '../../domain/dossiers/schema';
import { filledOf } from '../../domain/dossiers/figures';
import { flagLive, withoutSeparator } from './autoFields';
import { workingCell } from './builder';
import { coverageLive } from './decisionGroup';
import { valueOf } from './fields';
import type { Draft } from './fields';
import { FIRST_ROW, SPANS, UNKNOWN } from './grid';
import type { Span } from './grid';
import { scoreLive } from './relations';
import type { StepRows } from './steps';
import { nextLive, updatedLive } from './steps';

/** Rows of the head, from the client's name down. */
const ROWS = {
  title: FIRST_ROW,
  subtitle: FIRST_ROW + 1,
  warning: FIRST_ROW + 2,
  labels: FIRST_ROW + 3,
  figures: FIRST_ROW + 4,
  holes: FIRST_ROW + 5,
  next: FIRST_ROW + 6,
} as const;
/** The first row below the head. */
export const BODY_ROW = ROWS.next + 1;

const PART_SEPARATOR = ' · ';
/** The figures side by side. */
const FIGURES: readonly {
  readonly figure: Exclude<DossierFigure, 'groupFlags'>;
  readonly label: 'completeness' | 'freshness' | 'coverage' | 'score' | 'updatedOn';
  readonly span: Span;
}[] = [
  { figure: 'completeness', label: 'completeness', span: { column: 1, columns: 1 } },
  { figure: 'coverage', label: 'coverage', span: { column: 2, columns: 2 } },
  { figure: 'score', label: 'score', span: { column: 4, columns: 3 } },
  { figure: 'freshness', label: 'freshness', span: { column: 7, columns: 1 } },
  { figure: 'updated', label: 'updatedOn', span: { column: 8, columns: 2 } },
];
const NEXT_STEP: Span = { column: 2, columns: 6 };
const NEXT_DATE: Span = { column: 8, columns: 2 };
/** A dash where nothing can be said yet: a text, that of a formula, too. */
const WHOLE_PERCENT = '0%;-0%;0%;"–"';
const SCORE_FORMAT = '0" / 24";;;"–"';
const SUBTITLE_LINES = 2;
/** Lacks are whole weights; of equal ones the first on the page comes first. */
const TIE = 0.001;
const HOLES = 3;

/** What is known once the body of the page stands. */
export interface Body {
  readonly figures: DossierFigures;
  readonly steps: StepRows;
  /** Rows that count in the completeness. */
  readonly from: number;
  readonly to: number;
}

/** The head of the page: whose it is, in one line what kind of client, and the figures that the register calls. */
export function drawHead(draft: Draft, body: Body): void {
  const { ctx, dossier, page } = draft;
  const { t, language, settings, today } = ctx;
  const { facts, entry } = dossier;
  page.put(ROWS.title, { span: SPANS.row, role: 'title', cell: facts.name ?? entry.name });
  page.put(ROWS.subtitle, {
    span: SPANS.row,
    role: 'subtitle',
    cell: liveCell(subtitle(draft)),
    wrap: true,
    lines: SUBTITLE_LINES,
  });
  page.put(ROWS.warning, { span: SPANS.row, role: 'body', cell: warning(draft), align: 'left' });
  page.rules.push({
    kind: 'formula',
    area: { row: ROWS.warning, column: 1, rows: 1, columns: SPANS.row.columns },
    formula: `=$A$${ROWS.warning}<>""`,
    role: 'bad',
  });

  page.set('today', today);
  for (const [cell, key] of [
    ['fresh', 'freshDays'],
    ['stale', 'staleDays'],
  ] as const)
    page.set(cell, live(thresholdName(key), settings.thresholds[key]));
  const lives = figureLives(draft, body);
  const formats: Readonly<Partial<Record<DossierFigure, string>>> = {
    completeness: WHOLE_PERCENT,
    coverage: WHOLE_PERCENT,
    score: SCORE_FORMAT,
    updated: `${dateFormat(language)};;;"–"`,
  };
  for (const { figure, label, span } of FIGURES) {
    page.put(ROWS.labels, {
      span,
      role: 'columnHeading',
      cell: t(`dossier.${label}`),
      align: 'center',
    });
    page.put(ROWS.figures, {
      span,
      role: 'question',
      cell: liveCell(lives[figure]),
      format: formats[figure] ?? null,
      align: 'center',
    });
    page.name(figure, ROWS.figures, span.column);
  }
  page.put(
    ROWS.holes,
    { span: SPANS.label, role: 'note', cell: t('dossier.holes'), wrap: true },
    { span: SPANS.value, role: 'body', cell: liveCell(lives.holes), align: 'left' },
  );
  page.name('holes', ROWS.holes, SPANS.value.column);
  page.put(
    ROWS.next,
    { span: SPANS.label, role: 'note', cell: t('dossier.next'), wrap: true },
    { span: NEXT_STEP, role: 'body', cell: liveCell(lives.nextStep), align: 'left', wrap: true },
    {
      span: NEXT_DATE,
      role: 'body',
      cell: liveCell(lives.nextDate),
      format: dateFormat(language),
      align: 'center',
    },
  );
  page.name('nextStep', ROWS.next, NEXT_STEP.column);
  page.name('nextDate', ROWS.next, NEXT_DATE.column);
  freshnessRules(draft);
}

function freshnessRules({ ctx: { t }, page }: Draft): void {
  const { column, columns } = FIGURES.find(({ figure }) => figure === 'freshness')?.span ?? SPANS.label;
  const area = { row: ROWS.figures, column, rows: 1, columns };
  for (const [freshness, role] of [
    ['fresh', 'good'],
    ['ageing', 'warning'],
    ['stale', 'bad'],
  ] as const)
    page.rules.push({ kind: 'textEquals', area, text: t(`register.freshness.${freshness}`), role });
}

/** Class with its words, share, flag, why it is key, whose it is. */
function subtitle(draft: Draft): Live {
  const { ctx, dossier, autos, places, page } = draft;
  const { t, language } = ctx;
  const { sales, manager } = dossier.facts;
  const at = (field: string): string => {
    const place = places.get(field);
    return place ? absolute(place.row, place.column) : '""';
  };
  const part = (cell: string, nothing: string) =>
    `IF(${cell}=${literal(nothing)},"",${literal(PART_SEPARATOR)}&${cell})`;
  const ofClass = String(valueOf(autos.get('sales.class')?.cell ?? UNKNOWN));
  const none = t('dossier.flag.none');
  const flag = flagLive(ctx, dossier.facts);
  const reason = String(valueOf(autos.get('passport.keyReason')?.cell ?? ''));
  const by = manager === null ? '' : t('dossier.subtitle.manager', { manager });
  const after = manager === null ? '' : `&${literal(PART_SEPARATOR + by)}`;
  const share = sales?.share ?? null;
  // Who is key by its share has it among the reasons.
  const isSaid = page.value('byShare') === 1;
  const shareWords =
    share === null ? '' : t('dossier.subtitle.share', { share: formatPercent(share, language) });
  const ofShare =
    share === null ? '' : `&IF(${workingCell('byShare')}=1,"",${literal(PART_SEPARATOR + shareWords)})`;
  const formula =
    part(at('sales.class'), UNKNOWN) +
    ofShare +
    `&IF(${flag.formula}=${literal(none)},"",${literal(PART_SEPARATOR)}&${flag.formula})&` +
    part(at('passport.keyReason'), UNKNOWN) +
    after;
  const words = [
    ofClass === UNKNOWN ? '' : ofClass,
    isSaid ? '' : shareWords,
    flag.value === none ? '' : String(flag.value),
    reason,
    by,
  ];
  return live(
    `MID(${formula},${PART_SEPARATOR.length + 1},999)`,
    words.filter((each) => each !== '').join(PART_SEPARATOR),
  );
}

/** That the client is no longer key, or no longer in the sales: the dossier is kept and marked. */
function warning({ ctx: { t }, dossier: { facts } }: Draft): PlanCell {
  if (facts.position === null) return t('dossier.gone');
  const words = t('dossier.notKey.warning');
  return liveCell(live(`IF(${workingCell('isKey')}=1,"",${literal(words)})`, facts.isKey ? '' : words));
}

/** Every figure that the register calls but the flags of the group, which stand beside its people. */
function figureLives(
  draft: Draft,
  { figures, steps, from, to }: Body,
): Readonly<Record<Exclude<DossierFigure, 'groupFlags'>, Live>> {
  const { ctx, page } = draft;
  const { t } = ctx;
  const values = figureCells(figures, t);
  const next = nextLive(draft, steps, figures);
  const updatedAt = absolute(
    ROWS.figures,
    FIGURES.find(({ figure }) => figure === 'updated')?.span.column ?? 1,
  );
  const word = (freshness: 'fresh' | 'ageing' | 'stale' | 'unknown') =>
    literal(t(`register.freshness.${freshness}`));
  const age = `${workingCell('today')}-${updatedAt}`;
  const sum = (side: 'Left' | 'Right') =>
    `SUMPRODUCT(${page.column(`weight${side}`, from, to)},${page.column(`filled${side}`, from, to)})`;
  const all = `SUM(${page.column('weightLeft', from, to)},${page.column('weightRight', from, to)})`;
  return {
    completeness: live(`(${sum('Left')}+${sum('Right')})/${all}`, values.completeness),
    holes: live(holesFormula(draft, from, to), values.holes),
    updated: updatedLive(draft, figures),
    freshness: live(
      `IF(${updatedAt}="",${word('unknown')},IF(${age}<=${workingCell('fresh')},${word('fresh')},` +
        `IF(${age}<=${workingCell('stale')},${word('ageing')},${word('stale')})))`,
      values.freshness,
    ),
    coverage: coverageLive(figures),
    score: scoreLive(draft, figures),
    nextStep: next.step,
    nextDate: next.day,
  };
}

/** The sections that lack most weight, by their headings. */
function holesFormula({ page }: Draft, from: number, to: number): string {
  const gaps = page.column('gap', from, to);
  const sections = page.column('section', from, to);
  const parts = Array.from({ length: HOLES }, (_, index) => {
    const lack = `LARGE(${gaps},${index + 1})`;
    return `IF(${lack}>${TIE},${literal(FIGURE_SEPARATOR)}&INDEX(${sections},MATCH(${lack},${gaps},0)),"")`;
  });
  return withoutSeparator(parts.join('&'));
}

/** What a section lacks, beside its heading. */
export function countGap(draft: Draft, section: string, headingRow: number): void {
  const { ctx, page, dossier } = draft;
  const sections = sectionsOf(dossier.entry.variant);
  const index = sections.findIndex(({ key }) => key === section);
  const { fields = [], tables = [] } = sections[index] ?? {};
  const filled = filledOf(dossier.entry.variant, dossier.words, dossier.facts);
  const lack = [...fields, ...tables]
    .filter(({ key }) => !filled.has(`${section}.${key}`))
    .reduce((sum, { weight }) => sum + weight, 0);
  const last = page.row - 1;
  const sides = ['Left', 'Right'] as const;
  const weights = sides.map((side) => page.column(`weight${side}`, headingRow, last));
  const done = sides.map(
    (side) =>
      `SUMPRODUCT(${page.column(`weight${side}`, headingRow, last)},${page.column(`filled${side}`, headingRow, last)})`,
  );
  page.work(headingRow, 'section', ctx.t(`dossier.${section}` as Parameters<typeof ctx.t>[0]));
  page.work(headingRow, 'gap', {
    formula: `=SUM(${weights.join(',')})-${done.join('-')}-${index}*${TIE / 100}`,
    value: lack - (index * TIE) / 100,
  });
}
