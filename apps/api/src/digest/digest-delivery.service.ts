import type { DigestCounts } from '@domain/digest/digest.types';
import { DomainError, notFound } from '@domain/errors/domain-error';
import type { PostOutcome } from '@domain/ports/chat-channel';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import type { AfterHoursConfig } from '../config/config.types.js';
import { beginAttempt, lockDelivery, markFailed, markSent, textingLine } from './digest.queries.js';
import type { DeliveryAttempt, DigestAddress } from './digest.types.js';

const JOB = 'digest.deliver';
/** VTCR 3.2: at 6:00, again at 6:15 and 6:30, then the banner stays. */
const ATTEMPTS = 3;
const RETRY_AFTER_SECONDS = 15 * 60;

/** Brings a stored digest to the contractor's channel, and keeps book about it. */
@Injectable()
export class DigestDeliveryService {
  constructor(
    private readonly config: ConfigService,
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

  /** VTCR 3.2's Retry. Pressed twice before the try begins it is one try. Throws `digest-not-found`, `digest-already-sent`. */
  async retry(tx: AccountTx, digestId: string, actor: Actor): Promise<void> {
    const delivery = await lockDelivery(tx, digestId);
    if (!delivery) throw notFound('digest');
    const { attempts, isSent } = delivery;
    if (isSent) throw new DomainError('conflict', 'digest-already-sent', 'This digest has been sent meanwhile.');
    await this.journal.record(tx, { event: 'digest.retry_asked', subjectId: digestId, actor, data: { attempts } });
    await this.jobs.enqueue(
      tx,
      JOB,
      { accountId: tx.accountId, id: digestId },
      { singletonKey: `${digestId}/asked/${attempts}` },
    );
  }

  /** Counts a try and says what to send where; null when the digest has been sent or is being tried. */
  async begin(tx: AccountTx, digestId: string): Promise<DeliveryAttempt | null> {
    const attempt = await beginAttempt(tx, digestId);
    if (!attempt) return null;
    const config = await this.config.read(tx);
    const address = addressOf(config, await textingLine(tx));
    return { ...attempt, digestId, accountId: tx.accountId, accountName: config.accountName, address };
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

type Destination = Pick<AfterHoursConfig, 'digestChannel' | 'digestSlackWebhook' | 'digestEmail' | 'digestPhone'>;

/** The digest can be read in the app whatever happens. */
function addressOf(config: Destination, line: string | null): DigestAddress {
  const { digestChannel, digestSlackWebhook, digestEmail, digestPhone } = config;
  if (digestChannel === 'slack')
    return digestSlackWebhook ? { kind: 'slack', webhookUrl: digestSlackWebhook } : nowhere('no-slack-webhook');
  if (digestChannel === 'email') return digestEmail ? { kind: 'email', to: digestEmail } : nowhere('no-email-address');
  if (!digestPhone) return nowhere('no-phone-number');
  return line ? { kind: 'sms', from: line, to: digestPhone } : nowhere('line-may-not-text');
}

const nowhere = (reason: string): DigestAddress => ({ kind: 'nowhere', reason });
