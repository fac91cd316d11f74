import { createClientele } from '../../src/app/clientele';
import type { Clientele, Hooks } from '../../src/app/types';
import type { Settings } from '../../src/domain/settings';
import type { CellValue } from '../../src/domain/shared/grid';
import { createCalculator } from '../../src/workbench/calc/calculator';
import { loadIronCalcNode } from '../../src/workbench/calc/node';
import { installGlobals } from '../../src/workbench/client/node';
import { Host } from '../../src/workbench/host/host';
import { createBook, createSheet } from '../../src/workbench/model/book';
import type { BookModel, Calculator, SheetModel } from '../../src/workbench/model/model';
import { createRandom } from '../../src/workbench/sample/random';
import type { Random } from '../../src/workbench/sample/random';
import { fingerprint, valueOf } from '../excel/support/excel';
import { inputCells, partsOf } from '../support/inputCells';
import { day } from '../support/ledger';
import { cellsOfPage, dataOf, pageOf } from '../support/pageCells';
import type { PageCell } from '../support/pageCells';

/** Thirty in a usual run, as each takes seconds; `CYCLES=300` tries what was asked for. */
const CYCLES = Number(process.env.CYCLES ?? 30);
const MOST_EDITS = 4;
const SEED = 20_261_125;

const HOOKS: Hooks = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => performance.now(),
  today: day('2026-11-25'),
};
const FIRST_DAY = day('2024-11-01');
const DAYS = 720;

/** Columns that every page shows, zero-based up to here: nobody types into those out of sight. */
const LAST_VISIBLE = 3;

/** Fields whose words change what is computed elsewhere are typed as people would; the others take any text. */
const NUMBERS: ReadonlySet<string> = new Set(['influence', 'attitude', 'contact']);

/** What a page must hold: texts by field, rows of tables in their order, notes in any order. */
interface Model {
  readonly fields: Map<string, CellValue>;
  readonly tables: Map<string, Record<string, CellValue>[]>;
  readonly notes: Set<string>;
  /** Formulas that people typed into fields; what they give is among `fields`. */
  readonly formulas: Map<string, string>;
}

class Company {
  readonly book: BookModel;
  readonly models = new Map<string, Model>();
  /** Whether texts stand on the pages as they were typed: names are hidden and shown by runs. */
  areTextsShown = true;
  private isAnonymous = false;
  private language: Settings['language'] = 'ru';
  private clients = Array.from({ length: 6 }, (_, index) => `ООО «Заказчик ${index + 1}»`);
  private made = 0;
  /** Tables with rows inserted since the last run. */
  private readonly shifted = new Set<string>();
  /** Comments typed on the register, by dossier. */
  readonly comments = new Map<string, CellValue>();
  private readonly clientele: Clientele;

  constructor(
    private readonly random: Random,
    calculator: Calculator,
  ) {
    this.book = createBook('Продажи.xlsx', [createSheet('Продажи'), createSheet('Заметки')]);
    sheetIn(this.book, 'Заметки').cells.setValue(0, 0, '=не формула');
    this.writeSales();
    installGlobals(new Host(this.book, { calculator }));
    this.clientele = createClientele();
  }

  async run(): Promise<void> {
    const kept = valueOf(await this.clientele.loadSettings());
    const settings: Settings = { ...kept, language: this.language, isAnonymous: this.isAnonymous };
    const source = valueOf(await this.clientele.listSources()).find(({ name }) => name === 'Продажи');
    if (!source) throw new Error('The sales are not offered');
    const preview = valueOf(await this.clientele.preview(source, settings, null, HOOKS));
    valueOf(await this.clientele.run(preview, settings, HOOKS));
    this.shifted.clear();
    this.areTextsShown = !this.isAnonymous;
  }

  /** Makes dossiers of some clients, or turns those that stand into the other variant. */
  async create(): Promise<void> {
    const choices = this.clientele.dossierChoices();
    const clients = this.random.shuffled(choices.map(({ key }) => key)).slice(0, this.random.whole(1, 3));
    const variant = this.random.pick(['key', 'strategic'] as const);
    valueOf(await this.clientele.createDossiers({ clients, variant }, HOOKS));
    this.afterMaking();
  }

  async meet(): Promise<void> {
    const client = this.random.pick(this.clientele.dossierChoices()).key;
    valueOf(await this.clientele.createMeeting(client, HOOKS));
    this.afterMaking();
  }

  pages(): readonly SheetModel[] {
    return this.book.sheets.filter(({ customProperties }) => pageOf(customProperties) !== null);
  }

  model(page: SheetModel): Model {
    const key = pageOf(page.customProperties) ?? '';
    const model = this.models.get(key);
    if (!model) throw new Error(`Nobody knows the page ${key}`);
    return model;
  }

  async edit(): Promise<void> {
    const { random } = this;
    const pages = this.pages();
    const kind = random.whole(1, 24);
    if (kind === 1) this.comment();
    else if (kind === 2) this.language = random.pick(['ru', 'en'] as const);
    else if (kind === 3) this.isAnonymous = random.chance(0.5);
    else if (kind === 4) this.changeClients();
    else if (kind === 5) this.book.sheets = [...random.shuffled(this.book.sheets)];
    else if (pages.length === 0) return;
    else if (kind === 6) await this.renameTab(random.pick(pages));
    else if (kind === 7) this.stray(random.pick(pages));
    else if (kind === 8) await this.sortPeople(random.pick(pages));
    else if (kind === 9) await this.sortRegister();
    else if (kind <= 12) await this.insertRow(random.pick(pages));
    else if (kind <= 14) this.erase(random.pick(pages));
    else if (kind <= 18) this.typeRow(random.pick(pages));
    else this.typeField(random.pick(pages));
  }

  private typeField(page: SheetModel): void {
    const cells = cellsOfPage(page).fields;
    const [key, cell] = this.random.pick([...cells]);
    const value = this.anyValue(key);
    const { fields, formulas } = this.model(page);
    this.put(page, cell, value);
    fields.set(key, value);
    formulas.delete(key);
    if (this.random.chance(0.7)) return;
    const formula = `="${String(value)}"&""`;
    page.cells.setFormula(cell.row, cell.column, formula);
    page.cells.setResult(cell.row, cell.column, value);
    formulas.set(key, formula);
  }

  private erase(page: SheetModel): void {
    const model = this.model(page);
    const typed = [...cellsOfPage(page).fields].filter(([key]) => model.fields.has(key));
    if (typed.length === 0) return;
    const [key, cell] = this.random.pick(typed);
    this.put(page, cell, '');
    model.fields.delete(key);
    model.formulas.delete(key);
  }

  /** Types into an existing row of a table, or into its first empty one. */
  private typeRow(page: SheetModel): void {
    const choice = this.anyTable(page);
    if (!choice) return;
    const [key, table] = choice;
    const rows = this.rowsOf(page, key);
    const at = this.random.whole(0, Math.min(rows.length, table.length - 1));
    const cells = table[at];
    if (!cells) return;
    const [field, cell] = this.random.pick([...cells]);
    const value = NUMBERS.has(field) ? this.random.whole(0, 2) : this.anyValue(field);
    this.put(page, cell, value);
    rows[at] = { ...rows[at], [field]: value };
  }

  /** A person inserts a row inside a table, above its first row, or right below its last, and types into it. */
  private async insertRow(page: SheetModel): Promise<void> {
    const choice = this.anyTable(page);
    if (!choice) return;
    const [key, table] = choice;
    const rows = this.rowsOf(page, key);
    const at = this.random.whole(0, Math.min(rows.length, table.length - 1));
    const cells = table[at];
    if (!cells) return;
    const sheetRow = ([...cells.values()][0]?.row ?? 0) + 1;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(page.id).getRange(`${sheetRow}:${sheetRow}`).insert('Down');
      await context.sync();
    });
    const [field, cell] = this.random.pick([...cells]);
    const value = NUMBERS.has(field) ? 1 : this.anyValue(field);
    // The new row took the place of the old one.
    this.put(page, cell, value);
    rows.splice(at, 0, { [field]: value });
    // The row bears no sign before the next run, so that the test cannot count rows of this table until then.
    this.shifted.add(`${page.id} ${key}`);
  }

  /** A table whose rows stand as the last run left them; notes are a bag of their own. */
  private anyTable(page: SheetModel) {
    const tables = [...cellsOfPage(page).tables].filter(
      ([key]) => key !== 'notes' && !this.shifted.has(`${page.id} ${key}`),
    );
    return tables.length > 0 ? this.random.pick(tables) : null;
  }

  private stray(page: SheetModel): void {
    const text = `Пометка ${this.random.whole(1, 999_999)}`;
    const below = page.cells.rowCount + this.random.whole(1, 3);
    page.cells.setValue(below, this.random.whole(0, LAST_VISIBLE), text);
    page.pristine = false;
    this.model(page).notes.add(text);
  }

  private async sortPeople(page: SheetModel): Promise<void> {
    const people = cellsOfPage(page).tables.get('people');
    const rows = this.rowsOf(page, 'people');
    if (!people || rows.length < 2 || this.shifted.has(`${page.id} people`)) return;
    const cells = [...(people[0]?.values() ?? [])];
    const left = Math.min(...cells.map(({ column }) => column));
    const right = Math.max(...cells.map(({ column }) => column));
    const shown = () => (dataOf(page).tables.get('people') ?? []).map((row) => JSON.stringify(row));
    const before = shown();
    await Excel.run(async (context) => {
      context.workbook.worksheets
        .getItem(page.id)
        .getRangeByIndexes(cells[0]?.row ?? 0, left, rows.length, right - left + 1)
        .sort.apply([{ key: 0, ascending: this.random.chance(0.5) }]);
      await context.sync();
    });
    // The order that Excel made is people's from now on, whether texts are shown or hidden.
    const order = shown().map((row) => {
      const at = before.indexOf(row);
      before[at] = '';
      return rows[at] ?? {};
    });
    this.model(page).tables.set('people', order);
  }

  private async sortRegister(): Promise<void> {
    const register = this.book.sheets.find(
      ({ customProperties }) => customProperties.get('clientele.tab') === 'dossiers',
    );
    const table = register?.tables[0];
    if (!register || !table || table.area.rows < 3) return;
    await Excel.run(async (context) => {
      const { row, column, rows, columns } = table.area;
      context.workbook.worksheets
        .getItem(register.id)
        .getRangeByIndexes(row + 1, column, rows - 1, columns)
        .sort.apply([{ key: this.random.whole(0, columns - 1), ascending: this.random.chance(0.5) }]);
      await context.sync();
    });
  }

  private comment(): void {
    const cells = [...inputCells(this.book)].filter(([id]) => {
      const { tab, field } = partsOf(id);
      return tab === 'dossiers' && field === 'comment';
    });
    if (cells.length === 0) return;
    const [id, { sheet, row, column }] = this.random.pick(cells);
    const value = this.anyValue('comment');
    sheet.cells.setValue(row, column, value);
    this.comments.set(partsOf(id).key, value);
  }

  private async renameTab({ id }: SheetModel): Promise<void> {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(id).name = `Моя вкладка ${this.random.whole(1, 9_999_999)}`;
      await context.sync();
    });
  }

  private changeClients(): void {
    const { random } = this;
    const index = random.whole(0, this.clients.length - 1);
    if (random.chance(0.4)) this.clients.splice(index, 1);
    else this.clients.push(`ООО «Заказчик ${random.whole(1, 12)}»`);
    this.clients = [...new Set(this.clients)];
    if (this.clients.length < 3) this.clients.push('ООО «Заказчик 1»', 'ООО «Заказчик 2»');
    this.clients = [...new Set(this.clients)];
    this.writeSales();
  }

  private rowsOf(page: SheetModel, table: string): Record<string, CellValue>[] {
    const { tables } = this.model(page);
    const rows = tables.get(table) ?? [];
    tables.set(table, rows);
    return rows;
  }

  private anyValue(key: string): CellValue {
    this.made += 1;
    return `Запись ${this.made} – «${key}»`;
  }

  private put(page: SheetModel, { row, column }: PageCell, value: CellValue): void {
    page.cells.setValue(row, column, value);
    page.pristine = false;
  }

  /** Pages that are new begin with what they were seeded with. */
  private afterMaking(): void {
    for (const page of this.pages()) {
      const key = pageOf(page.customProperties) ?? '';
      if (this.models.has(key)) continue;
      const { fields, tables } = dataOf(page);
      const rows = [...tables].map(([table, found]) => [table, found.map((row) => ({ ...row }))] as const);
      this.models.set(key, {
        fields: new Map(fields),
        tables: new Map(rows),
        notes: new Set(),
        formulas: new Map(),
      });
    }
  }

  private writeSales(): void {
    const rows: CellValue[][] = [['Дата', 'Контрагент', 'Менеджер', 'Сумма']];
    for (const [index, name] of this.clients.entries()) {
      const own = createRandom(SEED).fork(name);
      for (let at = own.whole(0, 90); at < DAYS; at += own.whole(60, 120))
        rows.push([FIRST_DAY + at, name, index % 2 === 0 ? 'Иванова' : 'Петров', own.whole(10, 900) * 1_000]);
    }
    const page = sheetIn(this.book, 'Продажи');
    const dates = this.book.styles.intern({ numberFormat: 'dd.mm.yyyy' });
    const height = Math.max(page.cells.rowCount, rows.length);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < 4; column++) page.cells.setValue(row, column, rows[row]?.[column] ?? '');
      if (row > 0) page.cells.setStyle(row, 0, dates);
    }
  }
}

function sheetIn(book: BookModel, name: string): SheetModel {
  const found = book.sheets.find((each) => each.name === name);
  if (!found) throw new Error(`The sheet ${name} is gone`);
  return found;
}

test(`${CYCLES} random cycles of typing, renaming, inserting and sorting lose no word of a dossier and stray none`, async () => {
  const random = createRandom(SEED);
  const company = new Company(random, await createCalculator(loadIronCalcNode()));
  await company.run();
  await company.create();
  for (let cycle = 1; cycle <= CYCLES; cycle++) {
    const edits = random.whole(1, MOST_EDITS);
    for (let edit = 0; edit < edits; edit++) await company.edit();
    const foreign = fingerprint(company.book, 'Заметки');
    await company.run();
    if (cycle % 10 === 0) await company.create();
    if (cycle % 25 === 0) await company.meet();
    expect(fingerprint(company.book, 'Заметки')).toBe(foreign);
    check(company, cycle);
  }
  const typed = [...company.models.values()].map(({ fields, tables }) => fields.size + tables.size);
  expect(company.models.size).toBeGreaterThan(3);
  expect(typed.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(Math.min(100, CYCLES / 3));
}, 1_800_000);

/** Every page says what the model says; where texts are hidden, as much of it and nothing in clear. */
function check(company: Company, cycle: number): void {
  const wrong: string[] = [];
  const pages = company.pages();
  const standing = new Set(pages.map(({ customProperties }) => pageOf(customProperties)));
  for (const key of company.models.keys()) if (!standing.has(key)) wrong.push(`${key} is gone`);
  for (const page of pages) {
    const { fields, tables, notes, formulas } = company.model(page);
    const places = cellsOfPage(page);
    const data = dataOf(page);
    const say = (value: unknown): string => (company.areTextsShown ? JSON.stringify(value) : shape(value));
    // Fields and tables of another variant wait until it comes back.
    const expected = [...fields].filter(([field]) => places.fields.has(field));
    for (const [field, value] of expected)
      if (say(data.fields.get(field)) !== say(value))
        wrong.push(`${page.name} ${field}: ${say(data.fields.get(field))}, not ${say(value)}`);
    for (const [field, { row, column }] of places.fields) {
      const found = page.cells.formula(row, column);
      const wanted = company.areTextsShown ? (formulas.get(field) ?? null) : null;
      if (found !== wanted)
        wrong.push(`${page.name} ${field}: formula ${String(found)}, not ${String(wanted)}`);
    }
    for (const field of data.fields.keys())
      if (!fields.has(field)) wrong.push(`${page.name} ${field} strayed`);
    for (const table of places.tables.keys()) {
      const found = data.tables.get(table) ?? [];
      if (table === 'notes') {
        const texts = found.map(({ text }) => say(text)).sort();
        const known = [...notes].map(say).sort();
        if (texts.join() !== known.join())
          wrong.push(`${page.name} notes: ${texts.join()}, not ${known.join()}`);
        continue;
      }
      const rows = (tables.get(table) ?? []).map((row) => ordered(row, say));
      const shown = found.map((row) => ordered(row, say));
      if (rows.join('\n') !== shown.join('\n'))
        wrong.push(`${page.name} ${table}:\n${shown.join('\n')}\nnot\n${rows.join('\n')}`);
    }
  }
  if (company.areTextsShown)
    for (const [id, { sheet, row, column }] of inputCells(company.book)) {
      const { tab, key, field } = partsOf(id);
      if (tab !== 'dossiers' || field !== 'comment') continue;
      const value = sheet.cells.value(row, column);
      if (String(value) !== String(company.comments.get(key) ?? ''))
        wrong.push(`register ${key}: «${String(value)}», not «${String(company.comments.get(key) ?? '')}»`);
    }
  if (wrong.length > 0) throw new Error(`Cycle ${cycle}:\n${wrong.slice(0, 10).join('\n')}`);
}

/** What a value is like where texts are hidden: nothing, a number, or a text that shows nothing of itself. */
function shape(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value) ?? 'nothing';
  return 'text';
}

function ordered(row: Readonly<Record<string, CellValue>>, say: (value: unknown) => string): string {
  return Object.entries(row)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, value]) => `${field}=${say(value)}`)
    .join(' ');
}
