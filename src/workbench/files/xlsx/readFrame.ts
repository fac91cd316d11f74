import type { ConditionalFormatModel, ModelArea, SheetModel, ValidationModel } from '../../model/model';
import type { Relationship } from '../package/relationships';
import type { XmlElement } from '../package/xml';
import { attribute, child, children, text } from '../package/xml';
import { resolveColor } from './colors';
import { formulaFromFile, shiftFormula } from './formulaText';
import { ruleOperatorOfFile, validationOperatorOfFile } from './operators';
import { paperName } from './paper';
import type { FileStyles } from './readStyles';
import { colorOf, isOff, isOn } from './readStyles';
import { addressAt, areaOf, pointsOfWidth } from './units';

/** What the frame of a sheet needs from the rest of the file. */
export interface FrameContext {
  readonly styles: FileStyles;
  readonly theme: readonly string[];
  readonly relationships: readonly Relationship[];
  /** A fresh id for tables, charts and rules. */
  readonly nextId: () => string;
}

/** Columns beyond this one that share a width are standard columns of an empty region. */
const LAST_COLUMN_WITH_WIDTH = 1024;
const POINTS_PER_INCH = 72;

/** Fills a sheet with everything its part says outside the cells. */
export function readFrame(root: XmlElement, sheet: SheetModel, context: FrameContext): void {
  readProperties(root, sheet, context);
  readView(root, sheet);
  readColumns(root, sheet);
  sheet.merges = children(child(root, 'mergeCells'), 'mergeCell').flatMap((merge) =>
    areasOf(attribute(merge, 'ref')),
  );
  sheet.conditionalFormats = children(root, 'conditionalFormatting').flatMap((block) =>
    readRules(block, context),
  );
  sheet.validations = children(child(root, 'dataValidations'), 'dataValidation').flatMap(readValidation);
  readHyperlinks(root, sheet, context.relationships);
  readPageLayout(root, sheet);
}

function readProperties(root: XmlElement, sheet: SheetModel, context: FrameContext): void {
  sheet.tabColor = resolveColor(colorOf(child(child(root, 'sheetPr'), 'tabColor')), context.theme) ?? '';
  sheet.isProtected = isOn(attribute(child(root, 'sheetProtection'), 'sheet'));
}

function readView(root: XmlElement, sheet: SheetModel): void {
  const view = child(child(root, 'sheetViews'), 'sheetView');
  sheet.showGridlines = !isOff(attribute(view, 'showGridLines'));
  const pane = child(view, 'pane');
  if (!pane || !/^frozen/.test(attribute(pane, 'state') ?? '')) return;
  sheet.frozen = {
    rows: Number(attribute(pane, 'ySplit') ?? 0),
    columns: Number(attribute(pane, 'xSplit') ?? 0),
  };
}

function readColumns(root: XmlElement, sheet: SheetModel): void {
  for (const column of children(child(root, 'cols'), 'col')) {
    const first = Number(attribute(column, 'min')) - 1;
    const last = Math.min(Number(attribute(column, 'max')), LAST_COLUMN_WITH_WIDTH) - 1;
    const width = attribute(column, 'width');
    const hidden = isOn(attribute(column, 'hidden'));
    for (let index = first; index <= last; index++) {
      if (width !== undefined && Number(width) > 0)
        sheet.columnWidths.set(index, pointsOfWidth(Number(width)));
      if (hidden) sheet.hiddenColumns.add(index);
    }
  }
}

/** All areas of a space-separated list of references. */
function areasOf(references: string | undefined): ModelArea[] {
  return (references ?? '').split(/\s+/).flatMap((reference) => areaOf(reference) ?? []);
}

/** Rules over several areas become one rule per area; relative references move along. */
function readRules(block: XmlElement, context: FrameContext): ConditionalFormatModel[] {
  const areas = areasOf(attribute(block, 'sqref'));
  const first = areas[0];
  if (!first) return [];
  return children(block, 'cfRule').flatMap((rule) =>
    areas.flatMap((area) => {
      const formulas = children(rule, 'formula').map((formula) =>
        formulaFromFile(shiftFormula(text(formula), area.row - first.row, area.column - first.column)),
      );
      const read = readRule(rule, formulas, context);
      if (!read) return [];
      const style = context.styles.ruleFormats[Number(attribute(rule, 'dxfId') ?? -1)] ?? {};
      return [
        {
          id: context.nextId(),
          area,
          priority: Number(attribute(rule, 'priority') ?? 1),
          stopIfTrue: isOn(attribute(rule, 'stopIfTrue')),
          rule: read,
          style: { ...style },
        },
      ];
    }),
  );
}

const TEXT_RULES = {
  containsText: 'contains',
  notContainsText: 'notContains',
  beginsWith: 'beginsWith',
  endsWith: 'endsWith',
} as const;

/** A rule the model can express; colour scales, icon sets and the like stay with the pristine sheet only. */
function readRule(
  rule: XmlElement,
  formulas: readonly string[],
  context: FrameContext,
): ConditionalFormatModel['rule'] | null {
  const type = attribute(rule, 'type') ?? '';
  const [formula1, formula2] = formulas;
  if (type === 'expression') return formula1 === undefined ? null : { kind: 'custom', formula: formula1 };
  if (type in TEXT_RULES) {
    const operator = TEXT_RULES[type as keyof typeof TEXT_RULES];
    return { kind: 'containsText', operator, text: attribute(rule, 'text') ?? '' };
  }
  if (type === 'cellIs' && formula1 !== undefined) {
    const operator = ruleOperatorOfFile(attribute(rule, 'operator') ?? 'equal');
    return { kind: 'cellValue', operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
  }
  if (type === 'dataBar') {
    const color = resolveColor(colorOf(child(child(rule, 'dataBar'), 'color')), context.theme);
    return { kind: 'dataBar', color: color ?? '#638EC6' };
  }
  return null;
}

function readValidation(validation: XmlElement): ValidationModel[] {
  const areas = areasOf(attribute(validation, 'sqref'));
  const first = areas[0];
  if (!first) return [];
  return areas.flatMap((area) => {
    const rule = readValidationRule(validation, area.row - first.row, area.column - first.column);
    return rule
      ? [{ area, rule, ignoreBlanks: isOn(attribute(validation, 'allowBlank')), ...readMessages(validation) }]
      : [];
  });
}

const VALIDATION_KINDS = {
  decimal: 'decimal',
  whole: 'wholeNumber',
  date: 'date',
  textLength: 'textLength',
} as const;

function readValidationRule(
  validation: XmlElement,
  rows: number,
  columns: number,
): ValidationModel['rule'] | null {
  const [formula1, formula2] = ['formula1', 'formula2'].map((name) => {
    const source = child(validation, name);
    return source ? operand(shiftFormula(text(source), rows, columns)) : undefined;
  });
  const type = attribute(validation, 'type') ?? 'none';
  if (formula1 === undefined) return null;
  if (type === 'list') {
    const source = String(formula1);
    const literal = /^="(.*)"$/s.exec(source);
    return {
      kind: 'list',
      source: literal ? (literal[1] ?? '').replaceAll('""', '"') : source,
      inCellDropDown: !isOn(attribute(validation, 'showDropDown')),
    };
  }
  if (type === 'custom') return { kind: 'custom', formula: String(formula1) };
  if (!(type in VALIDATION_KINDS)) return null;
  return {
    kind: VALIDATION_KINDS[type as keyof typeof VALIDATION_KINDS],
    operator: validationOperatorOfFile(attribute(validation, 'operator') ?? 'between'),
    formula1,
    ...(formula2 === undefined ? {} : { formula2 }),
  };
}

function operand(source: string): string | number {
  const number = Number(source);
  return source.trim() !== '' && Number.isFinite(number) ? number : formulaFromFile(source);
}

const ERROR_STYLES: Readonly<Record<string, string>> = {
  stop: 'Stop',
  warning: 'Warning',
  information: 'Information',
};

function readMessages(validation: XmlElement): Pick<ValidationModel, 'prompt' | 'error'> {
  const prompt = attribute(validation, 'prompt');
  const error = attribute(validation, 'error');
  return {
    ...(prompt === undefined
      ? {}
      : { prompt: { title: attribute(validation, 'promptTitle') ?? '', message: prompt } }),
    ...(error === undefined
      ? {}
      : {
          error: {
            title: attribute(validation, 'errorTitle') ?? '',
            message: error,
            style: ERROR_STYLES[attribute(validation, 'errorStyle') ?? 'stop'] ?? 'Stop',
          },
        }),
  };
}

function readHyperlinks(root: XmlElement, sheet: SheetModel, relationships: readonly Relationship[]): void {
  for (const link of children(child(root, 'hyperlinks'), 'hyperlink')) {
    const area = areaOf(attribute(link, 'ref') ?? '');
    if (!area) continue;
    const address = relationships.find((item) => item.id === attribute(link, 'id'))?.target;
    const location = attribute(link, 'location');
    const screenTip = attribute(link, 'tooltip');
    sheet.hyperlinks.set(addressAt(area.row, area.column), {
      ...(address === undefined ? {} : { address }),
      ...(location === undefined ? {} : { documentReference: location }),
      ...(screenTip === undefined ? {} : { screenTip }),
    });
  }
}

function readPageLayout(root: XmlElement, sheet: SheetModel): void {
  const layout = sheet.pageLayout;
  const setup = child(root, 'pageSetup');
  const fits = isOn(attribute(child(child(root, 'sheetPr'), 'pageSetUpPr'), 'fitToPage'));
  if (attribute(setup, 'orientation') === 'landscape') layout.orientation = 'landscape';
  layout.paperSize = paperName(Number(attribute(setup, 'paperSize') ?? 0)) ?? layout.paperSize;
  if (fits) {
    layout.fitToWidth = pages(attribute(setup, 'fitToWidth'));
    layout.fitToHeight = pages(attribute(setup, 'fitToHeight'));
  }
  layout.scale = Number(attribute(setup, 'scale') ?? layout.scale);
  layout.rowBreaks = children(child(root, 'rowBreaks'), 'brk')
    .filter((item) => isOn(attribute(item, 'man')))
    .map((item) => Number(attribute(item, 'id')));
  layout.centerHorizontally = isOn(attribute(child(root, 'printOptions'), 'horizontalCentered'));
  const margins = child(root, 'pageMargins');
  for (const side of ['top', 'bottom', 'left', 'right', 'header', 'footer'] as const) {
    const inches = attribute(margins, side);
    if (inches !== undefined) layout.margins[side] = Number(inches) * POINTS_PER_INCH;
  }
  const texts = child(root, 'headerFooter');
  layout.header = headerSections(text(child(texts, 'oddHeader')));
  layout.footer = headerSections(text(child(texts, 'oddFooter')));
}

/** Absent means one page, zero means as many as needed. */
function pages(value: string | undefined): number | null {
  const count = Number(value ?? 1);
  return count === 0 ? null : count;
}

/** `&LLeft&CPage &P` cut into its three sections; text before any mark is the middle (ECMA-376 part 1, 18.3.1.39). */
function headerSections(source: string): { left: string; center: string; right: string } {
  const sections = { left: '', center: '', right: '' };
  const names = { L: 'left', C: 'center', R: 'right' } as const;
  let current: keyof typeof sections = 'center';
  for (const piece of source.split(/(&[LCR])/)) {
    const mark = /^&([LCR])$/.exec(piece)?.[1];
    if (mark) current = names[mark as keyof typeof names];
    else sections[current] += piece;
  }
  return sections;
}
