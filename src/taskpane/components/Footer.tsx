import { Button, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { usePane } from '../PaneContext';
import type { Progress } from '../state';
import { primaryAction } from '../state';
import { HideNames } from './HideNames';

/** Excel may be waiting for a cell to be left: said after a while without progress (office-js #806). */
const WAIT_HINT_MILLISECONDS = 2_000;

const useStyles = makeStyles({
  footer: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minHeight: '32px' },
  progress: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  primary: { width: '100%' },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** Names or none, and the one primary button; or the progress that took their place. */
export function Footer() {
  const { flow, state, t } = usePane();
  const styles = useStyles();
  const { stage } = state;
  const pressed = useRef(false);
  const footer = useRef<HTMLElement>(null);
  const action = primaryAction(state);
  const cancelling = stage.status === 'running' && stage.cancelling;

  useEffect(() => {
    // The pressed button has left the page and taken the keyboard's place with it: hand it to the one that came.
    if (!pressed.current || document.activeElement !== document.body) return;
    footer.current?.querySelector('button')?.focus();
  }, [stage.status]);

  const press = (gesture: () => void) => () => {
    pressed.current = true;
    gesture();
  };

  if (stage.status === 'previewing' || stage.status === 'running') {
    return (
      <footer ref={footer} className={styles.footer}>
        <Working progress={stage.progress}>
          <Button disabledFocusable={cancelling} onClick={press(flow.cancel)}>
            {t(cancelling ? 'pane.cancelling' : 'pane.cancel')}
          </Button>
        </Working>
      </footer>
    );
  }
  if (action === null) return null;
  return (
    <footer ref={footer} className={styles.footer}>
      <HideNames />
      <Button
        appearance="primary"
        className={styles.primary}
        onClick={press(() => void (action === 'read' ? flow.read() : flow.build()))}
      >
        {t(`pane.${action}`)}
      </Button>
    </footer>
  );
}

interface WorkingProps {
  readonly progress: Progress;
  /** The way to stop it. */
  readonly children: ReactNode;
}

function Working({ progress, children }: WorkingProps) {
  const { t } = usePane();
  const styles = useStyles();
  const phase = t(`pane.phase.${progress.phase}`);
  const percent = Math.round(progress.fraction * 100);
  const label = percent > 0 ? t('pane.progress', { phase, percent }) : phase;
  return (
    <>
      <div className={styles.line}>
        <div className={styles.progress}>
          <Text size={200} truncate wrap={false} block>
            {label}
          </Text>
          <ProgressBar
            aria-label={phase}
            thickness="large"
            {...(percent > 0 ? { value: progress.fraction } : {})}
          />
        </div>
        {children}
      </div>
      <WaitHint key={`${progress.phase} ${percent}`} />
    </>
  );
}

/** Appears when its key has not changed for a while. */
function WaitHint() {
  const { t } = usePane();
  const styles = useStyles();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), WAIT_HINT_MILLISECONDS);
    return () => clearTimeout(timer);
  }, []);
  return late ? (
    <Text size={200} className={styles.hint}>
      {t('pane.waitHint')}
    </Text>
  ) : null;
}
