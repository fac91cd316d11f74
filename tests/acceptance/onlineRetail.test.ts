import path from 'node:path';
import { saveWorkbook } from '../../src/workbench/files/save';
import { describeWith, libreOffice, SHARED, sharedFile } from '../support/capabilities';
import { runDiagnose } from '../support/diagnose';
import type { Diagnosed } from '../support/diagnose';
import { keepTabs } from '../support/liveParts';
import { compareFormulas, openSaved } from '../support/liveWorkbook';
import { recalculateWithLibreOffice } from '../support/office';
import { validateOpenXml } from '../support/openXml';
import { expectOracle } from '../support/oracle';

/** Opening and validating half a million rows takes its time. */
const TIMEOUT = 600_000;

/** Round trips that do not depend on the size of the data; measured 104 with fourteen tabs. */
const CONSTANT_SYNCS = 115;
const BYTES_PER_SYNC = 3_000_000;
/** What one request or answer may weigh (design.md, “Excel API”). */
const PAYLOAD_LIMIT = 4_000_000;

describeWith(
  [libreOffice, sharedFile('data/online_retail.xlsx')],
  'Online Retail: 541,909 invoice lines without an amount column',
  () => {
    let run: Diagnosed;
    beforeAll(async () => {
      const file = path.join(SHARED, 'data/online_retail.xlsx');
      run = await runDiagnose(file, '--period', 'all', '--lang', 'en');
      expect(run.exitCode).toBe(0);
    }, TIMEOUT);

    test('equals the independent result, and shows the lines without a client', async () => {
      const summary = await run.summary();
      expect(summary.ledger).toMatchObject({
        rowsRead: 541_909,
        used: 406_829,
        skipped: [{ reason: 'noClient', rows: 135_080, amount: 1_447_682.12 }],
        amountUsed: 8_300_065.81,
      });
      expect(run.out.join('\n')).toContain('135,080');
      await expectOracle(summary, 'online_retail_net');
    });

    test('costs a constant number of round trips plus one per 3 MB, and never a payload over 4 MB', async () => {
      const { cost } = await run.summary();
      const bytes = cost.requestBytes + cost.responseBytes;
      expect(cost.syncs).toBeLessThanOrEqual(CONSTANT_SYNCS + Math.ceil(bytes / BYTES_PER_SYNC));
      expect(cost.largestRequest).toBeLessThan(PAYLOAD_LIMIT);
      expect(cost.largestResponse).toBeLessThan(PAYLOAD_LIMIT);
    });

    test(
      'leaves valid Open XML whose formulas LibreOffice computes to the engine’s numbers',
      async () => {
        expect(await validateOpenXml(run.workbook)).toEqual([]);
        const book = await openSaved(run.workbook);
        keepTabs(book);
        const recalculated = await openSaved(await recalculateWithLibreOffice(await saveWorkbook(book)));
        const { formulas, differences } = compareFormulas(book, recalculated);
        expect(differences.slice(0, 10)).toEqual([]);
        expect(formulas).toBeGreaterThan(100_000);
      },
      TIMEOUT,
    );
  },
);
