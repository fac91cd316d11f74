import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { FluentIcon } from '@fluentui/react-icons';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import { useEffect, useRef } from 'react';
import type { Sentence } from '../../app/types';
import { usePane } from '../PaneContext';
import type { Built } from '../state';
import { Card } from './Card';

const ICONS: Readonly<Record<Sentence['tone'], FluentIcon>> = {
  good: CheckmarkCircleFilled,
  neutral: InfoRegular,
  warning: WarningFilled,
  bad: ErrorCircleFilled,
};

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  sentence: { display: 'flex', gap: tokens.spacingHorizontalS, minWidth: 0 },
  icon: { display: 'flex', flexShrink: 0, paddingTop: '2px' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  neutral: { color: tokens.colorNeutralForeground3 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  tabs: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  tab: {
    maxWidth: '100%',
    minWidth: 0,
    '& > span:last-child': { overflow: 'hidden', textOverflow: 'ellipsis' },
  },
  notes: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** The verdict in a few sentences, and the ways to the tabs behind it. */
export function VerdictCard({ built, outdated }: { readonly built: Built; readonly outdated: boolean }) {
  const { flow, language, t } = usePane();
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const { outcome } = built;
  const { verdict, tabs } = outcome;
  const nameOf = (key: Sentence['tab']): string | null => tabs.find((tab) => tab.key === key)?.name ?? null;
  const notes = tabs.flatMap((tab) => tab.notes.map((note) => `${tab.name}: ${note}`));

  useEffect(() => {
    // The button that was pressed is gone: put the keyboard where the result is, unless it is in Excel's grid.
    if (!outdated && document.hasFocus()) root.current?.focus();
  }, [outcome, outdated]);

  return (
    <div ref={root} tabIndex={-1} style={{ outline: 'none' }}>
      <Card title={t('pane.verdict')}>
        {outdated && <Hint text={t('pane.verdictOutdated')} />}
        {language !== built.language && <Hint text={t('pane.verdictLanguage')} />}
        <ul className={styles.list} lang={built.language}>
          {verdict.map(({ text, tab, tone }, index) => {
            const Icon = ICONS[tone];
            const tabName = nameOf(tab);
            return (
              <li key={index} className={styles.sentence}>
                <span className={`${styles.icon} ${styles[tone]}`}>
                  <Icon fontSize={16} title={t(`pane.tone.${tone}`)} aria-label={t(`pane.tone.${tone}`)} />
                </span>
                <Text className={styles.text}>
                  {text}{' '}
                  {tab !== null && tabName !== null && (
                    <Link
                      inline
                      aria-label={t('pane.openTab', { tab: tabName })}
                      onClick={() => void flow.showTab(tab)}
                    >
                      {tabName}
                    </Link>
                  )}
                </Text>
              </li>
            );
          })}
        </ul>
        <div role="group" aria-label={t('pane.tabs')} className={styles.tabs}>
          {tabs.map(({ key, name }) => (
            <Button
              key={key}
              size="small"
              icon={<TableRegular />}
              className={styles.tab}
              title={t('pane.openTab', { tab: name })}
              onClick={() => void flow.showTab(key)}
            >
              {name}
            </Button>
          ))}
        </div>
        {notes.length > 0 && (
          <div>
            <Text size={200} weight="semibold">
              {t('pane.notes')}
            </Text>
            <ul className={styles.notes}>
              {notes.map((note) => (
                <li key={note}>
                  <Text size={200}>{note}</Text>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Card>
    </div>
  );
}

function Hint({ text }: { readonly text: string }) {
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
