import { METRO_OFFICE, MIKE, Stage } from './stage.js';

interface ProvisioningFacts {
  setUp: { state: string; number: string | null; problem: string | null } | null;
  lines: { id: string; number: string; state: string }[];
}
interface CheckFacts {
  state: string;
  words: string;
}

const stage = new Stage();
beforeAll(() => stage.open());
afterAll(() => stage.close());

describe('A contractor comes to a number of its own', () => {
  let line = '';

  const provisioning = () => stage.metro.get<ProvisioningFacts>('provisioning');
  const lastCheck = async () => (await stage.metro.get<{ lastCheck: CheckFacts | null }>('forwarding')).lastCheck;

  it('bought, imported, given its voice and put in service, while the demo line goes on as before', async () => {
    await stage.opensAt('21:00');
    const started = await stage.metro.ask('POST', 'provisioning', { kind: 'buy', areaCode: '773' });
    expect(started.status).toBe(202);
    const { setUp } = await stage.eventually(async () => {
      const now = await provisioning();
      return now.setUp?.state === 'running' ? undefined : now;
    }, 'the set-up came to an end');
    expect(setUp).toMatchObject({ state: 'finished', problem: null });
    line = setUp?.number ?? '';
    const caller = stage.caller('+13125550147');
    await caller.dials(stage.metro.line);
    await caller.hangsUp();
    expect(await stage.metro.callFrom('+13125550147')).toMatchObject({ handledBy: 'ai' });
  });

  it('and an emergency on it is answered with its name, and its caller meets the technician in its own carrier account', async () => {
    await stage.opensAt('21:22');
    const jim = await stage
      .caller('+13125550148')
      .tells(line, 'There is water pouring through my ceiling, a pipe burst');
    const mike = await stage.tech(MIKE).rings();
    await mike.answers();
    await mike.hears(/Emergency call for Metro Plumbing/);
    await mike.presses('1');
    await jim.hears(/Connecting you to Mike/);
    await stage.passes({ seconds: 5 });
    await jim.says('The whole basement is soaked');
    await mike.hears(/The whole basement is soaked/);
    // Decision 16: a number that is not registered yet may not text, so the voice carries the ladder alone.
    expect(await mike.texts()).toEqual([]);
    await jim.hangsUp();
    await stage.passes({ seconds: 10 });
    const call = await stage.metro.callFrom('+13125550148');
    expect(call).toMatchObject({ status: 'completed', classification: 'emergency', hasRecording: true });
    const recording = await stage.metro.ask('GET', `calls/${call.id}/recording`);
    expect(recording.status).toBe(200);
  });

  it('and once it is registered, its pages are texts of its own number as well', async () => {
    await stage.database.everything(`update lines set sms_capability = 'approved' where number = $1`, [line]);
    await stage.opensAt('21:50');
    await stage.caller('+13125550149').tells(line, 'There is water pouring through my ceiling, a pipe burst');
    const mike = stage.tech(MIKE);
    await mike.receives(/EMERGENCY/);
    const [text] = (await stage.network.phone(MIKE)).messages
      .filter(({ body }) => body.includes('EMERGENCY'))
      .slice(-1);
    expect(text).toMatchObject({ from: line, status: 'delivered' });
  });

  it("and the business's own number is proved to forward to it, or not to", async () => {
    const demo = (await provisioning()).lines.find(({ number }) => number === stage.metro.line);
    await stage.opensAt('22:00');
    await stage.network.behaves(METRO_OFFICE, { kind: 'forwards', afterSeconds: 8, to: demo?.number ?? '' });
    expect((await stage.metro.ask('POST', 'forwarding/checks', {})).status).toBe(202);
    await stage.passes({ seconds: 15 });
    expect(await lastCheck()).toMatchObject({ state: 'arrived' });

    await stage.network.behaves(METRO_OFFICE, { kind: 'voicemail', afterSeconds: 12 });
    await stage.metro.ask('POST', 'forwarding/checks', {});
    await stage.passes({ seconds: 62 });
    expect(await lastCheck()).toMatchObject({
      state: 'not_arrived',
      words: expect.stringContaining('voicemail') as string,
    });
    expect(await stage.metro.callsFrom(stage.metro.line)).toEqual([]);
  });

  it('and what was changed behind its back is put right the same night (WHI-10)', async () => {
    await stage.opensAt('23:30');
    const ours = await stage.network.voiceUrlOf(line);
    expect(ours).toContain('/api/twilio/incoming-call');
    await stage.network.pointsAway(line);
    await stage.opensAt('04:30');
    await stage.passes({ seconds: 5 });
    expect(await stage.network.voiceUrlOf(line)).toBe(ours);
  });
});
