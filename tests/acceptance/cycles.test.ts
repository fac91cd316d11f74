import { createClientele } from '../../src/app/clientele';
import type { Clientele, Hooks } from '../../src/app/types';
import type { Settings } from '../../src/domain/settings';
import type { CellValue } from '../../src/domain/shared/grid';
import type { TabKey } from '../../src/reports/plan';
import { installGlobals } from '../../src/workbench/client/node';
import { Host } from '../../src/workbench/host/host';
import { createBook, createSheet } from '../../src/workbench/model/book';
import type { BookModel, SheetModel } from '../../src/workbench/model/model';
import { createRandom } from '../../src/workbench/sample/random';
import type { Random } from '../../src/workbench/sample/random';
import { fingerprint, valueOf } from '../excel/support/excel';
import { idOf, inputCells, partsOf, storedText } from '../support/inputCells';
import { day } from '../support/ledger';

/** Every note still at its client, no foreign cell changed. Forty in a usual run; `CYCLES=300` tries more. */
const CYCLES = Number(process.env.CYCLES ?? 40);
/** Edits before each run. */
const MOST_EDITS = 3;
const SEED = 20_261_125;

const HOOKS: Hooks = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => performance.now(),
  today: day('2026-11-25'),
};

const FOREIGN = ['Продажи', 'Воронка', 'Заметки директора'] as const;
const MANAGERS = ['Иванова', 'Петров'] as const;
const FIRST_DAY = day('2024-11-01');
const DAYS = 720;

/** A client of the test: what it is called, and the key the product knows it by while it is called so. */
interface Client {
  readonly name: string;
  readonly size: number;
}

/** A note: what somebody typed beside a key of a tab. */
interface Note {
  readonly tab: TabKey;
  readonly key: string;
  readonly field: string;
  readonly value: CellValue;
}

/** What people type by field; other fields take any text. */
const ENTRY: Readonly<Record<string, (random: Random) => CellValue>> = {
  budget: (random) => random.whole(1, 90) * 10_000,
  ourShare: (random) => random.whole(1, 20) / 20,
  drivers: (random) => random.whole(1, 40),
  norm: (random) => random.whole(1, 90) * 1_000,
  assessedOn: (random) => FIRST_DAY + random.whole(0, DAYS),
  contactedOn: (random) => FIRST_DAY + random.whole(0, DAYS),
  override: (random) => random.pick(['A', 'B', 'C', 'D']),
  promising: () => 'да',
  image: () => 'да',
  demanding: () => 'да',
  answer: (random) => random.pick(['да', 'нет']),
  plan: (random) => random.whole(1, 90) * 100_000,
  manual: (random) => random.whole(0, 20) / 20,
  result: (random) => `обещал ${random.whole(1, 999)}`,
};

/** Tabs whose cells are notes; thresholds and merges change what is computed and have tests of their own. */
const isNoteTab = (tab: string): tab is TabKey => tab !== 'settings' && tab !== 'dataCheck';

/** Fields that change who is who or what is a deal: not notes. */
const STRUCTURAL = new Set(['holding', 'client', 'deal', 'amount', 'stage', 'date', 'expected', 'manager']);

/** What is kept of a tab's keys that stand on it no more. */
function archived(book: BookModel, tab: string): Map<string, Record<string, CellValue>> {
  const text = storedText(book, `clientele.archive.${tab}`);
  const records =
    text === '' ? [] : (JSON.parse(text) as { key: string; values: Record<string, CellValue> }[]);
  return new Map(records.map(({ key, values }) => [key, values]));
}

/** The company of the test: its sheets, its clients, and what people have typed so far. */
class Company {
  readonly book: BookModel;
  readonly notes = new Map<string, Note>();
  settings: Partial<Settings> = { language: 'ru' };
  private clients: Client[];
  private made = 0;
  private readonly clientele: Clientele;

  constructor(private readonly random: Random) {
    this.clients = Array.from({ length: 12 }, () => this.newClient());
    this.book = createBook(
      'Продажи.xlsx',
      FOREIGN.map((name) => createSheet(name)),
    );
    const notes = this.sheet('Заметки директора');
    notes.cells.setValue(0, 0, '=не формула');
    notes.cells.setFormula(1, 0, '=1+1');
    this.writeSources();
    const host = new Host(this.book);
    installGlobals(host);
    this.clientele = createClientele();
  }

  async run(): Promise<void> {
    const kept = valueOf(await this.clientele.loadSettings());
    const settings: Settings = { ...kept, ...this.settings };
    const sources = valueOf(await this.clientele.listSources());
    const source = sources.find(({ name }) => name === 'Продажи');
    if (!source) throw new Error('The sales are not offered');
    const preview = valueOf(await this.clientele.preview(source, settings, null, HOOKS));
    valueOf(await this.clientele.run(preview, settings, HOOKS));
  }

  /** One random change of the kinds that people make between two runs. */
  async edit(): Promise<void> {
    const { random } = this;
    const kind = random.whole(1, 20);
    if (kind <= 10) this.typeNote();
    else if (kind === 11) this.eraseNote();
    else if (kind === 12) await this.renameTab();
    else if (kind === 13) this.book.sheets = [...random.shuffled(this.book.sheets)];
    else if (kind === 14) this.changeThreshold();
    else if (kind === 15) this.settings = { ...this.settings, language: random.pick(['ru', 'en'] as const) };
    else if (kind === 16) this.settings = { ...this.settings, isAnonymous: random.chance(0.5) };
    else this.changeClients(kind);
  }

  fingerprints(): string[] {
    return FOREIGN.map((name) => fingerprint(this.book, name));
  }

  private typeNote(): void {
    const cells = this.noteCells();
    if (cells.length === 0) return;
    const [id, { sheet, row, column }] = this.random.pick(cells);
    const { tab, key, field } = partsOf(id);
    const value = ENTRY[field]?.(this.random) ?? `Запись ${this.random.whole(1, 99_999)} – «${field}»`;
    sheet.cells.setValue(row, column, value);
    this.remember({ tab: tab as TabKey, key: this.realKey(key), field, value });
  }

  private eraseNote(): void {
    const cells = this.noteCells().filter(
      ([, { sheet, row, column }]) => sheet.cells.value(row, column) !== '',
    );
    if (cells.length === 0) return;
    const [id, { sheet, row, column }] = this.random.pick(cells);
    const { tab, key, field } = partsOf(id);
    sheet.cells.setValue(row, column, '');
    this.notes.delete(idOf({ tab, key: this.realKey(key), field }));
  }

  /** As a person renames a sheet: Excel carries names and formulas along. */
  private async renameTab(): Promise<void> {
    const ours = this.book.sheets.filter(({ customProperties }) => customProperties.has('clientele.tab'));
    if (ours.length === 0) return;
    const { id } = this.random.pick(ours);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(id).name = `Моя вкладка ${this.random.whole(1, 9_999_999)}`;
      await context.sync();
    });
  }

  private changeThreshold(): void {
    const name = this.random.pick(['classA', 'flagLarge', 'rhythmActive', 'budgetLimit', 'keyShare']);
    const formula = this.book.names.find((each) => each.name === `clientele_${name}`)?.formula ?? '';
    const match = /^='((?:[^']|'')+)'!\$([A-Z]+)\$(\d+)$/.exec(formula);
    const sheet = this.book.sheets.find((each) => each.name === match?.[1]?.replace(/''/g, "'"));
    if (!match || !sheet) return;
    const low =
      { classA: 0.6, flagLarge: 0.05, rhythmActive: 1.1, budgetLimit: 0.2, keyShare: 0.05 }[name] ?? 0;
    sheet.cells.setValue(
      Number(match[3]) - 1,
      (match[2] ?? 'B').charCodeAt(0) - 65,
      low * this.random.pick([1, 1.1, 1.2]),
    );
  }

  private changeClients(kind: number): void {
    const { random } = this;
    const index = random.whole(0, this.clients.length - 1);
    if (kind === 17) this.clients.push(this.newClient());
    else if (kind === 18 && this.clients.length > 6) this.clients.splice(index, 1);
    else if (kind === 19)
      this.clients = this.clients.map((client) => ({ ...client, size: random.between(1, 100) }));
    else this.clients[index] = this.newClient();
    this.writeSources();
  }

  private newClient(): Client {
    this.made += 1;
    return { name: `ООО «Заказчик ${this.made}»`, size: this.random.between(1, 100) };
  }

  /** The sales of two years and the pipeline, anew for the clients of now. */
  private writeSources(): void {
    const sales: CellValue[][] = [['Дата', 'Контрагент', 'Менеджер', 'Сумма']];
    const deals: CellValue[][] = [['Номер сделки', 'Клиент', 'Сумма сделки', 'Этап', 'Ожидаемая дата']];
    for (const [index, { name, size }] of this.clients.entries()) {
      const own = createRandom(SEED).fork(name);
      const gap = own.whole(20, 90);
      for (let at = own.whole(0, 200); at < DAYS; at += gap) {
        sales.push([
          FIRST_DAY + at,
          name,
          MANAGERS[index % 2] ?? '',
          Math.round(size * 1_000 * own.between(0.5, 1.5)),
        ]);
      }
      if (own.chance(0.6))
        deals.push([
          `С-${name.replace(/\D/g, '')}`,
          name,
          Math.round(size) * 4_000,
          'КП представлено',
          FIRST_DAY + DAYS + own.whole(5, 90),
        ]);
    }
    this.put('Продажи', sales);
    this.put('Воронка', deals);
  }

  private put(name: string, rows: readonly (readonly CellValue[])[]): void {
    const { cells } = this.sheet(name);
    const height = Math.max(cells.rowCount, rows.length);
    const width = rows[0]?.length ?? 0;
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) cells.setValue(row, column, rows[row]?.[column] ?? '');
    }
    const dates = this.book.styles.intern({ numberFormat: 'dd.mm.yyyy' });
    const dateColumn = rows[0]?.findIndex((heading) => String(heading).toLowerCase().includes('дата')) ?? 0;
    for (let row = 1; row < height; row++) cells.setStyle(row, dateColumn, dates);
  }

  private sheet(name: string): SheetModel {
    const found = this.book.sheets.find((each) => each.name === name);
    if (!found) throw new Error(`The sheet ${name} is gone`);
    return found;
  }

  private noteCells() {
    return [...inputCells(this.book)].filter(([id]) => {
      const { tab, field } = partsOf(id);
      return isNoteTab(tab) && !STRUCTURAL.has(field);
    });
  }

  private remember(note: Note): void {
    this.notes.set(idOf(note), note);
  }

  /** The key a code stands for while names are hidden; the key itself otherwise. */
  realKey(key: string): string {
    return codesIn(this.book).get(key) ?? key;
  }
}

/** Codes of keys that were ever hidden in this workbook, as it keeps them: `#001` is the first of the list. */
function codesIn(book: BookModel): ReadonlyMap<string, string> {
  const text = storedText(book, 'clientele.disguise');
  if (text === '') return new Map();
  const { mark, keys } = JSON.parse(text) as { mark: string; keys: string[] };
  return new Map(keys.map((key, place) => [mark + String(place + 1).padStart(3, '0'), key]));
}

test(`${CYCLES} random cycles of edit and re-run lose no note, stray none, and touch no foreign cell`, async () => {
  const random = createRandom(SEED);
  const company = new Company(random);
  await company.run();
  for (let cycle = 1; cycle <= CYCLES; cycle++) {
    const edits = random.whole(1, MOST_EDITS);
    for (let i = 0; i < edits; i++) await company.edit();
    const foreign = company.fingerprints();
    await company.run();
    expect(company.fingerprints()).toEqual(foreign);
    check(company, cycle);
  }
  expect(company.notes.size).toBeGreaterThan(CYCLES / 3);
}, 1_200_000);

/** Every note stands at its key, or in the archive if its key stands nowhere; nothing else is typed anywhere. */
function check(company: Company, cycle: number): void {
  const { book, notes } = company;
  const cells = inputCells(book);
  const standing = new Set(
    [...cells.keys()].map((id) => {
      const { tab, key, field } = partsOf(id);
      return idOf({ tab, key: company.realKey(key), field });
    }),
  );
  const archives = new Map<string, Map<string, Record<string, CellValue>>>();
  const archiveOf = (tab: string) => {
    const known = archives.get(tab) ?? archived(book, tab);
    archives.set(tab, known);
    return known;
  };
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const [id, { sheet, row, column }] of cells) {
    const { tab, key, field } = partsOf(id);
    if (!isNoteTab(tab) || STRUCTURAL.has(field)) continue;
    const real = idOf({ tab, key: company.realKey(key), field });
    const value = sheet.cells.value(row, column);
    const expected = notes.get(real)?.value ?? '';
    seen.add(real);
    const isHidden = company.settings.isAnonymous === true && expected !== '' && value !== '';
    if (!isHidden && String(value) !== String(expected))
      wrong.push(`${tab} ${key} ${field}: «${String(value)}», not «${String(expected)}»`);
  }
  for (const [id, { tab, key, field, value }] of notes) {
    if (seen.has(id)) continue;
    const kept = archiveOf(tab).get(key)?.[field];
    if (String(kept ?? '') !== String(value))
      wrong.push(`${tab} ${key} ${field}: archive has «${String(kept)}», not «${String(value)}»`);
  }
  for (const [tab, records] of archives) {
    for (const [key, values] of records) {
      for (const field of Object.keys(values)) {
        const id = idOf({ tab, key, field });
        if (standing.has(id)) wrong.push(`${tab} ${key} ${field}: archived though its row stands`);
      }
    }
  }
  if (wrong.length > 0) throw new Error(`Cycle ${cycle}:\n${wrong.slice(0, 10).join('\n')}`);
}
