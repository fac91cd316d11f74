import { bookXml, keptOf } from './bookPart';
import { chartXml, drawingXml, stylesXml, themeXml } from './lookParts';
import { rootOf } from './markup';
import { NewPackage, OpenedPackage } from './officePackage';
import type { Kept } from './foreignFormula';
import type { Reference } from './officePackage';
import { SharedTexts } from './sharedTexts';
import { sheetXml } from './sheetPart';
import { entriesOf } from './bookPart';

const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/**
 * A workbook (.xlsx bytes) with our tabs only, which were written without names, and nothing of the file around them: no
 * other sheet and nothing only such a sheet calls, no unused text, no comment, property, setting, author, path, picture
 * or link. A new file is made of what is known to be ours, so that what nobody thought of stays out. Throws on bytes that
 * are no workbook.
 */
export function anonymousCopy(bytes: Uint8Array, ourSheetNames: readonly string[]): Uint8Array {
  const source = new OpenedPackage(bytes);
  const main = source.references('').find(({ kind }) => kind === 'officeDocument');
  if (!main) throw new Error('anonymousCopy: no workbook');
  const references = source.references(main.target);
  const partOf = (kind: string) => references.find((reference) => reference.kind === kind);
  const book = source.text(main.target);
  const ours = new Set(ourSheetNames.map((name) => name.toLowerCase()));
  const sheets = entriesOf(book).filter(
    ({ name, id }) =>
      ours.has(name.toLowerCase()) &&
      references.some((reference) => reference.id === id && reference.kind === 'worksheet'),
  );

  const copy = new CopyWriter(source, keptOf(book, sheets));
  const stringsPart = partOf('sharedStrings');
  const texts = stringsPart ? new SharedTexts(source.text(stringsPart.target)) : null;
  const kept: Reference[] = [];
  for (const [index, { id }] of sheets.entries()) {
    const reference = references.find((candidate) => candidate.id === id);
    if (!reference) continue;
    copy.sheet(reference.target, texts, index === 0);
    kept.push(reference);
  }
  const theme = partOf('theme');
  // A theme with pictures of its own is a company's: Excel's standard one takes its place.
  if (theme && source.references(theme.target).length === 0) kept.push(copy.part(theme, themeXml));
  const styles = partOf('styles');
  if (styles) kept.push(copy.part(styles, (xml) => stylesXml(xml, copy.formats)));
  if (stringsPart && texts?.isCalled()) kept.push(copy.part(stringsPart, () => texts.xml()));
  copy.file.put(main.target, bookXml(book, sheets), MAIN_TYPE, kept);
  return copy.file.build(main);
}

/** Carries parts of ours from the opened file into the new one. */
class CopyWriter {
  readonly file = new NewPackage();
  /** Cell formats that the kept sheets wear. */
  readonly formats = new Set<number>();

  constructor(
    private readonly source: OpenedPackage,
    private readonly ours: Kept,
  ) {}

  /** One part, changed. */
  part(
    reference: Reference,
    change: (xml: string) => string,
    references: readonly Reference[] = [],
  ): Reference {
    this.file.put(
      reference.target,
      change(this.source.text(reference.target)),
      this.source.contentType(reference.target) ?? 'application/xml',
      references,
    );
    return reference;
  }

  sheet(part: string, texts: SharedTexts | null, isFirst: boolean): void {
    const kept = this.source.references(part).filter((reference) => {
      if (reference.kind === 'drawing') return this.drawing(reference);
      if (reference.kind !== 'table') return false;
      this.part(reference, (xml) => xml);
      return true;
    });
    const { ours, formats } = this;
    const surroundings = { ours, texts, formats, kept: new Set(kept.map(({ id }) => id)), isFirst };
    const reference = { id: '', kind: 'worksheet', type: '', target: part };
    this.part(reference, (xml) => sheetXml(xml, surroundings), kept);
  }

  /** False if nothing of the drawing stays. */
  private drawing(reference: Reference): boolean {
    const charts = this.source
      .references(reference.target)
      .filter(
        ({ kind, target }) => kind === 'chart' && chartXml(this.source.text(target), this.ours) !== null,
      );
    const xml = drawingXml(this.source.text(reference.target), new Set(charts.map(({ id }) => id)));
    if (xml === null) return false;
    for (const chart of charts) {
      const looks = this.source.references(chart.target).filter(({ kind }) => CHART_LOOKS.has(kind));
      for (const look of looks) this.part(look, (text) => text);
      this.part(chart, (text) => chartXml(text, this.ours) ?? rootOf(text).raw, looks);
    }
    this.part(reference, () => xml, charts);
    return true;
  }
}

const CHART_LOOKS = new Set(['chartStyle', 'chartColorStyle']);
