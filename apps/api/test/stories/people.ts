import { Caller as Script } from '../../../simulator/src/overnight/caller.js';
import type { CallerLines } from '../../../simulator/src/overnight/night-script.js';
import { speakingMs } from '../../../simulator/src/twilio/leg.js';
import type { Night } from './night.js';
import type { CallDetail, PhoneNetwork, TextMessage } from './phone-network.js';

const OVER = /completed|failed|busy|no-answer|canceled/;
/** A person answers when the other side has been quiet for this long. */
const PAUSE_MS = 1_200;
const PATIENCE_SECONDS = 60;
const LONGEST_TALK_SECONDS = 420;

/** What a caller answers when asked; the rest of the conversation is the same in most stories. */
const USUAL_ANSWERS: CallerLines = {
  need: '',
  name: 'Jim Kowalski.',
  address: '218 Oak Lane.',
  number: "Yeah, that's right.",
  more: [],
  done: "No, that's everything. Thanks.",
};

/** Somebody with a telephone at the ear. */
export class Person {
  protected callSid = '';
  private firstLine = 0;

  constructor(
    readonly number: string | null,
    protected readonly network: PhoneNetwork,
    protected readonly night: Night,
  ) {}

  /** Waits until this is heard, in the order of the story: what was heard before the last words of this person no longer counts. */
  async hears(words: RegExp, withinSeconds = PATIENCE_SECONDS): Promise<string> {
    const heard = await this.waitsFor(() => this.soughtLine(words), withinSeconds);
    if (heard !== undefined) return heard;
    throw new Error(`${this.number ?? 'Somebody'} never heard ${String(words)}, but:\n${await this.transcript()}`);
  }

  /** Waits for a pause, then speaks. */
  async says(words: string): Promise<this> {
    await this.listens();
    await this.night.pass(Math.ceil(speakingMs(words) / 1000));
    return this.interrupts(words);
  }

  /** Speaks at once, whoever else does. */
  async interrupts(words: string): Promise<this> {
    this.firstLine = (await this.leg()).lines.length;
    if (!(await this.isOver())) await this.network.act(this.callSid, 'say', { text: words });
    await this.night.settle();
    return this;
  }

  async presses(digits: string): Promise<this> {
    this.firstLine = (await this.leg()).lines.length;
    await this.network.act(this.callSid, 'press', { digits });
    await this.night.settle();
    return this;
  }

  async hangsUp(): Promise<this> {
    await this.network.hangUp(this.callSid);
    await this.night.settle();
    return this;
  }

  async isOver(): Promise<boolean> {
    return OVER.test((await this.leg()).status);
  }

  /** Everything that was heard on this call. */
  async everything(): Promise<string> {
    return (await this.leg()).heard.join('\n');
  }

  leg(): Promise<CallDetail> {
    return this.network.call(this.callSid);
  }

  /** Until the other side has finished talking. */
  async listens(): Promise<void> {
    while (!(await this.isOver()) && (await this.quietFor()) < PAUSE_MS) await this.night.pass(1);
  }

  /** Looks, lets some time pass, looks again; undefined when the time is over. */
  protected async waitsFor<T>(look: () => Promise<T | undefined>, withinSeconds: number): Promise<T | undefined> {
    const giveUpAt = this.night.now + withinSeconds * 1000;
    for (let seen = await look(); ; seen = await look()) {
      if (seen !== undefined || this.night.now >= giveUpAt) return seen;
      await this.night.step(giveUpAt);
    }
  }

  private async soughtLine(words: RegExp): Promise<string | undefined> {
    const { lines } = await this.leg();
    const at = lines.findIndex(
      (line, index) => index >= this.firstLine && line.kind === 'heard' && words.test(line.text),
    );
    if (at >= 0) this.firstLine = at;
    return lines[at]?.text;
  }

  private async quietFor(): Promise<number> {
    const last = (await this.leg()).lines.findLast((line) => line.kind === 'heard');
    return last ? this.night.now - (Date.parse(last.at) + speakingMs(last.text)) : PAUSE_MS;
  }

  private async transcript(): Promise<string> {
    const { lines } = await this.leg();
    return lines.map((line) => `${line.at.slice(11, 19)} ${line.kind}: ${line.text}`).join('\n');
  }
}

/** Somebody who rings the contractor's line. */
export class Caller extends Person {
  get sid(): string {
    return this.callSid;
  }

  async dials(line: string): Promise<this> {
    this.callSid = (await this.network.dial(this.number, line)).callSid;
    await this.night.settle();
    return this;
  }

  /** Dials and says this when greeted. */
  async tells(line: string, need: string): Promise<this> {
    await this.dials(line);
    await this.hears(/how can i help/i);
    return this.says(need);
  }

  /** Answers whatever is asked until the call is over. */
  async answersQuestions(answers: Partial<CallerLines> = {}): Promise<this> {
    const script = new Script({ ...USUAL_ANSWERS, need: 'hello', ...answers });
    // The need has been told: the first question is one of the others.
    script.answer('How can I help you?');
    const giveUpAt = this.night.now + LONGEST_TALK_SECONDS * 1000;
    let answered = (await this.leg()).lines.findLastIndex((line) => line.kind === 'said');
    while (!(await this.isOver()) && this.night.now < giveUpAt) {
      await this.listens();
      const { lines } = await this.leg();
      const heard = lines.slice(answered + 1).filter((line) => line.kind === 'heard');
      const words = script.answer(heard.map((line) => line.text).join(' '));
      if (words !== undefined) await this.says(words);
      else await this.night.pass(1);
      if (words !== undefined) answered = (await this.leg()).lines.findLastIndex((line) => line.kind === 'said');
    }
    return this;
  }
}

/** Somebody the product pages: texts and calls reach the same telephone. */
export class Technician extends Person {
  private firstText = 0;

  constructor(
    override readonly number: string,
    network: PhoneNetwork,
    night: Night,
    private readonly since: number,
  ) {
    super(number, network, night);
  }

  /** What has reached the phone tonight. */
  async texts(): Promise<string[]> {
    return (await this.received()).map((text) => text.body);
  }

  /** Waits for a text like this; what arrived before the last one waited for no longer counts. */
  async receives(words: RegExp, withinSeconds = PATIENCE_SECONDS): Promise<string> {
    const text = await this.waitsFor(() => this.soughtText(words), withinSeconds);
    if (text !== undefined) return text;
    const all = (await this.texts()).join('\n---\n');
    throw new Error(`${this.number} never received ${String(words)}, but:\n${all}`);
  }

  /** Answers whoever texted last. */
  async replies(words: string): Promise<this> {
    const last = (await this.received()).at(-1);
    if (!last) throw new Error(`${this.number} has no text to answer`);
    return this.texted(last.from, words);
  }

  async texted(to: string, words: string): Promise<this> {
    await this.network.hand(this.number, 'messages', { to, body: words });
    await this.night.settle();
    return this;
  }

  /** Waits until the phone rings. */
  async rings(withinSeconds = PATIENCE_SECONDS): Promise<this> {
    const ringing = async () => (await this.network.phone(this.number)).legs.findLast((leg) => leg.state === 'ringing');
    const leg = await this.waitsFor(ringing, withinSeconds);
    if (!leg) throw new Error(`${this.number} never rang`);
    this.callSid = leg.callSid;
    return this;
  }

  async answers(): Promise<this> {
    await this.rings();
    await this.network.hand(this.number, 'answer', { callSid: this.callSid });
    await this.night.settle();
    return this;
  }

  async declines(): Promise<this> {
    await this.rings();
    await this.network.hand(this.number, 'decline', { callSid: this.callSid });
    await this.night.settle();
    return this;
  }

  /** How often the phone has rung tonight. */
  async timesRung(): Promise<number> {
    const calls = await this.network.calls();
    return calls.filter((call) => call.to === this.number && Date.parse(call.createdAt) >= this.since).length;
  }

  /** `no-answer`, `busy`, `voicemail`, `off`, `answers` with the key to press … */
  behaves(kind: string, how: Record<string, unknown> = {}): Promise<void> {
    return this.network.behaves(this.number, { kind, ...how });
  }

  private async soughtText(words: RegExp): Promise<string | undefined> {
    const texts = await this.received();
    const at = texts.findIndex((text, index) => index >= this.firstText && words.test(text.body));
    if (at >= 0) this.firstText = at;
    return texts[at]?.body;
  }

  private async received(): Promise<TextMessage[]> {
    const { messages } = await this.network.phone(this.number);
    return messages.filter((text) => text.to === this.number && text.createdAt >= this.since);
  }
}
