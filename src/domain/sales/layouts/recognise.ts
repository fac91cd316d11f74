import type { Settings } from '../../settings';
import type { Grid } from '../../shared/grid';
import { complete } from '../../shared/steps';
import { isBlank } from '../cells';
import { findHeader } from '../header';
import { profileOf } from '../profile';
import type { ColumnProfile } from '../profile';
import { proposeRoles } from '../roles';
import { rolesOfHeading } from '../roleWords';
import type { ColumnRole, Layout } from '../types';
import { findCarried } from './carried';
import { findCrosstab } from './findCrosstab';
import type { FoundCrosstab } from './findCrosstab';
import { findOutline, findSteps } from './findOutline';
import type { FoundOutline } from './findOutline';
import { composed, composeHeadings, headingTexts } from './headings';
import type { Headings } from './headings';
import { columnOfLevel, OUTSIDE } from './outline';
import type { OutlineSource } from './outline';
import { amountsOfSlots, surveyedAmounts } from './source';
import { outlineText, textKind, writtenDate } from './textKinds';
import type { TextKind } from './textKinds';
import type { Unfolding, VirtualColumn } from './unfolding';

/** A column of the list that a layout unfolds into. */
export interface ListColumn {
  readonly virtual: VirtualColumn;
  readonly header: string;
  /** A role the layout knows without a heading. */
  readonly hint: ColumnRole | null;
}

/** How a sheet is laid out, as its first rows show. */
export interface Recognised {
  readonly layout: Layout;
  /** Zero-based first row of the heading, −1 without one. */
  readonly headerRow: number;
  readonly firstDataRow: number;
  readonly columns: readonly ListColumn[];
  /** Null where the rows are a plain list already. */
  readonly unfolding: Unfolding | null;
}

/** Share of a column's filled cells with a date in their text that makes a column of dates. */
const MOSTLY_DATED = 0.5;
/** Share of a level's texts that decides its kind. */
const MOSTLY_OF_KIND = 0.6;
/** Columns of texts in which an outline is looked for. */
const OUTLINE_COLUMNS = 2;

/** Recognises the layout of a sheet (method.md §1): a cross-tab, a grouped report, or a plain list. Null for a blank sheet. */
export function recognise(
  head: Grid,
  settings: Settings,
  remembered: ReadonlySet<string>,
): Recognised | null {
  const crosstab = findCrosstab(head);
  if (crosstab) return recogniseCrosstab(head, crosstab);
  const place = findHeader(head, remembered);
  if (!place) return null;
  const headings: Headings =
    place.row < 0
      ? { firstRow: -1, firstDataRow: place.firstDataRow, parts: [] }
      : composeHeadings(head, place.row);
  return recogniseRows(head, settings, headings);
}

function recogniseRows(head: Grid, settings: Settings, headings: Headings): Recognised {
  const { firstRow, firstDataRow } = headings;
  const all = Array.from({ length: head.columnCount }, (_, column) => column);
  const headers = all.map((column) => composed(headings.parts[column] ?? []));
  const profiles = all.map((column) => profileOf(head, column, firstDataRow));
  const measures = measuresOf(headers, profiles);
  const texts = all.filter((column) => !measures.includes(column) && (profiles[column]?.filled ?? 0) > 0);
  const dates = dateColumn(headers, profiles);
  const outline = firstRow < 0 ? null : outlineIn(head, settings, headings, measures, texts, dates);
  const [amount] = measures;
  const isEntry = (row: number): boolean => amount !== undefined && !isBlank(head.value(row, amount));
  const carried = outline || firstRow < 0 ? [] : findCarried(head, firstDataRow, texts, isEntry, dates);
  const columns = all.flatMap((column): readonly ListColumn[] => {
    const sheet: ListColumn = {
      virtual: { from: 'sheet', column, carried: carried.includes(column) },
      header: headers[column] ?? '',
      hint: null,
    };
    const step = outline?.plan.rule.by === 'steps' ? outline.plan.rule.columns.indexOf(column) : -1;
    if (outline && step >= 0)
      return step + 1 < outline.plan.depth ? [stepColumn(head, outline, step + 1, sheet)] : [sheet];
    if (outline?.plan.column !== column) return [sheet];
    const levels = levelColumns(head, outline, headers[column] ?? '');
    const ownValues = !outline.plan.linesAreNamed && hasOwnValues(head, outline);
    return ownValues ? [...levels, sheet] : levels;
  });
  const dated = datedColumn(head, columns, outline, profiles);
  const listed = dated ? [...columns, dated] : columns;
  const isPlain = !outline && carried.length === 0 && !dated;
  return {
    layout: outline || carried.length > 0 ? 'grouped' : 'list',
    headerRow: firstRow,
    firstDataRow,
    columns: listed,
    unfolding: isPlain
      ? null
      : {
          kind: 'rows',
          columns: listed.map(({ virtual }) => virtual),
          outline: outline?.plan ?? null,
          labels: outline ? labelColumns(texts, outline) : [],
        },
  };
}

/** The column that is surely one of dates, or null. */
function dateColumn(headers: readonly string[], profiles: readonly ColumnProfile[]): number | null {
  const candidates = profiles.map((profile, index) => ({ index, header: headers[index] ?? '', profile }));
  return [...proposeRoles(candidates, {})].find(([, { role }]) => role === 'date')?.[0] ?? null;
}

/** Number columns, the amount first: by its heading, else the quantity, else the first. */
function measuresOf(headers: readonly string[], profiles: readonly ColumnProfile[]): readonly number[] {
  const candidates = profiles.map((profile, index) => ({ index, header: headers[index] ?? '', profile }));
  const proposals = [...proposeRoles(candidates, {})];
  const numbers = candidates
    .filter(({ profile }) => profile.numbers * 2 > profile.filled && !profile.isCounter)
    .map(({ index }) => index);
  const of = (role: ColumnRole) => proposals.find(([, proposal]) => proposal.role === role)?.[0];
  const first = of('amount') ?? of('quantity');
  // Codes under the heading of a client or of goods are names.
  const named = new Set(
    proposals.filter(([, { role }]) => NAMING_ROLES.includes(role)).map(([column]) => column),
  );
  const measures = numbers.filter((column) => column !== first && !named.has(column));
  return first === undefined ? measures : [first, ...measures];
}
const NAMING_ROLES: readonly ColumnRole[] = [
  'client',
  'clientId',
  'product',
  'document',
  'date',
  'taxId',
  'group',
];

function outlineIn(
  head: Grid,
  settings: Settings,
  { firstRow, firstDataRow, parts }: Headings,
  measures: readonly number[],
  texts: readonly number[],
  dates: number | null,
): FoundOutline | null {
  const [amount] = measures;
  if (amount === undefined) return null;
  const source: OutlineSource = {
    grid: head,
    firstRow: firstDataRow,
    labels: texts,
    amountOf: complete(surveyedAmounts(head, amount, firstDataRow, settings)),
    headings: headingTexts(head, firstRow, firstDataRow, [...texts, ...measures]),
    mayBeCut: true,
  };
  const steps = findSteps(source, texts, measures);
  if (steps) return steps;
  for (const column of texts.slice(0, OUTLINE_COLUMNS)) {
    // Dates alone have no headings among them: “Document” over “Date” is one heading of two rows.
    if (profileOf(head, column, firstDataRow).texts === 0) continue;
    const found = findOutline(source, column, ownParts(parts, column), measures, texts);
    if (found && !isChance(head, found, dates)) return found;
  }
  return null;
}

/**
 * Whether amounts of a list add up like groups by chance, as payments of one sum with free ones between do: each heading
 * bears a date like any sale, and nothing but sums and names of no level speaks for an outline.
 */
function isChance(head: Grid, { plan, outline, names }: FoundOutline, dates: number | null): boolean {
  if (plan.rule.by !== 'sums' || names.length > 0 || dates === null) return false;
  return [...outline.levels.keys()].every((row) => {
    const level = outline.levels[row] ?? OUTSIDE;
    const isHeading = level > OUTSIDE && outline.isLine[row] !== 1;
    return !isHeading || !isBlank(head.value(row, dates));
  });
}

/** The texts over one column alone: one merged over several columns names no level of an outline. */
function ownParts(parts: Headings['parts'], column: number): readonly string[] {
  const beside = [...(parts[column - 1] ?? []), ...(parts[column + 1] ?? [])];
  return (parts[column] ?? []).filter((part) => !beside.includes(part));
}

function labelColumns(texts: readonly number[], { plan }: FoundOutline): readonly number[] {
  const details = plan.rule.by === 'details' ? plan.rule.columns : [];
  return [...new Set([plan.column, ...texts.filter((column) => details.includes(column))])];
}

/** The column of a level that stands in a column of its own. */
function stepColumn(
  head: Grid,
  { plan, outline }: FoundOutline,
  level: number,
  sheet: ListColumn,
): ListColumn {
  const isPeriod = kindOfLevel(head, columnOfLevel(plan, level), outline.levels, level) === 'period';
  return { ...sheet, virtual: { from: 'level', level, isPeriod } };
}

/** One column per level that has texts, named by the headings where they tell, with the roles that their texts tell. */
function levelColumns(
  head: Grid,
  { plan, outline, names }: FoundOutline,
  header: string,
): readonly ListColumn[] {
  const deepest = plan.linesAreNamed ? plan.depth : plan.depth - 1;
  const kinds = Array.from({ length: deepest }, (_, at) =>
    kindOfLevel(head, plan.column, outline.levels, at + 1),
  );
  const roles = names.length > 0 ? kinds.map(() => null) : rolesOfKinds(kinds);
  return kinds.map((kind, at): ListColumn => {
    const role = roles[at] ?? null;
    const isNamedByHeader = deepest === 1 || rolesOfHeading(header).some((match) => match.role === role);
    return {
      virtual: { from: 'level', level: at + 1, isPeriod: kind === 'period' },
      header: names[at] ?? (isNamedByHeader ? header : ''),
      hint: role,
    };
  });
}

function kindOfLevel(head: Grid, column: number, levels: Int8Array, level: number): TextKind {
  const counts = new Map<TextKind, number>();
  let all = 0;
  for (const [row, at] of levels.entries()) {
    if (at !== level) continue;
    const kind = textKind(outlineText(head.value(row, column)));
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    all++;
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  // Some companies with their legal form tell what the level is; of all else most must be of the kind.
  if ((counts.get('company') ?? 0) > 0 && (most?.[0] === 'other' || most?.[0] === 'company'))
    return 'company';
  return most && most[1] >= all * MOSTLY_OF_KIND ? most[0] : 'other';
}

/** Roles of unnamed levels: documents and periods by their kind; the client by legal forms, else the outermost other level. */
function rolesOfKinds(kinds: readonly TextKind[]): readonly (ColumnRole | null)[] {
  const company = kinds.lastIndexOf('company');
  const client = company >= 0 ? company : kinds.indexOf('other');
  const document = kinds.lastIndexOf('document');
  const period = kinds.indexOf('period');
  return kinds.map((_, at) =>
    at === client ? 'client' : at === document ? 'document' : at === period ? 'date' : null,
  );
}

function hasOwnValues(head: Grid, { plan, outline }: FoundOutline): boolean {
  return outline.isLine.some((isLine, row) => isLine === 1 && !isBlank(head.value(row, plan.column)));
}

/** A column of the dates written in documents' names, where no other column holds dates. */
function datedColumn(
  head: Grid,
  columns: readonly ListColumn[],
  outline: FoundOutline | null,
  profiles: readonly ColumnProfile[],
): ListColumn | null {
  const hasDates = columns.some(({ virtual, header, hint }) => {
    if (hint === 'date' || (virtual.from === 'level' && virtual.isPeriod)) return true;
    const profile = virtual.from === 'sheet' ? profiles[virtual.column] : undefined;
    const isNamed = rolesOfHeading(header).some(({ role }) => role === 'date');
    return (
      profile !== undefined &&
      (profile.kind === 'date' || (isNamed && profile.dates + profile.plausibleDays > 0))
    );
  });
  if (hasDates) return null;
  const column = columns.findIndex(({ virtual }) => {
    if (virtual.from !== 'sheet' && virtual.from !== 'level') return false;
    let filled = 0;
    let dated = 0;
    for (let row = 0; row < head.rowCount; row++) {
      const at =
        virtual.from === 'sheet'
          ? virtual.column
          : outline
            ? columnOfLevel(outline.plan, virtual.from === 'level' ? virtual.level : 1)
            : -1;
      if (virtual.from === 'level' && outline?.outline.levels[row] !== virtual.level) continue;
      const value = head.value(row, at);
      if (isBlank(value)) continue;
      filled++;
      if (writtenDate(value) !== '' && textKind(outlineText(value)) === 'document') dated++;
    }
    return dated > 0 && dated >= filled * MOSTLY_DATED;
  });
  return column < 0 ? null : { virtual: { from: 'dateIn', column }, header: '', hint: 'date' };
}

function recogniseCrosstab(head: Grid, found: FoundCrosstab): Recognised {
  const { firstRow, firstDataRow, sides, slots, measures, rowMeasures } = found;
  const sideColumns = sides.map(({ column }) => column);
  const valueColumns = slots.flatMap(({ columns }) => columns.filter((column) => column >= 0));
  const source: OutlineSource = {
    grid: head,
    firstRow: firstDataRow,
    labels: sideColumns,
    amountOf: amountsOfSlots(head, slots, 0),
    headings: headingTexts(head, firstRow, firstDataRow, [...sideColumns, ...valueColumns]),
    mayBeCut: true,
  };
  const [first] = sides;
  const outline =
    first && !rowMeasures ? findOutline(source, first.column, first.parts, valueColumns, sideColumns) : null;
  const carried = rowMeasures
    ? sideColumns
    : outline
      ? []
      : findCarried(
          head,
          firstDataRow,
          sideColumns.slice(0, -1),
          (row) => valueColumns.some((column) => !isBlank(head.value(row, column))),
          null,
        );
  const sideList = sides.flatMap(({ column, parts }): readonly ListColumn[] =>
    outline?.plan.column === column
      ? levelColumns(head, outline, composed(parts))
      : [
          {
            virtual: { from: 'sheet', column, carried: carried.includes(column) },
            header: composed(parts),
            hint: null,
          },
        ],
  );
  const hasDates = slots.some(({ span }) => span !== null);
  const columns: readonly ListColumn[] = [
    ...sideList,
    ...(hasDates ? [{ virtual: { from: 'period' } as const, header: '', hint: 'date' as const }] : []),
    ...measures.map((header, measure) => ({
      virtual: { from: 'measure', measure } as const,
      header,
      hint: measures.length === 1 ? ('amount' as const) : null,
    })),
  ];
  return {
    layout: 'crosstab',
    headerRow: firstRow,
    firstDataRow,
    columns,
    unfolding: {
      kind: 'crosstab',
      columns: columns.map(({ virtual }) => virtual),
      slots,
      measures: measures.length,
      rowMeasures: rowMeasures && { column: rowMeasures.column, names: rowMeasures.names },
      outline: outline?.plan ?? null,
      labels: sideColumns,
    },
  };
}
