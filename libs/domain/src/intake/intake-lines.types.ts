import type { IntakeAsk } from './intake-step.js';

export type IntakeLanguage = 'en' | 'es';

/** How far the paging has come, as the caller may be told (see OpenedIncident). */
export type Standing = 'paging' | 'not_picked_up' | 'taken';

/** Who is being reached for the caller. */
export interface Reached {
  onCallName: string;
  standing: Standing;
}

/**
 * What the intake says in one language. No line promises more than was done. The questions end in a question mark and name
 * what they ask for, because `askedFor` reads the talk back from its turns.
 */
export interface IntakeLines {
  greeting: (businessName: string) => string;
  keyOffer: string;
  cutOff: string;
  reported: string;
  automated: string;
  stillKnown: string;
  notCaught: string;
  gotIt: string;
  ask: Record<Exclude<IntakeAsk, 'confirm_number'>, string>;
  confirmNumber: (ending: string) => string;
  paging: (name: string) => string;
  stillPaging: (name: string) => string;
  taken: (name: string) => string;
  details: string;
  hold: (callerName: string, name: string) => string;
  holdOn: (name: string) => string;
  notReached: (name: string) => string;
  inDanger: string;
  goodbye: string;
  close: (callerName: string, callbackWhen: string) => string;
  refuse: string;
  message: string;
  urgentMessage: string;
}
