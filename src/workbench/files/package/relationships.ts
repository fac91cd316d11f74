import type { XmlElement } from './xml';
import { attribute, children, element, parseRoot, serializeDocument } from './xml';

/** A part's reference to another part or to an address outside. */
export interface Relationship {
  readonly id: string;
  /** Last piece of the type's address: `worksheet`, `drawing`, `hyperlink`. */
  readonly kind: string;
  readonly type: string;
  /** Part name in the package without leading slash; the address itself for external targets. */
  readonly target: string;
  readonly external: boolean;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Where the relationships of a part stand: `xl/_rels/workbook.xml.rels`; those of the package for `''`. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** The relationships in a `.rels` part that belongs to `part`. */
export function parseRelationships(xml: string, part: string): Relationship[] {
  return children(parseRoot(xml), 'Relationship').map((item) => readRelationship(item, part));
}

function readRelationship(item: XmlElement, part: string): Relationship {
  const type = attribute(item, 'Type') ?? '';
  const external = attribute(item, 'TargetMode') === 'External';
  const target = attribute(item, 'Target') ?? '';
  return {
    id: attribute(item, 'Id') ?? '',
    kind: type.slice(type.lastIndexOf('/') + 1),
    type,
    target: external ? target : resolveTarget(target, part),
    external,
  };
}

/** `../drawings/drawing1.xml` of `xl/worksheets/sheet1.xml` is `xl/drawings/drawing1.xml`. */
export function resolveTarget(target: string, part: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

/** The `.rels` part of `part`. */
export function serializeRelationships(relationships: readonly Relationship[], part: string): string {
  const items = relationships.map((item) =>
    element('Relationship', {
      Id: item.id,
      Type: item.type,
      Target: item.external ? item.target : relativeTarget(item.target, part),
      TargetMode: item.external ? 'External' : undefined,
    }),
  );
  return serializeDocument(element('Relationships', { xmlns: NAMESPACE }, items));
}

/** `xl/drawings/drawing1.xml` as seen from `xl/worksheets/sheet1.xml` is `../drawings/drawing1.xml`. */
function relativeTarget(target: string, part: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
