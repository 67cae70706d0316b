import { DEFAULT_GREETING } from '@domain/persona/persona-settings';
import { renderPersona } from '@domain/persona/render-persona';
import type { E164 } from '@domain/phone/e164';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { assistantOf } from './vapi-assistant.js';
import { callRequest } from './vapi-call-request.js';

const day = [{ opens: '08:00', closes: '17:00' }];
const script = renderPersona({
  businessName: 'Kowalski & Sons Heating and Plumbing of Greater Chicago',
  ownerName: 'Dave',
  trades: ['plumbing'],
  serviceArea: 'Chicago',
  services: ['Drains'],
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
  languages: ['en', 'es'],
  emergencyPhrases: [],
  aiDisclosure: 'on_request',
  state: 'IL',
  calendarEnabled: true,
});
const assistant = assistantOf(script, { url: 'https://night.example/api/vapi/webhook', secret: 'a-shared-secret-x' });
const request = callRequest({
  callRef: 'call-1',
  assistantId: 'assistant-1',
  voiceNumberId: 'number-1',
  callerPhone: '+13125550141' as E164,
  variables: { greeting_word: 'tonight' },
});

describe('the rendered assistant', () => {
  it('uses current fields only and subscribes to exactly what it needs', () => {
    const deprecated = [
      'functions',
      'serverUrl',
      'endCallFunctionEnabled',
      'recordingEnabled',
      'backgroundDenoisingEnabled',
      'analysisPlan',
    ];
    expect(Object.keys(assistant).filter((field) => deprecated.includes(field))).toEqual([]);
    expect(assistant.name.length).toBeLessThanOrEqual(40);
    expect(assistant.serverMessages).toContain('transcript[transcriptType="final"]');
    expect(assistant.server.backoffPlan).toMatchObject({ type: 'exponential', maxRetries: 3 });
  });

  it('scenario 20 and 24: the greeting yields, and the call wraps up at five minutes', () => {
    expect(assistant.firstMessageInterruptionsEnabled).toBe(true);
    expect(assistant.hooks).toContainEqual(
      expect.objectContaining({ on: 'call.timeElapsed', options: { seconds: 300 } }),
    );
  });

  it('gives every tool our own call reference, out of the reach of the model', () => {
    const functions = assistant.model.tools.filter((tool) => tool.type === 'function');
    expect(functions).toHaveLength(5);
    for (const tool of functions) {
      expect(tool).toMatchObject({ parameters: [{ key: 'call_ref', value: '{{call_ref}}' }] });
    }
  });

  it('leaves a withheld caller id out of the call', () => {
    const withheld = callRequest({
      callRef: 'c',
      assistantId: 'a',
      voiceNumberId: null,
      callerPhone: null,
      variables: {},
    });
    expect(Object.keys(withheld)).toEqual(['phoneCallProviderBypassEnabled', 'assistantId', 'assistantOverrides']);
  });
});

const specAt = new URL('../../../../../shared/vendor-specs/vapi_openapi.json', import.meta.url);
const contract = existsSync(specAt) ? describe : describe.skip;

contract("Vapi's published OpenAPI (skipped where the vendor-specs folder is absent)", () => {
  const validator = existsSync(specAt) ? schemas(readFileSync(specAt, 'utf8')) : null;

  it.each([
    // The live API takes `call.timeElapsed`; the published document has not caught up (vendor-specs README, "lag").
    ['CreateAssistantDTO', { ...assistant, hooks: assistant.hooks.filter((hook) => hook.on !== 'call.timeElapsed') }],
    ['CreateCallDTO', request],
  ])('%s takes what we send', (schema, body) => {
    const validate = validator?.getSchema(`vapi#/components/schemas/${schema}`);
    void validate?.(body);
    expect(validate?.errors ?? null).toBeNull();
  });
});

/**
 * The document as the vendor means it: its unions overlap, some patterns are JavaScript literals, some enumerations are empty
 * or sit on the list instead of its items, and a bare "object" stands for anything (vendor-specs README, traps).
 */
function schemas(text: string): Ajv {
  const meant = JSON.parse(text.replaceAll('"oneOf"', '"anyOf"'), (_key, value: unknown) => relaxed(value)) as object;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'vapi', ...meant });
  return ajv;
}

function relaxed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key, given]) => isMeant(value, key, given)));
}

function isMeant(schema: object, key: string, given: unknown): boolean {
  if (key === 'pattern') return typeof given !== 'string' || !given.startsWith('/');
  if (key === 'enum') return !Array.isArray(given) || (given.length > 0 && !('items' in schema));
  return key !== 'type' || given !== 'object' || 'properties' in schema;
}
