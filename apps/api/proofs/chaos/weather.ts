/** Shares of requests that go wrong; the rest takes 20 to 50 ms and works. */
export interface Weather {
  /** Refused before anything happened, to be tried again. */
  tooMany: number;
  /** A server error before the text was taken. */
  errorBefore: number;
  /** The text was taken, the answer says otherwise. */
  errorAfter: number;
  /** The text was taken, the connection breaks. */
  resetAfter: number;
  /** The text was taken, no answer ever comes. */
  hangAfter: number;
}

export type Fate = keyof Weather | 'works';

export const FAIR: Weather = { tooMany: 0, errorBefore: 0, errorAfter: 0, resetAfter: 0, hangAfter: 0 };
export const FOUL: Weather = { tooMany: 0.03, errorBefore: 0.02, errorAfter: 0.02, resetAfter: 0.02, hangAfter: 0.01 };
