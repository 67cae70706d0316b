import { assess } from '../assess.js';
import type { CallClass, Turn } from '../triage.types.js';

const talk = (...lines: string[]): Turn[] =>
  lines.map((text, at) => ({ role: at % 2 === 0 ? 'agent' : 'caller', text }));

const classOf = (...lines: string[]): CallClass => assess(talk(...lines)).classification;

const HARMLESS: CallClass[] = ['routine', 'ambiguous'];

describe('what a later turn says is over wakes nobody', () => {
  it.each([
    [
      'Night desk.',
      'I had a gas leak at the shop.',
      'Is it leaking now?',
      'No, that was in August. Your man fixed it. I need the receipt.',
    ],
    [
      'How can I help?',
      'We had a fire in the panel.',
      'Is it safe now?',
      'Yes, the whole panel was replaced and inspected. I want a cover screw.',
    ],
    [
      'Go ahead.',
      'Our carbon monoxide alarm went off.',
      'Is it sounding now?',
      'No, the fire department came, zero everywhere. Where should the new one hang?',
    ],
    [
      'What happened?',
      'My basement flooded, four inches.',
      'Is there water there now?',
      'Oh, this was in the spring. I want a battery backup for the pump.',
    ],
    [
      'What is it?',
      'We had no heat.',
      'You still have none?',
      'No, it kicked back on, it is seventy. Just clean it some day.',
    ],
    [
      'What is it?',
      'The flue on the heater was leaking fumes.',
      'When was that?',
      'In March. Your man relined it and his meter said zero. I want a copy of the report.',
    ],
    ['Go ahead.', 'My furnace squeals.', 'Do you smell anything, gas for example?', 'I smell lasagna.'],
    [
      'Go ahead.',
      'There was a smell of something burning in the bedroom.',
      'Where from?',
      'My sister and her flat iron, her hair is an inch shorter. I want a quote for a fan.',
    ],
    ['Go ahead.', 'We had pops and smoke in the yard.', 'From what?', 'Fireworks, they are done. What is a yard pole?'],
    [
      'Go ahead.',
      'I get a shock all the time.',
      'From what?',
      'The car door and the dog, only static. Can you quote a humidifier?',
    ],
    [
      'Go ahead.',
      'Sparks came out of the den outlet.',
      'Did someone come?',
      'Your electrician swapped it on Monday and tested it, I want one like it in the hall.',
    ],
    ['Go ahead.', 'I got shocked.', 'By what?', 'By your invoice. Can I pay it by check?'],
    ['Go ahead.', 'There is water all over the floor.', 'From where?', 'The mop bucket, the dog. Can you fix a hinge?'],
    [
      'Go ahead.',
      'There is a stink by the stove.',
      'Do you see anything?',
      'A dead mouse, I threw it out. Is it open on Sunday?',
    ],
    [
      'What is wrong?',
      'There was a fire in the wall.',
      'At your address?',
      'No, three doors down. I wonder what you charge to check ours.',
    ],
  ])('"%s" "%s" "%s" "%s"', (...lines) => {
    expect(HARMLESS).toContain(classOf(...lines));
  });
});

describe('a danger that goes on beats the word that it is over', () => {
  it.each([
    ['Go ahead.', 'I smell gas.', 'Have you had that before?', 'Yes, last year they fixed it.'],
    ['Go ahead.', 'I had a gas leak.', 'Is it leaking now?', 'No, that was in August, but I smell it again.'],
    ['Go ahead.', 'We smelled gas.', 'When was that?', 'Last week, nobody has come yet.'],
    ['Go ahead.', 'I smell gas.', 'Is the furnace working?', 'It kicked back on.'],
    ['Go ahead.', 'I smell gas by the stove.', 'What is the name?', 'His name is Bob, I have your invoice here.'],
    ['Go ahead.', 'The panel smells burnt.', 'Where is your husband?', 'On the couch with what is on the TV.'],
    ['Go ahead.', 'My son got a shock off the pool ladder.', 'Is he all right?', 'He is eating pizza and bacon.'],
    ['Go ahead.', 'There is a burning smell.', 'Were you cooking?', 'No, the toaster was off all day.'],
    ['Go ahead.', 'The outlet sparks.', 'When did it start?', 'Right after your electrician replaced it.'],
    ['Go ahead.', 'The panel buzzes.', 'Did someone come?', 'Your man fixed it on Monday and it is doing it again.'],
    ['Go ahead.', 'The panel crackles.', 'What does it sound like?', 'Bacon in a pan.'],
    [
      'Go ahead.',
      'There is a gas smell by the stove.',
      'Did you find anything?',
      'A dead mouse, but it still smells of gas.',
    ],
    ['Go ahead.', 'Water is running down the wall.', 'Did you spill something?', 'No, it comes out of the wall.'],
    ['Go ahead.', 'Something smells burnt.', 'Where from?', 'The outlet where the curling iron is plugged in.'],
    ['Go ahead.', 'There is a burning smell.', 'Were you cooking?', 'Bacon at noon, but it comes from the panel.'],
    ['Go ahead.', 'An outlet sparked.', 'Is it sparking now?', 'Not now, and nobody has looked at it.'],
    ['Go ahead.', 'The carbon monoxide alarm is going off.', 'What does it show?', 'Zero.'],
    [
      'Go ahead.',
      'Water came through the ceiling.',
      'Is it still coming?',
      'The landlord fixed it and now it is pouring again.',
    ],
    [
      'Go ahead.',
      'We had a gas leak in June and they fixed it.',
      'And now?',
      'That was in June. Now I smell gas by the stove.',
    ],
  ])('"%s" "%s" "%s" "%s"', (...lines) => {
    expect(classOf(...lines)).toBe('emergency');
  });
});
