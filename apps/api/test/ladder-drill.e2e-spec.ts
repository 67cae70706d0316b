import { addMember } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import type { SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

interface Body {
  id: string;
  code: string;
  state: string;
  people: { name: string; how: string; secondsToAnswer: number | null; channels: { channel: string }[] }[];
  [field: string]: unknown;
}

describe('A drill: the whole ladder, rehearsed (issue 4, item 7)', () => {
  let app: TestApp;
  let account: SeededAccount;
  let night: LadderWorld;
  let olga: SignedIn;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clock.set('2026-02-13T20:00:00Z');
    account = await seedAccount(app.db, { area: AREAS.pop() ?? '312' });
    night = new LadderWorld(app, account);
    olga = await addMember(app, account, 'owner', 'Olga');
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
  });
  const AREAS = '303 404 206 512 602 615 704 813 916 214 317 402 503 614 713 804 207 208'.split(' ');

  const path = (rest: string) => `/api/v1/accounts/${account.accountId}/${rest}`;
  const get = (rest: string, token = olga.token) => app.api().get(path(rest)).auth(token, { type: 'bearer' });
  const post = (rest: string, token = olga.token) => app.api().post(path(rest)).auth(token, { type: 'bearer' });
  const start = async (): Promise<Body> => {
    const { body } = await post('drills').expect(201);
    await app.settle();
    return body as Body;
  };
  const drill = async (id: string): Promise<Body> => (await get(`drills/${id}`).expect(200)).body as Body;
  const hows = ({ people }: Body) => people.map(({ name, how, secondsToAnswer }) => [name, how, secondsToAnswer]);

  it('pages the next person as soon as one has answered, until everybody was rehearsed', async () => {
    const { id } = await start();
    await app.pass(20);
    await night.replies(account.mike, '1');
    await app.settle();
    expect(night.callsTo(account.dana)).toBe(1);
    await app.pass(40);
    await night.presses(account.dana, '2');
    await app.settle();
    expect(night.callsTo(account.dave)).toBe(1);
    await app.pass(10);
    await night.replies(account.dave, 'got it');
    const done = await drill(id);
    expect(done).toMatchObject({ state: 'finished', startedBy: 'Olga', tookSeconds: 70, nextStepAt: null });
    expect(hows(done)).toEqual([
      ['Mike T.', 'answered', 20],
      ['Dana', 'answered', 40],
      ['Dave', 'answered', 10],
    ]);
  });

  it('says in every text and every call that it is a drill, with the code still in front', async () => {
    const { code } = await start();
    const spoken = await night.presses(account.mike, '1');
    await app.pass(600, 30);
    await night.replies(account.dana, '2');
    await app.pass(900, 60);
    expect(app.telephony.texts.length).toBeGreaterThan(3);
    for (const { body } of app.telephony.texts)
      expect(body).toMatch(new RegExp(`^\\[${code}\\] DRILL, no real emergency\\.`));
    expect(spoken).toContain('This is a drill, not a real emergency. Thank you. Your answer was recorded.');
    const { answerUrl } = night.legTo(account.dana);
    const heard = await app
      .twilio(answerUrl.slice(answerUrl.indexOf('legs/')), {
        CallSid: night.legTo(account.dana).sid,
        CallStatus: 'in-progress',
      })
      .expect(200);
    expect(heard.text).toContain('This is a drill');
  });

  it('ends by itself when nobody answers, and tells who was not reached', async () => {
    const { id } = await start();
    await night.receipt(account.mike, 'undelivered', '30005');
    await night.legEnds(account.mike, 'no-answer');
    await app.pass(1500, 60);
    const done = await drill(id);
    expect(done.state).toBe('finished');
    expect(done.people.map(({ name, how }) => [name, how])).toEqual(
      expect.arrayContaining([
        ['Dana', 'no_answer'],
        ['Dave', 'no_answer'],
      ]),
    );
    expect(app.telephony.texts.filter(({ to }) => to === account.dave)).toHaveLength(1);
  });

  it('who passes brings the next one forward, as at night', async () => {
    const { id } = await start();
    await night.replies(account.mike, "can't");
    await app.settle();
    expect(night.callsTo(account.dana)).toBe(1);
    expect(hows(await drill(id))[0]).toEqual(['Mike T.', 'passed', null]);
  });

  it.each(['FALSE', 'ETA 25', 'HERE', 'DONE 900'])(
    '"%s" is an answer like any other: there is no job to be done with',
    async (words) => {
      const { id } = await start();
      await app.pass(10);
      await night.replies(account.mike, words);
      expect(await drill(id)).toMatchObject({ state: 'running' });
      expect(hows(await drill(id))[0]).toEqual(['Mike T.', 'answered', 10]);
    },
  );

  it('an answer given twice is timed once', async () => {
    const { id } = await start();
    await app.pass(10);
    await night.replies(account.mike, '1');
    await app.pass(10);
    await night.replies(account.mike, '1');
    expect(hows(await drill(id))[0]).toEqual(['Mike T.', 'answered', 10]);
    expect((await night.journal(id)).filter((event) => event === 'drill.answered')).toHaveLength(1);
  });

  it('is canceled by a dispatcher: phones stop ringing, those who were paged hear so', async () => {
    const { id } = await start();
    await post(`drills/${id}/cancel`).expect(200);
    await post(`drills/${id}/cancel`).expect(200);
    await app.pass(900, 60);
    expect((await drill(id)).state).toBe('canceled');
    expect(night.textsTo(account.dana)).toEqual([]);
    expect(night.textsTo(account.mike).at(-1)).toContain('The drill was stopped');
  });

  it('only one runs at a time, and none while a real emergency waits', async () => {
    const { id } = await start();
    expect(((await post('drills').expect(409)).body as Body).code).toBe('drill-running');
    await post(`drills/${id}/cancel`).expect(200);
    await night.emergency();
    expect(((await post('drills').expect(409)).body as Body).code).toBe('emergency-open');
  });

  it('stops when a real emergency comes in, which is paged at once', async () => {
    const { id } = await start();
    const { incidentId } = await night.emergency();
    await app.pass(120, 10);
    expect((await drill(id)).state).toBe('interrupted');
    expect(
      night.textsTo(account.mike).filter((text) => text.includes('EMERGENCY CALL') && !text.includes('DRILL')),
    ).toHaveLength(1);
    await night.replies(account.mike, '1');
    expect(await night.incident(incidentId)).toMatchObject({ state: 'accepted', accepted_name: 'Mike T.' });
  });

  it('counts nowhere: no call, no card, no emergency in the list, nobody woken', async () => {
    const { id } = await start();
    const live = (await get('incidents?state=open').expect(200)).body as { data: unknown[] };
    await night.replies(account.mike, '1');
    await app.pass(2000, 60);
    const closed = (await get('incidents?state=closed').expect(200)).body as { data: unknown[] };
    expect([live.data, closed.data, (await get('wake-statistics')).body]).toEqual([[], [], []]);
    const counts = await app.db.everything<{ count: string }>(
      `select count(*) from calls where account_id = $1 union all select count(*) from lead_cards where account_id = $1`,
      [account.accountId],
    );
    expect(counts.map(({ count }) => count)).toEqual(['0', '0']);
    expect((await get('drills').expect(200)).body).toMatchObject([{ id, state: 'finished' }]);
  });

  it('is shown with its ladder, but not handled like an emergency', async () => {
    const { id } = await start();
    expect((await get(`incidents/${id}`).expect(200)).body).toMatchObject({ isDrill: true, callId: null });
    for (const action of ['accept', 'resolve', 'false-alarm', 'page-next'])
      expect(((await post(`incidents/${id}/${action}`).expect(409)).body as Body).code).toBe('incident-is-drill');
  });

  it('is started by the desk alone, and does not exist for others', async () => {
    const csr = await addMember(app, account, 'csr', 'Cara');
    await post('drills', csr.token).expect(403);
    const { id } = await start();
    const stranger = await seedAccount(app.db, { area: '917' });
    const theirs = await addMember(app, stranger, 'owner', 'Otto');
    await app
      .api()
      .get(`/api/v1/accounts/${stranger.accountId}/drills/${id}`)
      .auth(theirs.token, { type: 'bearer' })
      .expect(404);
  });
});
