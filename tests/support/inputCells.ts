import type { BookModel, SheetModel } from '../../src/workbench/model/model';

/** Where the input cells of our tabs stand, told by the hidden names of the workbook alone. */
export function inputCells(book: BookModel): Map<string, { sheet: SheetModel; row: number; column: number }> {
  const cells = new Map<string, { sheet: SheetModel; row: number; column: number }>();
  const areaOf = (name: string) => {
    const formula = book.names.find((each) => each.name === name)?.formula ?? '';
    const match = /^='((?:[^']|'')+)'!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(formula);
    if (!match) return null;
    const [, quoted = '', letters = '', first = '', last = first] = match;
    const sheet = book.sheets.find((each) => each.name === quoted.replace(/''/g, "'"));
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return sheet ? { sheet, column, first: Number(first) - 1, last: Number(last) - 1 } : null;
  };
  for (const [setting, text] of book.settings) {
    const [, tab = ''] = /^clientele\.inputs\.(\w+)$/.exec(setting) ?? [];
    if (tab === '') continue;
    const places = JSON.parse(JSON.parse(text) as string) as {
      keyName: string;
      fields: { field: string; name: string }[];
    }[];
    for (const { keyName, fields } of places) {
      const keys = areaOf(keyName);
      if (!keys) continue;
      for (let row = keys.first; row <= keys.last; row++) {
        const key = String(keys.sheet.cells.value(row, keys.column));
        if (key === '') continue;
        for (const { field, name } of fields) {
          const area = areaOf(name);
          if (area) cells.set(idOf({ tab, key, field }), { sheet: area.sheet, row, column: area.column });
        }
      }
    }
  }
  return cells;
}

const SEPARATOR = '\u0001';
/** One name for a cell of people's: tab, key and field. */
export const idOf = ({ tab, key, field }: { tab: string; key: string; field: string }) =>
  [tab, key, field].join(SEPARATOR);

/** What {@link idOf} put together. */
export const partsOf = (id: string) => {
  const [tab = '', key = '', field = ''] = id.split(SEPARATOR);
  return { tab, key, field };
};

/** What the add-in keeps under a key of the workbook's settings, its parts joined. */
export function storedText(book: BookModel, key: string): string {
  let text = '';
  for (let part = 0; ; part++) {
    const stored = book.settings.get(part === 0 ? key : `${key}.${part}`);
    if (stored === undefined) return text;
    text += JSON.parse(stored) as string;
  }
}
