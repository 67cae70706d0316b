import fc from 'fast-check';
import { assess } from './assess.js';
import { needsClarifying, reasoning } from './explain.js';
import type { CallClass, TriageContext, Turn } from './triage.types.js';

const caller = (text: string): Turn => ({ role: 'caller', text });
const agent = (text: string): Turn => ({ role: 'agent', text });
const say = (text: string, context: TriageContext = {}) => assess([caller(text)], context);

const CLARIFYING =
  "I want to make sure we handle this the right way. Is this something that needs attention tonight, or is it something that can wait until we're back in the office tomorrow morning?";

describe('PRD §12, emergencies', () => {
  it.each([
    [1, 'Water is pouring through my ceiling', {}, 'water_shutoff'],
    [2, 'I smell gas near my furnace', {}, 'evacuate'],
    [3, "No heat, it's 15 degrees, I have a newborn", {}, 'drip_faucets'],
    [4, 'My outlet is sparking and I smell burning', {}, 'electrical_stay_away'],
    [5, 'My furnace just shut off', { localTime: '02:00' }, 'none'],
    [6, "there's water everywhere", { tone: 'panicked' as const }, 'water_shutoff'],
  ])('PRD scenario %i: "%s" is an emergency, and the safety line fits', (_number, said, context, instruction) => {
    expect(say(said, context)).toMatchObject({
      classification: 'emergency',
      priority: 'emergency',
      safetyInstruction: instruction,
    });
  });
});

describe('PRD §12, routine calls', () => {
  it.each([
    [7, "I'd like to schedule an AC tune-up", {}],
    [8, 'Can I get a quote on a water heater?', {}],
    [9, 'My faucet has been dripping for a week', {}],
    [10, "My toilet's been running for 3 days", { localTime: '18:00' }],
  ])('PRD scenario %i: "%s" is routine, and no safety line is spoken', (_number, said, context) => {
    expect(say(said, context)).toMatchObject({
      classification: 'routine',
      safetyInstruction: 'none',
      lifeSafety: false,
    });
  });
});

describe('PRD §12, ambiguous calls', () => {
  it('PRD scenario 11: "My AC stopped working" asks the clarifying question', () => {
    expect(needsClarifying(say('My AC stopped working'))).toBe(true);
  });

  it.each<[string, CallClass]>([
    ['It can wait until morning, thanks', 'routine'],
    ['Tonight, please', 'emergency'],
    ["No, it can't wait", 'emergency'],
    ['Morning is fine', 'routine'],
  ])('PRD scenario 11: the answer "%s" makes it %s', (answer, expected) => {
    const call = [caller('My AC stopped working'), agent(CLARIFYING), caller(answer)];
    expect(assess(call).classification).toBe(expected);
  });

  it.each<[string, CallClass]>([
    ["it's making a weird noise", 'routine'],
    ["it won't turn on and it's freezing", 'emergency'],
  ])('PRD scenario 12: a vague furnace call, then "%s", is %s', (answer, expected) => {
    const vague = caller('Something is wrong with my furnace');
    expect(assess([vague]).classification).toBe('ambiguous');
    expect(assess([vague, agent(CLARIFYING), caller(answer)]).classification).toBe(expected);
  });
});

describe('PRD §12, spam', () => {
  it.each([
    [13, "Hi, I'm calling from ABC Marketing about your Google Ads"],
    [14, 'This is an automated message. Press one to be connected with a representative, press two to be removed.'],
  ])('PRD scenario %i: "%s" is spam', (_number, said) => {
    expect(say(said)).toMatchObject({ classification: 'spam', category: 'spam' });
  });

  it.each(['', '[silence]', 'hello? [dial tone]'])('VTCR 2.4: "%s" is an abandoned call, at any hour', (said) => {
    expect(say(said, { localTime: '02:30' }).classification).toBe('spam');
  });

  it('Sandra of Peak Performance Marketing (PRD §13, call 4) is spam', () => {
    expect(
      say(
        "Hi there! I'm Sandra from Peak Performance Marketing. We help plumbing companies like yours get to the top of Google with",
      ).classification,
    ).toBe('spam');
  });
});

describe('override 1: safety first', () => {
  it.each<[string, string]>([
    ['there is a rotten egg smell by the water heater', 'evacuate'],
    ['we hit the gas line with a shovel and it is hissing', 'evacuate'],
    ["my detector won't stop beeping and we feel sick", 'evacuate'],
    ['the carbon monoxide alarm chirps every few minutes, no rush', 'evacuate'],
    ['see oh alarm is going off', 'evacuate'],
    ['uh theres a gas leek in the kitchen', 'evacuate'],
    ['I got zapped when I touched the washer', 'electrical_stay_away'],
    ['the breaker panel is buzzing and hot', 'electrical_stay_away'],
    ['huele a gas en la cocina', 'evacuate'],
    ['hay chispas en el enchufe', 'electrical_stay_away'],
  ])('"%s" is an emergency whatever the tone, the hour or the wish to wait', (said, instruction) => {
    const turns = [caller(said), agent(CLARIFYING), caller('tomorrow is fine, no rush')];
    const heard = assess(turns, { tone: 'calm', localTime: '12:00', voiceAgentClass: 'routine' });
    expect(heard).toMatchObject({ classification: 'emergency', safetyInstruction: instruction, lifeSafety: true });
  });

  it('a danger told as a yes to the agent counts', () => {
    expect(
      assess([caller("My furnace won't start"), agent('Do you smell any gas near it?'), caller('Yes, a little')]),
    ).toMatchObject({ classification: 'emergency', safetyInstruction: 'evacuate' });
  });

  it('danger that happens now beats the guard of a question', () => {
    expect(say('do you fix gas leaks? I smell gas in the hallway').classification).toBe('emergency');
    expect(say('do you fix gas leaks?').classification).toBe('ambiguous');
  });
});

describe('guards: a hazard word is not a hazard', () => {
  it.each([
    ["no it's not an emergency, just a drip from the faucet"],
    ["there's no gas smell, I just want the stove hooked up"],
    ["it isn't flooding or anything, my kitchen faucet just drips"],
    ['we had a burst pipe last year, you fixed it, I would like the other lines checked before winter'],
    ['my neighbor recommended you after her basement flooded, do you take new customers'],
    ['quote for a CO detector in every bedroom'],
    ['the price was a shock, can you do better on the estimate'],
    ['burning question: do you offer financing'],
    ['need flood lights put up over my driveway'],
    ['Help, it is an emergency, I am out of beer, just kidding, what time do you open tomorrow'],
  ])('"%s" is routine', (said) => {
    expect(say(said).classification).toBe('routine');
  });

  it('a tenant, a neighbour and a mother are reasons to come, not guards', () => {
    expect(say('my tenant says water is coming through the kitchen ceiling').classification).toBe('emergency');
  });
});

describe('override 2: explicit request', () => {
  it.each(['this is an emergency, my toilet is clogged', 'I need someone tonight, the sink is clogged'])(
    '"%s" is an emergency: the caller knows',
    (said) => {
      expect(say(said).classification).toBe('emergency');
    },
  );

  it('an emergency of paperwork is none', () => {
    expect(say("it's urgent, I need a copy of my invoice").classification).toBe('routine');
  });
});

describe('override 3: spam stays spam', () => {
  it.each([
    'Are your customers dealing with burst pipes and flooding? Our lead service sends you emergency jobs daily',
    'We can get your plumbing company to the first page of Google, this is urgent',
  ])('"%s" is spam at two in the morning, in panic and when repeated', (said) => {
    expect(say(said, { localTime: '02:00', tone: 'panicked', priorCalls: [{ minutesAgo: 5 }] }).classification).toBe(
      'spam',
    );
  });
});

describe('override 4: repeat caller', () => {
  it('PRD scenario 32: an ambiguous problem called in twice within four hours is an emergency', () => {
    expect(say('my water heater is leaking', { priorCalls: [{ minutesAgo: 30 }] }).classification).toBe('emergency');
  });

  it('a call of five hours ago bumps nothing, and paperwork is never bumped', () => {
    expect(say('my water heater is leaking', { priorCalls: [{ minutesAgo: 300 }] }).classification).toBe('ambiguous');
    expect(say('I called about my invoice', { priorCalls: [{ minutesAgo: 30 }] }).classification).toBe('routine');
  });
});

describe('the hour, the tone and the weather', () => {
  it.each<[string, CallClass]>([
    ['21:59', 'ambiguous'],
    ['22:00', 'emergency'],
    ['04:59', 'emergency'],
    ['05:00', 'ambiguous'],
  ])('at %s an ambiguous call is %s', (localTime, expected) => {
    expect(say('my water heater is leaking', { localTime }).classification).toBe(expected);
  });

  it('night does not touch a clear routine request', () => {
    expect(say('I would like to schedule a tune-up', { localTime: '02:00' }).classification).toBe('routine');
  });

  it('a panicked tone makes any service call an emergency; frustration makes it same day', () => {
    expect(say('my toilet keeps running', { tone: 'panicked' }).classification).toBe('emergency');
    expect(say('my toilet keeps running', { tone: 'frustrated' })).toMatchObject({
      classification: 'routine',
      priority: 'same_day',
    });
  });

  it.each<[number, CallClass]>([
    [20, 'emergency'],
    [45, 'ambiguous'],
    [70, 'routine'],
  ])('no heat at %i degrees outside is %s', (outdoorTempF, expected) => {
    expect(say('the heat is not working', { outdoorTempF }).classification).toBe(expected);
  });

  it.each([
    'my AC is out and my grandmother is 91',
    'no AC and I have a two month old',
    'AC died and it is 97 in the house',
  ])('"%s" is an emergency', (said) => {
    expect(say(said)).toMatchObject({ classification: 'emergency', category: 'ac', serviceType: 'hvac' });
  });

  it('the voice agent can raise a doubt and lower nothing', () => {
    expect(say('my water heater is leaking', { voiceAgentClass: 'emergency' }).classification).toBe('emergency');
    expect(say('I smell gas', { voiceAgentClass: 'spam' }).classification).toBe('emergency');
  });

  it('the account can add phrases, and only add', () => {
    expect(say('the walk in cooler is warm', { extraEmergencyPhrases: ['walk-in cooler'] }).classification).toBe(
      'emergency',
    );
    expect(say('I smell gas', { extraEmergencyPhrases: ['walk-in cooler'] }).classification).toBe('emergency');
  });
});

describe('evidence', () => {
  it('points at the words, the turn and the rule', () => {
    const text = 'hi, I smell gas in the kitchen';
    const [reason] = assess([agent('How can I help?'), caller(text)]).evidence;
    expect(reason).toMatchObject({ turn: 1, favours: 'emergency', words: 'smell gas' });
    expect(text.slice(reason?.start, reason?.end)).toBe('smell gas');
    expect(reason?.rule).toContain('gas');
  });

  it('reads as one sentence', () => {
    expect(reasoning(say('I smell gas in the kitchen'))).toBe('EMERGENCY: "smell gas" (turn 1)');
  });
});

const HAZARDS = [
  'I smell gas in the kitchen',
  'my outlet is sparking',
  'the carbon monoxide alarm is going off',
  'water is pouring through my ceiling',
  'sewage is coming up in the bathtub',
  'the breaker panel is smoking',
];
const TALK = [
  "I'd like to schedule a tune-up",
  'my kitchen faucet drips',
  'can I get a quote on a water heater',
  'my AC stopped working',
  'what are your hours',
  'my name is Jim Kowalski',
  '218 Oak Lane',
  'it can wait until morning',
  'thank you',
];
const FILLERS = ['um', 'uh', 'er', 'you know', 'like', 'I mean'];
const RANK: Record<CallClass, number> = { spam: 0, routine: 1, ambiguous: 2, emergency: 3 };
const hazard = fc.constantFrom(...HAZARDS);
const talk = fc.array(fc.constantFrom(...TALK), { maxLength: 5 });
const classOf = (texts: string[]): CallClass => assess(texts.map(caller)).classification;

describe('properties', () => {
  it('adding a hazard sentence never lowers the class', () => {
    fc.assert(
      fc.property(talk, hazard, fc.nat(), (texts, danger, place) => {
        const at = place % (texts.length + 1);
        const classified = classOf(texts.toSpliced(at, 0, danger));
        return RANK[classified] >= RANK[classOf(texts)] && classified === 'emergency';
      }),
    );
  });

  it('the order of turns never loses a hazard', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...TALK, ...HAZARDS], { minLength: 1 }),
        (texts) => !texts.some((text) => HAZARDS.includes(text)) || classOf(texts) === 'emergency',
      ),
    );
  });

  it('casing, punctuation and filler words never change the class', () => {
    const sentence = fc.constantFrom(...HAZARDS, ...TALK);
    fc.assert(
      fc.property(
        sentence,
        fc.constantFrom(...FILLERS),
        fc.nat(),
        fc.constantFrom('', '!!', '...', ',', '?'),
        (text, filler, place, mark) => {
          const words = text.split(' ');
          const spoken = words.toSpliced(place % (words.length + 1), 0, filler).join(`${mark} `);
          const plain = classOf([text]);
          return (
            classOf([text.toUpperCase()]) === plain &&
            classOf([text.replaceAll(/[.,'!?-]/g, (sign) => (sign === "'" ? sign : ' '))]) === plain &&
            classOf([spoken]) === plain
          );
        },
      ),
    );
  });

  it('fed turn by turn it reaches the answer of the whole, and a danger once seen stays', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TALK, ...HAZARDS), { minLength: 1, maxLength: 6 }), (texts) => {
        const turns: Turn[] = [];
        let seen = false;
        let last = assess([]);
        for (const text of texts) {
          turns.push(caller(text));
          last = assess(turns);
          if (seen && last.classification !== 'emergency') return false;
          seen ||= last.lifeSafety;
        }
        return JSON.stringify(last) === JSON.stringify(assess(texts.map(caller)));
      }),
    );
  });

  it('never throws, whatever was said', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            role: fc.constantFrom('caller' as const, 'agent' as const),
            text: fc.string({ unit: 'grapheme' }),
          }),
        ),
        (turns) => RANK[assess(turns).classification] >= 0,
      ),
    );
  });
});
