import type { CallClass, CallerTone, SafetyInstruction, ServiceType } from '@domain/triage/triage.types';

/** What the agent has written down about the caller so far. */
export interface Notepad {
  classification: CallClass;
  service: ServiceType;
  tone: CallerTone;
  reasoning: string;
  safety: SafetyInstruction;
  safetyLineGiven?: string;
  name?: string;
  address?: string;
  addressRefused: boolean;
  number?: string;
  numberConfirmed: boolean;
  issue: string[];
  remarks: string[];
}

export function freshNotepad(callerNumber: string | undefined): Notepad {
  return {
    classification: 'ambiguous',
    service: 'unknown',
    tone: 'neutral',
    reasoning: '',
    safety: 'none',
    number: callerNumber,
    addressRefused: false,
    numberConfirmed: false,
    issue: [],
    remarks: [],
  };
}

export function firstName(notepad: Notepad): string {
  return notepad.name?.split(' ')[0] ?? '';
}

const SMALL_TALK =
  /^(?:(?:yeah|yes|hi there|hi|hey|hello|uh|um|ok|okay|so|well|please|oh my god|thanks|thank you)\b[\s,.!-]*)+/i;
const OPENERS =
  /^(?:i(?:'ve| have) got|i(?:'m| am) looking to get|i(?:'m| am) looking for|i(?:'d| would) like to|i need to get|i need to|i need|i(?:'m| am) calling about|there(?:'s| is)|it's)\s+/i;

/** The caller's own words without the throat-clearing: "Yeah, uh, I've got water spraying…" becomes "Water spraying…". */
export function condensed(words: string): string {
  const bare = words
    .replace(SMALL_TALK, '')
    .replace(OPENERS, '')
    .replace(/,\s*(?:uh|um),?\s*/gi, ' ')
    .trim();
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

const MAX_ISSUE_LENGTH = 600;

export function issueSummary(notepad: Notepad): string {
  const sentences = notepad.issue.map(condensed).filter((line) => line.length > 2);
  return sentences.map(ended).join(' ').slice(0, MAX_ISSUE_LENGTH) || 'Not described';
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

export function classifyArguments(notepad: Notepad): Record<string, unknown> {
  return {
    classification: notepad.classification,
    urgency_reasoning: notepad.reasoning,
    service_type: notepad.service,
    caller_tone: notepad.tone,
  };
}

export function detailsArguments(notepad: Notepad): Record<string, unknown> {
  return {
    caller_name: notepad.name,
    phone_number: notepad.number,
    address: addressFor(notepad),
    issue_description: issueSummary(notepad),
    service_type: notepad.service,
    additional_notes: notepad.remarks.length > 0 ? notepad.remarks.join(' ') : undefined,
  };
}

export function routeArguments(notepad: Notepad): Record<string, unknown> {
  return {
    caller_name: notepad.name,
    caller_phone: notepad.number,
    address: addressFor(notepad),
    issue_summary: issueSummary(notepad),
    safety_instruction_given: notepad.safetyLineGiven,
  };
}

/** PRD scenario 23 wants the refusal on the card; what was never asked is left out. */
function addressFor(notepad: Notepad): string | undefined {
  return notepad.address ?? (notepad.addressRefused ? 'Address not provided' : undefined);
}
