import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import twilio from 'twilio';
import { redirected } from '../testing/redirected.js';
import { Stage } from '../testing/stage.js';
import { DEV_ACCOUNT_SID, DEV_AUTH_TOKEN } from '../server-settings.js';
import { createTwilio } from './twilio.js';

const stage = new Stage((world) => [createTwilio(world)]);
const connect = (token = DEV_AUTH_TOKEN) =>
  twilio(DEV_ACCOUNT_SID, token, { httpClient: redirected(new twilio.RequestClient(), stage.address) });

describe('numbers', () => {
  beforeEach(() => stage.open());
  afterEach(() => stage.close());

  it('are searched by area code, bought with all their URLs, changed and released', async () => {
    const client = connect();
    const [offer] = await client.availablePhoneNumbers('US').local.list({ areaCode: 512, smsEnabled: true, limit: 3 });
    expect(offer!.phoneNumber).toMatch(/^\+1512555\d{4}$/);
    const bought = await client.incomingPhoneNumbers.create({
      phoneNumber: offer!.phoneNumber,
      friendlyName: 'Metro Plumbing Co',
      voiceUrl: 'https://app.test/api/twilio/incoming-call#rc=1&rp=ct,5xx',
      voiceFallbackUrl: 'https://static.test/fallback',
      smsUrl: 'https://app.test/api/twilio/sms-incoming',
      statusCallback: 'https://app.test/api/twilio/call-status',
    });
    expect(bought).toMatchObject({
      friendlyName: 'Metro Plumbing Co',
      voiceMethod: 'POST',
      capabilities: { sms: true, voice: true },
    });
    await client.incomingPhoneNumbers(bought.sid).update({ voiceUrl: '', smsMethod: 'GET' });
    expect(await client.incomingPhoneNumbers(bought.sid).fetch()).toMatchObject({
      voiceUrl: null,
      smsUrl: 'https://app.test/api/twilio/sms-incoming',
    });
    await expect(client.incomingPhoneNumbers.create({ phoneNumber: bought.phoneNumber })).rejects.toMatchObject({
      code: 21422,
    });
    expect(await client.incomingPhoneNumbers.list({ phoneNumber: bought.phoneNumber })).toHaveLength(1);
    await client.incomingPhoneNumbers(bought.sid).remove();
    await expect(client.incomingPhoneNumbers(bought.sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('come in pages that the client follows', async () => {
    const client = connect();
    for (let index = 0; index < 7; index += 1)
      await client.incomingPhoneNumbers.create({ phoneNumber: `+1512555010${index}` });
    expect(await client.incomingPhoneNumbers.list({ pageSize: 3 })).toHaveLength(7);
    expect(await client.incomingPhoneNumbers.list({ pageSize: 3, limit: 4 })).toHaveLength(4);
  });

  it('are refused to a wrong token, a wrong account and a bad URL', async () => {
    await expect(connect('wrong').incomingPhoneNumbers.list()).rejects.toMatchObject({ status: 401, code: 20003 });
    const other = twilio(`AC${'1'.repeat(32)}`, DEV_AUTH_TOKEN, {
      httpClient: redirected(new twilio.RequestClient(), stage.address),
    });
    await expect(other.incomingPhoneNumbers.list()).rejects.toMatchObject({ status: 401 });
    await expect(
      connect().incomingPhoneNumbers.create({ phoneNumber: '+15125550100', voiceUrl: 'not a url' }),
    ).rejects.toMatchObject({ code: 21502 });
    await expect(connect().calls('CAmissing').fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });
});

describe('with a state file', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('numbers, texts, opt-outs, finished calls and recordings survive a restart', async () => {
    const stateFile = join(folder, 'state.json');
    await stage.open({ stateFile });
    const { sid } = await connect().incomingPhoneNumbers.create({
      phoneNumber: '+15125550100',
      voiceUrl: stage.application.url('/voice'),
    });
    stage.application.says('/voice', '<Record timeout="2" action="/done"/>');
    const callSid = await stage.dial('+15555550101', '+15125550100');
    await stage.control('POST', `/calls/${callSid}/say`, { text: 'Hello.' });
    await stage.control('POST', '/phones/+15555550142/messages', { to: '+15125550100', body: 'STOP' });
    await stage.control('PUT', '/phones/+15555550142/behaviour', { kind: 'busy' });
    await stage.pass(10);
    await stage.close();

    await stage.open({ stateFile });
    const client = connect();
    expect((await client.incomingPhoneNumbers(sid).fetch()).phoneNumber).toBe('+15125550100');
    await expect(client.messages.create({ to: '+15555550142', from: '+15125550100', body: 'x' })).rejects.toMatchObject(
      { code: 21610 },
    );
    expect(await stage.call(callSid)).toMatchObject({ status: 'completed', recordings: [{ text: 'Hello.' }] });
    expect(await stage.control('GET', '/phones/+15555550142')).toMatchObject({ behaviour: { kind: 'busy' } });
    await stage.control('POST', '/reset');
    expect(await client.incomingPhoneNumbers.list()).toEqual([]);
    await stage.close();
  });
});
