/** A text or call the carrier took: what reached a phone. The invariants are read from these, never from our tables. */
export interface Taken {
  sid: string;
  kind: 'text' | 'call';
  from: string;
  to: string;
  body: string;
  at: number;
}

/** Every request for a text or call, taken or not. */
export interface Asked {
  from: string;
  to: string;
  at: number;
}
