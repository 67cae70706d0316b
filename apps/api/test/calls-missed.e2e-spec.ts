import type { LeftMessage } from '@domain/ports/telephony';
import { Caller } from './calls-caller.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';

const THURSDAY_922_PM = '2026-02-13T03:22:00Z';
const MESSAGE = { recordingSid: `RE${'7'.repeat(32)}`, seconds: 12 };

describe('calls that came while nobody was there to write them down', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let recording = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
  });
  beforeEach(() => app.clock.set(THURSDAY_922_PM));
  afterAll(() => app.close());

  /** As the carrier has it: ten minutes ago, answered by the fallback's file. */
  function calledDuringOutage(caller: Caller, message: LeftMessage | null, durationSeconds = 40): void {
    const arrivedAt = new Date(app.clock.now().getTime() - 600_000);
    const endedAt = new Date(arrivedAt.getTime() + durationSeconds * 1000);
    const { callSid, from } = caller;
    app.telephony.arrived.push({
      callSid,
      from: from ?? '',
      to: metro.line,
      arrivedAt,
      endedAt,
      durationSeconds,
      status: 'completed',
    });
    if (message) app.telephony.messages.set(callSid, message);
  }

  async function writtenDown(words: string, sid: string, caller: Caller): Promise<void> {
    app.transcriber.words = words;
    app.telephony.recordings.set(sid, { contentType: 'audio/mpeg', bytes: new Uint8Array([1]) });
    await app.job('voicemail.transcribe', metro.accountId, (await caller.row()).id);
  }

  const look = () => app.job('calls.find_missed', metro.accountId, metro.accountId);
  const newMessage = (): LeftMessage => ({
    ...MESSAGE,
    recordingSid: `RE${String((recording += 1)).padStart(32, '0')}`,
  });

  it('a message left with the fallback is found at the carrier, written down, and becomes a card of its own time', async () => {
    const caller = Caller.of(app, metro);
    const message = newMessage();
    calledDuringOutage(caller, message);
    await look();
    expect(await caller.row()).toMatchObject({
      handled_by: 'voicemail',
      recording_sid: message.recordingSid,
      duration_seconds: 40,
      called_at: new Date('2026-02-13T03:12:00Z'),
    });
    await writtenDown('I would like a quote on a water heater', message.recordingSid, caller);
    expect(await caller.card()).toMatchObject({ issue_summary: 'I would like a quote on a water heater' });
    expect(await caller.row()).toMatchObject({ status: 'completed', classification: 'routine' });
  });

  it('an emergency in such a message starts the ladder', async () => {
    const caller = Caller.of(app, metro);
    const message = newMessage();
    calledDuringOutage(caller, message);
    await look();
    await writtenDown('I smell gas in my kitchen', message.recordingSid, caller);
    expect(await caller.incidents()).toMatchObject([{ state: 'alerting', opened_by: 'voicemail' }]);
  });

  it('who hung up on the fallback is somebody to call back; after a few seconds it was a dropped call', async () => {
    const [patient, hasty] = [Caller.of(app, metro), Caller.of(app, metro)];
    calledDuringOutage(patient, null, 25);
    calledDuringOutage(hasty, null, 4);
    await look();
    expect(await patient.card()).toMatchObject({ issue_summary: 'Caller did not say what it is about' });
    expect(await hasty.row()).toMatchObject({ status: 'abandoned' });
    expect(await hasty.card()).toBeUndefined();
  });

  it('looking twice, and at calls we know, changes nothing', async () => {
    const [known, missed] = [Caller.of(app, metro), Caller.of(app, metro)];
    await known.rings();
    calledDuringOutage(known, null);
    calledDuringOutage(missed, newMessage());
    await look();
    const before = await app.db.everything('select id, status, recording_sid from calls order by id');
    await look();
    expect(await app.db.everything('select id, status, recording_sid from calls order by id')).toEqual(before);
    expect(await known.row()).toMatchObject({ status: 'in_progress', handled_by: 'ai' });
  });

  it('a technician who rang the line is no customer, unless they left a message', async () => {
    const mike = new Caller(app, metro.line, '+13125550182');
    calledDuringOutage(mike, null);
    await look();
    await expect(mike.row()).rejects.toThrow('no such call');
  });

  it('key 1 on a line whose call has no row yet alerts on-call all the same', async () => {
    const caller = Caller.of(app, metro);
    expect(await caller.hears('voice/voicemail-key', { Digits: '1' })).toMatch(/technician is being alerted right now/);
    expect(await caller.incidents()).toMatchObject([{ state: 'alerting' }]);
  });

  it('nobody is promised a technician who could not be alerted: a key on a line that is nobody’s', async () => {
    const stray = new Caller(app, '+13125559999');
    const heard = await stray.hears('voice/voicemail-key', { Digits: '1' });
    expect(heard).not.toMatch(/technician/);
    expect(heard).toMatch(/<Record/);
  });

  it('a message whose call has no row yet gets one, and the caller a goodbye', async () => {
    const caller = Caller.of(app, metro);
    const { recordingSid } = newMessage();
    const heard = await caller.hears('voice/voicemail-done', { RecordingSid: recordingSid, RecordingDuration: '12' });
    expect(heard).toMatch(/We have your message/);
    expect(await caller.row()).toMatchObject({ handled_by: 'voicemail', recording_sid: recordingSid });
  });

  it('the end of a recording that does not say which one leaves no card behind', async () => {
    const caller = Caller.of(app, metro);
    expect(await caller.hears('voice/voicemail-done')).toMatch(/<Hangup/);
    await expect(caller.row()).rejects.toThrow('no such call');
  });

  it('an agent that went down together with us: the message behind it is found with the missing report', async () => {
    const caller = Caller.of(app, metro);
    await caller.rings();
    await caller.says('Can I get a quote on a water heater?');
    await caller.status('completed', 80).expect(204);
    const message = newMessage();
    app.telephony.messages.set(caller.callSid, message);
    await app.pass(125);
    expect(await caller.row()).toMatchObject({ recording_sid: message.recordingSid, handled_by: 'voicemail' });
  });

  it('every contractor with a line is asked about', async () => {
    await app.job('calls.look_everywhere', 'none', 'all');
    expect(
      await app.db.everything(`select data->>'accountId' as account from pgboss.job where name = 'calls.find_missed'`),
    ).toEqual([{ account: metro.accountId }]);
  });
});
