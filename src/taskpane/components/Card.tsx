import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useId } from 'react';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  title: { flexGrow: 1, minWidth: 0, margin: 0 },
  dimmed: { opacity: 0.6 },
});

export interface CardProps {
  readonly title: string;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
  /** What is shown is being replaced. */
  readonly dimmed?: boolean;
  readonly children: ReactNode;
}

/** A titled section of the page. */
export function Card({ title, aside, dimmed = false, children }: CardProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={mergeClasses(styles.card, dimmed && styles.dimmed)}>
      <div className={styles.head}>
        <Text as="h2" id={id} weight="semibold" size={400} className={styles.title}>
          {title}
        </Text>
        {aside}
      </div>
      {children}
    </section>
  );
}
