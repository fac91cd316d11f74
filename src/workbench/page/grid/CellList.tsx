import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';

interface CellListProps {
  readonly label: string;
  readonly choices: readonly string[];
  /** What the cell shows now. */
  readonly current: string;
  readonly onPick: (choice: string) => void;
  readonly onClose: () => void;
}

/** The open in-cell list: arrows move, a letter goes to the next choice that begins with it, Enter takes it. */
export function CellList({ label, choices, current, onPick, onClose }: CellListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(Math.max(0, choices.indexOf(current)));
  useEffect(() => {
    list.current?.focus();
    const closeOutside = (event: Event) => {
      if (!(event.target instanceof Node) || !list.current?.contains(event.target)) onClose();
    };
    window.addEventListener('pointerdown', closeOutside, true);
    return () => window.removeEventListener('pointerdown', closeOutside, true);
  }, [onClose]);
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const target = targetOf(event.key, at, choices);
    if (target !== null) {
      event.preventDefault();
      setAt(target);
    }
    if (event.key === 'Enter') onPick(choices[at] ?? current);
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    if (event.key === 'Enter' || event.key === 'Tab') event.preventDefault();
  };
  return (
    <ul
      ref={list}
      className="cell-list"
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      aria-activedescendant={`cell-choice-${at}`}
      onKeyDown={onKeyDown}
    >
      {choices.map((choice, index) => (
        <li
          key={`${index} ${choice}`}
          id={`cell-choice-${index}`}
          role="option"
          aria-selected={index === at}
          onClick={() => onPick(choice)}
        >
          {choice}
        </li>
      ))}
    </ul>
  );
}

/** The choice that a key leads to, or null. */
function targetOf(key: string, at: number, choices: readonly string[]): number | null {
  const last = choices.length - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default: {
      if (key.length !== 1) return null;
      const next = [...choices.keys()].map((index) => (at + 1 + index) % choices.length);
      const begins = (index: number) => choices[index]?.toLowerCase().startsWith(key.toLowerCase());
      return next.find(begins) ?? null;
    }
  }
}
