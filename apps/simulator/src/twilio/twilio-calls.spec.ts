import twilio from 'twilio';
import type { CallStream, StreamListener } from '../world-streams.js';
import { redirected } from '../testing/redirected.js';
import { Stage } from '../testing/stage.js';
import { DEV_ACCOUNT_SID, DEV_AUTH_TOKEN } from '../server-settings.js';
import { decodeSpokenAudio } from './spoken-audio.js';
import { createTwilio } from './twilio.js';

const METRO = '+15558870002';
const CALLER = '+15555550101';
const MIKE = '+15555550142';

const stage = new Stage((world) => [createTwilio(world)]);
let client: twilio.Twilio;

beforeEach(async () => {
  await stage.open();
  client = twilio(DEV_ACCOUNT_SID, DEV_AUTH_TOKEN, {
    httpClient: redirected(new twilio.RequestClient(), stage.address),
  });
  await client.incomingPhoneNumbers.create({
    phoneNumber: METRO,
    voiceUrl: stage.application.url('/incoming-call'),
    voiceFallbackUrl: stage.application.url('/fallback'),
    statusCallback: stage.application.url('/call-status'),
  });
});
afterEach(async () => {
  stage.application.received.length = 0;
  await stage.close();
});

describe('an incoming call', () => {
  it('asks the number’s voice URL with a signature that the real library accepts, and plays the answer', async () => {
    stage.application.says('/incoming-call', '<Say>Thanks for calling Metro Plumbing &amp; Heating.</Say>');
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(10);
    const [webhook] = stage.application.at('/incoming-call');
    expect(webhook!.form).toMatchObject({
      CallSid: callSid,
      From: CALLER,
      To: METRO,
      CallStatus: 'ringing',
      Direction: 'inbound',
    });
    expect(
      twilio.validateRequest(DEV_AUTH_TOKEN, webhook!.headers['x-twilio-signature']!, webhook!.url, webhook!.form),
    ).toBe(true);
    expect(await stage.call(callSid)).toMatchObject({
      status: 'completed',
      heard: ['Thanks for calling Metro Plumbing & Heating.'],
    });
    expect(stage.application.forms('/call-status')).toMatchObject([
      { CallSid: callSid, CallStatus: 'completed', CallDuration: '3' },
    ]);
  });

  it('shows a pseudo number when the caller id is withheld', async () => {
    stage.application.says('/incoming-call', '<Hangup/>');
    await stage.dial(null, METRO);
    expect(stage.application.forms('/incoming-call')[0]!.From).toBe('+266696687');
  });

  it('goes to the fallback URL with the error when the application fails', async () => {
    stage.application.answersWith('/incoming-call', { status: 500 });
    stage.application.says('/fallback', '<Say>Please hold.</Say>');
    const callSid = await stage.dial(CALLER, METRO);
    expect(stage.application.forms('/fallback')[0]).toMatchObject({
      ErrorCode: '11200',
      ErrorUrl: stage.application.url('/incoming-call'),
    });
    expect((await stage.call(callSid)).heard).toEqual(['Please hold.']);
  });

  it('hears of an application error when the fallback fails too', async () => {
    stage.application.answersWith('/incoming-call', { type: 'text/xml', body: '<Response><Say>broken</Response>' });
    stage.application.answersWith('/fallback', { status: 503 });
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(10);
    const call = await stage.call(callSid);
    expect(call.heard).toEqual(['We are sorry, an application error has occurred. Goodbye.']);
    expect(call.errors.map((error) => error.slice(0, 5))).toEqual(['12100', '11200']);
  });

  it('is not answered by <Reject>', async () => {
    stage.application.says('/incoming-call', '<Reject reason="busy"/>');
    const callSid = await stage.dial(CALLER, METRO);
    expect(await stage.call(callSid)).toMatchObject({ status: 'busy', heard: [], talkSeconds: 0 });
  });

  it('reports verbs and attributes that TwiML does not have', async () => {
    stage.application.says('/incoming-call', '<Speak>no</Speak><Say mood="glad">yes</Say><Enqueue>support</Enqueue>');
    const callSid = await stage.dial(CALLER, METRO);
    const call = await stage.call(callSid);
    expect(call.errors).toEqual([
      '12200 <Speak> is not allowed in <Response>',
      '12200 attribute mood is not allowed on <Say>',
      '<Enqueue> is valid TwiML that the simulator does not play',
    ]);
    expect(call.heard).toEqual(['yes']);
  });
});

describe('<Gather>', () => {
  it('sends the key that was pressed while the prompt was still playing', async () => {
    stage.application.says(
      '/incoming-call',
      '<Gather numDigits="1" action="/key"><Say>For an emergency press 1, now or later.</Say></Gather>',
    );
    stage.application.says('/key', '<Say>Thank you.</Say>');
    const callSid = await stage.dial(CALLER, METRO);
    await stage.control('POST', `/calls/${callSid}/press`, { digits: '1' });
    await stage.settle();
    expect(stage.application.forms('/key')).toMatchObject([{ Digits: '1', CallStatus: 'in-progress' }]);
  });

  it('sends what was said once the sentence is over', async () => {
    stage.application.says(
      '/incoming-call',
      '<Gather input="speech dtmf" action="/heard"><Say>How can I help?</Say></Gather>',
    );
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(2);
    await stage.control('POST', `/calls/${callSid}/say`, { text: 'My basement is flooding' });
    await stage.pass(5);
    expect(stage.application.forms('/heard')).toMatchObject([{ SpeechResult: 'My basement is flooding' }]);
  });

  it('tells what was recognised so far, also when the caller hangs up before the sentence is over', async () => {
    stage.application.says(
      '/incoming-call',
      '<Gather input="speech" action="/heard" partialResultCallback="/partial"><Say>How can I help?</Say></Gather>',
    );
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(2);
    await stage.control('POST', `/calls/${callSid}/say`, { text: 'My basement is' });
    await stage.control('POST', `/calls/${callSid}/hangup`);
    await stage.pass(5);
    expect(stage.application.forms('/partial')).toMatchObject([
      { StableSpeechResult: 'My basement', UnstableSpeechResult: 'is', Stability: '0.9', SequenceNumber: '0' },
    ]);
    expect(stage.application.at('/heard')).toEqual([]);
  });

  it('falls through to the next verb after the timeout', async () => {
    stage.application.says(
      '/incoming-call',
      '<Gather numDigits="1" timeout="4" action="/key"/><Say>Nobody pressed.</Say>',
    );
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(3);
    expect((await stage.call(callSid)).heard).toEqual([]);
    await stage.pass(2);
    expect((await stage.call(callSid)).heard).toEqual(['Nobody pressed.']);
    expect(stage.application.at('/key')).toEqual([]);
  });
});

describe('<Record>', () => {
  const VOICEMAIL =
    '<Record action="/done" timeout="6" recordingStatusCallback="/recording" recordingStatusCallbackEvent="completed absent"/><Say>Goodbye.</Say>';

  it('keeps what the caller said as sound that can be fetched', async () => {
    stage.application.says('/incoming-call', VOICEMAIL);
    stage.application.says('/done', '<Hangup/>');
    const callSid = await stage.dial(CALLER, METRO);
    await stage.control('POST', `/calls/${callSid}/say`, { text: 'Water is coming through the ceiling.' });
    await stage.pass(20);
    const [callback] = stage.application.forms('/recording');
    expect(callback).toMatchObject({ CallSid: callSid, RecordingStatus: 'completed', RecordingSource: 'RecordVerb' });
    expect(stage.application.forms('/done')[0]).toMatchObject({ RecordingUrl: callback!.RecordingUrl });
    const authorization = `Basic ${Buffer.from(`${DEV_ACCOUNT_SID}:${DEV_AUTH_TOKEN}`).toString('base64')}`;
    for (const format of ['.wav', '.mp3']) {
      const media = await fetch(callback!.RecordingUrl + format, { headers: { authorization } });
      expect(decodeSpokenAudio(new Uint8Array(await media.arrayBuffer()))).toBe('Water is coming through the ceiling.');
    }
    expect((await fetch(`${callback!.RecordingUrl}.mp3`)).status).toBe(401);
    expect((await client.recordings(callback!.RecordingSid!).fetch()).callSid).toBe(callSid);
  });

  it('tells the action when the caller hangs up after speaking', async () => {
    stage.application.says('/incoming-call', VOICEMAIL);
    const callSid = await stage.dial(CALLER, METRO);
    await stage.control('POST', `/calls/${callSid}/say`, { text: 'Call me back.' });
    await stage.control('POST', `/calls/${callSid}/hangup`);
    await stage.pass(3);
    expect(stage.application.forms('/done')).toMatchObject([{ Digits: 'hangup', CallStatus: 'completed' }]);
    expect(stage.application.forms('/recording')).toMatchObject([{ RecordingStatus: 'completed' }]);
  });

  it('reports absent and goes on when nobody speaks', async () => {
    stage.application.says('/incoming-call', VOICEMAIL);
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(12);
    expect((await stage.call(callSid)).heard).toEqual(['[beep]', 'Goodbye.']);
    expect(stage.application.forms('/recording')).toMatchObject([{ RecordingStatus: 'absent' }]);
    expect(stage.application.at('/done')).toEqual([]);
  });
});

describe('<Dial><Number> with screening', () => {
  beforeEach(() => {
    stage.application.says(
      '/incoming-call',
      '<Dial timeout="25" answerOnBridge="true" callerId="+15558870002" action="/dial-done"><Number url="/screen" statusCallback="/leg" statusCallbackEvent="initiated ringing answered completed">+15555550142</Number></Dial>',
    );
    stage.application.says(
      '/screen',
      '<Gather numDigits="1" timeout="8" action="/screen-key"><Say>Emergency call. Press 1 to take it.</Say></Gather><Hangup/>',
    );
    stage.application.says('/screen-key', '');
    stage.application.says('/dial-done', '<Say>I could not reach Mike.</Say>');
  });

  it('connects the two when the document ends after a pressed key', async () => {
    await stage.control('PUT', `/phones/${MIKE}/behaviour`, { kind: 'answers', afterSeconds: 5, press: '1' });
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(15);
    await stage.control('POST', `/phones/${MIKE}/say`, { text: 'This is Mike.' });
    await stage.control('POST', `/calls/${callSid}/say`, { text: 'Thank God.' });
    const call = await stage.call(callSid);
    expect(call).toMatchObject({ status: 'in-progress', heard: ['This is Mike.'] });
    expect(call.legs[0]!.lines.filter(({ kind }) => kind === 'heard').map(({ text }) => text)).toContain('Thank God.');
    await stage.control('POST', `/phones/${MIKE}/hangup`);
    await stage.settle();
    expect(stage.application.forms('/dial-done')).toMatchObject([{ DialCallStatus: 'completed', DialBridged: 'true' }]);
    expect(stage.application.forms('/leg').map((form) => form.CallStatus)).toEqual([
      'initiated',
      'ringing',
      'in-progress',
      'completed',
    ]);
    expect(stage.application.forms('/leg').map((form) => form.SequenceNumber)).toEqual(['0', '1', '2', '3']);
  });

  it.each([
    ['a carrier’s voicemail picks up', { kind: 'voicemail', afterSeconds: 10 }, 'completed'],
    ['somebody answers and presses nothing', { kind: 'answers', afterSeconds: 5 }, 'completed'],
    ['the phone is busy', { kind: 'busy' }, 'busy'],
    ['nobody answers', { kind: 'no-answer' }, 'no-answer'],
    ['the call is declined', { kind: 'declines', afterSeconds: 3 }, 'busy'],
    ['the phone is off', { kind: 'off' }, 'failed'],
  ])('does not connect when %s', async (_what, behaviour, status) => {
    await stage.control('PUT', `/phones/${MIKE}/behaviour`, behaviour);
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(60);
    expect(stage.application.forms('/dial-done')).toMatchObject([{ DialCallStatus: status, DialBridged: 'false' }]);
    expect((await stage.call(callSid)).heard).toEqual(['I could not reach Mike.']);
  });

  it('lets the technician’s leg go when REST moves it to a conference', async () => {
    stage.application.says('/room', '<Dial><Conference>inc-2</Conference></Dial>');
    await stage.control('PUT', `/phones/${MIKE}/behaviour`, { kind: 'answers', afterSeconds: 5, press: '1' });
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(15);
    const tech = (await stage.call(callSid)).legs[0]!.callSid;
    await client.calls(tech).update({ url: stage.application.url('/room') });
    await stage.pass(5);
    expect((await stage.call(tech)).status).toBe('in-progress');
    expect((await stage.call(callSid)).heard).toContain('I could not reach Mike.');
  });

  it('stops ringing when the caller gives up', async () => {
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(5);
    await stage.control('POST', `/calls/${callSid}/hangup`);
    await stage.settle();
    const call = await stage.call(callSid);
    expect(call).toMatchObject({ status: 'no-answer', talkSeconds: 0 });
    expect(call.legs[0]!.status).toBe('canceled');
    expect(stage.application.at('/dial-done')).toEqual([]);
  });

  it('refuses a caller id that is not the account’s', async () => {
    stage.application.says('/incoming-call', '<Dial callerId="+15559990000" action="/dial-done">+15555550142</Dial>');
    const callSid = await stage.dial(CALLER, METRO);
    expect((await stage.call(callSid)).errors[0]).toMatch(/^13214/);
    expect(stage.application.forms('/dial-done')).toMatchObject([{ DialCallStatus: 'failed' }]);
  });
});

describe('a business line that forwards back to the dialled number', () => {
  it('comes back as a second inbound call with ForwardedFrom, and both hear each other', async () => {
    stage.application.answersWith('/incoming-call', ({ form }) => ({
      type: 'text/xml',
      body: form.ForwardedFrom
        ? '<Response><Say>After hours.</Say></Response>'
        : '<Response><Dial>+15558870001</Dial></Response>',
    }));
    await stage.control('PUT', '/phones/+15558870001/behaviour', { kind: 'forwards', afterSeconds: 4, to: METRO });
    const callSid = await stage.dial(CALLER, METRO);
    await stage.pass(10);
    expect(stage.application.forms('/incoming-call')[1]).toMatchObject({
      From: CALLER,
      To: METRO,
      ForwardedFrom: '+15558870001',
    });
    expect((await stage.call(callSid)).heard).toEqual(['After hours.']);
  });
});

describe('<Connect><Stream>', () => {
  let stream: CallStream;
  let heard: string[];

  beforeEach(() => {
    heard = [];
    const listener: StreamListener = {
      heard: (text) => heard.push(text),
      pressed: (digits) => heard.push(`key ${digits}`),
      closed: (end) => heard.push(`closed: ${end}`),
    };
    stage.simulator.world.streams.register({
      accepts: (url) => url.hostname === 'agent.test',
      connect: (opened) => {
        stream = opened;
        return listener;
      },
    });
    stage.application.says(
      '/incoming-call',
      '<Start><Recording recordingStatusCallback="/recording" channels="dual"/></Start><Connect><Stream url="wss://agent.test/1"><Parameter name="ref" value="c_1"/></Stream></Connect><Redirect>/after-ai</Redirect>',
    );
    stage.application.says('/after-ai', '<Say>Goodbye.</Say>');
  });

  it('lets the agent and the caller talk, and goes on behind the stream when the agent closes it', async () => {
    const callSid = await stage.dial(CALLER, METRO);
    void stream.say('How can I help?');
    await stage.control('POST', `/calls/${callSid}/say`, { text: 'A pipe burst.' });
    await stage.control('POST', `/calls/${callSid}/press`, { digits: '5' });
    stream.close();
    await stage.pass(10);
    expect(stream.parameters).toEqual({ ref: 'c_1' });
    expect(heard).toEqual(['A pipe burst.', 'key 5', 'closed: closed-by-party']);
    const call = await stage.call(callSid);
    expect(call.heard).toEqual(['How can I help?', 'Goodbye.']);
    expect(call.recordings).toMatchObject([{ status: 'completed', text: 'How can I help?\nA pipe burst.\nGoodbye.' }]);
    expect(stage.application.forms('/recording')).toMatchObject([
      { RecordingStatus: 'completed', RecordingChannels: '2' },
    ]);
  });

  it('tells the agent when the caller hangs up', async () => {
    const callSid = await stage.dial(CALLER, METRO);
    await stage.control('POST', `/calls/${callSid}/hangup`);
    await stage.settle();
    expect(heard).toEqual(['closed: call-ended']);
    expect(stage.application.at('/after-ai')).toEqual([]);
  });

  it('loses the agent when the leg is given new TwiML, and both legs meet in the conference', async () => {
    stage.application.says(
      '/tech',
      '<Dial><Conference beep="false" startConferenceOnEnter="true" endConferenceOnExit="true">inc-1</Conference></Dial>',
    );
    stage.application.says(
      '/join',
      '<Say>Connecting you to Mike now.</Say><Dial action="/after-transfer"><Conference beep="false" startConferenceOnEnter="false" statusCallback="/room" statusCallbackEvent="start end join leave">inc-1</Conference></Dial>',
    );
    await stage.control('PUT', `/phones/${MIKE}/behaviour`, { kind: 'answers', afterSeconds: 2 });
    const callSid = await stage.dial(CALLER, METRO);
    await client.calls.create({ to: MIKE, from: METRO, url: stage.application.url('/tech') });
    await stage.pass(5);
    await client.calls(callSid).update({ url: stage.application.url('/join'), method: 'POST' });
    await stage.pass(5);
    expect(heard).toEqual(['closed: call-moved']);
    await stage.control('POST', `/phones/${MIKE}/say`, { text: 'On my way.' });
    expect((await stage.call(callSid)).heard).toEqual(['Connecting you to Mike now.', 'On my way.']);
    expect(await client.conferences.list({ friendlyName: 'inc-1', status: 'in-progress' })).toHaveLength(1);
    await stage.control('POST', `/phones/${MIKE}/hangup`);
    await stage.settle();
    expect(stage.application.forms('/after-transfer')).toMatchObject([{ DialCallStatus: 'answered' }]);
    expect(stage.application.forms('/room').map((form) => form.StatusCallbackEvent)).toEqual([
      'participant-join',
      'conference-start',
      'participant-leave',
      'participant-leave',
      'conference-end',
    ]);
  });

  it('runs the next verb at once when nobody answers the stream', async () => {
    stage.application.says(
      '/incoming-call',
      '<Connect><Stream url="wss://nobody.test/"/></Connect><Say>Please leave a message.</Say>',
    );
    const callSid = await stage.dial(CALLER, METRO);
    const call = await stage.call(callSid);
    expect(call.heard).toEqual(['Please leave a message.']);
    expect(call.errors[0]).toMatch(/^31920/);
  });
});

describe('a call placed by the application', () => {
  it('reports initiated, ringing, answered and completed in order', async () => {
    stage.application.says('/tech', '<Gather numDigits="1" action="/key"><Say>Press 1.</Say></Gather><Hangup/>');
    stage.application.says('/key', '<Say>Thank you.</Say>');
    await stage.control('PUT', `/phones/${MIKE}/behaviour`, { kind: 'answers', afterSeconds: 2, press: '1' });
    const call = await client.calls.create({
      to: MIKE,
      from: METRO,
      url: stage.application.url('/tech'),
      statusCallback: stage.application.url('/status'),
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      timeout: 25,
    });
    expect(call.status).toBe('queued');
    await stage.pass(20);
    expect(stage.application.forms('/key')).toMatchObject([{ Digits: '1', Direction: 'outbound-api' }]);
    const statuses = stage.application.forms('/status');
    expect(statuses.map((form) => form.CallStatus)).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
    expect(await client.calls(call.sid).fetch()).toMatchObject({ status: 'completed', direction: 'outbound-api' });
    expect(await client.calls.list({ to: MIKE })).toHaveLength(1);
  });

  it('ends as no-answer after the timeout, and can be taken back before', async () => {
    const rung = await client.calls.create({ to: MIKE, from: METRO, twiml: '<Response/>', timeout: 20 });
    await stage.pass(30);
    expect((await client.calls(rung.sid).fetch()).status).toBe('no-answer');
    const taken = await client.calls.create({ to: MIKE, from: METRO, twiml: '<Response/>' });
    await stage.pass(3);
    await client.calls(taken.sid).update({ status: 'canceled' });
    expect((await client.calls(taken.sid).fetch()).status).toBe('canceled');
    await expect(client.calls(taken.sid).update({ twiml: '<Response/>' })).rejects.toMatchObject({
      status: 400,
      code: 21220,
    });
  });

  it.each([
    ['human', { kind: 'answers', afterSeconds: 2 }],
    ['machine_start', { kind: 'voicemail', afterSeconds: 2 }],
  ])('says %s picked up, when it asks', async (answeredBy, behaviour) => {
    stage.application.says('/tech', '<Hangup/>');
    await stage.control('PUT', `/phones/${MIKE}/behaviour`, behaviour);
    await client.calls.create({
      to: MIKE,
      from: METRO,
      url: stage.application.url('/tech'),
      machineDetection: 'Enable',
    });
    await stage.pass(5);
    expect(stage.application.forms('/tech')).toMatchObject([{ AnsweredBy: answeredBy }]);
  });

  it('complains about a relative URL inside TwiML given by REST', async () => {
    await stage.control('PUT', `/phones/${MIKE}/behaviour`, { kind: 'answers', afterSeconds: 1, press: '1' });
    const call = await client.calls.create({
      to: MIKE,
      from: METRO,
      twiml: '<Response><Gather numDigits="1" action="/key"/></Response>',
    });
    await stage.pass(20);
    expect((await stage.call(call.sid)).errors[0]).toMatch(/^11100/);
  });

  it.each([
    ['+15555550142', '+15550000000', 21210],
    ['5555550142', METRO, 21211],
    ['+1911', METRO, 21216],
    ['+442071838750', METRO, 21215],
  ])('to %s from %s is refused with %i', async (to, from, code) => {
    await expect(client.calls.create({ to, from, twiml: '<Response/>' })).rejects.toMatchObject({ status: 400, code });
  });
});
