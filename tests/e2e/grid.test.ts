import type { Browser, Frame, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser, openPage } from './browser';
import { startWorkbench } from './server';
import type { WorkbenchServer } from './server';

/** The first start builds the pane and the page. */
const START_LIMIT = 180_000;

/** Middle of the heading of row 2 on the grid, in pixels from its corner: 28 for the letters, rows of 20. */
const ROW_2 = { x: 15, y: 58 };

describeInBrowser('what people do to cells by hand', () => {
  let server: WorkbenchServer;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startWorkbench();
    browser = await launchBrowser();
    page = await openPage(browser, { viewport: { width: 1366, height: 768 } });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.address}?lang=ru`);
    await inExcel(`
      const sheet = context.workbook.worksheets.add('Проба');
      sheet.getRange('F1:F3').values = [['Высокая'], ['Средняя'], ['No']];
      sheet.getRange('A1:A3').formulas = [[''], [5], ['=A2*2']];
      sheet.getRange('C1:D2').merge();
      for (const address of ['A1', 'C1:D2']) {
        const { dataValidation } = sheet.getRange(address);
        dataValidation.rule = { list: { inCellDropDown: true, source: '=$F$1:$F$3' } };
        dataValidation.prompt = { showPrompt: true, title: 'Оценка', message: 'Выберите из списка' };
        dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: '', message: 'Нет такой оценки' };
      }
      sheet.activate();
      await context.sync();`);
    await page.locator('.cell-arrow').waitFor();
  }, START_LIMIT);

  afterAll(async () => {
    await browser?.close();
    server?.stop();
  });

  test('a selected cell shows the prompt of its validation; Alt and an arrow open its list, keys pick from it', async () => {
    expect(await page.locator('.cell-prompt').innerText()).toContain('Выберите из списка');
    await page.locator('.ic-workbook-container').focus();
    await openList();
    expect(await page.getByRole('listbox').getByRole('option').allInnerTexts()).toEqual([
      'Высокая',
      'Средняя',
      'No',
    ]);
    await page.keyboard.press('ArrowDown');
    await closeListWith('Enter');
    await untilValue('A1', 'Средняя');
    await openList();
    await page.keyboard.press('n');
    await closeListWith('Escape');
    expect(await valueOf('A1')).toBe('Средняя');
    await openList();
    await page.keyboard.press('n');
    await closeListWith('Enter');
    await untilValue('A1', 'No');
  });

  test('the arrow beside the cell opens the list for the mouse', async () => {
    await page.getByRole('button', { name: 'Открыть список' }).click();
    await page.getByRole('listbox').getByRole('option', { name: 'Высокая' }).click();
    await listClosed();
    await untilValue('A1', 'Высокая');
  });

  test('a wrong entry is refused with the words of the validation', async () => {
    await page.keyboard.type('Bad');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').innerText()).toContain('Нет такой оценки');
    expect(await valueOf('A1')).toBe('Высокая');
  });

  test('merged cells are one: whatever part is clicked, the list is theirs', async () => {
    const { x, y } = await corner();
    await page.mouse.click(x + 30 + 64 * 3 + 20, y + 28 + 30);
    await page.locator('.ic-formula-bar-address', { hasText: 'C1' }).waitFor();
    await openList();
    await page.getByRole('listbox').getByRole('option', { name: 'No' }).click();
    await listClosed();
    await untilValue('C1', 'No');
  });

  test('a row comes above the heading that was clicked, and goes again; formulas follow', async () => {
    await choose('Вставить строку выше');
    expect([await formulaOf('A4'), await valueOf('A2')]).toEqual(['=A3*2', '']);
    await choose('Удалить строку');
    expect(await formulaOf('A3')).toBe('=A2*2');
    await choose('Удалить строку');
    expect(await formulaOf('A2')).toBe('=#REF!*2');
  });

  test('nothing failed unseen', () => {
    expect(errors).toEqual([]);
  });

  async function openList(): Promise<void> {
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('listbox').waitFor();
  }

  async function closeListWith(key: string): Promise<void> {
    await page.keyboard.press(key);
    await listClosed();
  }

  function listClosed(): Promise<void> {
    return page.getByRole('listbox').waitFor({ state: 'detached' });
  }

  /** Waits until the cell holds the value: the grid hands what was picked to the workbook after the list has closed. */
  async function untilValue(address: string, value: string): Promise<void> {
    for (let left = 50; left > 0 && (await valueOf(address)) !== value; left--)
      await page.waitForTimeout(100);
    expect(await valueOf(address)).toBe(value);
  }

  async function choose(item: string): Promise<void> {
    const { x, y } = await corner();
    await page.mouse.click(x + ROW_2.x, y + ROW_2.y, { button: 'right' });
    await page.getByRole('menuitem', { name: item }).click();
    await page.getByRole('menu').waitFor({ state: 'detached' });
  }

  /** The upper left corner of the grid on the page. */
  async function corner(): Promise<{ readonly x: number; readonly y: number }> {
    const box = await page.locator('.ic-worksheet-sheet-container').boundingBox();
    if (!box) throw new Error('The grid is not to be seen');
    return box;
  }

  function valueOf(address: string): Promise<unknown> {
    return cellOf(address, 'values');
  }

  function formulaOf(address: string): Promise<unknown> {
    return cellOf(address, 'formulas');
  }

  function cellOf(address: string, what: 'values' | 'formulas'): Promise<unknown> {
    return inExcel(`
      const cell = context.workbook.worksheets.getItem('Проба').getRange('${address}').load('${what}');
      await context.sync();
      return cell.${what}[0][0];`);
  }

  /** Runs a body over `context` with the genuine client in the pane. */
  async function inExcel(body: string): Promise<unknown> {
    const frame = await pane();
    return frame.evaluate(`Excel.run(async (context) => { ${body} })`);
  }

  async function pane(): Promise<Frame> {
    const element = await page.waitForSelector('iframe');
    const frame = await element.contentFrame();
    if (!frame) throw new Error('The pane has no frame');
    await frame.locator('button').first().waitFor();
    return frame;
  }
});
