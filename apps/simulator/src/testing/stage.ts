import { createSimulator, type Simulator } from '../server.js';
import { readSettings, type ServerSettings } from '../server-settings.js';
import type { StandIn, World } from '../world.js';
import { Application } from './application.js';

const TEST_SETTINGS: ServerSettings = { ...readSettings({}), port: 0, smtpPort: 0, clockScale: 0 };

/** A simulator with a stopped clock and an application beside it: time passes only when a test says so. */
export class Stage {
  readonly application = new Application();
  simulator: Simulator;
  address: string;

  constructor(private readonly makeStandIns: (world: World) => StandIn[]) {}

  async open(settings: Partial<ServerSettings> = {}): Promise<void> {
    await this.application.start();
    this.simulator = await createSimulator({ ...TEST_SETTINGS, ...settings }, this.makeStandIns);
    this.address = await this.simulator.listen();
  }

  async close(): Promise<void> {
    await this.simulator.close();
    await this.application.stop();
  }

  /** Lets virtual seconds go by, with everything that falls due in them. */
  async pass(seconds: number): Promise<void> {
    const { clock } = this.simulator.world;
    await this.settle();
    await clock.set({ now: new Date(clock.now() + seconds * 1000) });
  }

  /** Until no webhook is under way. */
  settle(): Promise<void> {
    return this.simulator.world.courier.settled();
  }

  /** Uses the control API; T is what the test expects back. */
  async control<T = unknown>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const init =
      body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${this.address}/sim${path}`, { method, ...init });
    const text = await response.text();
    return (text === '' ? { status: response.status } : JSON.parse(text)) as T;
  }

  async dial(from: string | null, to: string): Promise<string> {
    const { callSid } = await this.control<{ callSid: string }>('POST', '/calls', { from, to });
    await this.settle();
    return callSid;
  }

  call(callSid: string): Promise<CallDetail> {
    return this.control<CallDetail>('GET', `/calls/${callSid}`);
  }
}

export interface CallDetail {
  status: string;
  talkSeconds: number;
  heard: string[];
  twiml: string[];
  errors: string[];
  lines: { at: string; kind: string; text: string }[];
  legs: { callSid: string; to: string; from: string; status: string; lines: { kind: string; text: string }[] }[];
  recordings: { recordingSid: string; status: string; source: string; text: string }[];
}
