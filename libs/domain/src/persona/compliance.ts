import { mayAttestNoNotice, mustDiscloseInGreeting, RECORDING_NOTICE } from './disclosure.js';

export type SmsRegistration = 'none' | 'pending' | 'approved' | 'blocked';

export interface ComplianceFacts {
  /** Two letters, or null when unknown. */
  state: string | null;
  recordingNotice: 'on' | 'attested_off';
  aiDisclosure: 'on_request' | 'in_greeting';
  smsRegistration: SmsRegistration;
}

export interface ComplianceView {
  recording: { setting: 'on' | 'attested_off'; mayTurnOff: boolean; words: string; why: string };
  disclosure: { setting: 'on_request' | 'in_greeting'; inGreeting: boolean; forced: boolean; why: string };
  sms: { registration: SmsRegistration; canText: boolean; why: string };
}

/** What the law asks of this account and what is set (decision 12, reference B7; not legal advice). */
export function compliance(facts: ComplianceFacts): ComplianceView {
  return { recording: recording(facts), disclosure: disclosure(facts), sms: sms(facts.smsRegistration) };
}

function recording({ state, recordingNotice }: ComplianceFacts): ComplianceView['recording'] {
  const mayTurnOff = mayAttestNoNotice(state);
  const because = state ? `${state} asks for everyone's consent to a recording` : 'your state is not known yet';
  const why = mayTurnOff
    ? `${state ?? ''} allows recording with one side's consent. Callers whose number is withheld or from a state that asks for everyone's consent hear the notice all the same.`
    : `Callers always hear the notice, because ${because}.`;
  return { setting: recordingNotice, mayTurnOff, words: RECORDING_NOTICE, why };
}

function disclosure({ state, aiDisclosure }: ComplianceFacts): ComplianceView['disclosure'] {
  const forced = mustDiscloseInGreeting(state, 'on_request');
  const inGreeting = mustDiscloseInGreeting(state, aiDisclosure);
  const why = inGreeting
    ? `The greeting says "I'm an automated assistant."${forced ? ` ${state ?? ''} requires it.` : ''}`
    : 'The agent says that it is automated whenever a caller asks. It never denies it.';
  return { setting: aiDisclosure, inGreeting, forced, why };
}

const SMS_WHY: Record<SmsRegistration, string> = {
  none: 'Texting is not registered with the carriers yet. Until it is, emergencies reach your team by phone call.',
  pending: 'The carriers are reviewing the registration. Until then emergencies reach your team by phone call.',
  approved: 'Texting is registered; your team gets calls and texts.',
  blocked: 'The carriers refused the registration. Emergencies reach your team by phone call.',
};

const sms = (registration: SmsRegistration): ComplianceView['sms'] => ({
  registration,
  canText: registration === 'approved',
  why: SMS_WHY[registration],
});
