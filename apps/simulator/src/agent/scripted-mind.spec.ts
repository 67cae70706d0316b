import { describe, expect, it } from '@jest/globals';
import type { Brief, Floor, ToolAnswer, ToolOffer } from './mind.types.js';
import { ScriptedMind } from './scripted-mind.js';

const OFFERS: ToolOffer[] = ['classify_call', 'collect_caller_details', 'route_to_oncall'].map((name) => ({
  name,
  parameters: {},
}));
const BOOKING: ToolOffer[] = ['check_availability', 'book_appointment'].map((name) => ({ name, parameters: {} }));

interface Stage {
  said: string[];
  used: { name: string; args: Record<string, unknown> }[];
  ended: boolean;
  mind: ScriptedMind;
}

function stage(change: Partial<Brief> = {}, answers: Record<string, ToolAnswer> = {}, hearsAs?: 'routine'): Stage {
  const on: Omit<Stage, 'mind'> = { said: [], used: [], ended: false };
  const floor: Floor = {
    say: async (line) => void on.said.push(line),
    useTool: async (name, args) => {
      on.used.push({ name, args });
      return answers[name] ?? { text: 'Recorded.', failed: false };
    },
    endCall: async () => void (on.ended = true),
  };
  const brief: Brief = {
    prompt: '',
    openingLine:
      "Hi, thanks for calling Metro Plumbing. This is Alex, Dave's after-hours assistant. How can I help you tonight?",
    tools: OFFERS,
    variables: { local_time: '9:22 PM' },
    callerNumber: '+13125550141',
    ...change,
  };
  return Object.assign(on, { mind: new ScriptedMind(brief, floor, hearsAs) });
}

async function talk(on: Stage, lines: string[]): Promise<void> {
  for (const line of lines) await on.mind.hear(line);
}

const last = (on: Stage) => on.said.at(-1) ?? '';
const toolNames = (on: Stage) => on.used.map(({ name }) => name);
const argsOf = (on: Stage, name: string) => on.used.findLast((use) => use.name === name)?.args;

describe('the emergency path (PRD §4 stage 3)', () => {
  const JIM = [
    "Yeah, uh, I've got water spraying out of a pipe in my basement. It's everywhere.",
    'Jim Kowalski.',
    '218 Oak Lane.',
    "Yeah, that's right.",
  ];

  it('classifies on the first words, says the safety line before it asks anything, then reaches the technician', async () => {
    const on = stage();
    await talk(on, JIM);
    expect(on.said[0]).toMatch(
      /^That sounds like it needs immediate attention\. If you can safely reach the main water shutoff.*Can I get your name\?$/,
    );
    expect(toolNames(on)).toEqual(['classify_call', 'route_to_oncall', 'collect_caller_details', 'route_to_oncall']);
    expect(on.used[0]?.args).toMatchObject({ classification: 'emergency', service_type: 'plumbing' });
    expect(last(on)).toMatch(
      /^OK Jim, I'm going to reach out to our on-call technician right now\..*Is there anything else I should let the technician know\?$/,
    );
  });

  it('passes on what the caller said, and ends with the disposition of stage 5', async () => {
    const on = stage();
    await talk(on, [...JIM, "It's the pipe going to the water heater. The whole basement is soaked."]);
    expect(argsOf(on, 'route_to_oncall')).toMatchObject({
      caller_name: 'Jim Kowalski',
      caller_phone: '+13125550141',
      address: '218 Oak Lane',
    });
    expect(argsOf(on, 'collect_caller_details')?.issue_description).toMatch(
      /Water spraying out of a pipe.*pipe going to the water heater/,
    );
    expect(last(on)).toBe(
      "Got it. Our on-call tech will be reaching out shortly. Hang tight, Jim. Thanks for calling Metro Plumbing, Jim. We'll take good care of you. Have a good night.",
    );
    expect(on.ended).toBe(true);
  });

  it('speaks the line the server orders instead of its own', async () => {
    const on = stage(
      {},
      {
        classify_call: {
          text: 'Emergency recorded. Say this first, word for word: "Leave the house now, then call 911."',
          failed: false,
        },
      },
    );
    await talk(on, ['I smell gas near my furnace']);
    expect(on.said[0]).toContain('Leave the house now, then call 911. Let me get some quick details');
  });

  it('goes on without a tool result, as the model does when the webhook is down', async () => {
    const on = stage({}, { classify_call: { text: 'No result: timeout', failed: true } });
    await talk(on, ['I smell gas near my furnace']);
    expect(on.said[0]).toContain('Please leave the house with your family');
  });

  it('raises a routine call the moment a hazard is mentioned', async () => {
    const on = stage();
    await talk(on, [
      "I'd like to schedule an AC tune-up",
      'Ann Lee',
      'Yes',
      'Actually there are sparks coming out of my outlet right now',
    ]);
    expect(on.used.filter(({ name }) => name === 'classify_call').map(({ args }) => args.classification)).toEqual([
      'routine',
      'emergency',
    ]);
    expect(last(on)).toContain('Stay away from the area');
  });

  it('obeys the server when a wrong model heard routine and the rules hold it for an emergency', async () => {
    const on = stage(
      {},
      { classify_call: { text: 'Handled as an EMERGENCY. Say: "Please leave the house."', failed: false } },
      'routine',
    );
    await talk(on, ['I smell gas near my furnace']);
    expect(on.used[0]?.args.classification).toBe('routine');
    expect(on.said[0]).toContain('Please leave the house.');
  });
});

describe('the routine path (PRD §4 stage 4)', () => {
  const SARAH = [
    "Hi. I'm looking to get a quote on replacing my water heater.",
    'Sarah Chen.',
    "You've got it. The one I'm calling from.",
    '1447 Birch Street.',
    "It's still working, just starting to make some noise.",
  ];

  it('scenario 27: without a calendar the office calls first thing in the morning', async () => {
    const on = stage();
    await talk(on, SARAH);
    expect(last(on)).toMatch(
      /Sarah Chen, 1447 Birch Street, the number ending in 0141.*Someone will call you first thing in the morning to get you scheduled/,
    );
    await on.mind.hear("Nope, that's it. Thanks.");
    expect(last(on)).toBe("Thanks for calling Metro Plumbing, Sarah. We'll take good care of you. Have a good night.");
    expect(on.ended).toBe(true);
    expect(argsOf(on, 'collect_caller_details')).toMatchObject({
      caller_name: 'Sarah Chen',
      phone_number: '+13125550141',
      address: '1447 Birch Street',
    });
  });

  it('says what the server answers about availability', async () => {
    const on = stage(
      { tools: [...OFFERS, ...BOOKING] },
      { check_availability: { text: 'No calendar. Say: "Our office will call you."', failed: false } },
    );
    await talk(on, SARAH);
    expect(last(on)).toContain('Our office will call you. Is there anything else');
  });

  it('books only a slot the server offered', async () => {
    const on = stage(
      { tools: [...OFFERS, ...BOOKING] },
      { check_availability: { text: 'slot_id=s1 Thursday 10 AM; slot_id=s2 Friday 9 AM', failed: false } },
    );
    await talk(on, [...SARAH, 'No, I work then', 'Yes, that works']);
    expect(argsOf(on, 'book_appointment')).toMatchObject({ slot_id: 's2', caller_name: 'Sarah Chen' });
    expect(last(on)).toContain("I've got you down for Friday 9 AM");
  });

  it('asks for the number when the caller id is withheld', async () => {
    const on = stage({ callerNumber: undefined });
    await talk(on, ['My faucet has been dripping for a week', 'Ann Lee']);
    expect(last(on)).toContain("what's the best number to reach you at?");
    await on.mind.hear('312 555 0199');
    expect(on.said.length).toBe(3);
    await talk(on, ['12 Elm Street', 'just the kitchen one', "that's it"]);
    expect(argsOf(on, 'collect_caller_details')?.phone_number).toBe('+13125550199');
  });

  it('scenario 23: a refused address is asked once, then noted', async () => {
    const on = stage();
    await talk(on, [...SARAH.slice(0, 3), "I'd rather not say", 'nothing more really, just a quote', 'no thanks']);
    expect(argsOf(on, 'collect_caller_details')).toMatchObject({ address: 'Address not provided' });
  });
});

describe('asides', () => {
  it.each([
    [
      '21',
      'Are you a robot?',
      /^I'm Dave's after-hours assistant\. I help handle calls when the office is closed\. How can I help\?$/,
    ],
    [
      '22',
      'How much does it cost to replace a water heater?',
      /Pricing depends on the specifics\. Let me get your info so Dave can give you an exact number\./,
    ],
  ])('scenario %s: "%s"', async (_number, words, expected) => {
    const on = stage();
    await on.mind.hear(words);
    expect(last(on)).toMatch(expected);
  });

  it('scenario 21 in the middle: answers, then asks the same question again', async () => {
    const on = stage();
    await talk(on, ['My faucet has been dripping for a week', 'Wait, am I talking to a machine?']);
    expect(last(on)).toMatch(/after-hours assistant.*Can I get your name\?$/);
  });

  it('uses the wording the prompt quotes, such as the truthful answer to scenario 21', async () => {
    const on = stage({
      prompt:
        'If asked, say: "Yes, I\'m an automated assistant for Metro Plumbing; I help handle calls when the office is closed."',
    });
    await on.mind.hear('Is this a real person?');
    expect(last(on)).toBe(
      "Yes, I'm an automated assistant for Metro Plumbing; I help handle calls when the office is closed. How can I help?",
    );
  });

  it('scenario 35: a Spanish caller hears the apology, and the card gets the note', async () => {
    const on = stage();
    await on.mind.hear('Hola, necesito un plomero para mi cocina, por favor');
    expect(last(on)).toContain('I apologize, let me have Dave call you back.');
    expect(argsOf(on, 'collect_caller_details')?.additional_notes).toContain('Language barrier');
    expect(on.ended).toBe(true);
  });

  it('scenario 32: a repeat caller is recognised once', async () => {
    const on = stage({ variables: { repeat_caller: 'true' } });
    await talk(on, ['My faucet is dripping again', 'Ann Lee']);
    expect(on.said[0]).toContain('I see you called a little while ago.');
    expect(on.said[1]).not.toContain('a little while ago');
  });
});

describe('unclear and unwanted calls', () => {
  it.each([
    ['it can wait until tomorrow', 'routine'],
    ['I need someone tonight', 'emergency'],
  ])('scenario 11: the clarifying question, answered "%s", is trusted', async (answer, expected) => {
    const on = stage({ variables: { local_time: '6:30 PM' } });
    await on.mind.hear('My AC stopped working');
    expect(on.used).toEqual([]);
    expect(last(on)).toMatch(/needs attention tonight/);
    await on.mind.hear(answer);
    expect(on.used[0]?.args.classification).toBe(expected);
  });

  it('scenario 13 and VTCR 2.5: spam is ended politely and nothing is collected', async () => {
    const on = stage();
    await on.mind.hear("Hi, I'm calling from ABC Marketing about your Google Ads");
    expect(toolNames(on)).toEqual(['classify_call']);
    expect(on.said).toEqual(["Thanks for calling, but we're not interested at this time. Have a good night."]);
    expect(on.ended).toBe(true);
  });

  it('scenario 24: told to wrap up, it does, and an uncaptured emergency is captured first', async () => {
    const on = stage();
    await talk(on, ['Water is pouring through my ceiling', 'Jim']);
    await on.mind.note('Wrap up now.');
    expect(toolNames(on)).toContain('route_to_oncall');
    expect(on.said.some((line) => line.includes('I think I have everything I need'))).toBe(true);
  });

  it('says what a system note orders', async () => {
    const on = stage();
    await on.mind.note(
      'Nobody took the call. Say: "I wasn\'t able to reach Mike directly, but I\'ve sent an urgent message."',
    );
    expect(last(on)).toBe("I wasn't able to reach Mike directly, but I've sent an urgent message.");
  });
});

describe('what the server answers', () => {
  it('asks the clarifying question when the server cannot tell either', async () => {
    const on = stage(
      {},
      {
        classify_call: {
          text: 'Recorded. Ask the caller once whether this needs attention tonight or can wait until morning, and call classify_call again with the answer.',
          failed: false,
        },
      },
      'routine',
    );
    await on.mind.hear('Something is wrong with my furnace');
    expect(last(on)).toMatch(/needs attention tonight/);
    await on.mind.hear('it can wait until the morning');
    expect(toolNames(on)).toEqual(['classify_call', 'classify_call']);
    expect(last(on)).toMatch(/Can I get your name\?$/);
  });

  it('ends a call politely that the server holds for a sales call', async () => {
    const on = stage(
      {},
      { classify_call: { text: 'Recorded as a sales call. End the call politely now.', failed: false } },
      'routine',
    );
    await on.mind.hear('We can get you to the top of Google');
    expect(last(on)).toMatch(/not interested at this time/);
    expect(on.ended).toBe(true);
  });

  it('speaks the sentence about the technician as the server words it', async () => {
    const on = stage(
      {},
      {
        route_to_oncall: {
          text: 'Emergency updated; Mike has the new details. Tell the caller "I\'m reaching out to Mike right now. They should be calling you back within a few minutes." Ask whether there is anything else the technician should know.',
          failed: false,
        },
      },
    );
    await talk(on, ['Water is pouring through my ceiling', 'Jim Kowalski', '218 Oak Lane', 'yes']);
    expect(last(on)).toBe(
      "OK Jim. I'm reaching out to Mike right now. They should be calling you back within a few minutes. Is there anything else I should let the technician know?",
    );
  });
});
