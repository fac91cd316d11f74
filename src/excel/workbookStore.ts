/** Characters one setting may hold: settings are meant for small JSON, under 100 KB each (facts.md). */
const PART_CHARACTERS = 30_000;

/**
 * What the add-in keeps inside the workbook: JSON under keys, in parts of safe length. Reads what stood at loading and
 * what was kept since; changes are queued on the context and carried out by its next sync.
 */
export class WorkbookStore {
  private constructor(
    private readonly settings: Excel.SettingCollection,
    private readonly texts: Map<string, string>,
  ) {}

  /** Loads everything the add-in keeps in this workbook, in one round trip. */
  static async load(context: Excel.RequestContext): Promise<WorkbookStore> {
    const settings = context.workbook.settings.load('items/key,items/value');
    await context.sync();
    const texts = settings.items.map((setting): [string, string] => [setting.key, String(setting.value)]);
    return new WorkbookStore(context.workbook.settings, new Map(texts));
  }

  /** What is kept under a key, or undefined if there is nothing or it is damaged. */
  get(key: string): unknown {
    let text = '';
    for (let part = 0; this.texts.has(partKey(key, part)); part++) text += this.texts.get(partKey(key, part));
    try {
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    } catch {
      // Settings may be lost or cut by other programs (office-js #6091): as good as absent.
      return undefined;
    }
  }

  /** Everything something is kept under. */
  keys(): readonly string[] {
    return [...this.texts.keys()];
  }

  keep(key: string, value: unknown): void {
    const text = JSON.stringify(value);
    const parts = Math.ceil(text.length / PART_CHARACTERS);
    for (let part = 0; part < parts; part++) {
      const slice = text.slice(part * PART_CHARACTERS, (part + 1) * PART_CHARACTERS);
      if (this.texts.get(partKey(key, part)) === slice) continue;
      this.settings.add(partKey(key, part), slice);
      this.texts.set(partKey(key, part), slice);
    }
    this.removeFrom(key, parts);
  }

  remove(key: string): void {
    this.removeFrom(key, 0);
  }

  private removeFrom(key: string, first: number): void {
    for (let part = first; this.texts.delete(partKey(key, part)); part++) {
      this.settings.getItemOrNullObject(partKey(key, part)).delete();
    }
  }
}

/** `clientele.settings`, `clientele.settings.1`, `clientele.settings.2` … */
function partKey(key: string, part: number): string {
  return part === 0 ? key : `${key}.${part}`;
}
