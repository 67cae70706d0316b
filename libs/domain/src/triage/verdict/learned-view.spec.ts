import { assess } from '../assess.js';
import type { CallClass, Turn } from '../triage.types.js';
import { hearCall } from './call.js';
import { askedBefore } from './learned-view.js';
import { askedFeatures } from '../model/asked.js';

/** The agent begins, and both speak in turn. */
const talk = (lines: string[]): Turn[] =>
  lines.map((text, at): Turn => ({ role: at % 2 === 0 ? 'agent' : 'caller', text }));

const classOf = (...lines: string[]): CallClass => assess(talk(lines)).classification;

const askedIn = (...lines: string[]): string[] => {
  const call = hearCall(talk(lines));
  return call.turns.flatMap((_turn, at) => askedBefore(call, at) ?? []).flatMap(askedFeatures);
};

describe('what was asked before a short reply', () => {
  it.each([
    ['Do you smell any gas?', 'No.', '?gas=no'],
    ['Is water still running?', 'Yes it is.', '?water=yes'],
    ['Where is the leak, the sink or the tub?', 'Sink.', '?leak=short'],
  ])('"%s" "%s" is a sign: %s', (question, reply, feature) => {
    expect(askedIn('Hello?', 'It began tonight in the kitchen.', question, reply)).toContain(feature);
  });

  it('a statement says what it is about, and a remark of the agent asks nothing', () => {
    expect(
      askedIn('Hello?', 'Well, hello.', 'Do you smell any gas?', 'The burner clicks and then the flame comes up blue'),
    ).toEqual([]);
    expect(askedIn('Hello?', 'Well, hello.', 'I am sorry about the gas.', 'Thanks.')).toEqual([]);
  });

  it('an opening and a question about who or when ask after no matter', () => {
    expect(askedIn("What's going on?", 'Just a quote.')).toEqual([]);
    expect(askedIn('Hello?', 'My tub drips.', 'Which day suits you?', 'Friday.')).toEqual([]);
  });
});

describe('a fright that the next answer explains', () => {
  it.each([
    [
      'Night desk, what is going on?',
      'Smoke is coming out of the side of our house.',
      'Where exactly?',
      'From the white furnace pipe, it is only steam, it does that each frosty morning. Can I book a tune-up?',
    ],
    [
      'What can we do for you?',
      'Something is beeping in the attic.',
      'A carbon monoxide alarm?',
      'No, the old smoke alarm, its battery is done. I need somebody with a longer ladder next week.',
    ],
  ])('"%s" "%s" "%s" "%s" wakes nobody', (...lines) => {
    expect(classOf(...lines)).not.toBe('emergency');
  });
});

describe('a danger that nobody explained (labelling rule 2)', () => {
  it.each([
    ['Hello?', 'I smell gas by the stove.', 'May I have your name?', 'Ruth Bell, on Ferry Street, tomorrow is fine.'],
    [
      'Hello?',
      'The outlet sparked and smells hot.',
      'Is there a gate code?',
      'Four four one two, the dog is friendly.',
    ],
    ['Hello?', 'There is water coming through the ceiling.', 'Are you the owner?', 'We rent it, from Mr. Ames.'],
    ['Hello?', 'Our panel is sparking.', 'Which day suits you?', 'Whenever, we are home all week, ring the bell.'],
  ])('"%s" "%s" "%s" "%s" stays an emergency', (...lines) => {
    expect(classOf(...lines)).toBe('emergency');
  });
});
