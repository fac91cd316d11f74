import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';

/** What the menu of the row headings offers for some rows, and where it opens, in pixels of the window. */
export interface RowMenuProps {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly choices: readonly { readonly text: string; readonly run: () => void }[];
  readonly onClose: () => void;
}

/** The menu of the row headings. */
export function RowMenu({ x, y, label, choices, onClose }: RowMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector('button')?.focus();
    const closeOutside = (event: Event) => {
      if (!(event.target instanceof Node) || !menu.current?.contains(event.target)) onClose();
    };
    window.addEventListener('pointerdown', closeOutside, true);
    return () => window.removeEventListener('pointerdown', closeOutside, true);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const items = [...(menu.current?.querySelectorAll('button') ?? [])];
      const at = items.findIndex((item) => item === document.activeElement);
      items[(at + step + items.length) % items.length]?.focus();
    }
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    event.stopPropagation();
  };
  return (
    <div
      ref={menu}
      className="row-menu"
      role="menu"
      aria-label={label}
      style={{ left: x, top: y }}
      onKeyDown={onKeyDown}
    >
      {choices.map(({ text, run }) => (
        <button
          key={text}
          role="menuitem"
          onClick={() => {
            onClose();
            run();
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
