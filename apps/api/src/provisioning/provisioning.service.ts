import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { mayDial } from '@domain/phone/e164';
import { Clock } from '@domain/ports/clock';
import { MOST_LINES_PER_ACCOUNT, MOST_ORDERS_PER_AGENCY_AND_DAY } from '@domain/provisioning/number-limits';
import { stepsFor } from '@domain/provisioning/saga-steps';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { linesHeld } from './lines.queries.js';
import { ordersOfAgencyToday, noteOrder } from './orders.queries.js';
import { ProvisioningStep } from './provisioning-step.entity.js';
import { Provisioning } from './provisioning.entity.js';
import type { WantedNumber } from './provisioning.types.js';

/** Starts, repeats and abandons the set-up of a line; `SagaRun` does the work. */
@Injectable()
export class ProvisioningService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes the set-up down and queues it, in the caller's transaction. Throws `set-up-running`, `too-many-lines`,
   * `too-many-orders`, `number-not-possible`. Returns its id.
   */
  async start(tx: AccountTx, wanted: WantedNumber, actor: Actor): Promise<string> {
    // One decision at a time per account: two clicks must not both find room for a line.
    await tx.query(`select 1 from accounts where account_id = $1 for update`, [tx.accountId]);
    await this.refuseImpossible(tx, wanted);
    if (wanted.kind === 'buy') await this.countOrder(tx);
    const id = await this.write(tx, wanted);
    await this.journal.record(tx, { event: 'provisioning.started', subjectId: id, actor, data: { kind: wanted.kind } });
    await this.runSoon(tx, id);
    return id;
  }

  begin(accountId: AccountId, wanted: WantedNumber, actor: Actor): Promise<string> {
    return this.db.within(accountId, (tx) => this.start(tx, wanted, actor));
  }

  /** Goes on where it stopped. Throws `set-up-not-found` when nothing waits for a person. */
  retry(accountId: AccountId, actor: Actor): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const saga = await tx.lock(Provisioning, { state: 'failed' });
      if (!saga) throw notFound('set-up');
      await tx.update(Provisioning, { id: saga.id }, { state: 'running', errorCode: null });
      await this.resume(tx, saga.id, 'provisioning.retried', actor);
    });
  }

  /** Takes back everything that was done. Throws `set-up-not-found` when none is under way. */
  abandon(accountId: AccountId, actor: Actor): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const saga =
        (await tx.lock(Provisioning, { state: 'running' })) ?? (await tx.lock(Provisioning, { state: 'failed' }));
      if (!saga) throw notFound('set-up');
      await tx.update(Provisioning, { id: saga.id }, { state: 'abandoning', errorCode: null });
      await this.resume(tx, saga.id, 'provisioning.abandon_requested', actor);
    });
  }

  private async resume(tx: AccountTx, id: string, event: string, actor: Actor): Promise<void> {
    await tx.update(ProvisioningStep, { provisioningId: id }, { attempts: 0 });
    await this.journal.record(tx, { event, subjectId: id, actor });
    await this.runSoon(tx, id);
  }

  private async refuseImpossible(tx: AccountTx, wanted: WantedNumber): Promise<void> {
    if ('number' in wanted && !mayDial(wanted.number))
      throw new DomainError('invalid', 'number-not-possible', 'Use a local number of the US or Canada.');
    const open = await tx.query(
      `select 1 from provisionings where account_id = $1 and state in ('running', 'failed', 'abandoning')`,
      [tx.accountId],
    );
    if (open.length > 0)
      throw refusal('set-up-running', 'A set-up is under way already. Finish or abandon it before you start another.');
    if ((await linesHeld(tx)) >= MOST_LINES_PER_ACCOUNT)
      throw refusal('too-many-lines', `An account can have ${MOST_LINES_PER_ACCOUNT} numbers. Release one first.`);
  }

  private async countOrder(tx: AccountTx): Promise<void> {
    if ((await ordersOfAgencyToday(tx)) >= MOST_ORDERS_PER_AGENCY_AND_DAY)
      throw new DomainError(
        'limited',
        'too-many-orders',
        'Your agency has bought many numbers today. Try again tomorrow.',
      );
    await noteOrder(tx);
  }

  private async write(tx: AccountTx, wanted: WantedNumber): Promise<string> {
    const id = newId();
    const wantedNumber = 'number' in wanted ? wanted.number : null;
    const wantedAreaCode = 'areaCode' in wanted ? wanted.areaCode : null;
    const createdAt = this.clock.now();
    const { kind } = wanted;
    await tx.insert(Provisioning, {
      id,
      lineId: newId(),
      kind,
      wantedNumber,
      wantedAreaCode,
      createdAt,
      state: 'running',
    });
    for (const [position, step] of stepsFor(kind).entries())
      await tx.insert(ProvisioningStep, { id: newId(), provisioningId: id, position, step });
    return id;
  }

  /** Under a key of its own: a run that waits for its next try must not swallow this one. */
  private runSoon(tx: AccountTx, id: string): Promise<void> {
    return this.jobs.enqueue(tx, 'provisioning.run', { accountId: tx.accountId, id }, { singletonKey: `${id}/now` });
  }
}

const refusal = (code: string, words: string): DomainError => new DomainError('conflict', code, words);
