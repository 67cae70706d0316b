/** `rejected` is final for this address (channel archived, webhook removed); `failed` may work later. */
export type PostOutcome =
  { kind: 'posted' } | { kind: 'rejected'; reason: string } | { kind: 'failed'; reason: string };

/** A team chat that takes a message by webhook (Slack). */
export abstract class ChatChannel {
  /** `text` is plain; the implementation escapes what its markup would read as a command. */
  abstract post(webhookUrl: string, text: string): Promise<PostOutcome>;
}
