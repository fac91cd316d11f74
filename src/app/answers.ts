import { fail } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import type { Cancelled as Stopped } from '../excel/types';
import { Cancelled } from './drive';
import type { ExcelTrouble, Trouble } from './types';

/** Turns a cancellation thrown anywhere inside into trouble `cancelled`; lets broken promises pass. */
export async function untilCancelled<T>(
  useCase: () => Promise<Result<T, Trouble>>,
): Promise<Result<T, Trouble>> {
  try {
    return await useCase();
  } catch (error) {
    if (error instanceof Cancelled) return fail({ kind: 'cancelled' });
    throw error;
  }
}

/** The trouble behind a refusal of the Excel layer. */
export function stopped(error: ExcelTrouble | Stopped): Result<never, Trouble> {
  return fail(error.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'excel', error });
}

/** The answer of the Excel layer as a use case gives it. */
export function excelResult<T>(result: Result<T, ExcelTrouble>): Result<T, Trouble> {
  return result.ok ? result : stopped(result.error);
}
