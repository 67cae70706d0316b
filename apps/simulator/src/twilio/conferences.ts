import type { World } from '../world.js';
import type { Account } from './account.js';
import type { Form } from './call-parameters.js';
import { deferred, type Deferred } from './deferred.js';
import type { Leg } from './leg.js';
import type { Hook } from './records.js';
import type { Webhooks } from './webhooks.js';

export interface ConferenceOptions {
  startOnEnter: boolean;
  endOnExit: boolean;
  muted: boolean;
  beep: boolean;
  callback: Hook | null;
  /** start, end, join, leave, mute, hold … as in TwiML. */
  events: readonly string[];
}

export interface Participant {
  leg: Leg;
  options: ConferenceOptions;
  muted: boolean;
  hold: boolean;
  joinedAt: number;
  out: Deferred<'left' | 'conference-ended'>;
}

type ConferenceEvent =
  | 'conference-start'
  | 'conference-end'
  | 'participant-join'
  | 'participant-leave'
  | 'participant-mute'
  | 'participant-unmute'
  | 'participant-hold'
  | 'participant-unhold';

const HOLD_MUSIC = '[hold music]';

interface RoomFacts {
  sid: string;
  accountSid: string;
  friendlyName: string;
  createdAt: number;
}

/** One conference room: starts when two are in it and one of them may start it. */
export class Conference {
  readonly sid: string;
  readonly accountSid: string;
  readonly friendlyName: string;
  readonly createdAt: number;
  readonly participants = new Map<string, Participant>();
  status: 'init' | 'in-progress' | 'completed' = 'init';
  updatedAt: number;
  callSidEnding: string | null = null;
  endedBy: string | null = null;
  private callback: { hook: Hook; events: readonly string[] } | null = null;
  private sequence = 0;

  constructor(
    { sid, accountSid, friendlyName, createdAt }: RoomFacts,
    private readonly tell: (conference: Conference, hook: Hook, form: Form) => void,
  ) {
    this.sid = sid;
    this.accountSid = accountSid;
    this.friendlyName = friendlyName;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
  }

  /** The leg talks in the room until it leaves; resolves with why. The caller must call `leave` when the leg goes elsewhere. */
  join(leg: Leg, options: ConferenceOptions, now: number): Participant {
    const participant: Participant = {
      leg,
      options,
      muted: options.muted,
      hold: false,
      joinedAt: now,
      out: deferred(),
    };
    // The room's callback is the first one that anybody brings along.
    if (!this.callback && options.callback) this.callback = { hook: options.callback, events: options.events };
    if (options.beep) this.everybodyBut(leg).forEach((other) => other.leg.hear('[beep]'));
    this.participants.set(leg.callSid, participant);
    this.announce('participant-join', participant);
    this.startIfReady();
    if (this.status === 'init') leg.hear(HOLD_MUSIC);
    return participant;
  }

  leave(participant: Participant): void {
    if (!this.participants.delete(participant.leg.callSid)) return;
    this.announce('participant-leave', participant);
    participant.out.resolve('left');
    if (participant.options.endOnExit)
      this.end('participant-with-end-conference-on-exit-left', participant.leg.callSid);
    else if (this.participants.size === 0) this.end('last-participant-left', participant.leg.callSid);
  }

  end(reason: string, callSid: string | null): void {
    if (this.status === 'completed') return;
    this.status = 'completed';
    this.endedBy = reason;
    this.callSidEnding = callSid;
    const left = [...this.participants.values()];
    this.participants.clear();
    for (const participant of left) this.announce('participant-leave', participant);
    this.announce('conference-end', null);
    for (const participant of left) participant.out.resolve('conference-ended');
  }

  setMuted(participant: Participant, muted: boolean): void {
    participant.muted = muted;
    this.announce(muted ? 'participant-mute' : 'participant-unmute', participant);
  }

  setHold(participant: Participant, hold: boolean): void {
    participant.hold = hold;
    if (hold) participant.leg.hear(HOLD_MUSIC);
    this.announce(hold ? 'participant-hold' : 'participant-unhold', participant);
  }

  /** What one participant says, everybody else hears. */
  spread(from: Leg, text: string): void {
    const speaker = this.participants.get(from.callSid);
    if (!speaker || speaker.muted || speaker.hold || this.status !== 'in-progress') return;
    for (const { leg, hold } of this.everybodyBut(from)) if (!hold) leg.hear(text);
  }

  private everybodyBut(leg: Leg): Participant[] {
    return [...this.participants.values()].filter((other) => other.leg !== leg);
  }

  private startIfReady(): void {
    const someoneStarts = [...this.participants.values()].some(({ options }) => options.startOnEnter);
    if (this.status !== 'init' || this.participants.size < 2 || !someoneStarts) return;
    this.status = 'in-progress';
    this.announce('conference-start', null);
  }

  private announce(event: ConferenceEvent, participant: Participant | null): void {
    const wanted = event.replace(/^(conference|participant)-(un)?/, '');
    if (!this.callback?.events.includes(wanted)) return;
    this.sequence += 1;
    this.tell(this, this.callback.hook, {
      ConferenceSid: this.sid,
      FriendlyName: this.friendlyName,
      StatusCallbackEvent: event,
      SequenceNumber: String(this.sequence),
      ...(participant && participantParameters(participant)),
      ...(event === 'conference-end' && this.endParameters()),
    });
  }

  private endParameters(): Form {
    return {
      ReasonConferenceEnded: this.endedBy ?? '',
      ...(this.callSidEnding && { CallSidEndingConference: this.callSidEnding }),
    };
  }
}

function participantParameters({ leg, options, muted, hold }: Participant): Form {
  return {
    CallSid: leg.callSid,
    Muted: String(muted),
    Hold: String(hold),
    EndConferenceOnExit: String(options.endOnExit),
    StartConferenceOnEnter: String(options.startOnEnter),
  };
}

/** The account's rooms. A name means one room while that room is alive, and a new one after it has ended. */
export class Conferences {
  private readonly rooms = new Map<string, Conference>();

  constructor(
    private readonly world: World,
    private readonly account: Account,
    private readonly webhooks: Webhooks,
  ) {}

  /** Rooms of two accounts never meet, whatever they are called. */
  roomNamed(friendlyName: string, accountSid: string): Conference {
    const isMeant = (room: Conference) => room.friendlyName === friendlyName && room.accountSid === accountSid;
    const alive = this.list().find((room) => isMeant(room) && room.status !== 'completed');
    if (alive) return alive;
    const facts = { sid: this.account.newSid('CF'), accountSid, friendlyName, createdAt: this.world.clock.now() };
    const room = new Conference(facts, (...told) => this.tell(...told));
    this.rooms.set(room.sid, room);
    return room;
  }

  get(sid: string): Conference | undefined {
    return this.rooms.get(sid);
  }

  list(): Conference[] {
    return [...this.rooms.values()];
  }

  clear(): void {
    this.rooms.clear();
  }

  private tell(room: Conference, hook: Hook, form: Form): void {
    const now = this.world.clock.date();
    room.updatedAt = now.getTime();
    const timestamp = now.toUTCString().replace('GMT', '+0000');
    this.webhooks.notify('conference-status', hook, { AccountSid: room.accountSid, Timestamp: timestamp, ...form });
  }
}
