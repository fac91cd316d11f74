import { tidied } from '../domain/lists/typedCells';
import type { TypedKind } from '../domain/lists/typedCells';
import type { Settings } from '../domain/settings';
import type { PlanInputs } from './plan';

/** Tidies the fields of a tab that formulas count with, by what each should hold; other fields stay as they were typed. */
export function tidyInputs(
  kinds: Readonly<Record<string, TypedKind>>,
  settings: Settings,
): NonNullable<PlanInputs['tidy']> {
  return (field, value) => {
    const kind = Object.hasOwn(kinds, field) ? kinds[field] : undefined;
    return kind === undefined ? value : tidied(value, kind, settings);
  };
}
