import type { Relationship } from './relationships';
import { parseRelationships, relationshipsPart } from './relationships';
import type { XmlElement } from './xml';
import { parseRoot } from './xml';
import type { ZipEntry } from './zip';
import { inflateEntry, readZip } from './zip';

/** The parts of an opened Office file. */
export class SourcePackage {
  private constructor(readonly entries: ReadonlyMap<string, ZipEntry>) {}

  /** Throws on an archive that cannot be read. */
  static open(bytes: Uint8Array): SourcePackage {
    return new SourcePackage(readZip(bytes));
  }

  has(part: string): boolean {
    return this.entries.has(part);
  }

  /** A part as text. Throws if it is missing or damaged. */
  text(part: string): string {
    const entry = this.entries.get(part);
    if (!entry) throw new Error(`package: no part ${part}`);
    return new TextDecoder().decode(inflateEntry(entry));
  }

  /** Root element of a part, or null where there is no such part. */
  root(part: string | undefined): XmlElement | null {
    return part !== undefined && this.has(part) ? parseRoot(this.text(part)) : null;
  }

  /** What a part refers to; the package itself is `''`. */
  relationships(part: string): readonly Relationship[] {
    const rels = relationshipsPart(part);
    return this.has(rels) ? parseRelationships(this.text(rels), part) : [];
  }

  /** The part of the workbook, or null if the package holds none. */
  workbookPart(): string | null {
    const found =
      this.relationships('').find((item) => item.kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
    return this.has(found) && found.endsWith('.xml') ? found : null;
  }
}
