import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { newId } from '@platform/tenancy/new-id';
import { ProvisioningService } from '../src/provisioning/provisioning.service.js';
import { ProvisioningViewService } from '../src/provisioning/provisioning-view.service.js';
import { SagaRun } from '../src/provisioning/saga-run.service.js';
import { BY_TEST, layAccount, ProvisioningWorld, type FaultKind } from './provisioning-world.js';

const ONE_OF_EACH = { subaccounts: 1, numbers: 1, bought: 1, credentials: 1, imports: 1, assistants: 1, routed: 1 };
const NOTHING = { subaccounts: 0, numbers: 0, credentials: 0, imports: 0, assistants: 0, routed: 0 };

/** Every call that leaves the house while a line is set up. */
const CALLS = [
  'carrier.accountsNamed',
  'carrier.openAccount',
  'carrier.tagged',
  'carrier.search',
  'carrier.buy',
  'agentNumbers.trust',
  'agentNumbers.adopt',
  'carrier.pointAt',
  'assistants.tagged',
  'assistants.create',
  'carrier.owned',
  'agentNumbers.numberOf',
  'assistants.compare',
] as const;
const KINDS: readonly FaultKind[] = [
  'fails before it is done',
  'is done and times out',
  'is done and the process is killed',
];
const TABLE = CALLS.flatMap((call) => KINDS.map((kind) => [call, kind] as const));

/** And while it is taken back. */
const UNDO_CALLS = [
  'assistants.remove',
  'agentNumbers.forget',
  'agentNumbers.distrust',
  'carrier.release',
  'carrier.closeAccount',
] as const;
const UNDO_TABLE = UNDO_CALLS.flatMap((call) => KINDS.map((kind) => [call, kind] as const));

describe('Provisioning (issue 5, item 3)', () => {
  let world: ProvisioningWorld;
  let account: AccountId;

  beforeAll(async () => {
    world = await ProvisioningWorld.open();
  });
  beforeEach(async () => {
    world.renew();
    await world.db.everything(`delete from routing.lines where number like '+1773%'`);
    account = await layAccount(world.db);
  });
  afterAll(() => world.close());

  const buy = () => world.start(account, { kind: 'buy', areaCode: '773' });
  const journal = () =>
    world.db.everything<{ event: string; data: Record<string, unknown> }>(
      `select event, data from journal where account_id = $1 order by seq`,
      [account],
    );

  it('gives an account its subaccount, number, credential, import, assistant and route, one of each, and tells of every step', async () => {
    const id = await buy();
    await world.get(SagaRun).run(account, id);
    expect(await world.stateOf(id)).toBe('finished');
    expect(await world.standing()).toEqual(ONE_OF_EACH);
    const [number] = world.carrier.numbers;
    expect(number?.urls).toEqual({
      voice: 'https://nightdesk.test/api/twilio/incoming-call',
      voiceFallback: 'https://nightdesk.test/api/twilio/voice/fallback',
      callStatus: 'https://nightdesk.test/api/twilio/call-status',
      sms: 'https://nightdesk.test/api/twilio/sms-incoming',
    });
    const [line] = await world.db.everything<Record<string, unknown>>(`select * from lines where account_id = $1`, [
      account,
    ]);
    expect(line).toMatchObject({ number: '+17735561000', is_bought: true, assistant_version: 1, state: 'live' });
    expect(line?.assistant_hash).toMatch(/^[0-9a-f]{64}$/);
    const steps = (await journal())
      .filter(({ event }) => event === 'provisioning.step_done')
      .map(({ data }) => data.step);
    expect(steps).toEqual(['subaccount', 'number', 'credential', 'import', 'urls', 'assistant', 'health', 'routing']);
    expect((await journal()).at(-1)?.event).toBe('provisioning.finished');
  });

  it("keeps the subaccount's token sealed, and no row or journal entry carries it in the open", async () => {
    await world.get(SagaRun).run(account, await buy());
    const token = world.carrier.accounts[0]?.authToken ?? '';
    const [row] = await world.db.everything<{ sealed_token: string }>(
      `select sealed_token from carrier_accounts where account_id = $1`,
      [account],
    );
    expect(row?.sealed_token).toMatch(/^v1\./);
    const everything = JSON.stringify([row, await journal(), await world.db.everything(`select * from provisionings`)]);
    expect(everything).not.toContain(token);
  });

  it.each(TABLE)(
    '%s %s once: one number, one subaccount, one assistant, no orphan, no double purchase',
    async (call, kind) => {
      world.breaks(call, kind);
      const id = await buy();
      await world.runToTheEnd(account, id);
      expect(world.struck).toEqual([call]);
      expect(await world.stateOf(id)).toBe('finished');
      expect(await world.standing()).toEqual(ONE_OF_EACH);
    },
  );

  it.each(CALLS)(
    '%s never answers: it stops after six tries, waits for a person, and abandonment leaves nothing',
    async (call) => {
      world.breaks(call, 'fails before it is done', 6);
      const id = await buy();
      await world.runToTheEnd(account, id);
      const state = await world.stateOf(id);
      expect(state).toBe('failed');
      await world.get(ProvisioningService).abandon(account, BY_TEST);
      await world.runToTheEnd(account, id);
      expect(await world.stateOf(id)).toBe('abandoned');
      expect(await world.standing()).toMatchObject(NOTHING);
    },
  );

  it.each(['carrier.openAccount', 'carrier.buy', 'agentNumbers.trust', 'agentNumbers.adopt', 'assistants.create'])(
    '%s is done, its answer is lost, and the set-up is abandoned before anybody looks: nothing is left',
    async (call) => {
      world.breaks(call, 'is done and times out');
      const id = await buy();
      await world.get(SagaRun).run(account, id);
      await world.get(ProvisioningService).abandon(account, BY_TEST);
      await world.runToTheEnd(account, id);
      expect(world.struck).toEqual([call]);
      expect(await world.standing()).toMatchObject(NOTHING);
    },
  );

  it('closes the late child of a request that timed out', async () => {
    await world.carrier.openAccount(account);
    await world.carrier.openAccount(account);
    await world.get(SagaRun).run(account, await buy());
    expect(await world.standing()).toEqual(ONE_OF_EACH);
  });

  it.each(UNDO_TABLE)('abandoned while %s %s once: nothing is left', async (call, kind) => {
    world.breaks('assistants.compare', 'fails before it is done', 6);
    const id = await buy();
    await world.runToTheEnd(account, id);
    world.breaks(call, kind);
    await world.get(ProvisioningService).abandon(account, BY_TEST);
    await world.runToTheEnd(account, id);
    expect(world.struck).toContain(call);
    expect(await world.stateOf(id)).toBe('abandoned');
    expect(await world.standing()).toMatchObject(NOTHING);
  });

  it('goes on after a failure that a person looked at, from where it stopped', async () => {
    world.breaks('agentNumbers.adopt', 'fails before it is done', 6);
    const id = await buy();
    await world.runToTheEnd(account, id);
    expect(await world.stateOf(id)).toBe('failed');
    await world.get(ProvisioningService).retry(account, BY_TEST);
    await world.runToTheEnd(account, id);
    expect(await world.stateOf(id)).toBe('finished');
    expect(await world.standing()).toEqual(ONE_OF_EACH);
  });

  it('takes the next candidate when somebody else was faster, twice', async () => {
    world.carrier.snatched.add('+17735561000' as E164).add('+17735561001' as E164);
    await world.get(SagaRun).run(account, await buy());
    expect(world.carrier.numbers.map(({ number }) => number)).toEqual(['+17735561002']);
  });

  it('says that an area has no numbers, and gives the empty subaccount back', async () => {
    world.carrier.search = () => Promise.resolve([]);
    const id = await buy();
    await world.get(SagaRun).run(account, id);
    const { saga } = await world.get(ProvisioningViewService).show(account);
    expect(saga).toMatchObject({ state: 'failed', errorCode: 'no-numbers' });
    Reflect.deleteProperty(world.carrier, 'search');
    await world.get(ProvisioningService).abandon(account, BY_TEST);
    await world.runToTheEnd(account, id);
    expect(await world.standing()).toMatchObject(NOTHING);
  });

  it('two workers with the same job buy once', async () => {
    const id = await buy();
    const run = world.get(SagaRun);
    await Promise.all([run.run(account, id), run.run(account, id), run.run(account, id)]);
    await world.runToTheEnd(account, id);
    expect(await world.standing()).toEqual(ONE_OF_EACH);
  });

  it('brings a number of the platform into service where it is, and gives it back as it was', async () => {
    const elsewhere = { voice: 'https://old.example/voice', voiceFallback: '', callStatus: '', sms: '' };
    world.carrier.owns('+17735550199' as E164, elsewhere);
    world.breaks('assistants.compare', 'fails before it is done', 6);
    const id = await world.start(account, { kind: 'bring', number: '+17735550199' as E164 });
    await world.runToTheEnd(account, id);
    await world.get(ProvisioningService).abandon(account, BY_TEST);
    await world.runToTheEnd(account, id);
    expect(await world.standing()).toMatchObject({ subaccounts: 0, numbers: 1, imports: 0, assistants: 0, routed: 0 });
    expect(world.carrier.numbers[0]?.urls).toEqual(elsewhere);
    const again = await world.start(account, { kind: 'bring', number: '+17735550199' as E164 });
    await world.runToTheEnd(account, again);
    expect(await world.standing()).toMatchObject({ subaccounts: 0, numbers: 1, imports: 1, assistants: 1, routed: 1 });
  });

  it("refuses to bring a number that is not the platform's, or that another account's line has", async () => {
    const id = await world.start(account, { kind: 'bring', number: '+17735550111' as E164 });
    await world.get(SagaRun).run(account, id);
    const { saga } = await world.get(ProvisioningViewService).show(account);
    expect(saga).toMatchObject({ state: 'failed', errorCode: 'number-not-ours' });

    world.carrier.owns('+17735550199' as E164);
    const rival = await layAccount(world.db);
    await world.runToTheEnd(rival, await world.start(rival, { kind: 'bring', number: '+17735550199' as E164 }));
    const thief = await layAccount(world.db);
    const theft = await world.start(thief, { kind: 'bring', number: '+17735550199' as E164 });
    await world.runToTheEnd(thief, theft);
    expect((await world.get(ProvisioningViewService).show(thief)).saga?.errorCode).toBe('number-in-use');
    await world.get(ProvisioningService).abandon(thief, BY_TEST);
    await world.runToTheEnd(thief, theft);
    expect(world.agentNumbers.imports).toHaveLength(1);
    expect(world.carrier.numbers[0]?.urls.voice).toBe('https://nightdesk.test/api/twilio/incoming-call');
  });

  it('refuses a second set-up at once, a third line, and an agency in too great a hurry (FRD-02)', async () => {
    await world.get(SagaRun).run(account, await buy());
    const second = await buy();
    await expect(buy()).rejects.toMatchObject({ code: 'set-up-running' });
    await world.get(SagaRun).run(account, second);
    expect(await world.standing()).toMatchObject({ subaccounts: 1, numbers: 2, imports: 2, assistants: 2, routed: 2 });
    await expect(buy()).rejects.toMatchObject({ code: 'too-many-lines' });

    const agency = newId();
    await world.db.platform.query(`insert into identity.agencies (id, name) values ($1, 'Hasty')`, [agency]);
    for (let order = 0; order < 24; order++)
      await world.start(await layAccount(world.db, agency), { kind: 'buy', areaCode: '773' });
    const oneMore = await layAccount(world.db, agency);
    await expect(world.start(oneMore, { kind: 'buy', areaCode: '773' })).rejects.toMatchObject({
      code: 'too-many-orders',
    });
    await world.clock.advance(86_401);
    await expect(world.start(oneMore, { kind: 'buy', areaCode: '773' })).resolves.toBeDefined();
  });

  it("shows nothing of another account's set-up, and can neither run, retry nor abandon it", async () => {
    const id = await buy();
    const stranger = await layAccount(world.db);
    expect(await world.get(ProvisioningViewService).show(stranger)).toEqual({ saga: null, steps: [], lines: [] });
    await world.get(SagaRun).run(stranger, id);
    expect(await world.stateOf(id)).toBe('running');
    expect(world.carrier.accounts).toEqual([]);
    await expect(world.get(ProvisioningService).retry(stranger, BY_TEST)).rejects.toMatchObject({
      code: 'set-up-not-found',
    });
    await expect(world.get(ProvisioningService).abandon(stranger, BY_TEST)).rejects.toMatchObject({
      code: 'set-up-not-found',
    });
  });
});
