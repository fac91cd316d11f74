import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Thresholds } from '../../src/domain/thresholds';
import { translator } from '../../src/i18n/translate';
import type { TabKey } from '../../src/reports/plan';
import { saveWorkbook } from '../../src/workbench/files/save';
import type { BookModel } from '../../src/workbench/model/model';
import { sampleBook } from '../../src/workbench/sample/sampleBook';
import { describeWith, libreOffice } from '../support/capabilities';
import { runDiagnose } from '../support/diagnose';
import { liveParts, typeThresholds } from '../support/liveParts';
import type { LivePart } from '../support/liveParts';
import { openSaved } from '../support/liveWorkbook';
import { recalculateWithLibreOffice } from '../support/office';

/** Two runs and a recalculation by LibreOffice. */
const TIMEOUT = 300_000;

/** What the results of the sample company hang on, away from the defaults. */
const MOVED: Partial<Thresholds> = {
  ...{ classA: 0.7, classB: 0.9, classCore: 0.4, budgetLimit: 0.7, headroomNote: 0.02 },
  ...{ peersLeast: 4, peersPercentile: 0.5, xyzX: 0.3, xyzY: 0.7, xyzMonths: 9, xyzPurchases: 5 },
  ...{ flagLarge: 0.04, flagCritical: 0.08, flagMono: 0.22, massMultiple: 3, loyaltyPart: 0.3 },
  ...{ hhiModerate: 300, hhiHigh: 700, keyShare: 0.03, keysPerManager: 2 },
  ...{ secondNorm: 0.97, secondWindow: 60, startMonths: 3, existingNorm: 0.99 },
  ...{ reactivationTarget: 0.7, orderPeers: 0.5 },
  ...{ rhythmDates: 5, rhythmFloor: 7, rhythmActive: 1.1, rhythmCooling: 1.4, rhythmSleeping: 2 },
  ...{ lostDays: 60, newDays: 40, mixedActive: 50, mixedCooling: 70, mixedSleeping: 90 },
  ...{ transactionalDays: 20, mixedDays: 45, projectSingles: 0.5, portfolioPart: 0.8 },
  ...{ teamMonths: 10, teamClients: 8, singleMonths: 18, routineTime: 0.3, routineManagers: 3 },
  ...{ overdueFirst: 10, overdueSecond: 20, overdueThird: 40 },
  ...{ overdueFirstFactor: 0.6, overdueSecondFactor: 0.4, overdueThirdFactor: 0.2 },
  ...{ commit: 0.8, bestCase: 0.4, oneDealPart: 0.05, fewDeals: 20, movedTimes: 2, calibrationDeals: 10 },
};

/** Tabs where no cell may lag behind; on the others a distribution, a list of actions and percentiles do. */
const WHOLLY_LIVE: readonly TabKey[] = [
  'abcd',
  'movement',
  'dependency',
  'keyClients',
  'health',
  'reactivation',
  'questions',
  'team',
  'deals',
];
/** At least 90 % of the result cells that depend on a threshold are live; measured 96 % of about 1,100. */
const LEAST_LIVE = 0.9;

/** One-based row of a text in the first column of a tab. */
function rowOf(book: BookModel, tab: string, text: string): number {
  const cells = book.sheets.find(({ name }) => name === tab)?.cells;
  for (let row = 0; cells && row < cells.rowCount; row++) if (cells.value(row, 0) === text) return row + 1;
  throw new Error(`No «${text}» on «${tab}»`);
}

describeWith(libreOffice, 'Thresholds typed into «Настройки» and recalculated by LibreOffice', () => {
  const t = translator('ru');
  let parts: readonly LivePart[];
  /** Row of the heading over «what to do first» on «Диагностика», one-based. */
  let actionsRow: number;
  const part = (key: TabKey) => parts.find(({ tab }) => tab === t(`tab.${key}`));

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'clientele-moved-'));
    const [source, profile] = [path.join(folder, 'sample.xlsx'), path.join(folder, 'moved.json')];
    await writeFile(source, await saveWorkbook(sampleBook('ru')));
    await writeFile(profile, JSON.stringify({ thresholds: MOVED }));
    const written = await runDiagnose(source, '--lang', 'ru');
    const anew = await runDiagnose(source, '--lang', 'ru', '--settings', profile);
    expect([written.exitCode, anew.exitCode]).toEqual([0, 0]);
    const recalculated = await recalculateWithLibreOffice(
      await typeThresholds(written.workbook, MOVED),
      'ru-RU',
    );
    const before = await openSaved(written.workbook);
    actionsRow = rowOf(before, t('tab.diagnosis'), t('diagnosis.section.actions'));
    parts = liveParts(before, await openSaved(recalculated), await openSaved(anew.workbook), 'ru');
  }, TIMEOUT);

  test('nothing moves that a run with these thresholds leaves where it is', () => {
    expect(parts.flatMap(({ astray }) => astray)).toEqual([]);
  });

  test.each(WHOLLY_LIVE)('every class, flag, status, letter and number follows on «%s»', (key) => {
    expect(part(key)?.dependent).toBeGreaterThan(0);
    expect(part(key)?.dead).toEqual([]);
  });

  test('the figures and lights of «Диагностика» follow; its range and its choice of actions are those of the last run', () => {
    const { dependent, dead } = part('diagnosis') ?? { dependent: 0, dead: [] };
    expect(dependent - dead.length).toBeGreaterThanOrEqual(10);
    const [range = ''] = t('diagnosis.deals').split('{deals}');
    expect(range).not.toBe('');
    const late = dead.filter((line) => Number(/^R(\d+)C/.exec(line)?.[1]) < actionsRow);
    expect(late.filter((line) => !line.includes(`"${range}`))).toEqual([]);
  });

  test('at least 90 % of all result cells that depend on a threshold are live', () => {
    const analysis = parts.filter(({ tab }) => tab !== t('tab.settings'));
    const dependent = analysis.reduce((sum, each) => sum + each.dependent, 0);
    const dead = analysis.reduce((sum, each) => sum + each.dead.length, 0);
    expect(dependent).toBeGreaterThan(1_000);
    expect(1 - dead / dependent).toBeGreaterThanOrEqual(LEAST_LIVE);
  });
});
