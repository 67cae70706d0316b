/** The simulator's control API. Every function answers the parsed body, or throws with the server's own message. */
async function send(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw new Error(answer?.message ?? `${path} answered ${response.status}`);
  return answer;
}

const phonePath = (number) => `/sim/phones/${encodeURIComponent(number)}`;

export const simulator = {
  demoNumbers: () => send('GET', '/sim/demo-numbers'),
  clock: () => send('GET', '/sim/clock'),
  setClock: (change) => send('PUT', '/sim/clock', change),
  dial: (from, to) => send('POST', '/sim/calls', { from, to }),
  onCall: (callSid, act, body = {}) => send('POST', `/sim/calls/${callSid}/${act}`, body),
  breathe: (callSid) => send('POST', '/sim/agent/breath', { callSid }),
  phone: (number) => send('GET', phonePath(number)),
  onPhone: (number, act, body = {}) => send('POST', `${phonePath(number)}/${act}`, body),
  setBehaviour: (number, behaviour) => send('PUT', `${phonePath(number)}/behaviour`, behaviour),
  slack: () => send('GET', '/sim/slack'),
  google: () => send('GET', '/sim/google'),
  addBusyTime: (event) => send('POST', '/sim/google/events', event),
  strikeOut: (eventId) => send('DELETE', `/sim/google/events/${encodeURIComponent(eventId)}`),
  withdraw: (address) => send('POST', '/sim/google/withdraw', { address }),
  faults: () => send('GET', '/sim/faults'),
  addFault: (order) => send('POST', '/sim/faults', order),
  removeFault: (id) => send('DELETE', `/sim/faults/${id}`),
  clearFaults: () => send('DELETE', '/sim/faults'),
  night: () => send('GET', '/sim/overnight'),
  playNight: (order) => send('POST', '/sim/overnight/play', order),
  setAgent: (behaviour) => send('PUT', '/sim/agent', behaviour),
};

/** Follows the world's log from its beginning; the browser reconnects by itself and resumes where it stopped. */
export function followLog(onEntry, onState) {
  const events = new EventSource('/sim/events?after=0');
  for (const kind of ['request', 'webhook', 'event'])
    events.addEventListener(kind, (message) => onEntry(JSON.parse(message.data)));
  // EventSource uses the name `error` for itself: only those with data are log entries.
  events.addEventListener('error', (message) =>
    message.data ? onEntry(JSON.parse(message.data)) : onState('reconnecting…'),
  );
  events.addEventListener('open', () => onState('live'));
}
