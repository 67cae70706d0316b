import { escapeSlack, slackEndpoint, slackMessage, slackRefusal } from './slack-wire.js';

const WEBHOOK = 'https://hooks.slack.com/services/T00000000/B00000000/metro';

interface Block {
  type: string;
  text: { type: string; text: string; verbatim?: boolean };
}
const blocksOf = (text: string) => slackMessage(text).blocks as unknown as Block[];
const sections = (text: string) =>
  blocksOf(text)
    .filter((block) => block.type === 'section')
    .map((block) => block.text.text);

describe('the address of a Slack webhook', () => {
  it('keeps its path and goes to the configured origin', () => {
    expect(slackEndpoint(WEBHOOK, 'http://localhost:4010/')).toBe(
      'http://localhost:4010/services/T00000000/B00000000/metro',
    );
  });

  it.each([
    ['http://hooks.slack.com/services/T0000/B0000/x1'],
    ['https://hooks.slack.com.evil.example/services/T0000/B0000/x1'],
    ['https://evil.example/services/T0000/B0000/x1'],
    ['https://hooks.slack.com@169.254.169.254/services/T0000/B0000/x1'],
    ['https://hooks.slack.com/services/../../latest/meta-data'],
    ['https://hooks.slack.com/services/T0000/B0000/x1?to=elsewhere'],
    ['file:///etc/passwd'],
    [''],
  ])('refuses %s: a stored address never makes us call another host', (address) => {
    expect(slackEndpoint(address, 'https://hooks.slack.com')).toBeNull();
  });
});

describe('a digest as a Slack message', () => {
  it('puts the first line into the header and the rest into sections', () => {
    const blocks = blocksOf('OVERNIGHT CALL DIGEST - Fri, Feb 13, 2026\n1 call\n\nSTATS: 1 callback needed.');
    expect(blocks[0]).toEqual({
      type: 'header',
      text: { type: 'plain_text', text: 'OVERNIGHT CALL DIGEST - Fri, Feb 13, 2026', emoji: false },
    });
    expect(blocks[1]?.text).toEqual({
      type: 'mrkdwn',
      text: '1 call\n\nSTATS: 1 callback needed.',
      verbatim: true,
    });
  });

  it.each([
    ['<!channel>', '&lt;!channel&gt;'],
    ['<@U024BE7LH>', '&lt;@U024BE7LH&gt;'],
    ['<https://evil.example|your bank>', '&lt;https://evil.example|your bank&gt;'],
    ['Smith & Sons', 'Smith &amp; Sons'],
  ])('PII-07: a caller called "%s" is only words, in the blocks and in the fallback text', (said, safe) => {
    const message = JSON.stringify(slackMessage(`${said}\n1. ${said} - cnry_metro_lead_cards_caller_name`));
    expect(escapeSlack(said)).toBe(safe);
    expect(message).toContain(safe);
    expect(message).not.toContain(said);
  });

  it('keeps each section within 3,000 characters and breaks between lines', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `${index + 1}. ${'x'.repeat(95)}`);
    const texts = sections(['TITLE', ...lines].join('\n'));
    expect(texts.length).toBeGreaterThan(1);
    expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(3000);
    expect(texts.join('\n').split('\n')).toEqual(lines);
  });

  it('never sends more than Slack takes: a storm night of 400 calls is cut with a note', () => {
    const lines = Array.from({ length: 400 }, (_, index) => `${index + 1}. <Caller> & ${'y'.repeat(120)}`);
    const message = slackMessage(['TITLE', ...lines].join('\n'));
    expect(message.blocks?.length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(message.blocks).length).toBeLessThan(13_500);
    expect(sections(['TITLE', ...lines].join('\n')).at(-1)).toBe('The rest is in the app.');
  });

  it('never cuts an entity in half', () => {
    const [only] = sections(`TITLE\n${'<'.repeat(2000)}`);
    expect(only).toMatch(/^(&lt;)+$/);
  });

  it('has no empty section, which Slack would refuse', () => {
    expect(sections('No overnight calls. All quiet.')).toEqual([]);
  });
});

describe("Slack's refusals", () => {
  it.each([
    [404, 'no_service', 'rejected'],
    [404, 'channel_not_found', 'rejected'],
    [410, 'channel_is_archived', 'rejected'],
    [403, 'action_prohibited', 'rejected'],
    [400, 'invalid_blocks', 'failed'],
    [429, 'rate_limited', 'failed'],
    [500, 'rollup_error', 'failed'],
  ] as const)('%i %s is %s', (status, word, kind) => {
    expect(slackRefusal(status, word)).toEqual({ kind, reason: word });
  });

  it('never repeats an error page into our records', () => {
    expect(slackRefusal(502, '<html>Bad gateway</html>')).toEqual({ kind: 'failed', reason: 'http-502' });
  });
});
