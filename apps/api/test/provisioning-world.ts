import { AgentAssistants } from '@domain/ports/agent-assistants';
import { Clock } from '@domain/ports/clock';
import { AgentNumbers, LineProvider } from '@domain/ports/line-provider';
import { ProviderFailure } from '@domain/ports/provider-failure';
import { Telephony } from '@domain/ports/telephony';
import type { AccountId } from '@domain/ids';
import { TwilioLineProvider } from '@integrations/twilio/twilio-line-provider';
import { VapiAgentNumbers } from '@integrations/vapi/vapi-agent-numbers';
import { VapiAssistants } from '@integrations/vapi/vapi-assistants';
import { Global, Module, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Env, readEnv } from '@platform/env/env';
import { PlatformModule } from '@platform/platform.module';
import { newId } from '@platform/tenancy/new-id';
import { DataSource } from 'typeorm';
import {
  DEV_ACCOUNT_SID,
  DEV_AUTH_TOKEN,
  DEV_VAPI_KEY,
  DEV_VAPI_WEBHOOK_SECRET,
} from '../../simulator/src/server-settings.js';
import { ConfigService } from '../src/config/config.service.js';
import { PersonaService } from '../src/config/persona.service.js';
import { PROVISIONING_PROVIDERS } from '../src/provisioning/provisioning.module.js';
import { ProvisioningService } from '../src/provisioning/provisioning.service.js';
import { SagaRun } from '../src/provisioning/saga-run.service.js';
import type { WantedNumber } from '../src/provisioning/provisioning.types.js';
import { FakeAgentNumbers, FakeAssistants, FakeCarrier } from './harness/fake-carrier.js';
import { FakeTelephony } from './harness/fake-providers.js';
import { TestClock } from './harness/test-clock.js';
import { TestDatabase } from './harness/test-database.js';

export type FaultKind =
  /** The request never arrives. */
  | 'fails before it is done'
  /** It arrives and its answer is lost. */
  | 'is done and times out'
  /** It is done, and the process dies before it can write that down. */
  | 'is done and the process is killed';

export const BY_TEST = { type: 'user', id: '00000000-0000-7000-8000-000000000001' } as const;
const PUBLIC_URL = 'https://nightdesk.test';

/** Until a person does something, nothing more happens. */
const OVER = new Set(['finished', 'failed', 'abandoned']);

class Killed extends Error {}

/** Everything between the rows and the ports, with providers that keep what they are given and break on demand. */
export class ProvisioningWorld {
  carrier = new FakeCarrier();
  agentNumbers = new FakeAgentNumbers(this.carrier);
  assistants = new FakeAssistants();
  readonly telephony = new FakeTelephony();
  private module!: TestingModule;
  private plan: { call: string; kind: FaultKind; left: number } | null = null;
  readonly struck: string[] = [];

  private constructor(
    readonly db: TestDatabase,
    readonly clock: TestClock,
  ) {}

  /** With fakes that keep what they are given, or with the real adapters against the simulator at `origin`. */
  static async open(origin?: string): Promise<ProvisioningWorld> {
    const db = await TestDatabase.create();
    const world = new ProvisioningWorld(db, new TestClock(db.platform));
    await world.clock.set(world.clock.now());
    await world.boot(origin);
    return world;
  }

  get<T>(part: Type<T>): T {
    return this.module.get(part, { strict: false });
  }

  /** The next use of this call breaks, `times` times. */
  breaks(call: string, kind: FaultKind, times = 1): void {
    this.plan = { call, kind, left: times };
  }

  /** Providers without anything in them. */
  renew(): void {
    this.plan = null;
    this.struck.splice(0);
    this.carrier.accounts.splice(0);
    this.carrier.numbers.splice(0);
    this.carrier.sold.splice(0);
    this.carrier.snatched.clear();
    this.agentNumbers.imports.splice(0);
    this.agentNumbers.credentials.splice(0);
    this.assistants.kept.splice(0);
  }

  start(accountId: AccountId, wanted: WantedNumber): Promise<string> {
    return this.get(ProvisioningService).begin(accountId, wanted, BY_TEST);
  }

  /** Runs the job as the queue would: again after a failure, and after a crash once the dead worker's lease is over. */
  async runToTheEnd(accountId: AccountId, id: string): Promise<void> {
    for (let run = 0; run < 12 && !OVER.has((await this.stateOf(id)) ?? ''); run++) {
      await this.get(SagaRun)
        .run(accountId, id)
        .catch((error: unknown) => {
          if (!(error instanceof Killed)) throw error;
        });
      await this.db.everything(`update provisionings set held_until = null where id = $1`, [id]);
    }
  }

  async stateOf(id: string): Promise<string | undefined> {
    const [row] = await this.db.everything<{ state: string }>(`select state from provisionings where id = $1`, [id]);
    return row?.state;
  }

  /** What exists at the providers and in our routing, to be counted. */
  async standing(): Promise<Record<string, number>> {
    const [routed] = await this.db.everything<{ lines: number }>(
      `select count(*)::int as lines from routing.lines where number like '+1773%'`,
    );
    return {
      subaccounts: this.carrier.openAccounts().length,
      numbers: this.carrier.numbers.length,
      bought: this.carrier.sold.length,
      credentials: this.agentNumbers.credentials.length,
      imports: this.agentNumbers.imports.length,
      assistants: this.assistants.kept.length,
      routed: routed?.lines ?? 0,
    };
  }

  async close(): Promise<void> {
    await this.module.close();
    await this.db.drop();
  }

  private breaking<T extends object>(name: string, port: T): T {
    return new Proxy(port, {
      get: (target, key, receiver) => {
        const value: unknown = Reflect.get(target, key, receiver);
        if (typeof value !== 'function') return value;
        const call = value as (...given: unknown[]) => Promise<unknown>;
        return (...given: unknown[]) => this.perform(`${name}.${String(key)}`, () => call.apply(target, given));
      },
    });
  }

  private async perform(call: string, work: () => Promise<unknown>): Promise<unknown> {
    const plan = this.plan?.call === call && this.plan.left > 0 ? this.plan : null;
    if (!plan) return work();
    plan.left -= 1;
    this.struck.push(call);
    if (plan.kind !== 'fails before it is done') await work();
    if (plan.kind === 'is done and the process is killed') throw new Killed();
    throw new ProviderFailure('silent', 'provider-silent');
  }

  private providers(env: Env, isReal: boolean) {
    const [carrier, agentNumbers, assistants] = isReal
      ? [new TwilioLineProvider(env), new VapiAgentNumbers(env), new VapiAssistants(env)]
      : [this.carrier, this.agentNumbers, this.assistants];
    return [
      { provide: LineProvider, useValue: this.breaking('carrier', carrier) },
      { provide: AgentNumbers, useValue: this.breaking('agentNumbers', agentNumbers) },
      { provide: AgentAssistants, useValue: this.breaking('assistants', assistants) },
    ];
  }

  private async boot(origin?: string): Promise<void> {
    const env = environment(this.db.url, origin);
    const fakes = [
      ...this.providers(env, origin !== undefined),
      { provide: Telephony, useValue: this.telephony },
      { provide: Clock, useValue: this.clock },
      { provide: DataSource, useValue: this.db.dataSource },
    ];

    @Global()
    @Module({ providers: fakes, exports: fakes.map(({ provide }) => provide) })
    class Fakes {}

    this.module = await Test.createTestingModule({
      imports: [Fakes, PlatformModule],
      providers: [...PROVISIONING_PROVIDERS, ConfigService, PersonaService],
    })
      .overrideProvider(Env)
      .useValue(env)
      .setLogger({ log: () => undefined, warn: () => undefined, error: () => undefined })
      .compile();
    await this.module.init();
  }
}

const environment = (databaseUrl: string, origin = 'http://127.0.0.1:9') =>
  readEnv({
    PUBLIC_URL,
    DATABASE_URL: databaseUrl,
    JWT_SECRET: 'j'.repeat(40),
    ENCRYPTION_KEY: 'a'.repeat(64),
    TWILIO_ACCOUNT_SID: DEV_ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: DEV_AUTH_TOKEN,
    TWILIO_API_URL: origin,
    VAPI_API_KEY: DEV_VAPI_KEY,
    VAPI_API_URL: `${origin}/vapi`,
    VAPI_WEBHOOK_SECRET: DEV_VAPI_WEBHOOK_SECRET,
  });

/** A contractor with settings and no line yet. */
export async function layAccount(db: TestDatabase, agencyId: string | null = null): Promise<AccountId> {
  const accountId = newId() as AccountId;
  await db.platform.query(`insert into routing.accounts (account_id, agency_id) values ($1, $2)`, [
    accountId,
    agencyId,
  ]);
  await db.accounts.within(accountId, async (tx) => {
    await tx.query(
      `insert into accounts (account_id, name, time_zone, state) values ($1, 'Windy City Drains', 'America/Chicago', 'IL')`,
      [accountId],
    );
    await tx.query(
      `insert into after_hours_configs (account_id, hours, business_number, owner_name, trades, greeting)
       values ($1, '{"mon":[],"tue":[],"wed":[],"thu":[],"fri":[],"sat":[],"sun":[]}', '+13125550185', 'Dave', '{plumbing}', 'Hi, {{BUSINESS_NAME}}.')`,
      [accountId],
    );
  });
  return accountId;
}
