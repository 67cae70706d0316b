import { randomUUID } from 'node:crypto';
import type { ToolAnswer } from '../agent/mind.types.js';
import type { World } from '../world.js';
import type { AssistantConfig, AssistantTool, ServerTarget } from './assistant-config.js';
import type { CallHistory } from './call-history.js';
import { isObject, objectAt, textAt, type JsonObject } from './json.js';
import type { ServerLink } from './server-link.js';
import {
  ARGUMENT_SHAPES,
  isSubscribed,
  toolCalls,
  type ArgumentShape,
  type Moment,
  type ToolUse,
} from './server-messages.js';
import { complaintAbout, readToolAnswer } from './tool-answers.js';

export interface ToolDeskParts {
  world: World;
  config: AssistantConfig;
  link: ServerLink;
  history: CallHistory;
  moment: () => Moment;
  /** One shape for every call, or each in turn. */
  shape: ArgumentShape | 'rotate';
}

/** Carries the agent's tool calls to the server and brings the answers back. */
export class ToolDesk {
  private used = 0;

  constructor(private readonly parts: ToolDeskParts) {}

  find(name: string): AssistantTool | undefined {
    return this.parts.config.tools.find((tool) => tool.name === name);
  }

  /** The line to bridge the wait with, where the assistant configures one. */
  lineFor(name: string, type: 'request-start' | 'request-failed'): string | undefined {
    const message = this.find(name)?.messages.find((candidate) => candidate.type === type);
    return textAt(message, 'content');
  }

  async use(name: string, args: JsonObject): Promise<ToolAnswer> {
    const tool = this.find(name);
    const target = tool?.server ?? this.parts.config.server;
    if (!tool || !target) return { text: `No result: ${name} is not configured`, failed: true };
    const use = { id: `call_${randomUUID().replaceAll('-', '').slice(0, 24)}`, tool, args: completed(tool, args) };
    this.parts.history.usedTool(use);
    this.parts.world.log.event('vapi.agent', `agent uses ${name}`, {
      callId: this.parts.moment().call.id,
      tool: name,
      args: use.args,
    });
    const answer = await this.answerTo(use, target);
    this.parts.history.toolAnswered(use, answer);
    return answer;
  }

  private async answerTo(use: ToolUse, target: ServerTarget): Promise<ToolAnswer> {
    const type = use.tool.legacy ? 'function-call' : 'tool-calls';
    if (!isSubscribed(this.parts.config.serverMessages, type))
      return { text: 'No result: not subscribed', failed: true };
    const reply = await this.parts.link.inOrder(target, toolCalls(this.parts.moment(), use, this.nextShape()));
    const answer = readToolAnswer(use, reply);
    const complaint = complaintAbout(use, answer);
    if (complaint) this.parts.world.log.error('vapi.tools', complaint, { toolCallId: use.id });
    return answer;
  }

  private nextShape(): ArgumentShape {
    if (this.parts.shape !== 'rotate') return this.parts.shape;
    this.used += 1;
    return ARGUMENT_SHAPES[(this.used - 1) % ARGUMENT_SHAPES.length] ?? 'string';
  }
}

/** The model may only fill in what the schema names; static parameters come after and win. */
function completed(tool: AssistantTool, args: JsonObject): JsonObject {
  const properties = objectAt(tool.parameters, 'properties');
  const named = Object.keys(properties).length > 0;
  const fitting = Object.entries(args).filter(([key, value]) => value !== undefined && (!named || key in properties));
  const allowed = fitting.filter(([key, value]) => isAllowed(properties[key], value));
  return {
    ...Object.fromEntries(allowed),
    ...Object.fromEntries(tool.staticParameters.map(({ key, value }) => [key, value])),
  };
}

function isAllowed(schema: unknown, value: unknown): boolean {
  if (!isObject(schema) || !Array.isArray(schema.enum)) return true;
  return schema.enum.includes(value);
}
