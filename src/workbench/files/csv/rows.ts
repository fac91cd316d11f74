const SEPARATORS = [';', '\t', ','] as const;
/** Rows looked at to choose the separator. */
const SAMPLE_ROWS = 50;

/**
 * The separator that cuts the first rows most evenly into more than one field; of equals `;` before tab before `,`.
 * Null if none cuts any row: then the text is one column or no table.
 */
export function chooseSeparator(content: string): string | null {
  let best: { readonly separator: string; readonly score: number } | null = null;
  for (const separator of SEPARATORS) {
    const widths: number[] = [];
    for (const fields of readRows(content, separator)) {
      if (fields.length > 1 || fields[0] !== '') widths.push(fields.length);
      if (widths.length === SAMPLE_ROWS) break;
    }
    const score = evenness(widths);
    if (score > 0 && (best === null || score > best.score)) best = { separator, score };
  }
  return best?.separator ?? null;
}

/** Share of the rows that have the commonest width above one, plus a little for more columns. */
function evenness(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of counts)
    score = Math.max(score, count / widths.length + Math.min(width, 50) / 1000);
  return score;
}

/**
 * The rows of delimited text (RFC 4180): quoted fields may hold separators, doubled quotes and line breaks;
 * a quote inside an unquoted field is a letter; lines end with LF, CRLF or CR. Excel's `sep=;` line is left out.
 */
export function* readRows(content: string, separator: string): Generator<string[]> {
  let at = /^sep=.\r?\n/i.exec(content)?.[0].length ?? 0;
  let row: string[] = [];
  while (at < content.length) {
    const field = content[at] === '"' ? quotedField(content, at) : null;
    const end = fieldEnd(content, field?.end ?? at, separator);
    row.push(field ? field.text + content.slice(field.end, end) : content.slice(at, end));
    if (content[end] === separator) {
      at = end + 1;
      if (at === content.length) row.push('');
    } else {
      at = content[end] === '\r' && content[end + 1] === '\n' ? end + 2 : end + 1;
      yield row;
      row = [];
    }
  }
  if (row.length > 0) yield row;
}

function fieldEnd(content: string, from: number, separator: string): number {
  for (let at = from; at < content.length; at++) {
    const letter = content[at];
    if (letter === separator || letter === '\n' || letter === '\r') return at;
  }
  return content.length;
}

/** The text of a quoted field and the position after its closing quote; null if the quote is never closed. */
function quotedField(content: string, from: number): { readonly text: string; readonly end: number } | null {
  let text = '';
  let at = from + 1;
  for (;;) {
    const quote = content.indexOf('"', at);
    if (quote < 0) return null;
    text += content.slice(at, quote);
    if (content[quote + 1] !== '"') return { text, end: quote + 1 };
    text += '"';
    at = quote + 2;
  }
}
