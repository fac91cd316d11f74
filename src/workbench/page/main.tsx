import { init } from '@ironcalc/workbook';
import { createRoot } from 'react-dom/client';
import { languageOf } from '../../i18n/translate';
import { sampleBook } from '../sample/sampleBook';
import { App } from './App';
import './page.css';
import { startSession } from './session';
import { pageText } from './texts';

/** Shows the page with the sample company, in the browser's language (`?lang=ru` or `?lang=en` asks for another). */
async function start(): Promise<void> {
  const language = languageOf(new URLSearchParams(location.search).get('lang') ?? navigator.language);
  const container = document.getElementById('root');
  if (container === null) throw new Error('index.html has no #root');
  const root = createRoot(container);
  try {
    await init();
    root.render(<App first={await startSession(sampleBook(language), language)} />);
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error);
    root.render(<p className="notice trouble">{pageText(language, 'engineFailed', { details })}</p>);
    throw error;
  }
}

void start();
