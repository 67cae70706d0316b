import { byId, el, hourOf, option } from './dom.js';
import { simulator } from './simulator.js';

const LOOK_EVERY_MS = 1000;
const SPEEDS = [
  [1, '1× (real time)'],
  [5, '5×'],
  [10, '10×'],
  [20, '20×'],
  [60, '60×'],
];

/** The PRD's night at the press of a button, the clock, and how well the agent's model hears. */
export function nightPanel() {
  byId('night-speed').append(...SPEEDS.map(([speed, label]) => option(speed, label, speed === 10)));
  byId('night-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const date = byId('night-date').value;
    const order = { speed: Number(byId('night-speed').value), ...(date && { date }) };
    void simulator.playNight(order).then(showNight, (error) => (byId('night-status').textContent = error.message));
  });
  byId('clock-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const now = byId('clock-now').value;
    void simulator
      .setClock({ scale: Number(byId('clock-scale').value), ...(now && { now: new Date(now).toISOString() }) })
      .then(showClock);
  });
  byId('agent-form').addEventListener('change', () => {
    const hearsAs = byId('agent-hears').value;
    void simulator.setAgent({ argumentShape: byId('agent-shape').value, ...(hearsAs && { hearsAs }) });
  });
  const look = () => void simulator.clock().then(showClock, () => undefined);
  look();
  setInterval(look, LOOK_EVERY_MS);
  void simulator.night().then(showNight);
  return {
    notice(entry) {
      if (entry.scope === 'overnight') void simulator.night().then(showNight);
    },
  };
}

function showClock({ now, scale }) {
  byId('clock-time').textContent = hourOf(now);
  byId('clock-time').dateTime = now;
  byId('clock-speed').textContent = scale === 1 ? 'at Metro Plumbing' : `at Metro Plumbing · ${scale}×`;
}

const STATUS = { idle: '', playing: 'Playing…', done: 'The night is over.', failed: 'The night broke off:' };

function showNight({ status, speed, date, events, error }) {
  byId('night-status').textContent = [STATUS[status], status === 'playing' ? `${date} at ${speed}×` : '', error ?? '']
    .join(' ')
    .trim();
  byId('night-events').replaceChildren(
    ...events.map((event) =>
      el('li', {}, el('time', { dateTime: event.at, textContent: `${event.local} ` }), event.what),
    ),
  );
}
