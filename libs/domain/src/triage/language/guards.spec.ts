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
