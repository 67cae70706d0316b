import { names } from '../language/reading.js';
import type { TurnReading } from '../language/reading.js';
import { lastSentence } from './answers.js';
import type { AskedQuestion, Replied, YesOrNo } from './answers.js';

const FRAIL = new Set(['elderly', 'baby', 'medical', 'child']);

/** Who lives in the house, by what the agent asked: "Anyone elderly there?" "Me." "How old is he?" "Ninety-one." */
export function householdIn(asked: AskedQuestion, reply: TurnReading, replied: YesOrNo | undefined): Replied[] {
  const person = replied === undefined && namesPerson(reply) ? personAsked(asked) : [];
  const frail = replied === 'yes' || person.length > 0 || namesPerson(reply) ? frailAsked(asked) : [];
  return [...person, ...(replied === 'no' ? [] : frail), ...ageAsked(asked, reply)];
}

const PEOPLE = new Set(
  'me myself my our mi mis yo we both mom mama mother dad daddy papa father grandma grandpa husband wife two three four'.split(
    ' ',
  ),
);

const firstWord = ({ plain }: TurnReading): string => plain.trimStart().split(' ')[0] ?? '';

/** "Me.", "My mother-in-law": a person is named, and nobody says there is none, or that all are well ("me, fit as a fiddle"). */
const namesPerson = (reply: TurnReading): boolean =>
  PEOPLE.has(firstWord(reply)) && !names(reply, 'deny') && !names(reply, 'hale');

const personAsked = ({ text, reading }: AskedQuestion): Replied[] =>
  reading.findings
    .filter(({ signal, start }) => FRAIL.has(signal) && start >= lastSentence(text))
    .map(({ signal, rule }) => ({ signal, rule }));

/** "Is there anybody the heat is hard on?" */
const frailAsked = ({ reading }: AskedQuestion): Replied[] =>
  names(reading, 'frailAsk') ? [{ signal: 'medical', rule: "medical: answer to the agent's question" }] : [];

const OLD = 65;
const SMALL = 3;
const GROWN = 18;

/** A number behind "how old are you?" is an age; what isn't a person's is asked after by its name. */
function ageAsked({ reading }: AskedQuestion, { firstNumber }: TurnReading): Replied[] {
  if (firstNumber === undefined || !names(reading, 'ageAsk')) return [];
  const group =
    firstNumber >= OLD ? 'elderly' : firstNumber <= SMALL ? 'baby' : firstNumber < GROWN ? 'child' : undefined;
  return group ? [{ signal: group, rule: `${group}: answer to the agent's question` }] : [];
}
