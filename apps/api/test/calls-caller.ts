import type { ConversationStarted } from '@domain/ports/voice-agent';
import type { SeededAccount } from './harness/seed-account.js';
import type { TestApp } from './harness/test-app.js';

let next = 0;
const hex = (n: number) => n.toString(16).padStart(32, '0');

export interface CallRow {
  id: string;
  account_id: string;
  call_sid: string;
  caller_phone: string | null;
  status: string;
  handled_by: string | null;
  classification: string | null;
  priority: string | null;
  category: string | null;
  stage: string;
  duration_seconds: number | null;
  is_repeat_caller: boolean;
  is_after_hours: boolean;
  recording_sid: string | null;
  voicemail_text: string | null;
  summary: string | null;
  next_check_at: Date | null;
}

/** A caller of the tests: everything Twilio and Vapi would send about one call. */
export class Caller {
  readonly callSid = `CA${hex((next += 1))}`;
  providerCallId = '';
  private line = 0;

  constructor(
    private readonly app: TestApp,
    private readonly to: string,
    readonly from: string | null = `+1312555${String(1000 + next).slice(-4)}`,
  ) {}

  static of(app: TestApp, account: SeededAccount, from?: string): Caller {
    return new Caller(app, account.line, from);
  }

  form(extra: Record<string, string> = {}): Record<string, string> {
    const from: Record<string, string> = this.from === null ? {} : { From: this.from, Caller: this.from };
    return {
      CallSid: this.callSid,
      To: this.to,
      Called: this.to,
      ...from,
      CallStatus: 'ringing',
      Direction: 'inbound',
      ApiVersion: '2010-04-01',
      ...extra,
    };
  }

  async rings(extra: Record<string, string> = {}): Promise<string> {
    const answer = await this.app.twilio('incoming-call', this.form(extra));
    expect([answer.status, answer.type]).toEqual([200, 'text/xml']);
    this.providerCallId = `00000000-0000-7000-8000-${String(this.app.agent.started.length).padStart(12, '0')}`;
    return answer.text;
  }

  async hears(path: string, extra: Record<string, string> = {}): Promise<string> {
    const answer = await this.app.twilio(path, this.form({ CallStatus: 'in-progress', ...extra }));
    expect([answer.status, answer.type]).toEqual([200, 'text/xml']);
    return answer.text;
  }

  message(type: string, extra: Record<string, unknown> = {}): Record<string, unknown> {
    const call = { id: this.providerCallId, transport: { provider: 'twilio', callSid: this.callSid } };
    return { type, call, timestamp: this.app.clock.now().getTime() + (this.line += 1), ...extra };
  }

  send(message: Record<string, unknown>) {
    return this.app.vapi(message, this.app.clock.now().getTime());
  }

  async says(text: string, role: 'user' | 'assistant' = 'user'): Promise<void> {
    await this.send(this.message('transcript', { role, transcriptType: 'final', transcript: text })).expect(200);
  }

  /** The agent uses a tool; returns what it is told. */
  async tool(name: string, args: unknown, id = `tool-${(this.line += 1)}`): Promise<string> {
    const toolCallList = [{ id, type: 'function', function: { name, arguments: args } }];
    const answer = await this.send(this.message('tool-calls', { toolCallList })).expect(200);
    const [result] = (answer.body as { results: { toolCallId: string; result?: string; error?: string }[] }).results;
    expect(result?.toolCallId).toBe(id);
    return result?.result ?? `ERROR ${result?.error ?? ''}`;
  }

  report(turns: [role: 'bot' | 'user', text: string, second: number][], extra: Record<string, unknown> = {}) {
    const messages = turns.map(([role, message, secondsFromStart]) => ({ role, message, secondsFromStart }));
    return this.message('end-of-call-report', {
      endedReason: 'customer-ended-call',
      artifact: { messages },
      analysis: { summary: 'A short summary.' },
      ...extra,
    });
  }

  status(status: string, seconds?: number) {
    const duration: Record<string, string> = seconds === undefined ? {} : { CallDuration: String(seconds) };
    return this.app.twilio('call-status', this.form({ CallStatus: status, ...duration }));
  }

  async row(): Promise<CallRow> {
    const [row] = await this.app.db.everything<CallRow>('select * from calls where call_sid = $1', [this.callSid]);
    if (!row) throw new Error('no such call');
    return row;
  }

  async card(): Promise<Record<string, unknown> | undefined> {
    const [card] = await this.app.db.everything<Record<string, unknown>>(
      'select k.* from lead_cards k join calls c on c.account_id = k.account_id and c.id = k.call_id where c.call_sid = $1',
      [this.callSid],
    );
    return card;
  }

  incidents(): Promise<Record<string, unknown>[]> {
    return this.app.db.everything(
      'select i.* from incidents i join calls c on c.account_id = i.account_id and c.id = i.call_id where c.call_sid = $1',
      [this.callSid],
    );
  }
}

export const unavailable = (
  reason: Extract<ConversationStarted, { kind: 'unavailable' }>['reason'],
): ConversationStarted => ({
  kind: 'unavailable',
  reason,
});
