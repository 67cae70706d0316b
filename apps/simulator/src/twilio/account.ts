import { randomBytes } from 'node:crypto';
import type { CallRecord, MessageRecord, NumberRecord, RecordingRecord } from './records.js';
import { isOver } from './records.js';
import type { World } from '../world.js';

interface SavedAccount {
  numbers: NumberRecord[];
  calls: CallRecord[];
  messages: MessageRecord[];
  recordings: RecordingRecord[];
  optOuts: string[];
}

/** Everything the Twilio account owns. Live calls die with the process; what is over survives in the state file. */
export class Account {
  readonly numbers = new Map<string, NumberRecord>();
  readonly calls = new Map<string, CallRecord>();
  readonly messages = new Map<string, MessageRecord>();
  readonly recordings = new Map<string, RecordingRecord>();
  private readonly optOuts = new Set<string>();
  /** Random per process: a restarted simulator must not hand out sids that the product has seen. */
  private readonly run = randomBytes(8).toString('hex');
  private lastSid = 0;

  constructor(private readonly world: World) {
    world.snapshots.register('twilio', {
      save: () => this.save(),
      restore: (saved) => this.restore(saved as SavedAccount),
    });
  }

  get sid(): string {
    return this.world.settings.twilioAccountSid;
  }

  get authToken(): string {
    return this.world.settings.twilioAuthToken;
  }

  /** Readable in a log: the end counts up. */
  newSid(prefix: string): string {
    this.lastSid += 1;
    return `${prefix}${this.run}${this.lastSid.toString(16).padStart(16, '0')}`;
  }

  numberOf(phoneNumber: string): NumberRecord | undefined {
    return [...this.numbers.values()].find((number) => number.phoneNumber === phoneNumber);
  }

  /** True while `phone` has texted STOP to `number` and not START since. */
  hasOptedOut(phone: string, number: string): boolean {
    return this.optOuts.has(`${phone}>${number}`);
  }

  setOptOut(phone: string, number: string, out: boolean): void {
    if (out) this.optOuts.add(`${phone}>${number}`);
    else this.optOuts.delete(`${phone}>${number}`);
    this.changed();
  }

  changed(): void {
    this.world.snapshots.changed();
  }

  clear(): void {
    for (const owned of [this.numbers, this.calls, this.messages, this.recordings, this.optOuts]) owned.clear();
  }

  private save(): SavedAccount {
    return {
      numbers: [...this.numbers.values()],
      calls: [...this.calls.values()].filter(isOver),
      messages: [...this.messages.values()],
      recordings: [...this.recordings.values()].filter((recording) => recording.status !== 'in-progress'),
      optOuts: [...this.optOuts],
    };
  }

  private restore(saved: SavedAccount): void {
    for (const number of saved.numbers) this.numbers.set(number.sid, number);
    for (const call of saved.calls) this.calls.set(call.sid, call);
    for (const message of saved.messages) this.messages.set(message.sid, message);
    for (const recording of saved.recordings) this.recordings.set(recording.sid, recording);
    for (const optOut of saved.optOuts) this.optOuts.add(optOut);
  }
}
