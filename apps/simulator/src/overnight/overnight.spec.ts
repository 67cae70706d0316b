import { Stage } from '../testing/stage.js';
import { DEV_ACCOUNT_SID, DEV_AUTH_TOKEN } from '../server-settings.js';
import { createSlack } from '../slack/slack.js';
import { createTwilio } from '../twilio/twilio.js';
import { DEMO_NUMBERS } from './demo-numbers.js';
import { createOvernight } from './overnight.js';

interface Night {
  status: string;
  error: string | null;
  events: { local: string; what: string }[];
}

const stage = new Stage((world) => [createTwilio(world), createSlack(world), createOvernight(world)]);

beforeEach(async () => {
  await stage.open();
  Object.assign(stage.simulator.world.settings, { apiUrl: stage.application.url('') });
  const form = new URLSearchParams({
    PhoneNumber: DEMO_NUMBERS.metro.line,
    VoiceUrl: stage.application.url('/incoming-call'),
  });
  const authorization = `Basic ${btoa(`${DEV_ACCOUNT_SID}:${DEV_AUTH_TOKEN}`)}`;
  const url = `${stage.address}/2010-04-01/Accounts/${DEV_ACCOUNT_SID}/IncomingPhoneNumbers.json`;
  await fetch(url, { method: 'POST', headers: { authorization }, body: form });
});
afterEach(() => stage.close());

async function playedNight(): Promise<Night> {
  for (;;) {
    const night = await stage.control<Night>('GET', '/overnight');
    if (night.status !== 'playing') return night;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the overnight session (PRD §13)', () => {
  it('plays the four calls at their local times, moving both clocks over the idle hours', async () => {
    stage.application.answersWith('/api/dev/clock', { type: 'application/json', body: '{}' });
    stage.application.says(
      '/incoming-call',
      '<Gather input="speech" action="{base}/said" timeout="600"><Say>How can I help you?</Say></Gather>',
    );
    stage.application.says('/said', '<Hangup/>');
    await stage.control('POST', '/overnight/play', { speed: 120, date: '2026-02-12' });
    const night = await playedNight();
    expect(night).toMatchObject({ status: 'done', error: null });
    const calls = night.events.filter(({ what }) => !/hung up|digest|Mike/i.test(what));
    expect(calls.map(({ local }) => local.replace(/:\d\d /, ' '))).toEqual([
      'Thu 7:45 PM',
      'Thu 8:30 PM',
      'Thu 9:22 PM',
      'Fri 6:10 AM',
    ]);
    expect(stage.application.forms('/said').map(({ From }) => From)).toEqual(
      ['sarah', 'doug', 'jim', 'sandra'].map((caller) => DEMO_NUMBERS.callers[caller as 'jim'].phone),
    );
    expect(stage.application.at('/api/dev/clock').length).toBeGreaterThan(4);
    expect(stage.simulator.world.clock.scale).toBe(1);
  }, 30_000);

  it('says what is wrong when Nightdesk has no movable clock', async () => {
    stage.application.answersWith('/api/dev/clock', { status: 404 });
    await stage.control('POST', '/overnight/play', { speed: 120, date: '2026-02-12' });
    expect(await playedNight()).toMatchObject({ status: 'failed', error: expect.stringContaining('HTTP 404') });
  });

  it.each([[{ speed: 0 }], [{ date: 'tomorrow' }]])('refuses %j', async (order) => {
    expect(await stage.control('POST', '/overnight/play', order)).toHaveProperty('message');
  });
});
