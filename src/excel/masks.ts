import type { Disguise } from '../domain/disguise/disguise';
import type { Roster } from '../domain/disguise/roster';
import { keyBehind, padded } from '../domain/disguise/roster';
import { codeOf } from '../domain/disguise/disguise';
import type { CellValue } from '../domain/shared/grid';
import { foldText } from '../domain/shared/text';
import { translator } from '../i18n/translate';
import type { Area, SheetPlan } from '../reports/plan';
import type { InputRecord } from './types';

/** A cell of people's whose text is not shown: what stands in its place, and what it holds. */
interface HiddenText {
  readonly shown: string;
  readonly real: CellValue;
}

/** The hidden texts of a tab, by the real key of their rows. */
export interface HiddenRecord {
  readonly key: string;
  readonly values: Readonly<Record<string, HiddenText>>;
}

/** What people typed as a tab without names shows it. */
export interface MaskedRecords {
  readonly records: readonly InputRecord[];
  readonly hidden: readonly HiddenRecord[];
  /** Names that can be picked on this tab, by what it shows; empty where clients are not picked from a list. */
  readonly names: Readonly<Record<string, string>>;
  /** The records in their real form, of those left without a place among the shown ones. */
  readonly unmask: (left: readonly InputRecord[]) => readonly InputRecord[];
}

/**
 * What people typed with codes for keys and without texts that may hold a name: clients, managers, holdings and
 * segments go by their new names, other texts are «(скрыто)». Numbers stay, and so do the words a cell offers in a list, which formulas read, and
 * signs of up to three letters beside such words. Thresholds name nobody.
 */
export function maskRecords(
  plan: SheetPlan,
  records: readonly InputRecord[],
  disguise: Disguise,
): MaskedRecords {
  const offered = offeredWords(plan);
  const picks = pickFields(plan);
  const mask = (field: string, value: CellValue): CellValue => {
    if (typeof value !== 'string' || plan.key === 'settings') return value;
    const folded = foldText(value);
    if (field === 'holding' || field === 'segment' || field === 'manager')
      return disguise.names[field].get(folded) ?? disguise.words.hidden;
    if (picks.has(field)) return disguise.clientsByName.get(folded)?.shown ?? disguise.words.hidden;
    const words = offered.get(field);
    return words && (words.has(folded) || folded.length <= LONGEST_SIGN) ? value : disguise.words.hidden;
  };
  const realKeys = new Map<string, InputRecord>();
  const hidden: HiddenRecord[] = [];
  const masked = records.map((record): InputRecord => {
    const key = disguise.codes.has(record.key) ? codeOf(disguise, record.key) : record.key;
    realKeys.set(key, record);
    const values = Object.entries(record.values).map(([field, real]) => ({
      field,
      real,
      shown: mask(field, real),
    }));
    const changed = values.flatMap(({ field, real, shown }) =>
      shown === real ? [] : [[field, { shown: String(shown), real }] as const],
    );
    if (changed.length > 0) hidden.push({ key: record.key, values: Object.fromEntries(changed) });
    return { key, values: Object.fromEntries(values.map(({ field, shown }) => [field, shown])) };
  });
  return {
    records: masked,
    hidden,
    names:
      picks.size === 0
        ? {}
        : Object.fromEntries([...disguise.clientsByName.values()].map(({ shown, name }) => [shown, name])),
    unmask: (left) =>
      left.map(({ key, values }) => {
        const record = realKeys.get(key);
        return {
          key: record?.key ?? key,
          values: Object.fromEntries(
            Object.entries(values).map(([field, value]) => [field, record?.values[field] ?? value]),
          ),
        };
      }),
  };
}

/** The field of the form of deals that names the client. */
const CLIENT_FIELD = 'client';

/** Signs beside a list of words: «да», “yes”, «+», a letter of ABCD. */
const LONGEST_SIGN = 3;

/**
 * Rows of a tab as people meant them, whether they stand there with names or without: codes give way to the keys behind
 * them, «(скрыто)» to the text it hides. A text typed over it is the word of today; «(скрыто)» copied to a cell that
 * hides nothing says nothing.
 */
export function unmaskRecords(
  rows: readonly InputRecord[],
  roster: Roster,
  { hidden, names: picked }: KeptMask,
): readonly InputRecord[] {
  const textsOf = new Map(hidden.map(({ key, values }) => [key, values]));
  const typed = namesBehind(roster);
  return rows.map((row) => {
    const behind = keyBehind(roster, row.key);
    const key = behind ?? row.key;
    const texts = textsOf.get(key) ?? {};
    const values = Object.entries(row.values).flatMap(([field, value]): [string, CellValue][] => {
      const text = Object.hasOwn(texts, field) ? texts[field] : undefined;
      if (text && text.shown === value) return [[field, text.real]];
      if (typeof value !== 'string') return [[field, value]];
      if (HIDDEN_WORDS.has(value)) return [];
      // Beside a name a text is itself, even if it reads like one of ours.
      const name = Object.hasOwn(picked, value) ? picked[value] : undefined;
      return [[field, name ?? (behind === null ? undefined : typed.get(value)) ?? value]];
    });
    return { key, values: Object.fromEntries(values) };
  });
}

/** What a workbook keeps about a tab without names. */
export interface KeptMask {
  readonly hidden: readonly HiddenRecord[];
  readonly names: Readonly<Record<string, string>>;
}

const TRANSLATORS = [translator('ru'), translator('en')];
const HIDDEN_WORDS: ReadonlySet<string> = new Set(TRANSLATORS.map((t) => t('anonymise.hidden')));

/** «Холдинг 01» and its like in every language of ours: what people copy from one row to another. */
function namesBehind({ holdings, segments }: Roster): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const t of TRANSLATORS) {
    const add = (kind: 'holding' | 'segment', real: readonly string[]): void => {
      const folded = new Map<string, string>();
      for (const name of real) if (!folded.has(foldText(name))) folded.set(foldText(name), name);
      [...folded.values()].forEach((name, place) =>
        names.set(t(`anonymise.${kind}`, { number: padded(place + 1, 2) }), name),
      );
    };
    add('holding', holdings);
    add('segment', segments);
  }
  return names;
}

/** The words that fields offer in a list, folded; a field without a list is absent. */
function offeredWords(plan: SheetPlan): ReadonlyMap<string, ReadonlySet<string>> {
  const words = new Map<string, Set<string>>();
  for (const { field, rule } of rulesOfFields(plan)) {
    if (rule.kind !== 'list') continue;
    const known = words.get(field) ?? new Set<string>();
    for (const value of rule.values) known.add(foldText(value));
    words.set(field, known);
  }
  return words;
}

/** Fields that name a client: picked from those that stand on a tab, or typed into the form of deals. */
function pickFields(plan: SheetPlan): ReadonlySet<string> {
  return new Set([
    ...rulesOfFields(plan).flatMap(({ field, rule }) => (rule.kind === 'listRange' ? [field] : [])),
    ...plan.inputs.flatMap(({ fields }) => fields.filter((field) => field === CLIENT_FIELD)),
  ]);
}

function rulesOfFields({ inputs, validations }: SheetPlan) {
  return inputs.flatMap(({ area, fields }) =>
    fields.flatMap((field, index) => {
      const column = { ...area, column: area.column + index, columns: 1 };
      return validations.flatMap(({ area: where, rule }) => (meet(column, where) ? [{ field, rule }] : []));
    }),
  );
}

function meet(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
