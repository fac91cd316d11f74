import { fail } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import { namelessTabs, openAsNew, readFile } from '../excel/namelessCopy';
import { anonymousCopy } from './anonymousCopy/anonymousCopy';
import { excelResult, stopped } from './answers';
import type { Trouble } from './types';

/** Opens a copy of those tabs of ours that hold no name as a workbook of its own; refuses where no tab does. */
export async function openAnonymousCopy(): Promise<Result<void, Trouble>> {
  const tabs = await namelessTabs();
  if (!tabs.ok) return stopped(tabs.error);
  if (tabs.value.length === 0)
    return fail({ kind: 'excel', error: { code: 'itemNotFound', place: null, details: 'no nameless tab' } });
  const file = await readFile();
  if (!file.ok) return stopped(file.error);
  return excelResult(await openAsNew(anonymousCopy(file.value, tabs.value)));
}
