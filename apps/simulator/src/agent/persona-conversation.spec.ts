import { DEFAULT_GREETING, type PersonaSettings } from '@domain/persona/persona-settings';
import { renderPersona } from '@domain/persona/render-persona';
import { liquid } from '../vapi/liquid.js';
import type { Brief, Floor } from './mind.types.js';
import { ScriptedMind } from './scripted-mind.js';

const day = [{ opens: '08:00', closes: '17:00' }];
const METRO: PersonaSettings = {
  businessName: 'Metro Plumbing',
  ownerName: 'Dave',
  trades: ['plumbing', 'hvac'],
  serviceArea: 'the Chicago area',
  services: ['Water heaters'],
  hours: {
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    specialDays: [],
    timeZone: 'America/Chicago',
  },
  aiName: 'Alex',
  voiceId: 'Elliot',
  greeting: DEFAULT_GREETING,
  additionalInstructions: '',
  faq: [],
  languages: ['en'],
  emergencyPhrases: [],
  aiDisclosure: 'on_request',
  state: 'IL',
  calendarEnabled: false,
};

const VARIABLES = {
  greeting_word: 'tonight',
  farewell: 'good night',
  local_time: '8:10 PM',
  on_call_name: 'Mike',
  office_opens: '8 AM',
  callback_when: 'first thing in the morning',
  caller_number_ending: '0141',
  repeat_caller: 'no',
};

interface Talk {
  said: string[];
  used: Record<string, Record<string, unknown>>;
  ended: boolean;
}

/** The stand-in on the contractor's own rendered assistant, as a call would get it. */
async function converse(lines: string[], change: Record<string, string> = {}): Promise<Talk> {
  const variables = { ...VARIABLES, ...change };
  const script = renderPersona(METRO);
  const talk: Talk = { said: [], used: {}, ended: false };
  const floor: Floor = {
    say: async (line) => void talk.said.push(line),
    useTool: async (name, args) => {
      talk.used[name] = args;
      return { text: 'Recorded.', failed: false };
    },
    endCall: async () => void (talk.ended = true),
  };
  const brief: Brief = {
    prompt: liquid(script.instructions, variables),
    openingLine: liquid(script.greeting, variables),
    tools: script.tools.map(({ name, parameters }) => ({ name, parameters: { ...parameters } })),
    variables,
    callerNumber: '+13125550141',
  };
  const mind = new ScriptedMind(brief, floor, undefined);
  for (const line of lines) await mind.hear(line);
  return talk;
}

const QUOTE = [
  'Can I get a quote on a water heater?',
  'Sarah Chen.',
  "Yes, that's right.",
  '1447 Birch Street.',
  'It still works.',
];

describe('the stand-in on the rendered persona (PRD §12)', () => {
  it.each([
    [
      '21',
      ['Are you a robot?'],
      /^Yes, I'm an automated assistant for Metro Plumbing; I help handle calls when the office is closed\. How can I help\?$/,
    ],
    ['22', ['How much does a water heater cost?'], /Pricing depends on the specifics.*Dave.*exact number/],
    ['23', [...QUOTE.slice(0, 3), "I don't want to give that out"], /tell me a little more/],
    [
      '27',
      QUOTE,
      /Our office opens at 8 AM\. Our office will call you first thing in the morning to get you scheduled\./,
    ],
    ['35', ['Hola, necesito ayuda con mi cocina por favor'], /I apologize, let me have Dave call you back\./],
    ['11', ['My AC stopped working'], /Is this something that needs attention tonight/],
    [
      '1',
      ['Water is pouring through my ceiling'],
      /^That sounds like it needs immediate attention\. If you can safely reach the main water shutoff valve.*Can I get your name\?$/,
    ],
    ['2', ['I smell gas near my furnace'], /Please leave the house with your family and do not turn on any lights/],
    ['4', ['My outlet is sparking and I smell burning'], /Stay away from the area/],
    [
      '13',
      ["Hi, I'm calling from ABC Marketing about your Google Ads"],
      /^Thanks for calling, but we're not interested at this time\. Have a good night\.$/,
    ],
  ])('scenario %s: after %j', async (_number, lines, expected) => {
    const { said } = await converse(lines);
    expect(said.at(-1)).toMatch(expected);
  });

  it('scenario 32: a repeat caller hears that they called a little while ago', async () => {
    const { said } = await converse(['My faucet is dripping'], { repeat_caller: 'yes, 20 minutes ago' });
    expect(said[0]).toContain('I see you called a little while ago.');
  });

  it('PRD §4: an emergency ends with the technician’s name and the disposition', async () => {
    const { said, used, ended } = await converse([
      'Water is pouring through my ceiling',
      'Jim Kowalski',
      '218 Oak Lane',
      'yes',
      "No, that's it",
    ]);
    expect(said.at(-1)).toBe(
      "Got it. Mike will be reaching out shortly. Hang tight, Jim. Thanks for calling Metro Plumbing, Jim. We'll take good care of you. Have a good night.",
    );
    expect(used['route_to_oncall']).toMatchObject({ caller_name: 'Jim Kowalski', address: '218 Oak Lane' });
    expect(ended).toBe(true);
  });

  it('leaves out what was never said instead of making it up', async () => {
    const { used } = await converse(['Water is pouring through my ceiling']);
    expect(used['route_to_oncall']).toMatchObject({ caller_name: undefined, address: undefined });
  });
});
