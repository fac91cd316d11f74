import { readFileSync } from 'node:fs';
import type { Browser, Frame, Page } from 'playwright-core';
import { translator } from '../../src/i18n/translate';
import { TAB_KEYS } from '../../src/reports/plan';
import { describeInBrowser, launchBrowser, openPage } from './browser';
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
    page = await openPage(browser, { viewport: { width: 1366, height: 768 }, acceptDownloads: true });
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

  describe('dossiers', () => {
    /** The tab of the first one made. */
    let dossier = '';

    test(
      'of key clients are made at one press, and opened at another',
      async () => {
        const card = await dossiersCard();
        await card.getByRole('button', { name: /^Составить досье ключевых клиентов/ }).click();
        await card.getByText(/^Составлено/).waitFor({ timeout: RUN_LIMIT });
        const link = card.getByRole('button', { name: /^Досье / }).first();
        dossier = await link.innerText();
        await link.click();
        await until(activeSheet, (name) => name === dossier);
        expect((await beside(dossier, 'Отрасль')).value).toBe('?');
      },
      2 * RUN_LIMIT,
    );

    test(
      'keep what is typed into them when the tabs are built again',
      async () => {
        // Letters of the keyboard Playwright knows: others come without a key being pressed.
        await typeInto(dossier, (await beside(dossier, 'Отрасль')).address, 'Packaging');
        await until(
          async () => (await beside(dossier, 'Отрасль')).value,
          (value) => value === 'Packaging',
        );
        await (await pane()).getByRole('button', { name: 'Обновить вкладки' }).click();
        await (await dossiersCard()).getByText(/^Составлено/).waitFor({ state: 'detached' });
        await (
          await pane()
        )
          .getByRole('button', { name: 'Обновить вкладки' })
          .waitFor({ timeout: RUN_LIMIT });
        expect((await beside(dossier, 'Отрасль')).value).toBe('Packaging');
      },
      2 * RUN_LIMIT,
    );

    test(
      'lead to the report of a meeting at one press',
      async () => {
        const card = await dossiersCard();
        await card
          .getByRole('button', { name: /^Отчёт о встрече: / })
          .first()
          .click();
        await card.getByText('Отчёт о встрече готов').waitFor({ timeout: RUN_LIMIT });
        await until(activeSheet, (name) => name.startsWith('Встреча '));
      },
      2 * RUN_LIMIT,
    );

    test.each([320, 350, 450])(
      'unfolded in the pane, cause no horizontal scrolling at %i px',
      async (width) => {
        const card = await dossiersCard();
        for (const name of ['Выбрать клиентов', 'Отчёт о встрече']) {
          const part = card.getByRole('button', { name, exact: true });
          if ((await part.getAttribute('aria-expanded')) === 'false') await part.click();
        }
        expect(await card.getByRole('searchbox').count()).toBe(2);
        expect(await scrollingAt(width)).toEqual([]);
      },
    );
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
    expect(await scrollingAt(width)).toEqual([]);
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

  async function dossiersCard() {
    return (await pane()).getByRole('region', { name: 'Досье', exact: true });
  }

  /** What can be scrolled sideways in the pane of this width. */
  async function scrollingAt(width: number): Promise<readonly string[]> {
    await page.getByTestId('pane-width').selectOption(String(width));
    await until(
      () => inPane<number>('window.innerWidth'),
      (inner) => inner === width,
    );
    return inPane(`[...document.querySelectorAll('*')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .filter((element) => element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX))
      .map((element) => element.tagName + '.' + element.className)`);
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

  /** The first filled cell right of a label: a page shows what nobody has typed as «?». */
  function beside(
    sheet: string,
    label: string,
  ): Promise<{ readonly address: string; readonly value: unknown }> {
    return inExcel(`
      const range = context.workbook.worksheets.getItem('${sheet}').getUsedRange();
      range.load('values');
      await context.sync();
      for (const [row, values] of range.values.entries()) {
        const at = values.indexOf('${label}');
        const column = values.findIndex((value, index) => at >= 0 && index > at && value !== '');
        if (column < 0) continue;
        const cell = range.getCell(row, column).load('address');
        await context.sync();
        return { address: cell.address.split('!')[1], value: values[column] };
      }
      return { address: '', value: null };`);
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
