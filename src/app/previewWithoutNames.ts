import { ok } from '../domain/shared/result';
import type { Preview } from './types';

/** A preview to be shown where names are hidden: no rows of the sheet, no samples of its columns, no values of skipped rows. */
export function previewWithoutNames(preview: Preview): Preview {
  const { understanding, reading } = preview;
  return {
    ...preview,
    firstRows: [],
    understanding: {
      ...understanding,
      columns: understanding.columns.map((column) => ({ ...column, samples: [] })),
    },
    reading: reading.ok
      ? ok({
          ...reading.value,
          account: {
            ...reading.value.account,
            skipped: reading.value.account.skipped.map((group) => ({
              ...group,
              examples: group.examples.map((example) => ({ ...example, value: '' })),
            })),
          },
        })
      : reading,
  };
}
