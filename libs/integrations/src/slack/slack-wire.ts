import type { IncomingWebhookSendArguments } from '@slack/webhook';

const HEADER_MAX = 150;
const SECTION_MAX = 3000;
/** Slack takes 50 blocks, but messages beyond about 13,000 characters of blocks have been refused (bolt-js 2509). */
const MESSAGE_MAX = 12_000;
const FALLBACK_MAX = 3000;
const CUT_NOTE = 'The rest is in the app.';

// The only hosts and paths an incoming webhook has: a stored address must never turn us into somebody's HTTP client.
const WEBHOOK = /^https:\/\/hooks\.slack\.com(\/services\/T[A-Z0-9]{2,20}\/B[A-Z0-9]{2,20}\/[A-Za-z0-9]{2,64})$/;

/** Where a stored webhook address is called, or null when it is not one of Slack's. `origin`: SLACK_API_URL. */
export function slackEndpoint(webhookUrl: string, origin: string): string | null {
  const path = WEBHOOK.exec(webhookUrl)?.[1];
  return path ? origin.replace(/\/+$/, '') + path : null;
}

/** Slack reads `<!channel>`, `<@U1>` and links between angle brackets; escaped, a caller's words are only words (PII-07). */
export const escapeSlack = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A plain text as a message: its first line is the header, the rest sections within Slack's limits, cut with a note. */
export function slackMessage(text: string): IncomingWebhookSendArguments {
  const [title = '', ...lines] = text.trim().split('\n');
  const sections = sectionsOf(lines);
  return {
    text: escapeWithin(text.trim(), FALLBACK_MAX),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: escapeWithin(title, HEADER_MAX), emoji: false } },
      // `verbatim`: otherwise Slack goes looking for channel names and people in what callers said.
      ...sections.map((section) => ({
        type: 'section' as const,
        text: { type: 'mrkdwn' as const, text: section, verbatim: true },
      })),
    ],
  };
}

function sectionsOf(lines: string[]): string[] {
  const sections: string[] = [];
  let current = '';
  let total = 0;
  for (const line of lines.map((raw) => escapeWithin(raw, SECTION_MAX))) {
    if (total + line.length > MESSAGE_MAX) return [...sections, current, CUT_NOTE].filter(hasText);
    if (current.length + line.length + 1 > SECTION_MAX) {
      sections.push(current);
      current = '';
    }
    current = current === '' ? line : `${current}\n${line}`;
    total += line.length + 1;
  }
  return [...sections, current].filter(hasText);
}

const hasText = (section: string): boolean => section.trim() !== '';

/** Escaped and at most `max` long, never ending inside an entity or half a character. */
function escapeWithin(text: string, max: number): string {
  let escaped = '';
  for (const character of text) {
    const next = escapeSlack(character);
    if (escaped.length + next.length > max) return escaped;
    escaped += next;
  }
  return escaped;
}

// 403, 404 and 410 say that this address will never work again: channel archived, webhook or team removed.
const FINAL_STATUS = new Set([403, 404, 410]);

/** What Slack's refusal means. `body` is one of its words, such as `channel_is_archived`, or somebody's error page. */
export function slackRefusal(
  status: number,
  body: string | undefined,
): { kind: 'rejected' | 'failed'; reason: string } {
  const word = body?.trim() ?? '';
  const reason = /^[a-z_]{3,60}$/.test(word) ? word : `http-${status}`;
  return { kind: FINAL_STATUS.has(status) ? 'rejected' : 'failed', reason };
}
