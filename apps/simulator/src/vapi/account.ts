import { randomUUID } from 'node:crypto';
import type { World } from '../world.js';
import { isObject, type JsonObject } from './json.js';
import { ORG_ID, type VapiCall } from './vapi-call.js';

/** An assistant or phone number as stored: what was sent, with the vendor's own fields. */
export interface StoredResource extends JsonObject {
  id: string;
  orgId: string;
  createdAt: string;
  updatedAt: string;
}

/** The one Vapi organisation behind the API key. */
export class VapiAccount {
  readonly assistants: Shelf;
  readonly phoneNumbers: Shelf;
  readonly credentials: Shelf;
  readonly calls = new Map<string, VapiCall>();

  constructor(world: World) {
    this.assistants = new Shelf(world);
    this.phoneNumbers = new Shelf(world);
    this.credentials = new Shelf(world);
    world.snapshots.register('vapi', {
      save: () => ({
        assistants: this.assistants.list(),
        phoneNumbers: this.phoneNumbers.list(),
        credentials: this.credentials.list(),
      }),
      restore: (saved) => this.restore(saved),
    });
  }

  clear(): void {
    this.assistants.fill([]);
    this.phoneNumbers.fill([]);
    this.credentials.fill([]);
    this.calls.clear();
  }

  /** Conversations do not survive a restart, as none would survive their worker. */
  private restore(saved: unknown): void {
    if (!isObject(saved)) return;
    this.assistants.fill(saved.assistants);
    this.phoneNumbers.fill(saved.phoneNumbers);
    this.credentials.fill(saved.credentials);
  }
}

/** One kind of stored resource, newest first when listed. */
export class Shelf {
  private items = new Map<string, StoredResource>();

  constructor(private readonly world: World) {}

  create(fields: JsonObject): StoredResource {
    const now = this.world.clock.date().toISOString();
    return this.put({ ...fields, id: randomUUID(), orgId: ORG_ID, createdAt: now, updatedAt: now });
  }

  /** PATCH as the vendor does it: each top-level field is replaced whole, so a model sent without tools loses its tools. */
  patch(id: string, fields: JsonObject): StoredResource | undefined {
    const before = this.items.get(id);
    if (!before) return undefined;
    const { orgId, createdAt } = before;
    return this.put({ ...before, ...fields, id, orgId, createdAt, updatedAt: this.world.clock.date().toISOString() });
  }

  get(id: string): StoredResource | undefined {
    return this.items.get(id);
  }

  delete(id: string): StoredResource | undefined {
    const gone = this.items.get(id);
    this.items.delete(id);
    this.world.snapshots.changed();
    return gone;
  }

  list(): StoredResource[] {
    return [...this.items.values()].reverse();
  }

  fill(saved: unknown): void {
    const items = Array.isArray(saved) ? (saved as StoredResource[]) : [];
    this.items = new Map(items.reverse().map((item) => [item.id, item]));
  }

  private put(item: StoredResource): StoredResource {
    this.items.set(item.id, item);
    this.world.snapshots.changed();
    return item;
  }
}
