import type { World } from '../world.js';
import type { Account } from './account.js';
import type { Form } from './call-parameters.js';
import type { Leg, Recorder } from './leg.js';
import type { Hook, RecordingRecord, RecordingSource } from './records.js';
import type { Webhooks } from './webhooks.js';

export interface RecordingOrder {
  source: RecordingSource;
  channels: 1 | 2;
  /** `phone`: only the person at the phone, as <Record> does. `both`: the whole conversation. */
  hears: 'phone' | 'both';
  callback: Hook | null;
  events: readonly string[];
}

/** A recording becomes available a moment after it ends. */
const PROCESSING_MS = 1500;

/** One running recording of a leg. `stop` may be called twice. */
export class RunningRecording implements Recorder {
  private readonly spoken: string[] = [];

  constructor(
    readonly record: RecordingRecord,
    private readonly hears: RecordingOrder['hears'],
    private readonly finished: (recording: RunningRecording) => void,
  ) {}

  get text(): string {
    return this.spoken.join('\n');
  }

  note(speaker: 'phone' | 'line', text: string): void {
    if (this.hears === 'both' || speaker === 'phone') this.spoken.push(text);
  }

  stop(): void {
    if (this.record.status === 'in-progress') this.finished(this);
  }
}

/** The account's tape recorders. */
export class Recordings {
  constructor(
    private readonly world: World,
    private readonly account: Account,
    private readonly webhooks: Webhooks,
  ) {}

  /** Starts taping at once; the caller stops it, or the end of the call does. */
  start(leg: Leg, order: RecordingOrder): RunningRecording {
    const record = this.newRecord(leg, order);
    this.account.recordings.set(record.sid, record);
    const recording = new RunningRecording(record, order.hears, (done) => {
      leg.recorders.delete(done);
      this.finish(leg, done, order);
    });
    leg.recorders.add(recording);
    void leg.ended.then(() => recording.stop());
    this.announce(leg, record, order);
    return recording;
  }

  /** Where the application fetches the sound: append `.wav` or `.mp3`. */
  mediaUrl(record: RecordingRecord): string {
    return `${this.world.address.url}/2010-04-01/Accounts/${record.accountSid}/Recordings/${record.sid}`;
  }

  private newRecord(leg: Leg, order: RecordingOrder): RecordingRecord {
    const now = this.world.clock.now();
    return {
      sid: this.account.newSid('RE'),
      accountSid: leg.record.accountSid,
      callSid: leg.callSid,
      status: 'in-progress',
      source: order.source,
      channels: order.channels,
      startedAt: now,
      updatedAt: now,
      durationSeconds: null,
      text: '',
    };
  }

  private finish(leg: Leg, { record, text }: RunningRecording, order: RecordingOrder): void {
    const now = this.world.clock.now();
    const silent = order.hears === 'phone' && text === '';
    const seconds = Math.round((now - record.startedAt) / 1000);
    Object.assign(record, {
      status: silent ? 'absent' : 'completed',
      text,
      updatedAt: now,
      durationSeconds: Math.max(silent ? 0 : 1, seconds),
    });
    this.account.changed();
    this.world.clock.after(PROCESSING_MS, () => this.announce(leg, record, order));
  }

  private announce(leg: Leg, record: RecordingRecord, order: RecordingOrder): void {
    if (!order.callback || !order.events.includes(record.status)) return;
    this.webhooks.notify('recording-status', order.callback, this.parameters(leg, record));
  }

  private parameters(leg: Leg, record: RecordingRecord): Form {
    return {
      AccountSid: record.accountSid,
      CallSid: leg.callSid,
      RecordingSid: record.sid,
      RecordingUrl: this.mediaUrl(record),
      RecordingStatus: record.status,
      RecordingChannels: String(record.channels),
      RecordingSource: record.source,
      RecordingStartTime: new Date(record.startedAt).toUTCString().replace('GMT', '+0000'),
      ...(record.durationSeconds !== null && { RecordingDuration: String(record.durationSeconds) }),
      ...(record.status === 'absent' && { ErrorCode: '0' }),
    };
  }
}
