import type { KeyboardEvent, PointerEvent } from 'react';

/** Bounds of Excel's pane, in pixels. */
const NARROWEST = 300;
const WIDEST = 700;
const KEY_STEP = 10;

interface SplitterProps {
  readonly width: number;
  readonly label: string;
  readonly onWidth: (width: number) => void;
}

/** The edge between grid and pane: drag it, or move it with the arrow keys. */
export function Splitter({ width, label, onWidth }: SplitterProps) {
  const set = (wanted: number) => onWidth(Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted))));
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') set(width + KEY_STEP);
    if (event.key === 'ArrowRight') set(width - KEY_STEP);
  };
  return (
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
    />
  );
}
