import { useEffect, useEffectEvent } from 'react';

export interface Shortcut {
  /** One key ("j", "?", "Escape") or two in a row ("g l"). */
  keys: string;
  does: string;
  run: () => void;
}

const OFF_SWITCH = 'nightdesk.shortcuts';
const SEQUENCE_MS = 900;
// The last one to come is asked first: an open card answers before the page below it.
const handlers: ((pressed: string) => boolean)[] = [];

export const shortcutsOn = (): boolean => localStorage.getItem(OFF_SWITCH) !== 'off';
export const turnShortcuts = (on: boolean): void => localStorage.setItem(OFF_SWITCH, on ? 'on' : 'off');

/** Shortcuts that live as long as the component. Esc works even when the others are switched off (WCAG 2.1.4). */
export function useShortcuts(shortcuts: Shortcut[]): void {
  const handle = useEffectEvent((pressed: string): boolean => {
    const found = shortcuts.find((shortcut) => shortcut.keys === pressed);
    found?.run();
    return found !== undefined;
  });
  useEffect(() => {
    const handler = (pressed: string): boolean => handle(pressed);
    handlers.unshift(handler);
    return () => void handlers.splice(handlers.indexOf(handler), 1);
  }, []);
}

/** Listens once for the whole page. */
export function useKeyboard(): void {
  useEffect(() => {
    let previous = { key: '', at: 0 };
    const listen = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
      if (event.key !== 'Escape' && !shortcutsOn()) return;
      const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const sequence = event.timeStamp - previous.at < SEQUENCE_MS ? `${previous.key} ${pressed}` : pressed;
      previous = { key: pressed, at: event.timeStamp };
      if (tell(sequence) || tell(pressed)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

const tell = (pressed: string): boolean => handlers.some((handler) => handler(pressed));

/** Letters belong to fields; in menus, lists and dialogs they belong to the widget. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  if (target.closest('[role="dialog"][aria-modal="true"]:not([data-panel])')) return true;
  if (event.key === 'Escape')
    return target.closest('[role="combobox"][aria-expanded="true"], [role="listbox"], [role="menu"]') !== null;
  return (
    target.closest(
      'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], [role="listbox"], [role="menu"]',
    ) !== null
  );
}

export function Key({ children }: { children: string }) {
  return <kbd className="nd-key">{children}</kbd>;
}
