import type { Floor, Mind, ToolAnswer } from '../agent/mind.types.js';
import type { CallStream, StreamEnd, StreamListener } from '../world-streams.js';
import type { World } from '../world.js';
import type { AssistantConfig, AssistantHook } from './assistant-config.js';
import type { CallHistory } from './call-history.js';
import { listAt, textAt, type JsonObject } from './json.js';
import { Mouth } from './mouth.js';
import { Patience } from './patience.js';
import {
  endOfCallReport,
  finalTranscript,
  hang,
  isSubscribed,
  statusUpdate,
  userInterrupted,
  type Moment,
  type ServerMessage,
} from './server-messages.js';
import type { ServerLink } from './server-link.js';
import type { ToolDesk } from './tool-desk.js';
import type { VapiCall } from './vapi-call.js';

/** The vendor's report comes seconds after the call, when its post-processing is done. */
const REPORT_AFTER_MS = 4_000;
/** Real milliseconds without an answer after which the vendor warns its customer with `hang`. */
const HANG_AFTER_REAL_MS = 5_000;

export interface SessionParts {
  world: World;
  call: VapiCall;
  config: AssistantConfig;
  link: ServerLink;
  history: CallHistory;
  desk: ToolDesk;
  moment: () => Moment;
}

const ENDED_BECAUSE: Record<StreamEnd, string> = {
  'call-ended': 'customer-ended-call',
  'call-moved': 'phone-call-provider-closed-websocket',
  'closed-by-party': 'assistant-ended-call',
};

/** One conversation on one media stream: the caller on one side, a mind on the other, the server told of everything. */
export class VoiceSession implements Floor, StreamListener {
  private readonly mouth: Mouth;
  private readonly patience: Patience;
  private mind: Mind | undefined;
  /** What happens in the conversation happens one after the other. */
  private turn: Promise<void> = Promise.resolve();
  private opening = true;
  private endedBecause: string | undefined;
  private over = false;

  constructor(
    private readonly stream: CallStream,
    private readonly parts: SessionParts,
  ) {
    this.mouth = new Mouth(stream);
    this.patience = new Patience(parts.world.clock, parts.config, {
      hook: (hook) => this.runHook(hook),
      silenceTooLong: () => this.hangUp('silence-timed-out'),
      callTooLong: () => this.hangUp('exceeded-max-duration'),
    });
  }

  start(mind: Mind): void {
    this.mind = mind;
    this.tell(statusUpdate(this.parts.moment()));
    const { speaksFirst, firstMessage } = this.parts.config;
    this.next(async () => {
      if (speaksFirst && firstMessage) await this.say(firstMessage);
      this.opening = false;
    });
  }

  heard(text: string): void {
    if (this.over) return;
    this.patience.stopWaiting();
    this.interruptIfAllowed();
    this.parts.history.spoke('user', text, this.parts.world.clock.now());
    this.parts.world.log.event('vapi.agent', `agent hears: ${text}`, this.about());
    this.tell(finalTranscript(this.parts.moment(), 'user', text));
    const warning = setTimeout(() => this.tell(hang(this.parts.moment())), HANG_AFTER_REAL_MS).unref();
    this.next(async () => this.mind?.hear(text).finally(() => clearTimeout(warning)));
  }

  /** Keys mean nothing to the agent; the vendor hands them to the model as what the caller pressed. */
  pressed(digits: string): void {
    this.parts.history.instructed(`The caller pressed ${digits}.`);
  }

  closed(end: StreamEnd): void {
    if (this.over) return;
    this.over = true;
    this.patience.end();
    this.finish(this.endedBecause ?? ENDED_BECAUSE[end]);
  }

  async say(line: string): Promise<void> {
    if (this.over || line === '') return;
    this.patience.stopWaiting();
    const from = this.parts.world.clock.now();
    this.parts.world.log.event('vapi.agent', `agent says: ${line}`, this.about());
    const said = await this.mouth.say(line);
    this.parts.history.spoke('bot', said, from);
    this.tell(finalTranscript(this.parts.moment(), 'assistant', said));
    if (!this.over) this.patience.startWaiting();
  }

  async useTool(name: string, args: JsonObject): Promise<ToolAnswer> {
    if (this.over) return { text: 'No result: the call is over', failed: true };
    const [answer] = await Promise.all([
      this.parts.desk.use(name, args),
      this.say(this.parts.desk.lineFor(name, 'request-start') ?? ''),
    ]);
    if (answer.failed) await this.say(this.parts.desk.lineFor(name, 'request-failed') ?? '');
    return answer;
  }

  async endCall(): Promise<void> {
    this.hangUp('assistant-ended-call');
    return Promise.resolve();
  }

  get callSid(): string {
    return this.stream.callSid;
  }

  /** The caller has drawn breath: silence counts from here again. */
  breath(): void {
    if (!this.over && !this.mouth.isSpeaking) this.patience.startWaiting();
  }

  /** A line from the control URL or a hook: spoken as soon as the agent has finished its sentence. */
  announce(line: string, thenEnd: boolean): void {
    this.next(async () => {
      await this.say(line);
      if (thenEnd) this.hangUp('assistant-ended-call-after-message-spoken');
    });
  }

  /** A system message: kept in the conversation, and acted on at once when a response is wanted. */
  instruct(content: string, respond: boolean): void {
    this.parts.history.instructed(content);
    if (respond) this.next(async () => this.mind?.note(content));
  }

  /** Ends the conversation; the TwiML behind the stream goes on. */
  hangUp(reason: string): void {
    if (this.over) return;
    this.endedBecause = reason;
    this.stream.close();
  }

  private interruptIfAllowed(): void {
    if (!this.mouth.isSpeaking || (this.opening && !this.parts.config.firstMessageInterruptible)) return;
    this.mouth.interrupt();
    this.tell(userInterrupted(this.parts.moment()));
  }

  private runHook(hook: AssistantHook): void {
    this.parts.world.log.event('vapi.agent', `hook ${hook.on}`, this.about());
    for (const action of hook.actions) this.runAction(action);
  }

  private runAction(action: JsonObject): void {
    if (action.type === 'say')
      this.announce(textAt(action, 'exact') ?? String(listAt(action, 'exact')[0] ?? ''), false);
    if (action.type === 'message.add') this.instruct(textAt(action, 'message', 'content') ?? '', true);
    if (action.type === 'tool' && textAt(action, 'tool', 'type') === 'endCall')
      this.hangUp('assistant-ended-call-with-hangup-task');
  }

  private next(step: () => Promise<void> | undefined): void {
    this.turn = this.turn.then(step).catch((error: unknown) => {
      this.parts.world.log.error('vapi.agent', `the agent lost its thread: ${String(error)}`, this.about());
    });
  }

  private finish(reason: string): void {
    const { call, world } = this.parts;
    call.status = 'ended';
    call.endedReason = reason;
    call.endedAt = call.updatedAt = world.clock.date().toISOString();
    call.summary = this.mind?.summary();
    world.log.event('vapi.call', `conversation ended: ${reason}`, this.about());
    this.tell(statusUpdate(this.parts.moment()));
    world.clock.after(REPORT_AFTER_MS, () => this.tell(endOfCallReport(this.parts.moment())));
  }

  private tell(message: ServerMessage): void {
    const { server, serverMessages } = this.parts.config;
    if (server && isSubscribed(serverMessages, message.type)) this.parts.link.notify(server, message);
  }

  private about(): Record<string, unknown> {
    return { callId: this.parts.call.id, callSid: this.stream.callSid };
  }
}
