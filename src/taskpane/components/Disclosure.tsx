import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { ReactNode } from 'react';
import { useId, useState } from 'react';

const useStyles = makeStyles({
  root: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0 },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    width: '100%',
    minHeight: '36px',
    padding: `${tokens.spacingVerticalXS} 0`,
    border: 'none',
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    '&:hover': { color: tokens.colorBrandForeground1 },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  label: { flexGrow: 1, minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
  chevron: {
    display: 'flex',
    flexShrink: 0,
    transitionProperty: 'transform',
    transitionDuration: tokens.durationFast,
  },
  turned: { transform: 'rotate(90deg)' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
  },
});

export interface DisclosureProps {
  readonly label: string;
  /** Short summary at the right end of the line. */
  readonly hint?: string;
  /** Whether it is open before the user has touched it. */
  readonly initiallyOpen?: boolean;
  readonly children: ReactNode;
}

/** A part of a card that unfolds at a press. */
export function Disclosure({ label, hint, initiallyOpen = false, children }: DisclosureProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? initiallyOpen;
  const id = useId();
  return (
    <div className={styles.root}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setChosen(!open)}
      >
        <span className={mergeClasses(styles.chevron, open && styles.turned)}>
          <ChevronRightRegular fontSize={16} aria-hidden />
        </span>
        <Text truncate wrap={false} className={styles.label}>
          {label}
        </Text>
        {hint !== undefined && (
          <Text size={200} className={styles.hint}>
            {hint}
          </Text>
        )}
      </button>
      {open && (
        <div id={id} className={styles.body}>
          {children}
        </div>
      )}
    </div>
  );
}
