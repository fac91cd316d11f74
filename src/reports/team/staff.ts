import { managersNeeded as needed } from '../../domain/dependency/keyClients';
import { absolute } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, POINTS } from '../formats';
import { literal, live, liveText, percentOf } from '../live';
import { figureName, thresholdName } from '../names';
import type { Section } from '../section';
import { noteSection } from '../section';
import type { TeamRow } from './rows';
import { rowsSection, VALUE_COLUMN } from './rows';

/** What taking routine away frees (method.md §7, seed: about 20 % of the time of up to five managers). */
export function routineSection(ctx: ReportContext, row: number): Section {
  const { t, settings } = ctx;
  const { routineTime, routineManagers } = settings.thresholds;
  const managers = managersNow(ctx);
  const title = t('team.section.routine');
  if (managers === 0) return noteSection(row, title, t('team.noManagers'));
  const now = absolute(row + 1, VALUE_COLUMN);
  const rows: readonly TeamRow[] = [
    {
      label: t('team.managers'),
      value: managers,
      format: COUNT,
      meaning: t('team.managers.meaning'),
    },
    {
      label: t('team.freed'),
      value: live(`${now}*${thresholdName('routineTime')}`, managers * routineTime),
      format: POINTS,
      meaning: liveText(t('team.freed.meaning'), {
        time: percentOf(thresholdName('routineTime'), routineTime),
      }),
    },
    {
      label: t('team.assistants'),
      value: live(
        `ROUNDUP(${now}/MAX(1,${thresholdName('routineManagers')}),0)`,
        needed(managers, routineManagers),
      ),
      format: COUNT,
      meaning: liveText(t('team.assistants.meaning'), {
        managers: live(thresholdName('routineManagers'), routineManagers),
      }),
    },
  ];
  return rowsSection(row, title, rows);
}

/** Whether there are enough managers for the key clients, by the figures of «Ключевые клиенты». */
export function loadSection(ctx: ReportContext, row: number): Section {
  const { t, analysis, tabNames } = ctx;
  const { keyClients, managersNeeded } = analysis.dependency;
  const managers = managersNow(ctx);
  const [enough, few] = [t('team.load.enough'), t('team.load.few')];
  const neededCell = figureName('managersNeeded');
  const rows: readonly TeamRow[] = [
    {
      label: t('keyClients.count'),
      value: live(figureName('keyClients'), keyClients.length),
      format: COUNT,
      meaning: t('team.load.where', { tab: tabNames.keyClients }),
    },
    {
      label: t('keyClients.needed'),
      value: live(neededCell, managersNeeded),
      format: COUNT,
      meaning:
        managers === 0
          ? t('team.noManagers')
          : live(
              `IF(${neededCell}>${managers},${literal(few)},${literal(enough)})`,
              managersNeeded > managers ? few : enough,
            ),
    },
  ];
  return rowsSection(row, t('team.section.load'), rows);
}

/** Managers in the period; without dates, those the clients have. */
function managersNow({ analysis }: ReportContext): number {
  return analysis.team?.managers ?? analysis.dependency.managers.length;
}
