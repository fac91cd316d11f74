import type { Relationship } from '../package/relationships';
import type { SourcePackage } from '../package/source';
import type { XmlElement } from '../package/xml';
import { attribute, child, children, text } from '../package/xml';
import { isOn } from './readStyles';

/** One entry of the workbook's list of sheets; chart sheets and old macro sheets have no worksheet part. */
export interface SheetEntry {
  readonly name: string;
  /** Number of the sheet in the file, stable over renames and moves. */
  readonly sheetId: number;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly relationship: Relationship;
  readonly isWorksheet: boolean;
}

/** One defined name as the file has it; `localSheet` counts all entries of the list of sheets. */
export interface FileName {
  readonly name: string;
  readonly formula: string;
  readonly localSheet: number | null;
  readonly hidden: boolean;
  readonly comment: string | undefined;
}

/** The workbook part of an opened file, taken apart. */
export interface BookParts {
  readonly part: string;
  readonly root: XmlElement;
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly FileName[];
  readonly activeTab: number;
  readonly date1904: boolean;
  readonly isStructureProtected: boolean;
}

/** Null if the package holds no workbook. */
export function readBookParts(source: SourcePackage): BookParts | null {
  const part = source.workbookPart();
  const root = part === null ? null : source.root(part);
  if (part === null || !root || !/(^|:)workbook$/.test(root.name)) return null;
  const relationships = source.relationships(part);
  return {
    part,
    root,
    relationships,
    sheets: readEntries(root, relationships),
    names: children(child(root, 'definedNames'), 'definedName').map(readName),
    activeTab: Number(attribute(child(child(root, 'bookViews'), 'workbookView'), 'activeTab') ?? 0),
    date1904: isOn(attribute(child(root, 'workbookPr'), 'date1904')),
    isStructureProtected: isOn(attribute(child(root, 'workbookProtection'), 'lockStructure')),
  };
}

function readEntries(root: XmlElement, relationships: readonly Relationship[]): SheetEntry[] {
  return children(child(root, 'sheets'), 'sheet').flatMap((sheet) => {
    const relationship = relationships.find((item) => item.id === attribute(sheet, 'id'));
    if (!relationship) return [];
    const state = attribute(sheet, 'state');
    return [
      {
        name: attribute(sheet, 'name') ?? '',
        sheetId: Number(attribute(sheet, 'sheetId')),
        visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        relationship,
        isWorksheet: relationship.kind === 'worksheet',
      },
    ];
  });
}

function readName(name: XmlElement): FileName {
  const local = attribute(name, 'localSheetId');
  return {
    name: attribute(name, 'name') ?? '',
    formula: text(name),
    localSheet: local === undefined ? null : Number(local),
    hidden: isOn(attribute(name, 'hidden')),
    comment: attribute(name, 'comment'),
  };
}
