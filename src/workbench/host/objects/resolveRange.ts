import type { SheetModel } from '../../model/model';
import { parseReference } from '../a1';
import type { Cells } from '../cellAccess';
import { refusal } from '../errors';
import type { Session } from '../session';

/**
 * The cells that a text names: an address on the given sheet or on the sheet it names itself, a defined name, or a
 * table. Anything else is `InvalidArgument`; a sheet that is not there `ItemNotFound`.
 */
export function resolveRange(text: string, sheet: SheetModel | null, session: Session): Cells {
  const reference = parseReference(text);
  if (reference) {
    const named = reference.sheet === null ? sheet : session.findSheet(reference.sheet);
    if (!named) throw refusal(reference.sheet === null ? 'InvalidArgument' : 'ItemNotFound');
    return { sheet: named, area: reference.area };
  }
  const cells = namedCells(text, sheet, session) ?? tableCells(text, session);
  if (!cells) throw refusal('InvalidArgument');
  return cells;
}

/** The cells a name's formula stands for, or null where it is no plain reference. */
export function cellsOfFormula(formula: string, session: Session): Cells | null {
  const reference = parseReference(formula);
  if (!reference || reference.sheet === null) return null;
  const sheet = session.findSheet(reference.sheet);
  return sheet && { sheet, area: reference.area };
}

function namedCells(text: string, sheet: SheetModel | null, session: Session): Cells | null {
  const same = session.book.names.filter((name) => name.name.toLowerCase() === text.toLowerCase());
  const name = same.find(({ scope }) => scope === sheet?.id) ?? same.find(({ scope }) => scope === null);
  return name ? cellsOfFormula(name.formula, session) : null;
}

function tableCells(text: string, session: Session): Cells | null {
  for (const sheet of session.book.sheets) {
    const table = sheet.tables.find(({ name }) => name.toLowerCase() === text.toLowerCase());
    if (table) return { sheet, area: table.area };
  }
  return null;
}
