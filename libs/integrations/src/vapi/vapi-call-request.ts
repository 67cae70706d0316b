import type { ConversationStart } from '@domain/ports/voice-agent';
import type { Vapi } from '@vapi-ai/server-sdk';

/** Documented, used in the vendor's own examples, and missing from its types: hand us the TwiML, place no call (B1). */
type BypassCall = Vapi.CreateCallDto & { phoneCallProviderBypassEnabled: true };

/** POST /call for one conversation. A withheld caller id is left out: the provider would refuse anything that is not E.164. */
export function callRequest(conversation: ConversationStart): BypassCall {
  const { callRef, assistantId, voiceNumberId, callerPhone, variables, opening, maxSeconds } = conversation;
  return {
    phoneCallProviderBypassEnabled: true,
    assistantId,
    ...(voiceNumberId ? { phoneNumberId: voiceNumberId } : {}),
    ...(callerPhone ? { customer: { number: callerPhone } } : {}),
    assistantOverrides: {
      variableValues: { ...variables, call_ref: callRef },
      metadata: { call_ref: callRef },
      ...(opening ? { firstMessage: opening } : {}),
      ...(maxSeconds ? { maxDurationSeconds: maxSeconds } : {}),
    },
  };
}
