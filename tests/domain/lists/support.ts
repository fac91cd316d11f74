import { knownClients as allKnown } from '../../../src/domain/lists/knownClients';
import type { KnownClients } from '../../../src/domain/lists/knownClients';
import type { RowProblem } from '../../../src/domain/lists/types';
import type { ClientKey, LedgerClient } from '../../../src/domain/sales/types';
import { gridOf } from '../../../src/domain/shared/grid';
import type { Grid } from '../../../src/domain/shared/grid';
import { complete } from '../../../src/domain/shared/steps';
import { sheet } from '../sales/support';

/** A sheet of the given name from text: one line a row, cells parted by `|`. */
export function gridFrom(text: string, name = 'Список'): Grid {
  return gridOf(sheet(text), { sheet: name });
}

/** Clients of the sales: `key: spelling, spelling`. */
export function salesClients(...clients: readonly string[]): readonly LedgerClient[] {
  return clients.map((client) => {
    const [key = '', spellings = ''] = client.split(':');
    const all = spellings.split(',').map((each) => each.trim());
    return { key: key.trim() as ClientKey, name: all[0] ?? '', spellings: all };
  });
}

export function knownClients(...clients: readonly string[]): KnownClients {
  return complete(allKnown(salesClients(...clients), {}));
}

/** Problems as short lines: `code at B3: value` (with the other row, if there is one). */
export function told(problems: readonly RowProblem[]): readonly string[] {
  return problems.map(({ code, row, heading, value, other }) =>
    [`${row} ${code}`, heading, value, other === null ? '' : `as ${other}`]
      .filter((part) => part !== '')
      .join(' | '),
  );
}
