import { readTurn } from './reading.js';

const standings = (text: string, signal: string): string[] =>
  readTurn(text)
    .findings.filter((finding) => finding.signal === signal)
    .map(({ standing }) => standing);

describe('a denial', () => {
  it.each([
    ["I don't smell any gas", 'gas'],
    ["We don't have any gas odor or alarms", 'gas'],
    ['No, we do not smell gas anywhere', 'gas'],
    ["Honestly I don't see sparks", 'electrical'],
    ['We do not have a burst pipe', 'burstPipe'],
    ['No se está inundando nada', 'waterMoving'],
    ['Free of gas odor, they said', 'gas'],
    ['Everything but sparks, rather than sparks I would say a click', 'electrical'],
  ])('"%s" reaches the danger behind an "I do not"', (text, signal) => {
    expect(standings(text, signal)).toContain('denied');
  });

  it.each([
    ["I don't sell anything, the neighbour's CO detector is going off", 'co'],
    ["I don't know, I smell gas", 'gas'],
    ["I do not live here but there's a gas smell", 'gas'],
    ["We don't know where the shutoff is and water is pouring out", 'waterMoving'],
    ['No sé qué hacer, huele a gas', 'gas'],
    ["The thing won't stop, it's spraying water", 'waterMoving'],
    ["We do smell gas, don't we", 'gas'],
    ['I note a burning smell at the outlet', 'electrical'],
  ])('"%s" denies nothing of the danger', (text, signal) => {
    expect(standings(text, signal)).toContain('live');
  });
});

describe('"there is" makes a danger one of now', () => {
  it('in "What are the signs of a gas leak? There is one here"', () => {
    expect(standings('What are the signs of a gas leak? There is one here', 'gas')).toContain('live');
  });

  it('and "there isn\'t" does not', () => {
    expect(standings("For a class, what are the signs of a gas leak? There isn't one here", 'gas')).not.toContain(
      'live',
    );
  });
});

describe('what ends a story ends what was told before it', () => {
  it.each([
    [
      'A pipe burst over the piano when the choir was here, so that is behind us, what does a new sink run',
      'burstPipe',
    ],
    ['The wiring threw sparks, they rewired the whole shed, I want a letter for the bank', 'electrical'],
  ])('"%s"', (text, signal) => {
    expect(standings(text, signal)).not.toContain('live');
  });

  it('and nothing that is told after it', () => {
    expect(standings('The leak was fixed, so that is behind us, but there is a gas leak now', 'gas')).toContain('live');
  });
});

describe('a word too big that is taken back in the same breath', () => {
  it.each([
    ['The den flooded, well, not flooded, a cupful by the fridge', 'waterMoving'],
    ["It's flooding, I mean it's not flooding, it drips", 'waterMoving'],
    ['A pipe burst, no, it is not a burst pipe, a fitting weeps', 'burstPipe'],
    ['The pipe burst, well, not burst, it drips', 'burstPipe'],
    ['We are flooded, okay, not flooded, damp', 'waterMoving'],
    ['Water everywhere, well, not everywhere, on one tile', 'waterMoving'],
    ['Sewage backed up, well, no sewage backed up, it gurgles', 'sewage'],
    ['Se inundó, bueno, no se inundó, goteó', 'waterMoving'],
  ])('"%s"', (text, signal) => {
    expect(standings(text, signal)).not.toContain('live');
  });

  it.each([
    ['It is not flooding, well, now it is flooding', 'waterMoving'],
    ['The den flooded, and my mother does not know where the flood came from', 'waterMoving'],
    ["I smell gas, well, I don't smell gas now", 'gas'],
    ['The outlet sparks, well, it does not spark every time', 'electrical'],
    ['A pipe burst and the neighbours upstairs have no burst pipe', 'burstPipe'],
    ['The kitchen flooded, the bathroom upstairs has not flooded', 'waterMoving'],
    ['Water is everywhere and nobody is home, no water in the hall yet', 'waterMoving'],
    ['The CO alarm is going off, my wife does not hear it', 'co'],
  ])('"%s" is not taken back', (text, signal) => {
    expect(standings(text, signal)).toContain('live');
  });
});

describe('a denial within a long match ends with its clause', () => {
  it.each([
    ['The apartment smells like onions and she has not bought any, it is by the cooktop', 'gas'],
    ['The knob on the stove is turned, there is no flame and it smells yucky', 'gas'],
    ['We have all got the worst hangover, no drinking, and the furnace is on', 'co'],
  ])('"%s"', (text, signal) => {
    expect(standings(text, signal)).toContain('live');
  });
});

describe('a supposition is one by its place', () => {
  it.each([
    ['I get a tickle off the washer if I touch it and the sink', 'electrical'],
    ['My kids say the ladder gives them a shock', 'electrical'],
  ])('"%s" tells of what happens', (text, signal) => {
    expect(standings(text, signal)).toContain('live');
  });

  it.each([
    ['Say the outlet sparks one day, would you come', 'electrical'],
    ['If an outlet ever sparks, whom do we call', 'electrical'],
    ['¿Qué hago si algún día huele a gas?', 'gas'],
    ['Say an outlet ever got hot, what would I do', 'electrical'],
  ])('"%s" supposes', (text, signal) => {
    expect(standings(text, signal)).toEqual(expect.not.arrayContaining(['live']));
  });
});

describe('what is happening is not past, and what shall be mended is not mended', () => {
  it.each([
    ['The alarm for carbon monoxide is beeping, the boiler man came last year only', 'co'],
    ['The outlet is melted, I need the cover replaced', 'electrical'],
    ['We had a fire in the outlet and put it out with a towel', 'electrical'],
    ['She says it is sparking', 'electrical'],
  ])('"%s" is live', (text, signal) => {
    expect(standings(text, signal)).toContain('live');
  });

  it.each([
    ['An outlet was sparking last year', 'electrical'],
    ['We had a gas leak in 2019', 'gas'],
    ['The outlet that was smoking was changed on Tuesday', 'electrical'],
    ['Ya vino el electricista por las chispas, ahora nomás quiero una lámpara', 'electrical'],
    ['The sparking outlet got replaced', 'electrical'],
    ['We had smoke from the outlet, the electrician replaced it', 'electrical'],
  ])('"%s" is over', (text, signal) => {
    expect(standings(text, signal)).toEqual(expect.not.arrayContaining(['live']));
  });
});

describe('an idiom takes no danger with it', () => {
  it.each([
    ['The wall is burning', 'electrical'],
    ['There is fire in the attic', 'electrical'],
    ['I got a real shock off the stove', 'electrical'],
    ['The new gas line smells', 'gas'],
    ['The basement is flooded with water', 'waterMoving'],
  ])('"%s"', (text, signal) => {
    expect(standings(text, signal)).toContain('live');
  });

  it.each([
    ['We have been burned before by a contractor', 'electrical'],
    ['We fired my last plumber', 'electrical'],
    ['I want a price for a new gas line', 'gas'],
    ['You must be flooded with calls', 'waterMoving'],
    ['I smell something fishy about this coupon', 'electrical'],
    ['That quote gave me a jolt', 'electrical'],
    ['The smoke one peeps by the light', 'electrical'],
    ['Sprinkler zone three will not pop up and the lawn is getting crispy', 'electrical'],
    ['Fresh batteries for the carbon monoxide alarms, they are up high', 'co'],
    ['Mi hijo busca trabajo, se llama Iván', 'electrical'],
    ['The handle of the hall toilet has come off', 'waterMoving'],
  ])('"%s" stays an idiom', (text, signal) => {
    expect(standings(text, signal)).toEqual(expect.not.arrayContaining(['live']));
  });
});
