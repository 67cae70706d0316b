import { assess } from '../assess.js';
import { hearCall } from '../verdict/call.js';
import { judgeWords } from '../verdict/content.js';

const topicOf = (text: string): string => {
  const { classification, topic } = judgeWords(hearCall([{ role: 'caller', text }]), {});
  return classification === 'emergency' ? topic : classification;
};

const HARMLESS = ['routine', 'ambiguous'];

describe('gas is told by what it smells or sounds like, beside what burns it', () => {
  it.each([
    'There is a stink of leeks round my cooker',
    'It smells like somebody struck matches by the boiler',
    'The range whispers at me with every knob off',
    'Something goes pssssst behind the gas dryer',
    'They ran over the meter and it is roaring',
    'Our digger pulled up something yellow',
    'The hedge turned brown right along the gas line',
    'Huele a cebolla junto al calentador',
    'My eyes water whenever I stand at the range',
    'There is that warning odor in the pantry',
    'There is frost on the regulator and a plume',
    'They left the gas stub uncapped behind the range',
    'I went to relight the oven and it flared up in my face',
    'The gas man hung a red tag, a leak at the furnace',
    'My methane detector is going',
    'The valve on the propane will not close',
    'They were boring for cable and hit our gas',
    'The fireplace exploded and cracked the glass',
    'The oven is leaking',
    'The gas man capped it but I smell it again',
    'The trencher clipped something and it is hissing',
    'The knob snapped and the smell is all over the flat',
    'In the corridor it smells like the cooking bottle',
  ])('"%s"', (text) => {
    expect(topicOf(text)).toBe('gas');
  });

  it.each([
    'The furnace closet smells musty, could you swap the filter',
    'My range is white and I want a black one',
    'The lawn by the fence is brown, do you do sprinklers',
    'The radiator hisses a little when it warms up, as always',
    'There is no smell by the stove at all, I only need a new knob',
    'We are an all electric house and the well water smells of eggs',
    'We are all electric, on a well, and the hot tap smells of rotten eggs',
    'I lit the candles on the porch and the grill is fine',
  ])('"%s" is no gas', (text) => {
    expect(HARMLESS).toContain(topicOf(text));
  });
});

describe('carbon monoxide is told by the alarm, the number, or those it makes ill', () => {
  it.each([
    'The plug in by the crib chirps four times and rests',
    'That gadget for the invisible gas keeps going off',
    'My white disc says to move to fresh air and will not hush',
    'Both kids and I have splitting heads at home and perk up at the park',
    'Everybody is groggy since we started the furnace',
    'The canary died and my wife is dizzy',
    'Dad let the truck idle in the attached garage and now we are woozy',
    'A bird nest blocked the chimney and we all feel hungover',
    'The fire department measured high levels and shut the boiler down',
    'Amanecimos mareados y afuera se nos quita',
    'The flame turned orange and there is soot on the wall',
    'The little number is usually zero and now 31 on the monitor',
    'We run the hibachi in the living room to keep warm',
    'The boiler makes me woozy',
    'The basement smells like car exhaust',
    'The firemen said carbon monoxide and to stay out until the boiler is fixed',
    'It chirps four times, rests, chirps four times',
    'The alarm is talking, a lady saying carbon monoxide',
    'The sensor would not shut up so I put it in a drawer',
    'They found a crack in the heat exchanger and we kept it running',
    'I get 40 ppm at the register',
    'There is carbon monoxide in the house',
    'The furnace is rolling flame out the front',
    'The puck in the hall plays four beeps and rests',
    'Nos duele la cabeza y no la podemos despertar desde que prendimos el calentador',
  ])('"%s"', (text) => {
    expect(topicOf(text)).toBe('co');
  });

  it.each([
    'My house monitor says sixty degrees',
    'Do you sell detectors for carbon monoxide in the house',
    'The gadget that opens the garage will not stop beeping at low battery',
    'My kids are sick with the flu, please move the visit',
    'We want a generator in the garage, what does it cost',
    'The furnace runs and everybody feels fine at home',
    'The chimney has a nest in it and I want it swept in summer',
  ])('"%s" is no monoxide', (text) => {
    expect(HARMLESS).toContain(topicOf(text));
  });
});

describe('current is told by its marks, its light, its sound and its bite', () => {
  it.each([
    'The plug by the couch went soft in the middle',
    'My breaker box hums and its door is warm',
    'The switch smells like a hair dryer',
    'Little stars come out of the socket',
    'The dishwasher gives me a zing when my feet are wet',
    'The cows jump back from the trough',
    'A line is draped over our carport',
    'There is a beehive noise in the breaker panel',
    'A wisp came out of the power strip',
    'The fuse cupboard smells toasted',
    'El enchufe se puso prieto y chamuscado',
    'The lamp cord lost its jacket and the copper shows',
    'The panel caught and we smothered it with baking soda',
    'Drops of fire fall off the pole',
    'There is a brown halo around the plug',
    'I hear popcorn inside the wall',
    'It went bang and left a burn on the carpet',
    'The outlet sounds like bacon',
    'The panel crackles like bacon',
    'El enchufe echa chispitas',
    'I feel electric in my arm off the sink',
  ])('"%s"', (text) => {
    expect(topicOf(text)).toBe('electrical');
  });

  it.each([
    'I want a chandelier with soft light',
    'The living room outlet is dead',
    'The doorbell buzzes instead of ringing',
    'My thermostat went black',
    'The dog yelps when the doorbell rings',
    'We hung a line for the laundry in the yard',
    'The outlet covers are brown and I would like white ones',
    'A bare copper pipe runs along the basement',
    'We put out the trash by the light post',
    'I am cooking bacon, can he come Friday for the switches',
    'My whole face is on fire from this tooth, move the bidet',
    'Quiero foquitos con chispitas de brillo',
  ])('"%s" is no danger', (text) => {
    expect(HARMLESS).toContain(topicOf(text));
  });
});

describe('with two dangers the line of the worse is spoken: evacuate, electrical, water, drip', () => {
  it.each([
    ['My basement flooded and I smell gas over the water', 'evacuate'],
    ['The outlet by the stove sparked and I smell gas', 'evacuate'],
    ['No heat, it is ten out, and the carbon monoxide alarm keeps going off', 'evacuate'],
    ['We lit the grill in the den because there is no power and the kids have headaches', 'evacuate'],
    ['No heat at all and the thermostat wiring smells burnt', 'electrical_stay_away'],
    ['The dryer is sparking and there is water all over the floor', 'electrical_stay_away'],
    ['No heat, it is ten below and a pipe burst in the ceiling', 'water_shutoff'],
  ])('"%s"', (text, line) => {
    expect(assess([{ role: 'caller', text }]).safetyInstruction).toBe(line);
  });
});

describe('water at a light, an outlet or a panel is told to stay away from', () => {
  const lineFor = (text: string): string => assess([{ role: 'caller', text }]).safetyInstruction;

  it.each([
    'Water is dripping out of the chandelier',
    'The light fixture is filling up like a fishbowl',
    'It is coming through the light in the hall',
    'A pipe is spraying onto the breaker box',
    'There is water trickling down the conduit',
    'Está cayendo agua por el foco',
  ])('"%s"', (text) => {
    expect(lineFor(text)).toBe('electrical_stay_away');
  });

  it.each(['The ceiling is dripping onto the couch', 'A pipe burst and the basement is filling with water'])(
    '"%s" is for the main valve',
    (text) => {
      expect(lineFor(text)).toBe('water_shutoff');
    },
  );

  it.each(['My kitchen faucet drips and a light is out', 'They are coming to put in the ceiling fan'])(
    '"%s" is none',
    (text) => {
      expect(lineFor(text)).toBe('none');
    },
  );
});
