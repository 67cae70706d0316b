import type { CancelTimer } from '../clock.js';
import type { World } from '../world.js';
import { BY_HAND, type Behaviour } from './behaviour.js';
import type { PhoneLeg } from './phone-leg.js';

/** A mailbox clears its throat: long enough for the legs to be connected. */
const GREETING_AFTER_SECONDS = 1;
/** A carrier's mailbox hangs up on a message that never ends. */
const MAILBOX_SECONDS = 120;

export interface LegOnPhone {
  leg: PhoneLeg;
  state: 'ringing' | 'dialling' | 'connected';
}

type Reaction = Exclude<Behaviour, { kind: 'by-hand' | 'no-answer' }>;

/** The others simply ring on. */
function reacts(behaviour: Behaviour): behaviour is Reaction {
  return behaviour.kind !== 'by-hand' && behaviour.kind !== 'no-answer';
}

/** Kinds of line in the vendor's words (Lookup v2). */
export const LINES = ['mobile', 'landline', 'fixedVoip', 'nonFixedVoip', 'tollFree', 'unknown'] as const;
export type Line = (typeof LINES)[number];

interface SavedPhones {
  behaviours: [string, Behaviour][];
  lines: [string, Line][];
}

/** Every handset in the world: what it does when it rings, and the calls it is in. Any number is a phone from the moment it is used. */
export class Telephones {
  private readonly behaviours = new Map<string, Behaviour>();
  private readonly lines = new Map<string, Line>();
  private readonly legs = new Map<string, LegOnPhone>();
  private readonly timers = new Map<string, CancelTimer[]>();

  constructor(private readonly world: World) {
    world.snapshots.register('phones', {
      save: (): SavedPhones => ({ behaviours: [...this.behaviours], lines: [...this.lines] }),
      restore: (saved) => this.restore(saved as SavedPhones | SavedPhones['behaviours']),
    });
  }

  /** What lookups say of the number; texts to a landline go nowhere. */
  lineOf(phone: string): Line {
    return this.lines.get(phone) ?? 'mobile';
  }

  setLine(phone: string, line: Line): void {
    this.lines.set(phone, line);
    this.world.snapshots.changed();
  }

  behaviourOf(phone: string): Behaviour {
    return this.behaviours.get(phone) ?? BY_HAND;
  }

  setBehaviour(phone: string, behaviour: Behaviour): void {
    this.behaviours.set(phone, behaviour);
    this.world.snapshots.changed();
  }

  legsOf(phone: string): LegOnPhone[] {
    return [...this.legs.values()].filter(({ leg }) => leg.phone === phone);
  }

  /** The phone starts to ring and does what its behaviour says. */
  ring(leg: PhoneLeg): void {
    this.legs.set(leg.callSid, { leg, state: 'ringing' });
    const behaviour = this.behaviourOf(leg.phone);
    const seconds = 'afterSeconds' in behaviour ? behaviour.afterSeconds : 0;
    if (reacts(behaviour)) this.later(leg, seconds, this.reactionOf(behaviour, leg));
  }

  /** The phone has dialled and waits for the other side. */
  dialled(leg: PhoneLeg): void {
    this.legs.set(leg.callSid, { leg, state: 'dialling' });
  }

  connected(leg: PhoneLeg): void {
    const onPhone = this.legs.get(leg.callSid);
    if (onPhone) onPhone.state = 'connected';
  }

  /** The other side waits for a key: the moment at which a person who has listened presses one. */
  askedForKey(leg: PhoneLeg): void {
    const behaviour = this.behaviourOf(leg.phone);
    if (leg.placedByPhone || behaviour.kind !== 'answers' || behaviour.press === null) return;
    const digits = behaviour.press;
    this.later(leg, behaviour.pressAfterSeconds, () => leg.press(digits));
  }

  released(leg: PhoneLeg): void {
    this.legs.delete(leg.callSid);
    for (const cancel of this.timers.get(leg.callSid) ?? []) cancel();
    this.timers.delete(leg.callSid);
  }

  clear(): void {
    for (const { leg } of [...this.legs.values()]) this.released(leg);
    this.behaviours.clear();
    this.lines.clear();
  }

  /** An older state file keeps behaviours alone. */
  private restore(saved: SavedPhones | SavedPhones['behaviours']): void {
    const { behaviours, lines } = Array.isArray(saved) ? { behaviours: saved, lines: [] } : saved;
    for (const [phone, behaviour] of behaviours) this.behaviours.set(phone, behaviour);
    for (const [phone, line] of lines) this.lines.set(phone, line);
  }

  private reactionOf(behaviour: Reaction, leg: PhoneLeg): () => void {
    switch (behaviour.kind) {
      case 'busy':
      case 'declines':
        return () => leg.refuse('busy');
      case 'off':
        return () => leg.refuse('failed');
      case 'forwards':
        return () => leg.forward(behaviour.to);
      case 'answers':
        return () => leg.answer('human');
      case 'voicemail':
        return () => this.takeMessage(leg, behaviour.greeting);
    }
  }

  private takeMessage(leg: PhoneLeg, greeting: string): void {
    leg.answer('machine');
    this.later(leg, GREETING_AFTER_SECONDS, () => leg.say(greeting));
    this.later(leg, MAILBOX_SECONDS, () => leg.hangUp());
  }

  private later(leg: PhoneLeg, seconds: number, act: () => void): void {
    const cancel = this.world.clock.after(seconds * 1000, act);
    this.timers.set(leg.callSid, [...(this.timers.get(leg.callSid) ?? []), cancel]);
  }
}
