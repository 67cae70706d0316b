import type { TriageContext } from '../triage.types.js';
import { hearCall } from '../verdict/call.js';
import { judgeWords } from '../verdict/content.js';
import { weighCircumstances } from '../verdict/circumstances.js';

const topicOf = (text: string, context: TriageContext = {}): string => {
  const call = hearCall([{ role: 'caller', text }]);
  const { judgement } = weighCircumstances(judgeWords(call, context), call, context);
  return judgement.classification === 'emergency' ? judgement.topic : judgement.classification;
};

describe('a detector that shows a number measures carbon monoxide', () => {
  it.each([
    'The plug in thing in the hall says fifty five',
    'My detector reads 41 and it was zero before',
    'The alarm downstairs shows one hundred twenty',
    'The carbon thing hit eighty this morning',
    'The sensor by the stairs is up to thirty eight',
    'El detector marca sesenta',
    'The see oh thing says forty four',
    'Sea oh alarm, it is reading sixty',
  ])('"%s"', (text) => {
    expect(topicOf(text)).toBe('co');
  });

  it.each([
    'My detector is ten years old, it says ten year life on it',
    'The thermostat says sixty eight',
    'I bought twelve detectors and need them hung',
    'The baby monitor says fifty',
    'The alarm company charges thirty dollars',
    'The water meter reads forty thousand',
    'I can see forty alarms in the catalog',
    'The thermometer reads seventy two',
  ])('"%s" is no reading', (text) => {
    expect(['routine', 'ambiguous']).toContain(topicOf(text));
  });
});

describe('on a freezing day the heat is lost in many words', () => {
  it.each([
    'The blower goes but the air is cold',
    'The radiators are stone cold',
    'Nothing starts and the whole house is cold',
    'Our furnace went to sleep on us',
    'We lost the boiler last night',
    'The burner will not come on, no fire',
    "It's cold in here, it just sits there",
    'We lose a couple degrees an hour, the furnace quit',
    'No heat, we live in one room by the wood stove',
  ])('"%s" at 18 degrees', (text) => {
    expect(topicOf(text, { outdoorTempF: 18 })).toBe('freezingNoHeat');
  });

  it.each([
    ['The blower goes but the air is cold', 74],
    ['Nothing starts and the whole house is cold', 70],
    ['The spare room vent is cold but it is seventy in the house', 20],
    ['The radiators rattle a bit, heat works fine', 20],
    ['Our humidifier on the furnace does not work', 20],
    ['The furnace thumps when it shuts off', 20],
    ['We lost the remote of the furnace', 66],
    ['The garage fan is noisy', 18],
  ])('"%s" at %i degrees is no emergency', (text, outdoorTempF) => {
    expect(['routine', 'ambiguous']).toContain(topicOf(text, { outdoorTempF }));
  });
});

describe('"the air is out" is the cooling, and somebody may not bear it', () => {
  it.each([
    "Air's dead and my son is on a ventilator",
    'Her air quit and she is ninety one',
    "The air's been off since noon, I'm on oxygen",
    'Our air went out and my wife is thirty six weeks',
    "The air's broken and dad just had a bypass",
    'Cooler died, we have a newborn',
    'Se descompuso el aire y mi nena de dos meses llora',
    "The AC quit, it's ninety-eight inside",
  ])('"%s"', (text) => {
    expect(topicOf(text)).toBe('noCooling');
  });

  it.each([
    'The air pressure in my tire is out',
    'Out of fresh air ideas for the baby shower',
    'My wife is thirty six weeks, when is the tune up',
    'We had the air filter thrown out',
    'The air mattress died',
    'My mother is ninety one and wants a checkup on the AC',
    'The air is fine, the newborn too, what are your hours',
    'She was ninety one weeks in the job',
  ])('"%s" is no emergency', (text) => {
    expect(['routine', 'ambiguous']).toContain(topicOf(text));
  });
});

describe('words beside a danger that take it back', () => {
  it.each([
    'I pour water down the floor drain every month',
    'The concrete pour for the drain is at noon',
    'The low battery icon is flashing on my thermostat',
    'The kids snapped the pull chain on the closet light',
    'The utility sink is clogged solid',
    'I worry about wasting water, the faucet drips',
    "The spigot won't close all the way, a drop now and then",
    'A knocking sound comes from the wall',
  ])('"%s" is no emergency', (text) => {
    expect(['routine', 'ambiguous']).toContain(topicOf(text));
  });

  it.each([
    ['Water pours out of the wall', 'waterMoving'],
    ['A blue flash came from the outlet', 'electrical'],
    ['The breaker went bang', 'electrical'],
    ['Waste comes up through the floor drain', 'sewage'],
    ["The valve won't shut and water is everywhere", 'waterMoving'],
    ['Water comes out of the wall', 'waterMoving'],
    ['Someone broke the hose of the propane tank', 'gas'],
    ['The pipe burst under the sink', 'burstPipe'],
  ])('"%s" is %s', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });
});

describe('labelling rule 2: a danger of the past that nobody has mended is one of now', () => {
  it.each([
    'Last year the dryer outlet sparked and I put tape on it',
    'Back in May a switch shocked my son, nobody has been out',
    'Last month the outlet smoked and we just taped it up, it is still in there',
    'Years ago that socket caught fire, we never replaced it',
    'Last winter the CO alarm went off and we never called anyone',
    'Last month we smelled gas at the stove and nobody ever looked',
    'A month ago the plug melted and smoked, tape over it is all we did, it has not been checked',
    'Back in June the panel sparked, no one has looked at it',
  ])('"%s"', (text) => {
    expect(['electrical', 'co', 'gas']).toContain(topicOf(text));
  });

  it.each([
    'Last year the dryer outlet sparked and the electrician replaced it',
    'Back in May a switch shocked my son, your tech fixed it',
    'Last month the outlet smoked, it was replaced and inspected',
    'Years ago that socket caught fire, it has been rewired, I want a quote for a lamp',
    'Last winter the CO alarm went off, fire department cleared us',
    'Last month we smelled gas at the stove, the gas company fixed it',
    'We never replaced the old doorbell',
    'Last year you checked the furnace, nobody has been out since, time for a tune up',
  ])('"%s" is no emergency', (text) => {
    expect(['routine', 'ambiguous']).toContain(topicOf(text));
  });
});

describe('what is seen, heard and felt without the textbook word', () => {
  it.each([
    ['The wall by the bed is warm and it hums', 'electrical'],
    ['There is a hum in the wall and that spot is hot', 'electrical'],
    ['The wall is hot and there is a funny smell', 'electrical'],
    ['A sizzly noise comes out of the switch', 'electrical'],
    ['The breaker box makes a crackly sound', 'electrical'],
    ['There is water in the recessed lights', 'waterMoving'],
    ['The toilet is pouring over the top', 'waterMoving'],
    ['A bill question, and the outlet gives off a fishy smell', 'electrical'],
  ])('"%s" is %s', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });

  it.each([
    'The fridge hums and the kitchen wall is green',
    'Warm air smells of dust the first time I light it, hot and dry',
    'I am pouring over the bill you sent',
    'The wall needs a hole for a warm air vent, quote please',
    'My bubbly neighbour sent me, what are your hours',
    'Hot water is fine, the wall tile is loose',
    'A hum from the fan, it works fine',
    'I light a candle against the smell of paint',
  ])('"%s" is no emergency', (text) => {
    expect(['routine', 'ambiguous']).toContain(topicOf(text));
  });
});

describe('labelling rule 5: water that has been stopped', () => {
  it.each([
    'The hose under the sink burst, I closed its tap and the floor is dry now',
    'A supply line let go and it is bone dry now, come when it suits',
    'The toilet overflowed, we got it stopped, everything is dry',
    'The ice maker line sprang a leak, I turned the little valve, next week is fine',
    'The washer hose split, valve behind it is off, nothing is wet',
    'A fitting popped off, I shut its valve, floor is dry',
    'The faucet sprayed, I closed the stop under the sink, no rush',
    'The pipe by the tub burst, all dry now since we shut its valve',
  ])('"%s" can wait', (text) => {
    expect(topicOf(text)).toBe('routine');
  });

  it.each([
    ["The toilet is overflowing and I can't stop it", 'sewage'],
    ['The bathroom is flooding and she cannot make it stop', 'waterMoving'],
    ["The handle won't stop it, water is everywhere", 'waterMoving'],
    ["A pipe burst and we can't find the stop", 'burstPipe'],
    ['I shut its valve but water is still pouring out of the wall', 'waterMoving'],
    ['The hose burst and nothing stopped it', 'burstPipe'],
    ['Water pours from the ceiling, the floor upstairs is not dry', 'waterMoving'],
    ['I want it stopped, the basement is flooding', 'waterMoving'],
  ])('"%s" is %s', (text, topic) => {
    expect(topicOf(text)).toBe(topic);
  });
});
