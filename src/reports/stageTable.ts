import { MOST_STAGES } from '../domain/parseSettings';
import { stagesInForce } from '../i18n/stages';
import type { ReportContext } from './context';
import { PERCENT, TEXT } from './formats';
import { STAGE_NAMES, STAGE_PROBABILITIES } from './names';
import type { Area, Block, PlanCell, PlanName, PlanValidation } from './plan';
import { line } from './tabHead';
import { VALUE_COLUMN } from './thresholdTable';

/** Rows that the stage table takes: its heading, the heading of its columns, and the stages. */
export const STAGE_TABLE_ROWS = 2 + MOST_STAGES;

/** The stages of deals with their probabilities: people's cells, blank rows for stages of their own. */
export function stageBlocks(ctx: ReportContext, row: number): readonly Block[] {
  const { t, settings } = ctx;
  const stages = stagesInForce(settings, t);
  const rows = Array.from({ length: MOST_STAGES }, (_, index): PlanCell[] => {
    const stage = stages[index];
    return [stage?.name ?? null, stage?.probability ?? null];
  });
  const help = ['help', 'preset', 'outcome'] as const;
  return [
    line(row, 'heading', t('settings.section.stages')),
    {
      row: row + 1,
      column: 1,
      role: 'columnHeading',
      cells: [[t('settings.stages.name'), t('settings.stages.probability')]],
    },
    { row: row + 2, column: 1, role: 'input', formats: [TEXT, PERCENT], cells: rows },
    {
      row: row + 2,
      column: VALUE_COLUMN + 1,
      role: 'note',
      cells: help.map((key) => [t(`settings.stages.${key}`)]),
    },
  ];
}

/** The names of the two columns. */
export function stageNames(row: number): readonly PlanName[] {
  return [
    { name: STAGE_NAMES, area: stageColumn(row, 1) },
    { name: STAGE_PROBABILITIES, area: stageColumn(row, VALUE_COLUMN) },
  ];
}

/** Probabilities are shares. */
export function stageValidations({ t }: ReportContext, row: number): readonly PlanValidation[] {
  return [
    {
      area: stageColumn(row, VALUE_COLUMN),
      rule: { kind: 'decimal', min: 0, max: 1 },
      message: t('settings.input.probability'),
    },
  ];
}

function stageColumn(row: number, column: number): Area {
  return { row: row + 2, column, rows: MOST_STAGES, columns: 1 };
}
