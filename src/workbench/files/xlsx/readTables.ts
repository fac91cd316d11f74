import type { TableModel } from '../../model/model';
import type { SourcePackage } from '../package/source';
import type { Relationship } from '../package/relationships';
import { attribute, child } from '../package/xml';
import { isOn } from './readStyles';
import { areaOf } from './units';

/** The tables of a sheet. */
export function readTables(
  source: SourcePackage,
  relationships: readonly Relationship[],
  nextId: () => string,
): TableModel[] {
  return relationships.flatMap((relationship) => {
    const root = relationship.kind === 'table' ? source.root(relationship.target) : null;
    const area = areaOf(attribute(root ?? undefined, 'ref') ?? '');
    if (!root || !area) return [];
    const style = child(root, 'tableStyleInfo');
    return [
      {
        id: nextId(),
        name: attribute(root, 'displayName') ?? attribute(root, 'name') ?? '',
        area,
        style: attribute(style, 'name') ?? '',
        showHeaders: attribute(root, 'headerRowCount') !== '0',
        showTotals: Number(attribute(root, 'totalsRowCount') ?? 0) > 0,
        showFilterButton: child(root, 'autoFilter') !== undefined,
        showBandedRows: isOn(attribute(style, 'showRowStripes')),
      },
    ];
  });
}
