import { holdingSizes } from '../domain/sales/holdings';
import type { ReportContext } from './context';
import { COUNT, TEXT } from './formats';
import { tableSection } from './section';
import type { Section } from './section';

/** How many holdings there are and how many clients belong to them; nothing where there are none (method.md §1). */
export function holdingsSection(
  { t, reading, settings, analysis, tabNames }: ReportContext,
  row: number,
): Section {
  const sizes = holdingSizes(reading.ledger);
  if (sizes.length === 0) return { blocks: [], nextRow: row };
  const comment = t('dataCheck.holdings.comment', {
    clients: sizes.reduce((sum, { clients }) => sum + clients, 0),
    byHand: analysis.clients.filter(({ key }) => Object.hasOwn(settings.holdings, key)).length,
    abcd: tabNames.abcd,
  });
  return tableSection(
    row,
    t('dataCheck.section.holdings'),
    null,
    [[t('dataCheck.holdings'), sizes.length, null, comment]],
    [TEXT, COUNT, null, TEXT],
  );
}
