import type { E164 } from '@domain/phone/e164';
import type { PersonaScript } from '@domain/persona/persona-script';

/** Everything one conversation starts with. Ids and numbers come from our rows, never from the model (decision 14). */
export interface ConversationStart {
  /** Our call id; travels as a static tool parameter and a webhook header, invisible to the model. */
  callRef: string;
  assistantId: string;
  voiceNumberId: string | null;
  callerPhone: E164 | null;
  /** Per-call words the rendered script refers to, e.g. greeting_word, repeat_caller. */
  variables: Record<string, string>;
  /** First words instead of the script's greeting: the caller has been greeted already. */
  opening?: string;
  /** Ends this conversation sooner than the script would. */
  maxSeconds?: number;
}

export type ConversationStarted =
  | {
      kind: 'started';
      providerCallId: string;
      controlUrl: string | null;
      stream: { url: string; parameters: Record<string, string> };
    }
  | { kind: 'unavailable'; reason: 'timeout' | 'error' | 'no-capacity' | 'bad-answer' };

/** What the provider says afterwards about a conversation; null fields were never reported. */
export interface ConversationReport {
  providerCallId: string;
  endedReason: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  summary: string | null;
  turns: { role: 'caller' | 'agent'; text: string; secondsFromStart: number | null }[];
}

/** The conversational agent behind the line. Implementations own time-outs and never retry. */
export abstract class VoiceAgent {
  /** Must give up after 2.5 s: the caller is listening to ringing (decision 9). */
  abstract start(conversation: ConversationStart): Promise<ConversationStarted>;
  /** Makes the agent say exactly this to the caller now. False when the conversation is over or cannot be reached. */
  abstract say(controlUrl: string, words: string): Promise<boolean>;
  /** Tells the agent something the caller does not hear. False as above. */
  abstract tell(controlUrl: string, note: string): Promise<boolean>;
  /** The finished conversation, or null while it runs or when it is not known. */
  abstract report(providerCallId: string): Promise<ConversationReport | null>;
  /** Creates or replaces the whole assistant for a script; returns the provider's assistant id. */
  abstract publish(script: PersonaScript, assistantId: string | null): Promise<string>;
}
