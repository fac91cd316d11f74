import { useCallback, useEffect, useState } from 'react';
import type { DragEvent } from 'react';
import { anonymousCopy } from '../../app/anonymousCopy/anonymousCopy';
import type { Language } from '../../domain/settings';
import { maskedTabs } from '../../excel/inputs';
import { TAB_PROPERTY } from '../../excel/ownedTabs';
import { translator } from '../../i18n/translate';
import { fileTroubleText } from '../files/fileTroubleText';
import { openWorkbook } from '../files/open';
import { saveWorkbook } from '../files/save';
import type { BookModel } from '../model/model';
import { sampleBook } from '../sample/sampleBook';
import { download } from './download';
import { GridView } from './GridView';
import type { Refusal } from './grid/edits';
import { Pane } from './Pane';
import { startSession } from './session';
import type { Session } from './session';
import { Splitter } from './Splitter';
import { pageText } from './texts';
import type { TextKey } from './texts';
import { Toolbar } from './Toolbar';

const USUAL_PANE_WIDTH = 350;

interface Notice {
  readonly kind: 'trouble' | 'progress';
  readonly text: string;
}

/** The page that plays Excel on the web: title bar, grid, and the add-in's pane at its right. */
export function App({ first }: { readonly first: Session }) {
  const [session, setSession] = useState(first);
  const [revision, setRevision] = useState(0);
  const [paneWidth, setPaneWidth] = useState(USUAL_PANE_WIDTH);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isDragging, setDragging] = useState(false);
  const { book, host, language } = session;

  useEffect(() => host.onChange(() => setRevision((number) => number + 1)), [host]);
  useEffect(() => {
    document.title = `${book.name} – Clientele`;
    document.documentElement.lang = language;
  }, [book, language]);

  const tell = (kind: Notice['kind'], key: TextKey, facts?: Readonly<Record<string, string>>) =>
    setNotice({ kind, text: pageText(language, key, facts) });
  const onRefused = useCallback(
    (reason: Refusal) => setNotice({ kind: 'trouble', text: refusalText(reason, language) }),
    [language],
  );

  const open = async (file: File) => {
    const onProgress = (fraction: number) =>
      tell('progress', 'opening', { file: file.name, percent: String(Math.round(fraction * 100)) });
    onProgress(0);
    try {
      const opened = await openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name, { onProgress });
      if (opened.ok) {
        setSession(await startSession(opened.value, language));
        setNotice(null);
      } else {
        setNotice({ kind: 'trouble', text: fileTroubleText(opened.error, translator(language)) });
      }
    } catch (error) {
      tell('trouble', 'openFailed', { file: file.name, details: detailsOf(error) });
    }
  };
  const save = async () => {
    tell('progress', 'saving', { file: book.name });
    try {
      download(await saveWorkbook(book), book.name.replace(/\.(csv|txt|tsv)$/i, '.xlsx'));
      setNotice(null);
    } catch (error) {
      tell('trouble', 'saveFailed', { details: detailsOf(error) });
    }
  };
  const nameless = namelessSheets(book);
  const saveNameless = async () => {
    const name = pageText(language, 'namelessName');
    tell('progress', 'saving', { file: name });
    try {
      download(anonymousCopy(await saveWorkbook(book), nameless), name);
      setNotice(null);
    } catch (error) {
      tell('trouble', 'saveFailed', { details: detailsOf(error) });
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    const [file] = event.dataTransfer.files;
    if (file) void open(file);
  };
  const changeLanguage = async (next: Language) => setSession(await startSession(book, next));

  return (
    <div
      className="page"
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={(event) => setDragging(event.relatedTarget !== null)}
      onDrop={onDrop}
    >
      <Toolbar
        language={language}
        documentName={book.name}
        paneWidth={paneWidth}
        onOpen={(file) => void open(file)}
        onSave={() => void save()}
        onSaveNameless={nameless.length > 0 ? () => void saveNameless() : null}
        onSample={() => void startSession(sampleBook(language), language).then(setSession)}
        onLanguage={(next) => void changeLanguage(next)}
        onPaneWidth={setPaneWidth}
      />
      {notice ? (
        <div className={`notice ${notice.kind}`} role={notice.kind === 'trouble' ? 'alert' : 'status'}>
          {notice.text}
          <button aria-label={pageText(language, 'close')} onClick={() => setNotice(null)}>
            ✕
          </button>
        </div>
      ) : null}
      <main className="work" style={{ gridTemplateColumns: `minmax(0, 1fr) 5px ${paneWidth}px` }}>
        <GridView
          key={`grid ${session.number}`}
          session={session}
          revision={revision}
          onRefused={onRefused}
        />
        <Splitter width={paneWidth} label={pageText(language, 'resize')} onWidth={setPaneWidth} />
        <Pane key={`pane ${session.number}`} session={session} title={pageText(language, 'pane')} />
      </main>
      {isDragging ? <div className="drop">{pageText(language, 'drop')}</div> : null}
    </div>
  );
}

/** Names of the add-in's tabs that hold no name now. */
function namelessSheets({ sheets, settings }: BookModel): readonly string[] {
  const masked: ReadonlySet<string> = maskedTabs(settings.keys());
  return sheets
    .filter(({ customProperties }) => masked.has(customProperties.get(TAB_PROPERTY) ?? ''))
    .map(({ name }) => name);
}

function refusalText(reason: Refusal, language: Language): string {
  if (typeof reason === 'string') return pageText(language, reason);
  return reason.title === '' ? reason.message : `${reason.title}: ${reason.message}`;
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
