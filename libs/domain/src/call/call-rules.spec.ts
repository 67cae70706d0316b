import { afterAgent } from './after-agent.js';
import { callerIdOf } from '@domain/phone/e164';
import { classifyArguments, detailArguments } from './tool-arguments.js';
import { decideClass, type ClassOpinions } from './decide-class.js';

describe('decideClass', () => {
  it.each<[string, ClassOpinions, string | null]>([
    [
      'AI-08: a hazard in the words beats an agent that says routine',
      { current: null, rules: 'emergency', agent: 'routine' },
      'emergency',
    ],
    ['the agent can raise', { current: 'routine', rules: 'routine', agent: 'emergency' }, 'emergency'],
    [
      'an emergency is never lowered by later words',
      { current: 'emergency', rules: 'routine', agent: 'spam' },
      'emergency',
    ],
    ['the agent hears a sales pitch', { current: 'routine', rules: 'ambiguous', agent: 'spam' }, 'spam'],
    ['the rules alone', { current: null, rules: 'ambiguous', agent: null }, 'ambiguous'],
    ['a silent caller', { current: null, rules: null, agent: null }, null],
  ])('%s', (_title, opinions, decided) => {
    expect(decideClass(opinions)).toBe(decided);
  });
});

describe('arguments from a conversation', () => {
  it.each([{}, { classification: 'ambiguous' }, { classification: 7 }, { classification: '{{x}}' }])(
    '%j is no class',
    (given) => {
      expect(classifyArguments(given)).toBeNull();
    },
  );

  it('takes a class in any case and drops what it does not know', () => {
    const given = {
      classification: ' Emergency',
      service_type: 'roofing',
      caller_tone: 'angry',
      urgency_reasoning: 'gas\nsmell',
    };
    expect(classifyArguments(given)).toEqual({
      classification: 'emergency',
      reasoning: 'gas smell',
      serviceType: 'unknown',
      tone: null,
    });
  });

  it.each([
    ['(312) 555-0177', '+13125550177'],
    ['+13125550141', null],
    ['Not provided', null],
    ['+19005550123', null],
    ['+442071234567', null],
    ['911', null],
    [42, null],
  ])('C1 10: the spoken number %s becomes %s', (given, phone) => {
    expect(detailArguments({ phone_number: given }, '+13125550141').callbackPhone).toBe(phone);
  });

  it.each(['Unknown', 'Address not provided', '', null, 12, '[address]'])('%j is not an address', (given) => {
    expect(detailArguments({ address: given }, null).address).toBeNull();
  });

  it.each([undefined, '', 'anonymous', '+266696687', '+7378742833', '+2562533', '+8656696'])(
    '%j is a withheld caller',
    (from) => {
      expect(callerIdOf(from)).toBeNull();
    },
  );
});

describe('afterAgent', () => {
  const facts = {
    classification: null,
    endedReason: null,
    lastAgentWords: 'Can I get your name?',
    detailsSaved: false,
  };

  it.each([
    ['a goodbye ends the call', { lastAgentWords: "We'll take good care of you. Have a good night." }, 'hang-up'],
    ['so does a normal end', { endedReason: 'assistant-ended-call' }, 'hang-up'],
    [
      'an agent that died mid-sentence leaves the caller to the intake',
      { endedReason: 'call.in-progress.error-vapifault-worker-died' },
      'intake',
    ],
    ['an agent that never spoke as well', { lastAgentWords: null }, 'intake'],
    ['so does one that died in an emergency', { classification: 'emergency' as const }, 'intake'],
    ['saved details need no message', { detailsSaved: true }, 'hang-up'],
  ])('%s', (_title, change, next) => {
    expect(afterAgent({ ...facts, ...change })).toBe(next);
  });
});
