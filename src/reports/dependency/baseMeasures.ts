import { moneyToNumber, units } from '../../domain/shared/money';
import { baseOf } from '../classSummary';
import type { ReportContext } from '../context';
import { moneyFormat } from '../formats';
import { literal, live, liveText, roundHalfUp } from '../live';
import { BASE_NAME } from '../names';
import type { ClientSheet } from './layout';
import type { MeasureAt } from './measureTable';

/** What shares are counted from, and how it adds up with the returns (method.md §1: `R − |negatives| = net`). */
export function baseMeasures(
  { t, analysis, tabNames }: ReportContext,
  sheet: ClientSheet,
): readonly MeasureAt[] {
  const money = moneyFormat(analysis);
  const negative = analysis.clients.filter(({ revenue }) => revenue < 0);
  const negatives = moneyToNumber(units(negative.reduce((total, { revenue }) => total + revenue, 0)));
  const base = baseOf(analysis);
  const revenue = sheet('revenue');
  return [
    () => ({
      label: t('dependency.base'),
      value: live(BASE_NAME, base),
      format: money,
      meaning: t('dependency.base.meaning'),
    }),
    () => ({
      label: t('dependency.negatives'),
      value: live(`ROUND(SUMIF(${revenue},"<0"),4)`, negatives),
      format: money,
      meaning: liveText(t('dependency.negatives.meaning'), {
        count: live(`COUNTIF(${revenue},"<0")`, negative.length),
      }),
    }),
    (row) => ({
      label: t('dependency.net'),
      value: live(`ROUND(C${row - 2}+C${row - 1},4)`, roundHalfUp(base + negatives, 4)),
      format: money,
      meaning: live(
        `IF(ROUND(C${row}-SUM(${revenue}),2)=0,${literal(t('dependency.net.ok'))},` +
          `${literal(t('dependency.net.broken', { abcd: tabNames.abcd }))})`,
        t('dependency.net.ok'),
      ),
    }),
  ];
}
