import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the public data and the independent results lie beside the checkout. */
export const SHARED = path.resolve(__dirname, '../../../shared');

/** `describe` where the shared folder holds the path; elsewhere the block is skipped and says so. */
export function describeWithShared(title: string, relative: string, body: (file: string) => void): void {
  const file = path.join(SHARED, relative);
  if (existsSync(file)) describe(title, () => body(file));
  else describe.skip(`${title} (skipped: no ${file})`, () => body(file));
}
