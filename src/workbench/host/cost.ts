/** What the add-in has asked of Excel so far: the figures that budgets are held against. */
export class Cost {
  /** Batches with work in them. */
  syncs = 0;
  /** Batches in which the client only lets go of its references; sent by `Excel.run` when it ends. */
  cleanups = 0;
  actions = 0;
  requestBytes = 0;
  responseBytes = 0;
  largestRequest = 0;
  largestResponse = 0;
  /** Cells whose values, formulas, texts or formats were read: by sheet name, by zero-based column. */
  readonly cellsRead = new Map<string, Map<number, number>>();
  cellsWritten = 0;

  countRequest(bytes: number): void {
    this.requestBytes += bytes;
    this.largestRequest = Math.max(this.largestRequest, bytes);
  }

  countResponse(bytes: number): void {
    this.responseBytes += bytes;
    this.largestResponse = Math.max(this.largestResponse, bytes);
  }

  countRead(sheet: string, column: number, rows: number): void {
    let columns = this.cellsRead.get(sheet);
    if (!columns) this.cellsRead.set(sheet, (columns = new Map()));
    columns.set(column, (columns.get(column) ?? 0) + rows);
  }

  /** Zero-based columns of a sheet of which any cell was read, in order. */
  columnsRead(sheet: string): readonly number[] {
    return [...(this.cellsRead.get(sheet)?.keys() ?? [])].sort((a, b) => a - b);
  }

  reset(): void {
    Object.assign(this, {
      syncs: 0,
      cleanups: 0,
      actions: 0,
      requestBytes: 0,
      responseBytes: 0,
      largestRequest: 0,
      largestResponse: 0,
      cellsWritten: 0,
    });
    this.cellsRead.clear();
  }
}

/** Length of a text in UTF-8, without encoding it. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) continue;
    // A surrogate pair is two units and four bytes: one more byte for each unit.
    bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
