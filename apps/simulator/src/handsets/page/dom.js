/** Builds an element; text always goes in as text, so that what a caller says never becomes markup. */
export function el(tag, properties = {}, ...children) {
  const { dataset, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, dataset);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** The simulator's hour in the demo contractor's zone: that is the wall clock the night is about. */
const HOUR = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Chicago',
  weekday: 'short',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});

export const hourOf = (iso) => HOUR.format(new Date(iso));

export function option(value, label, selected = false) {
  return el('option', { value, textContent: label, selected });
}

/** Keeps the newest line in sight unless the reader has scrolled back. */
export function keepAtEnd(list, change) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  change();
  if (atEnd) list.scrollTop = list.scrollHeight;
}
