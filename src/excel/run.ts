import { fail, ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import { troubleOf } from './errors';
import type { ExcelTrouble } from './types';

/**
 * The one door to Excel: runs a batch, waiting while the user edits a cell (office-js #806), and answers what Excel
 * refused as a value. `place` names what is worked on (a sheet, a tab) for the sentence shown. Bugs of ours pass through.
 */
export async function withExcel<T>(
  place: string | null,
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<Result<T, ExcelTrouble>> {
  try {
    return ok(await Excel.run({ delayForCellEdit: true }, batch));
  } catch (error) {
    const trouble = troubleOf(error, place);
    if (trouble === null) throw error;
    return fail(trouble);
  }
}
