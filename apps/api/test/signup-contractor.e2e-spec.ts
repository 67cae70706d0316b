import type { AccountId } from '@domain/ids';
import { newId } from '@platform/tenancy/new-id';
import { SignupService } from '../src/accounts/signup.service.js';
import { TestApp } from './harness/test-app.js';

describe('A contractor made by somebody else than its owner', () => {
  let app: TestApp;
  let signup: SignupService;
  const agencyId = newId();
  const other = newId();

  beforeAll(async () => {
    app = await TestApp.start();
    signup = app.http.get(SignupService, { strict: false });
    await app.db.platform.query(`insert into identity.agencies (id, name) values ($1, 'Lakeside'), ($2, 'Other')`, [
      agencyId,
      other,
    ]);
  });
  afterAll(() => app.close());

  const metro = (accountId: AccountId, fields: object = {}) => ({
    accountId,
    agencyId,
    name: 'Metro Plumbing',
    ownerName: 'Dave',
    timeZone: 'America/Chicago',
    state: 'IL',
    trades: ['plumbing'],
    ...fields,
  });
  const create = (contractor: ReturnType<typeof metro>) => signup.createContractor(contractor, { type: 'system' });
  const rowsOf = (accountId: AccountId) =>
    app.db.accounts.within(accountId, async (tx) => ({
      accounts: await tx.query(`select name, time_zone, state, agency_id from accounts`),
      configs: await tx.query(`select is_active, trades, owner_name from after_hours_configs`),
      journal: await tx.query(`select event, actor from journal`),
    }));

  it('has its row, draft settings with the agent off, and an entry in its journal', async () => {
    const accountId = newId() as AccountId;
    expect(await create(metro(accountId))).toBe(true);
    expect(await rowsOf(accountId)).toEqual({
      accounts: [{ name: 'Metro Plumbing', time_zone: 'America/Chicago', state: 'IL', agency_id: agencyId }],
      configs: [{ is_active: false, trades: ['plumbing'], owner_name: 'Dave' }],
      journal: [{ event: 'account.created', actor: { type: 'system' } }],
    });
  });

  it('is made once, however often it is asked for, also at the same moment; what was set since stays', async () => {
    const accountId = newId() as AccountId;
    await Promise.all(Array.from({ length: 10 }, () => create(metro(accountId))));
    await create(metro(accountId, { name: 'Another name' }));
    const rows = await rowsOf(accountId);
    expect(rows.accounts).toMatchObject([{ name: 'Metro Plumbing' }]);
    expect([rows.configs.length, rows.journal.length]).toEqual([1, 1]);
  });

  it('is never taken over by another agency that guesses its id', async () => {
    const accountId = newId() as AccountId;
    await create(metro(accountId));
    await expect(create(metro(accountId, { agencyId: other }))).rejects.toMatchObject({ code: 'account-id-taken' });
    expect((await rowsOf(accountId)).accounts).toMatchObject([{ agency_id: agencyId }]);
  });

  it('is made whole or not at all', async () => {
    const accountId = newId() as AccountId;
    await expect(create(metro(accountId, { state: 'Illinois' }))).rejects.toThrow();
    expect(await app.db.platform.query(`select 1 from routing.accounts where account_id = $1`, [accountId])).toEqual(
      [],
    );
  });
});
