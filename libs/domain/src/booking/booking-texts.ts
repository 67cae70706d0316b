import { fitted } from '@domain/escalation/fitted-text';
import { safeWords } from '@domain/escalation/gsm7';
import { SERVICE_WORDS } from '@domain/lead-card/card-words';
import type { ServiceType } from '@domain/triage/triage.types';
import { writtenDate, writtenTime, type Span } from './slot-words.js';

/** What texts about an appointment tell of it. */
export interface TextFacts extends Span {
  businessName: string;
  serviceType: ServiceType;
  /** IANA name. */
  timeZone: string;
}

const at = (facts: TextFacts): string =>
  `on ${writtenDate(facts.startsAt, facts.timeZone)} at ${writtenTime(facts, facts.timeZone)}`;

/** "HVAC appointment"; "Service appointment" where nobody knows the trade. */
const visit = ({ serviceType }: TextFacts): string =>
  `${serviceType === 'general' || serviceType === 'unknown' ? 'Service' : SERVICE_WORDS[serviceType]} appointment`;

/** VTCR 2.3, word for word. No word in it is one that carriers take for an opt-out (reference C5 91). */
export const confirmedText = (facts: TextFacts): string =>
  fitted([
    `Confirmed: ${visit(facts)} with ${safeWords(facts.businessName)} ${at(facts)}. Reply to this number if you need to reschedule.`,
  ]);

export const movedText = (facts: TextFacts): string =>
  fitted([
    `New time: your ${visit(facts)} with ${safeWords(facts.businessName)} is now ${at(facts)}. Reply to this number if you need to reschedule.`,
  ]);

/** Says "called off": a customer who repeats the usual word would opt out of our texts. */
export const calledOffText = (facts: TextFacts): string =>
  fitted([
    `Your ${visit(facts)} with ${safeWords(facts.businessName)} ${at(facts)} has been called off. We will call you, or reply to this number for a new time.`,
  ]);

/** To a customer who texts about an appointment. */
export const heardCustomerText = (businessName: string): string =>
  fitted([`Thanks, ${safeWords(businessName)} has your message and will get back to you about your appointment.`]);

/** What an approver is asked about. */
export interface HeldFacts extends TextFacts {
  code: string;
  customerName: string;
  address: string | null;
  issue: string;
  heldUntil: Date;
}

/** The keys come last and are never cut: "1 approve, 2 other, 3 I'll call". */
export const askApproverText = (held: HeldFacts): string =>
  fitted([
    `APPROVE ${held.code}? ${safeWords(held.businessName)}`,
    `${writtenDate(held.startsAt, held.timeZone)} ${writtenTime(held, held.timeZone)}`,
    { label: '', words: [SERVICE_WORDS[held.serviceType], held.customerName].filter(Boolean).join(', '), least: 10 },
    { label: '', words: held.address ?? 'No address', least: 10 },
    { label: 'Job: ', words: held.issue, least: 20 },
    `Reply ${held.code} 1=Approve 2=Other time 3=I'll call`,
  ]);

/** Other windows by letter, in the answer to "2". */
export const otherTimesText = (held: Pick<HeldFacts, 'code' | 'timeZone'>, others: Span[]): string =>
  others.length === 0
    ? fitted([`${held.code}: no other time is open. 1=Approve 3=I'll call`])
    : fitted([
        ...others.map(
          (other, index) =>
            `${OTHER_LETTERS[index] ?? ''} ${writtenDate(other.startsAt, held.timeZone)} ${writtenTime(other, held.timeZone)}`,
        ),
        `Reply ${held.code} and the letter, or ${held.code} 3=I'll call`,
      ]);

/** None of them is read as a key or a yes. */
export const OTHER_LETTERS = ['A', 'B', 'C'] as const;

export const approvedText = (held: Pick<HeldFacts, 'code' | 'timeZone'> & Span, isTold: boolean): string =>
  fitted([
    `${held.code} booked for ${writtenDate(held.startsAt, held.timeZone)} ${writtenTime(held, held.timeZone)}. ${isTold ? 'The customer gets a text.' : 'The customer cannot be texted: please call.'}`,
  ]);

export const willCallText = (held: Pick<HeldFacts, 'code' | 'customerName'>, phone: string | null): string =>
  fitted([`${held.code}: the time is free again. Call ${safeWords(held.customerName)}${phone ? ` at ${phone}` : ''}.`]);

export const takenMeanwhileText = (code: string): string =>
  fitted([`${code}: that time is taken by now. Reply ${code} 2 for others.`]);

export const noLongerHeldText = (code: string): string => fitted([`${code} waits for nobody any more.`]);

/** To an answer that names the window and says nothing about it. */
export const keysText = (code: string): string => fitted([`${code}: reply ${code} 1=Approve 2=Other time 3=I'll call`]);

/** Somebody has more than one open question and did not say which one they answer. */
export const whichHoldText = (codes: string[]): string =>
  fitted([`Several times wait for you: ${codes.join(', ')}. Put the code first, e.g. ${codes[0] ?? ''} 1.`]);
