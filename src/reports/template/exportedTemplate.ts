import type { PlaceholderKey } from '../../domain/dossiers/placeholders';
import type { DossierField, DossierTable, Variant } from '../../domain/dossiers/schema';
import { sectionsOf } from '../../domain/dossiers/schema';
import { placeholderText } from '../../i18n/placeholderWords';
import type { TextKey, Translate } from '../../i18n/translate';
import type { Span } from '../dossier/grid';
import type { Area, Block, CellRole, PlanContent } from '../plan';

const TAB_COLOR = '#8793A3';

/** Columns of the form in characters: a list of deals and the decision group find room without merged cells. */
const WIDTHS = [20, 15, 14, 13, 13, 13, 13, 13, 14];
const COLUMNS = WIDTHS.length;
const NOTE_ROWS = 3;
/** Lines of a text that needs room. */
const LONG_LINES = 2;

const SPAN = {
  label: { column: 1, columns: 1 },
  value: { column: 2, columns: 3 },
  rightLabel: { column: 5, columns: 2 },
  rightValue: { column: 7, columns: 3 },
  wide: { column: 2, columns: COLUMNS - 1 },
  /** The questions about the relationship are sentences. */
  question: { column: 1, columns: 6 },
  row: { column: 1, columns: COLUMNS },
} as const satisfies Readonly<Record<string, Span>>;

/** What fills the fields that the sheets tell, by `section.field` (method.md §5, fields marked •). */
export const FIELD_PLACEHOLDERS: Readonly<Record<string, PlaceholderKey>> = {
  'passport.client': 'client',
  'passport.holding': 'holding',
  'passport.taxId': 'taxId',
  'passport.keyReason': 'keyReason',
  'passport.manager': 'manager',
  'passport.places': 'places',
  'sales.revenue': 'revenue',
  'sales.previous': 'previous',
  'sales.change': 'change',
  'sales.share': 'share',
  'sales.orders': 'orders',
  'sales.averageOrder': 'averageOrder',
  'sales.interval': 'interval',
  'sales.last': 'last',
  'sales.expected': 'expected',
  'sales.groups': 'groups',
  'sales.top': 'top',
  'sales.class': 'class',
  'sales.strategy': 'strategy',
  'sales.profit': 'profit',
  'potential.budget': 'potential',
  'potential.method': 'method',
  'potential.ourShare': 'ourShare',
  'potential.headroom': 'headroom',
  'potential.notBought': 'notBought',
  'history.since': 'first',
  'history.largest': 'largest',
  'plan.deals': 'openDeals',
  'plan.expected': 'openExpected',
};

/** Fields of ours whose texts take the whole row, by lines. */
const LONG: ReadonlyMap<string, number> = new Map([
  ['sales.top', 2],
  ['sales.strategy', 1],
  ['potential.notBought', 1],
  ['history.largest', 1],
]);

/** Columns of the tables over columns of the form. */
const TABLE_SPANS: Readonly<Record<string, readonly number[]>> = {
  suppliers: [1, 2, 1, 2, 2, 1],
  people: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  actions: [5, 2, 1, 1],
  matrix: [2, 2, 2, 3],
};

const DEAL_COLUMNS = ['name', 'stage', 'amount', 'date', 'probability', 'expected', 'manager'] as const;
const DEAL_HEADINGS: Readonly<Record<(typeof DEAL_COLUMNS)[number], TextKey>> = {
  name: 'dossier.deals.name',
  stage: 'dossier.deals.stage',
  amount: 'dossier.deals.amount',
  date: 'dossier.deals.date',
  probability: 'dossier.deals.probability',
  expected: 'template.exported.weighted',
  manager: 'dossier.passport.manager',
};

/** A variant of ours as a template to start from: labels, placeholders where the sheets tell, empty cells for people. */
export function exportedTemplate(variant: Variant, tab: string, t: Translate): PlanContent {
  const form = new Form(t);
  form.add('title', SPAN.row, t('template.exported.title', { client: placeholderText('client', t) }));
  form.add(
    'subtitle',
    SPAN.row,
    t('template.exported.subtitle', {
      asOf: placeholderText('asOf', t),
      period: placeholderText('period', t),
      today: placeholderText('today', t),
    }),
  );
  for (const { key, fields, tables } of sectionsOf(variant)) {
    form.heading(t(`dossier.${key}` as TextKey));
    form.fields(key, fields);
    for (const table of tables) form.table(table);
  }
  form.heading(t('template.exported.notes'));
  for (let row = 0; row < NOTE_ROWS; row++) form.add('input', SPAN.row, null);
  form.deals();
  form.months();
  return {
    tab,
    tabColor: TAB_COLOR,
    columnWidths: WIDTHS,
    blocks: form.blocks,
    merges: form.merges,
    names: [],
    tables: [],
    rules: [],
    validations: [],
    charts: [],
    inputs: [],
    freeze: { rows: 0, columns: 0 },
    print: {
      orientation: 'portrait',
      titleRows: null,
      // With room for the chart below: months inserted there stretch it.
      area: { row: 1, column: 1, rows: form.row + CHART_ROWS, columns: COLUMNS },
      footer: '',
    },
  };
}

/** Puts a form together, top down. */
class Form {
  row = 1;
  readonly blocks: Block[] = [];
  readonly merges: Area[] = [];

  constructor(private readonly t: Translate) {}

  /** A cell over a span of the current row. */
  put(role: CellRole, span: Span, cell: string | null, lines = 1): void {
    const rest = new Array<null>(span.columns - 1).fill(null);
    this.blocks.push({
      row: this.row,
      column: span.column,
      role,
      cells: [[cell, ...rest]],
      align: ['left', ...rest],
      ...(lines > 1 ? { wrap: true, lines } : {}),
    });
    if (span.columns > 1) this.merges.push({ ...span, row: this.row, rows: 1 });
  }

  add(role: CellRole, span: Span, cell: string | null): void {
    this.put(role, span, cell);
    this.row++;
  }

  heading(words: string): void {
    this.row++;
    this.add('heading', { column: 1, columns: 1 }, words);
  }

  /** Fields two in a row; those whose texts are long take one of their own. */
  fields(section: string, fields: readonly DossierField[]): void {
    let isRight = false;
    for (const field of fields) {
      const name = `${section}.${field.key}`;
      const placeholder = FIELD_PLACEHOLDERS[name];
      const lines = LONG.get(name) ?? (field.kind === 'text' && field.weight > 1 ? LONG_LINES : 1);
      const isAlone = LONG.has(name) || lines > 1 || field.kind === 'score';
      if (isAlone && isRight) this.row++;
      if (isAlone) isRight = false;
      const [label, value] = spansOf(field, isAlone, isRight);
      this.put('note', label, this.t(`dossier.${name}` as TextKey));
      if (placeholder) this.put('body', value, placeholderText(placeholder, this.t), lines);
      else this.put('input', value, null, lines);
      if (isAlone || isRight) this.row++;
      isRight = !isAlone && !isRight;
    }
    if (isRight) this.row++;
  }

  /** A table of people's: headings and empty rows. */
  table({ key, columns, rows }: DossierTable): void {
    let column = 1;
    const spans = columns.map((_, index): Span => {
      const span = { column, columns: TABLE_SPANS[key]?.[index] ?? 1 };
      column += span.columns;
      return span;
    });
    this.headings(
      columns.map((each, index) => ({
        span: spans[index] ?? SPAN.row,
        words: this.t(`dossier.${key}.${each.key}` as TextKey),
      })),
    );
    for (let row = 0; row < rows; row++) {
      for (const span of spans) this.put('input', span, null);
      this.row++;
    }
  }

  /** The row of deals, which repeats. */
  deals(): void {
    this.heading(this.t('template.exported.deals'));
    this.headings(
      DEAL_COLUMNS.map((key, index) => ({
        span: { column: index + 1, columns: 1 },
        words: this.t(DEAL_HEADINGS[key]),
      })),
    );
    DEAL_COLUMNS.forEach((key, index) => {
      this.put('body', { column: index + 1, columns: 1 }, placeholderText(`deals.${key}`, this.t));
    });
    this.row++;
  }

  /** The row of months, which repeats, and their chart beside it. */
  months(): void {
    this.heading(this.t('template.exported.months'));
    this.put('body', { column: CHART_COLUMN, columns: 1 }, placeholderText('chart.months', this.t));
    this.headings([
      { span: { column: 1, columns: 1 }, words: this.t('template.exported.month') },
      { span: { column: 2, columns: 1 }, words: this.t('template.exported.revenue') },
    ]);
    this.put('body', { column: 1, columns: 1 }, placeholderText('months.month', this.t));
    this.put('body', { column: 2, columns: 1 }, placeholderText('months.revenue', this.t));
    this.row++;
  }

  private headings(headings: readonly { readonly span: Span; readonly words: string }[]): void {
    for (const { span, words } of headings) this.put('columnHeading', span, words, LONG_LINES);
    this.row++;
  }
}

function spansOf({ kind }: DossierField, isAlone: boolean, isRight: boolean): readonly [Span, Span] {
  if (kind === 'score') return [SPAN.question, SPAN.rightValue];
  if (isAlone) return [SPAN.label, SPAN.wide];
  return isRight ? [SPAN.rightLabel, SPAN.rightValue] : [SPAN.label, SPAN.value];
}

/** Right of the months: the chart covers six columns from there. */
const CHART_COLUMN = 4;
const CHART_ROWS = 10;
