import {
  Button,
  Checkbox,
  Field,
  Input,
  Link,
  Radio,
  RadioGroup,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { DossierChoice, DossierRequest, PageResult } from '../../app/types';
import type { Variant } from '../../domain/dossiers/schema';
import type { ClientKey } from '../../domain/sales/types';
import type { Pane } from '../PaneContext';
import { usePane } from '../PaneContext';
import { isBusy } from '../state';
import { ClientSearch } from './ClientSearch';

/** Dossiers of a small department: one manager holds up to three key clients [seed]. */
const FIRST_COUNT = '10';

const VARIANTS: readonly Variant[] = ['key', 'strategic'];

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  count: { width: '64px', minWidth: 0, '& > input': { minWidth: 0 } },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  check: { flexGrow: 1, minWidth: 0, '& > label': { minWidth: 0, overflowWrap: 'anywhere' } },
  about: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  open: { flexShrink: 0, fontSize: tokens.fontSizeBase200 },
});

export interface DossierChooserProps {
  /** Key clients first. */
  readonly clients: readonly DossierChoice[];
  /** The dossiers that stand. */
  readonly standing: ReadonlyMap<ClientKey, PageResult>;
  readonly onMake: (request: DossierRequest) => void;
}

/** Any clients and any variant of dossier; key clients that have none are ticked at first. */
export function DossierChooser({ clients, standing, onMake }: DossierChooserProps) {
  const pane = usePane();
  const { flow, state, t, format } = pane;
  const styles = useStyles();
  const [ticked, setTicked] = useState<ReadonlySet<ClientKey> | null>(null);
  const [variant, setVariant] = useState<Variant>('key');
  const [first, setFirst] = useState(FIRST_COUNT);
  const busy = isBusy(state);

  /** A dossier of a key client can become strategic; the other way would put words out of sight. */
  const canMake = ({ key }: DossierChoice): boolean =>
    !standing.has(key) || (variant === 'strategic' && standing.get(key)?.variant === 'key');
  const isTicked = (client: DossierChoice): boolean =>
    canMake(client) && (ticked ? ticked.has(client.key) : client.isKey && !standing.has(client.key));
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
                    {client.name} <span className={styles.about}>{aboutOf(client, page, pane)}</span>
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
      <Field label={t('pane.dossiers.variant')} hint={t(`pane.dossiers.variant.${variant}.hint`)}>
        <RadioGroup
          value={variant}
          disabled={busy}
          onChange={(_event, { value }) => setVariant(value === 'strategic' ? value : 'key')}
        >
          {VARIANTS.map((value) => (
            <Radio key={value} value={value} label={t(`pane.dossiers.variant.${value}`)} />
          ))}
        </RadioGroup>
      </Field>
      <div>
        <Button
          disabled={busy || chosen.length === 0}
          onClick={() => {
            setTicked(null);
            onMake({ clients: chosen, variant });
          }}
        >
          {t('pane.dossiers.make', { count: format.count(chosen.length) })}
        </Button>
      </div>
    </>
  );
}

/** What is known of a client, for the line under its name. */
function aboutOf({ isKey, share }: DossierChoice, page: PageResult | undefined, { t, format }: Pane): string {
  return [
    ...(isKey ? [t('pane.dossiers.isKey')] : []),
    ...(share === null ? [] : [t('pane.dossiers.ofRevenue', { share: format.percent(share) })]),
    ...(page ? [t(`pane.dossiers.standing.${page.variant ?? 'key'}`)] : []),
  ].join(' · ');
}
