import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import type { Language } from '../../domain/settings';
import { usePane } from '../PaneContext';
import { Logo } from './Logo';

const LANGUAGES: readonly { readonly code: Language; readonly label: string; readonly name: string }[] = [
  { code: 'ru', label: 'RU', name: 'Русский' },
  { code: 'en', label: 'EN', name: 'English' },
];

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '40px',
    // Excel draws its personality menu over the top right corner: about 34 × 32 px.
    padding: `${tokens.spacingVerticalXS} 40px ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  languages: { display: 'flex', gap: '2px' },
  language: { minWidth: '32px', padding: `0 ${tokens.spacingHorizontalXS}` },
});

/** Product, language and the way to “about”. */
export function Header({
  aboutOpen,
  onAbout,
}: {
  readonly aboutOpen: boolean;
  readonly onAbout: () => void;
}) {
  const { flow, language, t } = usePane();
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <Logo />
      <Text as="h1" weight="semibold" truncate wrap={false} block className={styles.title}>
        {t('pane.product')}
      </Text>
      <div role="group" aria-label={t('pane.language')} className={styles.languages}>
        {LANGUAGES.map(({ code, label, name }) => (
          <Button
            key={code}
            size="small"
            className={styles.language}
            appearance={code === language ? 'secondary' : 'subtle'}
            aria-pressed={code === language}
            aria-label={`${label} – ${name}`}
            title={name}
            lang={code}
            onClick={() => void flow.chooseLanguage(code)}
          >
            {label}
          </Button>
        ))}
      </div>
      <Button
        size="small"
        appearance="subtle"
        icon={<SettingsRegular />}
        aria-label={t('profile.panel')}
        title={t('profile.panel')}
        aria-expanded={aboutOpen}
        onClick={onAbout}
      />
    </header>
  );
}
