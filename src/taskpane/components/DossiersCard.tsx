import { Button, Link, Text, makeStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { DossierChoice } from '../../app/types';
import { counted } from '../../i18n/numbers';
import { usePane } from '../PaneContext';
import type { Built } from '../state';
import { isBusy } from '../state';
import { Card } from './Card';
import { ClientSearch } from './ClientSearch';
import { Disclosure } from './Disclosure';
import { DossierChooser } from './DossierChooser';
import { MadePages } from './MadePages';
import { StandingDossiers } from './StandingDossiers';

const useStyles = makeStyles({
  client: {
    display: 'block',
    width: '100%',
    minHeight: '32px',
    textAlign: 'start',
    overflowWrap: 'anywhere',
  },
});

/** Dossiers of clients: how many key clients have none, the ways to make them, and those that stand. */
export function DossiersCard({ built }: { readonly built: Built }) {
  const { flow, state, t, format } = usePane();
  const { clients, dossiers } = built;
  const standing = useMemo(() => new Map(dossiers.map((page) => [page.client, page])), [dossiers]);
  const named = useMemo(() => {
    const byKey = new Map(clients.map((client) => [client.key, client]));
    const shareOf = (client: DossierChoice | undefined): number => client?.share ?? -1;
    return dossiers
      .map((page) => ({ page, client: byKey.get(page.client) }))
      .sort((a, b) => shareOf(b.client) - shareOf(a.client))
      .map(({ page, client }) => ({ page, name: client?.name ?? page.name }));
  }, [clients, dossiers]);
  const keyClients = clients.filter(({ isKey }) => isKey);
  const missing = keyClients.filter(({ key }) => !standing.has(key)).map(({ key }) => key);
  return (
    <Card title={t('pane.dossiers.title')}>
      <Text>
        <Missing missing={missing.length} all={keyClients.length} />
      </Text>
      {missing.length > 0 && (
        <div>
          <Button
            appearance="primary"
            disabled={isBusy(state)}
            onClick={() => void flow.createDossiers({ clients: missing, variant: 'key' })}
          >
            {t('pane.dossiers.makeKey', { count: format.count(missing.length) })}
          </Button>
        </div>
      )}
      {state.made && <MadePages made={state.made} />}
      {named.length > 0 && <StandingDossiers dossiers={named} />}
      {clients.length > 0 && (
        <div>
          <Disclosure label={t('pane.dossiers.choose')}>
            <DossierChooser
              clients={clients}
              dossiers={dossiers}
              onMake={(request) => void flow.createDossiers(request)}
            />
          </Disclosure>
          <Disclosure label={t('pane.dossiers.meeting')}>
            <MeetingClients clients={clients} standing={standing} />
          </Disclosure>
        </div>
      )}
    </Card>
  );
}

function Missing({ missing, all }: { readonly missing: number; readonly all: number }) {
  const { language, t, format } = usePane();
  const params = { all: format.count(all) };
  if (all === 0) return t('pane.dossiers.noKeyClients');
  if (missing === 0) return t('pane.dossiers.complete', params);
  if (missing === all) return t('pane.dossiers.missingAll', params);
  const clients = counted(language, missing, t('count.keyClientWithout'));
  return t('pane.dossiers.missing', { ...params, clients });
}

interface MeetingClientsProps {
  readonly clients: readonly DossierChoice[];
  readonly standing: ReadonlyMap<DossierChoice['key'], unknown>;
}

/** A client for the report of a meeting: a press makes it. Those with dossiers come first. */
function MeetingClients({ clients, standing }: MeetingClientsProps) {
  const { flow, state, t } = usePane();
  const styles = useStyles();
  const offered = useMemo(() => {
    const hasDossier = ({ key }: DossierChoice): boolean => standing.has(key);
    return [...clients.filter(hasDossier), ...clients.filter((client) => !hasDossier(client))];
  }, [clients, standing]);
  return (
    <>
      <Text size={200}>{t('pane.dossiers.meetingHint')}</Text>
      <ClientSearch
        clients={offered}
        row={({ key, name }) => (
          <Link
            as="button"
            className={styles.client}
            disabled={isBusy(state)}
            onClick={() => void flow.createMeeting(key)}
          >
            {name}
          </Link>
        )}
      />
    </>
  );
}
