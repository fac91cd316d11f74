import { FluentProvider, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Language } from '../domain/settings';
import { translator } from '../i18n/translate';
import { Logo } from './components/Logo';
import { themeOf } from './theme';

const useStyles = makeStyles({
  root: { minHeight: '100%', backgroundColor: tokens.colorNeutralBackground2 },
  main: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalM,
    maxWidth: '360px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
  title: { margin: 0 },
});

/** What the page says where there is no Excel around it. */
export function Outside({ language }: { readonly language: Language }) {
  const styles = useStyles();
  const t = translator(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t('pane.product');
  });
  return (
    <FluentProvider theme={themeOf('light')} className={styles.root}>
      <main className={styles.main}>
        <Logo />
        <Text as="h1" weight="semibold" size={500} className={styles.title}>
          {t('pane.outsideTitle')}
        </Text>
        <Text align="center">{t('pane.outside')}</Text>
      </main>
    </FluentProvider>
  );
}
