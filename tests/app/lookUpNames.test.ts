import { createClientele } from '../../src/app/clientele';
import type { Hooks, Preview } from '../../src/app/types';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import type { Host } from '../../src/workbench/host/host';
import type { SheetModel } from '../../src/workbench/model/model';
import { openExcel, sheet, valueOf } from '../excel/support/excel';

const HOOKS: Hooks = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => 0,
  today: 46_348 as ExcelSerial,
};

const sales = () =>
  sheet('Расход товара', [
    ['КонтрагентКод', 'Дата', 'Сумма'],
    ['00-01', 46_023, 10],
    ['00-02', 46_024, 20],
    ['00-01', 46_025, 30],
  ]);

/** Names by code under a cap, away from the sheet's first cell. */
const customers = () =>
  sheet(
    'Контрагенты',
    [
      ['Справочник «Контрагенты»', null, null],
      ['Город', 'Код', 'Наименование'],
      ['Тула', '00-02', 'Лютик'],
      ['Москва', '00-01', 'Ромашка'],
      ['Москва', '00-03', 'Пион'],
    ],
    { row: 4, column: 3 },
  );

const goods = () =>
  sheet('Товары', [
    ['Код', 'Наименование'],
    ['00-01', 'Болт М8'],
  ]);

async function previewOf(
  sheets: readonly SheetModel[],
  settings: Partial<Settings> = {},
): Promise<{ preview: Preview; host: Host }> {
  const { host } = openExcel(sheets);
  const clientele = createClientele();
  const [source] = valueOf(await clientele.listSources());
  if (!source) throw new Error('The workbook has a sheet');
  const preview = valueOf(await clientele.preview(source, { ...DEFAULT_SETTINGS, ...settings }, null, HOOKS));
  return { preview, host };
}

const namesIn = ({ reading }: Preview) =>
  valueOf(reading).ledger.clients.map(({ key, name }) => `${key} ${name}`);

describe('names of clients known by code', () => {
  it('are taken from the sheet that has them, and this is asked about', async () => {
    const { preview } = await previewOf([sales(), goods(), customers()]);
    expect(namesIn(preview)).toEqual(['00-01 Ромашка', '00-02 Лютик']);
    expect(preview.understanding.doubts).toEqual([
      { code: 'nameLookup', column: 0, sheet: 'Контрагенты', default: 'use' },
    ]);
  });

  it('are left where a person says so, and can still be asked for', async () => {
    const { preview } = await previewOf([sales(), customers()], { nameLookup: 'ignore' });
    expect(namesIn(preview)).toEqual(['00-01 00-01', '00-02 00-02']);
    expect(preview.understanding.doubts).toMatchObject([{ code: 'nameLookup' }]);
  });

  it('stay codes where no sheet knows them', async () => {
    const { preview } = await previewOf([sales(), goods()]);
    expect(namesIn(preview)).toEqual(['00-01 00-01', '00-02 00-02']);
    expect(preview.understanding.doubts).toEqual([]);
  });

  it('cost the same few round trips in a workbook of ten sheets and of forty', async () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        sheet(`Лист${at}`, [
          ['Город', 'Заметка'],
          ['Тула', `№ ${at}`],
        ]),
      );
    const syncsWith = async (count: number) =>
      (await previewOf([sales(), ...others(count), customers()])).host.cost.syncs;
    expect(await syncsWith(40)).toBe(await syncsWith(10));
  });
});
