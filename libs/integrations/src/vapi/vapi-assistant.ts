import type { PersonaScript, ScriptTool } from '@domain/persona/persona-script';

export interface AssistantServer {
  url: string;
  secret: string;
}

/** What we want to hear about; the default list is eight times the traffic (reference B2, WHI-12). */
const SERVER_MESSAGES = [
  'tool-calls',
  'status-update',
  'end-of-call-report',
  'hang',
  'transcript[transcriptType="final"]',
];

const MODEL = 'gpt-4.1';
const FALLBACK_MODELS = ['gpt-4.1-mini', 'gpt-4o'];
const STILL_THERE_AFTER_SECONDS = 12;

/** The whole assistant for a script in the provider's current fields (reference B3); every publish sends all of it. */
export function assistantOf(script: PersonaScript, server: AssistantServer) {
  return {
    name: script.name.slice(0, 40),
    firstMessageMode: 'assistant-speaks-first',
    firstMessage: script.greeting,
    // Scenario 20; the provider's default would talk on over the caller.
    firstMessageInterruptionsEnabled: true,
    model: modelOf(script),
    voice: voiceOf(script),
    transcriber: transcriberOf(script),
    startSpeakingPlan: { waitSeconds: 0.4 },
    stopSpeakingPlan: { numWords: 2, voiceSeconds: 0.2, backoffSeconds: 1 },
    backgroundSound: 'off',
    backgroundSpeechDenoisingPlan: { smartDenoisingPlan: { enabled: true } },
    silenceTimeoutSeconds: script.silenceSeconds,
    maxDurationSeconds: script.maxSeconds,
    hooks: hooksOf(script),
    serverMessages: SERVER_MESSAGES,
    server: serverOf(server),
    // Twilio records both sides after the notice; a second recording would be one nobody was told about.
    artifactPlan: { recordingEnabled: false },
    monitorPlan: { listenEnabled: false, controlEnabled: true, controlAuthenticationEnabled: true },
  };
}

function modelOf(script: PersonaScript) {
  return {
    provider: 'openai',
    model: MODEL,
    fallbackModels: FALLBACK_MODELS,
    temperature: 0.2,
    maxTokens: 400,
    messages: [{ role: 'system', content: script.instructions }],
    tools: [...script.tools.map(toolOf), { type: 'endCall' }],
  };
}

function toolOf(tool: ScriptTool) {
  return {
    type: 'function',
    async: false,
    function: { name: tool.name, description: tool.description, parameters: tool.parameters },
    parameters: Object.entries(tool.fixed).map(([key, value]) => ({ key, value })),
    messages: [{ type: 'request-failed', content: tool.onFailure }],
  };
}

function voiceOf(script: PersonaScript) {
  return {
    provider: 'vapi',
    voiceId: script.voiceId,
    version: '2',
    fallbackPlan: { voices: [{ provider: 'openai', voiceId: 'alloy' }] },
  };
}

function transcriberOf(script: PersonaScript) {
  const bilingual = script.languages.includes('es');
  return {
    provider: 'deepgram',
    model: bilingual ? 'flux-general-multi' : 'flux-general-en',
    fallbackPlan: {
      transcribers: [
        { provider: 'deepgram', model: 'nova-3', language: bilingual ? 'multi' : 'en' },
        { provider: 'assembly-ai', language: bilingual ? 'multi' : 'en' },
      ],
    },
  };
}

function hooksOf(script: PersonaScript) {
  const timed = script.timedNotes.map(({ afterSeconds, note }) => ({
    on: 'call.timeElapsed',
    options: { seconds: afterSeconds },
    do: [{ type: 'message.add', message: { role: 'system', content: note } }],
  }));
  const silence = {
    on: 'customer.speech.timeout',
    options: { timeoutSeconds: STILL_THERE_AFTER_SECONDS, triggerMaxCount: 2 },
    do: [{ type: 'say', exact: script.stillThere }],
  };
  return [silence, ...timed];
}

function serverOf({ url, secret }: AssistantServer) {
  return {
    url,
    timeoutSeconds: 10,
    headers: { 'X-Vapi-Secret': secret },
    // Without it a lost report is never sent again; refusals are final.
    backoffPlan: {
      type: 'exponential',
      maxRetries: 3,
      baseDelaySeconds: 1,
      excludedStatusCodes: [400, 401, 403, 404, 413, 422],
    },
  };
}
