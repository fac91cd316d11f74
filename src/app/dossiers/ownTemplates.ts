import type { DossierTemplate } from '../../domain/dossiers/book';
import type { TemplateProblem } from '../../domain/dossiers/templateCheck';
import { fail, ok } from '../../domain/shared/result';
import type { Result } from '../../domain/shared/result';
import { findTemplates } from '../../excel/templates/findTemplates';
import {
  makeTemplateTabs,
  placeTemplateTabs,
  renewTemplateTabs,
  workbookName,
} from '../../excel/templates/templateTabs';
import type { Cancelled, ExcelTrouble, ProgressHooks } from '../../excel/types';
import type { WrittenPages } from '../../excel/write';
import type { ReportContext } from '../../reports/context';
import type { DossierPage } from '../../reports/pages';
import { templateFills } from '../../reports/template/templateFills';
import { stopped } from '../answers';
import { drive } from '../drive';
import type { Hooks, Trouble } from '../types';

/** Why a sheet cannot be a template now. */
export type TemplateError =
  | { readonly code: 'missing'; readonly sheet: string }
  | { readonly code: 'problems'; readonly sheet: string; readonly problems: readonly TemplateProblem[] }
  /** Nobody knows what people write on such dossiers, so none are made while names are hidden. */
  | { readonly code: 'namesHidden' };

/** A dossier on an own template, and what it is a copy of. */
type OwnPage = DossierPage & { readonly entry: { readonly template: DossierTemplate } };

/** Whether a dossier is a copy of a sheet of people's. */
function isOwn(page: DossierPage): page is OwnPage {
  return page.entry.template !== null;
}

/** The sheet of that name as a template without problems. */
export async function templateCalled(sheet: string): Promise<Result<DossierTemplate, Trouble>> {
  const found = await findTemplates();
  if (!found.ok) return stopped(found.error);
  const called = found.value.find(({ name }) => name === sheet);
  if (!called) return fail({ kind: 'template', error: { code: 'missing', sheet } });
  const { problems } = called;
  if (problems.length > 0) return fail({ kind: 'template', error: { code: 'problems', sheet, problems } });
  return ok({ sheet: called.id, name: sheet });
}

/** Makes those of the pages that are on own templates, or renews them where they stand. */
export async function makeOwnTemplates(
  context: ReportContext,
  pages: readonly DossierPage[],
  hooks: Hooks,
  progress: ProgressHooks,
): Promise<WrittenPages> {
  const own = pages.filter(isOwn);
  if (own.length === 0) return { written: [], stopped: null };
  const file = await workbookName();
  if (!file.ok) return { written: [], stopped: file.error };
  const fills = await drive(templateFills(context, own, file.value), 'analyse', hooks);
  return makeTemplateTabs(
    fills.map((fill, index) => ({ fill, sheet: own[index]?.entry.template.sheet ?? '' })),
    progress,
  );
}

/**
 * Renews the dossiers on own templates with the other tabs; while names are hidden they are put out of sight instead, as
 * nobody knows what people wrote on them.
 */
export async function renewOwnTemplates(
  context: ReportContext,
  isHidden: boolean,
  hooks: Hooks,
): Promise<Result<void, ExcelTrouble | Cancelled>> {
  const own = context.pages.dossiers.filter(isOwn);
  if (own.length === 0) return ok(undefined);
  const placed = await placeTemplateTabs(new Map(own.map(({ key, tab }) => [key, tab])), isHidden);
  if (!placed.ok || isHidden) return placed;
  const file = await workbookName();
  if (!file.ok) return file;
  const fills = await drive(templateFills(context, own, file.value), 'analyse', hooks);
  const renewed = await renewTemplateTabs(fills, { signal: hooks.signal, onProgress: () => undefined });
  return renewed.ok ? ok(undefined) : renewed;
}
