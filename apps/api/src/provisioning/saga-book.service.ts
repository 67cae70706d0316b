import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { Clock } from '@domain/ports/clock';
import { MOST_ATTEMPTS, nextMove, waitBeforeAttempt } from '@domain/provisioning/saga-steps';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ProvisioningStep } from './provisioning-step.entity.js';
import { Provisioning } from './provisioning.entity.js';
import type { ProvisioningFacts, SagaTurn } from './provisioning.types.js';
import { addFacts, hold, isHeld, letGo, startStep } from './saga.queries.js';

const LOOK_AGAIN_SECONDS = 15;
const BY_ITSELF = { type: 'system' } as const;

export interface StepFailure {
  code: string;
  /** Asking again changes nothing: a person has to decide. */
  final: boolean;
}

/** The record of a saga: every step is written down before it is taken and after it was (law 4). */
@Injectable()
export class SagaBook {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Takes the next step on itself and writes that down; null when there is nothing to do, or another worker does it. */
  open(accountId: AccountId, id: string, holder: string): Promise<SagaTurn | null> {
    return this.db.within(accountId, async (tx) => {
      const saga = await tx.lock(Provisioning, { id });
      if (!saga) return null;
      const move = nextMove(saga.state, await tx.find(ProvisioningStep, { provisioningId: id }));
      if (move.kind === 'rest') return null;
      if (saga.heldBy !== holder && (await isHeld(tx, id))) return this.comeBack(tx, id, LOOK_AGAIN_SECONDS);
      if (move.kind === 'end') return this.end(tx, saga, move.state);
      await hold(tx, id, holder);
      if (move.kind === 'do') await startStep(tx, id, move.step, this.clock.now());
      return { direction: move.kind, step: move.step, work: this.workOf(saga, holder) };
    });
  }

  async succeeded(turn: SagaTurn, holder: string, facts: ProvisioningFacts): Promise<void> {
    const { accountId, id } = turn.work;
    await this.db.within(accountId, async (tx) => {
      if (!(await addFacts(tx, id, holder, facts))) return;
      const state = turn.direction === 'do' ? 'done' : 'undone';
      await this.closeStep(tx, turn, { state, errorCode: null, endedAt: this.clock.now() });
      await this.tell(tx, id, `provisioning.step_${state}`, { step: turn.step });
    });
  }

  /** True when it will be tried again by itself. What is undone is tried for ever: an orphan costs money every month. */
  async failed(turn: SagaTurn, holder: string, failure: StepFailure): Promise<boolean> {
    const { accountId, id } = turn.work;
    return this.db.within(accountId, async (tx) => {
      if (!(await addFacts(tx, id, holder, {}))) return true;
      const attempts = await this.attemptsAt(tx, turn);
      const data = { step: turn.step, code: failure.code, attempt: attempts };
      await this.tell(tx, id, 'provisioning.step_failed', data);
      await letGo(tx, id);
      const givesUp = turn.direction === 'do' && (failure.final || attempts >= MOST_ATTEMPTS);
      if (givesUp) return this.giveUp(tx, turn, failure.code);
      await this.closeStep(tx, turn, { errorCode: failure.code });
      await this.comeBack(tx, id, waitBeforeAttempt(attempts));
      return true;
    });
  }

  private async remember(accountId: AccountId, id: string, holder: string, facts: ProvisioningFacts): Promise<void> {
    const kept = await this.db.within(accountId, (tx) => addFacts(tx, id, holder, facts));
    if (!kept) throw new Error('Another worker has taken this set-up over');
  }

  private workOf(saga: Provisioning, holder: string): SagaTurn['work'] {
    const accountId = saga.accountId as AccountId;
    return {
      accountId,
      id: saga.id,
      lineId: saga.lineId,
      kind: saga.kind,
      createdAt: saga.createdAt,
      wantedNumber: saga.wantedNumber as E164 | null,
      wantedAreaCode: saga.wantedAreaCode,
      facts: saga.facts,
      remember: (facts) => this.remember(accountId, saga.id, holder, facts),
    };
  }

  private async end(tx: AccountTx, saga: Provisioning, state: 'finished' | 'abandoned'): Promise<null> {
    const endedAt = this.clock.now();
    await tx.update(Provisioning, { id: saga.id }, { state, endedAt, heldBy: null, heldUntil: null, errorCode: null });
    await this.tell(tx, saga.id, `provisioning.${state}`, {});
    return null;
  }

  private async giveUp(tx: AccountTx, turn: SagaTurn, code: string): Promise<boolean> {
    const { id } = turn.work;
    // Somebody may have abandoned it while the step ran: then it goes on, backwards.
    const stopped = await tx.update(Provisioning, { id, state: 'running' }, { state: 'failed', errorCode: code });
    await this.closeStep(tx, turn, { state: 'failed', errorCode: code, endedAt: this.clock.now() });
    if (stopped === 0) return true;
    await this.tell(tx, id, 'provisioning.failed', { step: turn.step, code });
    return false;
  }

  private async attemptsAt(tx: AccountTx, { step, work, direction }: SagaTurn): Promise<number> {
    const [row] = await tx.find(ProvisioningStep, { provisioningId: work.id, step });
    const attempts = (row?.attempts ?? 0) + (direction === 'undo' ? 1 : 0);
    if (direction === 'undo') await tx.update(ProvisioningStep, { provisioningId: work.id, step }, { attempts });
    return attempts;
  }

  private async closeStep(tx: AccountTx, turn: SagaTurn, patch: Partial<ProvisioningStep>): Promise<void> {
    await tx.update(ProvisioningStep, { provisioningId: turn.work.id, step: turn.step }, patch);
  }

  private async comeBack(tx: AccountTx, id: string, startAfterSeconds: number): Promise<null> {
    const job = { accountId: tx.accountId, id };
    await this.jobs.enqueue(tx, 'provisioning.run', job, { singletonKey: id, startAfterSeconds });
    return null;
  }

  private tell(tx: AccountTx, id: string, event: string, data: Record<string, unknown>): Promise<void> {
    return this.journal.record(tx, { event, subjectId: id, actor: BY_ITSELF, data });
  }
}
