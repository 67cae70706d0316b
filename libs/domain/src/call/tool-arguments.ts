import { mayDial, parseE164, type E164 } from '@domain/phone/e164';
import type { CallClass, CallerTone, ServiceType } from '@domain/triage/triage.types';

/** Arguments as a model may send them: any field may be missing, of another type, or invented. */
export type ToolArguments = Record<string, unknown>;

const AGENT_CLASSES = ['emergency', 'routine', 'spam'] as const;
const SERVICE_TYPES: readonly ServiceType[] = ['plumbing', 'hvac', 'electrical', 'general', 'unknown'];
const TONES: readonly CallerTone[] = ['calm', 'concerned', 'frustrated', 'worried', 'panicked', 'neutral'];

export interface ClassifyArguments {
  classification: Exclude<CallClass, 'ambiguous'>;
  reasoning: string | null;
  serviceType: ServiceType;
  tone: CallerTone | null;
}

/** Null when no known class was given: the agent is then asked again. */
export function classifyArguments(given: ToolArguments): ClassifyArguments | null {
  const classification = oneOf(AGENT_CLASSES, given['classification']);
  if (!classification) return null;
  return {
    classification,
    reasoning: sentence(given['urgency_reasoning'], 600),
    serviceType: serviceType(given),
    tone: oneOf(TONES, given['caller_tone']),
  };
}

export interface DetailArguments {
  callerName: string | null;
  callbackPhone: E164 | null;
  address: string | null;
  issue: string | null;
  serviceType: ServiceType;
  notes: string | null;
  /** What the agent says it read out; our own record of the line is believed first. */
  safetyInstruction: string | null;
}

/** Details of collect_caller_details and route_to_oncall alike; `callerPhone` is the network's, which needs no repeating. */
export function detailArguments(given: ToolArguments, callerPhone: string | null): DetailArguments {
  return {
    callerName: told(given['caller_name'], 120),
    callbackPhone: callbackPhone(given['phone_number'] ?? given['caller_phone'], callerPhone),
    address: told(given['address'], 300),
    issue: told(given['issue_description'] ?? given['issue_summary'], 1000),
    serviceType: serviceType(given),
    notes: sentence(given['additional_notes'], 1000),
    safetyInstruction: sentence(given['safety_instruction_given'], 600),
  };
}

export interface BookingArguments {
  /** As the caller said it; only a wish. */
  preferredDate: string | null;
  preferredTime: 'morning' | 'afternoon' | 'any';
  /** What the agent says it was offered; nobody vouches for it. */
  slotId: string;
  callerName: string | null;
  address: string | null;
  issue: string | null;
  serviceType: ServiceType;
  /** The caller does not mind a confirmation by text. */
  mayText: boolean;
}

/** Arguments of check_availability and book_appointment alike. */
export const bookingArguments = (given: ToolArguments): BookingArguments => ({
  preferredDate: sentence(given['preferred_date'], 120),
  preferredTime: oneOf(['morning', 'afternoon'] as const, given['preferred_time']) ?? 'any',
  slotId: sentence(given['slot_id'], 64)?.toLowerCase() ?? '',
  callerName: told(given['caller_name'], 120),
  address: told(given['address'], 300),
  issue: told(given['issue_description'], 1000),
  serviceType: serviceType(given),
  mayText: oneOf(['no'] as const, given['text_ok']) === null,
});

const serviceType = (given: ToolArguments): ServiceType => oneOf(SERVICE_TYPES, given['service_type']) ?? 'unknown';

function oneOf<Value extends string>(allowed: readonly Value[], given: unknown): Value | null {
  const word = typeof given === 'string' ? given.trim().toLowerCase() : '';
  return allowed.find((value) => value === word) ?? null;
}

// Control characters and line breaks would forge lines in a text message or a chat post.
const sentence = (given: unknown, longest: number): string | null =>
  typeof given === 'string'
    ? given
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, longest) || null
    : null;

const NOT_TOLD =
  /^(unknown|n\/?a|none|null|undefined|anonymous|not (provided|given|described|available|known)|address not provided|\[.*\])\.?$/i;

/** What models write where the caller said nothing is nothing. */
function told(given: unknown, longest: number): string | null {
  const text = sentence(given, longest);
  return text && !NOT_TOLD.test(text) ? text : null;
}

/** A spoken number is the caller's word only: kept when it can be dialled and is not the one they call from (C1 10). */
function callbackPhone(given: unknown, callerPhone: string | null): E164 | null {
  const text = told(given, 40);
  if (!text || !/\d{7}/.test(text.replace(/\D/g, ''))) return null;
  try {
    const number = parseE164(text);
    return number !== callerPhone && mayDial(number) ? number : null;
  } catch {
    return null;
  }
}
