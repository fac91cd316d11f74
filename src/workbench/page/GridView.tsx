import { IronCalc } from '@ironcalc/workbook';
import '@ironcalc/workbook/style.css';
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Language } from '../../domain/settings';
import { MAX_COLUMNS, MAX_ROWS } from '../host/a1';
import type { BookModel, SheetModel } from '../model/model';
import { ChartLayer } from './charts/ChartLayer';
import { CellHelp } from './grid/CellHelp';
import { FrozenTexts } from './grid/FrozenTexts';
import { BookEdits } from './grid/edits';
import type { Refusal } from './grid/edits';
import { CELL_FONT } from './grid/font';
import { GridModel } from './grid/gridModel';
import { COLUMN_HEADER, ROW_HEADER } from './grid/geometry';
import { MergedCells } from './grid/MergedCells';
import { mergedAreaOf, rowAt } from './grid/places';
import { RowMenu } from './grid/RowMenu';
import { validationAt } from './grid/validity';
import { ViewLink } from './grid/viewLink';
import type { ActiveCell, Scroll } from './grid/viewLink';
import type { Session } from './session';
import { pageText } from './texts';

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
  const { book, host, culture, language } = session;
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const [scroll, setScroll] = useState<Scroll>({ sheet: 0, top: 1, left: 1 });
  const [cell, setCell] = useState<ActiveCell>({ row: 0, column: 0 });
  const [isListOpen, setListOpen] = useState(false);
  const [rowMenu, setRowMenu] = useState<RowMenuPlace | null>(null);
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

  useEffect(
    () =>
      new ViewLink(model, book).follow(setScroll, (active) => {
        setCell(active);
        setListOpen(false);
      }),
    [model, book],
  );

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
  const active = sheet ? mergedAreaOf(sheet, cell) : null;
  const isMerged = active !== null && active.rows * active.columns > 1;
  const focusGrid = useCallback(() => {
    const container = root?.querySelector<HTMLElement>('.ic-workbook-container');
    if (container) HTMLElement.prototype.focus.call(container);
  }, [root]);
  const onList = useCallback(
    (isOpen: boolean) => {
      setListOpen(isOpen);
      if (!isOpen) focusGrid();
    },
    [focusGrid],
  );
  const closeRowMenu = useCallback(() => {
    setRowMenu(null);
    focusGrid();
  }, [focusGrid]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowDown' || !sheet) return;
    if (validationAt(sheet, cell.row, cell.column)?.rule.kind !== 'list') return;
    event.preventDefault();
    event.stopPropagation();
    setListOpen(true);
  };
  const onContextMenu = (event: MouseEvent) => {
    const rows = surface && sheet ? rowsFor(event, surface, book, (y) => rowUnder(sheet, y)) : null;
    if (!rows) return;
    event.preventDefault();
    event.stopPropagation();
    setRowMenu(rows);
  };
  const rowUnder = (shown: SheetModel, y: number): number =>
    rowAt(shown, model.geometryOf(shown), y, scroll.top);
  return (
    <div
      className="grid"
      data-merged={isMerged}
      ref={setRoot}
      onKeyDownCapture={onKeyDown}
      onContextMenuCapture={onContextMenu}
    >
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
              <CellHelp
                {...{ book, sheet, culture, model, cell, isListOpen, onList }}
                top={scroll.top}
                left={scroll.left}
                texts={{ openList: pageText(language, 'openList'), list: pageText(language, 'list') }}
                onPick={(text) => {
                  onList(false);
                  edits.typeChecked(sheet, cell.row, cell.column, text);
                }}
              />
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
      {rowMenu ? (
        <RowMenu
          x={rowMenu.x}
          y={rowMenu.y}
          label={pageText(language, 'rowMenu')}
          onClose={closeRowMenu}
          choices={rowChoices(rowMenu, language).map(({ text, kind }) => ({
            text,
            run: () => {
              const { row, rows } = rowMenu;
              if (kind === 'insert') model.insertRows(scroll.sheet, row + 1, rows);
              else model.deleteRows(scroll.sheet, row + 1, rows);
            },
          }))}
        />
      ) : null}
    </div>
  );
}

/** Where the menu of the row headings opens, in pixels of the window, and for which rows. */
interface RowMenuPlace {
  readonly x: number;
  readonly y: number;
  readonly row: number;
  readonly rows: number;
}

/** The rows that a right click means, or the menu key while whole rows are selected; null: it means no row. */
function rowsFor(
  event: MouseEvent,
  surface: Element,
  { selection }: BookModel,
  rowUnder: (y: number) => number,
): RowMenuPlace | null {
  const { left, top } = surface.getBoundingClientRect();
  const areRows = selection.columns === MAX_COLUMNS && selection.rows < MAX_ROWS;
  const { row, rows } = selection;
  if (event.button !== RIGHT_BUTTON) {
    return areRows ? { x: left + ROW_HEADER, y: top + COLUMN_HEADER, row, rows } : null;
  }
  const [x, y] = [event.clientX - left, event.clientY - top];
  if (x < 0 || x >= ROW_HEADER || y < COLUMN_HEADER) return null;
  const clicked = rowUnder(y - COLUMN_HEADER);
  const isSelected = areRows && clicked >= row && clicked < row + rows;
  const meant = isSelected ? { row, rows } : { row: clicked, rows: 1 };
  return { x: event.clientX, y: event.clientY, ...meant };
}

const RIGHT_BUTTON = 2;

function rowChoices(
  { rows }: RowMenuPlace,
  language: Language,
): readonly { readonly text: string; readonly kind: 'insert' | 'delete' }[] {
  const count = String(rows);
  return [
    { text: pageText(language, rows === 1 ? 'insertRow' : 'insertRows', { count }), kind: 'insert' },
    { text: pageText(language, rows === 1 ? 'deleteRow' : 'deleteRows', { count }), kind: 'delete' },
  ];
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
    const isOurs = active?.closest('[role=listbox], [role=menu]') !== null;
    if (active === null || active === document.body || (root.contains(active) && !isOurs)) {
      HTMLElement.prototype.focus.call(container, options);
    }
  };
}
