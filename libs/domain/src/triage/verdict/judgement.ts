import type { CallClass } from '../triage.types.js';
import { first } from './call.js';
import type { Call, Heard } from './call.js';

/** What the words alone say: a class, how firmly, the topic, and the findings that decided. */
export interface Judgement {
  classification: CallClass;
  /** `hazard`: nothing the caller adds can lower it. `keyword`: the caller's own answer may. `unclear`: nobody knows yet. */
  firmness: 'hazard' | 'keyword' | 'unclear' | 'clear';
  topic: string;
  because: Heard[];
}

export const judged = (
  classification: CallClass,
  firmness: Judgement['firmness'],
  topic: string,
  because: (Heard | undefined)[],
): Judgement => ({ classification, firmness, topic, because: because.filter((heard) => heard !== undefined) });

/** Somebody for whom cold, heat or no water is worse. */
export const vulnerable = (call: Call): Heard | undefined =>
  first(call, 'elderly') ?? first(call, 'baby') ?? first(call, 'medical') ?? first(call, 'child');
