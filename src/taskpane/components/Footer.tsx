import { Button, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Translate } from '../../i18n/translate';
import { usePane } from '../PaneContext';
import type { Progress, Stage } from '../state';
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

  useEffect(() => {
    // The pressed button has left the page, or can be pressed no more, and has taken the keyboard's place with it: hand it
    // to the one that came. Pages are asked for elsewhere in the pane.
    const isAsked = pressed.current || (stage.status === 'making' && document.hasFocus());
    if (isAsked && isKeyboardLost()) footer.current?.querySelector('button')?.focus();
  }, [stage.status]);

  const press = (gesture: () => void) => () => {
    pressed.current = true;
    gesture();
  };

  if (stage.status === 'previewing' || stage.status === 'running' || stage.status === 'making') {
    const cancelling = stage.status !== 'previewing' && stage.cancelling;
    const cancel = stage.status === 'making' ? 'pane.dossiers.stop' : 'pane.cancel';
    return (
      <footer ref={footer} className={styles.footer}>
        <Working {...workOf(stage, t)}>
          <Button disabledFocusable={cancelling} onClick={press(flow.cancel)}>
            {t(cancelling ? 'pane.cancelling' : cancel)}
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

/** Browsers let a button keep the focus until they draw it as disabled. */
function isKeyboardLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === body || activeElement?.matches(':disabled') === true;
}

/** Work under way as it is shown. */
interface Work {
  /** What is done, without numbers. */
  readonly phase: string;
  readonly label: string;
  /** 0 … 1; null while nothing can be counted. */
  readonly fraction: number | null;
  /** Changes with every step. */
  readonly step: string;
}

function workOf(stage: Extract<Stage, { readonly progress: Progress }>, t: Translate): Work {
  const { progress } = stage;
  const percent = Math.round(progress.fraction * 100);
  const step = `${progress.phase} ${percent}`;
  if (stage.status === 'making') {
    // Pages are written one by one: only the writing counts them.
    const done = progress.phase === 'write' ? Math.round(progress.fraction * stage.count) : 0;
    const phase = t(`pane.dossiers.making.${stage.what}`);
    const label =
      stage.what === 'meeting' ? phase : t('pane.dossiers.progress', { phase, done, all: stage.count });
    return { phase, label, fraction: done > 0 ? done / stage.count : null, step };
  }
  const phase = t(`pane.phase.${progress.phase}`);
  return percent > 0
    ? { phase, label: t('pane.progress', { phase, percent }), fraction: progress.fraction, step }
    : { phase, label: phase, fraction: null, step };
}

interface WorkingProps extends Work {
  /** The way to stop it. */
  readonly children: ReactNode;
}

function Working({ phase, label, fraction, step, children }: WorkingProps) {
  const styles = useStyles();
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
            {...(fraction === null ? {} : { value: fraction })}
          />
        </div>
        {children}
      </div>
      <WaitHint key={step} />
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
