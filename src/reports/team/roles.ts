import type { SalesType } from '../../domain/team/types';
import { SALES_TYPES } from '../../domain/team/types';
import { areaAddress } from '../addresses';
import type { ReportContext } from '../context';
import { TEXT } from '../formats';
import { literal, live, liveCell } from '../live';
import { TYPE_IN_FORCE_NAME } from '../names';
import type { PlanCell } from '../plan';
import { typeWords } from '../reactivation/words';
import type { Section } from '../section';
import { line } from '../tabHead';

/** Roles with tasks of their own in the table of the method; the last column names the others. */
const ROLES = ['telemarketing', 'development', 'account', 'others'] as const;
const MARK_COLUMN = ROLES.length + 2;

/** Who does what in each type of sales (method.md §7, seed tables); the type in force is marked, live. */
export function rolesSection(ctx: ReportContext, row: number): Section {
  const { t, analysis, settings } = ctx;
  const inForce = typeInForce(ctx);
  const first = row + 3;
  const mark = t('team.roles.yours');
  const rows = SALES_TYPES.map((type, index): PlanCell[] => [
    typeWords(type, t),
    ...ROLES.map((role) => t(`team.role.${type}.${role}`)),
    {
      formula: `=IF(${TYPE_IN_FORCE_NAME}=$A${first + index},${literal(mark)},"")`,
      value: inForce === type ? mark : '',
    },
  ]);
  const marks = areaAddress({ row: first, column: MARK_COLUMN, rows: rows.length, columns: 1 });
  const known = t('team.roles.known');
  const open = t('team.roles.open', { choice: t('settings.choice.salesType') });
  const isKnown = analysis.team ? inForce !== null : settings.choices.salesType !== 'auto';
  return {
    blocks: [
      line(row, 'heading', t('team.section.roles')),
      line(
        row + 1,
        'note',
        liveCell(
          live(
            `IF(COUNTIF(${marks},${literal(mark)})>0,${literal(known)},${literal(open)})`,
            isKnown ? known : open,
          ),
        ),
      ),
      {
        row: row + 2,
        column: 1,
        role: 'columnHeading',
        wrap: true,
        align: [null, null, null, null, null, 'center'],
        cells: [[t('team.roles.type'), ...ROLES.map((role) => t(`team.role.${role}`)), t('team.roles.mark')]],
      },
      {
        row: first,
        column: 1,
        role: 'body',
        wrap: true,
        formats: [TEXT, TEXT, TEXT, TEXT, TEXT, null],
        align: [null, null, null, null, null, 'center'],
        cells: rows,
      },
    ],
    rules: [
      {
        kind: 'formula',
        area: { row: first, column: 1, rows: rows.length, columns: MARK_COLUMN },
        formula: `=$F${first}<>""`,
        role: 'good',
      },
    ],
    nextRow: first + rows.length + 1,
  };
}

/** The type that stands in the table; null for a portfolio or too little data. */
export function typeInForce({ analysis, settings }: ReportContext): SalesType | null {
  const type = analysis.team?.type ?? settings.choices.salesType;
  return SALES_TYPES.find((each) => each === type) ?? null;
}
