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
  tab?: 'needs-callback' | 'no-answer' | 'booked' | 'all';
  class?: 'emergency' | 'routine' | 'spam';
  q?: string;
  card?: string;
}

export interface DigestSearch {
  morning?: string;
  view?: 'text';
}
