import { amountUnitOf } from '../sales/amountUnit';
import type { AmountUnit } from '../sales/amountUnit';
import type { Decimal } from '../shared/decimal';
import type { Grid } from '../shared/grid';
import type { ListLayout } from './layout';

/** Decimal places by which a unit stands above the currency's own. */
const PLACES: Readonly<Record<AmountUnit, number>> = { thousands: 3, millions: 6 };

/** What amounts of a list are counted in, where it says so and the sales are counted in something else. */
export interface ListUnits {
  readonly scaleOf: (column: number) => Decimal;
  /** The unit stated by any of the columns that are converted; null where none is. */
  readonly converted: AmountUnit | null;
}

/**
 * How amounts of a list become those of the sales: «Бюджет, тыс. руб.» beside sales in roubles is multiplied by 1000.
 * A list that states no unit is counted as the sales are. `columns` are its columns of money.
 */
export function listUnits(
  grid: Grid,
  { headerRow, headings }: ListLayout<string>,
  columns: readonly (number | undefined)[],
  salesUnit: AmountUnit | null,
): ListUnits {
  const scales = new Map<number, Decimal>();
  let converted: AmountUnit | null = null;
  for (const column of columns) {
    if (column === undefined) continue;
    const unit = amountUnitOf(grid, Math.max(headerRow, 0), headings[column] ?? '');
    if (unit === null || unit === salesUnit) continue;
    scales.set(column, power(PLACES[unit] - (salesUnit === null ? 0 : PLACES[salesUnit])));
    converted = unit;
  }
  return { scaleOf: (column) => scales.get(column) ?? ONE, converted };
}

const ONE: Decimal = { coefficient: 1, scale: 0 };

function power(places: number): Decimal {
  return places >= 0 ? { coefficient: 10 ** places, scale: 0 } : { coefficient: 1, scale: -places };
}
