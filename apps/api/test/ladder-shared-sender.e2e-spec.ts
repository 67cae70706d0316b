import { mayDial, type E164 } from '@domain/phone/e164';
import { jest } from '@jest/globals';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

const SHARED = '+18885550177';
const AREAS = Array.from({ length: 800 }, (_, index) => String(200 + index)).filter(
  (area) => !/11$|^9|^976/.test(area) && mayDial(`+1${area}5550100` as E164),
);

jest.setTimeout(60_000);

describe('The sender of staff alerts that contractors share (ALERT_FROM_NUMBER, decision 16)', () => {
  let app: TestApp;
  let areas = 0;
  let sids = 0;

  beforeAll(async () => {
    app = await TestApp.start(() => ({ ALERT_FROM_NUMBER: SHARED }));
  });
  afterAll(() => app.close());
  afterEach(async () => {
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
    await app.db.everything(`delete from routing.alarms`);
  });

  const world = async (name: string): Promise<[LadderWorld, SeededAccount]> => {
    await app.clock.set('2026-02-13T03:22:00Z');
    const account = await seedAccount(app.db, { area: AREAS[areas++] ?? '312', name });
    return [new LadderWorld(app, account), account];
  };
  /** Mike works for both contractors, with the same phone. */
  const twoContractors = async () => {
    const [metro, one] = await world('Metro Plumbing');
    const [apex, two] = await world('Apex Air');
    const { mike } = one;
    await app.db.everything(`update contacts set phone = $1 where account_id = $2 and name = 'Mike T.'`, [
      mike,
      two.accountId,
    ]);
    return { metro, apex, mike };
  };
  const replies = async (from: string, words: string, sid?: string): Promise<string> => {
    sids += 1;
    const form = { MessageSid: sid ?? `SM${sids.toString(16).padStart(32, 'd')}`, From: from, To: SHARED, Body: words };
    const answer = await app.twilio('sms-incoming', { ...form, NumMedia: '0' }).expect(200);
    await app.settle();
    return answer.text;
  };
  const state = async (night: LadderWorld, incidentId: string) => (await night.incident(incidentId)).state;

  it("A28 carries every alert, whatever the state of the contractor's own line", async () => {
    const [night, { mike, accountId }] = await world('Metro Plumbing');
    await app.db.everything(`update lines set sms_capability = 'pending' where account_id = $1`, [accountId]);
    await night.emergency();
    await app.settle();
    expect(app.telephony.texts).toMatchObject([{ from: SHARED, to: mike }]);
    expect(app.telephony.calls[0]?.from).toBe(night.account.line);
  });

  it("A29 a reply finds its emergency although it did not go to the contractor's number", async () => {
    const [night, { mike }] = await world('Metro Plumbing');
    const opened = await night.emergency();
    await app.settle();
    await replies(mike, 'got it');
    expect(await state(night, opened.incidentId)).toBe('accepted');
    expect(app.telephony.texts.at(-1)).toMatchObject({ from: SHARED, to: mike });
    expect(app.telephony.texts.at(-1)?.body).toContain('Got it. Caller info: Jim Kowalski');
  });

  it('A29 a technician of two contractors: a bare "1" gets the list with the businesses, and no caller of either', async () => {
    const { metro, apex, mike } = await twoContractors();
    const first = await metro.emergency({ callerName: 'Jim Kowalski', callerPhone: '+13125550415' });
    const second = await apex.emergency({ callerName: 'Linda Morrison', callerPhone: '+13035550523' });
    await app.settle();
    const list = await replies(mike, '1');
    expect(list).toContain(`${first.code} 1 Metro Plumbing`);
    expect(list).toContain(`${second.code} 1 Apex Air`);
    expect(list).not.toMatch(/Jim|Linda|Oak Lane/);
    expect([await state(metro, first.incidentId), await state(apex, second.incidentId)]).toEqual([
      'alerting',
      'alerting',
    ]);
    await replies(mike, `Apex ${second.code} 1`);
    expect([await state(metro, first.incidentId), await state(apex, second.incidentId)]).toEqual([
      'alerting',
      'accepted',
    ]);
    const confirmation = app.telephony.texts.at(-1)?.body ?? '';
    expect(confirmation).toContain('Linda Morrison');
    expect(confirmation).not.toContain('Jim');
    await replies(mike, 'ok');
    expect(await state(metro, first.incidentId)).toBe('accepted');
  });

  it("A29 equal codes at two contractors are told apart by the business's name", async () => {
    const { metro, apex, mike } = await twoContractors();
    const first = await metro.emergency();
    const second = await apex.emergency({ callerPhone: '+13035550523' });
    await app.settle();
    await app.db.everything(`update incidents set code = '7K' where id = any($1)`, [
      [first.incidentId, second.incidentId],
    ]);
    expect(await replies(mike, '7K 1')).toContain('Apex Air');
    await replies(mike, '7K Metro 1');
    expect([await state(metro, first.incidentId), await state(apex, second.incidentId)]).toEqual([
      'accepted',
      'alerting',
    ]);
  });

  it('the same text delivered twice goes where it went first, although only the other contractor waits by then', async () => {
    const { metro, apex, mike } = await twoContractors();
    const first = await metro.emergency();
    await app.settle();
    const sid = `SM${'e'.repeat(32)}`;
    await replies(mike, '1', sid);
    expect(await state(metro, first.incidentId)).toBe('accepted');
    const second = await apex.emergency();
    await app.settle();
    await replies(mike, '1', sid);
    expect(await state(apex, second.incidentId)).toBe('alerting');
  });

  it('STOP silences the phone at every contractor, ALL takes what each of them has', async () => {
    const { metro, apex, mike } = await twoContractors();
    const first = await metro.emergency();
    const second = await apex.emergency();
    await app.settle();
    await replies(mike, 'ALL');
    expect([await state(metro, first.incidentId), await state(apex, second.incidentId)]).toEqual([
      'accepted',
      'accepted',
    ]);
    await replies(mike, 'STOP');
    const silenced = await app.db.everything(
      `select 1 from contacts where phone = $1 and sms_opted_out_at is not null`,
      [mike],
    );
    expect(silenced).toHaveLength(2);
  });

  it('test texts and codes come from it too, whatever the state of the line, and are answered there', async () => {
    const [, account] = await world('Metro Plumbing');
    await app.db.everything(`update lines set sms_capability = 'pending' where account_id = $1`, [account.accountId]);
    const [dana] = await app.db.everything<{ id: string }>(
      `update contacts set verified_at = null where account_id = $1 and name = 'Dana' returning id`,
      [account.accountId],
    );
    const owner = await signInAs(app, account, 'owner');
    const path = `/api/v1/accounts/${account.accountId}/contacts/${dana?.id}/verification`;
    await app.api().post(path).auth(owner.token, { type: 'bearer' }).send({ channel: 'sms' }).expect(202);
    expect(app.telephony.texts).toMatchObject([{ from: SHARED, to: account.dana }]);
    const code = /^\d{6}/.exec(app.telephony.texts[0]?.body ?? '')?.[0] ?? '';
    expect(await replies(account.dana, code)).toContain('this phone is confirmed');
  });

  it('A21 a stranger gets no answer, nor does a contact who was never texted from it', async () => {
    const [night, { dana }] = await world('Metro Plumbing');
    await night.emergency();
    await app.settle();
    expect(await replies('+12125550777', '1')).toContain('<Response/>');
    expect(await replies(dana, '1')).toContain('<Response/>');
  });

  it('law 2: the routing schema knows no phone number of a person', async () => {
    const [night, { mike }] = await world('Metro Plumbing');
    await night.emergency();
    await app.settle();
    const rows = await app.db.everything<{ row: string }>(`select t::text as row from routing.alert_threads t`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ row }) => row).join()).not.toContain(mike.slice(2));
  });
});
