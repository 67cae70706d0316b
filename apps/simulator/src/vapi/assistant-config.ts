import type { ToolOffer } from '../agent/mind.types.js';
import { isObject, listAt, numberAt, objectAt, textAt, type JsonObject } from './json.js';
import { liquidDeep } from './liquid.js';

/** Vapi's default list when an assistant says nothing, as far as it concerns what this stand-in sends. */
const DEFAULT_SERVER_MESSAGES = [
  'conversation-update',
  'end-of-call-report',
  'function-call',
  'hang',
  'status-update',
  'tool-calls',
];
const DEFAULT_SILENCE_SECONDS = 30;
const DEFAULT_MAX_SECONDS = 600;
const DEFAULT_TOOL_TIMEOUT_SECONDS = 20;

export interface ServerTarget {
  url: string;
  timeoutMs: number;
  headers: Record<string, string>;
  /** Plain shared secret; without one the HMAC credential signs. */
  secret?: string;
  backoff?: { exponential: boolean; maxRetries: number; baseDelayMs: number; excludedStatusCodes: number[] };
}

export interface AssistantTool extends ToolOffer {
  /** Declared in `model.functions`: the webhook is then a `function-call`. */
  legacy: boolean;
  server?: ServerTarget;
  staticParameters: { key: string; value: unknown }[];
  messages: JsonObject[];
  /** The tool as configured, for toolWithToolCallList. */
  definition: JsonObject;
}

export interface AssistantHook {
  on: string;
  seconds: number;
  maxCount: number;
  actions: JsonObject[];
}

/** What the stand-in makes of an assistant's JSON for one call. */
export interface AssistantConfig {
  prompt: string;
  firstMessage: string;
  speaksFirst: boolean;
  firstMessageInterruptible: boolean;
  endCallMessage?: string;
  model: JsonObject;
  tools: AssistantTool[];
  hooks: AssistantHook[];
  serverMessages: string[];
  server?: ServerTarget;
  silenceSeconds: number;
  maxSeconds: number;
  controlNeedsKey: boolean;
}

/** Overrides win over the assistant field by field; lists are replaced whole. */
export function merged(base: JsonObject, over: JsonObject): JsonObject {
  const result: JsonObject = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = isObject(below) && isObject(value) ? merged(below, value) : value;
  }
  return result;
}

export function readAssistant(assistant: JsonObject, variables: JsonObject): AssistantConfig {
  const rendered = liquidDeep(assistant, variables);
  const endCallMessage = textAt(rendered, 'endCallMessage');
  const server = readServer(rendered.server);
  return {
    prompt: promptOf(rendered),
    firstMessage: textAt(rendered, 'firstMessage') ?? '',
    speaksFirst: textAt(rendered, 'firstMessageMode') !== 'assistant-waits-for-user',
    firstMessageInterruptible: rendered.firstMessageInterruptionsEnabled === true,
    ...(endCallMessage && { endCallMessage }),
    model: objectAt(rendered, 'model'),
    tools: readTools(objectAt(rendered, 'model')),
    hooks: listAt(rendered, 'hooks').map(readHook),
    serverMessages: isStrings(rendered.serverMessages) ? rendered.serverMessages : DEFAULT_SERVER_MESSAGES,
    ...(server && { server }),
    silenceSeconds: numberAt(rendered, 'silenceTimeoutSeconds') ?? DEFAULT_SILENCE_SECONDS,
    maxSeconds: numberAt(rendered, 'maxDurationSeconds') ?? DEFAULT_MAX_SECONDS,
    controlNeedsKey: objectAt(rendered, 'monitorPlan').controlAuthenticationEnabled === true,
  };
}

/** Prompt without substitution mistakes: every system message, in order. */
function promptOf(assistant: JsonObject): string {
  const system = listAt(assistant, 'model', 'messages').filter((message) => textAt(message, 'role') === 'system');
  return system.map((message) => textAt(message, 'content') ?? '').join('\n');
}

function readTools(model: JsonObject): AssistantTool[] {
  const tools = listAt(model, 'tools')
    .filter(isObject)
    .filter((tool) => isObject(tool.function));
  const functions = listAt(model, 'functions').filter(isObject);
  return [
    ...tools.map((tool) => readTool(tool, objectAt(tool, 'function'), false)),
    ...functions.map((declared) => readTool({ type: 'function', function: declared }, declared, true)),
  ];
}

function readTool(definition: JsonObject, declared: JsonObject, legacy: boolean): AssistantTool {
  const server = readServer(definition.server);
  const description = textAt(declared, 'description');
  return {
    name: textAt(declared, 'name') ?? '',
    parameters: objectAt(declared, 'parameters'),
    ...(description && { description }),
    legacy,
    ...(server && { server }),
    staticParameters: listAt(definition, 'parameters')
      .filter(isObject)
      .map((pair) => ({ key: textAt(pair, 'key') ?? '', value: pair.value })),
    messages: listAt(definition, 'messages').filter(isObject),
    definition,
  };
}

function readServer(value: unknown): ServerTarget | undefined {
  const url = textAt(value, 'url');
  if (!url) return undefined;
  const secret = textAt(value, 'secret');
  const backoff = readBackoff(objectAt(value, 'backoffPlan'));
  return {
    url,
    timeoutMs: (numberAt(value, 'timeoutSeconds') ?? DEFAULT_TOOL_TIMEOUT_SECONDS) * 1000,
    headers: textValues(objectAt(value, 'headers')),
    ...(secret && { secret }),
    ...(backoff && { backoff }),
  };
}

function readBackoff(plan: JsonObject): ServerTarget['backoff'] {
  if (Object.keys(plan).length === 0) return undefined;
  return {
    exponential: plan.type === 'exponential',
    maxRetries: numberAt(plan, 'maxRetries') ?? 0,
    baseDelayMs: (numberAt(plan, 'baseDelaySeconds') ?? 1) * 1000,
    excludedStatusCodes: listAt(plan, 'excludedStatusCodes').map(Number),
  };
}

function readHook(hook: unknown): AssistantHook {
  const options = objectAt(hook, 'options');
  return {
    on: textAt(hook, 'on') ?? '',
    seconds: numberAt(options, 'seconds') ?? numberAt(options, 'timeoutSeconds') ?? 7.5,
    maxCount: numberAt(options, 'triggerMaxCount') ?? 3,
    actions: listAt(hook, 'do').filter(isObject),
  };
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function textValues(fields: JsonObject): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
