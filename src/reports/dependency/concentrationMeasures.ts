import type { Concentration } from '../../domain/analysis';
import type { CellValue } from '../../domain/shared/grid';
import { absolute } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, INDEX, PERCENT, POINTS } from '../formats';
import type { Live } from '../live';
import { live, liveText, percentOf } from '../live';
import { BASE_NAME, thresholdName } from '../names';
import type { Figure } from '../names';
import { bandOfIndex } from './bandOfIndex';
import type { ClientSheet } from './layout';
import { HHI_POINTS, NOTHING } from './layout';
import type { MeasureAt } from './measureTable';
import { VALUE_COLUMN } from './measureTable';

/** The part of revenue in k80 (method.md §3). A word of the trade, not a setting. */
const MOST_OF_REVENUE = 0.8;
/** Ratios that other tabs refer to. */
const RATIO_FIGURES: Readonly<Partial<Record<keyof Concentration['cr'], Figure>>> = {
  '1': 'top1',
  '3': 'cr3',
};

/** How concentrated revenue is (method.md §3). The number of buyers stands first, in `firstRow`. */
export function concentrationMeasures(
  ctx: ReportContext,
  sheet: ClientSheet,
  firstRow: number,
): readonly MeasureAt[] {
  const { t, analysis, settings } = ctx;
  const { concentration, clients } = analysis;
  const buyersCell = absolute(firstRow, VALUE_COLUMN);
  const buyers = clients.filter(({ revenue }) => revenue > 0).length;
  /** Nothing is divided by a base of zero. */
  const guarded = (formula: string, valueOf: (concentration: Concentration) => CellValue): Live =>
    live(`IF(${BASE_NAME}>0,${formula},"${NOTHING}")`, concentration ? valueOf(concentration) : NOTHING);

  const guardedBand = (band: Live) => guarded(band.formula, () => band.value);

  const ratios = (['1', '2', '3', '5', '10'] as const).map((n): MeasureAt => (row) => {
    const rest = concentration ? 1 - concentration.cr[n] : 1;
    const figure = RATIO_FIGURES[n];
    return {
      label: t(`dependency.cr.${n}`),
      value: guarded(`SUMIF(${sheet('number')},"<=${n}",${sheet('share')})`, ({ cr }) => cr[n]),
      format: PERCENT,
      meaning: liveText(t(`dependency.cr.${n}.meaning`), {
        name: live(`INDEX(${sheet('client')},MATCH(1,${sheet('number')},0))`, clients[0]?.name ?? ''),
        rest: percentOf(`(1-N(C${row}))`, rest),
      }),
      ...(figure ? { figure } : {}),
    };
  });

  return [
    () => ({
      label: t('dependency.buyers'),
      value: live(`COUNTIF(${sheet('revenue')},">0")`, buyers),
      format: COUNT,
      meaning: t('dependency.buyers.meaning'),
    }),
    ...ratios,
    (row) => ({
      label: t('dependency.hhi'),
      value: guarded(`${HHI_POINTS}*SUMSQ(${sheet('share')})`, ({ hhi }) => hhi),
      format: POINTS,
      meaning: liveText(t('dependency.hhi.meaning'), {
        band: guardedBand(bandOfIndex(ctx, `C${row}`, concentration?.hhi ?? 0)),
        moderate: live(thresholdName('hhiModerate'), settings.thresholds.hhiModerate),
        high: live(thresholdName('hhiHigh'), settings.thresholds.hhiHigh),
      }),
      figure: 'hhi',
    }),
    (row) => ({
      label: t('dependency.effective'),
      value: guarded(`${HHI_POINTS}/C${row - 1}`, ({ effectiveClients }) => effectiveClients),
      format: POINTS,
      meaning: liveText(t('dependency.effective.meaning'), { buyers: live(buyersCell, buyers) }),
    }),
    () => ({
      label: t('dependency.gini'),
      value: live(
        `IF(${buyersCell}>1,MAX(0,(${buyersCell}+1)/${buyersCell}-2*SUMPRODUCT(${sheet('number')},` +
          `${sheet('share')})/${buyersCell}),"${NOTHING}")`,
        concentration?.gini ?? NOTHING,
      ),
      format: INDEX,
      meaning: t('dependency.gini.meaning'),
    }),
    (row) => ({
      label: t('dependency.k80'),
      value: guarded(
        `SUMPRODUCT((${sheet('moneyWith')}<ROUND(${MOST_OF_REVENUE}*${BASE_NAME},5))*1)+1`,
        ({ k80 }) => k80,
      ),
      format: COUNT,
      meaning: liveText(t('dependency.k80.meaning'), {
        part: percentOf(`N(C${row})/MAX(1,${buyersCell})`, (concentration?.k80 ?? 0) / Math.max(1, buyers)),
      }),
      figure: 'k80',
    }),
  ];
}
