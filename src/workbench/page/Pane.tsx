import { useLayoutEffect, useMemo, useRef } from 'react';
import { ExcelParent, identify } from './excel/parent';
import { LOCALES } from './session';
import type { Session } from './session';

/** What the pane is told that its Excel can do: the product's minimum, so that nothing above it goes unnoticed. */
const EXCEL_API = 1.12;

const PANE_ADDRESS = '/taskpane.html';

interface PaneProps {
  readonly session: Session;
  readonly title: string;
}

/** The real task pane, unchanged, in a frame for which this page plays Excel. */
export function Pane({ session, title }: PaneProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const locale = LOCALES[session.language];
  const { source, name } = useMemo(() => identify(PANE_ADDRESS, locale, location.origin), [locale]);
  useLayoutEffect(() => {
    if (!frame.current) return undefined;
    const { clientWidth: width, clientHeight: height } = frame.current;
    const surroundings = { locale, documentName: session.book.name, excelApi: EXCEL_API, width, height };
    return new ExcelParent(frame.current, session.host, surroundings).listen();
  }, [session, locale]);
  return <iframe ref={frame} className="pane" title={title} src={source} name={name} />;
}
