import type { PersonaScript } from '@domain/persona/persona-script';
import type { E164 } from '@domain/phone/e164';
import { newId } from '@platform/tenancy/new-id';
import { setTimeout as pause } from 'node:timers/promises';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

interface Config {
  version: number;
  aiName: string;
  isActive: boolean;
}

describe('versions of the after-hours settings (VTCR 1.3)', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let dave: SignedIn;

  let apexes = 0;
  let realPublish: TestApp['agent']['publish'];
  let realOwned: TestApp['carrier']['owned'];

  beforeAll(async () => {
    app = await TestApp.start();
    realPublish = app.agent.publish.bind(app.agent);
    realOwned = app.carrier.owned.bind(app.carrier);
  });
  beforeEach(async () => {
    apexes += 1;
    app.agent.publish = realPublish;
    app.agent.published.splice(0);
    metro = await seedAccount(app.db, { area: String(312 + apexes) });
    dave = await signInAs(app, metro, 'owner');
  });
  afterAll(() => app.close());

  const path = (rest: string, account = metro) => `/api/v1/accounts/${account.accountId}/config${rest}`;
  const get = (rest: string, who = dave, account = metro) =>
    app.api().get(path(rest, account)).set('authorization', `Bearer ${who.token}`);
  const put = (body: object, version: number) =>
    app.api().put(path('')).set('authorization', `Bearer ${dave.token}`).set('if-match', `"${version}"`).send(body);
  const restore = (number: number, version: number, who = dave) =>
    app
      .api()
      .post(path(`/versions/${number}/restore`))
      .set('authorization', `Bearer ${who.token}`)
      .set('if-match', `"${version}"`);
  const journal = (event: string) =>
    app.db.everything<{ actor: object; data: Record<string, unknown> }>(
      'select actor, data from journal where event = $1 and account_id = $2 order by seq',
      [event, metro.accountId],
    );
  const publish = () => app.job('assistant.publish', metro.accountId, metro.accountId);

  it('shows the settings an account began with before anybody has saved', async () => {
    expect((await get('/versions').expect(200)).body).toMatchObject({
      data: [{ number: 1, changed: [], savedBy: null, restoredFrom: null }],
      nextBefore: null,
    });
    expect((await get('/versions/1').expect(200)).body).toMatchObject({ settings: { aiName: 'Alex' } });
  });

  it('every save is one: number, who, when, changed fields and note; without the Slack address', async () => {
    await put({ aiName: 'Sam', note: 'Dave likes Sam' }, 1).expect(200);
    await put({ digestSlackWebhook: 'https://hooks.slack.com/services/T1/B1/anothersecret' }, 2).expect(200);
    const { body } = await get('/versions').expect(200);
    expect(body).toMatchObject({
      data: [
        { number: 3, changed: ['digestSlackWebhook'], savedBy: 'owner' },
        { number: 2, changed: ['aiName'], savedBy: 'owner', note: 'Dave likes Sam' },
        { number: 1, changed: [] },
      ],
    });
    const rows = await app.db.everything<{ row: string }>(
      'select v::text as row from config_versions v where account_id = $1',
      [metro.accountId],
    );
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/hooks\.slack|secret/);
    expect((await get('/versions?limit=1').expect(200)).body).toMatchObject({ data: [{ number: 3 }], nextBefore: 3 });
    expect((await get('/versions?limit=1&before=3').expect(200)).body).toMatchObject({ data: [{ number: 2 }] });
  });

  it('shows what differs between any two', async () => {
    await put({ aiName: 'Sam' }, 1).expect(200);
    await put({ aiName: 'Max', services: ['Drains'] }, 2).expect(200);
    expect((await get('/versions/diff?from=1&to=3').expect(200)).body).toEqual({
      from: 1,
      to: 3,
      changes: [
        { field: 'aiName', from: 'Alex', to: 'Max' },
        { field: 'services', from: ['Drain cleaning', 'Water heaters'], to: ['Drains'] },
      ],
    });
    expect((await get('/versions/diff?from=2&to=2').expect(200)).body).toMatchObject({ changes: [] });
  });

  it('goes back to an older one as the newest; the switch stays where it is, the Slack address too', async () => {
    await put({ aiName: 'Sam', digestSlackWebhook: 'https://hooks.slack.com/services/T1/B1/kept' }, 1).expect(200);
    await put({ isActive: false, aiName: 'Max' }, 2).expect(200);
    const restored = (await restore(1, 3).expect(200)).body as Config;
    expect(restored).toMatchObject({ version: 4, aiName: 'Alex', isActive: false, digestSlackWebhookSet: true });
    expect((await get('/versions').expect(200)).body).toMatchObject({
      data: [{ number: 4, restoredFrom: 1, note: 'Restored version 1', changed: ['aiName'] }, {}, {}, {}],
    });
    await publish();
    expect(app.agent.published.at(-1)?.greeting).toContain('This is Alex');
  });

  it('refuses a restore over an older version, of a version that never was, or without the right', async () => {
    await put({ aiName: 'Sam' }, 1).expect(200);
    expect((await restore(1, 1).expect(412)).body).toMatchObject({ code: 'config-changed' });
    expect((await restore(77, 2).expect(404)).body).toMatchObject({ code: 'config-version-not-found' });
    await restore(0, 2).expect(404);
    await restore(1, 2, await signInAs(app, metro, 'csr')).expect(403);
  });

  it("another account's versions are not there", async () => {
    await put({ aiName: 'Sam' }, 1).expect(200);
    const apex = await seedAccount(app.db, { name: 'Apex', area: String(712 + apexes) });
    const rosa = await signInAs(app, apex, 'owner');
    expect((await get('/versions', rosa, apex).expect(200)).body).toMatchObject({ data: [{ number: 1 }] });
    await get('/versions/2', rosa, apex).expect(404);
    await get('/versions', rosa, metro).expect(404);
  });

  it('two people who save at once: one is told to look again', async () => {
    const answers = await Promise.all([put({ aiName: 'Sam' }, 1), put({ aiName: 'Max' }, 1)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
    const [row] = await app.db.everything<{ n: number }>(
      'select count(*)::int as n from config_versions where account_id = $1',
      [metro.accountId],
    );
    expect(row?.n).toBe(2);
  });

  it('saves of two accounts in the same moment are two jobs, not one', async () => {
    const apex = await seedAccount(app.db, { name: 'Apex', area: String(712 + apexes) });
    const rosa = await signInAs(app, apex, 'owner');
    await put({ aiName: 'Sam' }, 1).expect(200);
    const other = app.api().put(path('', apex)).set('authorization', `Bearer ${rosa.token}`).set('if-match', '"1"');
    await other.send({ aiName: 'Max' }).expect(200);
    const jobs = await app.db.everything<{ account: string }>(
      `select distinct data ->> 'accountId' as account from pgboss.job where name = 'assistant.publish' and state < 'completed' and data ->> 'accountId' = any($1)`,
      [[metro.accountId, apex.accountId]],
    );
    expect(jobs.map((job) => job.account).sort()).toEqual([metro.accountId, apex.accountId].sort());
  });

  it('vapi_config_updated tells the changed fields from old to new, but no name, number or secret', async () => {
    await put({ aiName: 'Sam', ownerName: 'David', businessNumber: '+13125550199' }, 1).expect(200);
    await publish();
    expect(await journal('vapi_config_updated')).toMatchObject([
      {
        actor: { type: 'system' },
        data: {
          version: 2,
          changed: [{ field: 'aiName', from: 'Alex', to: 'Sam' }, { field: 'businessNumber' }, { field: 'ownerName' }],
        },
      },
    ]);
    expect(JSON.stringify(await journal('vapi_config_updated'))).not.toMatch(/David|5550199|hooks/);
    expect(await journal('config.changed')).toMatchObject([{ actor: { type: 'user', id: dave.userId } }]);
  });

  describe('the push to the provider', () => {
    /** A provider whose requests arrive and answer when the test says so. */
    const slowProvider = () => {
      const kept: { script: PersonaScript | null } = { script: null };
      const asked: { lands: () => void; answers: () => void; fails: () => void }[] = [];
      app.agent.publish = (script) =>
        new Promise((answer, fail) =>
          asked.push({
            lands: () => void (kept.script = script),
            answers: () => answer('asst-1'),
            fails: () => fail(new Error('time-out')),
          }),
        );
      const request = async (index: number) => {
        for (let looked = 0; looked < 400; looked += 1) {
          const found = asked[index];
          if (found) return found;
          await pause(10);
        }
        throw new Error(`No request number ${index} was made`);
      };
      return { kept, asked, request };
    };
    const status = async () => (await get('/status').expect(200)).body as { assistant: object };

    it('a save during a push is pushed after it, by whoever holds the line', async () => {
      const provider = slowProvider();
      await put({ aiName: 'Sam' }, 1).expect(200);
      const first = publish();
      const sam = await provider.request(0);
      await put({ aiName: 'Max' }, 2).expect(200);
      await publish();
      expect(provider.asked).toHaveLength(1);
      sam.lands();
      sam.answers();
      const max = await provider.request(1);
      max.lands();
      max.answers();
      await first;
      expect(provider.kept.script?.greeting).toContain('This is Max');
      expect(await status()).toMatchObject({ assistant: { state: 'current', version: 3 } });
    });

    it('an older push that arrives late never stays', async () => {
      const provider = slowProvider();
      await put({ aiName: 'Sam' }, 1).expect(200);
      const first = publish();
      const sam = await provider.request(0);
      await app.clock.advance(31);
      await put({ aiName: 'Max' }, 2).expect(200);
      const second = publish();
      const max = await provider.request(1);
      max.lands();
      max.answers();
      await second;
      sam.lands();
      sam.answers();
      const again = await provider.request(2);
      again.lands();
      again.answers();
      await first;
      expect(provider.kept.script?.greeting).toContain('This is Max');
    });

    it('two pushes that crossed are both not believed: one more settles it', async () => {
      const provider = slowProvider();
      await put({ aiName: 'Sam' }, 1).expect(200);
      const first = publish();
      const sam = await provider.request(0);
      await app.clock.advance(31);
      await put({ aiName: 'Max' }, 2).expect(200);
      const second = publish();
      const max = await provider.request(1);
      max.lands();
      sam.lands();
      sam.answers();
      await first;
      max.answers();
      await second;
      expect(await status()).toMatchObject({ assistant: { state: 'publishing' } });
      await app.clock.advance(31);
      const third = publish();
      const settled = await provider.request(2);
      settled.lands();
      settled.answers();
      await third;
      expect(provider.kept.script?.greeting).toContain('This is Max');
      expect(await status()).toMatchObject({ assistant: { state: 'current', version: 3 } });
    });

    it('a provider that fails is asked again, and the page says so meanwhile', async () => {
      const provider = slowProvider();
      await put({ aiName: 'Sam' }, 1).expect(200);
      const failing = publish();
      (await provider.request(0)).fails();
      await expect(failing).rejects.toThrow('time-out');
      expect(await status()).toMatchObject({
        assistant: { state: 'failed', says: expect.stringMatching(/keep trying/) },
      });
      const retry = publish();
      const second = await provider.request(1);
      second.lands();
      second.answers();
      await retry;
      expect(await status()).toMatchObject({ assistant: { state: 'current', version: 2 } });
    });

    it('a worker that died in the middle holds nobody for longer than half a minute', async () => {
      await put({ aiName: 'Sam' }, 1).expect(200);
      await app.db.accounts.within(metro.accountId, (tx) =>
        tx.query(
          `update lines set push_held_by = $2, push_held_until = app_now() + interval '30 seconds', assistant_hash = null where account_id = $1`,
          [metro.accountId, newId()],
        ),
      );
      await publish();
      expect(app.agent.published).toHaveLength(0);
      await app.clock.advance(31);
      await publish();
      expect(app.agent.published).toHaveLength(1);
    });
  });

  describe('VTCR 1.1: switching on', () => {
    const switchedOff = async () => {
      await put({ isActive: false }, 1).expect(200);
      app.carrier.owns(metro.line as E164, {
        voice: 'https://nightdesk.test/api/twilio/incoming-call',
        voiceFallback: '',
        callStatus: '',
        sms: '',
      });
      app.carrier.owned = realOwned;
      app.assistants.kept.splice(0);
      app.assistants.kept.push({ id: 'asst-1', tag: 'seed', script: '{}' });
    };
    const codeOf = async (request: ReturnType<typeof put>) => {
      const { status, body } = await request;
      return [status, (body as { code?: string }).code];
    };

    it('verifies the webhook and the assistant, then is live', async () => {
      await switchedOff();
      expect((await get('/status').expect(200)).body).toMatchObject({
        isActive: false,
        badge: { text: 'Inactive', tone: 'gray' },
        canActivate: true,
        liveMessage: 'After-hours agent is live. Calls outside your business hours will be answered by AI.',
      });
      await put({ isActive: true }, 2).expect(200);
      expect((await get('/status').expect(200)).body).toMatchObject({
        badge: { text: expect.stringMatching(/^Active -- AI answers calls from 5:00 PM to 8:00 AM$/), tone: 'green' },
      });
    });

    it('refuses while the number rings somewhere else', async () => {
      await switchedOff();
      for (const held of app.carrier.numbers) held.urls = { ...held.urls, voice: 'https://demo.twilio.com/welcome' };
      expect(await codeOf(put({ isActive: true }, 2))).toEqual([409, 'line-not-connected']);
    });

    it('refuses while the assistant is gone', async () => {
      await switchedOff();
      app.assistants.kept.splice(0);
      expect(await codeOf(put({ isActive: true }, 2))).toEqual([409, 'assistant-missing']);
    });

    it('stays off with a sentence when the providers cannot be asked', async () => {
      await switchedOff();
      app.carrier.owned = () => Promise.reject(new Error('Twilio is down'));
      expect(await codeOf(put({ isActive: true }, 2))).toEqual([503, 'check-unavailable']);
      expect((await get('').expect(200)).body).toMatchObject({ isActive: false, version: 2 });
    });

    it('with nobody on call the switch is disabled with its message, and says why', async () => {
      await switchedOff();
      await app.db.accounts.within(metro.accountId, (tx) =>
        tx.query('delete from on_call_rosters where account_id = $1', [metro.accountId]),
      );
      expect((await get('/status').expect(200)).body).toMatchObject({
        canActivate: false,
        message: 'Complete setup to activate your after-hours agent.',
        missing: [{ what: 'on-call', blocks: true }],
      });
      const { body } = await put({ isActive: true }, 2).expect(409);
      expect((body as { detail: string }).detail).toMatch(/^Complete setup to activate.*Nobody is on call/);
    });
  });
});
