import { Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { SkipExample, SkipGroup } from '../../domain/sales/types';
import type { Pane } from '../PaneContext';
import { usePane } from '../PaneContext';
import { isWriting } from '../state';
import { Disclosure } from './Disclosure';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
  },
  row: { display: 'flex', gap: tokens.spacingHorizontalS, minWidth: 0, alignItems: 'baseline' },
  place: { flexShrink: 0, maxWidth: '55%', textAlign: 'start', overflowWrap: 'anywhere' },
  value: { minWidth: 0, flexGrow: 1 },
  amount: { flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Rows that do not count, by reason; a press on one shows it on its sheet. Blank rows have nothing to be looked at. */
export function SkippedRows({ skipped }: { readonly skipped: readonly SkipGroup[] }) {
  const { t, format } = usePane();
  const groups = skipped.filter(({ reason, examples }) => reason !== 'blank' && examples.length > 0);
  return (
    <div>
      {groups.map((group) => (
        <Disclosure
          key={group.reason}
          label={t(`skip.${group.reason}`)}
          hint={t('pane.rowsHint', { rows: format.count(group.rows) })}
        >
          <Examples group={group} />
        </Disclosure>
      ))}
    </div>
  );
}

function Examples({ group }: { readonly group: SkipGroup }) {
  const pane = usePane();
  const { flow, state, t, format } = pane;
  const styles = useStyles();
  const rest = group.rows - group.examples.length;
  return (
    <>
      <ul className={styles.list}>
        {group.examples.map((example) => (
          <li key={`${example.sheet} ${example.row}`} className={styles.row}>
            <Link
              as="button"
              className={styles.place}
              title={t('pane.showRow')}
              disabled={isWriting(state)}
              onClick={() => void flow.showRow({ sheet: example.sheet, row: example.row })}
            >
              {placeOf(example, pane)}
            </Link>
            <Text size={200} truncate wrap={false} title={example.value} className={styles.value}>
              {example.value}
            </Text>
            {example.amount !== null && <span className={styles.amount}>{format.money(example.amount)}</span>}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Text size={200} className={styles.quiet}>
          {t('pane.rowsMore', { rows: format.count(rest) })}
        </Text>
      )}
    </>
  );
}

/** The row; with its sheet where the source is made of several. */
function placeOf({ sheet, row }: SkipExample, { state, t, format }: Pane): string {
  const params = { sheet, row: format.count(row) };
  return t(state.source?.kind === 'sheets' ? 'pane.rowOfSheet' : 'pane.rowAt', params);
}
