import { Button, Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { PageResult } from '../../app/types';
import { usePane } from '../PaneContext';
import { isBusy } from '../state';
import { Disclosure } from './Disclosure';

/** Rows in view; the others unfold. */
const FIRST_ROWS = 5;
/** Rows drawn at most: the register has them all. */
const MOST_ROWS = 40;

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  client: { flexGrow: 1, minWidth: 0, textAlign: 'start', overflowWrap: 'anywhere' },
  meeting: { flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface StandingDossier {
  readonly page: PageResult;
  /** Its client's name. */
  readonly name: string;
}

/** The dossiers of the workbook: a press opens one, another starts the report of a meeting. */
export function StandingDossiers({ dossiers }: { readonly dossiers: readonly StandingDossier[] }) {
  const { state, t, format } = usePane();
  const styles = useStyles();
  const rest = dossiers.slice(FIRST_ROWS, MOST_ROWS);
  const register = state.built?.outcome.tabs.find(({ key }) => key === 'dossiers');
  return (
    <div className={styles.list}>
      <Text size={200} weight="semibold" block>
        {t('pane.dossiers.standing')}
      </Text>
      <Rows dossiers={dossiers.slice(0, FIRST_ROWS)} />
      {rest.length > 0 && (
        <Disclosure label={t('pane.dossiers.rest')} hint={format.count(dossiers.length - FIRST_ROWS)}>
          <Rows dossiers={rest} />
          {dossiers.length > MOST_ROWS && register && (
            <Text size={200} className={styles.quiet}>
              {t('pane.dossiers.register', { tab: register.name })}
            </Text>
          )}
        </Disclosure>
      )}
    </div>
  );
}

function Rows({ dossiers }: { readonly dossiers: readonly StandingDossier[] }) {
  const { flow, state, t } = usePane();
  const styles = useStyles();
  const busy = isBusy(state);
  return (
    <ul className={styles.list} aria-label={t('pane.dossiers.standing')}>
      {dossiers.map(({ page, name }) => (
        <li key={page.key} className={styles.row}>
          <Link
            as="button"
            className={styles.client}
            title={t('pane.openTab', { tab: page.name })}
            disabled={busy}
            onClick={() => void flow.showTab(page.key)}
          >
            {page.template === undefined ? name : `${name} · ${t('template.own')}`}
          </Link>
          <Button
            size="small"
            className={styles.meeting}
            disabled={busy}
            aria-label={t('pane.dossiers.meetingOf', { client: name })}
            onClick={() => void flow.createMeeting(page.client)}
          >
            {t('pane.dossiers.meeting')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
