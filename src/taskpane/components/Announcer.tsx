import { makeStyles } from '@fluentui/react-components';
import { troubleText } from '../../app/troubleText';
import { madeText } from '../madeText';
import type { Pane } from '../PaneContext';
import { usePane } from '../PaneContext';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Says to a screen reader what the eye sees happen: phases and the verdict politely, trouble at once. */
export function Announcer() {
  const pane = usePane();
  const styles = useStyles();
  const { stage, notice, made } = pane.state;
  const trouble = made?.trouble ?? (stage.status === 'failed' ? stage.trouble : notice);
  return (
    <>
      <div role="status" className={styles.hidden}>
        {happening(pane)}
      </div>
      <div role="alert" className={styles.hidden}>
        {trouble ? troubleText(trouble, pane.t) : ''}
      </div>
    </>
  );
}

/** One sentence per phase, without percents: they would be read out dozens of times. */
function happening({ state, language, t }: Pane): string {
  const { stage, built, made } = state;
  if (made) return madeText(made, language, t);
  switch (stage.status) {
    case 'previewing':
    case 'running':
      return t(`pane.phase.${stage.progress.phase}`);
    case 'making':
      return t(`pane.dossiers.making.${stage.what}`);
    case 'done':
      return [t('pane.verdictReady'), ...(built?.outcome.verdict.map(({ text }) => text) ?? [])].join(' ');
    case 'choosing':
    case 'ready':
    case 'failed':
      return '';
  }
}
