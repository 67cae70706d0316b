import { jest } from '@jest/globals';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

jest.setTimeout(60_000);

describe('Who is on call is asked again at each step (issue 4.3)', () => {
  let app: TestApp;
  let area = 420;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  const world = async (): Promise<[LadderWorld, SeededAccount]> => {
    await app.db.everything(`delete from routing.alarms`);
    await app.clock.set('2026-02-13T03:22:00Z');
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
    area += 1;
    const account = await seedAccount(app.db, { area: String(area) });
    return [new LadderWorld(app, account), account];
  };
  const swap = ({ accountId }: SeededAccount) =>
    app.db.everything(
      `update on_call_rosters set primary_contact_id = backup_contact_id, backup_contact_id = primary_contact_id where account_id = $1`,
      [accountId],
    );
  const pagesTo = (night: LadderWorld, phone: string) =>
    night.textsTo(phone).filter((text) => text.includes('EMERGENCY')).length;

  it('after a silent acceptance the ladder starts with whoever is on call now, not with who was when it opened', async () => {
    const [night, account] = await world();
    const { mike, dana } = account;
    await night.emergency();
    await app.settle();
    await night.replies(mike, 'ok');
    await swap(account);
    await app.pass(1200, 100);
    expect([pagesTo(night, mike), pagesTo(night, dana)]).toEqual([1, 1]);
    // The first step, not the backup's: it rings the new person beside the caller at once.
    expect(app.telephony.calls.filter(({ to }) => to === dana)).toHaveLength(1);
    await app.pass(600, 60);
    expect(pagesTo(night, mike)).toBe(2);
  });

  it('the silent one, on call after all, is passed over even when they were the backup at the opening', async () => {
    const [night, account] = await world();
    const { mike, dana, dave } = account;
    const { code } = await night.emergency();
    await app.settle();
    await app.pass(600, 60);
    await night.replies(dana, `${code} 1`);
    await swap(account);
    await app.pass(1200, 100);
    expect([pagesTo(night, dana), pagesTo(night, dave)]).toEqual([1, 0]);
    expect(pagesTo(night, mike)).toBe(2);
  });

  it('primary and backup swap during a ladder: whoever is on call now is paged with the next step', async () => {
    const [night, account] = await world();
    const { mike, dana, dave } = account;
    await night.emergency();
    await app.settle();
    await app.pass(300, 60);
    await swap(account);
    await app.pass(290, 60);
    expect(night.textsTo(dana)).toEqual([]);
    await app.pass(10, 10);
    expect([pagesTo(night, mike), pagesTo(night, dana), night.callsTo(dana)]).toEqual([2, 1, 1]);
    await app.pass(600, 60);
    expect([pagesTo(night, dana), pagesTo(night, dave)]).toEqual([1, 1]);
  });

  it('a person who comes on call in the last minutes of a ladder is asked before it is given up', async () => {
    const [night, { accountId, line }] = await world();
    const opened = await night.emergency();
    await app.settle();
    await app.pass(3500, 300);
    const sal = line.replace(/0100$/, '0190');
    const salId = '01890000-0000-7000-8000-00000000aaaa';
    await app.db.everything(
      `insert into contacts (account_id, id, name, phone, consent_at, verified_at) values ($1, $2, 'Sal', $3, app_now(), app_now())`,
      [accountId, salId, sal],
    );
    await app.db.everything(`update on_call_rosters set primary_contact_id = $2 where account_id = $1`, [
      accountId,
      salId,
    ]);
    await app.pass(200, 50);
    expect([pagesTo(night, sal), (await night.incident(opened.incidentId)).state]).toEqual([1, 'alerting']);
    await night.replies(sal, '1');
    expect(await night.incident(opened.incidentId)).toMatchObject({ state: 'accepted', accepted_name: 'Sal' });
  });
});
