import { KEY_MARKS, NO_ENTRIES } from '../domain/entries';
import type { Entries, KeyMark, Letter, PotentialFacts } from '../domain/entries';
import { typedDay, typedLetter, typedMoney, typedNumber, typedShare } from '../domain/lists/typedCells';
import { followAliases } from '../domain/sales/identity';
import type { ClientKey, Reading } from '../domain/sales/types';
import type { Settings } from '../domain/settings';
import type { ExcelSerial } from '../domain/shared/dates';
import type { CellValue } from '../domain/shared/grid';
import type { Money } from '../domain/shared/money';
import { ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import { readInputsOf } from '../excel/inputs';
import type { TabInputs } from '../excel/inputs';
import type { ExcelTrouble } from '../excel/types';
import type { TabKey } from '../reports/plan';
import type { Lists } from './lists';
import { isTicked, yesOrNo } from './yesNo';

/** What a cell of ours should hold. */
export type Expected = 'money' | 'share' | 'number' | 'date' | 'letter' | 'mark' | 'yesNo';

/** Cells whose content can be misunderstood; their names are in i18n (`lists.field.…`). */
export type EntryField =
  | 'budget'
  | 'ourShare'
  | 'drivers'
  | 'norm'
  | 'assessedOn'
  | 'override'
  | KeyMark
  | 'contactedOn'
  | 'answer'
  | 'plan';

/** Something typed on a tab of ours that cannot be understood: it stays in its cell and counts as unknown. */
export interface EntryNote {
  readonly tab: TabKey;
  /** The client's name, or the key of a row that is no client. */
  readonly name: string;
  readonly field: EntryField;
  readonly typed: string;
  readonly expected: Expected;
}

export interface ReadEntries {
  readonly entries: Entries;
  readonly notes: readonly EntryNote[];
}

/** Tabs with cells of people that analyses start from. */
const TABS = [
  'potential',
  'abcd',
  'dependency',
  'keyClients',
  'reactivation',
  'questions',
  'deals',
  'forecast',
] as const satisfies readonly TabKey[];

/** Cells of the loss test, and those that add clients to the list of key ones, in their order. */
const LOSS_KEYS = ['loss1', 'loss2', 'loss3', 'loss4', 'loss5'];
const ADD_KEYS = ['add1', 'add2', 'add3', 'add4', 'add5'];

/**
 * What people typed on our tabs, with what their lists say: where every analysis starts. Keys of clients follow the
 * confirmed identities. What cannot be understood is named and counts as unknown.
 */
export async function readEntries(
  reading: Reading,
  lists: Lists,
  settings: Settings,
): Promise<Result<ReadEntries, ExcelTrouble>> {
  const typed = await readInputsOf(TABS);
  if (!typed.ok) return typed;
  return ok(entriesFrom(typed.value, reading, lists, settings));
}

/** {@link readEntries} once the cells are read. */
export function entriesFrom(
  typed: Readonly<Record<(typeof TABS)[number], TabInputs>>,
  reading: Reading,
  lists: Lists,
  settings: Settings,
): ReadEntries {
  const cells = new Cells(reading, lists, settings);
  const { potential, abcd, dependency, keyClients, reactivation, questions, deals, forecast } = typed;
  return {
    entries: {
      ...listedEntries(reading, lists),
      potentials: cells.potentials(potential),
      overrides: cells.byClient('abcd', abcd, 'override', 'letter', typedLetter),
      marks: cells.marks(keyClients),
      lossPicks: namesIn(dependency, LOSS_KEYS),
      addedKeys: namesIn(keyClients, ADD_KEYS),
      contactedOn: cells.byClient('reactivation', reactivation, 'contactedOn', 'date', (value) =>
        typedDay(value, settings),
      ),
      answers: cells.byKey('questions', questions, 'answer', 'yesNo', yesOrNo),
      dealCells: new Map(deals.records.map(({ key, values }) => [key, values])),
      plans: cells.byKey('forecast', forecast, 'plan', 'money', (value) => typedMoney(value, settings)),
    },
    notes: cells.notes,
  };
}

/** What the lists say, with clients that never bought apart. */
function listedEntries({ ledger }: Reading, { potentials, mustList }: Lists): Entries {
  const bought = new Set(ledger.clients.map(({ key }) => key));
  const listed = [...(potentials?.facts ?? [])];
  return {
    ...NO_ENTRIES,
    listedPotentials: new Map(listed.filter(([key]) => bought.has(key))),
    prospects: listed
      .filter(([key]) => !bought.has(key))
      .map(([key, facts]) => ({ key, name: potentials?.names.get(key) ?? key, facts })),
    mustList: mustList?.items ?? null,
  };
}

/** Reads typed cells, gathering what cannot be understood. */
class Cells {
  readonly notes: EntryNote[] = [];
  private readonly names: ReadonlyMap<string, string>;

  constructor(
    { ledger }: Reading,
    { potentials }: Lists,
    private readonly settings: Settings,
  ) {
    this.names = new Map<string, string>([
      ...(potentials?.names ?? []),
      ...ledger.clients.map(({ key, name }) => [key, name] as const),
    ]);
  }

  potentials({ records, standing }: TabInputs): ReadonlyMap<ClientKey, PotentialFacts> {
    const { settings } = this;
    const potentials = new Map<ClientKey, PotentialFacts>();
    for (const { key, values } of records) {
      const client = this.clientOf(key);
      const cell = <T>(field: EntryField, expected: Expected, read: (value: CellValue) => T | null) =>
        this.cell('potential', client, field, values[field], expected, read, standing.has(key));
      const money = (field: 'budget' | 'norm'): Money | null =>
        positive(cell(field, 'money', (value) => typedMoney(value, settings)));
      const segment = String(values.segment ?? '').trim();
      const facts: PotentialFacts = {
        budget: money('budget'),
        ourShare: positive(cell('ourShare', 'share', (value) => typedShare(value, settings))),
        drivers: positive(cell('drivers', 'number', (value) => typedNumber(value, settings))),
        norm: money('norm'),
        segment: segment === '' ? null : segment,
        assessedOn: cell('assessedOn', 'date', (value): ExcelSerial | null => typedDay(value, settings)),
      };
      const known = potentials.get(client);
      if (known || Object.values(facts).some((fact) => fact !== null))
        potentials.set(client, known ? filledUp(known, facts) : facts);
    }
    return potentials;
  }

  marks({ records, standing }: TabInputs): ReadonlyMap<ClientKey, ReadonlySet<KeyMark>> {
    const marks = new Map<ClientKey, Set<KeyMark>>();
    for (const { key, values } of records) {
      const client = this.clientOf(key);
      for (const mark of KEY_MARKS) {
        const isSet = this.cell(
          'keyClients',
          client,
          mark,
          values[mark],
          'mark',
          isTicked,
          standing.has(key),
        );
        if (isSet === true) marks.set(client, (marks.get(client) ?? new Set<KeyMark>()).add(mark));
      }
    }
    return marks;
  }

  /** One field of a tab whose keys are clients; of clients joined since, the first one's cell counts. */
  byClient<T extends Letter | ExcelSerial>(
    tab: TabKey,
    { records, standing }: TabInputs,
    field: EntryField,
    expected: Expected,
    read: (value: CellValue) => T | null,
  ): ReadonlyMap<ClientKey, T> {
    const found = new Map<ClientKey, T>();
    for (const { key, values } of records) {
      const client = this.clientOf(key);
      const value = this.cell(tab, client, field, values[field], expected, read, standing.has(key));
      if (value !== null && !found.has(client)) found.set(client, value);
    }
    return found;
  }

  /** One field of a tab whose keys are its own. */
  byKey<T>(
    tab: TabKey,
    { records, standing }: TabInputs,
    field: EntryField,
    expected: Expected,
    read: (value: CellValue) => T | null,
  ): ReadonlyMap<string, T> {
    const found = new Map<string, T>();
    for (const { key, values } of records) {
      const value = this.cell(tab, key, field, values[field], expected, read, standing.has(key));
      if (value !== null) found.set(key, value);
    }
    return found;
  }

  /** What is archived of rows that are gone is not complained about: nobody could mend it. */
  private cell<T>(
    tab: TabKey,
    key: string,
    field: EntryField,
    value: CellValue | undefined,
    expected: Expected,
    read: (value: CellValue) => T | null,
    isStanding: boolean,
  ): T | null {
    if (value === undefined || String(value).trim() === '') return null;
    const understood = read(value);
    if (understood === null && isStanding)
      this.notes.push({ tab, name: this.names.get(key) ?? key, field, typed: String(value), expected });
    return understood;
  }

  private clientOf(key: string): ClientKey {
    return followAliases(key as ClientKey, this.settings.aliases);
  }
}

/** Zero says that nothing was assessed. */
function positive<T extends number>(value: T | null): T | null {
  return value === 0 ? null : value;
}

function filledUp(facts: PotentialFacts, others: PotentialFacts): PotentialFacts {
  return {
    budget: facts.budget ?? others.budget,
    ourShare: facts.ourShare ?? others.ourShare,
    drivers: facts.drivers ?? others.drivers,
    norm: facts.norm ?? others.norm,
    segment: facts.segment ?? others.segment,
    assessedOn: facts.assessedOn ?? others.assessedOn,
  };
}

/** Names typed under given keys, `''` where none is; nothing where the cells do not stand. */
function namesIn({ standing, records }: TabInputs, keys: readonly string[]): readonly string[] {
  if (!keys.some((key) => standing.has(key))) return [];
  const typed = new Map(records.map(({ key, values }) => [key, String(values.client ?? '').trim()]));
  return keys.map((key) => typed.get(key) ?? '');
}
