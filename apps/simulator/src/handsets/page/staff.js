import { byId, el, hourOf, keepAtEnd, option } from './dom.js';
import { keypad } from './keypad.js';
import { simulator } from './simulator.js';

const BEHAVIOURS = [
  ['by-hand', 'I answer by hand'],
  ['answers', 'answers, presses 1', { press: '1' }],
  ['answers-2', 'answers, presses 2', { press: '2' }],
  ['answers-none', 'answers, presses nothing'],
  ['voicemail', 'voicemail picks up'],
  ['no-answer', 'nobody answers'],
  ['declines', 'declines'],
  ['busy', 'busy'],
  ['off', 'switched off'],
];
const REPLIES = ['on it', '1', '2', 'ETA 25', 'HERE', 'DONE 1850', 'who is this?', 'STOP'];
const LOOK_EVERY_MS = 1000;

/** Every phone of the demo: technicians, owners, offices, and the callers for the texts they get. */
export function staffPanel(numbers) {
  const staff = [...Object.values(numbers.staff), ...Object.values(numbers.callers)];
  let chosen = staff[0];
  let heard = [];
  const tabs = new Map(staff.map((person) => [person.phone, tabFor(person, () => choose(person))]));
  const handset = makeHandset(() => chosen);
  byId('staff-list').append(...tabs.values());
  byId('staff-phone').append(handset.element);
  byId('staff-list').addEventListener('keydown', (event) => moveFocus(event, [...tabs.values()]));

  function choose(person) {
    chosen = person;
    for (const [phone, tab] of tabs) {
      tab.ariaSelected = String(phone === person.phone);
      tab.tabIndex = phone === person.phone ? 0 : -1;
    }
    handset.clear();
    heard.filter((entry) => entry.data.phone === person.phone).forEach(handset.notice);
    void look();
  }

  async function look() {
    const phones = await Promise.all(staff.map(({ phone }) => simulator.phone(phone).catch(() => null)));
    for (const phone of phones.filter(Boolean)) {
      const ringing = phone.legs.some((leg) => leg.state === 'ringing' && !leg.placedByPhone);
      tabs.get(phone.number).classList.toggle('ringing', ringing);
      if (phone.number === chosen.phone) handset.show(phone);
    }
  }

  choose(chosen);
  setInterval(() => void look(), LOOK_EVERY_MS);
  return {
    notice(entry) {
      if (!entry.scope.startsWith('phone.')) return;
      if (entry.scope.startsWith('phone.call.')) heard = [...heard, entry].slice(-500);
      if (entry.data.phone === chosen.phone) handset.notice(entry);
    },
  };
}

function tabFor(person, onclick) {
  return el('button', { type: 'button', role: 'tab', textContent: person.name, onclick });
}

function moveFocus(event, tabs) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
  next.focus();
  next.click();
}

function makeHandset(person) {
  const act = (name, body) => void simulator.onPhone(person().phone, name, body).catch((error) => alert(error.message));
  const title = el('h3');
  const behaviour = el('select', {}, ...BEHAVIOURS.map(([kind, label]) => option(kind, label)));
  behaviour.addEventListener('change', () => {
    const [kind, , extra] = BEHAVIOURS.find(([key]) => key === behaviour.value);
    void simulator.setBehaviour(person().phone, { kind: kind.split(/-(?:2|none)$/)[0], ...extra });
  });
  const incoming = el('div', { className: 'incoming', hidden: true });
  const inCall = callInHand(act);
  const thread = el('ol', { className: 'talk', ariaLabel: 'Texts', tabIndex: 0 });
  const reply = replyBox(person, () => thread.dataset.to);
  let shown = '';
  return {
    element: el(
      'div',
      {},
      title,
      el('label', {}, 'When it rings', behaviour),
      incoming,
      inCall.element,
      el('h3', { textContent: 'Texts' }),
      thread,
      reply,
    ),
    clear() {
      inCall.clear();
      shown = '';
    },
    notice: inCall.notice,
    show(phone) {
      title.textContent = `${person().name} · ${phone.number}`;
      behaviour.value = keyOf(phone.behaviour);
      showIncoming(incoming, phone.legs, act);
      inCall.show(phone.legs.some((leg) => leg.state === 'connected'));
      const key = JSON.stringify(phone.messages);
      if (key !== shown) showThread(thread, phone);
      shown = key;
    },
  };
}

function keyOf({ kind, press }) {
  if (kind !== 'answers') return kind;
  return press === '1' ? 'answers' : press === '2' ? 'answers-2' : 'answers-none';
}

function showIncoming(box, legs, act) {
  const leg = legs.find((candidate) => candidate.state === 'ringing' && !candidate.placedByPhone);
  if (box.dataset.callSid === (leg?.callSid ?? '')) return;
  box.dataset.callSid = leg?.callSid ?? '';
  box.hidden = !leg;
  if (!leg) return;
  const answer = el('button', { className: 'go', type: 'button', textContent: 'Answer', onclick: () => act('answer') });
  const decline = el('button', {
    className: 'stop',
    type: 'button',
    textContent: 'Decline',
    onclick: () => act('decline'),
  });
  box.replaceChildren(
    el('strong', { role: 'alert', textContent: `Call from ${leg.peer ?? 'a withheld number'}` }),
    el('div', { className: 'row' }, answer, decline),
  );
}

function callInHand(act) {
  const talk = el('ol', { className: 'talk', ariaLive: 'polite', ariaLabel: 'What is said', tabIndex: 0 });
  const words = el('input', { ariaLabel: 'What you say', placeholder: 'Say something…' });
  const say = el('form', {}, el('label', {}, words), el('button', { type: 'submit', textContent: 'Say' }));
  say.addEventListener('submit', (event) => {
    event.preventDefault();
    act('say', { text: words.value });
    words.value = '';
  });
  const keys = keypad((digits) => act('press', { digits }));
  keys.open = true;
  const hangUp = el('button', {
    className: 'stop',
    type: 'button',
    textContent: 'Hang up',
    onclick: () => act('hangup'),
  });
  const controls = el('div', { hidden: true }, say, keys, el('div', { className: 'row' }, hangUp));
  return {
    element: el('div', {}, talk, controls),
    show: (connected) => (controls.hidden = !connected),
    clear: () => talk.replaceChildren(),
    notice(entry) {
      const kind = entry.scope.split('.').at(-1);
      if (!['heard', 'said', 'pressed', 'state'].includes(kind)) return;
      const side = { heard: '', said: 'mine', pressed: 'mine', state: 'state' }[kind];
      const text = kind === 'pressed' ? `pressed ${entry.data.text}` : entry.data.text;
      keepAtEnd(talk, () => talk.append(el('li', { className: side }, text)));
    },
  };
}

function showThread(thread, phone) {
  const last = phone.messages.findLast((message) => message.to === phone.number);
  thread.dataset.to = last?.from ?? '';
  keepAtEnd(thread, () =>
    thread.replaceChildren(
      ...phone.messages.map((message) =>
        el(
          'li',
          { className: message.from === phone.number ? 'mine' : '' },
          message.body,
          el('small', { textContent: hourOf(message.createdAt) }),
        ),
      ),
    ),
  );
  if (phone.messages.length === 0) thread.append(el('li', { className: 'state', textContent: 'No texts yet' }));
}

function replyBox(person, to) {
  const words = el('input', { ariaLabel: 'Reply by text', placeholder: 'Reply…' });
  const send = (body) => {
    if (!to()) return alert('Nobody has texted this phone yet');
    void simulator.onPhone(person().phone, 'messages', { to: to(), body }).catch((error) => alert(error.message));
  };
  const form = el('form', {}, el('label', {}, words), el('button', { type: 'submit', textContent: 'Send' }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (words.value.trim()) send(words.value.trim());
    words.value = '';
  });
  const quick = REPLIES.map((body) => el('button', { type: 'button', textContent: body, onclick: () => send(body) }));
  return el('div', {}, form, el('div', { className: 'suggestions' }, ...quick));
}
