import { readTurn } from './reading.js';

const standings = (text: string, signal: string): string[] =>
  readTurn(text)
    .findings.filter((finding) => finding.signal === signal)
    .map(({ standing }) => standing);

describe('a harmless cause that was named explains the sign', () => {
  it.each([
    ['There was smoke, I burnt the bacon again', 'electrical'],
    ['We see smoke, it is the neighbour searing steaks', 'electrical'],
    ['I got shocked crossing the rug in my socks', 'electrical'],
    ['My carbon monoxide detector chirped when I pushed the test button', 'co'],
    ['The breaker for the office popped with the copier and the kettle on, I flipped it back', 'electrical'],
    ['The little button on the hallway outlet popped, I pressed it again', 'electrical'],
    ['Blue sparks when I stroke the cat on her fleece blanket', 'electrical'],
    ['The angle grinder throws sparks, they say it is the brushes', 'electrical'],
  ])('"%s"', (text, signal) => {
    expect(standings(text, signal)).not.toContain('live');
  });

  it.each([
    ['Smoke is coming out of the outlet where the toaster is plugged in', 'electrical'],
    ['I burnt toast this morning, now the panel is smoking', 'electrical'],
    ['There is smoke coming out of the wall', 'electrical'],
    ['I get shocked when I touch the washer', 'electrical'],
    ['The carbon monoxide detector is going off', 'co'],
    ['The breaker popped and the panel smells burnt', 'electrical'],
    ['The outlet popped with a bang and a flash', 'electrical'],
    ['I heard a pop at the outlet behind the desk', 'electrical'],
    ['The switch sparks, and I was not wearing a fleece blanket near the wall', 'electrical'],
  ])('but not in "%s"', (text, signal) => {
    expect(standings(text, signal)).toContain('live');
  });
});

describe('what is told of a film, a dream or a drill is nobody’s danger', () => {
  it.each([
    ['In the novel I am writing the gas has been left on and there is the hiss', 'gas'],
    ['It is only a drill, we practise what to say for a gas leak', 'gas'],
    ['For the school play we need a pipe that bursts with water spraying', 'waterMoving'],
    ['I had a dream, water everywhere in the kitchen', 'waterMoving'],
    ['For my niece’s cartoon we need a furnace with flames coming out the top', 'electrical'],
    ['About the apprentice opening, I have been shocked by a panel and learned my lesson', 'electrical'],
  ])('"%s"', (text, signal) => {
    expect(standings(text, signal)).not.toContain('live');
  });

  it.each([
    ['We had a fire drill today and right now there is a gas leak', 'gas'],
    ['I was reading my novel and I smell gas', 'gas'],
    ['I would like to apply for the job, and there is a gas leak in our hall', 'gas'],
  ])('but "%s" is one', (text, signal) => {
    expect(standings(text, signal)).toContain('live');
  });
});

describe('a question given back before a no', () => {
  it('"Smell gas? No." tells of nothing', () => {
    expect(standings('A gas smell? No, the thermostat is blank', 'gas')).toEqual(['denied']);
  });

  it('"Can you come? I smell gas" does', () => {
    expect(standings('I smell gas. Can you come? No rush', 'gas')).toContain('live');
  });
});
