import { spokenForm } from '@domain/phone/e164';

/** What a text or a call may say of one emergency. */
export interface EmergencyFacts {
  code: string;
  accountName: string;
  /** IANA zone of the account: every time in a text is on the contractor's clock. */
  timeZone: string;
  openedAt: Date;
  callerName: string | null;
  callerPhone: string | null;
  callbackPhone: string | null;
  address: string | null;
  issueSummary: string;
  /** What the caller was told about their safety. */
  safetyLine: string | null;
  /** What they should have been told, and hung up before. */
  unheardLine: string | null;
}

export const callerNameOf = (facts: EmergencyFacts): string => facts.callerName ?? 'Unknown caller';

/** The number to ring, as people read it; a caller may hide the one they call from. */
export function callerPhoneOf(facts: EmergencyFacts): string {
  const number = facts.callbackPhone ?? facts.callerPhone;
  return number ? spokenForm(number) : 'withheld';
}
