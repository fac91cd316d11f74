import { Button, Checkbox, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { DossierChoice, DossierRequest, PageResult } from '../../app/types';
import type { ClientKey } from '../../domain/sales/types';
import type { Translate } from '../../i18n/translate';
import type { Pane } from '../PaneContext';
import { usePane } from '../PaneContext';
import { isBusy } from '../state';
import { ClientSearch } from './ClientSearch';
import { DossierKinds } from './DossierKinds';
import type { Kind } from './DossierKinds';

/** Dossiers of a small department: one manager holds up to three key clients [seed]. */
const FIRST_COUNT = '10';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  count: { width: '64px', minWidth: 0, '& > input': { minWidth: 0 } },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  check: { flexGrow: 1, minWidth: 0, '& > label': { minWidth: 0, overflowWrap: 'anywhere' } },
  name: { color: tokens.colorNeutralForeground1 },
  about: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  open: { flexShrink: 0, fontSize: tokens.fontSizeBase200 },
});

export interface DossierChooserProps {
  /** Key clients first. */
  readonly clients: readonly DossierChoice[];
  /** Those that stand. */
  readonly dossiers: readonly PageResult[];
  readonly onMake: (request: DossierRequest) => void;
}

/** Any clients and any variant of dossier; key clients that have none are ticked at first. */
export function DossierChooser({ clients, dossiers, onMake }: DossierChooserProps) {
  const pane = usePane();
  const { flow, state, t, format } = pane;
  const styles = useStyles();
  const [ticked, setTicked] = useState<ReadonlySet<ClientKey> | null>(null);
  const [kind, setKind] = useState<Kind>({ variant: 'key' });
  const [first, setFirst] = useState(FIRST_COUNT);
  const busy = isBusy(state);

  const { variant, template } = kind;
  const standing = new Map(dossiers.map((page) => [page.client, page]));
  // A dossier on an own template stands beside one of ours.
  const ofKind = new Map(
    dossiers.filter((page) => page.template === template).map((page) => [page.client, page]),
  );

  /** A dossier of a key client can become strategic; the other way would put words out of sight. */
  const canMake = ({ key }: DossierChoice): boolean =>
    !ofKind.has(key) ||
    (template === undefined && variant === 'strategic' && ofKind.get(key)?.variant === 'key');
  const isTicked = (client: DossierChoice): boolean =>
    canMake(client) && (ticked ? ticked.has(client.key) : client.isKey && !ofKind.has(client.key));
  const chosen = clients.filter(isTicked).map(({ key }) => key);
  const count = Number(first);

  function tick({ key }: DossierChoice, checked: boolean): void {
    const next = new Set(chosen);
    if (checked) next.add(key);
    else next.delete(key);
    setTicked(next);
  }

  function tickFirst(): void {
    const byRevenue = [...clients].sort((a, b) => (b.share ?? -1) - (a.share ?? -1));
    setTicked(new Set(byRevenue.slice(0, count).map(({ key }) => key)));
  }

  return (
    <>
      <div className={styles.line}>
        <Button size="small" disabled={busy || !(count >= 1)} onClick={tickFirst}>
          {t('pane.dossiers.markFirst')}
        </Button>
        <Input
          type="number"
          size="small"
          min={1}
          className={styles.count}
          value={first}
          aria-label={t('pane.dossiers.firstCount')}
          title={t('pane.dossiers.firstCount')}
          onChange={(_event, { value }) => setFirst(value)}
        />
        <Button size="small" appearance="subtle" disabled={busy} onClick={() => setTicked(new Set())}>
          {t('pane.dossiers.clear')}
        </Button>
      </div>
      <ClientSearch
        clients={clients}
        row={(client) => {
          const page = standing.get(client.key);
          return (
            <div className={styles.row}>
              <Checkbox
                className={styles.check}
                checked={isTicked(client)}
                disabled={busy || !canMake(client)}
                label={
                  <>
                    <span className={styles.name}>{client.name}</span>{' '}
                    <span className={styles.about}>{aboutOf(client, page, pane)}</span>
                  </>
                }
                onChange={(_event, { checked }) => tick(client, checked === true)}
              />
              {page && (
                <Link
                  as="button"
                  className={styles.open}
                  aria-label={t('pane.dossiers.openOf', { client: client.name })}
                  disabled={busy}
                  onClick={() => void flow.showTab(page.key)}
                >
                  {t('pane.dossiers.open')}
                </Link>
              )}
            </div>
          );
        }}
      />
      <DossierKinds kind={kind} onKind={setKind}>
        <div>
          <Button
            disabled={busy || chosen.length === 0}
            onClick={() => {
              setTicked(null);
              onMake({ clients: chosen, ...kind });
            }}
          >
            {t('pane.dossiers.make', { count: format.count(chosen.length) })}
          </Button>
        </div>
      </DossierKinds>
    </>
  );
}

/** What is known of a client, for the line under its name. */
function aboutOf({ isKey, share }: DossierChoice, page: PageResult | undefined, { t, format }: Pane): string {
  return [
    ...(isKey ? [t('pane.dossiers.isKey')] : []),
    ...(share === null ? [] : [t('pane.dossiers.ofRevenue', { share: format.percent(share) })]),
    ...(page ? [standingText(page, t)] : []),
  ].join(' · ');
}

function standingText({ variant, template }: PageResult, t: Translate): string {
  return template === undefined ? t(`pane.dossiers.standing.${variant ?? 'key'}`) : t('template.own');
}
