import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The browser talks to localhost only, also about itself. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors',
];

/** `describe` where Chromium is installed; elsewhere the tests are skipped aloud, except in CI, which must have it. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (existsSync(EXECUTABLE) || process.env.CI === 'true') {
    describe(name, tests);
  } else {
    console.warn(`Skipped «${name}»: no Chromium at ${EXECUTABLE}. Install it, or name it in CHROMIUM.`);
    describe.skip(name, tests);
  }
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

/** What is awaited may take long on a busy machine: waiting ends as soon as it is there. */
const PATIENCE_MS = 90_000;

/** A page that trusts the workbench's own certificate. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ ignoreHTTPSErrors: true, ...options });
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}
