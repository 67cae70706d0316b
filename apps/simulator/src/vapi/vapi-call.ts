import type { JsonObject } from './json.js';

export const ORG_ID = 'org-simulator';

export type VapiCallStatus = 'queued' | 'ringing' | 'in-progress' | 'ended';

/** One entry of a call's history, in Vapi's own words. */
export interface CallMessage extends JsonObject {
  role: 'bot' | 'user' | 'system' | 'tool_calls' | 'tool_call_result';
  time: number;
  secondsFromStart: number;
}

/** One AI conversation as Vapi keeps it. Times are ISO 8601 of the simulator's clock. */
export interface VapiCall {
  id: string;
  status: VapiCallStatus;
  createdAt: string;
  updatedAt: string;
  startedAt?: string;
  endedAt?: string;
  endedReason?: string;
  assistantId?: string;
  /** The assistant this call runs with: overrides merged, not yet rendered. */
  assistant: JsonObject;
  assistantOverrides: JsonObject;
  phoneNumberId?: string;
  customer: JsonObject;
  twilioCallSid?: string;
  controlUrl: string;
  listenUrl: string;
  messages: CallMessage[];
  summary?: string;
}

/** "AI: …\nUser: …", as the report and GET /call carry it. */
export function transcriptOf(call: VapiCall): string {
  const spoken = call.messages.filter((message) => message.role === 'bot' || message.role === 'user');
  return spoken.map((message) => `${message.role === 'bot' ? 'AI' : 'User'}: ${String(message.message)}\n`).join('');
}

/** The call as webhooks and GET /call/:id show it; absent facts are left out, as the vendor does. */
export function callOnTheWire(call: VapiCall, accountSid: string): JsonObject {
  return {
    id: call.id,
    orgId: ORG_ID,
    type: 'inboundPhoneCall',
    status: call.status,
    createdAt: call.createdAt,
    updatedAt: call.updatedAt,
    ...(call.startedAt && { startedAt: call.startedAt }),
    ...(call.endedAt && { endedAt: call.endedAt, endedReason: call.endedReason }),
    ...(call.assistantId ? { assistantId: call.assistantId } : { assistant: call.assistant }),
    ...(call.phoneNumberId && { phoneNumberId: call.phoneNumberId }),
    customer: call.customer,
    phoneCallProvider: 'twilio',
    phoneCallTransport: 'pstn',
    ...(call.twilioCallSid && {
      phoneCallProviderId: call.twilioCallSid,
      transport: { provider: 'twilio', callSid: call.twilioCallSid, accountSid },
    }),
    monitor: { listenUrl: call.listenUrl, controlUrl: call.controlUrl },
    assistantOverrides: call.assistantOverrides,
  };
}

/** What the end-of-call report and GET /call/:id say was said; empty when the line died before anybody spoke. */
export function artifactOf(call: VapiCall): JsonObject {
  if (call.messages.length === 0) return {};
  return {
    transcript: transcriptOf(call),
    messages: call.messages,
    variableValues: call.assistantOverrides.variableValues ?? {},
    transfers: [],
  };
}
