/** Words for the caller, in the language in which the carrier's voice reads them. */
export interface Spoken {
  words: string;
  language: 'en' | 'es';
}

/** What the caller's line does next, in our words; rendered for the carrier at the edge. */
export type CallerHears =
  | { kind: 'ring-business'; number: string; ringSeconds: number }
  | { kind: 'voice-agent'; notice: string | null; stream: { url: string; parameters: Record<string, string> } }
  /** `words` come before the beep; the key for an emergency is offered unless it was just pressed. */
  | { kind: 'voicemail'; words: string; offersKey: boolean; language?: Spoken['language'] }
  | IntakeQuestion
  | { kind: 'conference'; name: string; words: string }
  | { kind: 'goodbye'; words: string; language?: Spoken['language'] }
  /** The line goes on at another of our addresses, below `/api/twilio/`; first words or silence, where there are any. */
  | { kind: 'go-on-at'; path: string; afterSeconds?: number; first?: Spoken }
  | { kind: 'hang-up' };

/** The intake asks and listens (decision 9). `number` comes back with the answer, which may be delivered twice or late. */
export interface IntakeQuestion {
  kind: 'intake-question';
  number: number;
  /** Read to the end whatever the caller says, and again when a key cut it: the safety line (decision 2). */
  first: Spoken[];
  /** Why the talk broke off; whoever knows the reason better puts theirs in its place. */
  apology: Spoken | null;
  /** Like the apology it stops when the caller begins to speak. */
  prompt: Spoken[];
  /** What the recogniser listens for. */
  language: Spoken['language'];
  /** A telephone number may be keyed in; else one key is all that is waited for. */
  takesNumber: boolean;
  startsRecording: boolean;
}

/** The conference of an emergency: the tech's leg and the caller's meet in it. Names are unique while it lasts. */
export const conferenceOf = (incidentId: string): string => `incident-${incidentId}`;
