/**
 * Draws the SVGs of assets/ in the five sizes Office wants, as PNG, in a headless Chromium.
 * Run after changing the SVG: `node scripts/make-icons.mjs` (CHROMIUM names the browser if it is elsewhere).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const SIZES = [16, 32, 64, 80, 128];
const DRAWINGS = ['icon', 'refresh'];
const assets = new URL('../assets/', import.meta.url);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const name of DRAWINGS) {
  const svg = await readFile(new URL(`${name}.svg`, assets), 'utf8');
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    await writeFile(new URL(`${name}-${size}.png`, assets), png);
  }
}
await browser.close();
