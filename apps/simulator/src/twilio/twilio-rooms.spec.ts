import twilio from 'twilio';
import { redirected } from '../testing/redirected.js';
import { Stage } from '../testing/stage.js';
import { DEV_ACCOUNT_SID, DEV_AUTH_TOKEN } from '../server-settings.js';
import { createTwilio } from './twilio.js';

const METRO = '+15558870002';
const CALLER = '+15555550101';
const MIKE = '+15555550142';
const DANA = '+15555550143';

const stage = new Stage((world) => [createTwilio(world)]);
let client: twilio.Twilio;

beforeEach(async () => {
  await stage.open();
  client = twilio(DEV_ACCOUNT_SID, DEV_AUTH_TOKEN, {
    httpClient: redirected(new twilio.RequestClient(), stage.address),
  });
  await client.incomingPhoneNumbers.create({ phoneNumber: METRO, voiceUrl: stage.application.url('/incoming-call') });
});
afterEach(async () => {
  stage.application.received.length = 0;
  await stage.close();
});

const behave = (phone: string, behaviour: Record<string, unknown>) =>
  stage.control('PUT', `/phones/${phone}/behaviour`, behaviour);

describe('several phones', () => {
  const dial = (attributes: string) =>
    stage.application.says(
      '/incoming-call',
      `<Dial action="/done" timeout="20"${attributes}><Number>${MIKE}</Number><Number>${DANA}</Number></Dial>`,
    );

  it('ring at once, and the first to pick up silences the others', async () => {
    dial('');
    await behave(MIKE, { kind: 'answers', afterSeconds: 9 });
    await behave(DANA, { kind: 'answers', afterSeconds: 4 });
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(8);
    const { legs } = await stage.call(callSid);
    expect(legs.map(({ to, status }) => [to, status])).toEqual([
      [MIKE, 'canceled'],
      [DANA, 'in-progress'],
    ]);
  });

  it('ring one after the other when sequential', async () => {
    dial(' sequential="true"');
    await behave(MIKE, { kind: 'busy' });
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(5);
    expect((await stage.call(callSid)).legs.map(({ to, status }) => [to, status])).toEqual([
      [MIKE, 'busy'],
      [DANA, 'ringing'],
    ]);
    await stage.control('POST', `/phones/${DANA}/decline`);
    await stage.settle();
    expect(stage.application.forms('/done')).toMatchObject([{ DialCallStatus: 'busy', DialBridged: 'false' }]);
  });
});

describe('a connected call', () => {
  it('is recorded from the answer when the Dial says so', async () => {
    stage.application.says(
      '/incoming-call',
      `<Dial record="record-from-answer-dual" recordingStatusCallback="/recording" action="/done">${MIKE}</Dial>`,
    );
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(2);
    await stage.control('POST', `/phones/${MIKE}/answer`);
    await stage.control('POST', `/phones/${MIKE}/say`, { text: 'Mike here.' });
    await stage.control('POST', `/calls/${callSid}/say`, { text: 'My furnace is out.' });
    await stage.control('POST', `/calls/${callSid}/hangup`);
    await stage.pass(3);
    expect((await stage.call(callSid)).recordings).toMatchObject([
      { source: 'DialVerb', text: 'Mike here.\nMy furnace is out.' },
    ]);
    expect(stage.application.forms('/recording')).toMatchObject([
      { RecordingStatus: 'completed', RecordingSource: 'DialVerb' },
    ]);
  });

  it('can be recorded, and ended, by REST', async () => {
    stage.application.says('/incoming-call', '<Pause length="60"/>');
    const ringing = await stage.dial(CALLER, METRO);
    await expect(client.calls(ringing).recordings.create()).rejects.toMatchObject({ code: 21220 });
    stage.application.says('/incoming-call', '<Say>Hold on.</Say><Pause length="60"/>');
    const callSid = await stage.dial(CALLER, METRO);
    const recording = await client.calls(callSid).recordings.create({ recordingChannels: 'dual' });
    expect(recording).toMatchObject({ status: 'in-progress', source: 'StartCallRecordingAPI', channels: 2 });
    await stage.control('POST', `/calls/${callSid}/say`, { text: 'Hello?' });
    await client.calls(callSid).update({ status: 'completed' });
    expect((await client.calls(callSid).fetch()).status).toBe('completed');
    expect(await client.recordings(recording.sid).fetch()).toMatchObject({ status: 'completed' });
    expect((await stage.call(callSid)).recordings).toMatchObject([{ text: 'Hello?' }]);
  });
});

describe('a conference', () => {
  it('mutes, holds and removes its participants, and ends by REST', async () => {
    stage.application.says('/incoming-call', '<Dial action="/done"><Conference beep="false">inc-7</Conference></Dial>');
    stage.application.says('/done', '<Say>Thanks for calling.</Say>');
    const jim = await stage.dial(CALLER, METRO);
    const sue = await stage.dial('+15555550102', METRO);
    const [room] = await client.conferences.list({ friendlyName: 'inc-7' });
    const participants = client.conferences(room!.sid).participants;
    expect(await participants.list()).toHaveLength(2);
    await participants(jim).update({ muted: true });
    await stage.control('POST', `/calls/${jim}/say`, { text: 'unheard' });
    await participants(jim).update({ muted: false });
    await stage.control('POST', `/calls/${jim}/say`, { text: 'heard' });
    await participants(sue).update({ hold: true });
    await stage.control('POST', `/calls/${jim}/say`, { text: 'into the void' });
    await participants(sue).remove();
    await stage.settle();
    expect((await stage.call(sue)).heard).toEqual(['heard', '[hold music]', 'Thanks for calling.']);
    await client.conferences(room!.sid).update({ status: 'completed' });
    await stage.settle();
    expect(await client.conferences(room!.sid).fetch()).toMatchObject({
      status: 'completed',
      reasonConferenceEnded: 'conference-ended-via-api',
    });
    expect((await stage.call(jim)).heard).toEqual(['[hold music]', 'Thanks for calling.']);
  });

  it('of the same name is a new room after the first has ended', async () => {
    stage.application.says('/incoming-call', '<Dial><Conference>inc-8</Conference></Dial>');
    const first = await stage.dial(CALLER, METRO);
    await stage.control('POST', `/calls/${first}/hangup`);
    await stage.settle();
    await stage.dial(CALLER, METRO);
    const rooms = await client.conferences.list({ friendlyName: 'inc-8' });
    expect(rooms.map(({ status }) => status)).toEqual(['init', 'completed']);
  });
});

describe('webhooks that fail', () => {
  it('are tried again when the number’s URL asks for it, with the same idempotency token', async () => {
    const [number] = await client.incomingPhoneNumbers.list();
    await client
      .incomingPhoneNumbers(number!.sid)
      .update({ voiceUrl: `${stage.application.url('/flaky')}#rc=2&rp=5xx` });
    stage.application.answersWith('/flaky', () =>
      stage.application.at('/flaky').length < 3
        ? { status: 503 }
        : { type: 'text/xml', body: '<Response><Say>At last.</Say></Response>' },
    );
    const callSid = await stage.dial(CALLER, METRO);
    const tries = stage.application.at('/flaky');
    expect(tries).toHaveLength(3);
    expect(new Set(tries.map(({ headers }) => headers['i-twilio-idempotency-token'])).size).toBe(1);
    expect(
      twilio.validateRequest(DEV_AUTH_TOKEN, tries[0]!.headers['x-twilio-signature']!, tries[0]!.url, tries[0]!.form),
    ).toBe(true);
    expect((await stage.call(callSid)).heard).toEqual(['At last.']);
  });

  it('time out after as long as the URL allows, and the caller hears it', async () => {
    const [number] = await client.incomingPhoneNumbers.list();
    await client.incomingPhoneNumbers(number!.sid).update({ voiceUrl: 'http://10.255.255.1/never#rt=150&rc=0' });
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(1);
    const call = await stage.call(callSid);
    expect(call.errors[0]).toMatch(/^112/);
    expect(call.heard).toEqual(['We are sorry, an application error has occurred. Goodbye.']);
  });

  it('that are lost cost the application the call, not the caller the sentence', async () => {
    stage.application.says('/incoming-call', '<Say>Hello.</Say>');
    await stage.control('POST', '/faults', { scope: 'webhooks.incoming-call', kind: 'lost', count: 1 });
    const callSid = await stage.dial(CALLER, METRO);
    expect(stage.application.at('/incoming-call')).toEqual([]);
    expect((await stage.call(callSid)).heard).toHaveLength(1);
  });
});
