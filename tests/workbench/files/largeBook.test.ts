import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { SHARED } from '../../support/capabilities';
import { describeWith, sharedFile } from '../../support/capabilities';

/** What the script of {@link measure} prints. */
interface Measured {
  readonly openSeconds: number;
  readonly saveSeconds: number;
  readonly peakMegabytes: number;
  readonly rows: number;
  readonly dateFormat: string;
  readonly date: number;
  readonly reopened: readonly string[];
  readonly keptBytes: boolean;
}

/** Opens and saves Online Retail with our tabs in a process of its own, so that its memory can be told. */
function measure(): Measured {
  const script = path.resolve(__dirname, 'measureLargeBook.ts');
  const file = path.join(SHARED, 'data/online_retail.xlsx');
  const tsx = path.resolve(__dirname, '../../../node_modules/.bin/tsx');
  return JSON.parse(
    execFileSync(tsx, [script, file], { encoding: 'utf8' }).trim().split('\n').at(-1) ?? '',
  ) as Measured;
}

describeWith(sharedFile('data/online_retail.xlsx'), 'a sheet of 541,910 rows', () => {
  test('opens in 30 s, saves with four more tabs in 10 s, within 700 MB', () => {
    const measured = measure();
    console.log(JSON.stringify(measured));
    expect(measured.openSeconds).toBeLessThan(30);
    expect(measured.saveSeconds).toBeLessThan(10);
    expect(measured.peakMegabytes).toBeLessThan(700);
    expect(measured).toMatchObject({
      rows: 541_910,
      date: 40513.35138888889,
      dateFormat: 'dd.mm.yyyy hh:mm',
    });
    expect(measured.reopened).toEqual(['Online Retail', 'ABCD', "Bob's notes", 'Скрытый', 'Большая']);
    expect(measured.keptBytes).toBe(true);
  });
});
