import { baseOf } from '../classSummary';
import type { ReportContext } from '../context';
import { dateFormat, MONEY_EXACT } from '../formats';
import type { Live } from '../live';
import { live, liveCell, roundHalfUp } from '../live';
import { BASE_NAME, thresholdName } from '../names';
import type { Block } from '../plan';
import { LIMIT_DECIMALS } from '../workingPlace';
import type { RegisterValue } from './layout';
import { REGISTER_VALUES, SUMMARY_ROW, WORKING } from './layout';

/** The day of the run, the base of shares, and limits in money: one cell each, beside the table. */
export function valueBlocks({ t, analysis, settings, today, language }: ReportContext): readonly Block[] {
  const base = baseOf(analysis);
  const limit = (key: 'keyShare' | 'flagLarge' | 'flagCritical' | 'flagMono'): Live =>
    live(
      `ROUND(${thresholdName(key)}*${BASE_NAME},${LIMIT_DECIMALS})`,
      roundHalfUp(settings.thresholds[key] * base, LIMIT_DECIMALS),
    );
  const values: Readonly<Record<RegisterValue, readonly [string, Live | number]>> = {
    today: [t('register.cells.today'), today],
    base: [t('dependency.base'), live(BASE_NAME, base)],
    keyShare: [t('settings.keyShare'), limit('keyShare')],
    flagLarge: [t('settings.flagLarge'), limit('flagLarge')],
    flagCritical: [t('settings.flagCritical'), limit('flagCritical')],
    flagMono: [t('settings.flagMono'), limit('flagMono')],
  };
  return REGISTER_VALUES.map((key, index): Block => {
    const [label, value] = values[key];
    return {
      row: SUMMARY_ROW + index,
      column: WORKING.label,
      role: 'note',
      formats: [null, key === 'today' ? dateFormat(language) : MONEY_EXACT],
      cells: [[label, typeof value === 'number' ? value : liveCell(value)]],
    };
  });
}
