import { AgentAssistants } from '@domain/ports/agent-assistants';
import { Calendar } from '@domain/ports/calendar';
import { CalendarConsent } from '@domain/ports/calendar-consent';
import { ChatChannel } from '@domain/ports/chat-channel';
import { Clock } from '@domain/ports/clock';
import { LineTypes } from '@domain/ports/line-types';
import { AgentNumbers, LineProvider } from '@domain/ports/line-provider';
import { Mailer } from '@domain/ports/mailer';
import { Telephony } from '@domain/ports/telephony';
import { Transcriber } from '@domain/ports/transcriber';
import { VoiceSamples } from '@domain/ports/voice-samples';
import { VoiceAgent } from '@domain/ports/voice-agent';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';
import { Env, readEnv } from '@platform/env/env';
import { configureHttp, httpAdapter } from '@platform/http/configure-http';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { AppModule } from '../../src/app.module.js';
import { ClockWork } from '../../src/clock-work.js';
import { WorkerModule } from '../../src/worker.module.js';
import { FakeCalendar, FakeCalendarConsent } from './fake-calendar.js';
import { FakeAgentNumbers, FakeAssistants, FakeCarrier } from './fake-carrier.js';
import {
  FakeChatChannel,
  FakeLineTypes,
  FakeMailer,
  FakeTelephony,
  FakeTranscriber,
  FakeVoiceSamples,
  FakeVoiceAgent,
} from './fake-providers.js';
import { TestClock } from './test-clock.js';
import { TestDatabase } from './test-database.js';

const PUBLIC_URL = 'https://nightdesk.test';
const TWILIO_TOKEN = 'twilio-auth-token-of-tests';
const VAPI_SECRET = 'vapi-webhook-secret-of-tests';
export const TWILIO_ACCOUNT = `AC${'a'.repeat(32)}`;

const environment = (databaseUrl: string): NodeJS.ProcessEnv => ({
  PUBLIC_URL,
  DATABASE_URL: databaseUrl,
  JWT_SECRET: 'j'.repeat(40),
  ENCRYPTION_KEY: 'e'.repeat(64).replaceAll('e', 'a'),
  LOG_LEVEL: 'silent',
  TWILIO_ACCOUNT_SID: TWILIO_ACCOUNT,
  TWILIO_AUTH_TOKEN: TWILIO_TOKEN,
  VAPI_API_KEY: 'vapi-key-of-tests',
  VAPI_WEBHOOK_SECRET: VAPI_SECRET,
});

type Settings = (db: TestDatabase) => NodeJS.ProcessEnv;

/** The whole program with faked ports and a clock that tests move; the database and everything between is real. */
export class TestApp {
  readonly telephony = new FakeTelephony();
  readonly agent = new FakeVoiceAgent();
  readonly chat = new FakeChatChannel();
  readonly mailer = new FakeMailer();
  readonly lineTypes = new FakeLineTypes();
  readonly transcriber = new FakeTranscriber();
  readonly voiceSamples = new FakeVoiceSamples();
  readonly carrier = new FakeCarrier();
  readonly agentNumbers = new FakeAgentNumbers(this.carrier);
  readonly assistants = new FakeAssistants();
  readonly calendar = new FakeCalendar();
  readonly calendarConsent = new FakeCalendarConsent();
  private app!: NestFastifyApplication;
  private work!: ClockWork;
  private sweeper!: AlarmSweeper;
  private closeWorker!: () => Promise<void>;

  private constructor(
    readonly db: TestDatabase,
    readonly clock: TestClock,
    private readonly settings: Settings,
  ) {}

  /** `settings`: what differs from the tests' environment, e.g. the database role. */
  static async start(settings: Settings = () => ({})): Promise<TestApp> {
    const db = await TestDatabase.create();
    const app = new TestApp(db, new TestClock(db.platform), settings);
    await app.clock.set(app.clock.now());
    await app.boot();
    return app;
  }

  get http(): NestFastifyApplication {
    return this.app;
  }

  api(): ReturnType<typeof request> {
    return request(this.app.getHttpServer());
  }

  /** A webhook as Twilio signs it: base64 HMAC-SHA1 over the public URL and the sorted parameters. */
  twilio(path: string, form: Record<string, string>): request.Test {
    const params = { AccountSid: TWILIO_ACCOUNT, ...form };
    const signed = Object.keys(params)
      .sort()
      .reduce((text, key) => text + key + params[key as keyof typeof params], `${PUBLIC_URL}/api/twilio/${path}`);
    const signature = createHmac('sha1', TWILIO_TOKEN).update(signed).digest('base64');
    return this.api().post(`/api/twilio/${path}`).type('form').set('X-Twilio-Signature', signature).send(params);
  }

  /** A server message as Vapi signs it with an HMAC credential. */
  vapi(message: Record<string, unknown>, at = Date.now()): request.Test {
    const body = JSON.stringify({ message });
    const timestamp = String(Math.floor(at / 1000));
    const signature = createHmac('sha256', VAPI_SECRET).update(`${timestamp}.${body}`).digest('hex');
    return this.api()
      .post('/api/vapi/webhook')
      .type('json')
      .set('x-timestamp', timestamp)
      .set('x-signature', signature)
      .send(body);
  }

  /** Does everything that is due at the clock's instant, until nothing is. */
  async settle(): Promise<void> {
    for (let pass = 0; pass < 50 && (await this.sweeper.sweep()) > 0; pass++);
  }

  /** Moves the clock in steps of at most `step` seconds, doing what becomes due on the way. */
  async pass(seconds: number, step = 5): Promise<void> {
    for (let left = seconds; left > 0; left -= step) {
      await this.clock.advance(Math.min(step, left));
      await this.settle();
    }
  }

  /** Runs a job's handler the way the runner would. */
  job(name: Parameters<ClockWork['runJob']>[0], accountId: string, id: string): Promise<void> {
    return this.work.runJob(name, accountId, id);
  }

  /** The program ends and starts again: what is not in the database is gone. */
  async restarts(): Promise<void> {
    await this.app.close();
    await this.closeWorker();
    await this.boot();
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.closeWorker();
    await this.db.drop();
  }

  private async boot(): Promise<void> {
    const api = await this.override(Test.createTestingModule({ imports: [AppModule] })).compile();
    this.app = api.createNestApplication<NestFastifyApplication>(httpAdapter(), { rawBody: true, logger: false });
    await configureHttp(this.app);
    await this.app.init();
    await this.app.getHttpAdapter().getInstance().ready();
    const worker = await this.override(Test.createTestingModule({ imports: [WorkerModule] }))
      .setLogger(false as never)
      .compile();
    await worker.init();
    this.work = worker.get(ClockWork);
    this.sweeper = worker.get(AlarmSweeper);
    this.closeWorker = () => worker.close();
  }

  private override(builder: ReturnType<typeof Test.createTestingModule>): ReturnType<typeof Test.createTestingModule> {
    return builder
      .overrideProvider(Env)
      .useValue(readEnv({ ...environment(this.db.url), ...this.settings(this.db) }))
      .overrideProvider(Clock)
      .useValue(this.clock)
      .overrideProvider(Telephony)
      .useValue(this.telephony)
      .overrideProvider(VoiceAgent)
      .useValue(this.agent)
      .overrideProvider(ChatChannel)
      .useValue(this.chat)
      .overrideProvider(Mailer)
      .useValue(this.mailer)
      .overrideProvider(VoiceSamples)
      .useValue(this.voiceSamples)
      .overrideProvider(Transcriber)
      .useValue(this.transcriber)
      .overrideProvider(LineTypes)
      .useValue(this.lineTypes)
      .overrideProvider(LineProvider)
      .useValue(this.carrier)
      .overrideProvider(AgentNumbers)
      .useValue(this.agentNumbers)
      .overrideProvider(AgentAssistants)
      .useValue(this.assistants)
      .overrideProvider(Calendar)
      .useValue(this.calendar)
      .overrideProvider(CalendarConsent)
      .useValue(this.calendarConsent);
  }
}
