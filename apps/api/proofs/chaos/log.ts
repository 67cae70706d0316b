import type { Answer, Ask, Question } from '../night/record.js';

/** A text or call the carrier took: what reached a phone. The invariants are read from these, never from our tables. */
export interface Taken {
  sid: string;
  kind: 'text' | 'call';
  from: string;
  to: string;
  body: string;
  at: number;
}

/** The carrier was asked what it has of one of our lines. */
export interface LineQuestion extends Question {
  from: string;
}

/** Something at this moment let the next step of this line's ladder come early: a refusal, a lost answer, an unanswered call, an attempt that never came. */
export interface Hurry {
  from: string;
  at: number;
}

/** What a person texted to one of our lines. */
export interface LineAnswer extends Answer {
  line: string;
}

/** A digest as it came to a contractor's chat; each has an address of its own. */
export interface LineDigest {
  line: string;
  content: string;
}

/** Everything that came to the carrier, and what it did with it. */
export interface CarrierLog {
  /** Every request for a text or call, with its fate. */
  asked: readonly Ask[];
  questions: readonly LineQuestion[];
  hurries: readonly Hurry[];
  answers: readonly LineAnswer[];
  /** Null when the run did not last to the morning. */
  digests: readonly LineDigest[] | null;
}
