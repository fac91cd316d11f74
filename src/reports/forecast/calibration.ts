import { formatNumber, formatPercent } from '../../i18n/numbers';
import type { ReportContext } from '../context';
import { COUNT, PERCENT, TEXT } from '../formats';
import type { PlanCell } from '../plan';
import { noteSection } from '../section';
import type { Section } from '../section';
import { line } from '../tabHead';

/** Groups shown. */
const SHOWN = 15;
const SCORE_DECIMALS = 3;

/** Own win rates of the closed deals, offered beside the stage table and never applied (method.md §4). */
export function calibrationSection(ctx: ReportContext, row: number): Section {
  const { t, deals, settings, language, tabNames } = ctx;
  const title = t('forecast.section.calibration');
  const { calibration, totals } = deals;
  if (!calibration) {
    return noteSection(
      row,
      title,
      t('forecast.calibration.few', {
        closed: totals.won.deals + totals.lost.deals,
        least: settings.thresholds.calibrationDeals,
      }),
    );
  }
  const score = (value: number) => formatNumber(value, language, SCORE_DECIMALS);
  const cells = calibration.groups
    .slice(0, SHOWN)
    .map(({ name, closed, won }): PlanCell[] => [
      name === '' ? t('deals.unnamed') : name,
      closed,
      won,
      won / closed,
    ]);
  const notes = [
    t('forecast.calibration.note', {
      closed: formatNumber(calibration.closed, language),
      rate: formatPercent(calibration.rate, language),
    }),
    t('forecast.calibration.offer', { settings: tabNames.settings }),
    t('forecast.calibration.brier', {
      groups: score(calibration.brier),
      overall: score(calibration.brierOverall),
    }),
    ...(calibration.brierPreset === null
      ? []
      : [t('forecast.calibration.preset', { preset: score(calibration.brierPreset) })]),
  ];
  const headingRow = row + 1 + notes.length;
  return {
    blocks: [
      line(row, 'heading', title),
      ...notes.map((note, index) => line(row + 1 + index, 'note', note)),
      {
        row: headingRow,
        column: 1,
        role: 'columnHeading',
        wrap: true,
        align: [null, 'right', 'right', 'right'],
        cells: [
          [
            t(`forecast.calibration.${calibration.by}`),
            t('forecast.calibration.closed'),
            t('forecast.calibration.won'),
            t('forecast.calibration.rate'),
          ],
        ],
      },
      {
        row: headingRow + 1,
        column: 1,
        role: 'body',
        formats: [TEXT, COUNT, COUNT, PERCENT],
        cells,
      },
    ],
    nextRow: headingRow + cells.length + 2,
  };
}
