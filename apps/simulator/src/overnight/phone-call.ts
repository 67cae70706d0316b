import { speakingMs } from '../twilio/leg.js';
import type { CancelTimer } from '../clock.js';
import type { LogEntry } from '../log.js';
import type { World } from '../world.js';
import type { Caller } from './caller.js';
import type { SimPhones } from './sim-phones.js';

/** The caller answers when the other side has been quiet for this long. */
const PAUSE_MS = 1_200;
/** At a high speed the other side's pauses for thought are long: one between two sentences is not the end of its turn. */
const PAUSE_REAL_MS = 80;
const NOBODY_TALKS_LONGER_MS = 8 * 60_000;

/** Holds one scripted caller's side of a phone call. */
export class PhoneCall {
  private heard = '';
  /** What the caller was about to say when the other side went on talking. */
  private onTheTongue: string | undefined;
  private pause: CancelTimer | undefined;
  private ended: () => void = () => undefined;

  constructor(
    private readonly world: World,
    private readonly phones: SimPhones,
    private readonly caller: Caller,
  ) {}

  /** Dials and talks; resolves with the call's sid when the call is over. */
  async place(from: string, to: string): Promise<string> {
    const before = this.world.log.find({ limit: 1 })[0]?.seq ?? 0;
    const callSid = await this.phones.dial(from, to);
    const over = new Promise<void>((resolve) => {
      this.ended = resolve;
    });
    const unsubscribe = this.world.log.subscribe((entry) => this.notice(callSid, entry));
    for (const entry of this.world.log.find({ after: before, scope: 'phone.call' })) this.notice(callSid, entry);
    const tooLong = this.world.clock.after(NOBODY_TALKS_LONGER_MS, () => void this.phones.hangUp(callSid));
    await over;
    tooLong();
    this.pause?.();
    unsubscribe();
    return callSid;
  }

  private notice(callSid: string, entry: LogEntry): void {
    if (entry.data.callSid !== callSid) return;
    const text = String(entry.data.text ?? '');
    if (entry.scope === 'phone.call.heard') this.listenTo(callSid, text);
    if (entry.scope === 'phone.call.state' && /completed|failed|busy|no-answer|canceled/.test(text)) this.ended();
  }

  private listenTo(callSid: string, text: string): void {
    this.heard = `${this.heard} ${text}`;
    this.pause?.();
    const quiet = Math.max(PAUSE_MS, PAUSE_REAL_MS * this.world.clock.scale);
    this.pause = this.world.clock.after(speakingMs(text) + quiet, () => this.reply(callSid));
  }

  private reply(callSid: string): void {
    const words = this.onTheTongue ?? this.caller.answer(this.heard);
    this.heard = '';
    this.onTheTongue = words;
    if (words === undefined) return;
    this.pause = this.world.clock.after(speakingMs(words), () => {
      this.onTheTongue = undefined;
      void this.phones.say(callSid, words);
    });
  }
}
