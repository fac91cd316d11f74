import type { ReactNode } from 'react';
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Language } from '../domain/settings';
import type { Translate } from '../i18n/translate';
import { translator } from '../i18n/translate';
import type { Flow } from './flow';
import type { Format } from './format';
import { formatFor } from './format';
import type { PaneState } from './state';

/** What every component of the pane may use. */
export interface Pane {
  readonly flow: Flow;
  readonly state: PaneState;
  readonly language: Language;
  readonly t: Translate;
  readonly format: Format;
}

const PaneContext = createContext<Pane | null>(null);

/** Gives the components below the flow and its current state, in the language in force. */
export function PaneProvider({ flow, children }: { readonly flow: Flow; readonly children: ReactNode }) {
  const state = useSyncExternalStore(flow.subscribe, flow.getState);
  const language = flow.language();
  const words = useMemo(() => ({ t: translator(language), format: formatFor(language) }), [language]);
  const pane = useMemo(() => ({ flow, state, language, ...words }), [flow, state, language, words]);
  return <PaneContext.Provider value={pane}>{children}</PaneContext.Provider>;
}

/** The pane around a component. Throws outside a {@link PaneProvider}. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error('usePane is called outside PaneProvider');
  return pane;
}
