import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  nullable?: boolean;
  example?: unknown;
  default?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema?: Schema;
  example?: unknown;
}

export interface Operation {
  method: string;
  /** As the document writes it: `/api/v1/accounts/{accountId}/calls`. */
  path: string;
  operationId: string;
  parameters: Parameter[];
  body: Schema | null;
  bodyType: string | null;
  /** Properties anywhere in the body that name a row. */
  bodyIds: string[];
  responses: string[];
  capability: string | null;
  isSecured: boolean;
}

interface RawOperation {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, unknown>;
  security?: unknown[];
  'x-capability'?: string;
}

export interface OpenApiDocument {
  paths: Record<string, Record<string, RawOperation>>;
  components: { schemas: Record<string, Schema> };
}

/**
 * The document of the compiled program. The compiler writes bounds and comments into it, which the tests' own transpiler
 * does not, so it is asked of `dist` and not of the application under test.
 */
export function readDocument(): OpenApiDocument {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-openapi-'));
  const file = join(folder, 'openapi.json');
  execFileSync(process.execPath, ['dist/apps/api/src/openapi.js', file], { stdio: 'pipe' });
  const document = JSON.parse(readFileSync(file, 'utf8')) as OpenApiDocument;
  rmSync(folder, { recursive: true });
  return document;
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

export function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, raw]) => operation(document, { path, method, raw })),
  );
}

function operation(
  document: OpenApiDocument,
  { path, method, raw }: { path: string; method: string; raw: RawOperation },
): Operation {
  const { operationId, parameters = [], responses, security = [] } = raw;
  return {
    method: method.toUpperCase(),
    path,
    operationId,
    parameters,
    ...bodyOf(document, raw),
    responses: Object.keys(responses),
    capability: raw['x-capability'] ?? null,
    isSecured: security.length > 0,
  };
}

function bodyOf(document: OpenApiDocument, raw: RawOperation): Pick<Operation, 'body' | 'bodyType' | 'bodyIds'> {
  const [content] = Object.entries(raw.requestBody?.content ?? {});
  if (!content) return { body: null, bodyType: null, bodyIds: [] };
  const [bodyType, { schema = {} }] = content;
  return { body: schema, bodyType, bodyIds: [...new Set(idsIn(document, schema))] };
}

function idsIn(document: OpenApiDocument, given: Schema): string[] {
  const schema = resolved(document, given);
  const parts = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])];
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, value]) =>
    /Ids?$/.test(name) ? [name] : idsIn(document, value),
  );
  return [...inner, ...parts.flatMap((part) => idsIn(document, part))];
}

/** The schema behind a reference, with `allOf` folded in. */
export function resolved(document: OpenApiDocument, schema: Schema): Schema {
  if (schema.$ref) return resolved(document, document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if (!schema.allOf) return schema;
  return schema.allOf.map((part) => resolved(document, part)).reduce((all, part) => ({ ...all, ...part }), schema);
}
