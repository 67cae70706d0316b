import type { Brief, Floor, Mind } from './mind.types.js';

export interface ChatModel {
  baseUrl: string;
  apiKey: string;
  model: string;
}

interface ToolCall {
  id: string;
  function: { name: string; arguments: string };
}

interface ChatMessage {
  role: 'system' | 'user' | 'assistant' | 'tool';
  content: string | null;
  tool_calls?: ToolCall[];
  tool_call_id?: string;
}

/** A model that calls one tool after the other without speaking is stopped here: the caller hears silence meanwhile. */
const MAX_ROUNDS = 6;
const ANSWER_WITHIN_MS = 30_000;
const END_CALL = {
  name: 'endCall',
  description: 'End the call after the goodbye.',
  parameters: { type: 'object', properties: {} },
};
const LOST_FOR_WORDS = 'Sorry, could you say that again?';

/** A real chat model with the assistant's own prompt and tools, over OpenAI's protocol. */
export class LlmMind implements Mind {
  private readonly messages: ChatMessage[];

  constructor(
    private readonly brief: Brief,
    private readonly floor: Floor,
    private readonly chat: ChatModel,
  ) {
    this.messages = [
      { role: 'system', content: brief.prompt },
      { role: 'assistant', content: brief.openingLine },
    ];
  }

  async hear(words: string): Promise<void> {
    this.messages.push({ role: 'user', content: words });
    await this.answer();
  }

  async note(instruction: string): Promise<void> {
    this.messages.push({ role: 'system', content: instruction });
    await this.answer();
  }

  summary(): string | undefined {
    return this.messages.find((message) => message.role === 'user')?.content ?? undefined;
  }

  private async answer(): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
      const message = await this.complete();
      this.messages.push(message);
      if (message.content) await this.floor.say(message.content);
      if (!message.tool_calls?.length) return;
      if (await this.useTools(message.tool_calls)) return;
    }
  }

  /** @returns true when the model hung up. */
  private async useTools(calls: ToolCall[]): Promise<boolean> {
    for (const call of calls) {
      if (call.function.name === END_CALL.name) return this.hangUp();
      const answer = await this.floor.useTool(call.function.name, argumentsOf(call));
      this.messages.push({ role: 'tool', tool_call_id: call.id, content: answer.text });
    }
    return false;
  }

  private async hangUp(): Promise<boolean> {
    if (this.brief.endCallMessage) await this.floor.say(this.brief.endCallMessage);
    await this.floor.endCall();
    return true;
  }

  private async complete(): Promise<ChatMessage> {
    const offers = [
      ...this.brief.tools.map(({ name, description, parameters }) => ({ name, description, parameters })),
      END_CALL,
    ];
    const response = await fetch(`${this.chat.baseUrl.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.chat.apiKey}` },
      body: JSON.stringify({
        model: this.chat.model,
        messages: this.messages,
        tools: offers.map((offer) => ({ type: 'function', function: offer })),
      }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (!response.ok) return { role: 'assistant', content: LOST_FOR_WORDS };
    const body = (await response.json()) as { choices?: { message?: ChatMessage }[] };
    return body.choices?.[0]?.message ?? { role: 'assistant', content: LOST_FOR_WORDS };
  }
}

function argumentsOf(call: ToolCall): Record<string, unknown> {
  try {
    return JSON.parse(call.function.arguments) as Record<string, unknown>;
  } catch {
    return {};
  }
}
