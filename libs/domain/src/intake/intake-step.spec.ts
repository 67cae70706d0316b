import { nextIntakeStep, type IntakeAsk, type IntakeKnowledge, type PutQuestion } from './intake-step.js';

const NOTHING: IntakeKnowledge = {
  classification: null,
  hasProblem: false,
  name: null,
  address: null,
  callerPhone: '+13125550141',
  callbackPhone: null,
  numberConfirmed: false,
  otherNumberWanted: false,
};
const routine: IntakeKnowledge = { ...NOTHING, classification: 'routine', hasProblem: true };
const emergency: IntakeKnowledge = { ...NOTHING, classification: 'emergency', hasProblem: true };
const told = { name: 'Jim Kowalski', address: '218 Oak Lane', numberConfirmed: true };
const asked = (...asks: IntakeAsk[]): PutQuestion[] => asks.map((ask) => ({ ask, understood: true }));
const missed = (...asks: IntakeAsk[]): PutQuestion[] => asks.map((ask) => ({ ask, understood: false }));
const ask = (what: IntakeAsk, isAgain = false) => ({ kind: 'ask', ask: what, isAgain });

describe('What the intake asks next (decision 9)', () => {
  it.each<[string, IntakeKnowledge, PutQuestion[], object]>([
    ['first what is going on', NOTHING, [], ask('problem')],
    [
      'then, of something unclear, whether it can wait',
      { ...routine, classification: 'ambiguous' },
      asked('problem'),
      ask('urgency'),
    ],
    ['of something clear, the name', routine, asked('problem'), ask('name')],
    ['then the address', { ...routine, name: 'Jim' }, asked('problem', 'name'), ask('address')],
    [
      'then whether the caller id is the number to ring',
      { ...routine, ...told, numberConfirmed: false },
      asked('problem', 'name', 'address'),
      ask('confirm_number'),
    ],
    [
      'of a withheld caller, the number itself',
      { ...routine, ...told, callerPhone: null, numberConfirmed: false },
      asked('problem', 'name', 'address'),
      ask('number'),
    ],
    [
      'after a no, the other number',
      { ...routine, ...told, numberConfirmed: false, otherNumberWanted: true },
      asked('problem', 'name', 'address', 'confirm_number'),
      ask('number'),
    ],
    ['nothing that the agent has heard before it was cut off', { ...emergency, name: 'Jim' }, [], ask('address')],
    [
      'in an emergency, what else the technician should know',
      { ...emergency, ...told },
      asked('problem', 'name', 'address', 'confirm_number'),
      ask('more'),
    ],
    ['key 1 before a word: what is happening', { ...emergency, hasProblem: false }, [], ask('problem')],
  ])('asks %s', (_title, known, put, step) => {
    expect(nextIntakeStep(known, put)).toEqual(step);
  });

  it.each<[string, IntakeKnowledge, PutQuestion[], string]>([
    [
      'a routine call ends with the promise of the office',
      { ...routine, ...told },
      asked('problem', 'name', 'address', 'confirm_number'),
      'close',
    ],
    [
      'an emergency is held for the technician',
      { ...emergency, ...told },
      asked('problem', 'name', 'address', 'confirm_number', 'more'),
      'hold',
    ],
    ['nothing understood twice goes to the beep', NOTHING, missed('problem', 'problem'), 'message'],
    [
      'a detail of a routine call that is not understood twice as well',
      { ...routine, name: 'Jim' },
      [...asked('problem', 'name'), ...missed('address', 'address')],
      'message',
    ],
    [
      'nobody can be rung back: to the beep',
      { ...emergency, name: 'Jim', address: 'Oak Lane', callerPhone: null },
      [...asked('problem', 'name', 'address'), ...missed('number', 'number'), ...asked('more')],
      'message',
    ],
    [
      'who still sells after a second question is let go',
      { ...NOTHING, classification: 'spam' },
      asked('problem', 'service'),
      'refuse',
    ],
    [
      'an emergency in which nobody answers any more is not asked for ever',
      emergency,
      [...asked('problem'), ...missed('name', 'name', 'address')],
      'hold',
    ],
  ])('%s', (_title, known, put, kind) => {
    const step = nextIntakeStep(known, put);
    if (kind === 'hold' && step.kind === 'ask')
      expect(nextIntakeStep(known, [...put, ...missed(step.ask)]).kind).toBe('hold');
    else expect(step.kind).toBe(kind);
  });

  it('a first miss is asked again, whatever the question', () => {
    expect(nextIntakeStep(NOTHING, missed('problem'))).toEqual(ask('problem', true));
    expect(nextIntakeStep(routine, [...asked('problem'), ...missed('name')])).toEqual(ask('name', true));
  });

  it('in an emergency a detail that is missed twice is skipped: the technician rings the caller id', () => {
    expect(nextIntakeStep(emergency, [...asked('problem'), ...missed('name', 'name')])).toEqual(ask('address'));
  });

  it('C1 18: one sentence that sounds like a sale is asked about, not hung up on', () => {
    expect(nextIntakeStep({ ...NOTHING, classification: 'spam' }, asked('problem'))).toEqual(ask('service'));
  });

  const CLASSES = ['emergency', 'routine', 'ambiguous', 'spam', null] as const;
  const ANSWERS = [
    { understood: true, value: 'x' },
    { understood: true, value: null },
    { understood: false, value: null },
  ];
  const EVERYBODY = CLASSES.flatMap((classification) =>
    ANSWERS.flatMap((answer) =>
      ['+13125550141', null].map((callerPhone) => ({ classification, callerPhone, ...answer })),
    ),
  );
  it.each(EVERYBODY)('no more than eight questions are paid for, and each talk ends: %o', (person) => {
    const { classification, callerPhone, understood, value } = person;
    const known = { ...NOTHING, classification, callerPhone, name: value, address: value, hasProblem: understood };
    const put: PutQuestion[] = [];
    for (let step = nextIntakeStep(known, put); step.kind === 'ask'; step = nextIntakeStep(known, put))
      put.push({ ask: step.ask, understood });
    expect(put.length).toBeLessThanOrEqual(8);
  });
});
