import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { TableAddRegular } from '@fluentui/react-icons/svg/table-add';
import { usePane } from '../PaneContext';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalM}`,
  },
  icon: { color: tokens.colorBrandForeground1, fontSize: '40px', display: 'flex' },
  title: { margin: 0 },
});

/** What to do when no sheet holds anything. */
export function EmptyWorkbook() {
  const { flow, t } = usePane();
  const styles = useStyles();
  return (
    <section className={styles.root}>
      <span className={styles.icon}>
        <TableAddRegular aria-hidden />
      </span>
      <Text as="h2" weight="semibold" size={400} className={styles.title}>
        {t('pane.emptyTitle')}
      </Text>
      <Text align="center">{t('pane.emptyHint')}</Text>
      <Button appearance="primary" onClick={() => void flow.refreshSources()}>
        {t('pane.checkAgain')}
      </Button>
    </section>
  );
}
