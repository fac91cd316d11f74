import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { troubleDetails, troubleText } from '../../app/troubleText';
import type { Trouble } from '../../app/types';
import { usePane } from '../PaneContext';
import { shownStage } from '../state';

const useStyles = makeStyles({
  details: { fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  summary: { cursor: 'pointer' },
});

/** What stands in the way, as a sentence with what to do; codes only on demand. */
export function TroubleBars() {
  const { flow, state } = usePane();
  const { notice } = state;
  const stage = shownStage(state);
  return (
    <>
      {stage.status === 'failed' && <TroubleBar trouble={stage.trouble} onDismiss={null} />}
      {notice && <TroubleBar trouble={notice} onDismiss={flow.dismissNotice} />}
    </>
  );
}

interface TroubleBarProps {
  readonly trouble: Trouble;
  readonly onDismiss: (() => void) | null;
}

/** One message; null leaves it no button to be dismissed by. */
export function TroubleBar({ trouble, onDismiss }: TroubleBarProps) {
  const { t } = usePane();
  const styles = useStyles();
  const details = troubleDetails(trouble);
  const dismiss = onDismiss && (
    <Button
      size="small"
      appearance="transparent"
      icon={<DismissRegular />}
      aria-label={t('pane.dismiss')}
      title={t('pane.dismiss')}
      onClick={onDismiss}
    />
  );
  return (
    <MessageBar layout="multiline" intent={trouble.kind === 'cancelled' ? 'info' : 'error'}>
      <MessageBarBody>
        <Text block>{troubleText(trouble, t)}</Text>
        {details !== null && (
          <details className={styles.details}>
            <summary className={styles.summary}>{t('pane.details')}</summary>
            {details}
          </details>
        )}
      </MessageBarBody>
      {dismiss && <MessageBarActions containerAction={dismiss} />}
    </MessageBar>
  );
}
