import { Stage } from './testing/stage.js';

const stage = new Stage(() => []);
beforeEach(() => stage.open());
afterEach(() => stage.close());

describe('the control API', () => {
  it('tells its health, and moves the clock', async () => {
    expect(await stage.control('GET', '/health')).toMatchObject({ status: 'ok' });
    expect(await stage.control('PUT', '/clock', { scale: 0, now: '2027-03-14T09:59:00.000Z' })).toEqual({
      scale: 0,
      now: '2027-03-14T09:59:00.000Z',
    });
    expect(await stage.control('POST', '/clock/advance', { ms: 60_000 })).toMatchObject({
      now: '2027-03-14T10:00:00.000Z',
    });
    expect(await stage.control('PUT', '/clock', { now: 'tonight' })).toHaveProperty('message');
    expect(await stage.control('PUT', '/clock', { scale: -1 })).toHaveProperty('message');
  });

  it('finds log entries by kind, scope and text, newest last', async () => {
    const { log } = stage.simulator.world;
    log.event('phone.sms', 'first', { to: '+15555550142' });
    log.event('phone.call', 'second');
    log.error('twilio.twiml', 'third');
    const summaries = async (query: string) =>
      (await stage.control<{ summary: string }[]>('GET', `/log?${query}`)).map(({ summary }) => summary);
    expect(await summaries('')).toEqual(['first', 'second', 'third']);
    expect(await summaries('scope=phone')).toEqual(['first', 'second']);
    expect(await summaries('kind=error')).toEqual(['third']);
    expect(await summaries('text=0142')).toEqual(['first']);
    expect(await summaries('limit=1')).toEqual(['third']);
    expect(await summaries('after=2')).toEqual(['third']);
  });

  it('streams events, resuming after the last one seen', async () => {
    const { log } = stage.simulator.world;
    log.event('phone.sms', 'missed');
    const response = await fetch(`${stage.address}/sim/events`, { headers: { 'last-event-id': '0' } });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    log.event('phone.sms', 'live');
    let text = '';
    while (!text.includes('live')) text += (await reader.read()).value ?? '';
    expect(text.match(/^id: \d+$/gm)).toEqual(['id: 1', 'id: 2']);
    await reader.cancel();
  });
});
