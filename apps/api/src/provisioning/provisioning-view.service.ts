import type { AccountId } from '@domain/ids';
import { LineProvider, type OfferedNumber } from '@domain/ports/line-provider';
import { ProviderFailure } from '@domain/ports/provider-failure';
import { DomainError } from '@domain/errors/domain-error';
import { failureWords } from '@domain/provisioning/failure-words';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { Line } from './line.entity.js';
import { ProvisioningStep } from './provisioning-step.entity.js';
import { Provisioning } from './provisioning.entity.js';

export interface ShownProvisioning {
  saga: Provisioning | null;
  steps: ProvisioningStep[];
  lines: Line[];
}

const OFFERED = 20;

/** What the wizard and the settings page show of a line and its set-up. */
@Injectable()
export class ProvisioningViewService {
  constructor(
    private readonly db: AccountDb,
    private readonly lines: LineProvider,
  ) {}

  /** The newest set-up, whatever became of it, and every line that still answers. */
  show(accountId: AccountId): Promise<ShownProvisioning> {
    return this.db.within(accountId, (tx) => this.read(tx));
  }

  async read(tx: AccountTx): Promise<ShownProvisioning> {
    const [newest] = await tx.find(Provisioning, {}, { createdAt: 'DESC', id: 'DESC' });
    const steps = newest ? await tx.find(ProvisioningStep, { provisioningId: newest.id }, { position: 'ASC' }) : [];
    const lines = await tx.find(Line, {}, { id: 'ASC' });
    return { saga: newest ?? null, steps, lines: lines.filter((line) => line.state !== 'released') };
  }

  /** Numbers for sale. Throws `numbers-unavailable` when the carrier cannot be asked. */
  async offers(areaCode: string): Promise<OfferedNumber[]> {
    try {
      return await this.lines.search(areaCode, OFFERED);
    } catch (error) {
      if (!(error instanceof ProviderFailure)) throw error;
      throw new DomainError('unavailable', 'numbers-unavailable', failureWords('provider-silent'));
    }
  }
}
