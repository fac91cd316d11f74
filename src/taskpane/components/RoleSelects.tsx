import { Button, Field, Select, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { ColumnMapping, ColumnRole } from '../../domain/sales/types';
import { COLUMN_ROLES, NO_COLUMN } from '../../domain/sales/types';
import { usePane } from '../PaneContext';
import { isWriting } from '../state';

/** Roles without which little can be said: always offered. */
const MAIN_ROLES: readonly ColumnRole[] = [
  'client',
  'date',
  'amount',
  'quantity',
  'price',
  'document',
  'manager',
];

/** The option that leaves a role to the reader. */
const AUTOMATIC = '';

const useStyles = makeStyles({
  select: { '& > select': { width: '100%', textOverflow: 'ellipsis' } },
});

/** A column that may be chosen for a role. */
export interface ChoosableColumn {
  /** Zero-based column of the grid. */
  readonly index: number;
  /** Its heading on the sheet, by which it is remembered; `''` where there is none. */
  readonly heading: string;
  /** How it is called here. */
  readonly label: string;
}

export interface RoleSelectsProps {
  readonly columns: readonly ChoosableColumn[];
  /** The roles as they are now. */
  readonly mapping: ColumnMapping;
}

/** One list of columns per role, the main roles first in view. */
export function RoleSelects({ columns, mapping }: RoleSelectsProps) {
  const { state, t } = usePane();
  const [all, setAll] = useState(false);
  const inForce = { ...mapping, ...state.mapping };
  const shown = COLUMN_ROLES.filter(
    (role) => all || MAIN_ROLES.includes(role) || inForce[role] !== undefined,
  );
  return (
    <>
      {shown.map((role) => (
        <RoleSelect key={role} role={role} column={inForce[role]} columns={columns} />
      ))}
      {!all && (
        <div>
          <Button size="small" appearance="transparent" onClick={() => setAll(true)}>
            {t('pane.moreRoles')}
          </Button>
        </div>
      )}
    </>
  );
}

interface RoleSelectProps {
  readonly role: ColumnRole;
  readonly column: number | undefined;
  readonly columns: readonly ChoosableColumn[];
}

function RoleSelect({ role, column, columns }: RoleSelectProps) {
  const { flow, state, t } = usePane();
  const styles = useStyles();
  const choose = (value: string): void => {
    const chosen = columns.find(({ index }) => String(index) === value);
    const index = value === AUTOMATIC ? null : Number(value);
    void flow.correctColumn(role, index, chosen?.heading ?? '');
  };
  return (
    <Field label={t(`role.${role}`)} orientation="horizontal" size="small">
      <Select
        size="small"
        className={styles.select}
        value={column === undefined ? AUTOMATIC : String(column)}
        disabled={isWriting(state)}
        onChange={(_event, { value }) => choose(value)}
      >
        <option value={AUTOMATIC}>{t('pane.automatic')}</option>
        <option value={NO_COLUMN}>{t('pane.noColumn')}</option>
        {columns.map(({ index, label }) => (
          <option key={index} value={index}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
