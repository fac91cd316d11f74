import type { Culture } from '../../host/culture';
import { displayText } from '../../host/displayText';
import type { BookModel, ModelValue, SheetModel } from '../../model/model';
import { CellList } from './CellList';
import type { GridModel } from './gridModel';
import { choicesOf } from './listChoices';
import { mergedAreaOf, screenPlaceOf } from './places';
import { validationAt } from './validity';
import type { ActiveCell } from './viewLink';

interface CellHelpProps {
  readonly book: BookModel;
  readonly sheet: SheetModel;
  readonly culture: Culture;
  readonly model: GridModel;
  readonly cell: ActiveCell;
  /** One-based first row and column of the scrolled part. */
  readonly top: number;
  readonly left: number;
  readonly texts: { readonly openList: string; readonly list: string };
  readonly isListOpen: boolean;
  readonly onList: (isOpen: boolean) => void;
  readonly onPick: (text: string) => void;
}

/** Height of the arrow in pixels, where the cell is higher. */
const MOST_ARROW = 24;
const NO_PROMPT = { title: '', message: '' };

/** What the validation of the active cell offers: its prompt, and the arrow of its list. */
export function CellHelp({ book, sheet, culture, model, cell, top, left, texts, ...list }: CellHelpProps) {
  const { row, column } = cell;
  const validation = validationAt(sheet, row, column);
  const area = mergedAreaOf(sheet, cell);
  const place = validation && screenPlaceOf(sheet, model.geometryOf(sheet), area, top, left);
  if (!validation || !place) return null;
  const hasList = validation.rule.kind === 'list' && validation.rule.inCellDropDown;
  const choices = hasList && !sheet.isProtected ? choicesOf(book, sheet, validation, row, column) : null;
  const shown = (value: ModelValue, numberFormat = 'General') => displayText(value, numberFormat, culture);
  const { numberFormat } = book.styles.get(sheet.cells.style(row, column));
  return (
    <div className="cell-help" style={{ left: place.x, top: place.y }}>
      {choices ? (
        <button
          className="cell-arrow"
          style={{ left: place.width, height: Math.min(place.height, MOST_ARROW) }}
          aria-label={texts.openList}
          title={texts.openList}
          aria-haspopup="listbox"
          aria-expanded={list.isListOpen}
          tabIndex={-1}
          onClick={() => list.onList(!list.isListOpen)}
        >
          ▾
        </button>
      ) : null}
      <div className="cell-below" style={{ top: place.height, minWidth: place.width }}>
        {choices && list.isListOpen ? (
          <CellList
            label={texts.list}
            choices={choices.map((choice) => shown(choice.value, choice.numberFormat))}
            current={shown(sheet.cells.value(row, column), numberFormat)}
            onPick={list.onPick}
            onClose={() => list.onList(false)}
          />
        ) : (
          <Prompt {...(validation.prompt ?? NO_PROMPT)} />
        )}
      </div>
    </div>
  );
}

/** What Excel shows beside a selected cell. */
function Prompt({ title, message }: { readonly title: string; readonly message: string }) {
  if (title === '' && message === '') return null;
  return (
    <div className="cell-prompt" role="status">
      {title === '' ? null : <strong>{title}</strong>}
      {message}
    </div>
  );
}
