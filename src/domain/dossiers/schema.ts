/**
 * What a dossier asks about a client (method.md §5): sections, fields, tables. The lists are a check-list of ours. Words
 * are in i18n under `dossier.<section>`, `dossier.<section>.<field>` and `dossier.choice.<list>.<value>`.
 */

/** Lists to choose from. */
export const DOSSIER_LISTS = {
  role: ['decides', 'finances', 'influences', 'initiates', 'buys', 'uses', 'advises', 'supports'],
  influence: ['1', '2', '3'],
  attitude: ['-2', '-1', '0', '1', '2'],
  contact: ['0', '1', '2', '3'],
  relation: ['study', 'initial', 'cooperation', 'partnership', 'integration', 'fading'],
  score: ['1', '2', '3', '4'],
  budgetMethod: ['budget', 'share', 'norm', 'peers'],
  actionStatus: ['planned', 'running', 'done', 'dropped'],
  outcome: ['reached', 'partly', 'no'],
  confirm: ['yes'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type DossierList = keyof typeof DOSSIER_LISTS;

/**
 * What a cell of the dossier holds. `auto` is filled from the sheets on every run (• in method.md), `known` where the
 * sheets tell it and people's where they don't, the rest is people's.
 */
export type FieldKind = 'text' | 'number' | 'money' | 'share' | 'date' | 'auto' | 'known' | DossierList;

/** Which dossiers have it. */
export type Variant = 'key' | 'strategic';

export interface DossierField {
  readonly key: string;
  readonly kind: FieldKind;
  /** Weight in completeness; 0 leaves it out. */
  readonly weight: number;
}

export interface DossierTable {
  /** Unique among all tables. */
  readonly key: string;
  readonly columns: readonly DossierField[];
  /** Empty rows shown at least. */
  readonly rows: number;
  /** Weight in completeness of having at least one row. */
  readonly weight: number;
}

export interface DossierSection {
  readonly key: string;
  /** Absent: both variants. */
  readonly only?: Variant;
  readonly fields: readonly DossierField[];
  readonly tables: readonly DossierTable[];
}

const field = (key: string, kind: FieldKind = 'text', weight = 1): DossierField => ({ key, kind, weight });
const column = (key: string, kind: FieldKind = 'text'): DossierField => ({ key, kind, weight: 0 });

/** Sections in the order of the page. */
export const DOSSIER_SECTIONS: readonly DossierSection[] = [
  {
    key: 'passport',
    fields: [
      field('client', 'auto'),
      field('holding', 'auto', 0),
      field('taxId', 'known', 0),
      field('keyReason', 'auto'),
      field('manager', 'auto'),
      field('industry'),
      field('site'),
      field('places', 'known'),
      field('employees', 'number'),
      field('turnover', 'money'),
      field('owners'),
      field('updated', 'date', 2),
    ],
    tables: [],
  },
  {
    key: 'business',
    fields: [
      field('products'),
      field('customers'),
      field('rivals'),
      field('trends'),
      field('plans'),
      field('pains', 'text', 2),
    ],
    tables: [],
  },
  {
    key: 'sales',
    fields: [
      field('revenue', 'auto'),
      field('previous', 'auto'),
      field('change', 'auto'),
      field('share', 'auto'),
      field('orders', 'auto'),
      field('averageOrder', 'auto'),
      field('interval', 'auto'),
      field('last', 'auto'),
      field('expected', 'auto', 0),
      field('groups', 'auto'),
      field('top', 'auto'),
      field('class', 'auto'),
      field('strategy', 'auto', 0),
      field('profit', 'auto', 0),
      field('receivables', 'money', 0),
    ],
    tables: [],
  },
  {
    key: 'potential',
    fields: [
      field('budget', 'auto', 2),
      field('method', 'auto'),
      field('ourShare', 'auto'),
      field('headroom', 'auto'),
      field('notBought', 'auto', 0),
      field('elsewhere', 'text', 2),
    ],
    tables: [],
  },
  {
    key: 'competitors',
    fields: [],
    tables: [
      {
        key: 'suppliers',
        rows: 3,
        weight: 3,
        columns: [
          column('supplier'),
          column('supplies'),
          column('share', 'share'),
          column('strong'),
          column('weak'),
          column('until', 'date'),
        ],
      },
    ],
  },
  {
    key: 'group',
    fields: [],
    tables: [
      {
        key: 'people',
        rows: 5,
        weight: 5,
        columns: [
          column('name'),
          column('position'),
          column('role', 'role'),
          column('influence', 'influence'),
          column('attitude', 'attitude'),
          column('contact', 'contact'),
          column('interest'),
          column('owner'),
          column('next'),
        ],
      },
    ],
  },
  {
    key: 'purchase',
    fields: [
      field('order', 'text', 2),
      field('budgetPeriod'),
      field('tender'),
      field('criteria', 'text', 2),
      field('terms'),
    ],
    tables: [],
  },
  {
    key: 'history',
    fields: [
      field('since', 'auto'),
      field('largest', 'auto', 0),
      field('bigDeals'),
      field('tenders'),
      field('claims'),
      field('feedback'),
    ],
    tables: [],
  },
  {
    key: 'relations',
    fields: [
      field('stage', 'relation', 2),
      field('trust', 'score'),
      field('access', 'score'),
      field('information', 'score'),
      field('breadth', 'score'),
      field('jointWork', 'score'),
      field('loyalty', 'score'),
      field('risks', 'text', 2),
      field('barriers'),
    ],
    tables: [],
  },
  {
    key: 'plan',
    fields: [field('goal', 'text', 3), field('deals', 'auto'), field('expected', 'auto', 0)],
    tables: [
      {
        key: 'actions',
        rows: 4,
        weight: 4,
        columns: [column('action'), column('owner'), column('due', 'date'), column('status', 'actionStatus')],
      },
    ],
  },
  {
    key: 'strategy',
    only: 'strategic',
    fields: [
      field('mission'),
      field('structure'),
      field('finance'),
      field('team'),
      field('sponsor', 'text', 2),
      field('strengths'),
      field('weaknesses'),
      field('opportunities'),
      field('threats'),
      field('projects'),
      field('lossPlan', 'text', 2),
      field('goalYear', 'text', 2),
      field('goalThreeYears'),
      field('summits'),
    ],
    tables: [
      {
        key: 'matrix',
        rows: 4,
        weight: 2,
        columns: [column('unit'), column('product'), column('buys'), column('could')],
      },
    ],
  },
];

/** The six questions about the relationship, each 1 … 4: the score is their sum, 6 … 24. */
export const RELATION_QUESTIONS = [
  'trust',
  'access',
  'information',
  'breadth',
  'jointWork',
  'loyalty',
] as const;

/** The sections of a variant. */
export function sectionsOf(variant: Variant): readonly DossierSection[] {
  return DOSSIER_SECTIONS.filter(({ only }) => only === undefined || only === variant);
}
