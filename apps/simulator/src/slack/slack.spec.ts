import { Stage } from '../testing/stage.js';
import { createSlack } from './slack.js';

const stage = new Stage((world) => [createSlack(world)]);
beforeEach(() => stage.open());
afterEach(() => stage.close());

async function post(body: unknown): Promise<[number, string]> {
  const answer = await fetch(`${stage.address}/slack/services/T0/B0/secret`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return [answer.status, await answer.text()];
}

const section = (length: number) => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(length) } });

describe('an incoming webhook', () => {
  it('answers ok and keeps the message for the page', async () => {
    expect(await post({ text: 'OVERNIGHT CALL DIGEST', blocks: [section(10)] })).toEqual([200, 'ok']);
    expect(await stage.control('GET', '/slack')).toMatchObject([
      { webhook: '/services/T0/B0/secret', text: 'OVERNIGHT CALL DIGEST' },
    ]);
  });

  it.each([
    ['nothing to show', {}, 'no_text'],
    ['a section of 3001 characters', { text: 'x', blocks: [section(3001)] }, 'invalid_blocks'],
    ['51 blocks', { text: 'x', blocks: Array.from({ length: 51 }, () => section(1)) }, 'invalid_blocks'],
    [
      'a header of 151 characters',
      { text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] },
      'invalid_blocks',
    ],
    ['a block nobody knows', { text: 'x', blocks: [{ type: 'poem' }] }, 'invalid_blocks'],
  ])('refuses %s', async (_what, body, error) => {
    expect(await post(body)).toEqual([400, error]);
  });

  it('plays a removed webhook, once', async () => {
    await stage.control('POST', '/faults', { scope: 'slack.webhook', kind: 'error-code', code: 404, count: 1 });
    expect(await post({ text: 'x' })).toEqual([404, 'no_service']);
    expect(await post({ text: 'x' })).toEqual([200, 'ok']);
  });
});
