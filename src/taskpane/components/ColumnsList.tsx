import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Preview } from '../../app/types';
import type { ColumnRole, ColumnView, Understanding } from '../../domain/sales/types';
import { COLUMN_ROLES } from '../../domain/sales/types';
import { headingOf } from '../headings';
import type { Pane } from '../PaneContext';
import { usePane } from '../PaneContext';
import { RoleSelects } from './RoleSelects';

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
  because: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Which column plays which part and why, and the means to say otherwise. */
export function ColumnsList({ preview }: { readonly preview: Preview }) {
  const pane = usePane();
  const { t, format } = pane;
  const styles = useStyles();
  const [chosen, setCorrecting] = useState<boolean | null>(null);
  const { understanding, head, reading } = preview;
  // Columns that cannot be read with are there to be corrected.
  const correcting = chosen ?? !reading.ok;
  const amountSource = reading.ok ? reading.value.notes.amountSource : 'amount';
  const choices = understanding.columns.map((column) => ({
    index: column.index,
    heading: column.header,
    label: headingOf(preview, column, pane),
  }));
  return (
    <>
      <Text size={200} className={styles.quiet}>
        {understanding.headerRow < 0
          ? t('pane.columnsNoHeader')
          : t('pane.columnsHeader', { row: format.count(head.firstRow + understanding.headerRow) })}
        {amountSource !== 'amount' &&
          `. ${t('pane.amountComputed', { formula: t(`pane.amountSource.${amountSource}`) })}`}
      </Text>
      {correcting ? (
        <RoleSelects columns={choices} mapping={understanding.mapping} />
      ) : (
        <Roles preview={preview} />
      )}
      <div>
        <Button size="small" aria-expanded={correcting} onClick={() => setCorrecting(!correcting)}>
          {t('pane.correct')}
        </Button>
      </div>
    </>
  );
}

function Roles({ preview }: { readonly preview: Preview }) {
  const pane = usePane();
  const { state, t } = pane;
  const styles = useStyles();
  const isRemembered = (role: ColumnRole) =>
    preview.remembered?.columns[role] !== undefined && state.settings.columns[role] === undefined;
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
                <Text size={200} wrap={false} className={styles.because}>
                  {t(isRemembered(role) ? 'pane.because.remembered' : `pane.because.${column.because}`)}
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
