import { jest } from '@jest/globals';
import type { AccountId } from '@domain/ids';
import type { FaultOrder } from '../../simulator/src/faults.js';
import { createSimulator, type Simulator } from '../../simulator/src/server.js';
import { DEV_ACCOUNT_SID, DEV_AUTH_TOKEN, DEV_VAPI_KEY, readSettings } from '../../simulator/src/server-settings.js';
import { makeStandIns } from '../../simulator/src/server-stand-ins.js';
import { VENDOR_SPECS_ABSENT, vendorSpecsArePresent } from '../../simulator/src/testing/vendor-specs.js';
import { ProvisioningService } from '../src/provisioning/provisioning.service.js';
import { SagaRun } from '../src/provisioning/saga-run.service.js';
import { complaintsAbout, type Sent } from './vendor-contract.js';
import { BY_TEST, layAccount, ProvisioningWorld } from './provisioning-world.js';

jest.setTimeout(60_000);

type Row = Record<string, unknown>;

/** One request of the saga as the vendor sees it: its fault scope, and words that are in no other. */
const REQUESTS: readonly [string, string, string][] = [
  ['the search for a subaccount', 'twilio.accounts', 'GET '],
  ['its opening', 'twilio.accounts', 'POST '],
  ['the search for numbers', 'twilio.numbers.available', 'GET '],
  ['the look at our numbers', 'twilio.numbers', 'FriendlyName='],
  ['the purchase', 'twilio.numbers', '"PhoneNumber"'],
  ['the look for a credential', 'vapi.credential', 'GET '],
  ['the credential', 'vapi.credential', 'POST '],
  ['the look for an import', 'vapi.phone-number', 'search='],
  ['the import', 'vapi.phone-number', 'POST '],
  ['the look for an assistant', 'vapi.assistant', 'createdAtGe'],
  ['the assistant', 'vapi.assistant', 'POST '],
];
const KINDS = ['http500-before', 'http429', 'http500-after', 'reset-after'] as const;
const TABLE = REQUESTS.flatMap(([title, scope, match]) =>
  KINDS.map((kind) => [title, kind, { scope, kind, match }] as const),
);

describe('Provisioning at the simulated Twilio and Vapi, through the real adapters and SDKs', () => {
  let simulator: Simulator;
  let world: ProvisioningWorld;
  let account: AccountId;

  beforeAll(async () => {
    simulator = await createSimulator({ ...readSettings({}), port: 0, clockScale: 1 }, makeStandIns);
    world = await ProvisioningWorld.open(await simulator.listen());
    await world.clock.set(new Date());
  });
  beforeEach(async () => {
    await simulator.app.inject({ method: 'POST', url: '/sim/reset' });
    await world.db.everything(`delete from routing.lines where number like '+1773%'`);
    account = await layAccount(world.db);
  });
  afterAll(async () => {
    await world.close();
    await simulator.close();
  });

  const buy = () => world.start(account, { kind: 'buy', areaCode: '773' });
  const fault = (order: FaultOrder) =>
    simulator.app.inject({ method: 'POST', url: '/sim/faults', payload: { ...order } });

  async function get(path: string, authorization: string): Promise<Row[]> {
    const body: unknown = (await simulator.app.inject({ url: path, headers: { authorization } })).json();
    return Array.isArray(body) ? (body as Row[]) : (Object.values(body as Row).find(Array.isArray) as Row[]);
  }
  const twilioBasic = `Basic ${Buffer.from(`${DEV_ACCOUNT_SID}:${DEV_AUTH_TOKEN}`).toString('base64')}`;
  const atTwilio = (path: string) => get(`/2010-04-01/${path}`, twilioBasic);
  const atVapi = (path: string) => get(`/vapi/${path}`, `Bearer ${DEV_VAPI_KEY}`);

  async function standing() {
    const open = await atTwilio('Accounts.json?Status=active');
    const numbers = await Promise.all(
      open.map(({ sid }) => atTwilio(`Accounts/${String(sid)}/IncomingPhoneNumbers.json`)),
    );
    return {
      subaccounts: open.length,
      numbers: numbers.flat(),
      credentials: (await atVapi('credential')).length,
      imports: (await atVapi('phone-number')).length,
      assistants: (await atVapi('assistant')).length,
    };
  }
  const ONE_OF_EACH = { subaccounts: 1, credentials: 1, imports: 1, assistants: 1 };
  const purchases = () =>
    simulator.world.log
      .find({ scope: 'twilio.numbers', kind: 'request' })
      .filter(({ summary }) => summary.includes('IncomingPhoneNumbers.json → 201')).length;

  it.each(TABLE)('%s meets %s once: one of each, bought once', async (_title, _kind, order) => {
    await fault({ ...order, count: 1 });
    const id = await buy();
    await world.runToTheEnd(account, id);
    expect(simulator.world.faults.list()).toEqual([]);
    expect(await world.stateOf(id)).toBe('finished');
    const { numbers, ...others } = await standing();
    expect(others).toEqual(ONE_OF_EACH);
    expect(numbers).toHaveLength(1);
    expect(numbers[0]).toMatchObject({
      voice_url: 'https://nightdesk.test/api/twilio/incoming-call',
      voice_fallback_url: 'https://nightdesk.test/api/twilio/voice/fallback',
      status_callback: 'https://nightdesk.test/api/twilio/call-status',
      sms_url: 'https://nightdesk.test/api/twilio/sms-incoming',
    });
  });

  it.each([
    ['the opening of the subaccount', { scope: 'twilio.accounts', match: 'POST ' }],
    ['the purchase', { scope: 'twilio.numbers', match: '"PhoneNumber"' }],
    ['the import', { scope: 'vapi.phone-number', match: 'POST ' }],
    ['the assistant', { scope: 'vapi.assistant', match: 'POST ' }],
  ])('%s is done and never answered, for the five seconds we wait: one of each all the same', async (_title, order) => {
    await fault({ ...order, kind: 'hang-after', count: 1 });
    const id = await buy();
    await world.runToTheEnd(account, id);
    const { numbers, ...others } = await standing();
    expect({ ...others, numbers: numbers.length }).toEqual({ ...ONE_OF_EACH, numbers: 1 });
    expect(purchases()).toBeLessThanOrEqual(1);
  });

  it('the first candidate is taken (21422): the next one is bought, once', async () => {
    await fault({ scope: 'twilio.numbers', kind: 'error-code', code: 21422, count: 1 });
    await world.get(SagaRun).run(account, await buy());
    expect((await standing()).numbers.map(({ phone_number }) => phone_number)).toEqual(['+17735551001']);
    expect(purchases()).toBe(1);
  });

  it('abandoned in the middle: nothing is left at either provider', async () => {
    await fault({ scope: 'vapi.assistant', kind: 'http500-after', match: 'POST ' });
    const id = await buy();
    await world.get(SagaRun).run(account, id);
    await world.get(ProvisioningService).abandon(account, BY_TEST);
    await world.runToTheEnd(account, id);
    expect(await world.stateOf(id)).toBe('abandoned');
    expect(await standing()).toEqual({ subaccounts: 0, numbers: [], credentials: 0, imports: 0, assistants: 0 });
  });

  const contract = vendorSpecsArePresent ? it : it.skip;
  contract(
    vendorSpecsArePresent ? "sends only what the vendors' published OpenAPI takes" : VENDOR_SPECS_ABSENT,
    async () => {
      const id = await buy();
      await world.get(SagaRun).run(account, id);
      await world.db.everything(`update provisionings set state = 'abandoning' where id = $1`, [id]);
      await world.runToTheEnd(account, id);
      const sent = simulator.world.log.find({ kind: 'request' }).map(({ data }) => data as unknown as Sent);
      expect(sent.length).toBeGreaterThan(20);
      expect(sent.flatMap(complaintsAbout)).toEqual([]);
    },
  );
});
