import { AGENCY_CAPABILITIES, CAPABILITIES, needsStepUp, ruleOf, type Capability } from '@domain/access/capabilities';
import { addExamples } from './examples.js';
import { offerIdempotency } from './idempotency-parameter.js';
import { describeProblems } from './problems.js';
import {
  isWritten,
  operationsIn,
  propertiesIn,
  type Document,
  type OperationObject,
  type ParameterObject,
  type Place,
} from './schema.types.js';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

/**
 * What the framework cannot know from a controller: the ids of the path, who may, how a request is refused, examples.
 * Written once here, so that no route can forget it; the lint of the document checks the outcome.
 */
export function finishDocument(document: Document): Document {
  const places = operationsIn(document);
  for (const place of places) {
    describePathIds(place);
    offerIdempotency(place);
    sayWhoMay(place.operation);
  }
  describeProblems(document, places);
  addExamples(document);
  dropImpossibleDefaults(document);
  document.tags = [...new Set(places.flatMap(({ operation }) => operation.tags ?? []))]
    .sort()
    .map((name) => ({ name }));
  document.servers = [{ url: '/', description: 'The origin that serves the app' }];
  document.info.contact = { name: 'Nightdesk', url: 'https://nightdesk.example/support' };
  return document;
}

function describePathIds({ path, operation }: Place): void {
  const parameters = (operation.parameters ??= []);
  const known = parameters.filter((one): one is ParameterObject => 'in' in one && one.in === 'path');
  for (const [, name = ''] of path.matchAll(/\{(\w+)\}/g)) {
    const parameter = known.find((one) => one.name === name);
    if (parameter) describeId(parameter);
    else parameters.unshift(describeId({ name, in: 'path', required: true }));
  }
}

/** Ids are UUIDs but a few: an API key's id, a token. Those say their own schema. */
function describeId(parameter: ParameterObject): ParameterObject {
  const schema = isWritten(parameter.schema) ? parameter.schema : {};
  const isUuid = /Id$/.test(parameter.name) && parameter.name !== 'keyId' && schema.pattern === undefined;
  parameter.schema = isUuid
    ? { type: 'string', format: 'uuid', example: ID }
    : { type: 'string', maxLength: 400, ...schema };
  return parameter;
}

const isCapability = (name: string): name is Capability => name in CAPABILITIES;

function sayWhoMay(operation: OperationObject): void {
  const capability = (operation as { 'x-capability'?: string })['x-capability'];
  const who = capability === undefined ? plainRule(operation) : ruleText(capability);
  operation.description = [operation.description ?? '', who].filter(Boolean).join('\n\n');
}

const plainRule = (operation: OperationObject): string =>
  (operation.security ?? []).length > 0
    ? 'Who may: anybody who is signed in.'
    : 'Who may: anybody; no token is needed.';

function ruleText(capability: string): string {
  if (!isCapability(capability)) return `Who may: admins of the agency (\`${capability}\`)${stepUp(capability)}.`;
  const { roles, agency, key } = ruleOf(capability);
  const agencys = { always: ', the agency', granted: ', the agency while the account grants it', never: '' }[agency];
  const keys = key ? `; API keys with the scope \`${capability}\`` : '';
  return `Who may (\`${capability}\`): ${roles.join(', ')}${agencys}${keys}${stepUp(capability)}.`;
}

const stepUp = (capability: string): string =>
  (isCapability(capability) || capability in AGENCY_CAPABILITIES) && needsStepUp(capability as Capability)
    ? ', after proving a factor within five minutes'
    : '';

/** `null` as the default of an object that may be left out: OpenAPI 3.0 has no way to say it. */
function dropImpossibleDefaults(document: Document): void {
  for (const [, property] of propertiesIn(document)) if (property.default === null) delete property.default;
}
