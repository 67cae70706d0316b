import { Clock } from '@domain/ports/clock';
import { Telephony } from '@domain/ports/telephony';
import { VoiceAgent } from '@domain/ports/voice-agent';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AlarmHandlers } from '@platform/alarms/alarm-handlers';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';
import { Env, readEnv } from '@platform/env/env';
import { configureHttp, httpAdapter } from '@platform/http/configure-http';
import { applicationDatabase } from '@platform/tenancy/data-source-options';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { FrontDeskService } from '../src/calls/front-desk.service.js';
import { AfterHoursSettings } from '../src/config/after-hours-settings.entity.js';
import { Alert } from '../src/escalation/alert.entity.js';
import { EscalationModule } from '../src/escalation/escalation.module.js';
import { Incident } from '../src/escalation/incident.entity.js';
import { LadderService } from '../src/escalation/ladder.service.js';
import { Contact } from '../src/on-call/contact.entity.js';
import { OnCallRoster } from '../src/on-call/on-call-roster.entity.js';
import { TwilioLegsController } from '../src/webhooks/twilio-legs.controller.js';
import { TwilioMessagesController } from '../src/webhooks/twilio-messages.controller.js';
import { PlatformModule } from '@platform/platform.module';
import { FakeTelephony, FakeVoiceAgent } from './harness/fake-providers.js';
import { TestClock } from './harness/test-clock.js';
import { TestDatabase } from './harness/test-database.js';

const ENTITIES = [AfterHoursSettings, Alert, Incident, Contact, OnCallRoster];
const PUBLIC_URL = 'https://nightdesk.test';
const TWILIO_TOKEN = 'twilio-auth-token-of-tests';
const TWILIO_ACCOUNT = `AC${'a'.repeat(32)}`;

export class LadderApp {
  readonly telephony = new FakeTelephony();
  readonly agent = new FakeVoiceAgent();
  private app!: NestFastifyApplication;
  private sweeper!: AlarmSweeper;
  private constructor(
    readonly db: TestDatabase,
    readonly clock: TestClock,
    private readonly source: DataSource,
  ) {}

  static async start(): Promise<LadderApp> {
    const db = await TestDatabase.create();
    const source = await new DataSource(applicationDatabase(db.url, ENTITIES, 'ladder-test')).initialize();
    const app = new LadderApp(db, new TestClock(db.platform), source);
    await app.clock.set(app.clock.now());
    await app.boot();
    return app;
  }

  get http() {
    return this.app;
  }
  api() {
    return request(this.app.getHttpServer());
  }

  twilio(path: string, form: Record<string, string>): request.Test {
    const params: Record<string, string> = { AccountSid: TWILIO_ACCOUNT, ...form };
    const signed = Object.keys(params)
      .sort()
      .reduce((text, key) => text + key + params[key], `${PUBLIC_URL}/api/twilio/${path}`);
    const signature = createHmac('sha1', TWILIO_TOKEN).update(signed).digest('base64');
    return this.api().post(`/api/twilio/${path}`).type('form').set('X-Twilio-Signature', signature).send(params);
  }

  async settle(): Promise<void> {
    for (let pass = 0; pass < 50 && (await this.sweeper.sweep()) > 0; pass++);
  }

  async pass(seconds: number, step = 5): Promise<void> {
    for (let left = seconds; left > 0; left -= step) {
      await this.clock.advance(Math.min(step, left));
      await this.settle();
    }
  }

  /** This worker dies without a word; what it held is free at once. */
  async takeOver(): Promise<void> {
    await this.db.platform.query(`update routing.alarms set claimed_by = null, claimed_until = null`);
  }

  async close(): Promise<void> {
    await this.sweeper.onApplicationShutdown();
    await this.app.close();
    if (this.source.isInitialized) await this.source.destroy();
    await this.db.drop();
  }

  private async boot(): Promise<void> {
    const { telephony, agent, clock, source } = this;
    @Global()
    @Module({
      providers: [
        { provide: DataSource, useValue: source },
        { provide: Clock, useValue: clock },
        { provide: Telephony, useValue: telephony },
        { provide: VoiceAgent, useValue: agent },
        { provide: FrontDeskService, useValue: { voicemail: () => ({ kind: 'hang-up' }) } },
      ],
      exports: [FrontDeskService, DataSource, Clock, Telephony, VoiceAgent],
    })
    class Ports {}
    const module = await Test.createTestingModule({
      imports: [Ports, PlatformModule, EscalationModule],
      controllers: [TwilioLegsController, TwilioMessagesController],
    })
      .overrideProvider(Env)
      .useValue(
        readEnv({
          PUBLIC_URL,
          DATABASE_URL: this.db.url,
          JWT_SECRET: 'j'.repeat(40),
          ENCRYPTION_KEY: 'a'.repeat(64),
          LOG_LEVEL: 'silent',
          TWILIO_ACCOUNT_SID: TWILIO_ACCOUNT,
          TWILIO_AUTH_TOKEN: TWILIO_TOKEN,
          VAPI_API_KEY: 'vapi-key-of-tests',
          VAPI_WEBHOOK_SECRET: 'vapi-webhook-secret-of-tests',
        }),
      )
      .compile();
    this.app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), {
      rawBody: true,
      logger: ['error'],
    });
    await configureHttp(this.app);
    await this.app.init();
    await this.app.getHttpAdapter().getInstance().ready();
    const ladder = this.app.get(LadderService, { strict: false });
    const handlers = new AlarmHandlers()
      .on('ladder', (accountId, id) => ladder.fireStep(accountId, id))
      .on('alert', (accountId, id) => ladder.dispatch(accountId, id))
      .on('watchdog', (accountId, id) => ladder.watchdog(accountId, id));
    this.sweeper = new AlarmSweeper({ DATABASE_URL: this.db.url } as Env, this.db.platform, handlers);
  }
}
