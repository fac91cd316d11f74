import { Link, MessageBar, MessageBarBody, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { madeText } from '../madeText';
import { usePane } from '../PaneContext';
import type { Made } from '../state';
import { TroubleBar } from './TroubleBars';

/** Links shown; the list of dossiers has the others. */
const MOST_LINKS = 10;

const useStyles = makeStyles({
  root: { outline: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  link: { textAlign: 'start', overflowWrap: 'anywhere' },
});

/** What became of pages asked for, with the ways to their tabs. */
export function MadePages({ made }: { readonly made: Made }) {
  const { flow, language, t, format } = usePane();
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const { what, trouble } = made;
  // With the report of a meeting its dossier is renewed: that is no news.
  const pages = made.pages.filter(({ variant }) => (what === 'meeting') === (variant === null));
  const text = madeText(made, language, t);

  useEffect(() => {
    // The button that was pressed is gone: put the keyboard where the result is, unless it is in Excel's grid.
    if (document.hasFocus()) root.current?.focus();
  }, [made]);

  return (
    <div ref={root} tabIndex={-1} className={styles.root}>
      {trouble && <TroubleBar trouble={trouble} onDismiss={null} />}
      {text !== '' && (
        <MessageBar layout="multiline" intent={made.left > 0 ? 'info' : 'success'}>
          <MessageBarBody>
            <Text block>{text}</Text>
            <ul className={styles.list}>
              {pages.slice(0, MOST_LINKS).map(({ key, name }) => (
                <li key={key}>
                  <Link
                    as="button"
                    inline
                    className={styles.link}
                    title={t('pane.openTab', { tab: name })}
                    onClick={() => void flow.showTab(key)}
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
            {pages.length > MOST_LINKS && (
              <Text block>
                {t('pane.dossiers.others', { count: format.count(pages.length - MOST_LINKS) })}
              </Text>
            )}
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
