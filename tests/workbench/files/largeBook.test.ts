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

/**
 * The most that V8 may keep on its heap, in megabytes. Without a limit the peak tells how lazily the collector
 * worked on a machine with much memory, not what the book needs.
 */
const HEAP = 448;

/** Opens and saves Online Retail with our tabs in a process of its own, so that its memory can be told. */
function measure(): Measured {
  const script = path.resolve(__dirname, 'measureLargeBook.ts');
  const file = path.join(SHARED, 'data/online_retail.xlsx');
  const tsx = path.resolve(__dirname, '../../../node_modules/.bin/tsx');
  return JSON.parse(
    execFileSync(tsx, [`--max-old-space-size=${HEAP}`, script, file], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .at(-1) ?? '',
  ) as Measured;
}

describeWith(sharedFile('data/online_retail.xlsx'), 'a sheet of 541,910 rows', () => {
  test('opens within a minute on a slow machine, saves with four more tabs in 10 s, within 700 MB', () => {
    const measured = measure();
    console.log(JSON.stringify(measured));
    expect(measured.openSeconds).toBeLessThan(60);
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
