import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import type { Reading, RowAccount } from '../../domain/sales/types';
import type { Money } from '../../domain/shared/money';
import { addMoney } from '../../domain/shared/money';
import { usePane } from '../PaneContext';
import { SkippedRows } from './SkippedRows';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: `2px 0 2px ${tokens.spacingHorizontalS}`,
      textAlign: 'end',
      verticalAlign: 'top',
    },
    '& th:first-child': { paddingLeft: 0, textAlign: 'start', fontWeight: tokens.fontWeightRegular },
    '& td': { whiteSpace: 'nowrap' },
    '& thead th': { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
    '& tfoot th, & tfoot td': {
      borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
      fontWeight: `${tokens.fontWeightSemibold} !important`,
    },
  },
  check: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'start' },
  good: { color: tokens.colorPaletteGreenForeground1, flexShrink: 0 },
  bad: { color: tokens.colorPaletteRedForeground1, flexShrink: 0 },
  notes: { margin: 0, paddingLeft: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200 },
});

/** Where every row and every kopeck went, with the proof that nothing is missing. */
export function RowAccountTable({ reading }: { readonly reading: Reading }) {
  const { t, format } = usePane();
  const styles = useStyles();
  const { account } = reading;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('pane.rowsReason')}</th>
            <th scope="col">{t('pane.rowsCount')}</th>
            <th scope="col">{t('pane.rowsAmount')}</th>
          </tr>
        </thead>
        <tbody>
          <Line label={t('pane.rowsUsed')} rows={account.used} amount={account.amountUsed} />
          {account.returns < 0 && <Line label={t('pane.rowsReturns')} rows={null} amount={account.returns} />}
          {account.merged > 0 && <Line label={t('pane.rowsMerged')} rows={account.merged} amount={null} />}
          {account.skipped.map(({ reason, rows, amount }) => (
            <Line key={reason} label={t(`skip.${reason}`)} rows={rows} amount={amount} />
          ))}
        </tbody>
        <tfoot>
          <Line label={t('pane.rowsRead')} rows={account.rowsRead} amount={account.amountRead} />
        </tfoot>
      </table>
      <Balance account={account} />
      <SkippedRows skipped={account.skipped} />
      <ul className={styles.notes}>
        {notesOf(reading).map(([key, count]) => (
          <li key={key}>{t(key, { count: format.count(count) })}</li>
        ))}
      </ul>
    </>
  );
}

interface LineProps {
  readonly label: string;
  /** Null where the line counts no rows of its own. */
  readonly rows: number | null;
  readonly amount: Money | null;
}

function Line({ label, rows, amount }: LineProps) {
  const { format } = usePane();
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{rows === null ? '' : format.count(rows)}</td>
      <td>{amount === null ? '' : format.money(amount)}</td>
    </tr>
  );
}

function Balance({ account }: { readonly account: RowAccount }) {
  const { t } = usePane();
  const styles = useStyles();
  const balanced = balances(account);
  return (
    <div className={styles.check}>
      {balanced ? (
        <CheckmarkCircleRegular className={styles.good} fontSize={16} aria-hidden />
      ) : (
        <ErrorCircleRegular className={styles.bad} fontSize={16} aria-hidden />
      )}
      <Text size={200}>{t(balanced ? 'pane.rowsBalanced' : 'pane.rowsUnbalanced')}</Text>
    </div>
  );
}

/** `rowsRead = used + merged + Σ skipped` and `amountRead = amountUsed + amountSkipped` (method.md §1). */
function balances(account: RowAccount): boolean {
  const rows = account.skipped.reduce((sum, group) => sum + group.rows, account.used + account.merged);
  return (
    rows === account.rowsRead && addMoney(account.amountUsed, account.amountSkipped) === account.amountRead
  );
}

function notesOf({ notes }: Reading) {
  const all = [
    ['pane.noteTextNumbers', notes.textNumbers],
    ['pane.noteTextDates', notes.textDates],
    ['pane.noteSpellings', notes.mergedSpellings.length],
  ] as const;
  return all.filter(([, count]) => count > 0);
}
