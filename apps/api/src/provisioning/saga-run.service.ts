import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { ProviderFailure } from '@domain/ports/provider-failure';
import { Injectable, Logger } from '@nestjs/common';
import { newId } from '@platform/tenancy/new-id';
import type { ProvisioningFacts, SagaTurn } from './provisioning.types.js';
import { SagaBook, type StepFailure } from './saga-book.service.js';
import { SagaSteps } from './saga-steps.service.js';

/** Job `provisioning.run`: takes step after step of a set-up, or takes them back. */
@Injectable()
export class SagaRun {
  private readonly logger = new Logger(SagaRun.name);

  constructor(
    private readonly book: SagaBook,
    private readonly steps: SagaSteps,
  ) {}

  /** May run twice, at once, and after a crash: the book says what is left and who is at it. */
  async run(accountId: AccountId, id: string): Promise<void> {
    const holder = newId();
    for (let goesOn = true; goesOn;) {
      const turn = await this.book.open(accountId, id, holder);
      goesOn = turn !== null && (await this.take(turn, holder));
    }
  }

  /** False when the saga has to wait. Anything but a provider's answer or a refusal of ours is a crash and goes up. */
  private async take(turn: SagaTurn, holder: string): Promise<boolean> {
    try {
      await this.book.succeeded(turn, holder, await this.perform(turn));
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (!failure) throw error;
      const { id: provisioningId } = turn.work;
      this.logger.warn({ event: 'provisioning.step-failed', provisioningId, step: turn.step, code: failure.code });
      await this.book.failed(turn, holder, failure);
      return false;
    }
  }

  private async perform({ direction, step, work }: SagaTurn): Promise<ProvisioningFacts> {
    if (direction === 'do') return this.steps.of[step].take(work);
    await this.steps.of[step].undo(work);
    return {};
  }
}

function failureOf(error: unknown): StepFailure | null {
  if (error instanceof ProviderFailure) return { code: error.code, final: error.kind === 'refused' };
  return error instanceof DomainError ? { code: error.code, final: true } : null;
}
