import { Clock } from '@domain/ports/clock';
import type { LoggerService } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test, type TestingModule } from '@nestjs/testing';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';
import { Env, readEnv } from '@platform/env/env';
import { configureHttp, httpAdapter } from '@platform/http/configure-http';
import { JobRunner } from '@platform/jobs/job-runner';
import { freePort } from '@platform/local/free-port';
import {
  DEV_ACCOUNT_SID,
  DEV_AUTH_TOKEN,
  DEV_GOOGLE_CLIENT_ID,
  DEV_GOOGLE_CLIENT_SECRET,
  DEV_VAPI_KEY,
  DEV_VAPI_WEBHOOK_SECRET,
} from '../../../simulator/src/server-settings.js';
import { AppModule } from '../../src/app.module.js';
import { MissedCallRounds } from '../../src/calls/missed-call-rounds.service.js';
import { JobHandlers } from '../../src/clock-work.js';
import { DemoModule } from '../../local/demo/demo.module.js';
import { SeedDemo } from '../../local/demo/seed-demo.service.js';
import { WorkerModule } from '../../src/worker.module.js';

interface Beside {
  databaseUrl: string;
  simulatorUrl: string;
  smtpUrl: string;
  clock: Clock;
}

const SILENT: LoggerService = { log: () => undefined, warn: () => undefined, error: () => undefined };

type Builder = ReturnType<typeof Test.createTestingModule>;

/** Nightdesk itself: the HTTP program on a real port and the worker, with the real adapters. Only the clock is another. */
export class Program {
  private constructor(
    readonly url: string,
    private readonly sweeper: AlarmSweeper,
    private readonly rounds: MissedCallRounds,
    private readonly parts: { close(): Promise<unknown> }[],
  ) {}

  static async start(beside: Beside): Promise<Program> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = readEnv(environment(url, beside));
    const bound = (builder: Builder) =>
      builder.overrideProvider(Env).useValue(env).overrideProvider(Clock).useValue(beside.clock).setLogger(SILENT);
    const api = await startApi(bound(Test.createTestingModule({ imports: [AppModule] })), port);
    const worker = await bound(Test.createTestingModule({ imports: [WorkerModule, DemoModule] })).compile();
    const program = new Program(url, worker.get(AlarmSweeper), worker.get(MissedCallRounds), [worker, api]);
    await startWorker(worker).catch(async (error: unknown) => {
      await program.stop();
      throw error;
    });
    return program;
  }

  /** One pass of the sweeper. The stories call it instead of its timer: what is due is done at its instant, not 200 ms later. */
  sweep(): Promise<number> {
    return this.sweeper.sweep();
  }

  /** What the API does when it starts. */
  asksWhatCameMeanwhile(): Promise<void> {
    return this.rounds.ask();
  }

  async stop(): Promise<void> {
    for (const part of this.parts) await part.close();
  }
}

async function startApi(builder: Builder, port: number): Promise<NestFastifyApplication> {
  const module = await builder.compile();
  const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(), { rawBody: true, logger: false });
  await configureHttp(app);
  await app.listen(port, '127.0.0.1');
  return app;
}

/** Without the sweeper's timer: the stories sweep. With the demo's two contractors, in service at the simulated providers. */
async function startWorker(worker: TestingModule): Promise<void> {
  await worker.init();
  worker.get(JobRunner).start(worker.get(JobHandlers).of);
  await worker.get(SeedDemo).lay();
}

const environment = (url: string, { databaseUrl, simulatorUrl, smtpUrl }: Beside): NodeJS.ProcessEnv => ({
  PUBLIC_URL: url,
  VOICE_FALLBACK_URL: `${simulatorUrl}/voice-fallback/voicemail.xml`,
  DATABASE_URL: databaseUrl,
  JWT_SECRET: 'j'.repeat(40),
  ENCRYPTION_KEY: 'a'.repeat(64),
  LOG_LEVEL: 'silent',
  TWILIO_ACCOUNT_SID: DEV_ACCOUNT_SID,
  TWILIO_AUTH_TOKEN: DEV_AUTH_TOKEN,
  TWILIO_API_URL: simulatorUrl,
  VAPI_API_KEY: DEV_VAPI_KEY,
  VAPI_API_URL: `${simulatorUrl}/vapi`,
  VAPI_WEBHOOK_SECRET: DEV_VAPI_WEBHOOK_SECRET,
  OPENAI_API_KEY: 'simulated-openai-key-of-stories',
  OPENAI_BASE_URL: `${simulatorUrl}/openai/v1`,
  GOOGLE_CLIENT_ID: DEV_GOOGLE_CLIENT_ID,
  GOOGLE_CLIENT_SECRET: DEV_GOOGLE_CLIENT_SECRET,
  GOOGLE_API_URL: `${simulatorUrl}/google`,
  SMTP_URL: smtpUrl,
  SLACK_API_URL: `${simulatorUrl}/slack`,
});
