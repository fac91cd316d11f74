import { cellText } from '../sales/cells';
import { foldName, isNobody } from '../sales/clientKey';
import { followAliases } from '../sales/identity';
import { PAUSE_EVERY } from '../sales/pause';
import { readTaxId } from '../sales/taxId';
import type { ClientKey, LedgerClient } from '../sales/types';
import type { Settings } from '../settings';
import type { CellValue } from '../shared/grid';
import type { Steps } from '../shared/steps';

/** A client as a row of a list names it. */
export interface NamedClient {
  /** The name as written, else the code or ИНН. */
  readonly text: string;
  readonly key: ClientKey;
}

/** The clients of the sales by all that names them, so that a list speaks of the same ones (method.md §1). */
export class KnownClients {
  private readonly keys = new Set<ClientKey>();
  /** Core of a name → forms → keys. */
  private readonly byName = new Map<string, Map<string, Set<ClientKey>>>();
  /** Core of a name that only lists know → its forms. */
  private readonly listed = new Map<string, Set<string>>();

  constructor(private readonly aliases: Settings['aliases']) {}

  /** Takes in a client of the sales. */
  learn({ key, name, spellings }: LedgerClient): void {
    this.keys.add(key);
    for (const spelling of new Set([name, ...spellings])) {
      const { core, form } = foldName(spelling);
      const forms = this.byName.get(core) ?? new Map<string, Set<ClientKey>>();
      const keys = forms.get(form) ?? new Set<ClientKey>();
      this.byName.set(core, forms.set(form, keys.add(key)));
    }
  }

  /** Is it a client of the sales? */
  has(key: ClientKey): boolean {
    return this.keys.has(key);
  }

  /** Takes in a name of a list before any is asked for: two legal forms of one name are two clients. */
  meet(nameCell: CellValue): void {
    const { core, form } = foldName(usable(cellText(nameCell)));
    if (form === '' || this.byName.has(core)) return;
    this.listed.set(core, (this.listed.get(core) ?? new Set<string>()).add(form));
  }

  /** The client a row names, or null if it names nobody. ИНН decides before the code, the code before the name. */
  identify(nameCell: CellValue, codeCell: CellValue, taxIdCell: CellValue): NamedClient | null {
    const name = usable(cellText(nameCell));
    const code = usable(cellText(codeCell));
    const taxId = readTaxId(taxIdCell);
    const text = name || code || taxId;
    if (text === '') return null;
    return { text, key: this.keyOf(name, code, taxId) };
  }

  private keyOf(name: string, code: string, taxId: string): ClientKey {
    for (const number of [taxId, code]) {
      const key = followAliases(number as ClientKey, this.aliases);
      if (number !== '' && this.keys.has(key)) return key;
    }
    const byName = name === '' ? null : this.keyOfName(name);
    if (byName !== null && this.keys.has(byName)) return byName;
    return followAliases((taxId || code || byName || name) as ClientKey, this.aliases);
  }

  /** A name under another legal form than all that the sales know is another client. */
  private keyOfName(name: string): ClientKey {
    const { core, form } = foldName(name);
    const forms = this.byName.get(core);
    const isForAnyForm = form === '' || (forms?.size === 1 && forms.has(''));
    const keys = forms?.get(form) ?? (isForAnyForm ? union(forms) : undefined);
    const [only] = keys?.size === 1 ? keys : [];
    if (only !== undefined) return only;
    const isNamesake = form !== '' && (forms !== undefined || (this.listed.get(core)?.size ?? 0) > 1);
    return followAliases((isNamesake ? `${core} ${form}` : core) as ClientKey, this.aliases);
  }
}

/** All clients of the sales. */
export function* knownClients(
  clients: readonly LedgerClient[],
  aliases: Settings['aliases'],
): Steps<KnownClients> {
  const known = new KnownClients(aliases);
  for (const [index, client] of clients.entries()) {
    if (index % PAUSE_EVERY === 0) yield index / clients.length;
    known.learn(client);
  }
  return known;
}

function usable(text: string): string {
  return isNobody(text) ? '' : text;
}

function union(
  forms: ReadonlyMap<string, ReadonlySet<ClientKey>> | undefined,
): ReadonlySet<ClientKey> | undefined {
  return forms && new Set([...forms.values()].flatMap((keys) => [...keys]));
}
