/** What the caller's line does next, in our words; rendered for the carrier at the edge. */
export type CallerHears =
  | { kind: 'ring-business'; number: string; ringSeconds: number }
  | { kind: 'voice-agent'; notice: string | null; stream: { url: string; parameters: Record<string, string> } }
  /** `words` come before the beep; the key for an emergency is offered unless it was just pressed. */
  | { kind: 'voicemail'; words: string; offersKey: boolean }
  | { kind: 'conference'; name: string; words: string }
  | { kind: 'goodbye'; words: string }
  /** The line goes on at another of our addresses, below `/api/twilio/`; first silence, where there are seconds of it. */
  | { kind: 'go-on-at'; path: string; afterSeconds?: number }
  | { kind: 'hang-up' };

/** The conference of an emergency: the tech's leg and the caller's meet in it. Names are unique while it lasts. */
export const conferenceOf = (incidentId: string): string => `incident-${incidentId}`;
