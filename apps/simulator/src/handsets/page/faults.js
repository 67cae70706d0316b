import { byId, el } from './dom.js';
import { simulator } from './simulator.js';

const PRESETS = [
  ['Vapi answers after 8 seconds', { scope: 'vapi.call', kind: 'slow', ms: 8000 }],
  ['Vapi answers 500', { scope: 'vapi.call', kind: 'http500-before' }],
  ['Vapi has no line free (concurrencyBlocked)', { scope: 'vapi.call', kind: 'blocked' }],
  ['Vapi returns garbage TwiML', { scope: 'vapi.call', kind: 'garbage' }],
  ['The media stream never connects', { scope: 'vapi.call', kind: 'never-connects' }],
  ['The agent dies 20 seconds into the call', { scope: 'vapi.transport', kind: 'stream-closes', ms: 20000 }],
  ['Tool calls are lost', { scope: 'vapi.webhooks.tool-calls', kind: 'lost' }],
  ['Tool calls arrive twice', { scope: 'vapi.webhooks.tool-calls', kind: 'duplicated' }],
  ['The end-of-call report never comes', { scope: 'vapi.webhooks.end-of-call-report', kind: 'lost' }],
  [
    'The end-of-call report is 10 minutes late',
    { scope: 'vapi.webhooks.end-of-call-report', kind: 'delayed', ms: 600000 },
  ],
  [
    'The end of the call is told after its report',
    {
      scope: 'vapi.webhooks.status-update',
      kind: 'delayed',
      ms: 10000,
      match: '"type":"status-update","status":"ended"',
    },
  ],
  ['Twilio refuses texts: opted out (21610)', { scope: 'twilio.messages', kind: 'error-code', code: 21610 }],
  ['Texts fail later: unregistered (30034)', { scope: 'twilio.messages', kind: 'later-error-code', code: 30034 }],
  ['Twilio answers 500', { scope: 'twilio', kind: 'http500-before' }],
  ['Twilio answers 429', { scope: 'twilio', kind: 'http429' }],
  ['Twilio webhooks arrive twice', { scope: 'webhooks', kind: 'duplicated' }],
  ['Slack is down', { scope: 'slack.webhook', kind: 'http500-before' }],
  ['Slack webhook was removed (404 no_service)', { scope: 'slack.webhook', kind: 'error-code', code: 404 }],
  ['Google Calendar does not answer', { scope: 'google', kind: 'hang-before' }],
  ['Google Calendar is over its limit (403)', { scope: 'google.free-busy', kind: 'error-code', code: 403 }],
  ['Google cannot read the calendar (errors in a 200)', { scope: 'google.free-busy', kind: 'garbage' }],
  ['Google says invalid_grant', { scope: 'google.token', kind: 'error-code', code: 400 }],
  ['Transcription answers 500', { scope: 'openai.transcriptions', kind: 'http500-before' }],
];
const LOOK_EVERY_MS = 2000;

/** What may go wrong, to be switched on and off. */
export function faultsPanel() {
  const look = () => void simulator.faults().then(draw, () => undefined);
  const order = (fault, count) => void simulator.addFault({ ...fault, ...(count && { count }) }).then(look);
  byId('fault-presets').append(
    ...PRESETS.map(([label, fault]) =>
      el(
        'div',
        { className: 'faulty' },
        el('span', { textContent: label }),
        el(
          'span',
          { className: 'row' },
          button('Once', label, () => order(fault, 1)),
          button('On', label, () => order(fault)),
        ),
      ),
    ),
  );
  byId('fault-clear').addEventListener('click', () => void simulator.clearFaults().then(look));
  look();
  setInterval(look, LOOK_EVERY_MS);
  return {};

  function draw(faults) {
    byId('fault-list').replaceChildren(
      ...faults.map((fault) => {
        const text = `${fault.scope} ${fault.kind}${fault.code ? ` ${fault.code}` : ''}${fault.ms ? ` ${fault.ms} ms` : ''} · struck ${fault.struck}×`;
        return el(
          'li',
          { className: 'faulty' },
          el('span', { textContent: text }),
          button('Off', text, () => void simulator.removeFault(fault.id).then(look)),
        );
      }),
    );
    if (faults.length === 0)
      byId('fault-list').append(el('li', { className: 'empty', textContent: 'None: the world works' }));
  }
}

function button(textContent, what, onclick) {
  return el('button', { type: 'button', textContent, ariaLabel: `${textContent}: ${what}`, onclick });
}
