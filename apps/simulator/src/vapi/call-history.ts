import type { VirtualClock } from '../clock.js';
import type { ToolAnswer } from '../agent/mind.types.js';
import { toolCallOnTheWire, type ToolUse } from './server-messages.js';
import type { CallMessage, VapiCall } from './vapi-call.js';

/** Writes down who said what and when, as the end-of-call report will tell it. */
export class CallHistory {
  constructor(
    private readonly call: VapiCall,
    private readonly clock: VirtualClock,
  ) {}

  secondsFromStart(at = this.clock.now()): number {
    const startedAt = Date.parse(this.call.startedAt ?? this.call.createdAt);
    return Math.round(at - startedAt) / 1000;
  }

  spoke(role: 'bot' | 'user', message: string, from: number): void {
    this.add({
      role,
      message,
      time: Math.round(from),
      endTime: Math.round(this.clock.now()),
      secondsFromStart: this.secondsFromStart(from),
    });
  }

  instructed(message: string): void {
    this.add({ role: 'system', message, ...this.now() });
  }

  usedTool(use: ToolUse): void {
    this.add({ role: 'tool_calls', toolCalls: [toolCallOnTheWire(use)], message: '', ...this.now() });
  }

  toolAnswered(use: ToolUse, answer: ToolAnswer): void {
    this.add({ role: 'tool_call_result', toolCallId: use.id, name: use.tool.name, result: answer.text, ...this.now() });
  }

  private now(): { time: number; secondsFromStart: number } {
    return { time: Math.round(this.clock.now()), secondsFromStart: this.secondsFromStart() };
  }

  private add(message: CallMessage): void {
    this.call.messages.push(message);
    this.call.updatedAt = this.clock.date().toISOString();
  }
}
