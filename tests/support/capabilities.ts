import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Files and oracles beside the repository; present in CI, maybe not on a developer's machine. */
export const SHARED = path.resolve(__dirname, '../../../shared');

/** A thing outside the repository that some tests need. */
export interface Capability {
  readonly name: string;
  readonly isPresent: () => boolean;
}

export const libreOffice: Capability = { name: 'LibreOffice (soffice)', isPresent: hasLibreOffice };
export const chromium: Capability = { name: 'Chromium', isPresent: hasChromium };
export const poppler: Capability = { name: 'pdftoppm', isPresent: () => commandPath(['pdftoppm']) !== null };

/** A file or folder under ../shared, e.g. `sharedFile('data/online_retail.xlsx')`. */
export function sharedFile(relative: string): Capability {
  return { name: `../shared/${relative}`, isPresent: () => existsSync(path.join(SHARED, relative)) };
}

export function hasLibreOffice(): boolean {
  return libreOfficePath() !== null;
}

/** Path of LibreOffice's command, or null. */
export function libreOfficePath(): string | null {
  return commandPath(['soffice', 'libreoffice']);
}

export function hasChromium(): boolean {
  return chromiumPath() !== null;
}

/** Path of a Chromium or Chrome, or null. */
export function chromiumPath(): string | null {
  return commandPath(['chromium', 'chromium-browser', 'google-chrome']);
}

function commandPath(names: readonly string[]): string | null {
  for (const name of names) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (found) return found;
  }
  return null;
}

/**
 * `describe`, for tests that need something outside the repository. Where it is absent they are skipped, saying so;
 * under `CI=true` its absence is an error.
 */
export function describeWith(
  needs: Capability | readonly Capability[],
  title: string,
  body: () => void,
): void {
  const missing = [needs].flat().filter((need) => !need.isPresent());
  if (missing.length === 0) {
    describe(title, body);
    return;
  }
  const reason = `needs ${missing.map((need) => need.name).join(', ')}`;
  if (process.env['CI'] === 'true') {
    test(title, () => {
      throw new Error(`CI ${reason}`);
    });
    return;
  }
  console.warn(`skipped: ${title} (${reason})`);
  describe.skip(`${title} (${reason})`, body);
}

/** {@link describeWith} for a file or folder under ../shared, whose path the block is given. */
export function describeWithShared(title: string, relative: string, body: (file: string) => void): void {
  describeWith(sharedFile(relative), title, () => body(path.join(SHARED, relative)));
}
