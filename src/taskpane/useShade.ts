import { useCallback, useEffect, useState } from 'react';
import type { OfficeColours, Shade, ThemeChoice } from './theme';
import { detectShade } from './theme';

/** The choice is a person's, not the workbook's: it is kept beside the pane. */
const STORAGE_KEY = 'clientele.theme';

/** The shade in force and the user's choice. Looked up again on every focus, since Office tells nobody of a change. */
export function useShade(officeColours: () => OfficeColours | undefined): {
  readonly shade: Shade;
  readonly choice: ThemeChoice;
  readonly choose: (choice: ThemeChoice) => void;
} {
  const [choice, setChoice] = useState(storedChoice);
  const detect = useCallback(
    () => detectShade(choice, officeColours(), systemPrefersDark()),
    [choice, officeColours],
  );
  const [, look] = useState(0);

  useEffect(() => {
    const lookAgain = (): void => look((times) => times + 1);
    window.addEventListener('focus', lookAgain);
    return () => window.removeEventListener('focus', lookAgain);
  }, []);

  const choose = useCallback((chosen: ThemeChoice) => {
    setChoice(chosen);
    storeChoice(chosen);
  }, []);

  return { shade: detect(), choice, choose };
}

function systemPrefersDark(): boolean {
  return typeof window.matchMedia === 'function' && window.matchMedia('(prefers-color-scheme: dark)').matches;
}

function storedChoice(): ThemeChoice {
  try {
    const stored = window.localStorage.getItem(STORAGE_KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  } catch {
    // Browsers may forbid storage inside Office's frame.
    return 'auto';
  }
}

function storeChoice(choice: ThemeChoice): void {
  try {
    window.localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // Then the choice lasts as long as the pane.
  }
}
