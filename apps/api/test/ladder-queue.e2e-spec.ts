import { claimDue } from '@platform/alarms/alarm.queries';
import { newId } from '@platform/tenancy/new-id';
import { seedAccount } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

/** A storm's steps fall due at a contractor each, so that no share of one account decides. */
const AREAS = ['312', '630', '773', '847'];

describe('The queue of emergencies, while more falls due than can be sent (issue 4 item 9)', () => {
  let app: TestApp;
  const worker = newId();

  beforeAll(async () => {
    app = await TestApp.start();
    await app.clock.set('2026-02-13T03:22:00Z');
  });
  afterAll(() => app.close());

  const night = async (area: string) => new LadderWorld(app, await seedAccount(app.db, { area }));
  /** By a worker that has only just come: a sweep in between would have taken it for dead. */
  const claimed = async (limit: number) => {
    await app.db.platform.query(
      `insert into routing.workers (id, lock_key, engine_version) select $1, 4713, version from platform.engine on conflict do nothing`,
      [worker],
    );
    const kinds = ['ladder', 'alert'];
    const of = await claimDue(app.db.platform, { workerId: worker, kinds, limit, perAccount: limit, crowded: [] });
    return of.map(({ kind }) => kind);
  };
  const dueAlarms = () =>
    app.db.everything<{ kind: string; priority: number }>(
      `select kind, priority from routing.alarms where due_at <= (select app_now()) and kind in ('ladder', 'alert') order by priority, due_at`,
    );

  it('a text the carrier refused for now goes before every step that fell due after its turn came', async () => {
    const late = await night('708');
    app.telephony.onSms = () => ({ kind: 'refused', code: '20429', permanent: false });
    await late.emergency();
    await app.settle();
    app.telephony.onSms = () => undefined;
    await app.clock.set('2026-02-13T03:22:30Z');
    for (const area of AREAS) await (await night(area)).emergency();

    expect((await dueAlarms())[0]).toEqual({ kind: 'alert', priority: 1 });
    expect(await claimed(1)).toEqual(['alert']);
    expect(new Set(await claimed(AREAS.length))).toEqual(new Set(['ladder']));
  });

  it('news to a technician waits until no emergency of anybody is due', async () => {
    const taken = await night('815');
    const { incidentId } = await taken.emergency();
    await app.settle();
    await taken.replies(taken.account.mike, '1');
    await app.clock.set('2026-02-13T03:24:00Z');
    await app.db.everything(
      `update alerts set next_attempt_at = '2026-02-13T03:23:00Z', state = 'pending' where incident_id = $1 and not stops_with_ladder`,
      [incidentId],
    );
    await (await night('872')).emergency();
    expect((await dueAlarms()).at(-1)).toEqual({ kind: 'alert', priority: 2 });
  });

  it('a page leaves with the knowledge of whose number it comes from: nothing is looked up once it may leave', async () => {
    const own = await night('331');
    await app.db.everything(`update lines set carrier_sid = 'AC1' where number = $1`, [own.account.line]);
    await own.emergency();
    await app.settle();
    const text = app.telephony.texts.find(({ from }) => from === own.account.line);
    expect(text?.holder).toBe('AC1');
  });
});
