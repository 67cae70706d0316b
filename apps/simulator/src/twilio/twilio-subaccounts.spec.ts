import twilio from 'twilio';
import { DEV_ACCOUNT_SID, DEV_AUTH_TOKEN } from '../server-settings.js';
import { redirected } from '../testing/redirected.js';
import { Stage } from '../testing/stage.js';
import { createTwilio } from './twilio.js';

const stage = new Stage((world) => [createTwilio(world)]);
const connect = (sid = DEV_ACCOUNT_SID, token = DEV_AUTH_TOKEN) =>
  twilio(sid, token, { httpClient: redirected(new twilio.RequestClient(), stage.address) });
const LINE = '+15125550100';
const PHONE = '+15555550101';

describe('subaccounts', () => {
  beforeEach(() => stage.open());
  afterEach(() => stage.close());

  it('are opened, found by name, and closed for good with their numbers', async () => {
    const client = connect();
    const opened = await client.api.accounts.create({ friendlyName: 'metro' });
    const other = await client.api.accounts.create({ friendlyName: 'apex' });
    expect(opened).toMatchObject({ status: 'active', ownerAccountSid: DEV_ACCOUNT_SID });
    const found = await client.api.accounts.list({ friendlyName: 'metro', status: 'active' });
    expect(found.map(({ sid }) => sid)).toEqual([opened.sid]);
    await client.api.accounts(opened.sid).incomingPhoneNumbers.create({ phoneNumber: LINE });
    await client.api.accounts(opened.sid).update({ status: 'closed' });
    expect(await client.api.accounts.list({ status: 'active' })).toMatchObject([{ sid: other.sid }]);
    await expect(client.api.accounts(opened.sid).update({ status: 'active' })).rejects.toMatchObject({ code: 20005 });
    await expect(client.api.accounts(opened.sid).incomingPhoneNumbers.list()).rejects.toMatchObject({ code: 20005 });
    await client.api.accounts(other.sid).incomingPhoneNumbers.create({ phoneNumber: LINE });
  });

  it("keep their numbers, calls and texts to themselves: the main account's credentials reach them on their path only", async () => {
    const client = connect();
    const { sid, authToken } = await client.api.accounts.create({ friendlyName: 'metro' });
    const metro = client.api.accounts(sid);
    const number = await metro.incomingPhoneNumbers.create({ phoneNumber: LINE, friendlyName: 'tag-1' });
    expect(await client.incomingPhoneNumbers.list()).toEqual([]);
    await expect(client.incomingPhoneNumbers(number.sid).fetch()).rejects.toMatchObject({ status: 404 });
    expect(await metro.incomingPhoneNumbers.list({ friendlyName: 'tag-1' })).toHaveLength(1);
    expect(await metro.incomingPhoneNumbers.list({ friendlyName: 'tag-2' })).toEqual([]);
    await expect(client.messages.create({ from: LINE, to: PHONE, body: 'x' })).rejects.toMatchObject({ code: 21606 });
    await metro.messages.create({ from: LINE, to: PHONE, body: 'x' });
    const placed = await metro.calls.create({ from: LINE, to: PHONE, twiml: '<Response/>' });
    expect(await client.calls.list()).toEqual([]);
    await expect(client.calls(placed.sid).fetch()).rejects.toMatchObject({ status: 404 });
    expect(await connect(sid, authToken).calls.list()).toHaveLength(1);
  });

  it("sign what they tell with their own token, and their token opens no other account's part", async () => {
    const client = connect();
    const { sid, authToken } = await client.api.accounts.create({ friendlyName: 'metro' });
    await client.api.accounts(sid).incomingPhoneNumbers.create({
      phoneNumber: LINE,
      voiceUrl: stage.application.url('/voice'),
      smsUrl: stage.application.url('/sms'),
      statusCallback: stage.application.url('/status'),
    });
    stage.application.says('/voice', '<Hangup/>');
    await stage.dial(PHONE, LINE);
    await stage.control('POST', `/phones/${PHONE}/messages`, { to: LINE, body: 'hello' });
    await stage.settle();
    expect(stage.application.received.map(({ path }) => path).sort()).toEqual(['/sms', '/status', '/voice']);
    for (const { headers, url, form } of stage.application.received) {
      expect(form['AccountSid']).toBe(sid);
      expect(twilio.validateRequest(authToken, headers['x-twilio-signature']!, url, form)).toBe(true);
      expect(twilio.validateRequest(DEV_AUTH_TOKEN, headers['x-twilio-signature']!, url, form)).toBe(false);
    }
    const tenant = connect(sid, authToken);
    await expect(tenant.api.accounts(DEV_ACCOUNT_SID).calls.list()).rejects.toMatchObject({ status: 401 });
    await expect(tenant.api.accounts.create({ friendlyName: 'x' })).rejects.toMatchObject({ status: 401 });
  });

  it('can be made to fail one by one: opening, searching, buying', async () => {
    const client = connect();
    await stage.control('POST', '/faults', {
      scope: 'twilio.accounts',
      kind: 'http500-after',
      match: 'POST',
      count: 1,
    });
    await expect(client.api.accounts.create({ friendlyName: 'metro' })).rejects.toMatchObject({ status: 500 });
    const [made] = await client.api.accounts.list({ friendlyName: 'metro' });
    await stage.control('POST', '/faults', { scope: 'twilio.numbers.available', kind: 'http429', count: 1 });
    const search = () => client.availablePhoneNumbers('US').local.list({ areaCode: 512, limit: 1 });
    await expect(search()).rejects.toMatchObject({ status: 429 });
    const [offer] = await search();
    await stage.control('POST', '/faults', { scope: 'twilio.numbers', kind: 'error-code', code: 21422, count: 1 });
    const numbers = client.api.accounts(made!.sid).incomingPhoneNumbers;
    await expect(numbers.create({ phoneNumber: offer!.phoneNumber })).rejects.toMatchObject({ code: 21422 });
    expect(await numbers.list()).toEqual([]);
  });
});
