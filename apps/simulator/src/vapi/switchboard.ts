import { LlmMind } from '../agent/llm-mind.js';
import type { AgentBehaviours } from '../agent/behaviour.js';
import type { Brief, Floor, Mind } from '../agent/mind.types.js';
import { ScriptedMind } from '../agent/scripted-mind.js';
import type { CallStream, StreamListener, StreamParty } from '../world-streams.js';
import type { World } from '../world.js';
import type { VapiAccount } from './account.js';
import { merged, readAssistant, type AssistantConfig } from './assistant-config.js';
import { CallHistory } from './call-history.js';
import { objectAt, textAt, type JsonObject } from './json.js';
import { ServerLink } from './server-link.js';
import { ARGUMENT_SHAPES, endOfCallReport, statusUpdate, type ArgumentShape, type Moment } from './server-messages.js';
import { ToolDesk } from './tool-desk.js';
import type { VapiCall } from './vapi-call.js';
import { VoiceSession } from './voice-session.js';

const TRANSPORT = '/vapi/transport/';
/** Shorter numbers are the pseudo-numbers carriers send for a withheld caller id. */
const E164 = /^\+[1-9]\d{10,14}$/;
/** How long the vendor waits for the stream of a bypass call is not documented; a minute is our guess. */
const STREAM_WITHIN_MS = 60_000;

/** Takes the streams that POST /call announced and puts an agent on each. */
export class Switchboard implements StreamParty {
  private readonly sessions = new Map<string, VoiceSession>();

  constructor(
    private readonly world: World,
    private readonly account: VapiAccount,
    private readonly behaviours: AgentBehaviours,
  ) {}

  accepts(url: URL): boolean {
    return url.pathname.startsWith(TRANSPORT) && this.account.calls.has(callIdIn(url));
  }

  connect(stream: CallStream): StreamListener {
    const call = this.account.calls.get(callIdIn(new URL(stream.url)));
    if (!call) throw new Error(`no Vapi call waits at ${stream.url}`);
    this.answer(call, stream);
    const session = this.seat(call, stream);
    const crash = this.world.faults.strike('vapi.transport', ['stream-closes'], call.id);
    if (crash)
      this.world.clock.after(crash.ms ?? 0, () => session.hangUp('call.in-progress.error-vapifault-worker-died'));
    return session;
  }

  sessionOf(callId: string): VoiceSession | undefined {
    return this.sessions.get(callId);
  }

  /** On the telephone call with this sid; undefined when no agent is on it. */
  sessionOn(callSid: string): VoiceSession | undefined {
    return [...this.sessions.values()].findLast((session) => session.callSid === callSid);
  }

  /** A call whose stream never comes is given up and reported, like any other. */
  awaitStream(call: VapiCall): void {
    this.world.clock.after(STREAM_WITHIN_MS, () => {
      if (call.status === 'queued') this.giveUp(call);
    });
  }

  forget(): void {
    this.sessions.clear();
  }

  private answer(call: VapiCall, stream: CallStream): void {
    call.status = 'in-progress';
    call.twilioCallSid = stream.callSid;
    call.startedAt = call.updatedAt = this.world.clock.date().toISOString();
    if (!textAt(call.customer, 'number') && E164.test(stream.from)) call.customer = { number: stream.from };
    this.world.log.event('vapi.call', `agent answers ${stream.from || 'a withheld number'}`, {
      callId: call.id,
      callSid: stream.callSid,
    });
  }

  private seat(call: VapiCall, stream: CallStream): VoiceSession {
    const variables = this.variablesOf(call, stream.to);
    const config = readAssistant(call.assistant, variables);
    const link = new ServerLink(this.world, this.world.settings.vapiWebhookSecret);
    const history = new CallHistory(call, this.world.clock);
    const moment = () => this.momentOf(call);
    const behaviour = this.behaviours.of(stream.from);
    const shape = shapeOf(behaviour.argumentShape);
    const desk = new ToolDesk({ world: this.world, config, link, history, moment, shape });
    const session = new VoiceSession(stream, { world: this.world, call, config, link, history, desk, moment });
    this.sessions.set(call.id, session);
    const brief = briefFor(config, variables, textAt(call.customer, 'number'), behaviour.forgets);
    session.start(this.mindFor(brief, session, config, stream.from));
    return session;
  }

  private mindFor(brief: Brief, floor: Floor, config: AssistantConfig, caller: string): Mind {
    const { llm } = this.world.settings;
    if (llm)
      return new LlmMind(brief, floor, { ...llm, model: llm.model ?? textAt(config.model, 'model') ?? 'gpt-4.1' });
    return new ScriptedMind(brief, floor, this.behaviours.of(caller).hearsAs);
  }

  /** Variables of the call, with the vendor's own beside them. */
  private variablesOf(call: VapiCall, to: string): JsonObject {
    return merged(
      {
        call: { id: call.id },
        customer: call.customer,
        phoneNumber: { number: to },
        transport: { callSid: call.twilioCallSid },
        now: this.world.clock.date().toISOString(),
      },
      objectAt(call.assistantOverrides, 'variableValues'),
    );
  }

  private giveUp(call: VapiCall): void {
    call.status = 'ended';
    call.endedReason = 'phone-call-provider-bypass-enabled-but-no-call-received';
    call.endedAt = call.updatedAt = this.world.clock.date().toISOString();
    const { server } = readAssistant(call.assistant, objectAt(call.assistantOverrides, 'variableValues'));
    if (!server) return;
    const link = new ServerLink(this.world, this.world.settings.vapiWebhookSecret);
    link.notify(server, statusUpdate(this.momentOf(call)));
    link.notify(server, endOfCallReport(this.momentOf(call)));
  }

  private momentOf(call: VapiCall): Moment {
    return { call, accountSid: this.world.settings.twilioAccountSid, at: this.world.clock.now() };
  }
}

function briefFor(
  config: AssistantConfig,
  variables: JsonObject,
  caller: string | undefined,
  forgets: string[],
): Brief {
  return {
    prompt: config.prompt,
    openingLine: config.firstMessage,
    ...(config.endCallMessage && { endCallMessage: config.endCallMessage }),
    tools: config.tools.filter((tool) => !forgets.includes(tool.name)),
    variables,
    ...(caller && E164.test(caller) && { callerNumber: caller }),
  };
}

function shapeOf(name: string): ArgumentShape | 'rotate' {
  return ARGUMENT_SHAPES.find((shape) => shape === name) ?? 'rotate';
}

function callIdIn(url: URL): string {
  return url.pathname.slice(TRANSPORT.length);
}
