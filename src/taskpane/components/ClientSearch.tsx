import { Input, Text, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { DossierChoice } from '../../app/types';
import { findClients } from '../findClients';
import { usePane } from '../PaneContext';

/** Rows drawn at most. */
const MOST_ROWS = 30;

const useStyles = makeStyles({
  search: { width: '100%', minWidth: 0, '& > input': { minWidth: 0 } },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxHeight: '320px',
    overflowY: 'auto',
    overflowX: 'hidden',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface ClientSearchProps {
  /** In the order in which they are offered. */
  readonly clients: readonly DossierChoice[];
  readonly row: (client: DossierChoice) => ReactNode;
}

/** Clients to choose from: the first of them, or those found by a part of their names. */
export function ClientSearch({ clients, row }: ClientSearchProps) {
  const { t, format } = usePane();
  const styles = useStyles();
  const [query, setQuery] = useState('');
  const { shown, isCut } = useMemo(() => findClients(clients, query, MOST_ROWS), [clients, query]);
  return (
    <>
      <Input
        type="search"
        className={styles.search}
        value={query}
        contentBefore={<SearchRegular aria-hidden />}
        placeholder={t('pane.dossiers.search')}
        aria-label={t('pane.dossiers.search')}
        onChange={(_event, { value }) => setQuery(value)}
      />
      {shown.length > 0 && (
        <ul className={styles.list} aria-label={t('pane.dossiers.clients')}>
          {shown.map((client) => (
            <li key={client.key}>{row(client)}</li>
          ))}
        </ul>
      )}
      {(isCut || shown.length === 0) && (
        <Text size={200} className={styles.quiet} role="status">
          {isCut
            ? t('pane.dossiers.shownFirst', { shown: format.count(shown.length) })
            : t('pane.dossiers.notFound')}
        </Text>
      )}
    </>
  );
}
