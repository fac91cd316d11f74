import { abcdPlan } from './abcd';
import type { ReportContext } from './context';
import { dataCheckPlan } from './dataCheck';
import { dealsPlan } from './deals';
import { dependencyPlan } from './dependency';
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

/** All tabs in the order of writing: names are defined before the formulas of later tabs use them. */
export function allPlans(ctx: ReportContext): readonly SheetPlan[] {
  return [
    settingsPlan(ctx),
    abcdPlan(ctx),
    potentialPlan(ctx),
    movementPlan(ctx),
    dependencyPlan(ctx),
    keyClientsPlan(ctx),
    reactivationPlan(ctx),
    healthPlan(ctx),
    questionsPlan(ctx),
    teamPlan(ctx),
    dealsPlan(ctx),
    forecastPlan(ctx),
    dataCheckPlan(ctx),
    diagnosisPlan(ctx),
  ];
}
