import type { Steps } from '../../domain/shared/steps';
import type { ReportContext } from '../context';
import type { DossierPage } from '../pages';
import type { TemplateFill } from './templateFill';
import { templateFill } from './templateFill';

/** What dossiers on own templates are filled with. A pause after each. */
export function* templateFills(
  ctx: ReportContext,
  pages: readonly DossierPage[],
  file: string,
): Steps<readonly TemplateFill[]> {
  const fills: TemplateFill[] = [];
  for (const page of pages) {
    fills.push(templateFill(ctx, page, file));
    yield fills.length / pages.length;
  }
  return fills;
}
