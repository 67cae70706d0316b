import { byId, el, hourOf } from './dom.js';

const SHOWN = 300;

/** Every request that reached a stand-in, every webhook it sent, everything that happened; newest first. */
export function trafficPanel() {
  const list = byId('traffic-list');
  const entries = [];
  const wanted = (entry) => {
    const kind = byId('traffic-kind').value;
    const text = byId('traffic-text').value.trim().toLowerCase();
    return (!kind || entry.kind === kind) && (!text || JSON.stringify(entry).toLowerCase().includes(text));
  };
  const redraw = () => list.replaceChildren(...entries.filter(wanted).slice(-SHOWN).reverse().map(rowFor));
  byId('traffic-filter').addEventListener('input', redraw);
  byId('traffic-filter').addEventListener('submit', (event) => event.preventDefault());
  return {
    notice(entry) {
      entries.push(entry);
      if (entries.length > 5000) entries.shift();
      if (!wanted(entry)) return;
      list.prepend(rowFor(entry));
      if (list.children.length > SHOWN) list.lastElementChild.remove();
    },
  };
}

function rowFor(entry) {
  const details = el(
    'details',
    {},
    el(
      'summary',
      {},
      el('span', { className: `kind ${entry.kind}`, textContent: entry.kind }),
      el('time', { dateTime: entry.at, textContent: hourOf(entry.at) }),
      el('span', { textContent: `${entry.scope} ${entry.summary}` }),
    ),
  );
  // The body is written out only when somebody looks: a night has thousands of rows.
  details.addEventListener(
    'toggle',
    () =>
      details.open &&
      details.children.length === 1 &&
      details.append(el('pre', { textContent: JSON.stringify(entry.data, null, 2) })),
  );
  return el('li', {}, details);
}
