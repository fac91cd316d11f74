import { COUNT, MONEY_EXACT } from './formats';
import type { Block, PlanCell, PlanChart, PlanInputs, PlanName, PlanRule, PlanValidation } from './plan';
import { line } from './tabHead';

/** A titled part of the tab; the next one begins at `nextRow`, an empty row apart. */
export interface Section {
  readonly blocks: readonly Block[];
  readonly rules?: readonly PlanRule[];
  readonly validations?: readonly PlanValidation[];
  readonly inputs?: readonly PlanInputs[];
  readonly charts?: readonly PlanChart[];
  readonly names?: readonly PlanName[];
  readonly nextRow: number;
}

/** A title, maybe a note under it, a row of headings and a body of as many columns as `formats` has. */
export function tableSection(
  row: number,
  title: string,
  headings: readonly (string | null)[] | null,
  cells: readonly (readonly PlanCell[])[],
  formats: readonly (string | null)[],
  note: string | null = null,
): Section {
  const align = formats.map((format) => (format === COUNT || format === MONEY_EXACT ? 'right' : null));
  const blocks: Block[] = [line(row, 'heading', title)];
  let next = row + 1;
  if (note !== null) blocks.push(line(next++, 'note', note));
  if (headings) {
    blocks.push({ row: next++, column: 1, role: 'columnHeading', wrap: true, align, cells: [headings] });
  }
  if (cells.length > 0)
    blocks.push({ row: next, column: 1, role: 'body', wrap: true, formats, align, cells });
  return { blocks, nextRow: next + cells.length + 1 };
}

/** A title and one sentence. */
export function noteSection(row: number, title: string, text: string): Section {
  return { blocks: [line(row, 'heading', title), line(row + 1, 'note', text)], nextRow: row + 3 };
}
