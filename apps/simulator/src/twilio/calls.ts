import type { Exchange } from './exchange.js';
import type { Leg } from './leg.js';
import type { Hook, ProgressEvent } from './records.js';
import { rejected } from './rest/errors.js';
import { coupleLegs } from './trunk.js';
import type { DocumentSource } from './twiml/run.js';
import type { TwimlRunner } from './twiml/runner.js';

export interface IncomingCall {
  /** A withheld caller id is one of Twilio's pseudo numbers. */
  from: string;
  to: string;
  forwardedFrom: string | null;
}

export interface OutgoingCall {
  accountSid: string;
  from: string;
  to: string;
  source: DocumentSource;
  fallback: Hook | null;
  progress: { hook: Hook; events: readonly ProgressEvent[] } | null;
  ringSeconds: number;
  talkSeconds: number | null;
  detectsMachine: boolean;
}

const NOT_CONFIGURED: DocumentSource = {
  kind: 'inline',
  twiml: '<Response><Say>The number you have dialed has not been configured.</Say></Response>',
};

/** Calls that begin: somebody dials one of the account's numbers, or the application places a call. */
export class Calls {
  constructor(
    private readonly exchange: Exchange,
    private readonly runner: TwimlRunner,
  ) {
    exchange.forwardCallsTo((leg, to, forwardedFrom) => this.carryOver(leg, to, forwardedFrom));
  }

  /** @returns null when nobody has that number. */
  receive({ from, to, forwardedFrom }: IncomingCall): Leg | null {
    const number = this.exchange.account.numberOf(to);
    if (!number) return null;
    const leg = this.exchange.createLeg({
      accountSid: number.accountSid,
      direction: 'inbound',
      from,
      to,
      phoneNumberSid: number.sid,
      ...(forwardedFrom && { forwardedFrom }),
      progress: number.statusCallback && { hook: number.statusCallback, events: ['completed'] },
      fallback: number.voiceFallback,
    });
    leg.line('state', 'ringing');
    this.exchange.phones.dialled(leg);
    this.runner.start(
      leg,
      number.voice ? { kind: 'request', webhook: 'incoming-call', hook: number.voice, form: {} } : NOT_CONFIGURED,
    );
    return leg;
  }

  /** Rings the phone; when it is picked up, the application's TwiML runs. */
  place(call: OutgoingCall): Leg {
    const leg = this.exchange.createLeg({ direction: 'outbound-api', ...call });
    void this.ringAndRun(leg, call);
    return leg;
  }

  /** Gives a live leg new TwiML. Twilio refuses it for a call that is not in progress. */
  redirect(leg: Leg | undefined, source: DocumentSource): void {
    if (leg?.record.status !== 'in-progress') throw rejected(21220, 'Call is not in-progress. Cannot redirect.');
    leg.line('state', 'given new TwiML');
    leg.isIndependent = true;
    this.runner.start(leg, source);
  }

  private async ringAndRun(leg: Leg, call: OutgoingCall): Promise<void> {
    const outcome = await this.exchange.ring(leg, call.ringSeconds);
    if (outcome !== 'answered') return;
    if (call.talkSeconds !== null) this.limit(leg, call.talkSeconds);
    this.runner.start(leg, call.source);
  }

  private limit(leg: Leg, seconds: number): void {
    const cancel = this.exchange.world.clock.after(seconds * 1000, () => leg.end('completed'));
    void leg.ended.then(cancel);
  }

  /** A leg to a number of this account, or to a phone that forwards to one, comes back as an inbound call of its own. */
  private carryOver(leg: Leg, to: string, forwardedFrom: string | null): boolean {
    const arriving = this.receive({ from: leg.record.from, to, forwardedFrom });
    if (arriving) coupleLegs(leg, arriving, this.exchange.world.clock);
    return arriving !== null;
  }
}
