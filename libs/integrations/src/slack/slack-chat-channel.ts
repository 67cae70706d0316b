import { ChatChannel, type PostOutcome } from '@domain/ports/chat-channel';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { IncomingWebhook, IncomingWebhookHTTPError } from '@slack/webhook';
import { slackEndpoint, slackMessage, slackRefusal } from './slack-wire.js';

const TIMEOUT_MS = 5000;

/** Slack's incoming webhooks. Never retries: the job that posts knows when it is worth another try. */
@Injectable()
export class SlackChatChannel extends ChatChannel {
  constructor(private readonly env: Env) {
    super();
  }

  async post(webhookUrl: string, text: string): Promise<PostOutcome> {
    const endpoint = slackEndpoint(webhookUrl, this.env.SLACK_API_URL);
    if (!endpoint) return { kind: 'rejected', reason: 'not-a-slack-webhook' };
    try {
      await new IncomingWebhook(endpoint, { timeout: TIMEOUT_MS }).send(slackMessage(text));
      return { kind: 'posted' };
    } catch (error) {
      if (error instanceof IncomingWebhookHTTPError) return slackRefusal(error.statusCode, error.body);
      return { kind: 'failed', reason: 'unreachable' };
    }
  }
}
