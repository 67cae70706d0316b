import { assess } from '../assess.js';
import type { Turn } from '../triage.types.js';
import { hearCall } from './call.js';
import { judgeWords } from './content.js';

const talk = (...lines: string[]): Turn[] =>
  lines.map((text, at) => ({ role: at % 2 === 0 ? 'agent' : 'caller', text }));

const judgedTopic = (...lines: string[]): string => {
  const { classification, topic } = judgeWords(hearCall(talk(...lines)), {});
  return classification === 'emergency' ? topic : classification;
};

describe('a reply and the question before it are one sentence', () => {
  it.each([
    ['And where is the water coming from?', 'The ceiling.', 'waterMoving'],
    ['What does the detector read?', 'Forty-four.', 'co'],
    ['Which part of the panel is odd?', 'It hums, loud hum, like bees.', 'electrical'],
    ['What is happening with the outlet?', 'Sizzling.', 'electrical'],
    ['What do you smell near the dryer?', 'Propane.', 'gas'],
    ['What is the toilet doing?', 'Overflowing.', 'sewage'],
    ['What happened to the pipe?', 'Burst.', 'burstPipe'],
    ['Is the breaker box warm, or is it smoking?', 'Smoking a little.', 'electrical'],
  ])('"%s" "%s" is %s', (question, reply, topic) => {
    expect(judgedTopic(question, reply)).toBe(topic);
  });

  it.each([
    ['And where is the water coming from?', 'No idea, my faucet.'],
    ['What does the detector read?', 'Nothing, it is quiet.'],
    ['What do you smell near the dryer?', 'No gas.'],
    ['What happened to the pipe?', 'I want it insulated.'],
    ['Which panel do you mean?', 'The one in the hall.'],
    ['What is the toilet doing?', 'Nothing at all, I want a taller one.'],
    ['What number can we reach you at?', 'Five five five, twenty two ten.'],
    ['This is a plumbing and heating line.', 'Oh, shoot.'],
  ])('"%s" "%s" is no emergency', (question, reply) => {
    expect(['routine', 'ambiguous']).toContain(judgedTopic(question, reply));
  });
});

describe('a yes is a yes in whatever words', () => {
  it.each([
    ['Do you still smell it?', 'I do.', 'gas'],
    ['Do you smell gas, and are you outside?', 'Yes and yes.', 'gas'],
    ['Do you smell gas, and are you outside?', 'Yes.', 'gas'],
    ['Are you outside? Do you smell gas?', 'No and yes.', 'gas'],
    ['Do you smell gas?', 'Mm-hmm.', 'gas'],
    ['Is there any smell of gas?', 'By the closet.', 'gas'],
    ['Did you see any smoke from it?', 'From the switch, for a second.', 'electrical'],
    ['Any odor at the panel?', 'Faintly.', 'electrical'],
    ['¿Huele a gas?', 'Sí, un poco.', 'gas'],
    ['¿Está sonando la alarma de monóxido?', 'Sí, no para.', 'co'],
    ['Does the outlet feel hot?', 'Very.', 'electrical'],
    ['When did you first notice the gas smell?', 'About an hour ago.', 'gas'],
    ['Is the carbon monoxide alarm sounding?', 'Right now.', 'co'],
  ])('"%s" "%s" is %s', (question, reply, topic) => {
    expect(judgedTopic(question, reply)).toBe(topic);
  });

  it.each([
    ['Do you still smell it?', "I don't."],
    ['Do you smell gas, and are you outside?', 'No and yes.'],
    ['Are you outside? Do you smell gas?', 'Yes and no.'],
    ['Do you smell gas?', 'Not in the kitchen.'],
    ['Is there any smell of gas?', 'Nope, neither.'],
    ['Does it smell like the drain?', 'It does, a bit.'],
    ['Any heat, smoke or a burning odor from the button?', 'No sir. Just ugly.'],
    ['¿Huele a gas?', 'No, nada.'],
    ['When did the gas company repair the gas leak?', 'This morning.'],
    ['Can it wait until tomorrow?', 'Right now it is fine.'],
    ['Do you smell gas?', 'Yeah, no.'],
  ])('"%s" "%s" is no emergency', (question, reply) => {
    expect(['routine', 'ambiguous']).toContain(judgedTopic(question, reply));
  });
});

describe('the kind of an appliance is no danger', () => {
  const QUOTE = 'I would like a price for a new water heater.';
  const classOf = (question: string, reply: string): string =>
    assess([
      { role: 'caller', text: QUOTE },
      { role: 'agent', text: question },
      { role: 'caller', text: reply },
    ]).classification;

  it.each([
    ['Is it gas or electric?', 'it’s gas'],
    ['Is it a gas or an electric unit, and how big?', '50 gallon gas'],
    ['What kind of heater do you have?', 'Natural gas, about twelve years old.'],
    ['Do you heat with oil or with gas?', 'Gas.'],
    ['Is that a propane unit?', 'Propane, yes.'],
    ['What type of water heater is it?', 'um gas I think'],
    ['¿Es de gas o eléctrico?', 'Es de gas.'],
    ['Gas or electric, do you know?', 'That’s gas.'],
  ])('"%s" "%s" leaves a quote a quote', (question, reply) => {
    expect(classOf(question, reply)).toBe('routine');
  });

  it.each([
    ['Is it gas or electric?', 'Gas, and it smells down here.'],
    ['Is it gas or electric?', 'It’s gas and it’s hissing.'],
    ['What kind of heater do you have?', 'Gas, and my head hurts since it came on.'],
    ['What does it smell of?', 'It’s gas.'],
    ['Do you smell gas or something electrical?', 'It’s gas.'],
    ['What kind of smell is it?', 'Gas.'],
    ['Is it gas or electric?', 'Gas. The CO alarm is going off by it.'],
    ['Is it gas or electric?', 'Electric, and it is sparking.'],
  ])('"%s" "%s" is an emergency', (question, reply) => {
    expect(classOf(question, reply)).toBe('emergency');
  });
});
