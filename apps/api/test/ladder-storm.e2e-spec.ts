import { jest } from '@jest/globals';
import type { OutgoingCall, OutgoingSms, SendOutcome } from '@domain/ports/telephony';
import { Logger } from '@nestjs/common';
import { AlarmHandlers } from '@platform/alarms/alarm-handlers';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';
import type { Env } from '@platform/env/env';
import { LadderService } from '../src/escalation/ladder.service.js';
import { seedAccount } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

jest.setTimeout(60_000);

const INCIDENTS = 8;

/** The same numbers in every run, so that a failure can be repeated. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

async function codesOf(app: TestApp, accountId: string): Promise<string[]> {
  const rows = await app.db.everything<{ code: string }>(`select code from incidents where account_id = $1`, [
    accountId,
  ]);
  return rows.map((row) => row.code);
}

/** Whether a text tells of an emergency; the example of how to answer does not count. */
const isIn = (text: string, code: string): boolean =>
  new RegExp(`\\b${code}\\b`).test(text.replace(/e\.g\. \w\w 1/, ''));

describe('The ladder in a storm: three workers, crashes around every fourth send, a provider that loses answers', () => {
  let app: TestApp;
  let workers: AlarmSweeper[];

  beforeAll(async () => {
    app = await TestApp.start();
    // Each crash of the storm is a log line.
    Logger.overrideLogger(false);
    const ladder = app.http.get(LadderService, { strict: false });
    workers = [1, 2, 3].map(() => {
      const handlers = new AlarmHandlers()
        .on('ladder', (accountId, id, run) => ladder.fireStep(accountId, id, run))
        .on('alert', (accountId, id) => ladder.dispatch(accountId, id))
        .on('watchdog', (accountId, id) => ladder.watchdog(accountId, id));
      return new AlarmSweeper({ DATABASE_URL: app.db.url } as Env, app.db.platform, handlers);
    });
  });
  afterAll(async () => {
    for (const worker of workers) await worker.onApplicationShutdown();
    await app.close();
  });

  const sweepAll = async () => {
    for (let pass = 0; pass < 30; pass += 1) {
      const handled = await Promise.all(workers.map((worker) => worker.sweep()));
      if (handled.every((count) => count === 0)) return;
    }
  };

  it.each([1, 2])('night %i: every person is paged for every incident, and no text goes out twice', async (seed) => {
    const account = await seedAccount(app.db, { area: `31${seed + 1}` });
    const night = new LadderWorld(app, account);
    const { telephony } = app;
    await app.clock.set('2026-02-13T03:22:00Z');
    telephony.texts.length = 0;
    const roll = dice(seed);
    const [sendSms, placeCall] = [telephony.sendSms.bind(telephony), telephony.placeCall.bind(telephony)];
    const troubled =
      <Order>(send: (order: Order) => Promise<SendOutcome>) =>
      async (order: Order): Promise<SendOutcome> => {
        const luck = roll();
        if (luck < 0.1) throw new Error('killed before the send');
        if (luck < 0.15) return { kind: 'refused', code: '20429', permanent: false };
        const outcome = await send(order);
        if (luck < 0.25) throw new Error('killed after the send');
        return luck < 0.35 ? { kind: 'unknown', reason: 'reset', isOver: false } : outcome;
      };
    telephony.sendSms = troubled<OutgoingSms>(sendSms);
    telephony.placeCall = troubled<OutgoingCall>(placeCall);

    for (let n = 0; n < INCIDENTS; n += 1) {
      await night.emergency({
        callerPhone: `+1312555${1000 + n}`,
        callerName: `Caller ${n}`,
        issueSummary: `Leak number ${n}`,
      });
    }
    for (let minute = 0; minute < 30; minute += 0.5) {
      await sweepAll();
      await night.workerDies();
      await app.clock.advance(30);
    }
    telephony.sendSms = sendSms;
    telephony.placeCall = placeCall;
    await night.workerDies();
    await sweepAll();

    const codes = await codesOf(app, account.accountId);
    expect(codes).toHaveLength(INCIDENTS);
    const told = (phone: string) => night.textsTo(phone).flatMap((text) => codes.filter((code) => isIn(text, code)));
    for (const phone of [account.mike, account.dana]) expect(told(phone).toSorted()).toEqual(codes.toSorted());
    // The owner is paged again when nobody answers.
    expect([...new Set(told(account.dave))].toSorted()).toEqual(codes.toSorted());
  });
});
