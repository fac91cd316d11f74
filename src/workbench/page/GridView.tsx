import { IronCalc } from '@ironcalc/workbook';
import '@ironcalc/workbook/style.css';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import type { BookModel } from '../model/model';
import { ChartLayer } from './charts/ChartLayer';
import { FrozenTexts } from './grid/FrozenTexts';
import { BookEdits } from './grid/edits';
import type { Refusal } from './grid/edits';
import { CELL_FONT } from './grid/font';
import { GridModel } from './grid/gridModel';
import { MergedCells } from './grid/MergedCells';
import { ViewLink } from './grid/viewLink';
import type { Scroll } from './grid/viewLink';
import type { Session } from './session';

/** Six digits fit beside the grid only in narrow type. */
const LONGEST_WIDE_NUMBER = 99_999;
const HEADER_FONTS = {
  wide: "11px 'Segoe UI', Arial, sans-serif",
  narrow: "10px 'Arial Narrow', 'Liberation Sans Narrow', sans-serif",
};

function themeOf(book: BookModel) {
  const isLong = book.sheets.some(({ cells }) => cells.rowCount > LONGEST_WIDE_NUMBER);
  return {
    '--palette-sheet-default-cell-font-family': CELL_FONT,
    '--palette-sheet-header-font': isLong ? HEADER_FONTS.narrow : HEADER_FONTS.wide,
  };
}

interface GridViewProps {
  readonly session: Session;
  /** Changes with the workbook. */
  readonly revision: number;
  readonly onRefused: (reason: Refusal) => void;
}

/** The workbook's grid: IronCalc's over our model, and the charts at their place over it. */
export function GridView({ session, revision, onRefused }: GridViewProps) {
  const { book, host, culture } = session;
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const [scroll, setScroll] = useState<Scroll>({ sheet: 0, top: 1, left: 1 });
  const [surface, setSurface] = useState<Element | null>(null);
  const [, setSize] = useState('');
  const edits = useMemo(
    () => new BookEdits(book, culture, () => host.bookEdited(), onRefused),
    [book, culture, host, onRefused],
  );
  const theme = useMemo(() => themeOf(book), [book]);
  const layout = layoutOf(book);
  const model = useMemo(() => new GridModel(book, culture, edits), [book, culture, edits, layout]);
  useMemo(() => model.bookChanged(), [model, revision]);

  useEffect(() => new ViewLink(model, book).follow(setScroll), [model, book]);

  useLayoutEffect(() => {
    setSurface(root?.querySelector('.ic-worksheet-sheet-container') ?? null);
    keepFocusOfOthers(root);
  }, [model, root]);

  useEffect(() => {
    if (!root) return undefined;
    const observer = new ResizeObserver(() => {
      model.setGridSize(root.clientWidth, root.clientHeight);
      setSize(`${root.clientWidth}×${root.clientHeight}`);
    });
    observer.observe(root);
    return () => observer.disconnect();
  }, [model, root]);

  const sheet = book.sheets[scroll.sheet];
  return (
    <div className="grid" ref={setRoot}>
      {root ? <IronCalc key={layout} model={model} themeVariables={theme} rootContainer={root} /> : null}
      {surface && sheet
        ? createPortal(
            <>
              <MergedCells
                index={scroll.sheet}
                sheet={sheet}
                model={model}
                top={scroll.top}
                left={scroll.left}
              />
              <FrozenTexts {...{ book, sheet, culture }} model={model} top={scroll.top} left={scroll.left} />
              <ChartLayer
                {...{ book, sheet, culture, revision }}
                geometry={model.geometryOf(sheet)}
                top={scroll.top}
                left={scroll.left}
              />
            </>,
            surface,
          )
        : null}
    </div>
  );
}

/** What makes the grid start anew: the sheets, their tabs and panes. */
function layoutOf(book: BookModel): string {
  return JSON.stringify(
    book.sheets.map(({ id, name, visibility, tabColor, frozen, showGridlines }) => [
      id,
      name,
      visibility,
      tabColor,
      frozen,
      showGridlines,
    ]),
  );
}

/** The grid takes the keyboard whenever it is drawn; while somebody types elsewhere (in the pane) it must not. */
function keepFocusOfOthers(root: HTMLElement | null): void {
  const container = root?.querySelector<HTMLElement>('.ic-workbook-container');
  if (!root || !container) return;
  container.focus = (options) => {
    const active = document.activeElement;
    if (active === null || active === document.body || root.contains(active)) {
      HTMLElement.prototype.focus.call(container, options);
    }
  };
}
