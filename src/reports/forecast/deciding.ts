import { moneyToNumber } from '../../domain/shared/money';
import type { ReportContext } from '../context';
import { PERCENT, TEXT } from '../formats';
import type { PlanCell } from '../plan';
import { noteSection, tableSection } from '../section';
import type { Section } from '../section';
import { MONEY, NOTHING } from './layout';

/** The deals whose end decides the forecast: with them and without them; refreshed by a run. */
export function decidingSection(ctx: ReportContext, row: number): Section {
  const { t, deals } = ctx;
  const title = t('forecast.section.deciding');
  if (deals.deciding.length === 0) return noteSection(row, title, t('forecast.deciding.none'));
  const cells = deals.deciding.flatMap((each): PlanCell[][] => {
    const deal = deals.open[each.deal];
    if (!deal) return [];
    return [
      [
        [deal.clientName, deal.name].filter((text) => text !== '').join(', '),
        moneyToNumber(deal.amount),
        deal.chance,
        each.part,
        moneyToNumber(each.medianWon),
        moneyToNumber(each.medianLost),
        each.chanceWon ?? NOTHING,
        each.chanceLost ?? NOTHING,
      ],
    ];
  });
  return tableSection(
    row,
    title,
    [
      t('forecast.deciding.deal'),
      t('forecast.deciding.amount'),
      t('forecast.deciding.chance'),
      t('forecast.deciding.part'),
      t('forecast.deciding.medianWon'),
      t('forecast.deciding.medianLost'),
      t('forecast.deciding.chanceWon'),
      t('forecast.deciding.chanceLost'),
    ],
    cells,
    [TEXT, MONEY, PERCENT, PERCENT, MONEY, MONEY, PERCENT, PERCENT],
    t('forecast.deciding.note'),
  );
}
