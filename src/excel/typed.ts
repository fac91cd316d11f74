import type { Disguise } from '../domain/disguise/disguise';
import type { AnyPlan, PageKey, PagePlan } from '../reports/plan';
import { loadInputs } from './inputs';
import type { MaskedRecords } from './masks';
import { maskRecords } from './masks';
import { maskPage } from './pageMask';
import { loadPage, pageNamesIn } from './pageInputs';
import { signBlocks } from './pageSigns';
import type { PageCells } from './pageWords';
import { restorePage } from './pageWords';
import { restoreInputs } from './restoreInputs';
import type { InputRecord } from './types';
import type { WorkbookStore } from './workbookStore';

/** What people typed on a tab, and the plan with it put back. */
export interface Typed {
  /** In their own words, also where the tab hides them. */
  readonly records: readonly InputRecord[];
  /** What the tab shows instead; null where it shows them. */
  readonly masked: MaskedRecords | null;
  readonly plan: AnyPlan;
  /** What found no place, as it is shown. */
  readonly left: readonly InputRecord[];
  /** A page as it stands; null for any other tab. */
  readonly standing: PageCells | null;
}

/** Reads what people typed on a tab that is about to be written anew. */
export async function typedOn(
  context: Excel.RequestContext,
  store: WorkbookStore,
  sheet: Excel.Worksheet,
  plan: AnyPlan,
  disguise: Disguise | null,
): Promise<Typed> {
  if ('page' in plan) return typedOnPage(context, store, sheet, plan, disguise);
  const records = await loadInputs(context, store, plan.key);
  const masked = disguise && maskRecords(plan, records, disguise);
  return { records, masked, ...restoreInputs(plan, masked?.records ?? records), standing: null };
}

async function typedOnPage(
  context: Excel.RequestContext,
  store: WorkbookStore,
  sheet: Excel.Worksheet,
  plan: PagePlan,
  disguise: Disguise | null,
): Promise<Typed> {
  const { records, standing } = await loadPage(context, store, plan.key, sheet);
  const masked = disguise && maskedPage(records, store, plan.key, disguise);
  const restored = restorePage(plan, masked?.records ?? records);
  const blocks = [...restored.plan.blocks, ...signBlocks(plan)];
  return { records, masked, plan: { ...restored.plan, blocks }, left: restored.left, standing };
}

function maskedPage(
  real: readonly InputRecord[],
  store: WorkbookStore,
  key: PageKey,
  { words }: Disguise,
): MaskedRecords {
  const { records, names } = maskPage(real, pageNamesIn(store, key), words.hidden);
  const known = new Map(real.map((record) => [record.key, record]));
  const unmask: MaskedRecords['unmask'] = (left) =>
    left.map((shown) => {
      const record = known.get(shown.key) ?? shown;
      const fields = Object.keys(shown.values).map((field) => [field, record.values[field] ?? ''] as const);
      return { ...record, values: Object.fromEntries(fields) };
    });
  return { records, hidden: [], names, unmask };
}
