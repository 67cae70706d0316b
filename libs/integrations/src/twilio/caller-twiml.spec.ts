import type { CallerHears } from '@domain/call/caller-hears';
import { XMLParser } from 'fast-xml-parser';
import { existsSync, readFileSync } from 'node:fs';
import { callerTwiml } from './caller-twiml.js';
import { isPermanentFailure } from '@domain/escalation/alert';
import { outcomeOfError } from './twilio-wire.js';

const everything: CallerHears[] = [
  { kind: 'ring-business', number: '+13125550185', ringSeconds: 20 },
  {
    kind: 'voice-agent',
    notice: 'This call is recorded.',
    stream: { url: 'wss://phone.vapi.ai/x?a=1&b=2', parameters: { token: '"<&>' } },
  },
  { kind: 'voicemail', words: 'Thanks for calling Smith & Sons.', offersKey: true },
  { kind: 'voicemail', words: 'Go on.', offersKey: false },
  { kind: 'voicemail', words: 'Siga.', offersKey: true, language: 'es' },
  {
    kind: 'intake-question',
    number: 3,
    language: 'es',
    takesNumber: false,
    startsRecording: true,
    first: [{ words: 'Salga de la casa.', language: 'es' }],
    apology: { words: 'We got cut off.', language: 'en' },
    prompt: [{ words: 'Smith & Sons: <your> name?', language: 'es' }],
  },
  {
    kind: 'intake-question',
    number: 4,
    language: 'en',
    takesNumber: true,
    startsRecording: false,
    first: [],
    apology: null,
    prompt: [{ words: 'Your number?', language: 'en' }],
  },
  { kind: 'go-on-at', path: 'voice/intake-wait?n=1', afterSeconds: 8, first: { words: 'Hold on.', language: 'en' } },
  { kind: 'goodbye', words: 'Adiós.', language: 'es' },
  { kind: 'conference', name: 'incident-1', words: 'Connecting you to Mike now.' },
  { kind: 'goodbye', words: 'Good night.' },
  { kind: 'hang-up' },
];
const render = (hears: CallerHears) => callerTwiml(hears, 'https://night.example/');

describe('what the caller hears', () => {
  it('connects the agent after the notice, records both sides, and comes back to us afterwards', () => {
    const twiml = render(everything[1]!);
    expect(twiml.indexOf('This call is recorded.')).toBeLessThan(twiml.indexOf('<Start><Recording'));
    expect(twiml.indexOf('<Start>')).toBeLessThan(twiml.indexOf('<Connect><Stream'));
    expect(twiml).toContain('<Redirect method="POST">https://night.example/api/twilio/voice/after-agent</Redirect>');
    expect(twiml).toContain('&quot;&lt;&amp;');
  });

  it('rings the business line with a time limit and comes back when nobody answers', () => {
    expect(render(everything[0]!)).toMatch(
      /<Dial timeout="20"[^>]*action="https:\/\/night\.example\/api\/twilio\/transfer-status\?of=business"/,
    );
  });

  it('scenario 34: voicemail offers key 1 for an emergency, then records', () => {
    const twiml = render(everything[2]!);
    expect(twiml).toMatch(/<Gather numDigits="1"[^]*press 1 now[^]*<Record /);
    expect(twiml).toContain('Smith &amp; Sons');
  });

  it('voicemail in Spanish is Spanish to its end, and says in its addresses that it is', () => {
    const twiml = callerTwiml(
      { kind: 'voicemail', words: 'No logro entenderle.', offersKey: true, language: 'es' },
      'https://night.example/',
    );
    expect(twiml).toMatch(/voicemail-key\?l=es"[^]*oprima el uno[^]*Si no, deje su nombre[^]*voicemail-done\?l=es"/);
    expect(twiml.match(/<Say(?! language="es-MX")/g)).toBeNull();
  });

  const intake = (number: number) =>
    render(everything.find((hears) => hears.kind === 'intake-question' && hears.number === number)!);

  it('decision 9: the intake reads the safety line to the end, asks so that it can be interrupted, and never falls silent', () => {
    const twiml = intake(3);
    expect(twiml).toMatch(
      /<\/Start><Gather input="dtmf" numDigits="1" finishOnKey="" timeout="1"[^>]*cut=line[^>]*><Say language="es-MX">Salga[^<]*<\/Say><\/Gather><Gather input="dtmf speech"[^>]*language="es-MX"[^>]*actionOnEmptyResult="true"[^]*<Say>We got cut off\.<\/Say><Say language="es-MX">Smith &amp; Sons: &lt;your&gt; name\?<\/Say><\/Gather><Redirect/,
    );
    expect(twiml).toContain('action="https://night.example/api/twilio/voice/intake?q=3"');
  });

  it('one key is enough, because key 1 counts at any moment; a number may be keyed in whole', () => {
    expect(intake(3)).toContain('numDigits="1"');
    expect(intake(4)).not.toContain('numDigits');
  });

  it('Twilio 13335: without a speech model, which speechTimeout="auto" forbids', () => {
    expect(intake(4)).toContain('speechTimeout="auto"');
    expect(intake(4)).not.toContain('speechModel');
  });

  const attributesAt = new URL('../../../../../shared/vendor-specs/twiml_attributes.json', import.meta.url);
  const contract = existsSync(attributesAt) ? it : it.skip;
  contract('uses only nodes and attributes that TwiML has, and absolute addresses', () => {
    const { voice } = JSON.parse(readFileSync(attributesAt, 'utf8')) as { voice: Vocabulary };
    for (const hears of everything) {
      expect(strangersIn(parsed(render(hears)), 'VoiceResponse', voice)).toEqual([]);
    }
  });
});

describe('refusals of the carrier', () => {
  it.each([
    ['an opted-out phone', { status: 400, code: 21610 }, { kind: 'refused', code: '21610', permanent: true }],
    ['an unregistered sender', { status: 400, code: 30034 }, { kind: 'refused', code: '30034', permanent: true }],
    ['a bad number', { status: 400, code: 21211 }, { kind: 'refused', code: '21211', permanent: true }],
    ['a rate limit', { status: 429, code: 20429 }, { kind: 'refused', code: '20429', permanent: false }],
    ['a full queue', { status: 400, code: 21611 }, { kind: 'refused', code: '21611', permanent: false }],
    ['a server error', { status: 503 }, { kind: 'unknown', reason: 'status 503', isOver: true }],
    ['a time-out', { code: 'ECONNABORTED' }, { kind: 'unknown', reason: 'ECONNABORTED', isOver: false }],
  ])('tells %s', (_title, error, outcome) => {
    expect(outcomeOfError(error)).toEqual(outcome);
  });

  it('knows which delivery errors no second attempt cures', () => {
    expect(['30005', '30006', '30032', '30001', '30008'].map(isPermanentFailure)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

interface Vocabulary {
  attributes: Record<string, Record<string, unknown>>;
  children: Record<string, string[]>;
}
type Node = Record<string, unknown> & { ':@'?: Record<string, string> };

const parsed = (xml: string): Node[] => {
  const [, response] = new XMLParser({ preserveOrder: true, ignoreAttributes: false }).parse(xml) as Node[];
  return response?.['Response'] as Node[];
};

function strangersIn(nodes: Node[], parent: string, voice: Vocabulary): string[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@') ?? '';
    if (name === '#text') return [];
    const given = Object.entries(node[':@'] ?? {}).map(([key, value]) => [key.replace('@_', ''), value] as const);
    const unknown = given.filter(([key]) => !(key in (voice.attributes[name] ?? {}))).map(([key]) => `${name}@${key}`);
    const relative = given
      .filter(([key, value]) => /^action$|callback$/i.test(key) && !value.startsWith('https://'))
      .map(([key]) => `${name}@${key} is relative`);
    const misplaced = (voice.children[parent] ?? []).includes(name.charAt(0).toLowerCase() + name.slice(1))
      ? []
      : [`${parent}>${name}`];
    return [...unknown, ...relative, ...misplaced, ...strangersIn(node[name] as Node[], name, voice)];
  });
}
