import { useEffect, useRef } from 'react';
import { useShortcuts } from './keyboard.js';

const allRows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')];

const currentIndex = (rows: HTMLElement[]): number => {
  const focused = rows.findIndex((row) => row.contains(document.activeElement));
  return focused >= 0 ? focused : rows.findIndex((row) => row.matches('[data-open]'));
};

/** The row under the keyboard: the focused one, else the one whose card is open. */
export function currentRowId(): string | null {
  const rows = allRows();
  return rows[currentIndex(rows)]?.dataset.row ?? null;
}

/** J and K walk the rows; while a card is open they open the neighbour instead, so that triage is one key per card. */
export function useRowKeys(cardIsOpen: boolean): void {
  const place = useRef(0);
  // A card that was just worked leaves the list; its place in it is remembered, so that J goes on with the one after it.
  useEffect(() => {
    const at = currentIndex(allRows());
    if (at >= 0) place.current = at;
  });
  const walk = (by: 1 | -1): void => {
    const rows = allRows();
    const at = currentIndex(rows);
    const wanted = at >= 0 ? at + by : place.current - (by > 0 ? 0 : 1);
    const next = rows[Math.min(Math.max(wanted, 0), rows.length - 1)];
    if (cardIsOpen) next?.click();
    else next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts([
    { keys: 'j', does: 'Next row', run: () => walk(1) },
    { keys: 'k', does: 'Previous row', run: () => walk(-1) },
  ]);
}

/** Focus goes back to the row that opened the card; if that row has left the list, to the first one. */
export function focusRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? allRows()[0];
  row?.focus();
}
