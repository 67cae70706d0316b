import type { OpenAPIObject } from '@nestjs/swagger';

export type Document = OpenAPIObject;
type Paths = OpenAPIObject['paths'];
export type OperationObject = NonNullable<Paths[string]['get']>;
type Responses = OperationObject['responses'];
export type ResponseObject = Exclude<NonNullable<Responses[string]>, { $ref: string }>;
export type ParameterObject = Exclude<NonNullable<OperationObject['parameters']>[number], { $ref: string }>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
export type SchemaObject = Exclude<Schemas[string], { $ref: string }>;

export interface Place {
  path: string;
  method: string;
  operation: OperationObject;
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Every operation with where it stands. */
export const operationsIn = (document: Document): Place[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );

/** A schema that stands here itself and is no reference to one. */
export const isWritten = (schema: SchemaObject | { $ref: string } | undefined): schema is SchemaObject =>
  schema !== undefined && !('$ref' in schema);

/** Every property that the document's schemas write out. */
export const propertiesIn = (document: Document): [string, SchemaObject][] =>
  Object.values(document.components?.schemas ?? {})
    .filter(isWritten)
    .flatMap((schema) => Object.entries(schema.properties ?? {}))
    .filter((entry): entry is [string, SchemaObject] => isWritten(entry[1]));
