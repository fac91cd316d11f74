import { parseArgs } from 'node:util';
import { COLUMN_ROLES } from '../../domain/sales/types';
import type { ColumnRole } from '../../domain/sales/types';
import type { Language, PeriodChoice } from '../../domain/settings';
import { serialFromIso } from '../../domain/shared/dates';
import { fail, ok } from '../../domain/shared/result';
import type { Result } from '../../domain/shared/result';

/** What the user asked of `npm run diagnose` (design.md, “Command line”). */
export interface DiagnoseOptions {
  readonly file: string;
  /** Sheets to read, several as one list; none leaves the choice to the product. */
  readonly sheets: readonly string[];
  readonly out: string | null;
  readonly json: string | null;
  readonly language: Language | null;
  readonly asOf: string | null;
  readonly period: PeriodChoice | null;
  readonly columns: Readonly<Partial<Record<ColumnRole, string>>>;
  readonly settings: string | null;
  /** Sheets or tables of the side lists; null leaves them to be found by their headings. */
  readonly deals: string | null;
  readonly potential: string | null;
  readonly mustList: string | null;
  /** How many clients are to have a dossier, key ones first; null for none to be made. */
  readonly dossiers: number | null;
  /** Numbers in place of names, and for `out` our tabs alone without a trace of names. */
  readonly anonymise: boolean;
}

/** A command line that cannot be carried out, with what is needed to say so in one sentence. */
export type OptionsError =
  | { readonly code: 'usage' }
  | { readonly code: 'unknownOption'; readonly option: string }
  | { readonly code: 'badValue'; readonly option: string; readonly value: string; readonly expected: string };

/** Reads the arguments after the command's name. */
export function parseOptions(argv: readonly string[]): Result<DiagnoseOptions, OptionsError> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        sheet: { type: 'string', multiple: true },
        out: { type: 'string' },
        json: { type: 'string' },
        lang: { type: 'string' },
        'as-of': { type: 'string' },
        period: { type: 'string' },
        columns: { type: 'string' },
        settings: { type: 'string' },
        deals: { type: 'string' },
        potential: { type: 'string' },
        'must-list': { type: 'string' },
        dossiers: { type: 'string' },
        anonymise: { type: 'boolean' },
      },
    });
  } catch (error) {
    return fail({ code: 'unknownOption', option: error instanceof Error ? error.message : String(error) });
  }
  const { values, positionals } = parsed;
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) return fail({ code: 'usage' });

  const language = values.lang ?? null;
  if (language !== null && language !== 'ru' && language !== 'en')
    return badValue('--lang', language, 'ru, en');
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && serialFromIso(asOf) === null) return badValue('--as-of', asOf, 'YYYY-MM-DD');
  const period = values.period === undefined ? ok(null) : parsePeriod(values.period);
  if (!period.ok) return period;
  const columns = values.columns === undefined ? ok({}) : parseColumns(values.columns);
  if (!columns.ok) return columns;
  const dossiers = values.dossiers ?? null;
  if (dossiers !== null && !/^[1-9]\d*$/.test(dossiers))
    return badValue('--dossiers', dossiers, '1, 2, 3, …');
  return ok({
    file,
    sheets: values.sheet ?? [],
    out: values.out ?? null,
    json: values.json ?? null,
    language,
    asOf,
    period: period.value,
    columns: columns.value,
    settings: values.settings ?? null,
    deals: values.deals ?? null,
    potential: values.potential ?? null,
    mustList: values['must-list'] ?? null,
    dossiers: dossiers === null ? null : Number(dossiers),
    anonymise: values.anonymise ?? false,
  });
}

function parsePeriod(text: string): Result<PeriodChoice, OptionsError> {
  if (text === 'last12' || text === 'all') return ok(text);
  const [from, to, ...rest] = text.split('..');
  const isSpan = from !== undefined && to !== undefined && rest.length === 0;
  const first = isSpan ? serialFromIso(from) : null;
  const last = isSpan ? serialFromIso(to) : null;
  if (!isSpan || first === null || last === null || first > last) {
    return badValue('--period', text, 'last12, all, YYYY-MM-DD..YYYY-MM-DD');
  }
  return ok({ from, to });
}

/** `client=Контрагент,amount=Сумма` → role → heading. A comma inside a heading is written `\,`. */
function parseColumns(text: string): Result<Partial<Record<ColumnRole, string>>, OptionsError> {
  const columns: Partial<Record<ColumnRole, string>> = {};
  for (const pair of text.split(/(?<!\\),/)) {
    const at = pair.indexOf('=');
    const role = COLUMN_ROLES.find((known) => known === pair.slice(0, at).trim());
    const header = pair
      .slice(at + 1)
      .replace(/\\,/g, ',')
      .trim();
    if (at < 0 || role === undefined || header === '') {
      return badValue('--columns', pair, `${COLUMN_ROLES.join(' | ')} = …`);
    }
    columns[role] = header;
  }
  return ok(columns);
}

function badValue(option: string, value: string, expected: string): Result<never, OptionsError> {
  return fail({ code: 'badValue', option, value, expected });
}
