import type { Answers } from '../../src/app/memory';
import { NO_LISTS_READ } from '../../src/app/lists';
import type {
  Clientele,
  DealCard,
  DossierChoice,
  DossierRequest,
  Hooks,
  MadePages,
  Outcome,
  PageResult,
  Preview,
  Sentence,
  Source,
  Trouble,
} from '../../src/app/types';
import { NO_ENTRIES } from '../../src/domain/entries';
import type { Analysis } from '../../src/domain/analysis';
import type {
  ClientKey,
  ColumnMapping,
  ColumnRole,
  ColumnView,
  Doubt,
  Reading,
  ReadingError,
} from '../../src/domain/sales/types';
import type { Rules } from '../../src/domain/presets';
import type { Variant } from '../../src/domain/dossiers/schema';
import type { Language, Settings } from '../../src/domain/settings';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { serialOf } from '../../src/domain/shared/dates';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { gridOf } from '../../src/domain/shared/grid';
import type { Origin } from '../../src/domain/shared/grid';
import type { Money } from '../../src/domain/shared/money';
import { ZERO, addMoney, moneyFromNumber } from '../../src/domain/shared/money';
import { fail, ok } from '../../src/domain/shared/result';
import type { Result } from '../../src/domain/shared/result';
import type { TemplateSheet } from '../../src/excel/templates/findTemplates';
import type { OwnTabKey } from '../../src/reports/plan';
import { pipelineOf } from '../support/deals';
import { PLAIN_NOTES } from '../support/ledger';

/** A sheet with sales on it, looked at by the user. */
export const SALES: Source = {
  kind: 'sheet',
  id: '{1}',
  name: 'Продажи',
  sheet: 'Продажи',
  address: 'A1:E1204',
  rows: 1204,
  columns: 5,
  isActive: true,
};

/** Another one, with a table. */
export const ARCHIVE: Source = {
  ...SALES,
  kind: 'table',
  id: '{2}',
  name: 'Архив_2024',
  sheet: 'Архив',
  isActive: false,
};

export const EMPTY_SHEET: Source = {
  ...SALES,
  id: '{3}',
  name: 'Лист1',
  sheet: 'Лист1',
  address: null,
  rows: 0,
};

const ROWS = [
  ['Дата', 'Контрагент', 'Сумма, руб.', 'Прибыль', ''],
  [day(2025, 1, 14), 'ООО «Ромашка»', 125_400.5, 20_000, 'Иванов'],
  [day(2025, 1, 15), 'АО «Северный альянс производителей строительных материалов»', 88_000, 9_000, 'Петрова'],
  [day(2025, 1, 15), 'ИП Сидоров', -1_200, -300, 'Иванов'],
];

const ROLES: readonly (ColumnRole | null)[] = ['date', 'client', 'amount', 'profit', 'manager'];

function day(year: number, month: number, date: number): ExcelSerial {
  return serialOf(year, month, date) as ExcelSerial;
}

function money(amount: number): Money {
  return moneyFromNumber(amount) as Money;
}

/** Columns as proposed, with those chosen by hand in their place. */
function columnsWith(mapping: ColumnMapping | null): readonly ColumnView[] {
  return ROLES.map((proposed, index) => {
    const byHand = (Object.entries(mapping ?? {}) as [ColumnRole, number][]).find(
      ([, column]) => column === index,
    );
    const role = byHand?.[0] ?? (proposed !== null && mapping?.[proposed] === undefined ? proposed : null);
    return {
      index,
      header: String(ROWS[0]?.[index] ?? ''),
      kind: index === 0 ? 'date' : index === 1 || index === 4 ? 'text' : 'number',
      role,
      because: role === null ? null : byHand ? 'user' : index === 4 ? 'content' : 'header',
      samples: ROWS.slice(1).map((row) => row[index] ?? ''),
    };
  });
}

/** A reading of 1,203 rows: 1,198 used, 5 skipped. */
export function readingOf(clients: number): Reading {
  const noClient = money(1_447_682.12);
  const used = money(8_313_294.95);
  return {
    ledger: {
      rowCount: 1198,
      clients: Array.from({ length: clients }, (_unused, index) => {
        const name = `Клиент ${index + 1}`;
        return { key: name as never, name, spellings: [name] };
      }),
      client: new Int32Array(0),
      date: null,
      amount: new Float64Array(0),
      sourceRow: new Int32Array(0),
      document: null,
      manager: null,
      product: null,
      group: null,
      region: null,
      holding: null,
      quantity: null,
      profit: null,
    },
    account: {
      rowsRead: 1203,
      used: 1198,
      merged: 0,
      skipped: [
        {
          reason: 'noClient',
          rows: 4,
          amount: noClient,
          examples: [{ sheet: 'Продажи', row: 7, value: 'НБ', amount: money(4_500) }],
        },
        { reason: 'total', rows: 1, amount: ZERO, examples: [] },
      ],
      amountRead: addMoney(used, noClient),
      amountUsed: used,
      amountSkipped: noClient,
      returns: money(-1_200),
    },
    notes: { ...PLAIN_NOTES, textNumbers: 12 },
    doubts: [],
    firstDate: day(2024, 1, 9),
    lastDate: day(2025, 12, 30),
  };
}

const ANALYSIS: Analysis = {
  asOf: day(2025, 12, 31),
  period: { from: day(2025, 1, 1), to: day(2025, 12, 31), months: 12, partial: false, previous: null },
  clients: [],
  concentration: null,
  segments: {
    model: 'volume',
    bounds: { a: 0.8, b: 0.95 },
    clients: [],
    prospects: [],
    askFirst: [],
    limits: { core: ZERO, a: ZERO, b: ZERO, curve: { a: ZERO, b: ZERO } },
    annualFactor: 1,
    leastMuch: null,
    peers: [],
    rfmClients: 0,
    before: null,
    movement: null,
  },
  dependency: {
    flags: [],
    isMass: [],
    holdings: [],
    holdingConcentration: null,
    quarters: [],
    byManager: [],
    byGroup: [],
    loyalty: [],
    keyClients: [],
    managers: [],
    managersNeeded: 0,
  },
  health: null,
  team: null,
};

export interface PreviewOptions {
  readonly source?: Source;
  readonly mapping?: ColumnMapping | null;
  readonly doubts?: readonly Doubt[];
  readonly error?: ReadingError;
  readonly clients?: number;
  readonly partial?: boolean;
  readonly leftOut?: readonly string[];
  readonly remembered?: Answers | null;
}

export function previewWith(options: PreviewOptions = {}): Preview {
  const columns = columnsWith(options.mapping ?? null);
  const mapping = Object.fromEntries(columns.flatMap(({ role, index }) => (role ? [[role, index]] : [])));
  const { period } = ANALYSIS;
  return {
    source: options.source ?? SALES,
    understanding: {
      layout: 'list',
      headerRow: 0,
      firstDataRow: 1,
      columns,
      mapping,
      doubts: options.doubts ?? [],
    },
    head: gridOf(ROWS, { sheet: 'Продажи' }),
    firstRows: ROWS.slice(1).map((values, row) => ({ origin: { sheet: 'Продажи', row: row + 2 }, values })),
    leftOut: options.leftOut ?? [],
    remembered: options.remembered ?? null,
    mapping: options.mapping ?? null,
    settings: DEFAULT_SETTINGS,
    reading: options.error ? fail(options.error) : ok(readingOf(options.clients ?? 42)),
    lists: NO_LISTS_READ,
    entries: NO_ENTRIES,
    analysis: options.error
      ? null
      : { ...ANALYSIS, period: period && { ...period, partial: options.partial ?? false } },
  };
}

export const VERDICT: readonly Sentence[] = [
  { text: 'Крупнейший клиент даёт 34 % выручки: критическая зависимость.', tab: 'dependency', tone: 'bad' },
  { text: 'Класс A – 7 клиентов из 42, они дают 80 % выручки.', tab: 'abcd', tone: 'neutral' },
  { text: 'Учтены все строки, кроме 5.', tab: 'dataCheck', tone: 'warning' },
  { text: 'Без трёх крупнейших клиентов бизнес остаётся прибыльным.', tab: null, tone: 'good' },
];

/** What the pane says of the deals. */
export const DEAL_CARD: DealCard = {
  sentences: ['Открытых сделок: 3 на 1 млн; ожидается 400 тыс.', 'Получится от 100 тыс. до 700 тыс.'],
  actions: [
    {
      deal: 'Ромашка, Станок',
      why: 'решает прогноз: с ней середина 700 тыс., без неё 200 тыс.',
      place: { sheet: 'Сделки', row: 9 },
    },
  ],
};

export function outcomeOf(preview: Preview): Outcome {
  return {
    isAnonymous: false,
    sheet: preview.source.name,
    analysis: ANALYSIS,
    deals: pipelineOf(null),
    dealCard: DEAL_CARD,
    reading: readingOf(42),
    understanding: preview.understanding,
    verdict: VERDICT,
    tabs: [
      {
        key: 'abcd',
        name: 'ABCD',
        rows: 50,
        formulas: 200,
        charts: 1,
        notes: ['диаграмма построена без линии'],
      },
      { key: 'dependency', name: 'Зависимость', rows: 40, formulas: 60, charts: 1, notes: [] },
      { key: 'dataCheck', name: 'Качество данных', rows: 20, formulas: 4, charts: 0, notes: [] },
      { key: 'settings', name: 'Настройки', rows: 20, formulas: 0, charts: 0, notes: [] },
    ],
    dossiers: [],
    milliseconds: { analyse: 1, write: 1 },
  };
}

/** Key clients first: one of them is smaller than the largest of the others. */
export const CHOICES: readonly DossierChoice[] = [
  choice('Ромашка', true, 0.34),
  choice('Северный альянс', true, 0.12),
  choice('Надежда', true, 0.02),
  choice('Ладога', false, 0.09),
  choice('Семёновы', false, 0.01),
  choice('Возврат', false, null),
];

function choice(name: string, isKey: boolean, share: number | null): DossierChoice {
  return { key: name as ClientKey, name, isKey, share };
}

/** A dossier that stands, or the report of a meeting where it is of no variant. */
export function pageOf(client: string, number: number, variant: PageResult['variant'] = 'key'): PageResult {
  const key: PageResult['key'] = variant === null ? `meeting${number}` : `dossier${number}`;
  const name = `${variant === null ? 'Встреча' : 'Досье'} ${client}`;
  return { key, name, client: client as ClientKey, variant };
}

/** A promise answered from outside: the test decides when the workbook speaks. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** The use cases without any Excel: every method is a jest mock that answers well unless told otherwise. */
export function fakeClientele(sources: readonly Source[] = [SALES, ARCHIVE]) {
  return {
    listSources: jest.fn(async (): Promise<Result<readonly Source[], Trouble>> => ok(sources)),
    loadSettings: jest.fn(async (): Promise<Result<Settings, Trouble>> => ok(DEFAULT_SETTINGS)),
    saveSettings: jest.fn(async (_settings: Settings): Promise<Result<void, Trouble>> => ok(undefined)),
    applyRules: jest.fn(async (_rules: Rules): Promise<Result<void, Trouble>> => ok(undefined)),
    preview: jest.fn(
      async (
        source: Source,
        _settings: Settings,
        mapping: ColumnMapping | null,
        _hooks: Hooks,
      ): Promise<Result<Preview, Trouble>> => ok(previewWith({ source, mapping })),
    ),
    run: jest.fn(
      async (preview: Preview, _settings: Settings, _hooks: Hooks): Promise<Result<Outcome, Trouble>> =>
        ok(outcomeOf(preview)),
    ),
    dossierChoices: jest.fn((): readonly DossierChoice[] => CHOICES),
    createDossiers: jest.fn(
      async ({ clients, variant }: DossierRequest, _hooks: Hooks): Promise<Result<MadePages, Trouble>> =>
        ok({ pages: clients.map((client, at) => pageOf(client, at + 1, variant)), left: 0, trouble: null }),
    ),
    createMeeting: jest.fn(async (client: ClientKey, _hooks: Hooks): Promise<Result<MadePages, Trouble>> =>
      ok({ pages: [pageOf(client, 1, null)], left: 0, trouble: null }),
    ),
    dossierTemplates: jest.fn(async (): Promise<Result<readonly TemplateSheet[], Trouble>> => ok([])),
    exportTemplate: jest.fn(
      async (_variant: Variant, _language: Language): Promise<Result<string, Trouble>> =>
        ok('Шаблон досье (ключевой)'),
    ),
    showTab: jest.fn(async (_key: OwnTabKey): Promise<Result<void, Trouble>> => ok(undefined)),
    showRow: jest.fn(async (_row: Origin): Promise<Result<void, Trouble>> => ok(undefined)),
    tabsStand: jest.fn(async (): Promise<Result<boolean, Trouble>> => ok(false)),
    canOpenCopy: jest.fn(() => false),
    openCopy: jest.fn(async (): Promise<Result<void, Trouble>> => ok(undefined)),
    rememberedForms: jest.fn(() => 0),
    forgetForms: jest.fn(() => undefined),
  } satisfies Clientele;
}
