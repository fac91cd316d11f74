import { Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { DealCard } from '../../app/types';
import { usePane } from '../PaneContext';
import { isWriting } from '../state';
import { Card } from './Card';

const useStyles = makeStyles({
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  // A number stands at the first line of a name, not at its last.
  link: { verticalAlign: 'top' },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
});

/** The forecast in three sentences, and five deals to act on with the way to their rows. */
export function DealsCard({ card, language }: { readonly card: DealCard; readonly language: string }) {
  const { flow, state, t } = usePane();
  const styles = useStyles();
  return (
    <Card title={t('forecast.pane.title')}>
      <div lang={language}>
        {card.sentences.map((sentence) => (
          <Text key={sentence} as="p" block className={styles.text} style={{ margin: 0 }}>
            {sentence}
          </Text>
        ))}
      </div>
      {card.actions.length > 0 && (
        <>
          <Text size={200} weight="semibold">
            {t('forecast.pane.toAct')}
          </Text>
          <ol className={styles.list} lang={language}>
            {card.actions.map(({ deal, why, place }) => (
              <li key={place.row}>
                <Text className={styles.text}>
                  <Link
                    as="button"
                    inline
                    className={styles.link}
                    title={t('pane.showRow')}
                    disabled={isWriting(state)}
                    onClick={() => void flow.showRow(place)}
                  >
                    {deal}
                  </Link>{' '}
                  – {why}
                </Text>
              </li>
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}
