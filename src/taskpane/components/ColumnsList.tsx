import { Button, Field, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Preview } from '../../app/types';
import type { ColumnRole, ColumnView, Understanding } from '../../domain/sales/types';
import { COLUMN_ROLES } from '../../domain/sales/types';
import { headingOf } from '../headings';
import type { Pane } from '../PaneContext';
import { usePane } from '../PaneContext';

/** Roles without which little can be said: always offered for correction. */
const MAIN_ROLES: readonly ColumnRole[] = [
  'client',
  'date',
  'amount',
  'quantity',
  'price',
  'document',
  'manager',
];

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  item: { minWidth: 0 },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, minWidth: 0, alignItems: 'baseline' },
  role: { flexShrink: 0, color: tokens.colorNeutralForeground2, width: '104px' },
  heading: { minWidth: 0, flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  select: { '& > select': { width: '100%', textOverflow: 'ellipsis' } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Which column plays which part and why, and the means to say otherwise. */
export function ColumnsList({ preview }: { readonly preview: Preview }) {
  const { t, format } = usePane();
  const styles = useStyles();
  const [chosen, setCorrecting] = useState<boolean | null>(null);
  const { understanding, head, reading } = preview;
  // Columns that cannot be read with are there to be corrected.
  const correcting = chosen ?? !reading.ok;
  const amountSource = reading.ok ? reading.value.notes.amountSource : 'amount';
  return (
    <>
      <Text size={200} className={styles.quiet}>
        {t('pane.columnsHeader', { row: format.count(head.firstRow + understanding.headerRow) })}
        {amountSource !== 'amount' &&
          `. ${t('pane.amountComputed', { formula: t(`pane.amountSource.${amountSource}`) })}`}
      </Text>
      {correcting ? <Corrections preview={preview} /> : <Roles preview={preview} />}
      <div className={styles.actions}>
        <Button size="small" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>
          {t('pane.correct')}
        </Button>
      </div>
    </>
  );
}

function Roles({ preview }: { readonly preview: Preview }) {
  const pane = usePane();
  const { t } = pane;
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {byRole(preview.understanding).map(([role, column]) => {
        const heading = headingOf(preview, column, pane);
        const samples = samplesOf(column, pane);
        return (
          <li key={role} className={styles.item}>
            <div className={styles.line}>
              <Text size={200} className={styles.role}>
                {t(`role.${role}`)}
              </Text>
              <Text weight="semibold" truncate wrap={false} title={heading} className={styles.heading}>
                {heading}
              </Text>
              {column.because !== null && (
                <Text size={200} className={styles.quiet}>
                  {t(`pane.because.${column.because}`)}
                </Text>
              )}
            </div>
            {samples !== '' && (
              <Text size={200} truncate wrap={false} block title={samples} className={styles.quiet}>
                {t('pane.samples', { samples })}
              </Text>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Corrections({ preview }: { readonly preview: Preview }) {
  const { t } = usePane();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const shown = COLUMN_ROLES.filter(
    (role) => all || MAIN_ROLES.includes(role) || preview.understanding.mapping[role] !== undefined,
  );
  return (
    <>
      {shown.map((role) => (
        <RoleSelect key={role} role={role} preview={preview} />
      ))}
      {!all && (
        <div className={styles.actions}>
          <Button size="small" appearance="transparent" onClick={() => setAll(true)}>
            {t('pane.moreRoles')}
          </Button>
        </div>
      )}
    </>
  );
}

function RoleSelect({ role, preview }: { readonly role: ColumnRole; readonly preview: Preview }) {
  const pane = usePane();
  const { flow, state, t } = pane;
  const styles = useStyles();
  const { understanding } = preview;
  const column = understanding.mapping[role];
  return (
    <Field label={t(`role.${role}`)} orientation="horizontal" size="small">
      <Select
        size="small"
        className={styles.select}
        value={column === undefined ? '' : String(column)}
        disabled={state.stage.status === 'running'}
        onChange={(_event, { value }) => void flow.correctColumn(role, value === '' ? null : Number(value))}
      >
        <option value="">{t('pane.automatic')}</option>
        {understanding.columns.map((candidate) => (
          <option key={candidate.index} value={candidate.index}>
            {headingOf(preview, candidate, pane)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Mapped columns in the order in which roles matter. */
function byRole({ mapping, columns }: Understanding): readonly (readonly [ColumnRole, ColumnView])[] {
  return COLUMN_ROLES.flatMap((role) => {
    const column = columns.find(({ index }) => index === mapping[role]);
    return column ? [[role, column] as const] : [];
  });
}

function samplesOf(column: ColumnView, { format }: Pane): string {
  return column.samples.map((sample) => format.cell(sample, column.kind)).join('; ');
}
