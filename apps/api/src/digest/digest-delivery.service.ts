import type { DigestCounts } from '@domain/digest/digest.types';
import { ChatChannel, type PostOutcome } from '@domain/ports/chat-channel';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import type { AfterHoursConfig } from '../config/config.types.js';
import { beginAttempt, markFailed, markSent } from './digest.queries.js';
import type { DeliveryAttempt } from './digest.types.js';

const JOB = 'digest.deliver';
/** VTCR 3.2: at 6:00, again at 6:15 and 6:30, then the banner stays. */
const ATTEMPTS = 3;
const RETRY_AFTER_SECONDS = 15 * 60;

/** Brings a stored digest to the contractor's channel, and keeps book about it. */
@Injectable()
export class DigestDeliveryService {
  constructor(
    private readonly config: ConfigService,
    private readonly chat: ChatChannel,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
  ) {}

  /** Queued with the row it is about: a rollback sends nothing, a crash loses nothing. */
  async announce(tx: AccountTx, digestId: string, counts: DigestCounts): Promise<void> {
    await this.journal.record(tx, {
      event: 'digest.compiled',
      subjectId: digestId,
      actor: { type: 'system' },
      data: { ...counts },
    });
    await this.jobs.enqueue(tx, JOB, { accountId: tx.accountId, id: digestId }, { singletonKey: digestId });
  }

  /** Counts a try and says what to send where; null when the digest has been sent. */
  async begin(tx: AccountTx, digestId: string): Promise<DeliveryAttempt | null> {
    const attempt = await beginAttempt(tx, digestId);
    return attempt && { digestId, ...attempt, ...addressOf(await this.config.read(tx)) };
  }

  /** Outside any transaction. */
  async post({ webhookUrl, reason, content }: DeliveryAttempt): Promise<PostOutcome> {
    return webhookUrl ? this.chat.post(webhookUrl, content) : { kind: 'rejected', reason };
  }

  /** Writes down how a try went and, while there is hope, queues the next one. */
  async settle(tx: AccountTx, attempt: DeliveryAttempt, outcome: PostOutcome): Promise<void> {
    if (outcome.kind === 'posted') {
      await markSent(tx, attempt.digestId);
      return this.tell(tx, 'digest.sent', attempt, null);
    }
    await markFailed(tx, attempt.digestId, outcome.reason);
    await this.tell(tx, 'digest.failed', attempt, outcome.reason);
    if (outcome.kind === 'failed' && attempt.number < ATTEMPTS) await this.retryLater(tx, attempt);
  }

  private async retryLater(tx: AccountTx, attempt: DeliveryAttempt): Promise<void> {
    await this.jobs.enqueue(
      tx,
      JOB,
      { accountId: tx.accountId, id: attempt.digestId },
      { singletonKey: `${attempt.digestId}/${attempt.number}`, startAfterSeconds: RETRY_AFTER_SECONDS },
    );
  }

  private tell(tx: AccountTx, event: string, attempt: DeliveryAttempt, reason: string | null): Promise<void> {
    return this.journal.record(tx, {
      event,
      subjectId: attempt.digestId,
      actor: { type: 'system' },
      data: { attempt: attempt.number, ...(reason ? { reason } : {}) },
    });
  }
}

/** Slack is the one channel there is; the digest can be read in the app whatever happens. */
function addressOf(config: AfterHoursConfig): Pick<DeliveryAttempt, 'webhookUrl' | 'reason'> {
  if (config.digestChannel !== 'slack') return { webhookUrl: null, reason: `${config.digestChannel}-not-available` };
  return { webhookUrl: config.digestSlackWebhook, reason: 'no-slack-webhook' };
}
