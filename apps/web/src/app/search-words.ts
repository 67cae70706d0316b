/** Reads what stands behind the question mark. Whatever does not belong there is left out, never an error page. */
export const read = {
  text: (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined),
  id: (value: unknown): string | undefined =>
    typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : undefined,
  /** A path of our own: a sign-in link must not lead to somebody else's site. */
  path: (value: unknown): string | undefined =>
    typeof value === 'string' && value.startsWith('/') && !/^\/[/\\]/.test(value) ? value : undefined,
  oneOf: <T extends string>(value: unknown, words: readonly T[]): T | undefined => words.find((word) => word === value),
};

export interface LiveSearch {
  call?: string;
}

export interface CallsSearch {
  class?: 'emergency' | 'routine' | 'spam' | 'ambiguous';
  call?: string;
}

export interface TriageSearch {
  call?: string;
}

export interface LeadsSearch {
  tab?: 'needs-callback' | 'approvals' | 'no-answer' | 'booked' | 'all';
  class?: 'emergency' | 'routine' | 'spam';
  q?: string;
  card?: string;
}

export interface AppointmentsSearch {
  /** Any day of the week shown, YYYY-MM-DD in the account's zone. */
  week?: string;
  /** An instant in the week shown, for links that know no zone. */
  at?: string;
  show?: 'held' | 'booked' | 'over';
  appointment?: string;
}

export interface DigestSearch {
  morning?: string;
  view?: 'text';
}

export interface OnCallSearch {
  tab?: 'schedule' | 'people' | 'team' | 'ladder' | 'rehearse';
  /** Any day of the week shown, YYYY-MM-DD in the account's zone. */
  week?: string;
  by?: 'layer';
  /** The gap somebody came to close. */
  gap?: string;
  /** Whose ladder is edited; without, the account's own. */
  trade?: 'plumbing' | 'hvac' | 'electrical';
}

export const SET_UP_STEPS = [
  'business',
  'services',
  'hours',
  'number',
  'forwarding',
  'people',
  'voice',
  'compliance',
  'go_live',
] as const;

export interface SetUpSearch {
  step?: (typeof SET_UP_STEPS)[number];
}
