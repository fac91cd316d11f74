import type { Language } from '../../domain/settings';
import { pageText } from './texts';

/** Widths of Excel's pane: the narrowest, the usual one, and a wide one. */
export const PANE_WIDTHS = [320, 350, 450] as const;

interface ToolbarProps {
  readonly language: Language;
  readonly documentName: string;
  readonly paneWidth: number;
  readonly onOpen: (file: File) => void;
  readonly onSave: () => void;
  /** Null while no tab of ours is without names. */
  readonly onSaveNameless: (() => void) | null;
  readonly onSample: () => void;
  readonly onLanguage: (language: Language) => void;
  readonly onPaneWidth: (width: number) => void;
}

/** What Excel's title bar and File menu would do. */
export function Toolbar(props: ToolbarProps) {
  const t = (key: Parameters<typeof pageText>[1]) => pageText(props.language, key);
  const isStandard = PANE_WIDTHS.some((width) => width === props.paneWidth);
  return (
    <header className="toolbar">
      <strong className="document" title={t('title')}>
        {props.documentName}
      </strong>
      <label className="button primary" title={t('openHint')}>
        {t('open')}
        <input
          type="file"
          accept=".xlsx,.csv,.txt,.tsv"
          data-testid="open"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) props.onOpen(file);
            event.target.value = '';
          }}
        />
      </label>
      <button className="button" data-testid="save" onClick={props.onSave}>
        {t('save')}
      </button>
      {props.onSaveNameless ? (
        <button className="button" data-testid="save-nameless" onClick={props.onSaveNameless}>
          {t('saveNameless')}
        </button>
      ) : null}
      <button className="button" data-testid="sample" onClick={props.onSample}>
        {t('sample')}
      </button>
      <span className="space" />
      <label className="choice">
        {t('excelLanguage')}
        <select
          value={props.language}
          data-testid="language"
          onChange={(event) => props.onLanguage(event.target.value === 'ru' ? 'ru' : 'en')}
        >
          <option value="ru">Русский</option>
          <option value="en">English</option>
        </select>
      </label>
      <label className="choice">
        {t('paneWidth')}
        <select
          value={props.paneWidth}
          data-testid="pane-width"
          onChange={(event) => props.onPaneWidth(Number(event.target.value))}
        >
          {isStandard ? null : <option value={props.paneWidth}>{props.paneWidth} px</option>}
          {PANE_WIDTHS.map((width) => (
            <option key={width} value={width}>
              {width} px
            </option>
          ))}
        </select>
      </label>
    </header>
  );
}
