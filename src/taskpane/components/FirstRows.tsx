import { makeStyles, tokens } from '@fluentui/react-components';
import type { Preview } from '../../app/types';
import type { ColumnRole, ColumnView } from '../../domain/sales/types';
import { usePane } from '../PaneContext';

/** Columns that fit 320 px. */
const COLUMNS_SHOWN = 3;

/** What a reader looks at first; the next ones step in where a role is missing. */
const ORDER: readonly ColumnRole[] = [
  'date',
  'client',
  'amount',
  'quantity',
  'price',
  'product',
  'document',
  'manager',
];

const useStyles = makeStyles({
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      padding: '2px 4px',
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      textAlign: 'start',
      fontWeight: tokens.fontWeightRegular,
    },
    '& thead th': { backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
    '& tbody th': { color: tokens.colorNeutralForeground3, textAlign: 'end' },
  },
  row: { width: '32px' },
  dates: { width: '72px' },
  numbers: { width: '76px' },
  number: { textAlign: 'end !important' as 'end', fontVariantNumeric: 'tabular-nums' },
});

/** The first entries as the reader sees them: the main columns only, so that they fit. */
export function FirstRows({ preview }: { readonly preview: Preview }) {
  const { t, format } = usePane();
  const styles = useStyles();
  const columns = mainColumns(preview);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.row}>
            {t('pane.headRow')}
          </th>
          {columns.map(([role, column]) => (
            <th key={role} scope="col" title={column.header} className={widthOf(column, styles)}>
              {t(`role.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {preview.firstRows.map(({ origin, values }, index) => (
          <tr key={index}>
            <th scope="row" title={origin.sheet}>
              {origin.row}
            </th>
            {columns.map(([role, column]) => {
              const value = values[column.index] ?? '';
              const text = format.cell(value, column.kind);
              return (
                <td key={role} title={text} className={typeof value === 'number' ? styles.number : undefined}>
                  {text}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Dates and numbers take what they need at 320 px; text shares the rest. */
function widthOf({ kind }: ColumnView, styles: ReturnType<typeof useStyles>): string | undefined {
  if (kind === 'date') return styles.dates;
  return kind === 'number' ? styles.numbers : undefined;
}

function mainColumns({ understanding }: Preview): readonly (readonly [ColumnRole, ColumnView])[] {
  return ORDER.flatMap((role) => {
    const column = understanding.columns.find(({ index }) => index === understanding.mapping[role]);
    return column ? [[role, column] as const] : [];
  }).slice(0, COLUMNS_SHOWN);
}
