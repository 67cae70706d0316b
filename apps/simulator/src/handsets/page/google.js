import { byId, el, hourOf, option } from './dom.js';
import { simulator } from './simulator.js';

const HOUR_MS = 3_600_000;
const DAY = new Intl.DateTimeFormat('en-US', { timeZone: 'America/Chicago', month: 'short', day: 'numeric' });

/** What stands in people's calendars, and a way to be busy. */
export function googlePanel() {
  const show = () => void simulator.google().then(draw, () => undefined);
  byId('google-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const from = new Date(byId('google-from').value);
    const to = new Date(from.getTime() + Number(byId('google-hours').value) * HOUR_MS);
    const title = byId('google-what').value || 'Busy';
    say(simulator.addBusyTime({ calendarId: byId('google-calendar').value, from, to, title }), 'Added');
  });
  show();
  return {
    notice(entry) {
      if (entry.scope === 'google.diary' || entry.scope === 'google.token') show();
    },
  };

  function draw(people) {
    const diaries = people.flatMap((person) => person.diaries).filter((diary) => diary.accessRole !== 'reader');
    const chosen = byId('google-calendar').value;
    byId('google-calendar').replaceChildren(
      ...diaries.map((diary) => option(diary.id, diary.summary, diary.id === chosen)),
    );
    byId('google-calendars').replaceChildren(...people.map(personFor));
    if (people.length === 0)
      byId('google-calendars').append(
        el('p', { className: 'empty', textContent: 'Nobody has connected a calendar yet: Settings, Booking' }),
      );
  }
}

const say = (work, done) =>
  void work.then(
    () => (byId('google-status').textContent = done),
    (error) => (byId('google-status').textContent = error.message),
  );

function personFor({ address, letsIn, diaries }) {
  const events = diaries.flatMap((diary) =>
    diary.events.filter((event) => event.status === 'confirmed').map((event) => ({ ...event, diary: diary.summary })),
  );
  events.sort((one, other) => Date.parse(one.start.dateTime) - Date.parse(other.start.dateTime));
  const withdraw = () => say(simulator.withdraw(address), `${address} took the permission back`);
  return el(
    'article',
    {},
    el('h3', { textContent: `${address}${letsIn ? '' : ' (lets nobody in)'}` }),
    letsIn ? el('button', { type: 'button', textContent: 'Take the permission back', onclick: withdraw }) : null,
    el('ul', {}, ...events.map(lineFor)),
    events.length === 0 ? el('p', { className: 'empty', textContent: 'Nothing in these calendars' }) : null,
  );
}

function lineFor({ id, diary, summary, start, end, extendedProperties }) {
  const { dateTime } = start;
  const when = `${DAY.format(new Date(dateTime))}, ${hourOf(dateTime)} to ${hourOf(end.dateTime)}`;
  const whose = extendedProperties ? 'Nightdesk' : 'by hand';
  const strike = () => say(simulator.strikeOut(id), 'Struck out');
  return el(
    'li',
    { className: 'faulty' },
    el('span', { textContent: `${when} · ${summary} (${diary}, ${whose})` }),
    el('button', { type: 'button', textContent: 'Strike out', ariaLabel: `Strike out: ${summary}`, onclick: strike }),
  );
}
