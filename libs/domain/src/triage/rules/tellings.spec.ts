import { assess } from '../assess.js';
import type { TriageContext } from '../triage.types.js';
import { hearCall } from '../verdict/call.js';
import { judgeWords } from '../verdict/content.js';

const topicOf = (text: string, context: TriageContext = {}): string => {
  const { classification, topic } = judgeWords(hearCall([{ role: 'caller', text }]), context);
  return classification === 'emergency' ? topic : classification;
};

const lineFor = (text: string, context: TriageContext = {}): string =>
  assess([{ role: 'caller', text }], context).safetyInstruction;

describe('gas that moves is gas, whatever else moves so', () => {
  it.each([
    'A truck bumped the meter and it is spraying gas',
    'The knob came off and the gas is still coming',
    "My barbecue tank won't close and I hear it going",
    'The stove won’t shut off all the way',
    'Smells of onions around the water heater, and nobody eats onions here',
  ])('"%s"', (text) => {
    expect(topicOf(text)).toBe('gas');
  });

  it.each(['I left the eggs on the stove and the pan is ruined', 'We grow cabbage behind the garage'])(
    '"%s" is the kitchen and the garden',
    (text) => {
      expect(topicOf(text)).not.toBe('gas');
    },
  );
});

describe('water and waste told by what they did', () => {
  it.each([
    'The sprinkler riser on the back stairs of the building let loose',
    'My nephew kicked the spigot clean off',
    'The floor drain is burping up gray stuff',
    'A braided line gave way behind the washer',
  ])('"%s"', (text) => {
    expect(['waterMoving', 'burstPipe', 'sewage']).toContain(topicOf(text));
  });

  it.each([
    ['It came down through the light-colored ceiling and keeps dripping', 'water_shutoff'],
    ['The tank is peeing water across the cellar in a nice arc', 'water_shutoff'],
    ['Holy smokes, the bathroom is flooding', 'water_shutoff'],
  ])('"%s" is no current', (text, line) => {
    expect(lineFor(text)).toBe(line);
  });
});

describe('the cold that a house shows by itself (labelling rule 6)', () => {
  it.each([
    "No heat, and the cat's water bowl is solid",
    "We lost the furnace and the baby's hands are blue",
    'The heater quit, sale vapor de la boca when we talk',
    'Boiler is out since the snow started',
  ])('"%s"', (text) => {
    expect(lineFor(text)).toBe('drip_faucets');
  });

  it.each<[string, TriageContext]>([
    ['The furnace is dead and my mother is on oxygen in the back bedroom', { outdoorTempF: 9 }],
    ["The blower runs but it's been cold since lunch and we're down to fifty-one", { outdoorTempF: 15 }],
    ["Papa's propane furnace won't light, he is eighty-eight", { outdoorTempF: 10 }],
    ['Forty-seven on the thermostat and the heat does nothing', {}],
    ["Space heaters don't do it any more, forty-eight in the living room", {}],
  ])('"%s"', (text, context) => {
    expect(lineFor(text, context)).toBe('drip_faucets');
  });

  it('one cold bedroom in a frost is no lost heat where nobody is frail', () => {
    expect(topicOf('The back bedroom is a bit chilly, the rest is warm', { outdoorTempF: 20 })).toBe('routine');
  });
});

describe('the heat of a lost cooling, and who it harms (labelling rule 7)', () => {
  it.each<[string, TriageContext]>([
    ['Our AC is out and we have twin nine-month-olds', { outdoorTempF: 96 }],
    ['The air quit and my grand mama is ninety', {}],
    ['Ninety-eight in the bedroom and no air', {}],
    ['No hay aire y adentro estamos a noventa y nueve', {}],
    ['My brother is throwing up from the heat, the AC has been down since Friday', { outdoorTempF: 95 }],
  ])('"%s"', (text, context) => {
    expect(assess([{ role: 'caller', text }], context)).toMatchObject({
      classification: 'emergency',
      safetyInstruction: 'none',
    });
  });
});

describe('idioms that share a word with a danger', () => {
  it('a current one gets used to is a current still', () => {
    expect(topicOf('The tap in the wash house has a current in it, you get used to it')).toBe('electrical');
  });

  it('water pills and hot water bottles flow nowhere', () => {
    expect(topicOf('I take water pills and my furnace is blowing fine')).not.toBe('waterMoving');
  });

  it('"the snow is melting" melts no outlet', () => {
    expect(topicOf('The snow is melting, could somebody move an outlet in the porch?')).not.toBe('electrical');
  });
});

describe('what one turn tells of the illness and another of its cause', () => {
  it.each([
    [['My wife has an awful headache.', 'It has been like that since we turned the heat on.']],
    [['We run the generator in the basement, the power is out.', 'Now the kids are dizzy.']],
  ])('%j is carbon monoxide', (said) => {
    const turns = said.map((text) => ({ role: 'caller' as const, text }));
    expect(judgeWords(hearCall(turns), {}).topic).toBe('co');
  });

  it.each([
    ['An outlet in the den quit.', 'electrical_stay_away'],
    ['My boiler makes a noise.', 'evacuate'],
  ])('"%s" "Any smell?" "Yes, when I lean in." is a smell of that', (named, line) => {
    const turns = [
      { role: 'caller' as const, text: named },
      { role: 'agent' as const, text: 'Do you notice any smell?' },
      { role: 'caller' as const, text: 'Yes, when I lean in.' },
    ];
    expect(assess(turns).safetyInstruction).toBe(line);
  });
});

describe('a number that an instrument shows is not one that is counted', () => {
  it('"It has been sitting around thirty-five all day" is a reading', () => {
    expect(topicOf('The number on the CO display has been sitting around thirty-five all day')).toBe('co');
  });

  it('"Ten years" is none', () => {
    expect(topicOf('The detector says ten years on the back')).not.toBe('co');
  });
});

describe('what is lost in Spanish is lost to somebody', () => {
  it.each([
    ['A mi abuelita de noventa años no le prende el aire', 'noCooling'],
    ['Se quemó el aire acondicionado y tengo un bebé', 'noCooling'],
    ['No nos calienta la calefacción y está helando', 'freezingNoHeat'],
  ])('"%s"', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });
});
