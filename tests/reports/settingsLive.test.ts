import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { RISING_THRESHOLDS } from '../../src/domain/thresholds';
import { thresholdName } from '../../src/reports/names';
import { settingsPlan } from '../../src/reports/settingsTab';
import { formulasOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';

beforeAll(loadIronCalc);

test('the check follows the cells: every pair out of order is named at once', () => {
  const thresholds = { ...DEFAULT_SETTINGS.thresholds };
  const plan = settingsPlan(contextOf(salesOf(WORKED_EXAMPLE)));
  const tabs = new LiveTabs([plan]);
  const [check] = formulasOf(plan);
  const read = () => tabs.read(plan, check?.row ?? 0, check?.column ?? 0);
  expect(read()).toBe(check?.value);
  for (const [lower, upper] of RISING_THRESHOLDS) {
    if (lower === undefined || upper === undefined) throw new Error('a group of less than two');
    thresholds[lower] = DEFAULT_SETTINGS.thresholds[upper];
    tabs.set(thresholdName(lower), thresholds[lower]);
    const [expected] = formulasOf(
      settingsPlan(contextOf(salesOf(WORKED_EXAMPLE), { settings: { thresholds } })),
    );
    expect(read()).toBe(expected?.value);
    expect(String(read()).split('<')).toHaveLength(
      RISING_THRESHOLDS.findIndex(([first]) => first === lower) + 2,
    );
  }
});
