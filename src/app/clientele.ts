import type { Rules } from '../domain/presets';
import type { Settings } from '../domain/settings';
import { fail, ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import { canReadFile } from '../excel/namelessCopy';
import { showRange, showTab } from '../excel/navigate';
import { tabsStand } from '../excel/ownedTabs';
import { applySettings, loadSettings, saveSettings } from '../excel/settings';
import { listSources } from '../excel/sources';
import { exportTemplate } from '../excel/templates/exportTemplate';
import { findTemplates } from '../excel/templates/findTemplates';
import { translator } from '../i18n/translate';
import { exportedTemplate } from '../reports/template/exportedTemplate';
import { excelResult, stopped, untilCancelled } from './answers';
import { languageFor } from './choices';
import { createDossiers, createMeeting, dossierChoices } from './dossiers/create';
import type { LastRun } from './dossiers/lastRun';
import { NO_MEMORY } from './memory';
import type { Memory } from './memory';
import { openAnonymousCopy } from './openCopy';
import { preview } from './preview';
import { run } from './run';
import { withSameSheets } from './sameSheets';
import type { Clientele, ExcelTrouble, Source, Trouble } from './types';

/** The use cases over the workbook that is open in Excel. `memory` keeps answers for the next file of the same form. */
export function createClientele({ memory = NO_MEMORY }: { readonly memory?: Memory } = {}): Clientele {
  /** As last listed: where names of clients are looked for. */
  let listed: readonly Source[] = [];
  /** What dossiers are made of until the next run. */
  let last: LastRun | null = null;
  return {
    listSources: async () => {
      const sources = await listSources();
      if (!sources.ok) return stopped(sources.error);
      listed = sources.value;
      return ok(await withSameSheets(listed));
    },
    loadSettings: async () => {
      const loaded = await loadSettings();
      return loaded.ok ? ok(loaded.value.settings) : stopped(loaded.error);
    },
    saveSettings: async (settings) => excelResult(await saveChoices(settings)),
    applyRules: async (rules) => excelResult(await applyRules(rules)),
    preview: (source, settings, mapping, hooks) =>
      untilCancelled(() => preview(source, settings, mapping, hooks, { memory, listed })),
    run: (shown, settings, hooks) =>
      untilCancelled(async () => {
        const done = await run(shown, settings, hooks, { memory, listed });
        if (!done.ok) return done;
        last = done.value.made;
        return ok(done.value.outcome);
      }),
    dossierChoices: () => (last ? dossierChoices(last) : []),
    createDossiers: (request, hooks) => withLast((found) => createDossiers(found, request, hooks)),
    dossierTemplates: async () => excelResult(await findTemplates()),
    exportTemplate: async (variant, language) => {
      const t = translator(language);
      return excelResult(
        await exportTemplate(exportedTemplate(variant, t(`template.exported.${variant}`), t)),
      );
    },
    createMeeting: (client, hooks) => withLast((found) => createMeeting(found, client, hooks)),
    showTab: async (key) => excelResult(await showTab(key)),
    showRow: async ({ sheet, row }) => excelResult(await showRange(sheet, `${row}:${row}`)),
    tabsStand: async () => excelResult(await tabsStand()),
    canOpenCopy: () => canReadFile(),
    openCopy: () => openAnonymousCopy(),
    rememberedForms: () => memory.count(),
    forgetForms: () => memory.forget(),
  };

  async function withLast<T>(
    work: (found: LastRun) => Promise<Result<T, Trouble>>,
  ): Promise<Result<T, Trouble>> {
    const found = last;
    return found ? untilCancelled(() => work(found)) : fail({ kind: 'notRun' });
  }
}

/** Keeps what the pane chose. What people decide on the tabs is the business of runs: the pane may know an older state. */
async function saveChoices(settings: Settings): Promise<Result<void, ExcelTrouble>> {
  const kept = await loadSettings();
  if (!kept.ok) return kept;
  const { aliases, distinct, holdings, thresholds, choices, stages } = kept.value.settings;
  return saveSettings({ ...settings, aliases, distinct, holdings, thresholds, choices, stages });
}

async function applyRules({ thresholds, choices, stages }: Rules): Promise<Result<void, ExcelTrouble>> {
  const kept = await loadSettings();
  if (!kept.ok) return kept;
  const settings = { ...kept.value.settings, thresholds, choices, stages };
  return applySettings(settings, translator(languageFor(settings)));
}
