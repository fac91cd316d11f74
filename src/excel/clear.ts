/** What of a tab must be loaded before it can be cleared. */
export interface TabObjects {
  readonly tables: Excel.TableCollection;
  readonly charts: Excel.ChartCollection;
  readonly autoFilter: Excel.AutoFilter;
}

/** Queues the loading of what {@link clearTab} has to take apart. */
export function loadObjects(sheet: Excel.Worksheet): TabObjects {
  return {
    tables: sheet.tables.load('items/id'),
    charts: sheet.charts.load('items/id,items/name'),
    autoFilter: sheet.autoFilter.load('enabled'),
  };
}

/** What the names of all our charts begin with. */
const OUR_CHARTS = 'Clientele';

/**
 * Queues the clearing of a tab of ours for reuse; tabs are never deleted (office-js #42, #6964). Filters go first
 * (office-js #224), and with them the hidden rows. Charts that people made there stay where they may tell names.
 */
export function clearTab(
  sheet: Excel.Worksheet,
  { tables, charts, autoFilter }: TabObjects,
  mayTellNames: boolean,
): void {
  if (autoFilter.enabled) autoFilter.remove();
  for (const table of tables.items) {
    table.clearFilters();
    table.convertToRange();
  }
  for (const chart of charts.items) if (!mayTellNames || chart.name.startsWith(OUR_CHARTS)) chart.delete();
  sheet.freezePanes.unfreeze();
  const everything = sheet.getRange();
  everything.conditionalFormats.clearAll();
  everything.dataValidation.clear();
  everything.unmerge();
  everything.clear('RemoveHyperlinks');
  everything.clear('All');
  everything.rowHidden = false;
  everything.columnHidden = false;
  everything.format.useStandardHeight = true;
  everything.format.useStandardWidth = true;
}
