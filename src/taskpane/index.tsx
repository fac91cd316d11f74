import { createRoot } from 'react-dom/client';
import { createClientele } from '../app/clientele';
import { registerCommands } from '../commands/commands';
import { languageOf } from '../i18n/translate';
import { App } from './App';
import { createFlow } from './flow';
import { localMemory } from './localMemory';
import { Outside } from './Outside';
import { todaySerial } from './today';

/** Injected by webpack from package.json. */
declare const CLIENTELE_VERSION: string;

const container = document.getElementById('root');
if (container === null) throw new Error('taskpane.html has no #root');
const root = createRoot(container);

// Opened in a plain browser, or offline: Microsoft's script did not come or finds no Excel around it.
if (typeof Office === 'undefined') showOutside();
else void Office.onReady(({ host }) => (host === Office.HostType.Excel ? showPane() : showOutside()));

function showPane(): void {
  const flow = createFlow({
    // A browser parts storage by the site around the pane; Office names the part (facts of Office.context.partitionKey).
    clientele: createClientele({ memory: localMemory(Office.context.partitionKey ?? '') }),
    now: () => performance.now(),
    today: () => todaySerial(new Date()),
    displayLanguage: languageOf(Office.context.displayLanguage),
  });
  registerCommands(
    { associate: Office.actions.associate, showPane: () => Office.addin.showAsTaskpane() },
    flow,
  );
  // office-js #6134: the theme may be missing although the types promise it.
  const officeColours = () => Office.context.officeTheme as Office.OfficeTheme | undefined;
  root.render(<App flow={flow} version={CLIENTELE_VERSION} officeColours={officeColours} />);
}

function showOutside(): void {
  root.render(<Outside language={languageOf(navigator.language)} />);
}
