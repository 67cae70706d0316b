import { randomBytes } from 'node:crypto';
import type { CallRecord, MessageRecord, NumberRecord, RecordingRecord, SubaccountRecord } from './records.js';
import { isOver } from './records.js';
import type { World } from '../world.js';

interface SavedAccount {
  subaccounts?: SubaccountRecord[];
  numbers: NumberRecord[];
  calls: CallRecord[];
  messages: MessageRecord[];
  recordings: RecordingRecord[];
  optOuts: string[];
}

/** Everything the Twilio account and its subaccounts own. Live calls die with the process; what is over survives in the state file. */
export class Account {
  readonly subaccounts = new Map<string, SubaccountRecord>();
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

  /** What signs the webhooks of an account, and what opens its part of the API. */
  tokenOf(accountSid: string): string | undefined {
    return accountSid === this.sid ? this.authToken : this.subaccounts.get(accountSid)?.authToken;
  }

  openSubaccount(friendlyName: string): SubaccountRecord {
    const now = this.world.clock.now();
    const subaccount: SubaccountRecord = {
      sid: `AC${randomBytes(16).toString('hex')}`,
      authToken: randomBytes(16).toString('hex'),
      friendlyName,
      status: 'active',
      createdAt: now,
      updatedAt: now,
    };
    this.subaccounts.set(subaccount.sid, subaccount);
    this.changed();
    return subaccount;
  }

  /** Final, with every number in it. */
  closeSubaccount(subaccount: SubaccountRecord): void {
    Object.assign(subaccount, { status: 'closed', updatedAt: this.world.clock.now() });
    for (const number of this.numbers.values())
      if (number.accountSid === subaccount.sid) this.numbers.delete(number.sid);
    this.changed();
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
    for (const owned of [this.subaccounts, this.numbers, this.calls, this.messages, this.recordings, this.optOuts])
      owned.clear();
  }

  private save(): SavedAccount {
    return {
      subaccounts: [...this.subaccounts.values()],
      numbers: [...this.numbers.values()],
      calls: [...this.calls.values()].filter(isOver),
      messages: [...this.messages.values()],
      recordings: [...this.recordings.values()].filter((recording) => recording.status !== 'in-progress'),
      optOuts: [...this.optOuts],
    };
  }

  /** What an older state file keeps belongs to the main account. */
  private restore(saved: SavedAccount): void {
    const owned = <T extends { accountSid: string }>(record: T): T => ({
      ...record,
      accountSid: record.accountSid ?? this.sid,
    });
    for (const subaccount of saved.subaccounts ?? []) this.subaccounts.set(subaccount.sid, subaccount);
    for (const number of saved.numbers) this.numbers.set(number.sid, owned(number));
    for (const call of saved.calls) this.calls.set(call.sid, owned(call));
    for (const message of saved.messages) this.messages.set(message.sid, owned(message));
    for (const recording of saved.recordings) this.recordings.set(recording.sid, owned(recording));
    for (const optOut of saved.optOuts) this.optOuts.add(optOut);
  }
}
