import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Shelf, StoredResource } from './account.js';
import { isObject, textAt, type JsonObject } from './json.js';
import { refusal } from './refusal.js';

type ById = { Params: { id: string } };

export interface ResourceKind {
  path: '/vapi/assistant' | '/vapi/phone-number' | '/vapi/credential';
  shelf: Shelf;
  scope: string;
  /** What the vendor would refuse; undefined when the body is fine. */
  complaint(fields: JsonObject): string | undefined;
  /** Fields that the vendor never gives back. */
  hidden: readonly string[];
  /** What else creating or changing it does in the world. */
  settled(resource: StoredResource): Promise<void>;
}

/** POST, GET, PATCH and DELETE of one kind of resource, as the vendor's API reference has them. */
export function registerResource(app: FastifyInstance, kind: ResourceKind): void {
  const config = { scope: kind.scope, errorBody: refusal };
  app.post(kind.path, { config }, async (request, reply) => {
    const fields = isObject(request.body) ? request.body : {};
    const complaint = kind.complaint(fields);
    if (complaint) return reply.code(400).send(refusal(400, complaint));
    const resource = kind.shelf.create(fields);
    await kind.settled(resource);
    return reply.code(201).send(shown(kind, resource));
  });
  app.get(kind.path, { config }, (request) => listed(kind.shelf, request.query).map((item) => shown(kind, item)));
  app.get<ById>(`${kind.path}/:id`, { config }, (request, reply) =>
    found(reply, kind, kind.shelf.get(request.params.id)),
  );
  app.patch<ById>(`${kind.path}/:id`, { config }, async (request, reply) => {
    const resource = kind.shelf.patch(request.params.id, isObject(request.body) ? request.body : {});
    if (resource) await kind.settled(resource);
    return found(reply, kind, resource);
  });
  app.delete<ById>(`${kind.path}/:id`, { config }, (request, reply) =>
    found(reply, kind, kind.shelf.delete(request.params.id)),
  );
}

const USUAL_LIMIT = 100;
const LARGEST_LIMIT = 1000;

/** Newest first, at most `limit` (100 unless told), created at `createdAtGe` or later. */
function listed(shelf: Shelf, query: unknown): StoredResource[] {
  const limit = Math.min(Number(textAt(query, 'limit') ?? USUAL_LIMIT), LARGEST_LIMIT);
  const since = Date.parse(textAt(query, 'createdAtGe') ?? '') || 0;
  const recent = shelf.list().filter(({ createdAt }) => Date.parse(createdAt) >= since);
  return recent.slice(0, limit);
}

export function shown(kind: Pick<ResourceKind, 'hidden'>, resource: StoredResource): JsonObject {
  return Object.fromEntries(Object.entries(resource).filter(([field]) => !kind.hidden.includes(field)));
}

function found(reply: FastifyReply, kind: ResourceKind, resource: StoredResource | undefined): FastifyReply {
  return resource
    ? reply.send(shown(kind, resource))
    : reply.code(404).send(refusal(404, "Couldn't find it. It may have been deleted."));
}
