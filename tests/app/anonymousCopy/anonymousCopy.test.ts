import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { anonymousCopy } from '../../../src/app/anonymousCopy/anonymousCopy';
import { isForeign } from '../../../src/app/anonymousCopy/foreignFormula';
import { elementsIn } from '../../../src/app/anonymousCopy/markup';
import { validateOpenXml } from '../../support/openXml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument';

const rels = (...items: readonly (readonly [id: string, kind: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const sheetOf = (content: string, rest = '') =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr codeName="Ромашка1"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>` +
  `<sheetData>${content}</sheetData>${rest}</worksheet>`;

/** A workbook as Excel may leave it: two sheets, of which «ABCD» is ours, with Ромашка in every corner. */
const WORKBOOK: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="${TYPES}.spreadsheetml.printerSettings"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPES}.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.spreadsheetml.styles+xml"/><Override PartName="/xl/comments1.xml" ContentType="${TYPES}.spreadsheetml.comments+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  '_rels/.rels': rels(
    ['rId1', 'officeDocument', 'xl/workbook.xml'],
    ['rId2', 'metadata/core-properties', 'docProps/core.xml'],
  ),
  'docProps/core.xml': '<x>Ромашка</x>',
  'customXml/item1.xml': '<settings>Ромашка</settings>',
  'xl/vbaProject.bin': 'Ромашка',
  'xl/workbook.xml':
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><fileSharing userName="Ромашка"/><workbookPr codeName="Ромашка"/><bookViews><workbookView activeTab="1" firstSheet="1"/></bookViews>` +
    `<sheets><sheet name="Продажи Ромашке" sheetId="1" r:id="rId1"/><sheet name="ABCD" sheetId="2" r:id="rId2"/></sheets>` +
    `<definedNames><definedName name="clientele_base">ABCD!$A$1</definedName><definedName name="clientele_x">'Продажи Ромашке'!$A$1</definedName><definedName name="Ромашка">ABCD!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">'Продажи Ромашке'!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="1" comment="Ромашка">ABCD!$A$1:$B$3</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
  'xl/_rels/workbook.xml.rels': rels(
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'worksheet', '/xl/worksheets/sheet2.xml'],
    ['rId3', 'sharedStrings', 'sharedStrings.xml'],
    ['rId4', 'styles', 'styles.xml'],
    ['rId5', 'customXml', '../customXml/item1.xml'],
    ['rId6', 'vbaProject', 'vbaProject.bin'],
  ),
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}" count="4" uniqueCount="3"><si><t>Ромашка</t></si><si><t>Клиент 001 &amp; Ко</t></si><si><r><t>Доля</t></r></si></sst>`,
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0&quot; Ромашка&quot;"/><numFmt numFmtId="165" formatCode="0.000"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="2"><cellStyle name="Обычный" xfId="0" builtinId="0"/><cellStyle name="Ромашка" xfId="1"/></cellStyles></styleSheet>`,
  'xl/worksheets/sheet1.xml': sheetOf('<row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row>'),
  'xl/worksheets/sheet2.xml': sheetOf(
    '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="2" cm="1"><f>A3*2</f><v>4</v></c></row>' +
      '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="str"><f t="shared" ref="B2:B3" si="0">\'Продажи Ромашке\'!A1</f><v>2</v></c></row>' +
      '<row r="3"><c r="A3"><v>2</v></c><c r="B3"><f t="shared" si="0"/><v>7</v></c></row>',
    `<dataValidations count="2"><dataValidation type="list" sqref="A1"><formula1>'Продажи Ромашке'!$A$1:$A$9</formula1></dataValidation><dataValidation type="list" sqref="A2"><formula1>"да,нет"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId1" tooltip="Ромашка"/></hyperlinks><pageSetup paperSize="9" r:id="rId2"/><headerFooter><oddHeader>&amp;LРомашка</oddHeader><oddFooter>&amp;LРомашка&amp;CABCD&amp;RРомашка</oddFooter></headerFooter><legacyDrawing r:id="rId3"/>`,
  ),
  'xl/worksheets/_rels/sheet2.xml.rels': rels(
    ['rId2', 'printerSettings', '../printerSettings1.bin'],
    ['rId3', 'vmlDrawing', '../vml1.vml'],
    ['rId4', 'comments', '../comments1.xml'],
  ),
  'xl/printerSettings1.bin': 'Ромашка',
  'xl/vml1.vml': '<xml>Ромашка</xml>',
  'xl/comments1.xml': '<comments>Ромашка</comments>',
};

const bytes = () =>
  zipSync(Object.fromEntries(Object.entries(WORKBOOK).map(([part, xml]) => [part, strToU8(xml)])));
const copied = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(anonymousCopy(bytes(), ['ABCD']))).map(([part, content]) => [
      part,
      strFromU8(content),
    ]),
  );

describe('a copy of our tabs alone', () => {
  it('holds no word of anything else, whatever part it stood in', () => {
    for (const [part, text] of Object.entries(copied()))
      expect([part, /ромашк/i.exec(text)]).toEqual([part, null]);
  });

  it('consists of nothing but our sheet and what it needs', () => {
    expect(Object.keys(copied()).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/sharedStrings.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet2.xml',
    ]);
  });

  it('keeps formulas over our cells; one that calls another sheet leaves its value, and so do those that share it', () => {
    const sheet = copied()['xl/worksheets/sheet2.xml'] ?? '';
    expect(sheet).toContain('<c r="B1" s="2"><f>A3*2</f><v>4</v></c>');
    expect(sheet).toContain('<c r="B2" t="str"><v>2</v></c>');
    expect(sheet).toContain('<c r="B3"><v>7</v></c>');
  });

  it('keeps the texts of our cells under new numbers', () => {
    const { 'xl/sharedStrings.xml': texts = '', 'xl/worksheets/sheet2.xml': sheet = '' } = copied();
    expect(texts).toContain('<si><t>Клиент 001 &amp; Ко</t></si><si><r><t>Доля</t></r></si>');
    expect(sheet).toContain('<c r="A1" t="s"><v>0</v></c>');
    expect(sheet).toContain('<c r="A2" t="s"><v>1</v></c>');
  });

  it('keeps our names and print areas, lists of words and the middle of the footer', () => {
    const { 'xl/workbook.xml': book = '', 'xl/worksheets/sheet2.xml': sheet = '' } = copied();
    expect(elementsIn(/<definedNames>.*<\/definedNames>/.exec(book)?.[0] ?? '')[0]?.inner).toBe(
      '<definedName name="clientele_base">ABCD!$A$1</definedName>' +
        '<definedName name="_xlnm.Print_Area" localSheetId="0">ABCD!$A$1:$B$3</definedName>',
    );
    expect(book).toContain('activeTab="0"');
    expect(sheet).toContain('<dataValidations count="1">');
    expect(sheet).toContain('<headerFooter><oddFooter>&amp;CABCD</oddFooter></headerFooter>');
  });

  it('is a workbook by Microsoft’s own check, without macros', async () => {
    expect(copied()['[Content_Types].xml']).toContain('spreadsheetml.sheet.main+xml');
    expect(await validateOpenXml(anonymousCopy(bytes(), ['ABCD']))).toEqual([]);
  });

  it('is refused for bytes that are no workbook', () => {
    expect(() => anonymousCopy(strToU8('Клиент;Сумма'), ['ABCD'])).toThrow();
  });
});

test.each([
  ["'О''Кей'!A1+1", false],
  ['ABCD!A1', false],
  ['abcd!A1', false],
  ['SUM(A1:A9)&"Продажи!A1"', false],
  ['IF(A1=0,#REF!,1)', false],
  ['Продажи!A1', true],
  ["'Продажи 2025'!A1", true],
  ["'ABCD:Продажи'!A1", true],
  ['[1]ABCD!A1', true],
  ['SUM(Таблица1[Сумма])', true],
  ['IFERROR(clientele_page_dossier1_score,"")', true],
  ['clientele_base*2', false],
  ['IF(A1="clientele_page_dossier1_score",1,2)', false],
])('%s calls what stays behind: %s', (formula, expected) => {
  const kept = {
    sheets: new Set(['abcd', "о'кей"]),
    lostNames: new Set(['clientele_page_dossier1_score']),
  };
  expect(isForeign(formula, kept)).toBe(expected);
});
