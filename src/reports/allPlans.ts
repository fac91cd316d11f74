import type { Steps } from '../domain/shared/steps';
import { abcdPlan } from './abcd';
import type { ReportContext } from './context';
import { dataCheckPlan } from './dataCheck';
import { dealsPlan } from './deals';
import { dependencyPlan } from './dependency';
import { dossiersPlan } from './dossiers';
import { diagnosisPlan } from './diagnosis/diagnosis';
import { healthPlan } from './health';
import { forecastPlan } from './forecast';
import { keyClientsPlan } from './keyClients';
import { movementPlan } from './movement';
import type { SheetPlan } from './plan';
import { potentialPlan } from './potential';
import { questionsPlan } from './questions';
import { reactivationPlan } from './reactivation';
import { settingsPlan } from './settingsTab';
import { teamPlan } from './team';

/** The tabs in the order of writing: names are defined before the formulas of later tabs use them. */
const PLANS: readonly ((ctx: ReportContext) => SheetPlan)[] = [
  settingsPlan,
  abcdPlan,
  potentialPlan,
  movementPlan,
  dependencyPlan,
  keyClientsPlan,
  dossiersPlan,
  reactivationPlan,
  healthPlan,
  questionsPlan,
  teamPlan,
  dealsPlan,
  forecastPlan,
  dataCheckPlan,
  diagnosisPlan,
];

/** All tabs in the order of writing; a pause after each. */
export function* allPlans(ctx: ReportContext): Steps<readonly SheetPlan[]> {
  const plans: SheetPlan[] = [];
  for (const plan of PLANS) {
    plans.push(plan(ctx));
    yield plans.length / PLANS.length;
  }
  return plans;
}
