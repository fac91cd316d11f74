/** Characters a stored part may hold: settings are meant for small JSON, under 100 KB each (facts.md). */
const PART_CHARACTERS = 30_000;

/** All settings of ours in the workbook, by key. */
export type Stored = ReadonlyMap<string, unknown>;

/** Everything the add-in keeps in this workbook, in one round trip. */
export async function loadStored(context: Excel.RequestContext): Promise<Stored> {
  const settings = context.workbook.settings.load('items/key,items/value');
  await context.sync();
  return new Map(settings.items.map((setting) => [setting.key, setting.value]));
}

/** What was kept under a key, or undefined if there is nothing or it is damaged. */
export function storedJson(stored: Stored, key: string): unknown {
  let text = '';
  for (let part = 0; stored.has(partKey(key, part)); part++) text += String(stored.get(partKey(key, part)));
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    // Settings may be lost or cut by other programs (office-js #6091): as good as absent.
    return undefined;
  }
}

/** Queues the keeping of a value under a key in parts of safe length; `undefined` removes it. */
export function keepJson(context: Excel.RequestContext, stored: Stored, key: string, value: unknown): void {
  const { settings } = context.workbook;
  const text = value === undefined ? '' : JSON.stringify(value);
  const parts = Math.ceil(text.length / PART_CHARACTERS);
  for (let part = 0; part < parts; part++) {
    settings.add(partKey(key, part), text.slice(part * PART_CHARACTERS, (part + 1) * PART_CHARACTERS));
  }
  for (let part = parts; stored.has(partKey(key, part)); part++)
    settings.getItem(partKey(key, part)).delete();
}

/** `clientele.settings`, `clientele.settings.1`, `clientele.settings.2` … */
function partKey(key: string, part: number): string {
  return part === 0 ? key : `${key}.${part}`;
}
