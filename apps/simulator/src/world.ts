import type { FastifyInstance } from 'fastify';
import type { VirtualClock } from './clock.js';
import type { Faults } from './faults.js';
import type { Courier } from './http-courier.js';
import type { SimLog } from './log.js';
import type { ServerSettings } from './server-settings.js';
import type { Snapshots } from './server-snapshots.js';
import type { StreamParties } from './world-streams.js';

/** What every stand-in shares. One per process; nothing in it belongs to one vendor. */
export interface World {
  readonly settings: ServerSettings;
  /** Where this process can be reached, e.g. `http://127.0.0.1:4010`, and for mail; correct once it listens. */
  readonly address: { url: string; smtpUrl?: string };
  readonly clock: VirtualClock;
  readonly log: SimLog;
  readonly faults: Faults;
  /** Sends webhooks, with their faults. */
  readonly courier: Courier;
  /** Who answers when TwiML connects a call to a media stream. */
  readonly streams: StreamParties;
  /** State that survives a restart. */
  readonly snapshots: Snapshots;
}

/** One stand-in: its routes on the shared server, and how it forgets everything. */
export interface StandIn {
  register(app: FastifyInstance): void;
  reset(): void;
  /** Opens a port of its own, for a stand-in that speaks something else than HTTP. */
  open?(): Promise<void>;
  close?(): Promise<void>;
}
