import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Shelf, StoredResource } from './account.js';
import { isObject, type JsonObject } from './json.js';
import { refusal } from './refusal.js';

type ById = { Params: { id: string } };

export interface ResourceKind {
  path: '/vapi/assistant' | '/vapi/phone-number';
  shelf: Shelf;
  scope: string;
  /** What the vendor would refuse; undefined when the body is fine. */
  complaint(fields: JsonObject): string | undefined;
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
    return reply.code(201).send(resource);
  });
  app.get(kind.path, { config }, () => kind.shelf.list());
  app.get<ById>(`${kind.path}/:id`, { config }, (request, reply) => found(reply, kind.shelf.get(request.params.id)));
  app.patch<ById>(`${kind.path}/:id`, { config }, async (request, reply) => {
    const resource = kind.shelf.patch(request.params.id, isObject(request.body) ? request.body : {});
    if (resource) await kind.settled(resource);
    return found(reply, resource);
  });
  app.delete<ById>(`${kind.path}/:id`, { config }, (request, reply) =>
    found(reply, kind.shelf.delete(request.params.id)),
  );
}

function found(reply: FastifyReply, resource: StoredResource | undefined): FastifyReply {
  return resource
    ? reply.send(resource)
    : reply.code(404).send(refusal(404, "Couldn't find it. It may have been deleted."));
}
