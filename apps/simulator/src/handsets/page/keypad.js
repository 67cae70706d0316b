import { el } from './dom.js';

export function keypad(press) {
  const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
  const buttons = keys.map((key) =>
    el('button', { type: 'button', textContent: key, ariaLabel: `Press ${key}`, onclick: () => press(key) }),
  );
  return el('details', {}, el('summary', { textContent: 'Keypad' }), el('div', { className: 'keypad' }, ...buttons));
}
