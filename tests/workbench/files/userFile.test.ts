import { Workbook } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openWorkbook } from '../../../src/workbench/files/open';
import { saveWorkbook } from '../../../src/workbench/files/save';
import { createSheet } from '../../../src/workbench/model/book';
import type { BookModel, SheetModel } from '../../../src/workbench/model/model';
import { describeWith, libreOffice } from '../../support/capabilities';
import { renderPdf } from '../../support/office';
import { validateOpenXml } from '../../support/openXml';
import { cellLines, frameOf, fullBook } from './books';

/** One grey pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Parts that saving must bring up to date; every other part of the user's file stays as it is. */
const UPDATED = [
  '[Content_Types].xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'docProps/app.xml',
];

/** A file as people have it: a chart, a picture, a note, a colour scale, a print area, somebody's custom XML. */
async function userFile(): Promise<Uint8Array> {
  installChartSupport();
  const workbook = new Workbook();
  const data = workbook.addWorksheet('Данные', { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const row of [
    ['Клиент', 'Сумма'],
    ['Альфа', 10],
    ['Бета', 20],
    ['Гамма', 30],
  ])
    data.addRow(row);
  data.getCell('B2').numFmt = '0.000';
  data.getCell('B5').value = { formula: 'SUM(B2:B4)', result: 60 };
  data.getCell('A2').note = 'важный клиент';
  data.addConditionalFormatting({
    ref: 'B2:B4',
    rules: [
      {
        type: 'colorScale',
        priority: 1,
        cfvo: [{ type: 'min' }, { type: 'max' }],
        color: [{ argb: 'FFFFFFFF' }, { argb: 'FF63BE7B' }],
      },
    ],
  });
  data.addImage(workbook.addImage({ base64: PNG, extension: 'png' }), 'D2:E4');
  data.addColumnChart(
    {
      title: 'Продажи',
      series: [{ name: 'Сумма', categories: "'Данные'!$A$2:$A$4", values: "'Данные'!$B$2:$B$4" }],
    },
    'D6:J20',
  );
  data.pageSetup.printArea = 'A1:B5';
  workbook.addWorksheet('Итоги').getCell('A1').value = { formula: "'Данные'!B5", result: 60 };
  const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer({ validate: false })));
  parts['customXml/item1.xml'] = strToU8('<case xmlns="urn:somebody">42</case>');
  edit(parts, 'xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>',
    ),
  );
  edit(parts, 'xl/worksheets/sheet1.xml', (xml) => xml.replace('<sheetView ', '<sheetView tabSelected="1" '));
  for (const part of Object.keys(parts).filter((name) => name.includes('drawings/drawing'))) {
    edit(parts, part, (xml) => xml.replaceAll(/(<xdr:oneCellAnchor) editAs="oneCell"/g, '$1'));
  }
  return zipSync(parts);
}

function edit(parts: Record<string, Uint8Array>, part: string, change: (xml: string) => string): void {
  const bytes = parts[part];
  if (!bytes) throw new Error(`no ${part}`);
  parts[part] = strToU8(change(strFromU8(bytes)));
}

async function open(bytes: Uint8Array): Promise<BookModel> {
  const opened = await openWorkbook(bytes, 'user.xlsx');
  if (!opened.ok) throw new Error(opened.error.details);
  return opened.value;
}

function first(book: BookModel): SheetModel {
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** Takes the sheets of the full book over, before the user's own. */
function addOurTabs(book: BookModel): void {
  const ours = fullBook();
  for (const sheet of ours.sheets) {
    const copied = [...sheet.cells.cells()];
    for (const { row, column } of copied) {
      const style = book.styles.intern(ours.styles.get(sheet.cells.style(row, column)));
      sheet.cells.setStyle(row, column, style);
    }
  }
  book.sheets.unshift(...ours.sheets);
  book.names.push(...ours.names);
}

function text(bytes: Uint8Array, part: string): string {
  const found = unzipSync(bytes, { filter: (file) => file.name === part })[part];
  if (!found) throw new Error(`no ${part}`);
  return strFromU8(found);
}

describe("the user's file with our tabs grafted in", () => {
  let source: Uint8Array;
  let saved: Uint8Array;
  beforeAll(async () => {
    source = await userFile();
    const book = await open(source);
    addOurTabs(book);
    saved = await saveWorkbook(book);
  });

  test('is valid', async () => {
    expect(await validateOpenXml(source)).toEqual([]);
    expect(await validateOpenXml(saved)).toEqual([]);
  });

  test('holds every other part byte for byte: sheets, chart, picture, note, custom XML', () => {
    const [before, after] = [unzipSync(source), unzipSync(saved)];
    const kept = Object.keys(before).filter((part) => !UPDATED.includes(part));
    expect(kept).toEqual(
      expect.arrayContaining(['customXml/item1.xml', 'xl/charts/chart1.xml', 'xl/media/image1.png']),
    );
    for (const part of kept) expect([part, after[part]]).toEqual([part, before[part]]);
  });

  test('reads back: the user sheets as they were, ours as we made them, in the order of the model', async () => {
    const [before, after] = [await open(source), await open(saved)];
    expect(after.sheets.map((sheet) => sheet.name)).toEqual([
      'ABCD',
      "Bob's notes",
      'Скрытый',
      'Данные',
      'Итоги',
    ]);
    const [data, result] = after.sheets.slice(3);
    if (!data || !result) throw new Error('no user sheets');
    expect([data, result].map(frameOf)).toEqual(before.sheets.map(frameOf));
    expect([data, result].map((sheet) => cellLines(after, sheet))).toEqual(
      before.sheets.map((sheet) => cellLines(before, sheet)),
    );
    const ours = fullBook();
    expect(cellLines(after, first(after))).toEqual(cellLines(ours, first(ours)));
  });

  test('moves names that belong to a sheet along with it', () => {
    const names = text(saved, 'xl/workbook.xml');
    expect(names).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="3">&apos;Данные&apos;!$A$1:$B$5',
    );
    expect(names).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="0">&apos;ABCD&apos;!$A$1:$D$9',
    );
    expect(names).toContain('<definedName name="local" localSheetId="1" hidden="1">0.5');
  });

  test('opens on one sheet only, never on a group', () => {
    const parts = unzipSync(saved, { filter: (file) => file.name.startsWith('xl/worksheets/sheet') });
    const selected = Object.values(parts).filter((bytes) => strFromU8(bytes).includes('tabSelected="1"'));
    expect(selected).toHaveLength(1);
    expect(text(saved, 'xl/workbook.xml')).toContain('activeTab="3"');
  });

  test('saved and opened again and again does not grow', async () => {
    const once = await saveWorkbook(await open(saved));
    const twice = await saveWorkbook(await open(once));
    expect(text(twice, 'xl/styles.xml')).toBe(text(once, 'xl/styles.xml'));
    expect(Object.keys(unzipSync(twice))).toEqual(Object.keys(unzipSync(once)));
  });
});

describe("changes to the user's own sheets", () => {
  test('a renamed sheet keeps its part, its print area follows the name', async () => {
    const source = await userFile();
    const book = await open(source);
    first(book).name = 'Sales 2024';
    const saved = await saveWorkbook(book);
    expect(text(saved, 'xl/worksheets/sheet1.xml')).toBe(text(source, 'xl/worksheets/sheet1.xml'));
    expect(text(saved, 'xl/workbook.xml')).toContain('&apos;Sales 2024&apos;!$A$1:$B$5');
    expect((await open(saved)).sheets.map((sheet) => sheet.name)).toEqual(['Sales 2024', 'Итоги']);
  });

  test('an edited sheet has the new cell and still its chart, picture, note and colour scale', async () => {
    const book = await open(await userFile());
    const sheet = first(book);
    sheet.cells.setValue(1, 1, 99);
    sheet.pristine = false;
    const saved = await saveWorkbook(book);
    expect(await validateOpenXml(saved)).toEqual([]);
    const again = await open(saved);
    expect(first(again).cells.value(1, 1)).toBe(99);
    expect(first(again).charts.map((chart) => chart.title)).toEqual(['Продажи']);
    const parts = unzipSync(saved);
    const part = first(again).sourcePart ?? '';
    expect(text(saved, part)).toContain('<colorScale>');
    expect(text(saved, part)).toContain('<legacyDrawing ');
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['xl/media/image1.png', 'xl/comments1.xml']));
  });

  test('a chart added to it joins the picture, which stays', async () => {
    const book = await open(await userFile());
    const sheet = first(book);
    const [chart] = sheet.charts;
    if (!chart) throw new Error('no chart');
    sheet.charts.push({ ...chart, id: 'new', name: 'Вторая', title: 'Вторая', top: 400 });
    sheet.pristine = false;
    const saved = await saveWorkbook(book);
    expect(await validateOpenXml(saved)).toEqual([]);
    expect(first(await open(saved)).charts.map((item) => item.title)).toEqual(['Продажи', 'Вторая']);
    const drawing = Object.entries(unzipSync(saved)).find(([part]) => part.startsWith('xl/drawings/drawing'));
    expect(drawing && strFromU8(drawing[1])).toContain('r:embed');
  });

  test('a deleted sheet takes its own parts with it', async () => {
    const book = await open(await userFile());
    book.sheets.shift();
    book.sheets.push(createSheet('Новый'));
    const saved = await saveWorkbook(book);
    expect(await validateOpenXml(saved)).toEqual([]);
    const parts = Object.keys(unzipSync(saved));
    expect(parts.filter((part) => /chart|media|comments/.test(part))).toEqual([]);
    expect(parts).toContain('customXml/item1.xml');
    expect((await open(saved)).sheets.map((sheet) => sheet.name)).toEqual(['Итоги', 'Новый']);
  });
});

describeWith(libreOffice, "the user's file with our tabs in LibreOffice", () => {
  test('prints', async () => {
    const book = await open(await userFile());
    addOurTabs(book);
    expect(await renderPdf(await saveWorkbook(book))).toMatch(/\.pdf$/);
  });
});
