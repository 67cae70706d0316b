import type { Telephones } from '../phones/telephones.js';
import type { World } from '../world.js';
import type { Account } from './account.js';
import { callParameters, statusParameters, type Form } from './call-parameters.js';
import { Conferences } from './conferences.js';
import { Leg } from './leg.js';
import { Recordings } from './recordings.js';
import type { CallDirection, CallRecord, CallStatus, Hook, ProgressEvent } from './records.js';
import { Webhooks, type WebhookKind } from './webhooks.js';

export interface CallOrder {
  /** The account or subaccount whose call it is. */
  accountSid: string;
  direction: CallDirection;
  from: string;
  to: string;
  parentCallSid?: string;
  forwardedFrom?: string;
  phoneNumberSid?: string;
  /** Which progress is told to whom. */
  progress: { hook: Hook; events: readonly ProgressEvent[] } | null;
  /** Where TwiML is asked for when the first document fails. */
  fallback: Hook | null;
  /** Report whether a human or a machine picked up. */
  detectsMachine?: boolean;
}

/** `answered`, or how the leg ended without it. */
export type RingOutcome = 'answered' | CallStatus;

/** @returns false when the number is not the account's. */
export type CarryOver = (leg: Leg, to: string, forwardedFrom: string | null) => boolean;

interface LiveCall {
  leg: Leg;
  order: CallOrder;
  sequence: number;
}

/** The network takes this long to reach the phone. */
const SETUP_MS = 600;

/** Twilio's words for who picked up, when the call asks for machine detection. */
const ANSWERED_BY = { human: 'human', machine: 'machine_start' } as const;

/** Connects phones: creates legs, rings them, and tells the application how they fare. Knows nothing of TwiML. */
export class Exchange {
  readonly webhooks: Webhooks;
  readonly recordings: Recordings;
  readonly conferences: Conferences;
  private carryOver: CarryOver = () => false;
  private readonly live = new Map<string, LiveCall>();

  constructor(
    readonly world: World,
    readonly account: Account,
    readonly phones: Telephones,
  ) {
    this.webhooks = new Webhooks(world, account);
    this.recordings = new Recordings(world, account, this.webhooks);
    this.conferences = new Conferences(world, account, this.webhooks);
  }

  /** Who takes a leg that leads back to one of the account's own numbers. */
  forwardCallsTo(carryOver: CarryOver): void {
    this.carryOver = carryOver;
  }

  legOf(callSid: string): Leg | undefined {
    return this.live.get(callSid)?.leg;
  }

  fallbackOf(leg: Leg): Hook | null {
    return this.live.get(leg.callSid)?.order.fallback ?? null;
  }

  createLeg(order: CallOrder): Leg {
    const leg = new Leg(this.newRecord(order), this.world, this);
    this.account.calls.set(leg.callSid, leg.record);
    this.live.set(leg.callSid, { leg, order, sequence: 0 });
    return leg;
  }

  /** Rings the phone of an outbound leg until it is answered, refused, or `seconds` (virtual) have passed. */
  async ring(leg: Leg, seconds: number): Promise<RingOutcome> {
    leg.initiate();
    const stopWaiting = this.world.clock.after(SETUP_MS, () => this.startRinging(leg, seconds));
    const outcome = await Promise.race([leg.answered.then(() => 'answered' as const), leg.ended]);
    stopWaiting();
    return outcome;
  }

  forwarded(leg: Leg, to: string): void {
    if (leg.record.status === 'ringing' && !this.carryOver(leg, to, leg.phone)) leg.refuse('failed');
  }

  progressed(leg: Leg, event: ProgressEvent): void {
    this.tellPhone(leg, event);
    const call = this.live.get(leg.callSid);
    if (call?.order.detectsMachine && leg.pickedUpBy) leg.record.answeredBy = ANSWERED_BY[leg.pickedUpBy];
    if (call) this.tellApplication(call, event);
    if (event !== 'completed') return;
    this.live.delete(leg.callSid);
    this.account.changed();
  }

  /** A request on behalf of a call whose answer nobody plays any more. */
  notifyOfCall(leg: Leg, webhook: WebhookKind, hook: Hook, form: Form): void {
    this.webhooks.notify(webhook, hook, { ...callParameters(leg.record), ...form });
  }

  clear(): void {
    for (const { leg } of [...this.live.values()]) leg.end('canceled');
    this.conferences.clear();
  }

  private startRinging(leg: Leg, seconds: number): void {
    if (leg.isOver) return;
    leg.ring();
    const giveUp = this.world.clock.after(seconds * 1000, () => leg.refuse('no-answer'));
    void Promise.race([leg.answered, leg.ended]).then(giveUp);
    if (!this.carryOver(leg, leg.record.to, null)) this.phones.ring(leg);
  }

  private tellPhone(leg: Leg, event: ProgressEvent): void {
    if (event === 'answered') this.phones.connected(leg);
    if (event === 'completed') this.phones.released(leg);
  }

  private tellApplication(call: LiveCall, event: ProgressEvent): void {
    const { progress } = call.order;
    if (!progress?.events.includes(event)) return;
    const at = { sequence: call.sequence, at: this.world.clock.date() };
    call.sequence += 1;
    this.webhooks.notify('call-status', progress.hook, statusParameters(call.leg.record, event, at));
  }

  private newRecord(order: CallOrder): CallRecord {
    const now = this.world.clock.now();
    return {
      sid: this.account.newSid('CA'),
      accountSid: order.accountSid,
      direction: order.direction,
      parentCallSid: order.parentCallSid ?? null,
      from: order.from,
      to: order.to,
      phoneNumberSid: order.phoneNumberSid ?? null,
      forwardedFrom: order.forwardedFrom ?? null,
      status: order.direction === 'inbound' ? 'ringing' : 'queued',
      answeredBy: null,
      createdAt: now,
      updatedAt: now,
      startedAt: null,
      endedAt: null,
      lines: [],
    };
  }
}
