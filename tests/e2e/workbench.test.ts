import { readFileSync } from 'node:fs';
import type { Browser, Frame, Page } from 'playwright-core';
import { translator } from '../../src/i18n/translate';
import { TAB_KEYS } from '../../src/reports/plan';
import { describeInBrowser, launchBrowser } from './browser';
import { startWorkbench } from './server';
import type { WorkbenchServer } from './server';

/** The first start builds the pane and the page. */
const START_LIMIT = 180_000;
const RUN_LIMIT = 120_000;
const OUR_TABS = TAB_KEYS.map((key) => translator('ru')(`tab.${key}`));

describeInBrowser('the workbench in a browser', () => {
  let server: WorkbenchServer;
  let browser: Browser;
  let page: Page;
  const outside: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startWorkbench();
    browser = await launchBrowser();
    page = await browser.newPage({
      viewport: { width: 1366, height: 768 },
      ignoreHTTPSErrors: true,
      acceptDownloads: true,
    });
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && hostname !== 'localhost')
        outside.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.address}?lang=ru`);
  }, START_LIMIT);

  afterAll(async () => {
    await browser?.close();
    server?.stop();
  });

  test('the genuine client takes the page for Excel on the web', async () => {
    const ready = await inPane('Office.onReady()');
    expect(ready).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
    expect(await inPane('Office.context.displayLanguage')).toBe('ru-RU');
    expect(await inPane("Office.context.requirements.isSetSupported('ExcelApi', '1.12')")).toBe(true);
    expect(await inPane("Office.context.requirements.isSetSupported('ExcelApi', '1.13')")).toBe(false);
  });

  test('a run from the pane builds the tabs, shows the page that says it all, and the grid draws them', async () => {
    await (await pane()).getByRole('button', { name: 'Построить вкладки' }).click();
    for (const tab of OUR_TABS) await tabNamed(tab).waitFor({ timeout: RUN_LIMIT });
    await (await pane()).getByRole('button', { name: 'Обновить вкладки' }).waitFor({ timeout: RUN_LIMIT });
    expect(await activeSheet()).toBe('Диагностика');
    await page.locator('[data-chart]').first().waitFor();
    await tabNamed('ABCD').click();
    await page.locator('[data-chart]').first().waitFor();
    expect(await classesOfClients()).toMatchObject({ A: expect.any(Number), B: expect.any(Number) });
  });

  test('another border of class A, typed into the settings tab, moves clients out of it', async () => {
    const before = await classesOfClients();
    await typeInto('Настройки', await borderOfA(), '50%');
    const after = await until(classesOfClients, (classes) => classes.A !== before.A);
    expect(after.A).toBeLessThan(Number(before.A));
    expect(after.A).toBeGreaterThan(0);
    expect(sumOf(after)).toBe(sumOf(before));
  });

  test('a saved workbook opens again with its tabs and classes', async () => {
    const classes = await classesOfClients();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.getByTestId('save').click()]);
    const file = await saved.path();
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    await page.getByTestId('sample').click();
    await tabNamed('ABCD').waitFor({ state: 'detached' });
    await page
      .getByTestId('open')
      .setInputFiles({ name: saved.suggestedFilename(), mimeType: '', buffer: readFileSync(file) });
    for (const tab of OUR_TABS) await tabNamed(tab).waitFor({ timeout: RUN_LIMIT });
    expect(await classesOfClients()).toEqual(classes);
  });

  test.each([320, 350, 450])('the pane has no horizontal scrolling at %i px', async (width) => {
    await page.getByTestId('pane-width').selectOption(String(width));
    await until(
      () => inPane<number>('window.innerWidth'),
      (inner) => inner === width,
    );
    const scrolling = await inPane<readonly string[]>(`[...document.querySelectorAll('*')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .filter((element) => element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX))
      .map((element) => element.tagName + '.' + element.className)`);
    expect(scrolling).toEqual([]);
  });

  test('a file that is no workbook is answered with a sentence, and the open one stays', async () => {
    await page
      .getByTestId('open')
      .setInputFiles({ name: 'фото.xlsx', mimeType: '', buffer: Buffer.from([0, 1, 2, 3]) });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('фото.xlsx');
    await tabNamed('ABCD').waitFor();
  });

  test('nothing was asked of any other machine, and nothing failed unseen', () => {
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });

  /** The pane's frame once its client knows its Excel; opening a workbook starts it anew. */
  async function pane(): Promise<Frame> {
    return until(
      async () => {
        const frame = page.frames().find((candidate) => candidate.url().includes('taskpane.html'));
        const isReady = await frame
          ?.evaluate("typeof Excel !== 'undefined' && document.querySelector('button') !== null")
          .catch(() => false);
        return isReady ? frame : undefined;
      },
      (frame) => frame !== undefined,
    ) as Promise<Frame>;
  }

  async function inPane<T>(expression: string): Promise<T> {
    return (await pane()).evaluate(expression) as Promise<T>;
  }

  /** Runs a body over `context` with the genuine client in the pane. */
  function inExcel<T>(body: string): Promise<T> {
    return inPane<T>(`Excel.run(async (context) => { ${body} })`);
  }

  function activeSheet(): Promise<string> {
    return inExcel(`
      const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
      return sheet.name;`);
  }

  function tabNamed(name: string) {
    return page.locator('.ic-sheet-tab-name', { hasText: new RegExp(`^${name}$`) });
  }

  /** How many clients each class has, counted in the column of classes of the table on «ABCD». */
  function classesOfClients(): Promise<Readonly<Record<string, number>>> {
    return inExcel(`
      const range = context.workbook.worksheets.getItem('ABCD').getUsedRange();
      range.load('values');
      await context.sync();
      const heading = range.values.findIndex((row) => row[0] === '№');
      const column = range.values[heading].indexOf('Класс');
      const classes = {};
      for (const row of range.values.slice(heading + 1)) {
        if (/^[ABCD]$/.test(row[column])) classes[row[column]] = (classes[row[column]] ?? 0) + 1;
      }
      return classes;`);
  }

  /** Address of the border of class A on «Настройки». */
  function borderOfA(): Promise<string> {
    return inExcel(`
      const range = context.workbook.worksheets.getItem('Настройки').getUsedRange();
      range.load('values');
      await context.sync();
      return 'B' + (range.values.findIndex((row) => row[0] === 'Граница класса A' || row[0] === 'Граница класса А') + 1);`);
  }

  async function typeInto(sheet: string, address: string, text: string): Promise<void> {
    await inExcel(`
      context.workbook.worksheets.getItem('${sheet}').activate();
      context.workbook.worksheets.getItem('${sheet}').getRange('${address}').select();
      await context.sync();`);
    await page.locator('.ic-formula-bar-address', { hasText: address }).waitFor();
    await page.locator('.ic-workbook-container').focus();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
});

/** Asks again until the answer is as wanted. */
async function until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + RUN_LIMIT;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > end) throw new Error(`waited in vain; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
