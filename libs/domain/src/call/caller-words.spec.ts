import type { Evidence, Turn } from '@domain/triage/triage.types';
import { issueIn, leftBeforeHearing } from './caller-words.js';

const caller = (text: string): Turn => ({ role: 'caller', text });
const agent = (text: string): Turn => ({ role: 'agent', text });
const danger = (turn: number): Evidence => ({ turn, words: '', rule: '', favours: 'emergency' });

describe('what a caller needs, in their own words', () => {
  it.each<[string, Turn[], Evidence[], string | null]>([
    ['a hello is no issue', [caller('Hello?'), caller('My sink drips all day')], [], 'My sink drips all day'],
    [
      'PRD call 1: hesitation is left out',
      [caller("Yeah, uh, I've got water spraying out of a pipe")],
      [],
      "I've got water spraying out of a pipe",
    ],
    [
      'an address is no issue, and a danger named late belongs to it',
      [
        caller('Can I get a quote on a water heater?'),
        agent("What's the address for the service?"),
        caller('26 Elm Street, second floor'),
        agent('Anything else?'),
        caller('Well, it does smell of gas down there'),
      ],
      [danger(4)],
      'Can I get a quote on a water heater? It does smell of gas down there',
    ],
    [
      'the danger is the need: once',
      [caller('I smell gas near my furnace')],
      [danger(0)],
      'I smell gas near my furnace',
    ],
    ['the hour is no words', [caller('My furnace just shut off')], [danger(-1)], 'My furnace just shut off'],
    ['nothing said', [agent('How can I help you?'), caller('Hello?')], [], null],
    ['a name alone', [agent('Can I get your name?'), caller('It is Jim Kowalski')], [], null],
    ['one word that is all hesitation', [caller('um um um')], [], 'Um'],
  ])('%s', (_title, turns, evidence, issue) => expect(issueIn(turns, evidence)).toBe(issue));
});

describe('an instruction that nobody heard', () => {
  const line = 'Please leave the house with your family and do not turn on any lights or appliances.';

  it.each<[string, Turn[], boolean]>([
    ['"I smell gas!" and a click', [agent('How can I help?'), caller('I smell gas!')], true],
    ['the agent had begun', [caller('I smell gas!'), agent('Please leave the house with your fam')], false],
    ['read, and answered', [caller('I smell gas!'), agent(line), caller('OK')], false],
    ['the agent said something, perhaps in its own words', [caller('I smell gas!'), agent('Get out of there.')], false],
    ['no transcript', [], false],
  ])('%s', (_title, turns, left) => expect(leftBeforeHearing(line, turns)).toBe(left));
});
