import { assess } from './assess.js';
import type { Assessment, TriageContext } from './triage.types.js';
import { hearCall } from './verdict/call.js';
import { weighCircumstances } from './verdict/circumstances.js';
import { judgeWords } from './verdict/content.js';

/** "agent: …" is the agent's line, all others are the caller's. */
const turnsOf = (lines: string[]) =>
  lines.map((line) =>
    line.startsWith('agent: ')
      ? { role: 'agent' as const, text: line.slice('agent: '.length) }
      : { role: 'caller' as const, text: line },
  );

/** What the rules alone make of a call. */
const rulesOn = (lines: string[], context: TriageContext = {}) => {
  const call = hearCall(turnsOf(lines));
  return weighCircumstances(judgeWords(call, context), call, context).judgement.classification;
};

const heard = (lines: string[], context: TriageContext = {}): Assessment => assess(turnsOf(lines), context);

describe('harmless calls in the words of a danger, and their dangerous neighbours (labelling rules 2, 4 and 5)', () => {
  it.each([
    [['The heater breaker kicked off, the dryer was on too, it is back on and holding all evening']],
    [['Plain old smoke in the upstairs hall, one chirp a minute, the battery']],
    [['The alarm chirps, just smoke, not the carbon kind']],
    [['Tell the emergency guy to turn around, the heat is back']],
    [['You can call off the emergency plumber, the drain cleared by itself']],
    [['My toilet runs.', 'agent: Running over, or running inside the tank?', 'Inside.']],
    [['Tuesday for the tub is fine, there is no water hooked up in that bath yet']],
    [['My tub drains slow and I hate the waste']],
    [['Stopper in the basin is stuck, water creeps past the stopper']],
    [['It reeks of skunk under the porch, everything electric out here, what do you charge to seal the vent']],
    [['Your man soldered the joint and taught me to test with soap bubbles, nice fellow']],
    [['The gas man checked every joint behind the range and said we are clean']],
    [['The crew is pouring the slab on Monday, can we move the light']],
    [['My sump pump will not stop running, the floor is dry']],
    [['We switched it back and heat is pouring out, cancel the tech']],
    [['I had an electric fireplace put in and the logs glow, who cleans it?']],
    [['agent: Is it your only heat, and do you smell gas?', 'The stove heats it. No gas smell at all.']],
    [['agent: Any odor, or is it just the cover?', 'Just the cover.']],
    [['I am after a quote for an overflow plate on the tub']],
    [['Our geyser is set to fifty, can it be on a timer?']],
    [['The tub diverter must be shot, half comes from the spout']],
    [['I saw the gas meter was painted, is that allowed?']],
    [['The vacuum breaker on the spigot sputters onto the lawn']],
    [['Furnace starts and stops, starts and stops, the house is at seventy']],
    [['The hose bib handle is froze with rust']],
    [['They blew insulation around the lights, is it allowed?']],
    [['Somebody left smoked salmon in the oven drawer of the shop']],
    [['My phone shows a flood watch, is your office open?']],
    [['The kitchen sprayer will not switch back to stream']],
    [['The heater smelled burnt.', 'agent: Still?', 'It was the first time this winter, all quiet.']],
    [['Is it dangerous to paint a radiator?']],
    [['Nobody here smokes, whose lighter is it on the water heater?']],
    [['My drill throws sparks, the man says it is the brushes']],
    [['There was a wire hanging down.', 'agent: A power line?', 'The old phone wire, they cut it for us. All quiet.']],
  ])('%j wakes nobody', (lines) => {
    expect(rulesOn(lines)).not.toBe('emergency');
  });

  it.each([
    [['The breaker popped and there is a burnt smell']],
    [['I got a kick off the dryer when I touched it']],
    [['The smoke alarm is going and there is smoke in the hall']],
    [['The carbon one in the hall peeps once a minute']],
    [['Tell the emergency guy to hurry, the pipe burst']],
    [['My toilet runs.', 'agent: Running over, or inside the tank?', 'Water runs over onto the floor.']],
    [['There is skunk smell by the gas meter, our stove is gas']],
    [['I put dish soap on the gas line and it bubbles']],
    [['The gas man said we are clean but I smell gas']],
    [['Water creeps across the floor from the wall']],
    [['My sump pump quit and the water is rising']],
    [['agent: Is it your only heat, and do you smell gas?', 'The stove heats it. Yes, I smell gas.']],
    [['La estufa está en llamas']],
    [['The AC quit and my grandmother is ninety, no rush']],
    [['It is dangerous in here, come and see']],
    [['The plugs are dead, I want somebody tonight, I am not waiting till Monday']],
    [['One chirp now and then.', 'agent: Smoke or carbon monoxide?', 'It is the combo kind.']],
    [['Our radiators are stone cold and it is ten outside']],
    [['The sawzall went through the gas line']],
    [['The overflow is full and the tub is overflowing onto the floor']],
    [['The hydrant is frozen, the pipe froze in the night']],
    [['There is a wire hanging down.', 'agent: A phone wire?', 'No, the wire from the pole, it is exposed.']],
  ])('%j wakes somebody', (lines) => {
    expect(rulesOn(lines)).toBe('emergency');
  });

  it('a llama on the lawn is no fire', () => {
    expect(rulesOn(['A llama ate the cover of the porch box, can you bring another'])).not.toBe('emergency');
  });

  it('a carbon monoxide alarm that chirps is never routine, whatever the battery (labelling rule 2)', () => {
    expect(
      heard(['My carbon monoxide alarm chirps once a minute, low battery, we are all well']).classification,
    ).not.toBe('routine');
  });
});
