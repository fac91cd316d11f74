import fs from 'node:fs';
import path from 'node:path';
import { SKIP_REASONS } from '../../../../src/domain/sales/types';
import type { SkipReason } from '../../../../src/domain/sales/types';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings';
import type { Settings } from '../../../../src/domain/settings';
import type { ExcelSerial } from '../../../../src/domain/shared/dates';
import { serialOf } from '../../../../src/domain/shared/dates';
import type { Grid } from '../../../../src/domain/shared/grid';
import { decimalFromText, moneyFromDecimal } from '../../../../src/domain/shared/decimal';
import { sheetFrom } from './sheetText';

/** A sheet of the corpus and how an honest reader reads it. What a case does not state is not checked. */
export interface Case {
  readonly language: 'ru' | 'en';
  /** Name of the file without its ending. */
  readonly family: string;
  readonly title: string;
  readonly grid: Grid;
  readonly settings: Settings;
  readonly asOf: ExcelSerial | null;
  /** `*` where several layouts read the same. */
  readonly layout: string;
  /**
   * Role → heading of its column: all proposed roles, no more. `*` is any heading, `~Факт Сумма` one that holds these
   * words. Null where the sheet cannot be read.
   */
  readonly columns: ReadonlyMap<string, string> | null;
  /** Rows (in a cross-tab: cells with a value) that count. */
  readonly used: number | null;
  /** Rows that only head or sum up others: merged ones and totals together. */
  readonly aside: number | null;
  /** Rows skipped for other reasons than being a total; `any` is the sum over reasons that are not named. */
  readonly skipped: ReadonlyMap<SkipReason | 'any', number> | null;
  /** Client → net amount in exact units. */
  readonly clients: ReadonlyMap<string, number>;
  /** First and last day used, ISO. */
  readonly dates: readonly [string, string] | null;
  /** Code of the clear question that stops the reading. */
  readonly error: string | null;
  /** Codes of doubts that must be asked; `*` is any. */
  readonly asks: readonly string[];
  /** Why the reader may miss this one (it must still stop with a question, never lose a row). */
  readonly known: string | null;
}

const KEYS = new Set([
  'sheet',
  'at',
  'as-of',
  'answers',
  'layout',
  'columns',
  'used',
  'aside',
  'skipped',
  'clients',
  'dates',
  'error',
  'asks',
  'known',
]);

/** All sheets of the corpus, in the order of their files. */
export function corpus(): readonly Case[] {
  return (['ru', 'en'] as const).flatMap((language) => {
    const folder = path.join(__dirname, language);
    return fs
      .readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .flatMap((file) =>
        casesIn(fs.readFileSync(path.join(folder, file), 'utf8'), language, path.basename(file, '.txt')),
      );
  });
}

/** The cases of one file: `# title`, then `key: value` lines (a key may repeat: its values join), then the sheet in bars. */
export function casesIn(text: string, language: Case['language'], family: string): readonly Case[] {
  return text
    .split(/^# /m)
    .slice(1)
    .map((block) => caseFrom(block, language, family));
}

function caseFrom(block: string, language: Case['language'], family: string): Case {
  const [title = '', ...lines] = block.split('\n').map((line) => line.trim());
  const stated = new Map<string, string>();
  for (const line of lines.filter((each) => each !== '' && !each.startsWith('|'))) {
    const [, key = '', value = ''] = /^([a-z-]+): *(.*)$/.exec(line) ?? [];
    if (!KEYS.has(key)) throw new Error(`${family}, «${title}»: what is «${line}»?`);
    stated.set(key, stated.has(key) ? `${stated.get(key)}; ${value}` : value);
  }
  const error = stated.get('error') ?? null;
  const columns = stated.get('columns');
  if ((error === null) !== (columns !== undefined)) {
    throw new Error(`${family}, «${title}»: columns or an error, one of them`);
  }
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(stated.get('at') ?? 'A1') ?? [];
  return {
    language,
    family,
    title,
    grid: sheetFrom(
      lines.filter((line) => line.startsWith('|')),
      {
        sheet: stated.get('sheet') ?? (language === 'ru' ? 'Лист1' : 'Sheet1'),
        row: Number(row),
        column: letter.charCodeAt(0) - 'A'.charCodeAt(0) + 1,
      },
    ),
    settings: settingsFrom(stated.get('answers') ?? ''),
    asOf: dayFrom(stated.get('as-of')),
    layout: stated.get('layout') ?? 'list',
    columns: columns === undefined ? null : pairs(columns),
    used: numberFrom(stated.get('used')),
    aside: numberFrom(stated.get('aside')),
    skipped: stated.has('skipped') ? skipsFrom(stated.get('skipped') ?? '') : null,
    clients: new Map(
      [...pairs(stated.get('clients') ?? '')].map(([name, amount]) => [name, unitsFrom(amount)]),
    ),
    dates: spanFrom(stated.get('dates')),
    error,
    asks: listFrom(stated.get('asks') ?? '', ','),
    known: stated.get('known') ?? null,
  };
}

function settingsFrom(answers: string): Settings {
  const columns: Record<string, string> = {};
  const others: Record<string, string> = {};
  for (const [key, value] of pairs(answers)) {
    if (key.startsWith('columns.')) columns[key.slice('columns.'.length)] = value;
    else others[key] = value;
  }
  return { ...DEFAULT_SETTINGS, ...others, columns };
}

function skipsFrom(text: string): ReadonlyMap<SkipReason | 'any', number> {
  const skips = new Map<SkipReason | 'any', number>();
  for (const each of listFrom(text, ',')) {
    const [reason = '', rows = ''] = each.split(' ');
    if (reason === 'none') continue;
    if (reason !== 'any' && !SKIP_REASONS.includes(reason as SkipReason))
      throw new Error(`No reason «${reason}»`);
    skips.set(reason as SkipReason | 'any', Number(rows));
  }
  return skips;
}

/** `a = 1; b = 2`; the last ` = ` of a part counts, as names may hold others. */
function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(
    listFrom(text, ';').map((part) => {
      const at = part.lastIndexOf('=');
      if (at < 0) throw new Error(`No «=» in «${part}»`);
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
    }),
  );
}

function listFrom(text: string, mark: string): readonly string[] {
  return text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function numberFrom(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

function unitsFrom(text: string): number {
  const decimal = decimalFromText(text);
  const money = decimal && moneyFromDecimal(decimal);
  if (money === null) throw new Error(`No amount: «${text}»`);
  return money;
}

function dayFrom(iso: string | undefined): ExcelSerial | null {
  if (iso === undefined) return null;
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return serialOf(year, month, day);
}

function spanFrom(text: string | undefined): readonly [string, string] | null {
  if (text === undefined) return null;
  const [first = '', last = first] = text.split(' ');
  return [first, last];
}
