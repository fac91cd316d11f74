import type { PagePlan, PlanCell } from '../reports/plan';
import { formatRuns, isFormula } from './cells';
import { fingerprint } from './fingerprint';
import { LOOKS } from './looks';
import { printOf } from './page';
import type { HeightRun } from './rowHeights';
import { rowHeights } from './rowHeights';

/** What is kept of a page as it was last written: by it the next run tells whether only the words of its cells changed. */
export interface Frame {
  /** Everything but words, row heights and printing. */
  readonly layout: string;
  readonly print: string;
  readonly heights: readonly HeightRun[];
}

/** Raised when the writer dresses equal plans otherwise than before, so that pages are dressed anew. */
const WRITER = 1;

/** The frame of a page: `given` before people's words are put back, `plan` with them. */
export function frameOf(given: PagePlan, plan: PagePlan): Frame {
  return { layout: layoutOf(given), print: fingerprint(printOf(plan)), heights: rowHeights(plan) };
}

/** The frame that was kept; null if there is none or it is damaged. */
export function keptFrame(kept: unknown): Frame | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { layout, print, heights } = kept as Partial<Frame>;
  if (typeof layout !== 'string' || typeof print !== 'string' || !Array.isArray(heights)) return null;
  return { layout, print, heights };
}

function layoutOf(given: PagePlan): string {
  return fingerprint({
    ...given,
    tab: undefined,
    print: undefined,
    writer: WRITER,
    looks: LOOKS,
    formats: formatRuns(given),
    blocks: given.blocks.map((block) => ({ ...block, cells: block.cells.map((row) => row.map(kindOf)) })),
    charts: given.charts.map((chart) => ({ ...chart, alt: undefined })),
  });
}

/** What a cell holds, whichever word or number it is: blank cells and texts are aligned otherwise than numbers. */
function kindOf(cell: PlanCell): string {
  if (cell === null || cell === '') return '';
  return isFormula(cell) ? `=${typeof cell.value}` : typeof cell;
}
