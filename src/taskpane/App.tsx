import { FluentProvider, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { AboutPanel } from './components/AboutPanel';
import { Announcer } from './components/Announcer';
import { DealsCard } from './components/DealsCard';
import { DossiersCard } from './components/DossiersCard';
import { EmptyWorkbook } from './components/EmptyWorkbook';
import { Footer } from './components/Footer';
import { Header } from './components/Header';
import { MissingColumns } from './components/MissingColumns';
import { RulesPanel } from './components/RulesPanel';
import { SourcePicker } from './components/SourcePicker';
import { TroubleBars } from './components/TroubleBars';
import { UnderstandingCard } from './components/UnderstandingCard';
import { VerdictCard } from './components/VerdictCard';
import type { Flow } from './flow';
import { PaneProvider, usePane } from './PaneContext';
import { isBusy, isEmptyWorkbook, shownPreview, shownResult, shownStage } from './state';
import type { OfficeColours, ThemeChoice } from './theme';
import { themeOf } from './theme';
import { useShade } from './useShade';

const useStyles = makeStyles({
  provider: { height: '100%' },
  page: {
    display: 'grid',
    gridTemplateRows: 'auto minmax(0, 1fr) auto',
    gridTemplateColumns: 'minmax(0, 1fr)',
    height: '100%',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  main: {
    // WebView2 hides its scroll bars unless they are asked for.
    overflowY: 'scroll',
    overflowX: 'hidden',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '& > *': { flexShrink: 0 },
  },
});

export interface AppProps {
  readonly flow: Flow;
  readonly version: string;
  /** Office's colours at this moment; undefined where the host tells none. */
  readonly officeColours: () => OfficeColours | undefined;
}

/** The whole pane. */
export function App({ flow, version, officeColours }: AppProps) {
  const { shade, choice, choose } = useShade(officeColours);
  const styles = useStyles();
  return (
    <FluentProvider theme={themeOf(shade)} className={styles.provider}>
      <PaneProvider flow={flow}>
        <Page version={version} theme={choice} onTheme={choose} />
      </PaneProvider>
    </FluentProvider>
  );
}

interface PageProps {
  readonly version: string;
  readonly theme: ThemeChoice;
  readonly onTheme: (choice: ThemeChoice) => void;
}

function Page({ version, theme, onTheme }: PageProps) {
  const { flow, state, language, t } = usePane();
  const styles = useStyles();
  const [aboutOpen, setAboutOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { status } = shownStage(state);
  const result = shownResult(state);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t('pane.product');
  }, [language, t]);

  useEffect(() => {
    void flow.start();
    const refresh = (): void => void flow.refreshSources();
    window.addEventListener('focus', refresh);
    window.addEventListener('blur', flow.leave);
    return () => {
      window.removeEventListener('focus', refresh);
      window.removeEventListener('blur', flow.leave);
    };
  }, [flow]);

  useEffect(() => {
    // The verdict and a failure stand at the top of the page.
    if ((status === 'done' || status === 'failed') && main.current) main.current.scrollTop = 0;
  }, [status]);

  return (
    <div className={styles.page}>
      <Header aboutOpen={aboutOpen} onAbout={() => setAboutOpen(!aboutOpen)} />
      <main ref={main} className={styles.main} tabIndex={-1} aria-busy={isBusy(state)}>
        {aboutOpen && state.opened && <RulesPanel />}
        {aboutOpen && (
          <AboutPanel version={version} theme={theme} onTheme={onTheme} onClose={() => setAboutOpen(false)} />
        )}
        <TroubleBars />
        {!state.opened && <Spinner size="small" label={t('pane.starting')} />}
        {isEmptyWorkbook(state) && <EmptyWorkbook />}
        {result && <VerdictCard built={result} outdated={status !== 'done'} />}
        {result?.outcome.dealCard && <DealsCard card={result.outcome.dealCard} language={result.language} />}
        {result && <DossiersCard built={result} />}
        {state.sources.length > 0 && !isEmptyWorkbook(state) && <SourcePicker />}
        <MissingColumns />
        <UnderstandingCard preview={shownPreview(state)} />
      </main>
      <Footer />
      <Announcer />
    </div>
  );
}
