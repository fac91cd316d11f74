import { MessageBar, MessageBarBody, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Preview } from '../../app/types';
import type { Reading } from '../../domain/sales/types';
import { ZERO } from '../../domain/shared/money';
import { TAB_KEYS } from '../../reports/plan';
import type { Pane } from '../PaneContext';
import { usePane } from '../PaneContext';
import { Card } from './Card';
import { ColumnsList } from './ColumnsList';
import { Disclosure } from './Disclosure';
import { Doubts } from './Doubts';
import { FirstRows } from './FirstRows';
import { OwnDates } from './OwnDates';
import { PeriodPicker } from './PeriodPicker';
import { RowAccountTable } from './RowAccountTable';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What was understood of the source before anything is written, and how to correct it. */
export function UnderstandingCard({ preview }: { readonly preview: Preview | null }) {
  const pane = usePane();
  const { state, t, format } = pane;
  const styles = useStyles();
  if (preview === null) return null;
  const reading = preview.reading.ok ? preview.reading.value : null;
  const rowsSkipped = reading?.account.skipped.reduce((sum, { rows }) => sum + rows, 0) ?? 0;
  return (
    <>
      <Card title={t('pane.understood')} dimmed={state.stage.status === 'previewing'}>
        {reading && <Facts reading={reading} preview={preview} />}
        {reading && (
          <Text size={200} className={styles.quiet}>
            {controlText(reading, pane)}
          </Text>
        )}
        {preview.analysis?.period?.partial && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('pane.partialYear')}</MessageBarBody>
          </MessageBar>
        )}
        {preview.leftOut.length > 0 && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{t('source.leftOut', { sheets: preview.leftOut.join(', ') })}</MessageBarBody>
          </MessageBar>
        )}
        <Doubts preview={preview} />
        <PeriodPicker />
        <div>
          <OwnDates />
          <Disclosure label={t('pane.columns')} initiallyOpen={!preview.reading.ok}>
            <ColumnsList preview={preview} />
          </Disclosure>
          {reading && (
            <Disclosure
              label={t('pane.rows')}
              {...(rowsSkipped > 0
                ? { hint: t('pane.rowsSkipped', { rows: format.count(rowsSkipped) }) }
                : {})}
            >
              <RowAccountTable reading={reading} />
            </Disclosure>
          )}
          <Disclosure label={t('pane.head')}>
            {state.settings.isAnonymous ? (
              <Text size={200} className={styles.quiet}>
                {t('anonymise.paneHidden')}
              </Text>
            ) : (
              <FirstRows preview={preview} />
            )}
          </Disclosure>
        </div>
      </Card>
      {reading && state.built === null && (
        <Text size={200} className={styles.quiet}>
          {t('pane.promise', { tabs: TAB_KEYS.map((key) => t(`tab.${key}`)).join(', ') })}
        </Text>
      )}
    </>
  );
}

function Facts({ reading, preview }: { readonly reading: Reading; readonly preview: Preview }) {
  const pane = usePane();
  const { t, format } = pane;
  const styles = useStyles();
  const { account, ledger } = reading;
  const { unit } = preview.understanding;
  const facts: readonly (readonly [string, string])[] = [
    [t('pane.factLayout'), t(`layout.${preview.understanding.layout}`)],
    [t('pane.factClients'), format.count(ledger.clients.length)],
    [t(unit ? `pane.factAmount.${unit}` : 'pane.factAmount'), format.money(account.amountUsed)],
    [
      t('pane.factRows'),
      t('pane.factRowsValue', { used: format.count(account.used), read: format.count(account.rowsRead) }),
    ],
    [t('pane.factPeriod'), periodText(preview, pane)],
    ...asOfFact(preview, pane),
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([term, value]) => (
        <FactLine key={term} term={term} value={value} />
      ))}
    </dl>
  );
}

function FactLine({ term, value }: { readonly term: string; readonly value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}

/** The control total: what was read is what counts and what was skipped. The money of totals is in other rows already. */
function controlText({ account }: Reading, { t, format }: Pane): string {
  const totals = account.skipped.find(({ reason }) => reason === 'total');
  return t(totals && totals.amount !== 0 ? 'pane.controlTotals' : 'pane.control', {
    read: format.money(account.amountRead),
    used: format.money(account.amountUsed),
    skipped: format.money(account.amountSkipped),
    totals: format.money(totals?.amount ?? ZERO),
  });
}

function periodText({ analysis }: Preview, { t, format }: Pane): string {
  if (!analysis?.period) return t('pane.wholeFile');
  const { from, to } = analysis.period;
  return format.span(from, to);
}

function asOfFact({ analysis }: Preview, { t, format }: Pane): readonly (readonly [string, string])[] {
  const asOf = analysis?.asOf ?? null;
  return asOf === null ? [] : [[t('pane.factAsOf'), format.date(asOf)]];
}
