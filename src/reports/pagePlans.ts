import type { Steps } from '../domain/shared/steps';
import type { ReportContext } from './context';
import { dossierPlan } from './dossier/dossier';
import { meetingPlan } from './meeting/meeting';
import type { DossierPage, MeetingPage } from './pages';
import type { PagePlan } from './plan';

/**
 * The plans of pages, reports of meetings first: dossiers call their cells. Dossiers on own templates are no plans of
 * ours. A pause after each.
 */
export function* pagePlans(
  ctx: ReportContext,
  {
    dossiers,
    meetings,
  }: { readonly dossiers: readonly DossierPage[]; readonly meetings: readonly MeetingPage[] },
): Steps<readonly PagePlan[]> {
  const plans: PagePlan[] = [];
  const count = dossiers.length + meetings.length;
  for (const meeting of meetings) {
    plans.push(meetingPlan(ctx, meeting));
    yield plans.length / count;
  }
  for (const dossier of dossiers) {
    if (dossier.entry.template) continue;
    plans.push(dossierPlan(ctx, dossier));
    yield plans.length / count;
  }
  return plans;
}
