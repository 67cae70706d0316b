import type { VirtualClock } from '../clock.js';
import type { Leg } from './leg.js';

/** Sound on a carrier's line takes a moment, long enough for both ends to be listening once the call is answered. */
const LINE_DELAY_MS = 150;

/** Two legs that are one conversation over the carriers' lines: a call dialled to a number that is itself ours, or forwarded to one. */
export function coupleLegs(outbound: Leg, inbound: Leg, clock: VirtualClock): void {
  carry(outbound, inbound, clock);
  carry(inbound, outbound, clock);
  void inbound.answered.then(() => outbound.answer());
  void outbound.ended.then(() => inbound.hangUp());
  void inbound.ended.then((status) => {
    if (status === 'busy' || status === 'failed') outbound.refuse(status);
    else outbound.hangUp();
  });
}

function carry(from: Leg, to: Leg, clock: VirtualClock): void {
  from.recorders.add({
    note: (speaker, text) => {
      if (speaker === 'line') clock.after(LINE_DELAY_MS, () => to.say(text));
    },
  });
}
