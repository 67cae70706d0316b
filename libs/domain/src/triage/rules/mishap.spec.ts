import { hearCall } from '../verdict/call.js';
import { judgeWords } from '../verdict/content.js';

const topicOf = (text: string): string => {
  const { classification, topic } = judgeWords(hearCall([{ role: 'caller', text }]), {});
  return classification === 'emergency' ? topic : classification;
};

describe('what came off, was hit or is pictured (labelling rules 2 and 5)', () => {
  it.each([
    ['The cold side came off and it is steaming, no, spraying everywhere', 'waterMoving'],
    ['Somebody bumped the fire sprinkler with a pallet and it is dumping on the stock', 'waterMoving'],
    ['It looks like Old Faithful behind the shed', 'waterMoving'],
    ['Water is dripping on the piano', 'waterMoving'],
    ['My wife and I are bailing the basement with a soup pot', 'waterMoving'],
    ['The shower pan is over the rim and the drain does nothing', 'waterMoving'],
    ['The ceiling is sagging and it drips from the low point', 'waterMoving'],
    ['Water is coming out from under the door of 12B', 'waterMoving'],
    ['My slippers were floating when I got up', 'waterMoving'],
    ['There are two inches on the kitchen floor', 'waterMoving'],
  ])('"%s" is moving water', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });

  it.each([
    'The fire sprinkler in the office needs its yearly check',
    'Your crew has to blow out the lawn sprinklers',
    'Two inches of gap on the kitchen floor tile, can you caulk it',
    'The toilet float is bent',
    'I keep a bucket under the sink, it drips once an hour',
  ])('"%s" is none', (text) => {
    expect(['routine', 'ambiguous']).toContain(topicOf(text));
  });

  it.each([
    ['A delivery van backed over the transformer box out front', 'electrical'],
    ['The face plate by the sofa is warped', 'electrical'],
    ['The dimmer is too hot to keep a finger on', 'electrical'],
    ['The wall behind the TV is hot', 'electrical'],
    ['My nephew put a fork in the outlet', 'electrical'],
    ['There is a fizz in the wall by the crib', 'electrical'],
    ['The spa stings my legs near the light', 'electrical'],
    ["The power company's drop is lying in the shrubs", 'electrical'],
    ['El contacto hace un ruidito como aceite friendo', 'electrical'],
    ['His sniffer beeped by the boiler', 'gas'],
    ['The gas dryer hose came loose', 'gas'],
    ['They red tagged the furnace and my son turned it back on', 'gas'],
    ['The grill lit with a bang', 'gas'],
  ])('"%s" is %s', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });

  it.each([
    'The switch plate is ivory and I would like white',
    'My son put a fork in the dishwasher basket',
    'The mice in the wall are popping out everywhere',
    'The hall smells fishy because I cooked haddock heads in the morning',
    'A skunk got under the deck, please use the front door',
    'My date is downstairs, can you buzz me in',
    'Our television was fried by lightning last June',
    'Grandma likes to pour coffee into the sink, is that bad',
    'They flushed the mains and it came out brown for an hour',
    'The ladies had a fire in the yard with marshmallows',
  ])('"%s" is no danger', (text) => {
    expect(['routine', 'ambiguous']).toContain(topicOf(text));
  });
});
