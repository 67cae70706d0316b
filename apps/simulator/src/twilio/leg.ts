import type { PhoneLeg } from '../phones/phone-leg.js';
import type { World } from '../world.js';
import { deferred, type Deferred } from './deferred.js';
import { CALL_OVER, isOver, type CallLine, type CallRecord, type CallStatus, type ProgressEvent } from './records.js';

/** Why TwiML stopped running in the middle of a verb. */
export class Interruption extends Error {
  constructor(readonly why: 'call-ended' | 'call-moved') {
    super(why);
  }
}

/** Whoever currently takes what the person at the phone says and presses: a Gather, a stream, the other leg. */
export interface Ear {
  spoken(text: string): void;
  pressed(digits: string): void;
}

/** Writes down what is spoken on a leg. */
export interface Recorder {
  note(speaker: 'phone' | 'line', text: string): void;
}

/** Told of everything that changes, so that callbacks go out and handsets light up. */
export interface LegWatcher {
  progressed(leg: Leg, event: ProgressEvent): void;
  forwarded(leg: Leg, to: string): void;
}

const CALLER_ID_WITHHELD = new Set(['', 'anonymous', '+266696687', '+7378742833', '+2562533', '+8656696']);
/** About 150 words a minute. */
const SPEAKING_MS_PER_CHARACTER = 60;
const SHORTEST_UTTERANCE_MS = 400;

/** Virtual milliseconds it takes to say something. */
export function speakingMs(text: string): number {
  return Math.max(SHORTEST_UTTERANCE_MS, text.length * SPEAKING_MS_PER_CHARACTER);
}

/** A live call between the exchange and one phone. It knows who speaks and who listens, and nothing of TwiML. */
export class Leg implements PhoneLeg {
  readonly recorders = new Set<Recorder>();
  /** True once REST gave a dialled leg its own TwiML: it no longer ends with the Dial that made it. */
  isIndependent = false;
  pickedUpBy: 'human' | 'machine' | null = null;
  private readonly pickedUp: Deferred<void> = deferred();
  private readonly over: Deferred<CallStatus> = deferred();
  private ear: Ear | null = null;
  private running: AbortController | null = null;

  constructor(
    readonly record: CallRecord,
    private readonly world: World,
    private readonly watcher: LegWatcher,
  ) {}

  get callSid(): string {
    return this.record.sid;
  }

  get placedByPhone(): boolean {
    return this.record.direction === 'inbound';
  }

  get phone(): string {
    return this.placedByPhone ? this.record.from : this.record.to;
  }

  get peer(): string | null {
    const other = this.placedByPhone ? this.record.to : this.record.from;
    return CALLER_ID_WITHHELD.has(other) ? null : other;
  }

  get isOver(): boolean {
    return isOver(this.record);
  }

  /** Resolves when the phone or, for an inbound call, our side has picked up. Never resolves for a call that ends unanswered. */
  get answered(): Promise<void> {
    return this.pickedUp.promise;
  }

  get ended(): Promise<CallStatus> {
    return this.over.promise;
  }

  initiate(): void {
    this.watcher.progressed(this, 'initiated');
  }

  ring(): void {
    this.line('state', 'ringing');
    this.moveTo('ringing');
    this.watcher.progressed(this, 'ringing');
  }

  answer(by: 'human' | 'machine' = 'human'): void {
    if (this.isOver || this.record.status === 'in-progress') return;
    this.pickedUpBy = by;
    this.record.startedAt = this.world.clock.now();
    this.line('state', this.placedByPhone ? 'answered' : `answered by a ${by}`);
    this.moveTo('in-progress');
    this.watcher.progressed(this, 'answered');
    this.pickedUp.resolve();
  }

  refuse(how: 'busy' | 'no-answer' | 'failed'): void {
    if (this.record.status !== 'in-progress') this.end(how);
  }

  forward(to: string): void {
    this.line('state', `forwarded to ${to}`);
    this.watcher.forwarded(this, to);
  }

  say(text: string): void {
    if (this.isOver) return;
    this.line('said', text);
    for (const recorder of this.recorders) recorder.note('phone', text);
    this.ear?.spoken(text);
  }

  press(digits: string): void {
    if (this.isOver) return;
    this.line('pressed', digits);
    this.ear?.pressed(digits);
  }

  hangUp(): void {
    this.end(this.record.status === 'in-progress' ? 'completed' : this.unansweredStatus());
  }

  /** Ends the leg for good; the first reason counts. */
  end(status: CallStatus): void {
    if (this.isOver || !CALL_OVER.includes(status)) return;
    this.record.endedAt = this.world.clock.now();
    this.line('state', status);
    this.moveTo(status);
    this.running?.abort(new Interruption('call-ended'));
    this.watcher.progressed(this, 'completed');
    this.over.resolve(status);
  }

  /** The person at the phone hears this; it has been said after `speakingMs(text)`. */
  hear(text: string): void {
    if (this.isOver) return;
    this.line('heard', text);
    for (const recorder of this.recorders) recorder.note('line', text);
  }

  /** Hands speech and keys to this ear until the returned function is called. */
  listen(ear: Ear): () => void {
    this.ear = ear;
    return () => {
      if (this.ear === ear) this.ear = null;
    };
  }

  /** Lets `work` control the leg from now on; whatever controlled it is interrupted with `call-moved`. */
  follow(work: (signal: AbortSignal) => Promise<void>): void {
    this.running?.abort(new Interruption('call-moved'));
    if (this.isOver) return;
    const control = new AbortController();
    this.running = control;
    work(control.signal).catch((error: unknown) => {
      this.complain('simulator', String(error));
      this.end('failed');
    });
  }

  /** Something a developer would find in the vendor's debugger. */
  complain(scope: string, text: string, data: Record<string, unknown> = {}): void {
    this.line('error', text);
    this.world.log.error(`twilio.${scope}`, text, { callSid: this.callSid, ...data });
  }

  line(kind: CallLine['kind'], text: string): void {
    this.record.lines.push({ at: this.world.clock.date().toISOString(), kind, text });
    if (kind === 'error') return;
    this.world.log.event(`phone.call.${kind}`, `${this.phone}: ${kind} ${text}`, {
      callSid: this.callSid,
      parentCallSid: this.record.parentCallSid,
      phone: this.phone,
      peer: this.peer,
      direction: this.record.direction,
      text,
    });
  }

  private moveTo(status: CallStatus): void {
    this.record.status = status;
    this.record.updatedAt = this.world.clock.now();
  }

  private unansweredStatus(): CallStatus {
    return this.placedByPhone ? 'no-answer' : 'busy';
  }
}
