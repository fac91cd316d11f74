import { Button, Switch, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { usePane } from '../PaneContext';
import { shownResult } from '../state';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  switch: { flexGrow: 1 },
  hint: { color: tokens.colorNeutralForeground2, flexBasis: '100%' },
});

/** One press puts numbers in place of names on all our tabs, another brings the names back. */
export function HideNames() {
  const { flow, state, t } = usePane();
  const styles = useStyles();
  const [copy, setCopy] = useState<'none' | 'opening' | 'opened'>('none');
  const { isAnonymous } = state.settings;
  const canCopy = isAnonymous && shownResult(state) !== null && flow.canOpenCopy();

  async function openCopy(): Promise<void> {
    setCopy('opening');
    setCopy((await flow.openCopy()) ? 'opened' : 'none');
  }

  return (
    <div className={styles.root}>
      <Switch
        className={styles.switch}
        checked={isAnonymous}
        label={t('anonymise.switch')}
        onChange={(_event, { checked }) => void flow.hideNames(checked)}
      />
      {canCopy && (
        <Button size="small" disabled={copy === 'opening'} onClick={() => void openCopy()}>
          {t('anonymise.openCopy')}
        </Button>
      )}
      {isAnonymous && (
        <Text size={200} className={styles.hint} role="status">
          {t(copy === 'opened' ? 'anonymise.opened' : 'anonymise.on')}
        </Text>
      )}
    </div>
  );
}
