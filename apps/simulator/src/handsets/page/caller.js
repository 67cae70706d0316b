import { byId, el, hourOf, keepAtEnd, option } from './dom.js';
import { keypad } from './keypad.js';
import { simulator } from './simulator.js';

/** Sentences of the PRD's scenarios, by what the agent has just asked. */
const FIRST_WORDS = [
  'Water is pouring through my ceiling',
  'I smell gas near my furnace',
  "No heat, it's 15 degrees, I have a newborn",
  'My outlet is sparking and I smell burning',
  'My furnace just shut off',
  "I'd like to schedule an AC tune-up",
  'Can I get a quote on a water heater?',
  'My faucet has been dripping for a week',
  'My AC stopped working',
  "Hi, I'm calling from ABC Marketing about your Google Ads",
  'Are you a robot?',
  'How much does it cost?',
  'Hola, tengo una fuga de agua en mi cocina',
];
const ANSWERS = [
  'Jim Kowalski.',
  '218 Oak Lane.',
  "Yeah, that's right.",
  "I'd rather not say.",
  'It can wait until tomorrow.',
  'I need someone tonight.',
  "No, that's it. Thanks.",
];
const BREATH_EVERY_MS = 3000;

/** One person calling a line: what is heard and said, the words to say next, the keypad. */
export function callerPanel(numbers) {
  const from = byId('dial-from');
  const callers = Object.values(numbers.callers);
  from.append(
    ...callers.map(({ name, phone }) => option(phone, `${name} ${phone}`)),
    option('withheld', 'Withheld number'),
    option('other', 'Another number…'),
  );
  byId('dial-to').append(...[numbers.metro, numbers.apex].map(({ name, line }) => option(line, `${name} ${line}`)));
  from.addEventListener('change', () => (byId('dial-other').hidden = from.value !== 'other'));
  let call = null;
  byId('dial').addEventListener('submit', (event) => {
    event.preventDefault();
    void start().catch((error) => alert(error.message));
  });

  async function start() {
    const number = from.value === 'other' ? byId('dial-number').value.trim() : from.value;
    const { callSid } = await simulator.dial(number === 'withheld' ? null : number, byId('dial-to').value);
    call = openCall(callSid);
    byId('caller-call').replaceChildren(call.element);
    call.focus();
  }

  return {
    notice(entry) {
      if (entry.scope.startsWith('phone.call.')) early.push(entry);
      if (early.length > 200) early.shift();
      if (call && entry.data.callSid === call.callSid) call.notice(entry);
    },
  };
}

/** Lines may arrive before the answer that names the call: a new call first looks through the latest ones. */
const early = [];

function openCall(callSid) {
  const talk = el('ol', { className: 'talk', ariaLive: 'polite', tabIndex: 0, ariaLabel: 'What is said' });
  const words = el('input', { ariaLabel: 'What you say', placeholder: 'Say something…', autocomplete: 'off' });
  const act = (name, body) =>
    void simulator.onCall(callSid, name, body).catch((error) => addLine('state', error.message));
  const speak = (text) => text.trim() && act('say', { text: text.trim() });
  const say = el('form', {}, el('label', {}, words), el('button', { type: 'submit', textContent: 'Say' }));
  say.addEventListener('submit', (event) => {
    event.preventDefault();
    speak(words.value);
    words.value = '';
  });
  words.addEventListener('input', breathing(callSid));
  const suggestions = el('div', { className: 'suggestions' });
  const suggest = (list) =>
    suggestions.replaceChildren(
      ...list.map((text) => el('button', { type: 'button', textContent: text, onclick: () => speak(text) })),
    );
  const hangUp = el('button', {
    className: 'stop',
    type: 'button',
    textContent: 'Hang up',
    onclick: () => act('hangup'),
  });
  const controls = el(
    'div',
    {},
    say,
    suggestions,
    keypad((digits) => act('press', { digits })),
    el('div', { className: 'row' }, hangUp),
  );
  suggest(FIRST_WORDS);

  function addLine(kind, text, at) {
    const who = kind === 'said' || kind === 'pressed' ? 'mine' : kind === 'heard' ? '' : 'state';
    const shown = kind === 'pressed' ? `pressed ${text}` : text;
    keepAtEnd(talk, () =>
      talk.append(el('li', { className: who }, shown, at ? el('small', { textContent: hourOf(at) }) : null)),
    );
  }

  const view = {
    callSid,
    element: el('div', {}, talk, controls),
    focus: () => words.focus(),
    notice(entry) {
      const kind = entry.scope.split('.').at(-1);
      if (!['heard', 'said', 'pressed', 'state'].includes(kind)) return;
      addLine(kind, entry.data.text, entry.at);
      if (kind === 'said') suggest(ANSWERS);
      if (kind === 'state' && /completed|failed|busy|no-answer|canceled/.test(entry.data.text)) controls.hidden = true;
    },
  };
  early.filter((entry) => entry.data.callSid === callSid).forEach(view.notice);
  return view;
}

/** Somebody who types is about to speak: the agent is asked for patience meanwhile. */
function breathing(callSid) {
  let last = 0;
  return () => {
    if (Date.now() - last < BREATH_EVERY_MS) return;
    last = Date.now();
    void simulator.breathe(callSid).catch(() => undefined);
  };
}
