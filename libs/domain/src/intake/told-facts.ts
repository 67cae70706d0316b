import type { E164 } from '@domain/phone/e164';
import type { Turn } from '@domain/triage/triage.types';
import {
  answeredAddress,
  answeredName,
  saysNo,
  saysNothingMore,
  spokenNumber,
  volunteeredAddress,
  volunteeredName,
} from './spoken-answer.js';

/** What the caller has told of themselves, whoever asked: the agent before it was cut off, or the intake. */
export interface ToldFacts {
  name: string | null;
  address: string | null;
  callbackPhone: E164 | null;
  /** "Is it the number you call from?" was answered with anything but no. */
  numberConfirmed: boolean;
  otherNumberWanted: boolean;
  /** What else the technician should know. */
  more: string | null;
}

type AskedFor = 'name' | 'address' | 'number' | 'more';

const NOTHING: ToldFacts = {
  name: null,
  address: null,
  callbackPhone: null,
  numberConfirmed: false,
  otherNumberWanted: false,
  more: null,
};

// In the last question only: "I have your address. And your name?" asks for the name.
const QUESTIONS: [AskedFor, RegExp][] = [
  ['more', /\banything else\b|\balgo m[aá]s\b/i],
  ['number', /\bnumber\b|\breach you\b|\bcall you back\b|\bn[uú]mero\b/i],
  ['address', /\baddress\b|\bwhere (?:you need|do you need|are you)\b|\bdirecci[oó]n\b/i],
  ['name', /\byour name\b|\bwho am i\b|\bnombre\b/i],
];

/** Which detail the line just asked for; null when it asked for none. */
export function askedFor(agentWords: string): AskedFor | null {
  const question = agentWords.match(/[^.!?]*\?/g)?.at(-1) ?? '';
  return QUESTIONS.find(([, words]) => words.test(question))?.[0] ?? null;
}

/** Reads the talk so far; an answer to a question weighs more than what was said in passing. */
export function toldFacts(turns: readonly Turn[]): ToldFacts {
  return turns.reduce((facts, turn, index) => {
    if (turn.role !== 'caller') return facts;
    const asked = turns.slice(0, index).findLast((earlier) => earlier.role === 'agent');
    const detail = asked ? askedFor(asked.text) : null;
    const heard = inPassing(facts, turn.text);
    return detail ? ANSWERS[detail](heard, turn.text) : heard;
  }, NOTHING);
}

const inPassing = (facts: ToldFacts, words: string): ToldFacts => ({
  ...facts,
  name: facts.name ?? volunteeredName(words),
  address: facts.address ?? volunteeredAddress(words),
});

const ANSWERS: Record<AskedFor, (facts: ToldFacts, words: string) => ToldFacts> = {
  name: (facts, words) => ({ ...facts, name: answeredName(words) ?? facts.name }),
  address: (facts, words) => ({ ...facts, address: answeredAddress(words) ?? facts.address }),
  number: numberIn,
  more: (facts, words) => (saysNothingMore(words) ? facts : { ...facts, more: words }),
};

/** Only a clear no takes the number they call from away: "that's the one, I guess" does not. */
function numberIn(facts: ToldFacts, words: string): ToldFacts {
  const callbackPhone = spokenNumber(words) ?? facts.callbackPhone;
  const otherNumberWanted = saysNo(words) && callbackPhone === null;
  return { ...facts, callbackPhone, otherNumberWanted, numberConfirmed: !otherNumberWanted };
}
