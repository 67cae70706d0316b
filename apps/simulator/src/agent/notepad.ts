import type { CallClass, CallerTone, SafetyInstruction, ServiceType } from '@domain/triage/triage.types';
import { issueSummary } from './issue-summary.js';

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
    issue_description: issueSummary(notepad.issue),
    service_type: notepad.service,
    additional_notes: notepad.remarks.length > 0 ? notepad.remarks.join(' ') : undefined,
  };
}

export function routeArguments(notepad: Notepad): Record<string, unknown> {
  return {
    caller_name: notepad.name,
    caller_phone: notepad.number,
    address: addressFor(notepad),
    issue_summary: issueSummary(notepad.issue),
    safety_instruction_given: notepad.safetyLineGiven,
  };
}

/** PRD scenario 23 wants the refusal on the card; what was never asked is left out. */
function addressFor(notepad: Notepad): string | undefined {
  return notepad.address ?? (notepad.addressRefused ? 'Address not provided' : undefined);
}
