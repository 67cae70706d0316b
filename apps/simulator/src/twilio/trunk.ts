import type { Leg } from './leg.js';

/** Two legs that are one conversation over the carriers' lines: a call dialled to a number that is itself ours, or forwarded to one. */
export function coupleLegs(outbound: Leg, inbound: Leg): void {
  outbound.recorders.add({ note: (speaker, text) => void (speaker === 'line' && inbound.say(text)) });
  inbound.recorders.add({ note: (speaker, text) => void (speaker === 'line' && outbound.say(text)) });
  void inbound.answered.then(() => outbound.answer());
  void outbound.ended.then(() => inbound.hangUp());
  void inbound.ended.then((status) => {
    if (status === 'busy' || status === 'failed') outbound.refuse(status);
    else outbound.hangUp();
  });
}
