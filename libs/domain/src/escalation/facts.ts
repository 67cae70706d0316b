import type { PagerLanguage } from '@domain/on-call/pager-language';
import { spokenForm } from '@domain/phone/e164';
import { textWords } from './text-words.js';

/** What a text or a call may say of one emergency, and in whose words. */
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
  /** In the caller's own words and language. */
  issueSummary: string;
  /** What the caller was told about their safety. */
  safetyLine: string | null;
  /** What they should have been told, and hung up before. */
  unheardLine: string | null;
  /** Of whoever reads or hears it. */
  language: PagerLanguage;
}

export const callerNameOf = (facts: EmergencyFacts): string =>
  facts.callerName ?? textWords(facts.language).unknownCaller;

/** The number to ring, as people read it; a caller may hide the one they call from. */
export function callerPhoneOf(facts: EmergencyFacts): string {
  const number = numberOf(facts);
  return number ? spokenForm(number) : textWords(facts.language).withheld;
}

/** E.164; null when there is none to ring. */
export const numberOf = ({ callbackPhone, callerPhone }: EmergencyFacts): string | null => callbackPhone ?? callerPhone;
