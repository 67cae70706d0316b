import twilio from 'twilio';
import { redirected } from '../testing/redirected.js';
import { Stage } from '../testing/stage.js';
import { DEV_ACCOUNT_SID, DEV_AUTH_TOKEN } from '../server-settings.js';
import { createTwilio } from './twilio.js';

const METRO = '+15558870002';
const MIKE = '+15555550142';

const stage = new Stage((world) => [createTwilio(world)]);
let client: twilio.Twilio;

beforeEach(async () => {
  await stage.open();
  client = twilio(DEV_ACCOUNT_SID, DEV_AUTH_TOKEN, {
    httpClient: redirected(new twilio.RequestClient(), stage.address),
  });
  await client.incomingPhoneNumbers.create({ phoneNumber: METRO, smsUrl: stage.application.url('/sms-incoming') });
});
afterEach(async () => {
  stage.application.received.length = 0;
  await stage.close();
});

const send = (body = 'EMERGENCY 4827: water leak, 218 Oak Lane. Reply 1 to take it.') =>
  client.messages.create({ to: MIKE, from: METRO, body, statusCallback: stage.application.url('/message-status') });

const thread = async () =>
  (await stage.control<{ messages: { body: string; from: string; direction: string }[] }>('GET', `/phones/${MIKE}`))
    .messages;

describe('a text to a phone', () => {
  it('is queued, sent and delivered, and can be found by recipient and time', async () => {
    const message = await send();
    expect(message).toMatchObject({ status: 'queued', numSegments: '1', errorCode: null });
    await stage.pass(5);
    expect(stage.application.forms('/message-status').map((form) => form.MessageStatus)).toEqual([
      'queued',
      'sent',
      'delivered',
    ]);
    expect((await client.messages(message.sid).fetch()).status).toBe('delivered');
    const now = stage.simulator.world.clock.now();
    expect(await client.messages.list({ to: MIKE, dateSentAfter: new Date(now - 60_000) })).toHaveLength(1);
    expect(await client.messages.list({ to: MIKE, dateSentBefore: new Date(now - 60_000) })).toHaveLength(0);
    expect(await client.messages.list({ to: '+15555550143' })).toHaveLength(0);
    expect((await thread()).map(({ body }) => body)).toEqual([message.body]);
  });

  it('counts an emoji as half the room', async () => {
    expect((await send('x'.repeat(160))).numSegments).toBe('1');
    expect((await send(`${'x'.repeat(160)}.`)).numSegments).toBe('2');
    expect((await send(`${'x'.repeat(80)} 🚿`)).numSegments).toBe('2');
  });

  it('is undelivered with 30003 when the phone is off', async () => {
    await stage.control('PUT', `/phones/${MIKE}/behaviour`, { kind: 'off' });
    const message = await send();
    await stage.pass(5);
    expect(stage.application.forms('/message-status').at(-1)).toMatchObject({
      MessageStatus: 'undelivered',
      ErrorCode: '30003',
    });
    expect(await client.messages(message.sid).fetch()).toMatchObject({ status: 'undelivered', errorCode: 30003 });
    expect(await thread()).toEqual([]);
  });

  it.each([
    [{ to: '5550142', from: METRO, body: 'x' }, 21211],
    [{ to: MIKE, from: '+15550000000', body: 'x' }, 21606],
    [{ to: '+442071838750', from: METRO, body: 'x' }, 21408],
    [{ to: MIKE, from: METRO, body: 'x'.repeat(1601) }, 21617],
    [{ to: MIKE, from: METRO, body: '' }, 21602],
  ])('%j is refused with %i', async (text, code) => {
    await expect(client.messages.create(text)).rejects.toMatchObject({
      status: 400,
      code,
      moreInfo: `https://www.twilio.com/docs/errors/${code}`,
    });
  });
});

describe('a text from a phone', () => {
  const text = (body: string) => stage.control('POST', `/phones/${MIKE}/messages`, { to: METRO, body });

  it('reaches the number’s SMS URL, and a <Message> in the answer goes back', async () => {
    stage.application.says('/sms-incoming', '<Message>Got it, Mike. Dialling Jim now.</Message>');
    await text('1 4827');
    await stage.pass(5);
    const [webhook] = stage.application.at('/sms-incoming');
    expect(webhook!.form).toMatchObject({ From: MIKE, To: METRO, Body: '1 4827', NumMedia: '0', NumSegments: '1' });
    expect(
      twilio.validateRequest(DEV_AUTH_TOKEN, webhook!.headers['x-twilio-signature']!, webhook!.url, webhook!.form),
    ).toBe(true);
    expect((await thread()).map(({ body }) => body)).toEqual(['1 4827', 'Got it, Mike. Dialling Jim now.']);
  });

  it.each([
    ['an empty <Response/>', { type: 'text/xml', body: '<Response/>' }],
    ['no content', { status: 204 }],
    ['an empty body', { status: 200 }],
  ])('gets no reply from %s', async (_what, answer) => {
    stage.application.answersWith('/sms-incoming', answer);
    await text('hello');
    await stage.pass(5);
    expect(await thread()).toHaveLength(1);
    expect(await stage.control('GET', '/log?kind=error')).toEqual([]);
  });

  it('goes to the fallback URL when the application fails, and between two of our own numbers like any other', async () => {
    const [number] = await client.incomingPhoneNumbers.list();
    await client.incomingPhoneNumbers(number!.sid).update({ smsFallbackUrl: stage.application.url('/sms-fallback') });
    stage.application.answersWith('/sms-incoming', { status: 500 });
    await client.incomingPhoneNumbers.create({ phoneNumber: '+15558870003' });
    await client.messages.create({ from: '+15558870003', to: METRO, body: 'from next door' });
    await stage.pass(5);
    expect(stage.application.forms('/sms-fallback')).toMatchObject([{ From: '+15558870003', Body: 'from next door' }]);
  });

  it.each(['STOP', ' cancel ', 'End', 'QUIT', 'revoke', 'unsubscribe', 'STOPALL', 'OPTOUT'])(
    '%j stops every later text with 21610 until START',
    async (word) => {
      await text(word);
      await stage.pass(5);
      expect(stage.application.forms('/sms-incoming')).toMatchObject([{ Body: word }]);
      expect((await thread()).at(-1)!.body).toContain('unsubscribed');
      await expect(send()).rejects.toMatchObject({ status: 400, code: 21610 });
      await text('START');
      await stage.pass(5);
      expect((await send()).status).toBe('queued');
    },
  );

  it('is not an opt-out when the word is only part of it', async () => {
    await text('stop by at 9?');
    expect((await send()).status).toBe('queued');
  });
});

describe('faults on demand', () => {
  const fault = (order: Record<string, unknown>) => stage.control('POST', '/faults', order);

  it.each([21610, 30034, 21614])('refuses the next text with %i, and only the next', async (code) => {
    await fault({ scope: 'twilio.messages', kind: 'error-code', code, count: 1 });
    await expect(send()).rejects.toMatchObject({ status: 400, code });
    expect((await send()).status).toBe('queued');
  });

  it('lets a text fail later with 30034, for one phone only', async () => {
    await fault({ scope: 'twilio.messages', kind: 'later-error-code', code: 30034, match: MIKE });
    await send();
    await client.messages.create({
      to: '+15555550143',
      from: METRO,
      body: 'x',
      statusCallback: stage.application.url('/other-status'),
    });
    await stage.pass(5);
    expect(stage.application.forms('/message-status').at(-1)).toMatchObject({
      MessageStatus: 'undelivered',
      ErrorCode: '30034',
    });
    expect(stage.application.forms('/other-status').at(-1)).toMatchObject({ MessageStatus: 'delivered' });
  });

  it.each([
    ['http500-before', 0, { status: 500, code: 20500 }],
    ['http429', 0, { status: 429, code: 20429 }],
    ['http500-after', 1, { status: 500, code: 20500 }],
    ['reset-after', 1, { code: 'ECONNRESET' }],
  ])('%s leaves %i texts behind', async (kind, sent, error) => {
    await fault({ scope: 'twilio.messages', kind, count: 1 });
    await expect(send()).rejects.toMatchObject(error);
    expect(await client.messages.list({ to: MIKE })).toHaveLength(sent);
  });

  it('hang-after accepts the text and never answers', async () => {
    await fault({ scope: 'twilio.messages', kind: 'hang-after', count: 1 });
    const impatient = fetch(`${stage.address}/2010-04-01/Accounts/${DEV_ACCOUNT_SID}/Messages.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${DEV_ACCOUNT_SID}:${DEV_AUTH_TOKEN}`).toString('base64')}` },
      body: new URLSearchParams({ To: MIKE, From: METRO, Body: 'x' }),
      signal: AbortSignal.timeout(200),
    });
    await expect(impatient).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(await client.messages.list({ to: MIKE })).toHaveLength(1);
  });

  it('slow answers late', async () => {
    await fault({ scope: 'twilio.messages', kind: 'slow', ms: 120, count: 1 });
    const startedAt = Date.now();
    await send();
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(115);
  });

  it('loses, duplicates and reorders callbacks', async () => {
    await fault({ scope: 'webhooks.message-status', kind: 'lost', match: '"MessageStatus":"sent"', count: 1 });
    await fault({ scope: 'webhooks.message-status', kind: 'duplicated', times: 3, match: 'delivered', count: 1 });
    await send();
    await stage.pass(5);
    const statuses = () => stage.application.forms('/message-status').map((form) => form.MessageStatus);
    expect(statuses()).toEqual(['queued', 'delivered', 'delivered', 'delivered']);
    stage.application.received.length = 0;
    await fault({ scope: 'webhooks.message-status', kind: 'reordered', match: '"MessageStatus":"sent"', count: 1 });
    await send();
    await stage.pass(5);
    expect(statuses()).toEqual(['queued', 'delivered', 'sent']);
  });

  it('delays a callback in virtual time', async () => {
    await fault({ scope: 'webhooks.message-status', kind: 'delayed', ms: 60_000, match: 'delivered', count: 1 });
    await send();
    await stage.pass(30);
    expect(stage.application.forms('/message-status')).toHaveLength(2);
    await stage.pass(40);
    expect(stage.application.forms('/message-status')).toHaveLength(3);
  });

  it('leaves a text at sent, or delivers it late', async () => {
    await fault({ scope: 'twilio.messages', kind: 'stays-sent', count: 1 });
    await fault({ scope: 'twilio.messages', kind: 'delayed', ms: 600_000, count: 1 });
    const [silent, late] = [await send(), await send()];
    const status = async (sid: string) => (await client.messages(sid).fetch()).status;
    await stage.pass(60);
    expect([await status(silent.sid), await status(late.sid)]).toEqual(['sent', 'sent']);
    await stage.pass(600);
    expect([await status(silent.sid), await status(late.sid)]).toEqual(['sent', 'delivered']);
  });

  it('drops a late text once its validity period is over', async () => {
    await fault({ scope: 'twilio.messages', kind: 'delayed', ms: 3_600_000, count: 1 });
    const { sid } = await client.messages.create({ to: MIKE, from: METRO, body: 'x', validityPeriod: 600 });
    await stage.pass(605);
    expect(await client.messages(sid).fetch()).toMatchObject({ status: 'undelivered', errorCode: 30036 });
    expect(await thread()).toEqual([]);
  });

  it('lets a list lag behind what was accepted', async () => {
    await fault({ scope: 'twilio.messages', kind: 'list-lag', ms: 10_000 });
    await send();
    expect(await client.messages.list({ to: MIKE })).toHaveLength(0);
    await stage.pass(11);
    expect(await client.messages.list({ to: MIKE })).toHaveLength(1);
  });

  it('are listed and removed through the control API, and refused when they make no sense', async () => {
    const { id } = (await fault({ scope: 'slack', kind: 'http429' })) as { id: string };
    expect(await stage.control('GET', '/faults')).toMatchObject([{ id, struck: 0 }]);
    expect(await stage.control('DELETE', `/faults/${id}`)).toEqual({ status: 204 });
    expect(await stage.control('GET', '/faults')).toEqual([]);
    expect(await fault({ scope: 'slack', kind: 'explode' })).toHaveProperty('message');
  });
});
